"""Every dated clause that starts, ends or resumes after a day, or ran out after the data's end.

Not for what holds afterwards: ask `domain.legal_state` for the day of the clause.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rare_gui.domain.law import Law
from rare_gui.domain.legal_state import state_runs
from rare_gui.domain.measure_state import Stretch, horizon, stretches
from rare_gui.domain.records import Measure
from rare_gui.domain.vocabulary import Basis, MeasureKind, MeasureStatus


class Turn(StrEnum):
    """What a clause does on its date by its text."""

    STARTS = "starts"
    ENDS = "ends"
    RESUMES = "resumes"


@dataclass(frozen=True, slots=True)
class Cliff:
    """A dated clause of one measure.

    `days_left` counts from the asked day and is negative once passed. `basis` is what the date
    rests on: where a statement and the legal text give two dates, each is a cliff of its own and
    `other_date` names the other. `beyond_data`: the date lies after the data's end, so whether it
    was prolonged cannot be known from these data.
    """

    day: date
    days_left: int
    measure: Measure
    turn: Turn
    basis: Basis
    other_date: date | None
    beyond_data: bool
    sources: tuple[str, ...]


def cliffs(law: Law, day: date, known_on: date | None = None) -> tuple[Cliff, ...]:
    """The clauses ahead of `day`, and those that ran out after the data's end, in order of date.

    Notices that pause other measures are reasons, not clauses, and are left out.
    """
    found: list[Cliff] = []
    last_known = horizon(law, known_on)
    for measure in law.measures.values():
        if measure.kind is MeasureKind.SUSPENSION_NOTICE:
            continue
        for part in stretches(law, measure, known_on):
            found.extend(_of_stretch(measure, part, day, last_known))
    return tuple(sorted(found, key=lambda cliff: (cliff.day, cliff.measure.id, cliff.basis)))


def _of_stretch(measure: Measure, part: Stretch, day: date, last_known: date) -> list[Cliff]:
    turn = _TURNS.get(part.status)
    # a clause counts only if nothing known comes before its date
    if turn is None or part.until is None or part.end != part.until:
        return []
    dates = [(part.until, part.row.basis, part.until_in_legal_text)]
    if part.until_in_legal_text not in (None, part.until):
        dates.append((part.until_in_legal_text, Basis.LEGAL_TEXT, part.until))
    return [
        Cliff(
            when,
            (when - day).days,
            measure,
            turn,
            basis,
            other if other != when else None,
            when > last_known,
            part.row.sources,
        )
        for when, basis, other in dates
        if when > day or when > last_known
    ]


def clauses(
    law: Law, material: str, origin: str, destination: str, known_on: date | None = None
) -> list[date]:
    """The dates of all dated clauses of measures that set the state of any form of the material.

    Clauses aimed at a class of users are left out: they touch the user, not the material.
    """
    kept = law.kept(known_on)
    key = ("clauses", material, origin, destination)
    if key not in kept:
        kept[key] = sorted(
            {
                item.stretch.until
                for form in law.forms(material, origin)
                for run in state_runs(law, material, form, origin, destination, known_on)
                for item in run.considered
                if item.status in _TURNS
                and item.stretch.until is not None
                and item.stretch.until == item.stretch.end
            }
        )
    return kept[key]  # type: ignore[no-any-return]


def next_clause(
    law: Law,
    material: str,
    day: date,
    origin: str = "CN",
    destination: str = "US",
    known_on: date | None = None,
) -> date | None:
    """The first of the material's dated clauses after a day, None if none is ahead."""
    dates = clauses(law, material, origin, destination, known_on)
    place = bisect_right(dates, day)
    return dates[place] if place < len(dates) else None


_TURNS = {
    MeasureStatus.ANNOUNCED: Turn.STARTS,
    MeasureStatus.IN_FORCE: Turn.ENDS,
    MeasureStatus.SUSPENDED: Turn.RESUMES,
}
