"""Any panel as a picture: a widget that nobody sees is laid out for the room in the frame.

Not for the whole window, which is a picture without a frame (`figures.twin`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from rare_gui.figures.pictures.frame import FramedPicture, framed
from rare_gui.figures.theme import Theme
from rare_gui.figures.twin import Twin
from rare_gui.scenes.picture_frame import PictureFrame

ZOOM = 1.1
"""The least text of a panel, 10 px on screen, has 8.25 pt then."""


@dataclass(frozen=True, slots=True)
class WidgetBody:
    """The body that a widget is; its painting waits until the widget has its size."""

    widget: QWidget
    twin: Twin | None = None

    def least_height(self, width: float) -> float:
        """The px that the widget asks for at a width."""
        inner = round(width / ZOOM)
        least = max(self.widget.minimumSizeHint().height(), self.widget.minimumHeight())
        if self.widget.hasHeightForWidth():
            least = max(least, self.widget.heightForWidth(inner))
        return max(least, 0) * ZOOM

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Have the twin paint itself into `place`."""
        if self.twin is None:
            return
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(ZOOM, ZOOM)
        self.twin.paint(painter)
        painter.restore()


@dataclass(frozen=True, slots=True)
class WidgetPicture:
    """A framed panel; `close` ends the widget when all is written."""

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
        """Draw frame and panel."""
        self.picture.paint(painter)

    def close(self) -> None:
        """End the widget."""
        self.twin.close()


def widget_drawing(
    frame: PictureFrame, widget: QWidget, theme: Theme, width: float, height: float
) -> WidgetPicture:
    """A panel in its frame for a size in logical px; the widget must be nobody else's.

    It is shown to nobody, gets the size of its place, and is ended by `close`.
    """
    made = framed(frame, WidgetBody(widget), theme, width, height)
    widget.setFixedSize(round(made.place.width() / ZOOM), round(made.place.height() / ZOOM))
    twin = Twin(widget)
    return WidgetPicture(replace(made, body=WidgetBody(widget, twin)), twin)
