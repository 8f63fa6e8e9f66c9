"""Where the rows of the timeline stand: one gutter, rows from events down to the overview.

Pure geometry in logical px; it looks at how many rows a scene has, never at what they say.
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.scenes.timeline_parts import Lane, LaneGroup, Pane, TimelineScene

MARGIN = 16  # left of the gutter
GUTTER = 104  # lane names and y axes
RIGHT = 20  # right of the plots; arrow tips reach into it
EVENT_PITCH = 14
HEADER = 20
GROUP_GAP = 4
BELOW_AXIS = 30  # tick labels and the flag
FOOT = 8
_BAR_BY_PITCH = ((20, 15), (18, 14), (16, 13))


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A lane with its middle, in px from the top of the lanes' content (which may scroll)."""

    lane: Lane
    middle: float


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A lane group's header, from `top`, in px from the top of the lanes' content."""

    group: LaneGroup
    top: float


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


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of all rows for one size. `lanes_height` is the whole content, seen or not."""

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
    axis: float
    overview_top: float
    overview_bottom: float

    @property
    def hidden(self) -> float:
        """How many px of the lanes do not fit into their area."""
        return max(0.0, self.lanes_height - (self.lanes_bottom - self.lanes_top))


def event_middle(row: int) -> float:
    """The middle of an event row (0 to 2)."""
    return 13 + row * EVENT_PITCH


def lay_out(scene: TimelineScene, width: float, height: float) -> Layout:
    """Give every row its place: the widest lane pitch that fits, panes as high as there is room.

    Lanes that do not fit even at the smallest pitch scroll; the last pane goes first when the
    figure is too low for that.
    """
    events_bottom = 55.0
    truce_bottom = events_bottom + 17 if scene.truce else events_bottom
    lanes_top = truce_bottom + 11
    strip = 34 if height >= 560 else 24
    overview_bottom = height - FOOT
    axis = overview_bottom - strip - BELOW_AXIS
    room = axis - lanes_top
    panes = scene.panes
    smallest = _BAR_BY_PITCH[-1][0]
    while len(panes) > 1 and room - _smallest(panes) < min(120.0, _content(scene, smallest)):
        panes = panes[:-1]
    pitch, bar = _pitch(scene, room - _usual(panes), room - _smallest(panes))
    content = _content(scene, pitch)
    heights = _pane_heights(panes, room - content)
    panes_top = axis - sum(heights)
    groups, lanes = _rows(scene, pitch)
    rows: list[PaneRow] = []
    top = panes_top
    for pane, pane_height in zip(panes, heights, strict=True):
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
        lanes_height=content,
        pitch=pitch,
        bar=bar,
        groups=groups,
        lanes=lanes,
        panes=tuple(rows),
        axis=axis,
        overview_top=axis + BELOW_AXIS,
        overview_bottom=overview_bottom,
    )


def whole_height(scene: TimelineScene, asked: float) -> int:
    """The height, in px, at which every lane and every pane is seen: `asked` when that will do.

    Where it will not, the panes get their usual height rather than their least.
    """
    top = 55 + (17 if scene.truce else 0) + 11
    lanes = _content(scene, _BAR_BY_PITCH[-1][0])
    rest = top + lanes + BELOW_AXIS + 34 + FOOT
    if asked >= max(560, rest + _smallest(scene.panes)):
        return int(asked)
    return int(max(560, rest + _usual(scene.panes)))


def _pitch(scene: TimelineScene, usual: float, most: float) -> tuple[int, int]:
    for pitch, bar in _BAR_BY_PITCH:
        if _content(scene, pitch) <= (usual if pitch > 16 else most):
            return pitch, bar
    return _BAR_BY_PITCH[-1]


def _content(scene: TimelineScene, pitch: int) -> float:
    return sum(HEADER + len(group.lanes) * pitch + GROUP_GAP for group in scene.groups)


def _rows(scene: TimelineScene, pitch: int) -> tuple[tuple[GroupRow, ...], tuple[LaneRow, ...]]:
    groups: list[GroupRow] = []
    lanes: list[LaneRow] = []
    top = 0.0
    for group in scene.groups:
        groups.append(GroupRow(group, top))
        top += HEADER
        for lane in group.lanes:
            lanes.append(LaneRow(lane, top + pitch / 2))
            top += pitch
        top += GROUP_GAP
    return tuple(groups), tuple(lanes)


# (least, usual, most) height of the first pane and of every other one.
_FIRST, _OTHER = (84.0, 110.0, 190.0), (66.0, 84.0, 140.0)
_MESSAGE = (40.0, 40.0, 40.0)  # a pane that only says why it is empty


def _sizes(panes: tuple[Pane, ...], which: int) -> list[float]:
    kinds = [_MESSAGE if pane.message else _OTHER if place else _FIRST
             for place, pane in enumerate(panes)]  # fmt: skip
    return [kind[which] for kind in kinds]


def _smallest(panes: tuple[Pane, ...]) -> float:
    return sum(_sizes(panes, 0))


def _usual(panes: tuple[Pane, ...]) -> float:
    return sum(_sizes(panes, 1))


def _pane_heights(panes: tuple[Pane, ...], room: float) -> list[float]:
    """Share `room` among the panes, each between its least and its most, in whole px."""
    if not panes:
        return []
    least, most = _sizes(panes, 0), _sizes(panes, 2)
    spread = sum(most) - sum(least)
    share = min(max((room - sum(least)) / spread, 0.0), 1.0) if spread else 0.0
    return [float(round(low + (high - low) * share)) for low, high in zip(least, most, strict=True)]
