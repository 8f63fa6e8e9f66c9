"""Find room for the words in a pane: away from lines, bars, marks, other words and the cursor.

Not for what the words are (`pane_words`) and not for painting them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from PySide6.QtCore import QPointF, QRectF

HALF_LINE = 6.0  # half the height that a label takes
_KEPT = 16  # free places that are kept for a label; the cursor never takes that many

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Wish:
    """Words and the places (left, middle) that would do for them, the best first.

    `lead`: px left of the words for a sign of their own. `token` is the colour. `over_gaps`: a
    hatched stretch without figures will do where there is no other room.
    """

    text: str
    role: str
    token: str
    width: float
    places: tuple[tuple[float, float], ...]
    lead: float = 0.0
    over_gaps: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A wish that found room."""

    wish: Wish
    left: float
    middle: float

    @property
    def rect(self) -> QRectF:
        """The px that the words take, with their sign."""
        left, top, right, bottom = _box(self.wish, (self.left, self.middle))
        return QRectF(left, top, right - left, bottom - top)


@dataclass
class LabelField:
    """What is taken in a pane; `area` bounds the labels. `threads` are lines through the pane."""

    area: QRectF
    taken: list[Box] = field(default_factory=list)
    threads: list[Box] = field(default_factory=list)

    def take(self, rect: QRectF) -> None:
        """Keep labels off `rect`."""
        self.taken.append(_edges(rect))

    def take_line(self, points: Sequence[QPointF]) -> None:
        """Keep labels off a polyline, by short boxes along it."""
        for (x0, y0), (x1, y1) in pairwise((point.x(), point.y()) for point in points):
            wide, high = x1 - x0, y1 - y0
            parts = max(1, int(max(abs(wide), abs(high)) // 8))
            for part in range(parts):
                start, end = part / parts, (part + 1) / parts
                left, right = sorted((x0 + wide * start, x0 + wide * end))
                top, bottom = sorted((y0 + high * start, y0 + high * end))
                self.taken.append((left - 0.5, top - 1.5, right + 0.5, bottom + 1.5))

    def free(self, wish: Wish, over_threads: bool = False) -> Wish:
        """The wish with only those of its places that touch nothing (but threads, if so told)."""
        left, top, right, bottom = _edges(self.area)
        inside = [
            (place, box)
            for place, box in ((place, _box(wish, place)) for place in wish.places)
            if left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom
        ]
        near = self._near([box for _, box in inside], over_threads)
        free = (place for place, box in inside if not touches(box, near))
        return replace(wish, places=tuple(islice(free, _KEPT)))

    def _near(self, boxes: list[Box], over_threads: bool) -> list[Box]:
        """What is taken within the edges of all `boxes`: few of what a pane holds."""
        if not boxes:
            return []
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        around = min(lefts), min(tops), max(rights), max(bottoms)
        taken = self.taken if over_threads else self.taken + self.threads
        return [box for box in taken if touches(around, (box,))]


def settle(wishes: Iterable[Wish], boxes: Iterable[Box], gaps: Sequence[Box] = ()) -> list[Word]:
    """Give each wish, in turn, its first place off `boxes` and off the words before; or none.

    `gaps` are taken as well, but for wishes that may stand over them when all else fails.
    """
    taken = list(boxes)
    words: list[Word] = []
    for wish in wishes:
        place = _first(wish, [*taken, *gaps])
        if place is None and wish.over_gaps:
            place = _first(wish, taken)
        if place is not None:
            left, top, right, bottom = _box(wish, place)
            taken.append((left - 3, top, right + 3, bottom))
            words.append(Word(wish, *place))
    return words


def _first(wish: Wish, taken: Sequence[Box]) -> tuple[float, float] | None:
    return next((place for place in wish.places if not touches(_box(wish, place), taken)), None)


def touches(box: Box, others: Iterable[Box]) -> bool:
    """Whether `box` shares any area with one of the others."""
    left, top, right, bottom = box
    for a, b, c, d in others:  # noqa: SIM110 - asked thousands of times: any() costs twice as much
        if a < right and left < c and b < bottom and top < d:
            return True
    return False


def _box(wish: Wish, place: tuple[float, float]) -> Box:
    left, middle = place
    return (left - wish.lead - 1, middle - HALF_LINE, left + wish.width + 1, middle + HALF_LINE)


def _edges(rect: QRectF) -> Box:
    return (rect.left(), rect.top(), rect.right(), rect.bottom())
