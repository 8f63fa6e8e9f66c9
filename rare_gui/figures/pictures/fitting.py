"""Bodies put together, and the first of several offers that fits a picture.

Not for any kind of body of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rare_gui.figures.pictures.frame import Body, FramedPicture, framed
from rare_gui.figures.theme import Theme
from rare_gui.scenes.pictures.frame import PictureFrame

APART = 14.0  # px between bodies under each other
GUTTER = 34.0  # px between bodies side by side


@dataclass(frozen=True, slots=True)
class Stacked:
    """Bodies under each other; the one numbered `grows` takes the room that the others leave."""

    bodies: tuple[Body, ...]
    grows: int | None = None

    def least_height(self, width: float) -> float:
        """The px of all of them and between them."""
        every = sum(body.least_height(width) for body in self.bodies)
        return every + APART * max(len(self.bodies) - 1, 0)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw them from the top."""
        spare = place.height() - self.least_height(place.width())
        top = place.top()
        for number, body in enumerate(self.bodies):
            high = body.least_height(place.width())
            if number == self.grows:
                high += max(spare, 0.0)
            body.paint(painter, QRectF(place.left(), top, place.width(), high))
            top += high + APART


@dataclass(frozen=True, slots=True)
class Beside:
    """Bodies side by side in columns of the given shares of the width."""

    bodies: tuple[Body, ...]
    shares: tuple[float, ...]

    def least_height(self, width: float) -> float:
        """The px of the highest."""
        widths = self._widths(width)
        return max(body.least_height(w) for body, w in zip(self.bodies, widths, strict=True))

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw them from the left."""
        left = place.left()
        for body, wide in zip(self.bodies, self._widths(place.width()), strict=True):
            body.paint(painter, QRectF(left, place.top(), wide, place.height()))
            left += wide + GUTTER

    def _widths(self, width: float) -> list[float]:
        room = width - GUTTER * (len(self.bodies) - 1)
        return [room * share / sum(self.shares) for share in self.shares]


Offer = Callable[[], tuple[PictureFrame, Body]]
"""Makes a body, with the frame that says what it leaves out, only when it is tried."""


def fitted(offers: Sequence[Offer], theme: Theme, width: float, height: float) -> FramedPicture:
    """The first of `offers` that is no higher than asked for; else the last one, which is higher.

    Each must need at most the room of the one before it: they are halved, not tried in turn.
    Raises ValueError without an offer.
    """
    if not offers:
        raise ValueError("a picture needs a body")
    low, high, found = 0, len(offers) - 1, None
    while low < high:
        middle = (low + high) // 2
        drawing = framed(*offers[middle](), theme, width, height)
        if drawing.height <= height:
            high, found = middle, drawing
        else:
            low = middle + 1
    # The last one that fitted is the one that the halving ended on.
    return found or framed(*offers[low](), theme, width, height)


def lacking(frame: PictureFrame, *words: str) -> PictureFrame:
    """The frame with a note on what the picture has no room for; the same without words."""
    gone = "; ".join(word for word in words if word)
    if not gone:
        return frame
    return replace(frame, notes=(*frame.notes, f"not shown for want of room: {gone}"))
