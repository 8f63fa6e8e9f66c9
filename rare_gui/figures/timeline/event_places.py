"""Give event marks a row and a label, by rank, without overlap.

Not for painting them (`events`), nor for which are told as one (`event_heaps`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import NamedTuple

from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.event_heaps import MARK, heaps_in_view
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.time_axis import TimeAxis
from rare_gui.scenes.timeline.parts import EventMark

ROWS = 3
_GAP = 8.0  # from a marker's middle to its label
_APART = 9.0  # between a label and the next marker: more than to its own, so that it is clear
_EDGE = 6.0  # px that stay free at the figure's right edge
_WIDEST_MARK = 16.0  # half of what the widest count takes
_ALL_ROWS = (1 << ROWS) - 1


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """A mark with its row; `label` is empty where there is no room. `others` stand at its place.

    `left` and `right` are the px that the mark and its label take in their row. A `crowd` is drawn
    as the count of its marks, without a label.
    """

    mark: EventMark
    others: tuple[EventMark, ...]
    x: float
    row: int
    label: str
    label_left: float
    left: float
    right: float
    crowd: bool = False

    @property
    def role(self) -> str:
        return _role(self.mark)


class _Shape(NamedTuple):
    """What the placing looks at."""

    x: float
    rank: int
    half: float  # of the mark
    width: float  # of the label
    to_right: bool  # whether the label may stand right of the mark
    to_left: bool


class _Place(NamedTuple):
    row: int
    left: float
    right: float
    label_left: float | None


def _role(mark: EventMark) -> str:
    return "lane_italic" if mark.ahead else "lane"


def place_events(frame: Frame) -> list[PlacedEvent]:
    """Rows and labels for the events in the window, from left to right.

    Each mark's label stands right of it, else left of it, never across the as-of cursor, and never
    so that another mark could be taken for its own; else the mark stands alone. Better ranks come
    first. Marks that lie on each other become one, labelled with their count; where there are many
    the less important ones become counts.
    """
    first, last = frame.layout.left - 2, frame.layout.width - _EDGE
    crowd = _measured(frame.scene.events, frame.axis, first, last)
    return crowd.placed(frame.cursor if frame.cursor_seen else -inf)


class _Crowd:
    """The events in view with their labels measured; placed anew only when the cursor matters."""

    def __init__(
        self, events: tuple[EventMark, ...], axis: TimeAxis, first: float, last: float
    ) -> None:
        self._heaps = heaps_in_view(events, axis)
        self._words: list[str] = []
        self._widths: list[float] = []
        # For each heap the label's span right of it, and left of it; empty when out of bounds.
        self._spans: list[tuple[float, float]] = []
        for heap in self._heaps:
            x, marks = heap.x, heap.marks
            text = marks[0].label + (f" +{len(marks) - 1}" if len(marks) > 1 else "")
            width = text_width(_role(marks[0]), text)
            for left in (x + _GAP, x - _GAP - width):
                inside = not heap.crowd and first <= left and left + width <= last
                self._spans.append((left - 3, left + width + 3) if inside else (-inf, inf))
            self._words.append(text)
            self._widths.append(width)
        self._known: dict[tuple[bool, ...], list[PlacedEvent]] = {}

    def placed(self, cursor: float) -> list[PlacedEvent]:
        """The same list for all cursors that cross the same labels."""
        free = tuple([not left <= cursor <= right for left, right in self._spans])
        known = self._known.get(free)
        if known is None:
            if len(self._known) > 500:
                self._known.clear()
            known = self._known[free] = self._place(free)
        return known

    def _place(self, free: tuple[bool, ...]) -> list[PlacedEvent]:
        shapes = tuple(
            _Shape(heap.x, heap.rank, heap.half, width, *free[2 * n : 2 * n + 2])
            for n, (heap, width) in enumerate(zip(self._heaps, self._widths, strict=True))
        )
        places = zip(self._heaps, self._words, _arranged(shapes), strict=True)
        return [
            PlacedEvent(
                heap.marks[0], heap.marks[1:], heap.x, place.row,
                "" if place.label_left is None else text,
                heap.x if place.label_left is None else place.label_left, place.left, place.right,
                heap.crowd,
            )
            for heap, text, place in places
        ]  # fmt: skip


_measured = lru_cache(maxsize=32)(_Crowd)


def _arranged(heaps: tuple[_Shape, ...]) -> tuple[_Place, ...]:
    """The places of heaps in order of time: of three orders of trying, that which labels most."""
    numbers = range(len(heaps))
    by_rank = sorted(numbers, key=lambda n: (heaps[n].rank, n))
    best: _Rows | None = None
    for order in (by_rank, numbers, numbers[::-1]):
        rows = _Rows(heaps)
        for number in order:
            rows.add(number)
        if best is None or rows.worth > best.worth:
            best = rows
        if len(rows.labelled) == len(heaps):
            break
    return best.finish() if best is not None else ()


class _Rows:
    """Labels being placed. Every mark keeps a row in which no label covers it."""

    def __init__(self, heaps: tuple[_Shape, ...]) -> None:
        self._heaps = heaps
        self._xs = [heap.x for heap in heaps]
        self._covered = [0] * len(heaps)  # bit per row
        self._taken: list[list[tuple[float, float]]] = [[] for _ in range(ROWS)]
        self.labelled: dict[int, _Place] = {}
        self.worth = 0.0

    def add(self, number: int) -> None:
        """Give a mark its label if there is room for it."""
        heap = self._heaps[number]
        for allowed, label_left in (
            (heap.to_right, heap.x + _GAP),
            (heap.to_left, heap.x - _GAP - heap.width),
        ):
            if not allowed:
                continue
            left = min(label_left, heap.x - MARK)
            right = max(label_left + heap.width, heap.x + MARK)
            for row in range(ROWS):
                if self._fits(number, row, left, right):
                    self._taken[row].append((left, right))
                    self.labelled[number] = _Place(row, left, right, label_left)
                    self.worth += 4.0 ** -min(heap.rank, 12)
                    return

    def _fits(self, number: int, row: int, left: float, right: float) -> bool:
        if any(a < right + _APART and left - _APART < b for a, b in self._taken[row]):
            return False
        bit = 1 << row
        if self._covered[number] & bit:
            return False
        under = self._under(left, right)
        for other in under:
            bare = other != number and other not in self.labelled
            if bare and self._covered[other] | bit == _ALL_ROWS:
                return False
        for other in under:
            self._covered[other] |= bit
        return True

    def _under(self, left: float, right: float) -> list[int]:
        """The marks that a label would cover, or come close to."""
        first = bisect_left(self._xs, left - _WIDEST_MARK - 1)
        near = range(first, bisect_right(self._xs, right + _WIDEST_MARK + 1))
        shapes = self._heaps
        return [
            n
            for n in near
            if left - shapes[n].half - 1 <= shapes[n].x <= right + shapes[n].half + 1
        ]

    def finish(self) -> tuple[_Place, ...]:
        """Put the marks without a label where they are least in the way."""
        places: list[_Place] = []
        bare: list[list[float]] = [[] for _ in range(ROWS)]
        for number, heap in enumerate(self._heaps):
            place = self.labelled.get(number)
            if place is None:
                rows = [row for row in range(ROWS) if not self._covered[number] & 1 << row]
                row = max(rows, key=lambda row: self._room(heap, row, bare[row]))
                bare[row].append(heap.x + heap.half)
                place = _Place(row, heap.x - heap.half, heap.x + heap.half, None)
            places.append(place)
        return tuple(places)

    def _room(self, heap: _Shape, row: int, bare: list[float]) -> tuple[float, int]:
        """How far the next thing in the row is, up to what is plenty; lower rows before upper."""
        x = heap.x
        far = min((max(a - x, x - b) for a, b in self._taken[row]), default=99.0) - heap.half
        near = min((x - heap.half - end for end in bare[-1:]), default=99.0)
        return min(far, near, 12.0), row
