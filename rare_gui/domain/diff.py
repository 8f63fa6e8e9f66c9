"""What differs between two days: legal states, and what measures do.

Not for the facts that became known in between (`domain.known_facts`), nor for words.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from rare_gui.domain.law import Law
from rare_gui.domain.legal_state import legal_state, state_runs
from rare_gui.domain.measure_state import Stretch, stretches
from rare_gui.domain.records import Measure
from rare_gui.domain.state_run import Considered, StateRun
from rare_gui.domain.vocabulary import LegalState, MeasureKind, MeasureStatus, SupplyForm


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two days and a direction of trade.

    Each day is seen by what was public on its own known-on day (None: by everything in the data).
    """

    earlier: date
    later: date
    origin: str = "CN"
    destination: str = "US"
    earlier_known_on: date | None = None
    later_known_on: date | None = None

    @classmethod
    def as_known_on_each_day(
        cls, earlier: date, later: date, origin: str = "CN", destination: str = "US"
    ) -> Comparison:
        """The comparison that somebody could have made on the two days themselves."""
        return cls(earlier, later, origin, destination, earlier, later)


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """A measure that does one thing on the earlier day and another on the later one.

    A stretch is None on a day on which the measure did not exist yet.
    """

    measure: Measure
    before: Stretch | None
    after: Stretch | None


@dataclass(frozen=True, slots=True)
class StateChange:
    """One form of one material whose legal state differs between the two days.

    `causes` are the measures that decide on one of the days and give another state on the other
    one; a measure that decides on both days alike stays, and is none.
    """

    material: str
    form: SupplyForm
    before: StateRun
    after: StateRun
    causes: tuple[MeasureChange, ...]


def state_changes(
    law: Law, days: Comparison, material: str | None = None
) -> tuple[StateChange, ...]:
    """The changed states of all existing forms of a material (None: of all), in the law's order."""
    found = []
    for one in law.named_forms if material is None else (material,):
        for form in law.forms(one, days.origin):
            before, after = _states(law, one, form, days)
            if before is not after and before.state is not after.state:
                found.append(StateChange(one, form, before, after, _causes(before, after)))
    return tuple(found)


def form_count(law: Law, origin: str) -> int:
    """How many forms exist in all, of all materials: what can change at most."""
    return sum(len(law.forms(material, origin)) for material in law.named_forms)


def measure_changes(
    law: Law, days: Comparison, material: str | None = None
) -> tuple[MeasureChange, ...]:
    """The measures of every state that do another thing on the later day, in the law's order.

    Notices that pause other measures are their reasons and are left out. With a material only the
    measures that name it or a group of it.
    """
    measures = law.measures.values() if material is None else law.touching(material)
    found = []
    for measure in measures:
        if measure.kind is MeasureKind.SUSPENSION_NOTICE:
            continue
        before = _stretch_on(law, measure, days.earlier, days.earlier_known_on)
        after = _stretch_on(law, measure, days.later, days.later_known_on)
        if _doing(before) is not _doing(after):
            found.append(MeasureChange(measure, before, after))
    return tuple(found)


def change_days(
    law: Law, origin: str, destination: str, known_on: date | None = None
) -> tuple[date, ...]:
    """Every day on which the state of some existing form becomes another one, in order."""
    kept = law.kept(known_on)
    key = ("change days", origin, destination)
    if key not in kept:
        found: set[date] = set()
        for material in law.named_forms:
            for form in law.forms(material, origin):
                state = LegalState.FREE
                for run in state_runs(law, material, form, origin, destination, known_on):
                    if run.state is not state:
                        found.add(run.start)
                    state = run.state
        kept[key] = tuple(sorted(found))
    return kept[key]  # type: ignore[no-any-return]


def changes_around(law: Law, days: Comparison) -> tuple[date | None, date | None]:
    """The last day up to the earlier one, and the first after the later one, that changed a state.

    By the facts of the later day.
    """
    turns = change_days(law, days.origin, days.destination, days.later_known_on)
    last = bisect_right(turns, days.earlier) - 1
    following = bisect_right(turns, days.later)
    return (
        turns[last] if last >= 0 else None,
        turns[following] if following < len(turns) else None,
    )


