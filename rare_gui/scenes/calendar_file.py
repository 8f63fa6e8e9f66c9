"""Dated clauses as a calendar file (RFC 5545): one all-day event each, with two reminders.

Not for writing to disk. The same clauses and the same data give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rare_gui.domain.cliffs import Cliff
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.cliff_words import clause_id, either_way, turn_words, what_happens
from rare_gui.scenes.provenance import cite
from rare_gui.scenes.wording import BASIS_WORDS, citation

LINE_OCTETS = 75
REMINDERS = ("-P14D", "-P1D")
"""Days before the clause on which a calendar reminds of it."""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One all-day event; `uid` stays the same whenever the same clause is written again."""

    uid: str
    day: date
    summary: str
    description: str


def calendar_event(dataset: Dataset, cliff: Cliff) -> CalendarEvent:
    """A clause as an event: sentence, basis, end of the data and sources in its description."""
    sources = cite(dataset, (*cliff.sources, *cliff.measure.sources))
    lines = [
        what_happens(cliff),
        f"Measure: {citation(cliff.measure)}.",
        f"Basis of the date: {BASIS_WORDS[cliff.basis]}.",
        either_way(cliff, dataset.data_through),
        *(f"Source: {one.citation} {one.url}".strip() for one in sources),
    ]
    return CalendarEvent(
        uid=f"{clause_id(cliff)}@rare-gui",
        day=cliff.day,
        summary=f"{turn_words(cliff)}: {cliff.measure.title}",
        description="\n".join(line for line in lines if line),
    )


def calendar_text(events: Iterable[CalendarEvent], data_through: date) -> str:
    """The whole file with CRLF line ends, in order of date.

    `data_through`, the last day of the data, is also its time stamp: no clock is read.
    """
    ordered = sorted(events, key=lambda event: (event.day, event.uid))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rare_gui//dated clauses//EN"]
    for event in ordered:
        lines += _event(event, data_through)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(event: CalendarEvent, data_through: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{data_through:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(event.summary)}"
    yield f"DESCRIPTION:{_escaped(event.description)}"
    yield "TRANSP:TRANSPARENT"
    for before in REMINDERS:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_escaped(event.summary)}"
        yield f"TRIGGER:{before}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """A TEXT value: no control character can end the line it stands on."""
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    kept = "".join(sign for sign in text if sign == "\n" or sign.isprintable())
    return kept.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, cut between letters; later ones begin with " "."""
    part, octets = "", 0
    for sign in line:
        size = len(sign.encode())
        if octets + size > LINE_OCTETS:
            yield part
            part, octets = " ", 1
        part += sign
        octets += size
    yield part
