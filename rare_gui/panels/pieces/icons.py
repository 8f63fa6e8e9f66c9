"""The program's own icons, tinted by a token of the theme.

Not for status chips (`figures.chips`). Icons are svg files of 16 px under `resources/icons`.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rare_gui.figures.resources import resource_path
from rare_gui.figures.theme import Theme

ICON_SIZE = QSize(16, 16)
DISABLED_OPACITY = 0.4
# Device px: 16 px at 100, 125, 150, 200 and 300 % of screen scaling.
_DEVICE_SIZES = (16, 20, 24, 32, 48)


def tinted_icon(name: str, theme: Theme, token: str = "text2") -> QIcon:
    """The icon `name` (file name without ending) in the colour of `token`; 40 % when disabled.

    Raises FileNotFoundError for an unknown name, KeyError for an unknown token.
    """
    return _icon(name, theme.color(token).name())


def paint_icon(painter: QPainter, rect: QRectF, name: str, theme: Theme, token: str) -> None:
    """Draw the icon `name` into `rect` in the colour of `token`, sharp at any scale."""
    _renderer(name, theme.color(token).name()).render(painter, rect)


@cache
def _icon(name: str, color: str) -> QIcon:
    icon = QIcon()
    drawing = _renderer(name, color)
    for size in _DEVICE_SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        drawing.render(painter, QRectF(0, 0, size, size))
        painter.end()
        icon.addPixmap(pixmap, QIcon.Mode.Normal)
        icon.addPixmap(_faded(pixmap), QIcon.Mode.Disabled)
    return icon


def _faded(drawn: QPixmap) -> QPixmap:
    """Faded as a whole: an opacity of the painter would add up where strokes cross."""
    pixmap = drawn.copy()
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(pixmap.rect(), QColor.fromRgbF(0, 0, 0, DISABLED_OPACITY))
    painter.end()
    return pixmap


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))