def last_news(law: Law, known_on: date) -> date:
    """The last day up to `known_on` that taught something: what is known is the same on both.

    That is a day on which a row became public, took effect or ran out; `known_on` itself if there
    is none. Asking for the answer of that day finds it kept while `known_on` moves on.
    """
    kept = law.kept()
    if "news" not in kept:
        kept["news"] = sorted(
            {
                day
                for measure in law.measures.values()
                for row in measure.changes
                for day in (row.known_from, row.day, row.until)
                if day is not None
            }
        )
    place = bisect_right(kept["news"], known_on)
    return kept["news"][place - 1] if place else known_on


def changed_materials(law: Law, days: Comparison) -> frozenset[str]:
    """The materials of which any form's state differs between the two days.

    Between two turns of the law the answer stays, so dragging a day costs a search in a list.
    """
    if days.earlier_known_on != days.later_known_on:
        return frozenset(change.material for change in state_changes(law, days))
    turns = change_days(law, days.origin, days.destination, days.later_known_on)
    kept = law.kept(days.later_known_on)
    key = (
        "changed materials",
        days.origin,
        days.destination,
        bisect_right(turns, days.earlier),
        bisect_right(turns, days.later),
    )
    if key not in kept:
        kept[key] = frozenset(change.material for change in state_changes(law, days))
    return kept[key]  # type: ignore[no-any-return]


def begun_between(
    law: Law, measure: Measure, first: date, last: date, known_on: date | None = None
) -> tuple[Stretch, ...]:
    """The measure's stretches that begin after `first` and by `last`, in order of time."""
    history = stretches(law, measure, known_on)
    low = bisect_right(history, first, key=_start)
    return history[low : bisect_right(history, last, key=_start)]


def notices_of(law: Law, part: Stretch) -> tuple[Measure, ...]:
    """The notices that paused a measure: they begin on the day of its pause, by the same source."""
    return tuple(
        notice
        for notice in law.measures.values()
        if notice.kind is MeasureKind.SUSPENSION_NOTICE
        and any(
            row.day == part.row.day and set(row.sources) & set(part.row.sources)
            for row in notice.changes
        )
    )


def _start(part: Stretch) -> date:
    return part.start


def _states(
    law: Law, material: str, form: SupplyForm, days: Comparison
) -> tuple[StateRun, StateRun]:
    goods = {"origin": days.origin, "destination": days.destination}
    return (
        legal_state(
            law, material, form, as_of=days.earlier, known_on=days.earlier_known_on, **goods
        ),
        legal_state(law, material, form, as_of=days.later, known_on=days.later_known_on, **goods),
    )


def _causes(before: StateRun, after: StateRun) -> tuple[MeasureChange, ...]:
    earlier = {item.measure.id: item for item in before.considered}
    later = {item.measure.id: item for item in after.considered}
    causes: dict[str, MeasureChange] = {}
    for item in (*before.deciding, *after.deciding):
        one = item.measure.id
        was, now = earlier.get(one), later.get(one)
        if _given(was) != _given(now):
            causes[one] = MeasureChange(
                item.measure, was.stretch if was else None, now.stretch if now else None
            )
    return tuple(causes.values())


def _given(item: Considered | None) -> tuple[LegalState, bool]:
    """What a measure adds to the state: for certain, and whether it is past its date."""
    if item is None:
        return LegalState.FREE, False
    return item.contributes, item.status is MeasureStatus.PAST_ITS_DATE


def _stretch_on(law: Law, measure: Measure, day: date, known_on: date | None) -> Stretch | None:
    history = stretches(law, measure, known_on)
    place = bisect_right(history, day, key=_start) - 1
    return history[place] if place >= 0 else None


def _doing(part: Stretch | None) -> MeasureStatus:
    return part.status if part is not None else MeasureStatus.NONE
