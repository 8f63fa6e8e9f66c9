"""Paint a folded group as one line: how many of its measures did something on each day.

Not for which groups are folded: the scene says that.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from rare_gui.figures.timeline.frame import Frame
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.timeline.parts import LaneGroup

HEIGHT = 6.0
_NOT_COUNTED = (Fill.ENDED, Fill.ANNOUNCED)
_Ends = tuple[np.ndarray, np.ndarray]


def paint_density(painter: QPainter, frame: Frame, group: LaneGroup, bottom: float) -> None:
    """A skyline over the plot, as high as the share of the group's most measures at once."""
    place, axis = frame.layout, frame.axis
    columns = np.arange(int(place.left), int(place.right) + 1)
    days = axis.first + (columns - axis.left) / axis.px_per_day
    counts = counted(group, days)
    most = peak(group)
    if not most:
        return
    tops = bottom - HEIGHT * counts / most
    steps = np.flatnonzero(np.diff(tops))  # where the skyline turns: two corners each
    outline = QPolygonF([QPointF(columns[0], bottom), QPointF(columns[0], tops[0])])
    for step in steps.tolist():
        outline.append(QPointF(columns[step + 1], tops[step]))
        outline.append(QPointF(columns[step + 1], tops[step + 1]))
    outline.append(QPointF(columns[-1], tops[-1]))
    outline.append(QPointF(columns[-1], bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(frame.theme.faded("text3", 0.55))
    painter.drawPolygon(outline)


def counted(group: LaneGroup, days: np.ndarray) -> np.ndarray:
    """How many bars cover each of `days`; those that only announce or have ended do not count."""
    starts, ends = _ends(group)
    return np.searchsorted(starts, days, "right") - np.searchsorted(ends, days, "right")


def peak(group: LaneGroup) -> int:
    """The most bars on one day, ever: the scale does not change while panning."""
    starts, _ = _ends(group)
    return int(counted(group, starts).max()) if len(starts) else 0


class _Same:
    """A group told apart by what it is, not by its content: hashing 10,000 lanes is slow."""

    def __init__(self, group: LaneGroup) -> None:
        self.group = group

    def __hash__(self) -> int:
        return id(self.group.lanes)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.group.lanes is self.group.lanes


def _ends(group: LaneGroup) -> _Ends:
    return _sorted_ends(_Same(group))


@lru_cache(maxsize=16)
def _sorted_ends(same: _Same) -> _Ends:
    bars = [
        bar
        for lane in same.group.lanes
        for bar in lane.bars
        if bar.fill not in _NOT_COUNTED and not bar.later
    ]
    starts = np.sort(np.array([bar.start for bar in bars], dtype=float))
    ends = np.sort(np.array([bar.end for bar in bars if bar.end is not None], dtype=float))
    return starts, ends
