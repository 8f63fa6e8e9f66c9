"""Dated clauses as a calendar file (RFC 5545, its name and description RFC 7986): all-day events.

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
from rare_gui.scenes.scenario import text_words
from rare_gui.scenes.wording import BASIS_WORDS, citation, day_words, opened

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
    """A clause as an event: sentence, basis, end of the data and sources in its description.

    One under a what-if says so in its title and has a `uid` of its own: it never replaces the real.
    """
    supposed = text_words(dataset.scenario)
    sources = cite(dataset, (*cliff.sources, *cliff.measure.sources))
    lines = [
        f"{supposed}; not the law of the day." if supposed else "",
        what_happens(cliff),
        f"Measure: {citation(cliff.measure)}.",
        f"Basis of the date: {BASIS_WORDS[cliff.basis]}.",
        either_way(cliff, dataset.data_through),
        *(f"Source: {one.citation} {one.url}".strip() for one in sources),
    ]
    return CalendarEvent(
        uid=f"{clause_id(cliff)}{'.what-if' if supposed else ''}@rare-gui",
        day=cliff.day,
        summary=": ".join(filter(None, (supposed, turn_words(cliff), cliff.measure.title))),
        description="\n".join(line for line in lines if line),
    )


def calendar_note(told: str, as_of: date, listed: int, every: int) -> str:
    """What a calendar file leaves out, by the filters in words; empty when nothing is."""
    kept = f"{listed} of {every} clauses, as of {day_words(as_of)}"
    return f"{opened(told)}: {kept}." if told else ""


def calendar_text(events: Iterable[CalendarEvent], data_through: date, note: str = "") -> str:
    """The whole file with CRLF line ends, in order of date; `note` is its description.

    `data_through`, the last day of the data, is also its time stamp: no clock is read.
    """
    ordered = sorted(events, key=lambda event: (event.day, event.uid))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rare_gui//dated clauses//EN"]
    if note:
        # the names of RFC 7986, and those that older calendar programs read
        lines += [f"{name}:{_escaped(note)}" for name in ("DESCRIPTION", "X-WR-CALDESC")]
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
