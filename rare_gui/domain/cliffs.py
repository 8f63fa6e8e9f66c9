"""Every dated clause that starts, ends or resumes after a day, or ran out after the data's end.

Not for what holds afterwards: ask `domain.legal_state` for the day of the clause.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
    `other_date` names the other, `other_basis` what that one rests on. `beyond_data`: the date lies
    after the data's end, so whether it was prolonged cannot be known from these data. `first_time`:
    the measure has never applied before. `partial`: only a part of the measure is concerned.
    """

    day: date
    days_left: int
    measure: Measure
    turn: Turn
    basis: Basis
    other_date: date | None
    other_basis: Basis | None
    beyond_data: bool
    first_time: bool
    partial: bool
    sources: tuple[str, ...]

    @property
    def in_legal_text(self) -> date | None:
        """The date in the legal text where the clause stands at another one, else None."""
        return None if self.basis is Basis.LEGAL_TEXT else self.other_date


def cliffs(law: Law, day: date, known_on: date | None = None) -> tuple[Cliff, ...]:
    """The clauses ahead of `day`, and those that ran out after the data's end, in order of date.

    Notices that pause other measures are reasons, not clauses, and are left out.
    """
    every = _every(law, known_on)
    after = min(day, horizon(law, known_on))
    first = bisect_right(every, after, key=lambda cliff: cliff.day)
    return tuple(replace(cliff, days_left=(cliff.day - day).days) for cliff in every[first:])


def _every(law: Law, known_on: date | None) -> tuple[Cliff, ...]:
    """All clauses of all times in order of date, their days left not yet counted."""
    kept = law.kept(known_on)
    if "cliffs" not in kept:
        last_known = horizon(law, known_on)
        kept["cliffs"] = tuple(
            sorted(
                (
                    cliff
                    for measure in law.measures.values()
                    if measure.kind is not MeasureKind.SUSPENSION_NOTICE
                    for cliff in _of_measure(measure, stretches(law, measure, known_on), last_known)
                ),
                key=lambda cliff: (cliff.day, cliff.measure.id, cliff.basis),
            )
        )
    return kept["cliffs"]  # type: ignore[no-any-return]


def _of_measure(measure: Measure, parts: tuple[Stretch, ...], last_known: date) -> Iterator[Cliff]:
    applied = False
    found: dict[tuple[date, Basis], Cliff] = {}
    for part in parts:
        for cliff in _of_stretch(measure, part, last_known, first_time=not applied):
            # a row that prolongs from the very day repeats the date, and says by how much
            found[cliff.day, cliff.basis] = cliff
        applied = applied or part.status is MeasureStatus.IN_FORCE
    yield from found.values()


def _of_stretch(
    measure: Measure, part: Stretch, last_known: date, *, first_time: bool
) -> Iterator[Cliff]:
    turn = _TURNS.get(part.status)
    # a clause counts only if nothing known comes before its date
    if turn is None or part.until is None or part.end != part.until:
        return
    dates = [(part.until, part.row.basis)]
    if part.until_in_legal_text is not None and part.until_in_legal_text != part.until:
        dates.append((part.until_in_legal_text, Basis.LEGAL_TEXT))
    for number, (when, basis) in enumerate(dates):
        other_date, other_basis = dates[1 - number] if len(dates) > 1 else (None, None)
        yield Cliff(
            day=when,
            days_left=0,
            measure=measure,
            turn=turn,
            basis=basis,
            other_date=other_date,
            other_basis=other_basis,
            beyond_data=when > last_known,
            first_time=first_time,
            partial=part.row.partial,
            sources=part.row.sources,
        )


def hit(law: Law, measure: Measure) -> tuple[str, ...]:
    """The materials that a measure's scope names, by themselves or through a group of theirs.

    A group that is listed as a material too stands for its members and is left out. Wider classes
    (dual-use items, all goods) name no material.
    """
    kept = law.kept()
    if ("hit", measure.id) not in kept:
        groups = {group for names in law.groups_of.values() for group in names}
        scoped = {row.material for row in measure.scope}
        kept["hit", measure.id] = tuple(
            material
            for material in law.named_forms
            if material not in groups and not scoped.isdisjoint(law.names(material))
        )
    return kept["hit", measure.id]  # type: ignore[no-any-return]


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
