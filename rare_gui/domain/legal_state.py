"""The legal state of (material, form, origin, destination) on a day, as known on a day.

Computed from dated rows, never typed by hand: the measures that cover the goods are combined, the
strongest wins, and a clause that ran out after the data's end is told as not knowable.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rare_gui.domain.law import Law, Limit, Setter
from rare_gui.domain.measure_state import Stretch, stretches
from rare_gui.domain.records import Measure
from rare_gui.domain.vocabulary import (
    STRENGTH,
    Basis,
    DatePrecision,
    LegalState,
    MeasureStatus,
    SupplyForm,
)

FOREVER_AGO = date.min
"""Start of the first run, before any measure."""


@dataclass(frozen=True, slots=True)
class Considered:
    """A measure that covers the goods, what it is doing, and the state it gives while in force."""

    measure: Measure
    effect: LegalState
    stretch: Stretch

    @property
    def status(self) -> MeasureStatus:
        """What the measure is doing."""
        return self.stretch.status

    @property
    def contributes(self) -> LegalState:
        """The state this measure gives for certain (an ended or past one gives none: `free`)."""
        if self.status is MeasureStatus.IN_FORCE:
            return self.effect
        return _CERTAIN.get(self.status, LegalState.FREE)


@dataclass(frozen=True, slots=True)
class Condition:
    """A measure listed beside the state: it holds only for the users or goods in `applies_to`."""

    measure: Measure
    effect: LegalState
    applies_to: str
    of_content: bool
    stretch: Stretch

    @property
    def status(self) -> MeasureStatus:
        """What the measure is doing."""
        return self.stretch.status


@dataclass(frozen=True, slots=True)
class StateRun:
    """The legal state of some goods over `[start, end)`, during which nothing about it changes.

    `since` is the first day of the unbroken run of the same state, None where nothing was ever in
    force. `until` is the day that the deciding measure says the state ends (None: open), for
    `past_its_date` the day that passed; `until_in_legal_text` is told where it differs. `at_least`
    and `could_be` are set for `past_its_date` only: what is certain, and what it may have become.
    `deciding` are the measures that set the state. `conditions` hold beside it; `paused` are
    conditions that a suspension keeps from holding.
    """

    exists: bool
    start: date
    end: date | None
    state: LegalState
    at_least: LegalState | None
    could_be: LegalState | None
    since: date | None
    since_precision: DatePrecision | None
    until: date | None
    until_in_legal_text: date | None
    basis: Basis | None
    scheduled: bool
    deciding: tuple[Considered, ...]
    considered: tuple[Considered, ...]
    conditions: tuple[Condition, ...]
    paused: tuple[Condition, ...]

    @property
    def certain(self) -> LegalState:
        """The strongest state that is certain."""
        return self.at_least if self.at_least is not None else self.state

    @property
    def paused_beneath(self) -> tuple[Considered, ...]:
        """Suspended measures that would give a stronger state if they came back."""
        return tuple(
            item
            for item in self.considered
            if item.status is MeasureStatus.SUSPENDED
            and STRENGTH[item.effect] > STRENGTH[self.certain] > STRENGTH[LegalState.SUSPENDED]
        )

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of the deciding rows first, then of everything else considered."""
        ordered: dict[str, None] = {}
        items: tuple[Considered | Condition, ...] = (
            *self.deciding,
            *self.considered,
            *self.conditions,
        )
        for item in items:
            if item.status is not MeasureStatus.ENDED:
                ordered.update(dict.fromkeys(item.measure.sources))
                ordered.update(dict.fromkeys(item.stretch.row.sources))
        return tuple(ordered)


def legal_state(
    law: Law,
    material: str,
    form: SupplyForm,
    *,
    as_of: date,
    origin: str = "CN",
    destination: str = "US",
    known_on: date | None = None,
) -> StateRun:
    """The state on `as_of` by what was public on `known_on` (None: by everything in the data).

    A form that does not exist for the material is answered `free` with `exists` false.
    """
    runs = state_runs(law, material, form, origin, destination, known_on)
    return runs[bisect_right(runs, as_of, key=lambda run: run.start) - 1]


def state_runs(
    law: Law,
    material: str,
    form: SupplyForm,
    origin: str,
    destination: str,
    known_on: date | None = None,
) -> tuple[StateRun, ...]:
    """All runs of these goods, contiguous from the beginning of time to its end."""
    kept = law.kept(known_on)
    key = ("runs", material, form, origin, destination)
    if key not in kept:
        kept[key] = _runs(law, material, form, origin, destination, known_on)
    return kept[key]  # type: ignore[no-any-return]


