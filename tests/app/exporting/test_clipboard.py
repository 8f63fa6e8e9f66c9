from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from rare_gui.app.exporting.clipboard import PNG, SVG, copy_picture


@pytest.fixture(autouse=True)
def emptied(qapp: QApplication) -> Iterator[None]:
    """Without a system Qt keeps the data beyond the end of Python, which crashes then."""
    yield
    QGuiApplication.clipboard().clear()


def test_that_pixels_file_vector_and_table_are_on_the_clipboard_together() -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(0xFF0A6B69)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    png = bytes(buffer.data().data())
    copy_picture(png, b"<svg/>", "kind\tvalue")
    found = QGuiApplication.clipboard().mimeData()
    assert bytes(found.data(PNG).data()) == png
    assert bytes(found.data(SVG).data()) == b"<svg/>"
    assert found.text() == "kind\tvalue"
    pixels = found.imageData()
    assert (pixels.width(), pixels.height(), pixels.pixel(1, 1)) == (3, 2, 0xFF0A6B69)
