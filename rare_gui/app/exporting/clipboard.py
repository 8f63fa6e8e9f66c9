"""A picture on the clipboard: PNG and SVG together, and its figures as a table.

Whoever pastes takes what it can hold. Not for drawing.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

PNG, SVG = "image/png", "image/svg+xml"


def copy_picture(png: bytes, svg: bytes, table: str) -> None:
    """Put a picture on the clipboard; `table` is its figures, parted by tabs.

    The PNG is given as it is, so that its facts come along, and as pixels for programs that ask
    the system for these.
    """
    data = QMimeData()
    data.setImageData(QImage.fromData(png))
    data.setData(PNG, png)
    data.setData(SVG, svg)
    data.setText(table)
    QGuiApplication.clipboard().setMimeData(data)
