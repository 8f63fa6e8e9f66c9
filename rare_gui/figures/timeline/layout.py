"""Where the rows of the timeline stand: one gutter, rows from events down to the overview.

Pure geometry in logical px; it looks at how many rows a scene has, never at what they say.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import numpy as np

from rare_gui.figures.timeline.heights import HEADER, HINT, content_height, least_room, share_out
from rare_gui.scenes.timeline.parts import Lane, LaneGroup, Pane, TimelineScene

MARGIN = 16  # left of the gutter
GUTTER = 104  # lane names and y axes
RIGHT = 20  # right of the plots; arrow tips reach into it
EVENT_PITCH = 14
BELOW_AXIS = 30  # tick labels and the flag
FOOT = 8
_EVENTS = 55.0
_NO_EVENTS = 10.0  # a saved picture without events keeps no rows for them
_TRUCE = 17.0
_GAP = 11.0  # under the events and the truce
_TALL = 560  # px from which the overview has its full height


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A lane with its middle, in px from the top of the lanes' content (which may scroll)."""

    lane: Lane
    middle: float


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A lane group's header, from `top`, in px from the top of the lanes' content.

    `first` is the bottom of its first lane: without that one its header is not worth showing.
    `folded`: its lanes are not shown, its header draws their density.
    """

    group: LaneGroup
    top: float
    first: float
    folded: bool = False


@dataclass(frozen=True, slots=True)
class PaneRow:
    """A pane between `top` and `bottom`; its values run from `base` (zero) up to `ceiling`."""

    pane: Pane
    top: float
    bottom: float

    @property
    def base(self) -> float:
        return self.bottom - 8

    @property
    def ceiling(self) -> float:
        return self.top + 15

    def y(self, value: float) -> float:
        """The px of a value; values above the pane's top are drawn at its edge."""
        share = min(max(value / self.pane.top, 0.0), 1.06) if self.pane.top else 0.0
        return self.base - share * (self.base - self.ceiling)

    def ys(self, values: np.ndarray) -> np.ndarray:
        """The px of many values."""
        top = self.pane.top
        shares = np.clip(values / top, 0.0, 1.06) if top else np.zeros(len(values))
        return self.base - shares * (self.base - self.ceiling)


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of all rows for one size. `lanes_height` is the whole content, seen or not.

    `folded` are the panes of which only the names are shown, from `shelf_top` down to the axis;
    `opened` are the keys of those that stay open because the user wants them.
    """

    width: float
    height: float
    left: float
    right: float
    events_bottom: float
    truce_bottom: float
    lanes_top: float
    lanes_bottom: float
    lanes_height: float
    pitch: int
    bar: int
    groups: tuple[GroupRow, ...]
    lanes: tuple[LaneRow, ...]
    panes: tuple[PaneRow, ...]
    folded: tuple[Pane, ...]
    opened: frozenset[str]
    shelf_top: float
    axis: float
    overview_top: float
    overview_bottom: float

    @property
    def hidden(self) -> float:
        """How many px of the lanes do not fit into their area."""
        return max(0.0, self.lanes_height - (self.lanes_bottom - self.lanes_top))

    @property
    def lanes_room(self) -> float:
        """The px in which whole rows are shown: the area, less the hint when there is more."""
        return self.lanes_bottom - self.lanes_top - (HINT if self.hidden else 0.0)

    @property
    def stops(self) -> tuple[float, ...]:
        """The px by which the lanes may be scrolled: each puts a whole row on top."""
        if not self.hidden:
            return (0.0,)
        # A first lane goes with its header.
        under = {row.first - self.pitch for row in self.groups if not row.folded}
        tops = [row.top for row in self.groups]
        tops += [top for top in map(self._top, self.lanes) if top not in under]
        end = self.lanes[-1].middle + self.pitch / 2 if self.lanes else 0.0
        end = max([end, *(row.first for row in self.groups[-1:])])
        stops: list[float] = []
        for top in sorted(tops):
            stops.append(top)
            if end - top <= self.lanes_room:
                break
        return tuple(stops)

    def _top(self, row: LaneRow) -> float:
        return row.middle - self.pitch / 2

    def lanes_seen(self, scroll: float) -> tuple[LaneRow, ...]:
        """The lanes that are seen as a whole."""
        first, end = self.span_seen(scroll)
        return self.lanes[first:end]

    def span_seen(self, scroll: float) -> tuple[int, int]:
        """Which lanes are seen as a whole: from the first number to before the second."""
        half, end = self.pitch / 2, scroll + self.lanes_room
        first = bisect_left(self.lanes, scroll + half, key=_middle)
        return first, max(first, bisect_right(self.lanes, end - half, key=_middle))

    def groups_seen(self, scroll: float) -> Iterator[GroupRow]:
        """The headers that are seen with at least one of their lanes."""
        end = scroll + self.lanes_room
        return (row for row in self.groups if scroll <= row.top and row.first <= end)


def _middle(row: LaneRow) -> float:
    return row.middle


def event_middle(row: int) -> float:
    """The middle of an event row (0 to 2)."""
    return 13 + row * EVENT_PITCH


def lay_out(
    scene: TimelineScene,
    width: float,
    height: float,
    scrolls: bool = True,
    opened: Collection[str] = (),
) -> Layout:
    """Give every row its place: the widest lane pitch that fits, panes as high as there is room.

    Where height is short the last panes fold to their names before lanes scroll, except those
    whose keys are `opened`. With `scrolls` off, as in a saved picture, the panes shrink to their
    least so that all lanes are seen. A folded group is its header alone.
    """
    shown = _shown(scene)
    events_bottom = _events(scene, scrolls)
    truce_bottom = events_bottom + (_TRUCE if scene.truce else 0.0)
    lanes_top = truce_bottom + _GAP
    overview_bottom = height - FOOT
    axis = overview_bottom - _strip(height) - BELOW_AXIS
    room = axis - lanes_top
    heights = share_out(shown, scene.panes, room, height, scrolls, opened)
    groups, lanes = _rows(scene, heights.pitch, heights.gap)
    shelf_top = axis - heights.shelf
    panes_top = shelf_top - sum(heights.pane_heights)
    rows: list[PaneRow] = []
    top = panes_top
    for pane, pane_height in zip(heights.panes, heights.pane_heights, strict=True):
        rows.append(PaneRow(pane, top, top + pane_height))
        top += pane_height
    return Layout(
        width=width,
        height=height,
        left=MARGIN + GUTTER,
        right=max(width - RIGHT, MARGIN + GUTTER + 40),
        events_bottom=events_bottom,
        truce_bottom=truce_bottom,
        lanes_top=lanes_top,
        lanes_bottom=max(lanes_top, panes_top),
        lanes_height=content_height(shown, heights.pitch, heights.gap),
        pitch=heights.pitch,
        bar=heights.bar,
        groups=groups,
        lanes=lanes,
        panes=tuple(rows),
        folded=heights.folded,
        opened=frozenset(opened),
        shelf_top=shelf_top,
        axis=axis,
        overview_top=axis + BELOW_AXIS,
        overview_bottom=overview_bottom,
    )


def whole_height(scene: TimelineScene) -> int:
    """The least height, in px, at which every lane and every pane is seen without scrolling."""
    top = _events(scene, False) + (_TRUCE if scene.truce else 0.0) + _GAP
    rest = top + least_room(_shown(scene), scene.panes) + BELOW_AXIS + FOOT
    low = rest + _strip(0)
    return int(low + 0.999 if low < _TALL else rest + _strip(_TALL) + 0.999)


def _shown(scene: TimelineScene) -> tuple[LaneGroup, ...]:
    """The groups with the lanes that are shown: those that are folded have none."""
    folded = frozenset(scene.folded)
    return tuple(
        replace(group, lanes=()) if group.key in folded else group for group in scene.groups
    )


def _events(scene: TimelineScene, scrolls: bool) -> float:
    return _EVENTS if scene.events or (scrolls and scene.with_events) else _NO_EVENTS


def _strip(height: float) -> float:
    return 34 if height >= _TALL else 24


def _rows(
    scene: TimelineScene, pitch: int, gap: int
) -> tuple[tuple[GroupRow, ...], tuple[LaneRow, ...]]:
    groups: list[GroupRow] = []
    lanes: list[LaneRow] = []
    top = 0.0
    for group, shown in zip(scene.groups, _shown(scene), strict=True):
        folded = group.key in scene.folded
        first = top + HEADER + (0 if folded else pitch)
        groups.append(GroupRow(group, top, first, folded))
        top += HEADER
        for lane in shown.lanes:
            lanes.append(LaneRow(lane, top + pitch / 2))
            top += pitch
        top += gap
    return tuple(groups), tuple(lanes)
