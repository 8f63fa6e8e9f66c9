"""How high the panes and the lanes' rows are in a figure of a height: pure numbers in px.

Not for where they stand: `layout` adds them up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rare_gui.scenes.timeline_parts import LaneGroup, Pane

HEADER = 20
HINT = 14.0  # the line that says how many lanes are scrolled away

# Pitch of a lane, its bar, the gap after a group, and how much of their usual height the panes
# give up before the next closer pitch is tried.
_ROWS = ((20, 15, 4, 1.0), (18, 14, 4, 0.84), (16, 13, 4, 0.8), (15, 13, 2, 0.72))
_SCROLLED = _ROWS[2]
_LEAST_LANES = 120.0  # px of the lanes that stay in view; the last pane goes before them

# Least, share of the figure's height, and most of the first pane and of every other one.
_FIRST, _OTHER = (84.0, 0.203, 300.0), (64.0, 0.148, 220.0)
_MESSAGE = 40.0  # a pane that only says why it is empty


@dataclass(frozen=True, slots=True)
class Heights:
    """The panes that are kept, their heights, and the pitch, bar and group gap of the lanes."""

    panes: tuple[Pane, ...]
    pane_heights: tuple[float, ...]
    pitch: int
    bar: int
    gap: int


def share_out(
    groups: Sequence[LaneGroup],
    panes: tuple[Pane, ...],
    room: float,
    height: float,
    scrolls: bool = True,
) -> Heights:
    """Share `room` px among lanes and panes in a figure `height` px high.

    The widest lane pitch that fits is taken. Where lanes may scroll, the panes keep most of their
    usual height and the lanes scroll; where they may not, the panes shrink to their least first.
    """
    closest = _ROWS[-1]
    while scrolls and len(panes) > 1:
        if room - _sum(panes, height, 0.0) >= min(_LEAST_LANES, _rows_height(groups, closest)):
            break
        panes = panes[:-1]
    for row in _ROWS:
        strength = row[3] if scrolls or row is not closest else 0.0
        rest = room - _rows_height(groups, row)
        if rest >= _sum(panes, height, strength):
            return _heights(panes, rest, row)
    rest = room - _rows_height(groups, closest)
    if not scrolls:
        return _heights(panes, rest, closest)
    return _heights(panes, min(_sum(panes, height, 1.0), room - _LEAST_LANES), _SCROLLED)


def least_room(groups: Sequence[LaneGroup], panes: tuple[Pane, ...]) -> float:
    """The px in which every lane and every pane can be seen, the panes at their least."""
    return _rows_height(groups, _ROWS[-1]) + _sum(panes, 0.0, 0.0)


def content_height(groups: Sequence[LaneGroup], pitch: int, gap: int) -> float:
    """The height of all lanes with their headers."""
    return sum(HEADER + len(group.lanes) * pitch + gap for group in groups)


def _rows_height(groups: Sequence[LaneGroup], row: tuple[int, int, int, float]) -> float:
    return content_height(groups, row[0], row[2])


def _kinds(panes: tuple[Pane, ...], height: float) -> list[tuple[float, float, float]]:
    """Least, usual and most height of each pane."""
    kinds: list[tuple[float, float, float]] = []
    for place, pane in enumerate(panes):
        least, share, most = _OTHER if place else _FIRST
        usual = min(max(least, share * height), most)
        kinds.append((_MESSAGE,) * 3 if pane.message else (least, usual, most))
    return kinds


def _sum(panes: tuple[Pane, ...], height: float, strength: float) -> float:
    """What the panes need at a share of their usual height; never less than their least."""
    return sum(max(least, usual * strength) for least, usual, _ in _kinds(panes, height))


def _heights(panes: tuple[Pane, ...], room: float, row: tuple[int, int, int, float]) -> Heights:
    """The panes share `room`, each between its least and its most, in whole px."""
    kinds = _kinds(panes, 0.0)
    least, spread = sum(k[0] for k in kinds), sum(k[2] - k[0] for k in kinds)
    share = min(max((room - least) / spread, 0.0), 1.0) if spread else 0.0
    heights = tuple(float(int(low + (high - low) * share)) for low, _, high in kinds)
    return Heights(panes, heights, row[0], row[1], row[2])
