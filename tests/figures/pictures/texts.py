"""Every text that a drawing writes, with the place that its letters take and their size in print.

Not a test: the tests of pictures ask it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from rare_gui.figures import ink
from rare_gui.figures.drawing import Drawing
from rare_gui.figures.fonts import font, metrics
from rare_gui.figures.pictures import plot
from rare_gui.figures.timeline import axis

POINT = 96 / 72
TOUCH = 0.75  # px by which boxes of letters may meet: rounding, never a letter on a letter


class Drawn:
    """A text as it was drawn: its words, the box of its letters in px, its size in pt."""

    def __init__(self, text: str, box: QRectF, points: float) -> None:
        self.text, self.box, self.points = text, box, points

    def __repr__(self) -> str:
        at = self.box.topLeft()
        return f"{self.text!r} at {at.x():.0f}, {at.y():.0f} px, {self.points:.1f} pt"


def drawn_texts(drawing: Drawing) -> list[Drawn]:
    """Paint the drawing at one pixel for each logical px and tell its texts."""
    found: list[Drawn] = []
    write, clear = ink.write, axis.clear_tick_labels

    def recorded(painter: QPainter, role: str, *rest: Any, **named: Any) -> QRectF:
        place = write(painter, role, *rest, **named)
        if place.width():
            # from the top of the capitals down to the descenders: leading holds no letters
            middle, measured = place.center().y(), metrics(role)
            half = measured.capHeight() / 2
            box = QRectF(place.left(), middle - half, place.width(), 2 * half + measured.descent())
            turn = painter.worldTransform()
            points = font(role).pixelSize() * turn.m11() / POINT
            found.append(Drawn(rest[3], turn.mapRect(box), points))
        return place

    def cleared(painter: QPainter, frame: Any, flag: QRectF) -> None:
        clear(painter, frame, flag)
        wiped = painter.worldTransform().mapRect(flag.adjusted(-4, 0, 4, 0))
        found[:] = [one for one in found if not one.box.intersects(wiped)]

    image = QImage(
        round(drawing.width), round(drawing.height), QImage.Format.Format_ARGB32_Premultiplied
    )
    painter = QPainter(image)
    with patch.object(ink, "write", recorded), patch.object(plot, "clear_tick_labels", cleared):
        drawing.paint(painter)
    painter.end()
    return found


def outside(drawing: Drawing, texts: list[Drawn]) -> list[Drawn]:
    """The texts that reach beyond the picture."""
    whole = QRectF(0, 0, drawing.width, drawing.height)
    return [one for one in texts if not whole.contains(one.box)]


def overlapping(texts: list[Drawn]) -> Iterator[tuple[Drawn, Drawn]]:
    """The pairs of texts whose letters lie on each other."""
    for one, other in combinations(texts, 2):
        both = one.box.intersected(other.box)
        if both.width() > TOUCH and both.height() > TOUCH:
            yield one, other
