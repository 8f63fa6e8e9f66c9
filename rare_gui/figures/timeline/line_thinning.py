"""Lines with more points than can be told apart: what is drawn of them, and their nearest point.

Of each column of px the first, lowest, highest and last value: what is drawn is what all points
would draw; no mean, no smoothing. Points are in order of days.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from rare_gui.figures.timeline.time_axis import TimeAxis
from rare_gui.scenes.timeline.parts import Line, Point

CROWDED = 400
"""Points from which a line is worked on as arrays; it then has no dots of its own."""
_FEW = 4  # points for each px: more in view are thinned


class Run(NamedTuple):
    """Joined points: their days and values; `later` when they were published too late."""

    days: np.ndarray
    values: np.ndarray
    later: bool


class _Same:
    """Points told apart by being the same tuple: hashing a million of them is slow."""

    def __init__(self, points: tuple[Point, ...]) -> None:
        self.points = points

    def __hash__(self) -> int:
        return id(self.points)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.points is self.points


class _Columns(NamedTuple):
    days: np.ndarray
    values: np.ndarray
    later: np.ndarray
    runs: np.ndarray  # the number of the run that each point belongs to


def is_crowded(line: Line) -> bool:
    """Whether the line is drawn from arrays."""
    return len(line.points) > CROWDED


def drawn_runs(line: Line, axis: TimeAxis) -> list[Run]:
    """The stretches of a crowded line in view, with one point beyond on either side."""
    return _drawn(_Same(line.points), axis)


def telling_points(line: Line, axis: TimeAxis) -> list[Point]:
    """Those points of a crowded line in view that answer to the pointer, in order of days."""
    days, values, _, _ = _columns(_Same(line.points))
    cuts = _cuts(days, axis)
    kept: list[int] = []
    if not _is_thinned(cuts):
        return list(line.points[int(cuts[0]) : int(cuts[-1])])
    for start, stop in pairwise(cuts.tolist()):
        if start < stop:
            part = values[start:stop]
            low, high = start + int(part.argmin()), start + int(part.argmax())
            kept += sorted({start, low, high, stop - 1})
    return [line.points[number] for number in kept]


def nearest_point(line: Line, day: float) -> Point | None:
    """The point of the line that is nearest to a day, the earlier one of two; None of none."""
    if not line.points:
        return None
    days = _columns(_Same(line.points)).days
    after = int(np.searchsorted(days, day))
    around = [n for n in (after - 1, after) if 0 <= n < len(days)]
    return line.points[min(around, key=lambda n: abs(float(days[n]) - day))]


@lru_cache(maxsize=32)
def _columns(same: _Same) -> _Columns:
    points, count = same.points, len(same.points)
    days = np.fromiter((point.day for point in points), float, count)
    values = np.fromiter((point.value for point in points), float, count)
    later = np.fromiter((point.later for point in points), bool, count)
    gaps = np.fromiter((point.gap for point in points), bool, count)
    gaps[1:] |= later[1:] != later[:-1]
    return _Columns(days, values, later, np.cumsum(gaps))


def _cuts(days: np.ndarray, axis: TimeAxis) -> np.ndarray:
    """The numbers of the points at which columns of px begin, and the end of the last one.

    The point before the first column and that after the last one are columns of their own.
    """
    width = max(1, int(axis.right - axis.left))
    borders = axis.first + np.arange(width + 1) * ((axis.last - axis.first) / width)
    cuts = np.searchsorted(days, borders)
    around = [max(0, cuts[0] - 1)], [min(len(days), cuts[-1] + 1)]
    return np.concatenate((around[0], cuts, around[1]))


def _is_thinned(cuts: np.ndarray) -> bool:
    return bool(cuts[-1] - cuts[0] > _FEW * (len(cuts) - 1))


@lru_cache(maxsize=16)
def _drawn(same: _Same, axis: TimeAxis) -> list[Run]:
    days, values, later, runs = _columns(same)
    cuts = _cuts(days, axis)
    first, end = int(cuts[0]), int(cuts[-1])
    if first >= end:
        return []
    if _is_thinned(cuts):
        starts = np.unique(cuts[:-1])
        starts = starts[starts < end]
        stops = np.append(starts[1:], end) - 1
        lows = np.minimum.reduceat(values[:end], starts)
        highs = np.maximum.reduceat(values[:end], starts)
        # Up and down in the middle of a column, in and out at its own first and last value.
        xs = np.repeat(days[starts], 4)
        xs[3::4] = days[stops]
        ys = np.stack([values[starts], lows, highs, values[stops]], axis=1).ravel()
        ends = np.repeat(runs[starts], 4)
        ends[3::4] = runs[stops]
        lates = np.repeat(later[starts], 4)
        lates[3::4] = later[stops]
    else:
        seen = slice(first, end)
        xs, ys, ends, lates = days[seen], values[seen], runs[seen], later[seen]
    turns = np.flatnonzero(np.diff(ends)) + 1
    borders = [0, *turns.tolist(), len(xs)]
    return [Run(xs[a:b], ys[a:b], bool(lates[a])) for a, b in pairwise(borders)]
