"""A picture in its frame: head and foot are laid out for a size, the body gets the room between.

Not for what stands in them (`scenes.pictures.frame`), and not for any kind of body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures.pictures.foot import Foot, lay_out_foot
from rare_gui.figures.pictures.head import Head, lay_out_head
from rare_gui.figures.pictures.writing import Writing
from rare_gui.figures.theme import Theme
from rare_gui.scenes.pictures.frame import PictureFrame

_GAP = 6.0  # between the body and what stands above and below it
_TRAVEL = 3.0  # the line around a picture of what was known on an earlier day


class Body(Protocol):
    """What a picture is about. Sizes are logical px of 1/96 inch."""

    def least_height(self, width: float) -> float:
        """The least height at which nothing is cut and nothing overlaps at a width."""

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw into `place`; the painter is given back as it was."""


@dataclass(frozen=True, slots=True)
class FramedPicture:
    """A drawing: the frame's texts in their places, and the body between them."""

    width: float
    height: float
    theme: Theme
    head: Head
    foot: Foot
    body: Body
    place: QRectF
    travelling: bool

    @property
    def writings(self) -> tuple[Writing, ...]:
        """The frame's texts in their places."""
        return (*self.head.writings, *self.foot.writings)

    def paint(self, painter: QPainter) -> None:
        """Draw the whole picture, its ground included."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.fillRect(QRectF(0, 0, self.width, self.height), self.theme.color("panel"))
        self.head.paint(painter, self.theme)
        self.foot.paint(painter, self.theme)
        painter.save()
        self.body.paint(painter, self.place)
        painter.restore()
        if self.travelling:
            self._paint_travelling(painter)
        painter.restore()

    def _paint_travelling(self, painter: QPainter) -> None:
        """An ink line around what is not today's picture."""
        pen = QPen(self.theme.color("ink"), _TRAVEL)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = _TRAVEL / 2
        painter.drawRect(QRectF(half, half, self.width - _TRAVEL, self.height - _TRAVEL))


def framed(
    frame: PictureFrame, body: Body, theme: Theme, width: float, height: float
) -> FramedPicture:
    """`body` in its frame, laid out for `width` x `height` logical px.

    Where room is short the strip of sources names some by their ids alone; where even that is not
    enough the picture becomes higher than `height`, and nothing is cut.
    """
    margin = side_margin(width)
    head = lay_out_head(frame, width, margin)
    room = width - 2 * margin
    least = body.least_height(room)
    spare = height - head.height - 2 * _GAP - least
    foot = lay_out_foot(frame, (width, height), margin, spare)
    whole = max(height, head.height + foot.height + 2 * _GAP + least)
    top = head.height + _GAP
    place = QRectF(margin, top, room, whole - foot.height - _GAP - top)
    return FramedPicture(
        width=width,
        height=whole,
        theme=theme,
        head=head,
        foot=foot.moved(whole - foot.height),
        body=body,
        place=place,
        travelling=len(frame.badges) > 1,
    )


def side_margin(width: float) -> float:
    """The px left free on either side of a picture."""
    return 28.0 if width < 1000 else 36.0
