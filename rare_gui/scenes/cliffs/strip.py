"""The strip over the cliff board: the truce, what the data do not cover, a marker for each date.

The truce stands solid as far as its legal text goes and dashed where only a statement carries it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.measure_state import horizon
from rare_gui.scenes.cliff_words import left_spoken, left_words
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day, calendar_day
from rare_gui.scenes.timeline.events import truce_steps
from rare_gui.scenes.wording import MONTHS, day_and_month, day_words

BEFORE, AHEAD, MARGIN = 40, 90, 25
"""Days shown before the data's end or the as-of day, after it, and after the last marker."""


@dataclass(frozen=True, slots=True)
class StripSpan:
    """A stretch `[start, end)` of the truce, by its legal text or by statement only."""

    start: int
    end: int
    by_statement: bool
    label: str
    spoken: str


@dataclass(frozen=True, slots=True)
class StripMarker:
    """The clauses of one date; `clause` is the first of them."""

    day: int
    clause: str
    date: str
    words: str
    left: str
    passed: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class StripScene:
    """Days count from 1970. `uncovered` is the stretch after the data's end up to the as-of day."""

    window: tuple[int, int]
    as_of: int
    as_of_label: str
    data_end: int
    data_end_label: str
    uncovered: tuple[int, int] | None
    uncovered_label: str
    truce: tuple[StripSpan, ...]
    markers: tuple[StripMarker, ...]
    later: str  # how many dates lie further ahead than the strip reaches
    months: tuple[tuple[int, str], ...]


def strip_scene(
    dataset: Dataset, selection: Selection, clauses: Sequence[tuple[int, str, str]]
) -> StripScene:
    """The strip for clauses given as (day, clause id, what they hit), in order of date."""
    known = horizon(dataset.law, selection.known_on)
    what = "data" if known == dataset.data_through else "known"
    as_of, data_end = axis_day(selection.as_of), axis_day(known)
    near, later = strip_markers(clauses, as_of)
    last = max([as_of + AHEAD // 2, *(marker.day for marker in near)])
    first = min([as_of, *([data_end] if data_end <= as_of else []), *(m.day for m in near)])
    window = (first - BEFORE, last + MARGIN)
    age = as_of - data_end
    return StripScene(
        window=window,
        as_of=as_of,
        as_of_label=day_words(selection.as_of),
        data_end=data_end,
        data_end_label=f"{what} to {day_words(known)}",
        uncovered=(data_end, as_of) if age > 0 else None,
        uncovered_label=f"{age} days without data" if age > 0 else "",
        truce=tuple(_truce(dataset, selection, window)),
        markers=near,
        later=later,
        months=tuple(_months(window)),
    )


def strip_markers(
    clauses: Sequence[tuple[int, str, str]], as_of: int
) -> tuple[tuple[StripMarker, ...], str]:
    """A marker for each date that the strip reaches, and how many lie further ahead, in words."""
    every = tuple(_markers(clauses, as_of))
    near = tuple(marker for marker in every if marker.day <= as_of + AHEAD)
    later = len(every) - len(near)
    return near, f"{later} later" if later else ""


def _truce(dataset: Dataset, selection: Selection, window: tuple[int, int]) -> Iterator[StripSpan]:
    """The steps within the window; those of one kind that touch are one span."""
    steps, _ = truce_steps(dataset, selection)
    spans: list[StripSpan] = []
    for step in sorted(steps, key=lambda one: one.start):
        start, end = max(step.start, window[0]), min(step.end, window[1])
        if start >= end:
            continue
        label = "by statement only" if step.by_statement else "Truce by its legal text"
        before = spans[-1] if spans else None
        if before and before.by_statement is step.by_statement and before.end >= start:
            start = before.start
            spans.pop()
        spoken = f"{label}, {day_words(calendar_day(start))} to {day_words(calendar_day(end))}"
        spans.append(StripSpan(start, end, step.by_statement, label, spoken))
    yield from spans


def _markers(clauses: Sequence[tuple[int, str, str]], as_of: int) -> Iterator[StripMarker]:
    by_day: dict[int, list[tuple[str, str]]] = {}
    for day, clause, goods in clauses:
        by_day.setdefault(day, []).append((clause, goods))
    for day, own in by_day.items():
        what = own[0][1] if len(own) == 1 else f"{len(own)} clauses"
        when = day_words(calendar_day(day))
        yield StripMarker(
            day=day,
            clause=own[0][0],
            date=day_and_month(calendar_day(day)),  # the axis below tells the year
            words=f"{what} · {left_words(day - as_of)}",
            left=left_words(day - as_of),
            passed=day <= as_of,
            spoken=f"{when}: {what}, {left_spoken(day - as_of)}",
        )


def _months(window: tuple[int, int]) -> Iterator[tuple[int, str]]:
    """The first day of each month in the window, January by its year."""
    day = calendar_day(window[0]).replace(day=1)
    while axis_day(day) < window[1]:
        if axis_day(day) >= window[0]:
            yield axis_day(day), str(day.year) if day.month == 1 else MONTHS[day.month - 1][:3]
        day = (day + timedelta(days=32)).replace(day=1)
