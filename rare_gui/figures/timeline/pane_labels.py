"""Find room for the words in a pane: by candidates, away from lines, bars and other words.

Not for painting what the words are about: `panes` and `pane_marks` do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width

_HEIGHT = 12.0
_LITTLE = 0.06  # of a label's area: a halo copes with that


@dataclass
class LabelField:
    """What is taken in one pane while its labels are placed. `area` bounds the labels."""

    area: QRectF
    taken: list[QRectF] = field(default_factory=list)

    def take(self, rect: QRectF) -> None:
        """Keep labels off `rect`."""
        self.taken.append(rect)

    def take_line(self, points: Sequence[QPointF]) -> None:
        """Keep labels off a polyline, by short boxes along it."""
        for one, other in pairwise(points):
            parts = max(1, int(abs(other.x() - one.x()) // 6))
            for part in range(parts):
                start = one + (other - one) * (part / parts)
                end = one + (other - one) * ((part + 1) / parts)
                self.taken.append(QRectF(start, end).normalized().adjusted(-0.5, -1, 0.5, 1))

    def place(
        self, role: str, text: str, candidates: Sequence[tuple[float, float]], must: bool = True
    ) -> QRectF:
        """The first candidate (left, middle) that is free; else the one that covers the least.

        Empty when the text need not be said and would cover more than a little of other things.
        """
        width = text_width(role, text)
        best, least = QRectF(), float("inf")
        for left, middle in candidates:
            rect = QRectF(left, middle - _HEIGHT / 2, width, _HEIGHT)
            rect = self._inside(rect)
            cost = sum(_area(rect.intersected(other)) for other in self.taken)
            if cost < least:
                best, least = rect, cost
            if cost <= 0:
                break
        if not must and least > _LITTLE * _area(best):
            return QRectF()
        self.taken.append(best)
        return best

    def _inside(self, rect: QRectF) -> QRectF:
        moved = QRectF(rect)
        if moved.right() > self.area.right():
            moved.moveRight(self.area.right())
        if moved.left() < self.area.left():
            moved.moveLeft(self.area.left())
        if moved.top() < self.area.top():
            moved.moveTop(self.area.top())
        if moved.bottom() > self.area.bottom():
            moved.moveBottom(self.area.bottom())
        return moved


def _area(rect: QRectF) -> float:
    return max(0.0, rect.width()) * max(0.0, rect.height())


def say(
    painter: QPainter,
    labels: LabelField,
    role: str,
    color: QColor,
    halo: QColor,
    text: str,
    candidates: Sequence[tuple[float, float]],
    must: bool = True,
) -> QRectF:
    """Place `text` and draw it with a halo; returns its place, empty when it was left out."""
    rect = labels.place(role, text, candidates, must)
    if not rect.isEmpty():
        left, middle = rect.left(), rect.center().y()
        ink.write(painter, role, color, left, middle, text, Qt.AlignmentFlag.AlignLeft, halo)
    return rect
