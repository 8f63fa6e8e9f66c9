"""Which event marks stand alone and which are told as one: those on each other, and crowds.

Not for labels and the rows that they leave: `event_rows`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from rare_gui.figures.timeline.time_axis import TimeAxis
from rare_gui.scenes.timeline.parts import EventMark

ROWS = 3
MARK = 5.0  # half of what a marker takes
ALONE = 15  # marks in view in a narrow plot; with more, the less important ones become counts
_ROOM = 40.0  # px of a plot for each mark that stands alone
CLEAR = 1.0  # px at the least between two marks of a row
_COINCIDE = 3.0  # px; markers nearer than this lie on each other
_NEAR, _WIDEST = 14.0, 40.0  # px from mark to mark in a crowd, and the most from end to end
_DIGIT = 3.5  # half of what a figure of the count takes


@dataclass(frozen=True, slots=True)
class Heap:
    """Marks told as one at `x` px, the best-ranked first; a `crowd` shows their count alone."""

    x: float
    marks: tuple[EventMark, ...]
    crowd: bool = False

    @property
    def rank(self) -> int:
        return self.marks[0].rank

    @property
    def half(self) -> float:
        """Half of the px that its marker takes."""
        return MARK + _DIGIT * (len(str(len(self.marks))) - 0.4) if self.crowd else MARK


def heaps_in_view(events: tuple[EventMark, ...], axis: TimeAxis) -> tuple[Heap, ...]:
    """The events in the window from left to right, crowds of the less important ones counted."""
    heaps = _coinciding(events, axis)
    most = max(ALONE, int((axis.right - axis.left) / _ROOM))
    if len(heaps) <= most:
        return heaps
    leaders = _leaders(heaps, most)
    rest = [heap for number, heap in enumerate(heaps) if number not in leaders]
    alone = [heap for number, heap in enumerate(heaps) if number in leaders]
    return tuple(
        sorted([*alone, *_crowds(rest, [heap.x for heap in alone])], key=lambda heap: heap.x)
    )


def told_apart(heaps: Sequence[Heap]) -> tuple[Heap, ...]:
    """The heaps from left to right; of those that find no row beside others, the least are counted.

    Without labels each of what is left has room in one of the rows.
    """
    left = list(heaps)
    while (number := len(rows := _bare_rows(left))) < len(left):
        latest = {row: place for place, row in enumerate(rows)}
        pressed = sorted([number, *latest.values()], key=lambda n: (-left[n].rank, n))[:2]
        one, other = (left[n] for n in sorted(pressed))
        at = other.x if other.crowd and not one.crowd else one.x
        left = [heap for n, heap in enumerate(left) if n not in pressed]
        left.append(Heap(at, _ranked([*one.marks, *other.marks]), crowd=True))
        left.sort(key=lambda heap: heap.x)
    return tuple(left)


def _bare_rows(heaps: Sequence[Heap]) -> list[int]:
    return rows_of((heap.x - heap.half, heap.x + heap.half, 0) for heap in heaps)


def rows_of(marks: Iterable[tuple[float, float, int]]) -> list[int]:
    """A row for each mark from left to right; ends before the first that finds none.

    A mark is its left and right end in px and the rows that are closed to it, a bit each.
    """
    ends, rows = [-inf] * ROWS, list[int]()  # a row ends with the room after its last mark
    for left, right, closed in marks:
        row, tightest = -1, -inf
        for number, end in enumerate(ends):
            if tightest <= end <= left and not closed >> number & 1:
                row, tightest = number, end  # the tightest, so that others stay open
        if row < 0:
            break
        ends[row] = right + CLEAR
        rows.append(row)
    return rows


def _coinciding(events: tuple[EventMark, ...], axis: TimeAxis) -> tuple[Heap, ...]:
    seen = [mark for mark in events if axis.first <= mark.day <= axis.last]
    heaps: list[tuple[float, list[EventMark]]] = []
    for mark in sorted(seen, key=lambda mark: (mark.day, mark.rank, mark.event)):
        x = axis.x(mark.day)
        if heaps and x - heaps[-1][0] < _COINCIDE:
            heaps[-1][1].append(mark)
        else:
            heaps.append((x, [mark]))
    return tuple(Heap(x, _ranked(heap)) for x, heap in heaps)


def _leaders(heaps: Sequence[Heap], most: int) -> set[int]:
    """The numbers of the `most` that stay alone: best ranks first, then the most lonely."""
    ranks = [heap.rank for heap in heaps]
    last = sorted(ranks)[most - 1]  # the rank of which not all may stay
    chosen = [number for number, rank in enumerate(ranks) if rank < last]
    apart = {  # px to the nearest chosen one
        number: min((abs(heaps[number].x - heaps[one].x) for one in chosen), default=inf)
        for number, rank in enumerate(ranks)
        if rank == last
    }
    while len(chosen) < most:
        best = max(apart, key=apart.__getitem__)  # the first of equal ones
        del apart[best]
        chosen.append(best)
        x = heaps[best].x
        for number, px in apart.items():
            apart[number] = min(px, abs(heaps[number].x - x))
    return set(chosen)


def _crowds(heaps: Sequence[Heap], taken: Sequence[float]) -> list[Heap]:
    """Neighbours joined; each crowd stands where that one does that is furthest from `taken`."""
    runs: list[list[Heap]] = []
    for heap in heaps:
        near = bool(runs) and heap.x - runs[-1][-1].x <= _NEAR
        if near and heap.x - runs[-1][0].x <= _WIDEST:
            runs[-1].append(heap)
        else:
            runs.append([heap])
    crowds = [
        run[0]
        if len(run) == 1
        else Heap(_clear(run, taken), _ranked([m for one in run for m in one.marks]), True)
        for run in runs
    ]
    return _apart(crowds)


def _apart(crowds: Sequence[Heap]) -> list[Heap]:
    """Crowds whose counts would stand on each other are one crowd."""
    joined: list[Heap] = []
    for heap in crowds:
        before = joined[-1] if joined else None
        if before and before.crowd and heap.crowd and heap.x - before.x < before.half + heap.half:
            joined[-1] = Heap(before.x, _ranked([*before.marks, *heap.marks]), True)
        else:
            joined.append(heap)
    return joined


def _clear(run: Sequence[Heap], taken: Sequence[float]) -> float:
    """The px of a mark of the run with the most room to other marks; of equal ones the middle."""
    middle = run[len(run) // 2].x

    def room(x: float) -> tuple[float, float]:
        far = min((abs(x - other) for other in taken), default=_WIDEST)
        return min(far, 2 * MARK + _DIGIT), -abs(x - middle)

    return max((heap.x for heap in run), key=room)


def _ranked(marks: Sequence[EventMark]) -> tuple[EventMark, ...]:
    return tuple(sorted(marks, key=lambda mark: mark.rank))
