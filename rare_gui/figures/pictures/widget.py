"""A widget as a picture: nobody sees it, and it is laid out for the room in the frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rare_gui.figures.pictures.frame import FramedPicture, framed
from rare_gui.figures.theme import Theme
from rare_gui.figures.twin import Twin
from rare_gui.scenes.pictures.frame import PictureFrame

ZOOM = 1.19
"""How much larger than on screen it is painted: its least text, 9 px, has 8 pt then.

The widget is laid out for the room that this leaves; nothing is stretched afterwards.
"""

_FRAME = 200.0  # px for title and sources together


@dataclass(frozen=True, slots=True)
class WidgetBody:
    """The body that a widget is; its painting waits until the widget has its size."""

    widget: QWidget
    wanted: float = 0.0  # px of the picture that it gets before the frame names more sources
    twin: Twin | None = None

    def least_height(self, width: float) -> float:
        """The px that the widget asks for at a width."""
        inner = round(width / ZOOM)
        least = max(self.widget.minimumSizeHint().height(), self.widget.minimumHeight())
        if self.widget.hasHeightForWidth():
            least = max(least, self.widget.heightForWidth(inner))
        return max(least * ZOOM, self.wanted)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Have the twin paint itself into `place`."""
        if self.twin is None:
            return
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(ZOOM, ZOOM)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.twin.paint(painter)
        painter.restore()


@dataclass(frozen=True, slots=True)
class WidgetPicture:
    """A framed widget; `close` ends the widget when all is written."""

    picture: FramedPicture
    twin: Twin

    @property
    def width(self) -> float:
        """Logical px."""
        return self.picture.width

    @property
    def height(self) -> float:
        """Logical px."""
        return self.picture.height

    def paint(self, painter: QPainter) -> None:
        """Draw frame and widget."""
        self.picture.paint(painter)

    def close(self) -> None:
        """End the widget."""
        self.twin.close()


def widget_drawing(
    frame: PictureFrame,
    widget: QWidget,
    theme: Theme,
    width: float,
    height: float,
    settle: Callable[[], None] | None = None,
) -> WidgetPicture:
    """A widget in its frame for a size in logical px; it must be nobody else's.

    It is shown to nobody, gets the size of its place, and is ended by `close`. `settle` finishes
    what it still works out at that size.
    """
    body = WidgetBody(widget, height - _FRAME)
    made = framed(frame, body, theme, width, height)
    widget.setFixedSize(round(made.place.width() / ZOOM), round(made.place.height() / ZOOM))
    if settle is not None:
        settle()
    twin = Twin(widget)
    return WidgetPicture(replace(made, body=replace(body, twin=twin)), twin)
