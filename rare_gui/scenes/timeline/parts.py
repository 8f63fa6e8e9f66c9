"""The frozen parts of a timeline scene. All positions on the time axis are days since 1970-01-01.

Not for computing them: `scenes.timeline.scene` does.
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.scenes.palette import Fill


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of a lane during which its measure did one thing: `[start, end)`.

    `end` is None when nothing ends it (drawn to the right edge with an arrow tip).
    `soft_until` > start when the start is known only to the month or year: the day by which it had
    begun. `partial`: only a part is suspended (half-hatched). `scheduled`: takes effect after what
    was known. `later`: it became known only after the known-on day; such a bar may lie over others.
    `hypothetical`: only a what-if says so.
    `labels` are the long, shorter and shortest wording, tried in that order. `sources` are ids.
    """

    start: int
    end: int | None
    fill: Fill
    labels: tuple[str, ...]
    spoken: str
    soft_until: int | None = None
    partial: bool = False
    scheduled: bool = False
    later: bool = False
    sources: tuple[str, ...] = ()
    hypothetical: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of the timeline: a measure, its bars in order of time and its name in the gutter."""

    measure: str
    name: str
    bars: tuple[Bar, ...]
    binding: bool  # the measure that sets the state of the chosen form on the as-of day


@dataclass(frozen=True, slots=True)
class LaneGroup:
    """The lanes of one side, with the words beside its name (authorities, counts on the day)."""

    key: str
    name: str
    summary: str
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class EventMark:
    """A dated event; `ahead` when it lies after the as-of day. Lower `rank` is labelled first.

    `later`: it happened only after the known-on day. `title` says in full what happened.
    """

    event: str
    day: int
    label: str
    spoken: str
    rank: int
    ahead: bool
    soft_until: int | None = None
    later: bool = False
    sources: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note of the user's own at a day; `note` is its id, `label` its first line."""

    note: str
    day: int
    label: str
    spoken: str


@dataclass(frozen=True, slots=True)
class TruceStep:
    """One step of the truce; `by_statement` when no legal text carries its end."""

    start: int
    end: int
    labels: tuple[str, ...]
    spoken: str
    by_statement: bool
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A bar of a monthly series over `[start, end)`; `estimated` values carry the mark e."""

    start: int
    end: int
    value: float
    spoken: str
    estimated: bool = False
    later: bool = False  # published after the known-on day


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a line at a day; `gap` when the line must not join it to the point before."""

    day: float
    value: float
    spoken: str
    gap: bool = False
    estimated: bool = False
    later: bool = False  # published after the known-on day


@dataclass(frozen=True, slots=True)
class Line:
    """A series drawn as a line; role is `fin`, `raw`, `ink` or `text3`. Label stands at its end."""

    name: str
    role: str
    points: tuple[Point, ...]
    label: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A price at a day with its published range; with `until` a mean over `[day, until)`."""

    day: float
    value: float
    low: float | None
    high: float | None
    role: str  # ink (outside China) or text3 (China, means)
    label: str  # may be empty
    spoken: str
    hollow: bool = False
    until: float | None = None
    later: bool = False  # published after the known-on day


@dataclass(frozen=True, slots=True)
class Missing:
    """A stretch `[start, end)` without figures, hatched, with words in it."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """A shaded stretch `[start, end)` of a pane, such as the days before and after an event.

    `role` is the theme's token of its ground (`band`, `lic-soft`); `label` stands inside it.
    """

    start: int
    end: int
    label: str
    role: str = "band"


SILENCE_TOLD = 20
"""Days; a shorter stretch after the last figure is no news: the next one is not due yet."""


@dataclass(frozen=True, slots=True)
class Pane:
    """A small plot under the lanes, on the same time axis, with a y axis from 0 to `top`.

    `missing` are stretches that have an end; the one after the last figure goes on from the day
    `silent_from`, in the words `silent_label`, and `missing_until` tells how far.
    """

    key: str
    title: str
    unit: str
    top: float
    ticks: tuple[float, ...]
    columns: tuple[Column, ...] = ()
    column_label: str = ""  # stands by the last column
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    hollow: tuple[int, ...] = ()  # days of months without a published figure, drawn as hollow dots
    hollow_label: str = ""
    missing: tuple[Missing, ...] = ()
    silent_from: int | None = None
    silent_label: str = ""
    message: str = ""  # said instead of a picture when there is nothing to draw
    bands: tuple[Band, ...] = ()
    form: str = ""  # of the goods that all its figures are of, where it has one form alone
    indexed: bool = False  # values are shares of that of one month, which is 100
    short_units: tuple[str, ...] = ()  # for less room, each shorter than the one before

    def missing_until(self, day: int) -> tuple[Missing, ...]:
        """All stretches without figures, seen from `day`: up to there the last one reaches."""
        if self.silent_from is None or day - self.silent_from < SILENCE_TOLD:
            return self.missing
        return (*self.missing, Missing(self.silent_from, day, self.silent_label))


@dataclass(frozen=True, slots=True)
class TimelineScene:
    """Everything the timeline shows.

    `as_of`, `data_end`, `window` and `limits` are days since 1970. `today` is None in exports.
    `known_on` is a day when the user looks through earlier knowledge, else None. Without
    `with_events` it is not about events, and no rows are kept for them.
    """

    title: str
    subtitle: str
    as_of: int
    as_of_label: str
    known_on: int | None
    data_end: int
    data_end_label: str
    window: tuple[int, int]
    limits: tuple[int, int]
    events: tuple[EventMark, ...]
    truce: tuple[TruceStep, ...]
    truce_end_label: tuple[str, ...]
    groups: tuple[LaneGroup, ...]
    lanes_shown: int
    lanes_total: int
    panes: tuple[Pane, ...]
    legend: tuple[tuple[Fill, str], ...]  # only the fills that occur
    sources: tuple[str, ...]  # short citations, for the source strip of exports
    notes: tuple[NoteMark, ...] = ()
    compared_to: int | None = None  # the earlier day of a comparison
    folded: tuple[str, ...] = ()  # keys of groups shown as one line of density
    travelling: bool = False  # framed in ink: not today's picture
    with_events: bool = True

    def missing_in(self, pane: Pane) -> tuple[Missing, ...]:
        """The stretches of a pane without figures; the last reaches to the as-of day or the data's
        end, whichever is later."""
        return pane.missing_until(max(self.as_of, self.data_end))
