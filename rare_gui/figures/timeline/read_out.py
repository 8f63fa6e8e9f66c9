"""What lanes and panes say of one day: the words beside the crosshair.

Not for painting them (`crosshair`), and not for finding sources: the scene's words have them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.line_thinning import nearest_point
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.timeline.parts import Bar, Lane, Missing, Pane
from rare_gui.scenes.wording import day_words

NEAR_DAYS = 45.0
"""A value further away says nothing about the day: then there is "no figure"."""


@dataclass(frozen=True, slots=True)
class Told:
    """One line: whose, what; with the fill of the bar, or the colour of the series."""

    name: str
    words: str
    fill: Fill | None = None
    token: str = ""
    title: bool = False


def read_out(frame: Frame, day: int) -> list[Told]:
    """The date, the lanes in view that do something on `day`, and the panes' values there."""
    told = [Told(day_words(date(1970, 1, 1) + timedelta(days=day)), "", title=True)]
    for row, _ in frame.seen_rows:
        bar = bar_on(row.lane, day)
        if bar is not None:
            told.append(Told(row.lane.name, state_words(bar), bar.fill))
    for pane in frame.scene.panes:  # those that are folded too
        lines = _pane_lines(pane, day, frame.scene.missing_in(pane))
        if lines:
            told.append(Told(pane.title, pane.unit, title=True))
            told += lines
    return told


def bar_on(lane: Lane, day: int) -> Bar | None:
    """What the lane's measure did on a day; what was known then goes before later knowledge."""
    covering = [bar for bar in lane.bars if bar.start <= day and (bar.end is None or day < bar.end)]
    return min(covering, key=lambda bar: bar.later) if covering else None


def state_words(bar: Bar) -> str:
    """The state in words: the second line of what the bar says, after the measure's name."""
    lines = bar.spoken.splitlines()
    words = lines[1] if len(lines) > 1 else bar.spoken
    return f"if {words}" if bar.hypothetical else words


def _pane_lines(pane: Pane, day: int, missing: tuple[Missing, ...]) -> list[Told]:
    """One line for each series; several that say the same are told once."""
    told: list[Told] = []
    said: set[str] = set()
    for line in _series(pane, day):
        if line.words not in said:
            said.add(line.words)
            told.append(line)
    found = [line for line in told if line.words != _NO_FIGURE]
    absent = next((m.label for m in missing if m.start <= day < m.end), "")
    return found or ([Told("", absent or _NO_FIGURE)] if told else [])


_NO_FIGURE = "no figure"


def _series(pane: Pane, day: int) -> Iterator[Told]:
    if pane.columns:
        column = next((c for c in pane.columns if c.start <= day < c.end), None)
        yield Told("", _first_line(column.spoken) if column else _NO_FIGURE, token="raw")
    for line in pane.lines:
        point = nearest_point(line, day)
        near = point is not None and abs(point.day - day) <= NEAR_DAYS
        words = _first_line(point.spoken) if point is not None and near else _NO_FIGURE
        yield Told(line.name, words, token=line.role)
    dots = [mark for mark in pane.marks if mark.until is None]
    dots.sort(key=lambda mark: (abs(mark.day - day), mark.day))
    roles: set[str] = set()
    for mark in dots:
        if abs(mark.day - day) <= NEAR_DAYS and mark.role not in roles:
            roles.add(mark.role)
            yield Told("", _first_line(mark.spoken), token=mark.role)
    for mark in pane.marks:
        if mark.until is not None and mark.day <= day < mark.until:
            yield Told("", _first_line(mark.spoken), token=mark.role)
    if pane.marks and not dots:
        yield Told("", _NO_FIGURE)


def _first_line(text: str) -> str:
    return text.split("\n", maxsplit=1)[0]