def _runs(
    law: Law,
    material: str,
    form: SupplyForm,
    origin: str,
    destination: str,
    known_on: date | None,
) -> tuple[StateRun, ...]:
    exists = form in law.forms(material, origin)
    setters = law.setters(material, form, origin, destination) if exists else ()
    limits = law.limits(material, form, origin, destination) if exists else ()
    measures = {item.measure.id: item.measure for item in setters}
    measures |= {item.measure.id: item.measure for item in limits}
    history = {name: stretches(law, measure, known_on) for name, measure in measures.items()}
    starts = {FOREVER_AGO}
    for parts in history.values():
        starts.update(part.start for part in parts)
    ordered = sorted(starts)
    runs: list[StateRun] = []
    for start, end in zip(ordered, [*ordered[1:], None], strict=True):
        before = runs[-1] if runs else None
        runs.append(_run(exists, start, end, setters, limits, history, before))
    return tuple(runs)


def _run(
    exists: bool,
    start: date,
    end: date | None,
    setters: tuple[Setter, ...],
    limits: tuple[Limit, ...],
    history: dict[str, tuple[Stretch, ...]],
    before: StateRun | None,
) -> StateRun:
    considered = tuple(
        Considered(setter.measure, setter.effect, part)
        for setter in setters
        if (part := _on(history[setter.measure.id], start)) is not None
    )
    certain = _strongest(item.contributes for item in considered)
    past = [item for item in considered if item.status is MeasureStatus.PAST_ITS_DATE]
    could_be = _strongest(item.effect for item in past)
    state = certain
    deciding = tuple(
        item
        for item in considered
        if item.contributes is certain and item.contributes is not LegalState.FREE
    )
    unknowable = STRENGTH[could_be] > STRENGTH[certain]
    if unknowable:
        state = LegalState.PAST_ITS_DATE
        deciding = tuple(item for item in past if item.effect is could_be)
    chosen = max(deciding, key=_lasting) if deciding else None
    limiting = _conditions(limits, history, start, considered)
    since, precision = _since(state, certain, could_be, start, deciding, before)
    return StateRun(
        exists=exists,
        start=start,
        end=end,
        state=state,
        at_least=certain if unknowable else None,
        could_be=could_be if unknowable else None,
        since=since,
        since_precision=precision,
        until=chosen.stretch.until if chosen else None,
        until_in_legal_text=_legal_until(chosen),
        basis=chosen.stretch.row.basis if chosen else None,
        scheduled=bool(deciding) and all(item.stretch.scheduled for item in deciding),
        deciding=deciding,
        considered=considered,
        conditions=tuple(c for c in limiting if c.status is not MeasureStatus.SUSPENDED),
        paused=tuple(c for c in limiting if c.status is MeasureStatus.SUSPENDED),
    )


def _since(
    state: LegalState,
    certain: LegalState,
    could_be: LegalState,
    start: date,
    deciding: tuple[Considered, ...],
    before: StateRun | None,
) -> tuple[date | None, DatePrecision | None]:
    """The start of the unbroken run of one state, and how exactly that day is known."""
    if before is None:
        return None, None
    same = before.state is state and (
        state is not LegalState.PAST_ITS_DATE
        or (before.at_least, before.could_be) == (certain, could_be)
    )
    if same:
        return before.since, before.since_precision
    beginning = [item.stretch for item in deciding if item.stretch.since == start]
    return start, beginning[0].since_precision if beginning else DatePrecision.DAY


def _conditions(
    limits: tuple[Limit, ...],
    history: dict[str, tuple[Stretch, ...]],
    day: date,
    considered: tuple[Considered, ...],
) -> tuple[Condition, ...]:
    licensed = any(
        item.effect is LegalState.LICENCE_REQUIRED and item.status is MeasureStatus.IN_FORCE
        for item in considered
    )
    return tuple(
        Condition(limit.measure, limit.effect, limit.applies_to, limit.of_content, part)
        for limit in limits
        if (licensed or not limit.through_licence)
        and (part := _on(history[limit.measure.id], day)) is not None
        and part.status is not MeasureStatus.ENDED
    )


def _on(parts: tuple[Stretch, ...], day: date) -> Stretch | None:
    place = bisect_right(parts, day, key=lambda part: part.start) - 1
    return parts[place] if place >= 0 else None


def _strongest(states: Iterable[LegalState]) -> LegalState:
    return max(states, key=STRENGTH.__getitem__, default=LegalState.FREE)


def _lasting(item: Considered) -> tuple[date, int]:
    """Of measures that give one state, the one that lasts longest tells how long it holds."""
    until = item.stretch.until
    return (until or date.max, -item.stretch.since.toordinal())


def _legal_until(chosen: Considered | None) -> date | None:
    if chosen is None:
        return None
    in_text = chosen.stretch.until_in_legal_text
    return in_text if in_text != chosen.stretch.until else None


_CERTAIN: dict[MeasureStatus, LegalState] = {
    MeasureStatus.ANNOUNCED: LegalState.ANNOUNCED,
    MeasureStatus.SUSPENDED: LegalState.SUSPENDED,
}
