"""Stamps are as sharp as what they are laid on, on screen and in pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPdfWriter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rare_gui.panels.pieces.stamps import sharpness


class Asking(QWidget):
    """Asks while it paints itself."""

    answer = 0.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.answer = sharpness(QPainter(self))


@pytest.fixture
def asking(qtbot: QtBot) -> Asking:
    made = Asking()
    qtbot.addWidget(made)
    made.resize(40, 20)
    return made


@pytest.mark.parametrize(("ratio", "zoom"), [(1, 1), (2, 1), (1.5, 1), (2, 1.19)])
def test_that_a_widget_enlarged_into_a_picture_stays_sharp(
    asking: Asking, ratio: float, zoom: float
) -> None:
    image = QImage(200, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    asking.render(painter, QPoint(0, 0))
    painter.end()
    assert asking.answer == pytest.approx(ratio * zoom)


def test_that_a_vector_file_gets_the_pixels_of_print(asking: Asking, tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "x.pdf"))
    painter = QPainter(writer)
    asking.render(painter, QPoint(0, 0))
    painter.end()
    assert asking.answer >= 4
