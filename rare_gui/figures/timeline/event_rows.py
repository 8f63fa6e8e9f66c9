"""Give event marks a row and their labels a side, by rank, without overlap.

Not for words and events: it looks at widths and ranks alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from math import inf
from typing import NamedTuple

from rare_gui.figures.timeline.event_heaps import CLEAR, MARK, ROWS, rows_of

GAP = 8.0
"""Px from a marker's middle to its label."""
_APART = 9.0  # between a label and the next marker: more than to its own, so that it is clear
_BESIDE = 4.0  # between a label's end and a mark without one: more than to its own
_WIDEST_MARK = 16.0  # half of what the widest count takes
_ALL_ROWS = (1 << ROWS) - 1


class Shape(NamedTuple):
    """What the placing looks at."""

    x: float
    rank: int
    half: float  # of the mark
    width: float  # of the label
    to_right: bool  # whether the label may stand right of the mark
    to_left: bool


class Place(NamedTuple):
    """A row and the px taken in it by the mark and its label; None without a label."""

    row: int
    left: float
    right: float
    label_left: float | None


def arranged(heaps: tuple[Shape, ...]) -> tuple[Place, ...]:
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
    """Labels being placed. Every mark keeps a row in which neither label nor mark covers it."""

    def __init__(self, heaps: tuple[Shape, ...]) -> None:
        self._heaps = heaps
        self._xs = [heap.x for heap in heaps]
        self._ends = [(heap.x - heap.half, heap.x + heap.half) for heap in heaps]
        self._group_of = _groups(heaps)
        self._covered = [0] * len(heaps)  # bit per row
        self._taken: list[list[tuple[float, float]]] = [[] for _ in range(ROWS)]
        self.labelled: dict[int, Place] = {}
        self.worth = 0.0

    def add(self, number: int) -> None:
        """Give a mark its label if there is room for it."""
        heap = self._heaps[number]
        for allowed, label_left in (
            (heap.to_right, heap.x + GAP),
            (heap.to_left, heap.x - GAP - heap.width),
        ):
            if not allowed:
                continue
            left = min(label_left, heap.x - MARK)
            right = max(label_left + heap.width, heap.x + MARK)
            for row in range(ROWS):
                if self._fits(number, row, left, right):
                    self._taken[row].append((left, right))
                    self.labelled[number] = Place(row, left, right, label_left)
                    self.worth += 4.0 ** -min(heap.rank, 12)
                    return

    def _fits(self, number: int, row: int, left: float, right: float) -> bool:
        if any(a < right + _APART and left - _APART < b for a, b in self._taken[row]):
            return False
        bit = 1 << row
        if self._covered[number] & bit:
            return False
        x = self._heaps[number].x
        first = left - (CLEAR if left == x - MARK else _BESIDE)
        last = right + (CLEAR if right == x + MARK else _BESIDE)
        under = self._under(first, last)
        covered = self._covered
        before = [covered[other] for other in under]
        for other in under:
            covered[other] |= bit
        # only where a mark has lost a row can there be too little room
        lost = [
            other
            for other, rows in zip(under, before, strict=True)
            if not rows & bit and other != number and other not in self.labelled
        ]
        if all(covered[other] != _ALL_ROWS for other in lost) and all(
            self._bare_rows(group, number) is not None
            for group in {self._group_of[other]: None for other in lost}
        ):
            return True
        for other, rows in zip(under, before, strict=True):
            covered[other] = rows
        return False

    def _bare(self, group: range, labelled: int | None = None) -> list[int]:
        """The marks of a group that have no label; `labelled` is about to get one."""
        return [n for n in group if n not in self.labelled and n != labelled]

    def _bare_rows(self, group: range, labelled: int | None = None) -> list[int] | None:
        """A row for each mark of a group without a label; None if one of them has no room."""
        bare = self._bare(group, labelled)
        ends, covered = self._ends, self._covered
        rows = rows_of([(*ends[n], covered[n]) for n in bare])
        return rows if len(rows) == len(bare) else None

    def _under(self, left: float, right: float) -> list[int]:
        """The marks that have a part in a stretch."""
        first = bisect_left(self._xs, left - _WIDEST_MARK)
        near = range(first, bisect_right(self._xs, right + _WIDEST_MARK))
        shapes = self._heaps
        return [
            n
            for n in near
            if left <= shapes[n].x + shapes[n].half and shapes[n].x - shapes[n].half <= right
        ]

    def finish(self) -> tuple[Place, ...]:
        """Put the marks without a label where they are least in the way."""
        rows: dict[int, int] = {}
        for group in dict.fromkeys(self._group_of):
            bare = self._bare(group)
            rows.update(zip(bare, self._roomy(bare) or self._bare_rows(group) or (), strict=True))
        return tuple(
            self.labelled.get(n) or Place(rows[n], heap.x - heap.half, heap.x + heap.half, None)
            for n, heap in enumerate(self._heaps)
        )

    def _roomy(self, bare: list[int]) -> list[int] | None:
        """For each the row with the most room; None if that leaves one of them without."""
        ends, rows = [-inf] * ROWS, list[int]()
        for number in bare:
            heap, covered = self._heaps[number], self._covered[number]
            open_rows = [row for row in range(ROWS) if not covered & 1 << row]
            row = max(open_rows, key=lambda row: self._room(heap, row, ends[row]))
            if heap.x - heap.half < ends[row] + CLEAR:
                return None
            ends[row] = heap.x + heap.half
            rows.append(row)
        return rows

    def _room(self, heap: Shape, row: int, end: float) -> tuple[float, int]:
        """How far the next thing in the row is, up to what is plenty; lower rows before upper."""
        x = heap.x
        far = min((max(a - x, x - b) for a, b in self._taken[row]), default=99.0) - heap.half
        return min(far, x - heap.half - end, 12.0), row


def _groups(heaps: tuple[Shape, ...]) -> list[range]:
    """For each mark the numbers of those that it stands close to, from one to the next."""
    starts, end = list[int](), -inf
    for number, heap in enumerate(heaps):
        if heap.x - heap.half >= end + CLEAR:
            starts.append(number)
        end = max(end, heap.x + heap.half)
    stretches = [range(a, b) for a, b in pairwise([*starts, len(heaps)])]
    return [stretch for stretch in stretches for _ in stretch]
