"""How high the panes and the lanes' rows are in a figure of a height: pure numbers in px.

Not for where they stand: `layout` adds them up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rare_gui.scenes.timeline.parts import LaneGroup, Pane

HEADER = 20
HINT = 14.0  # the line that says how many lanes are scrolled away

SHELF = 18.0
"""The line with the names of the panes that are folded."""

# Pitch of a lane, its bar, the gap after a group, and how much of their usual height the panes
# give up before the next closer pitch is tried.
_ROWS = ((20, 15, 4, 1.0), (18, 14, 4, 0.84), (16, 13, 4, 0.8), (15, 13, 2, 0.72))
_SPACIOUS = (24, 18, 6, 1.0)
_TALL = 1400  # px of a figure from which lanes may stand that far apart
_CLOSEST = _ROWS[-1]
_SCROLLED = _ROWS[2]
_LEAST_LANES = 120.0  # px of the lanes that stay in view
_BESIDE_SCROLLED = 0.4  # the most of the room that panes take from lanes that scroll anyway

# Least, share of the figure's height, and most of the first pane and of every other one.
_FIRST, _OTHER = (84.0, 0.203, 300.0), (64.0, 0.148, 220.0)
_SQUEEZED = 60.0  # least of the first pane where that spares the lanes a scroll bar
_MESSAGE = 40.0  # a pane that only says why it is empty

_Kind = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Heights:
    """The panes that are open, their heights, and the pitch, bar and group gap of the lanes.

    `folded` are the panes of which only the name is shown, on a shelf under the others.
    """

    panes: tuple[Pane, ...]
    pane_heights: tuple[float, ...]
    folded: tuple[Pane, ...]
    pitch: int
    bar: int
    gap: int

    @property
    def shelf(self) -> float:
        """The height of the shelf."""
        return _shelf(self.folded)


def share_out(
    groups: Sequence[LaneGroup],
    panes: tuple[Pane, ...],
    room: float,
    height: float,
    scrolls: bool = True,
    opened: Collection[str] = (),
) -> Heights:
    """Share `room` px among lanes and panes in a figure `height` px high.

    The lanes come first: the widest pitch that fits is taken, and panes are folded from the last
    one on until every lane is seen. The first pane, and those whose keys are in `opened`, stay
    open as long as that leaves the lanes some room. Only then the lanes scroll. Where they may not
    scroll, as in a saved picture, nothing is folded and the panes shrink to their least.
    """
    if not scrolls:
        return _unfolded(groups, panes, room, height)
    foldings = list(_foldings(panes, opened))
    rows = (_SPACIOUS, *_ROWS) if height >= _TALL else _ROWS
    for kept, folded in foldings:
        for row in rows:
            rest = room - _shelf(folded) - _rows_height(groups, row)
            if rest >= _sum(_kinds(kept, height), row[3]):
                return _heights(_kinds(kept, height), kept, folded, rest, row)
    kept, folded = foldings[-1]
    squeezed = _squeezed(kept, height)
    rest = room - _shelf(folded) - _rows_height(groups, _CLOSEST)
    if rest >= _sum(squeezed, 0.0):
        return _heights(squeezed, kept, folded, rest, _CLOSEST)
    return _scrolled(panes, room, height, opened)


def _unfolded(
    groups: Sequence[LaneGroup], panes: tuple[Pane, ...], room: float, height: float
) -> Heights:
    kinds = _kinds(panes, height)
    for row in _ROWS:
        rest = room - _rows_height(groups, row)
        if rest >= _sum(kinds, row[3] if row is not _CLOSEST else 0.0):
            break
    return _heights(_kinds(panes, 0.0), panes, (), rest, row)


def _scrolled(
    panes: tuple[Pane, ...], room: float, height: float, opened: Collection[str]
) -> Heights:
    """As many panes as a part of the room holds, beside lanes that scroll."""
    most = room - _LEAST_LANES
    for keys in (opened, ()):
        for kept, folded in _foldings(panes, keys):
            kinds = _kinds(kept, height)
            share = most if any(pane.key in keys for pane in kept) else room * _BESIDE_SCROLLED
            space = min(share, most) - _shelf(folded)
            if space >= _sum(kinds, 0.0):
                space = min(space, _sum(kinds, 1.0))
                return _heights(kinds, kept, folded, space, _SCROLLED)
    return _heights(_squeezed(kept, height), kept, folded, 0.0, _SCROLLED)


def _foldings(
    panes: tuple[Pane, ...], opened: Collection[str]
) -> Iterator[tuple[tuple[Pane, ...], tuple[Pane, ...]]]:
    """Open and folded panes: all open, then one more folded each time, from the last one on."""
    folded: list[Pane] = []
    yield panes, ()
    for pane in reversed(panes[1:]):
        if pane.key not in opened:
            folded.insert(0, pane)
            yield tuple(one for one in panes if one not in folded), tuple(folded)


def _shelf(folded: Sequence[Pane]) -> float:
    return SHELF if folded else 0.0


def least_room(groups: Sequence[LaneGroup], panes: tuple[Pane, ...]) -> float:
    """The px in which every lane and every pane can be seen, the panes at their least."""
    return _rows_height(groups, _CLOSEST) + _sum(_kinds(panes, 0.0), 0.0)


def content_height(groups: Sequence[LaneGroup], pitch: int, gap: int) -> float:
    """The height of all lanes with their headers."""
    return sum(HEADER + len(group.lanes) * pitch + gap for group in groups)


def _rows_height(groups: Sequence[LaneGroup], row: tuple[int, int, int, float]) -> float:
    return content_height(groups, row[0], row[2])


def _kinds(panes: Sequence[Pane], height: float) -> list[_Kind]:
    """Least, usual and most height of each pane in a figure `height` px high."""
    kinds: list[_Kind] = []
    for place, pane in enumerate(panes):
        least, share, most = _OTHER if place else _FIRST
        usual = min(max(least, share * height), most)
        # a very high figure would else stay empty between lanes and panes
        most = max(most, share * height)
        kinds.append((_MESSAGE,) * 3 if pane.message else (least, usual, most))
    return kinds


def _squeezed(panes: Sequence[Pane], height: float) -> list[_Kind]:
    """The kinds of the panes where the first one gives up even more."""
    kinds = _kinds(panes, height)
    if panes and not panes[0].message:
        kinds[0] = (_SQUEEZED, *kinds[0][1:])
    return kinds


def _sum(kinds: Sequence[_Kind], strength: float) -> float:
    """What the panes need at a share of their usual height; never less than their least."""
    return sum(max(least, usual * strength) for least, usual, _ in kinds)


def _heights(
    kinds: Sequence[_Kind],
    panes: tuple[Pane, ...],
    folded: tuple[Pane, ...],
    room: float,
    row: tuple[int, int, int, float],
) -> Heights:
    """The panes share `room`, each between its least and its most, in whole px."""
    least, spread = sum(k[0] for k in kinds), sum(k[2] - k[0] for k in kinds)
    share = min(max((room - least) / spread, 0.0), 1.0) if spread else 0.0
    heights = tuple(float(int(low + (high - low) * share)) for low, _, high in kinds)
    return Heights(panes, heights, folded, row[0], row[1], row[2])
