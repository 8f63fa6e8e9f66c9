"""The timeline's events and truce steps for a selection.

Not for legal states: an event is what happened, a state is computed from status rows.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import turning_days
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import Basis, DatePrecision
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.spoken_lines import basis_line, sources_line
from rare_gui.scenes.time import axis_day, calendar_day, soft_end
from rare_gui.scenes.timeline.parts import EventMark, TruceStep
from rare_gui.scenes.wording import BASIS_WORDS, day_words

TRUCE_SIDES = frozenset({"CN", "US"})
"""The truce of October 2025 is between these two; it says nothing about other trade."""

_TELLING = frozenset({"restriction", "relief", "truce", "legal", "trade_action"})
"""Kinds of events that change what applies; the others come with all lanes."""

_RANK = {
    "restriction": 0,
    "truce": 0,
    "relief": 1,
    "trade_action": 2,
    "legal": 2,
    "industry": 3,
    "price": 3,
    "investment": 4,
}


@dataclass(frozen=True, slots=True)
class EventDay:
    """When an event was, how exactly that is known, and its title."""

    day: date
    precision: DatePrecision
    title: str


@dataclass(frozen=True, slots=True)
class _Event:
    id: str
    day: date
    precision: DatePrecision
    category: str
    short: str
    title: str
    summary: str
    materials: frozenset[str]
    countries: frozenset[str]
    sources: tuple[str, ...]


def event_marks(dataset: Dataset, selection: Selection) -> tuple[EventMark, ...]:
    """Events that change what applies to the material, and the truce between the two sides.

    With all lanes every event that is in the data. Events after the known-on day are left out, or
    with ghosts marked as later.
    """
    kept = dataset.law.kept(selection.known_on)
    sides = frozenset({selection.origin, selection.destination})
    way = (selection.origin, selection.destination)
    key = ("events", selection.material, way, selection.all_lanes, selection.ghosts)
    if key not in kept:
        kept[key] = _chosen(dataset, selection, sides)
    chosen: list[tuple[_Event, int]] = kept[key]
    # the events are in order of time, and a mark changes only when its day comes
    place = (*key, bisect_right(chosen, selection.as_of, key=lambda pair: pair[0].day))
    if place not in kept:
        kept[place] = tuple(_mark(event, rank, selection) for event, rank in chosen)
    return kept[place]  # type: ignore[no-any-return]


def event_day(dataset: Dataset, event: str) -> EventDay:
    """The day of an event; KeyError when no event has that id."""
    for one in _events(dataset):
        if one.id == event:
            return EventDay(one.day, one.precision, one.title)
    raise KeyError(event)


def _chosen(
    dataset: Dataset, selection: Selection, sides: frozenset[str]
) -> list[tuple[_Event, int]]:
    names = dataset.law.names(selection.material) | dataset.products_of(selection.material)
    goods = (selection.material, selection.origin, selection.destination)
    turns = frozenset(turning_days(dataset.law, *goods, selection.known_on))
    chosen = []
    for event in _events(dataset):
        if _is_later(event, selection) and not selection.ghosts:
            continue
        named = bool(names & event.materials)
        between = sides <= event.countries and event.category == "truce"
        telling = named and event.category in _TELLING
        if telling or between or selection.all_lanes:
            chosen.append((event, _rank(event, selection, between, turns)))
    return chosen


def _rank(event: _Event, selection: Selection, between: bool, turns: frozenset[date]) -> int:
    """Lower is told first: what restricts and the truce, then what eases, then the rest.

    Within each, events of the material itself and those of a day on which its law turned (`turns`)
    come before the truce's others and the origin's for a whole group, and those before the rest.
    """
    nearness = 2
    if selection.material in event.materials or event.day in turns:
        nearness = 0
    elif between or selection.origin in event.countries:
        nearness = 1
    return _RANK.get(event.category, 4) * 3 + nearness


def _is_later(event: _Event, selection: Selection) -> bool:
    return selection.known_on is not None and event.day > selection.known_on


def _mark(event: _Event, rank: int, selection: Selection) -> EventMark:
    day = axis_day(event.day)
    when = day_words(event.day, event.precision)
    return EventMark(
        event=event.id,
        day=day,
        label=event.short,
        spoken=f"{when}: {event.title}\n{event.summary}\n{sources_line(event.sources)}",
        rank=rank,
        ahead=event.day > selection.as_of,
        soft_until=soft_end(event.day, event.precision),
        later=_is_later(event, selection),
        sources=event.sources,
        title=event.title,
    )


def _events(dataset: Dataset) -> tuple[_Event, ...]:
    if "events" not in dataset.kept:
        dataset.kept["events"] = tuple(
            _Event(
                row["event"],
                row["date"].date(),
                DatePrecision(row["date_precision"]),
                row["category"],
                row["short_title"],
                row["title"],
                row["summary"],
                frozenset(split_ids(row["materials"])),
                frozenset(split_ids(row["countries"])),
                split_ids(row["source_ids"]),
            )
            for row in rows(dataset.tables["events"].sort_values("date"))
        )
    return dataset.kept["events"]  # type: ignore[no-any-return]


def truce_steps(
    dataset: Dataset, selection: Selection
) -> tuple[tuple[TruceStep, ...], tuple[str, ...]]:
    """The truce's steps, and the words at its end (date, days left from the as-of day).

    Nothing for trade that the truce does not concern.
    """
    if {selection.origin, selection.destination} != TRUCE_SIDES:
        return (), ()
    steps = tuple(
        step
        for step in _all_steps(dataset)
        if selection.known_on is None or step.start <= axis_day(selection.known_on)
    )
    if not steps:
        return (), ()
    end = max(step.end for step in steps)
    left = end - axis_day(selection.as_of)
    words = f"{left} days left" if left > 0 else "ended" if left < 0 else "ends today"
    return steps, (day_words(calendar_day(end)), words)


def truce_span(dataset: Dataset) -> tuple[date, date]:
    """The first day of the truce, and the day on which it ends by the last word on it."""
    steps = _all_steps(dataset)
    if not steps:
        return dataset.data_through, dataset.data_through
    first, last = min(step.start for step in steps), max(step.end for step in steps)
    return calendar_day(first), calendar_day(last)


def _all_steps(dataset: Dataset) -> tuple[TruceStep, ...]:
    if "truce steps" not in dataset.kept:
        frame = dataset.tables["truce_steps"].sort_values("start")
        dataset.kept["truce steps"] = tuple(_step(row) for row in rows(frame))
    return dataset.kept["truce steps"]  # type: ignore[no-any-return]


def _step(row: dict[str, Any]) -> TruceStep:
    start, end = row["start"].date(), row["end"].date()
    basis = Basis(row["basis"])
    days = (end - start).days
    legal = row["end_in_legal_text"]
    in_text = "" if legal != legal else f"; {day_words(legal.date())} in the legal text"
    what = row["what"]
    return TruceStep(
        start=axis_day(start),
        end=axis_day(end),
        labels=(what, f"{days} days", f"{days} d"),
        spoken=f"Truce: {what}\n{day_words(start)} to {day_words(end)}{in_text}\n"
        f"{basis_line(BASIS_WORDS[basis])}\n{sources_line(split_ids(row['source_ids']))}",
        by_statement=basis is not Basis.LEGAL_TEXT,
        sources=split_ids(row["source_ids"]),
    )
