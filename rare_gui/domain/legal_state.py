"""The legal state of (material, form, origin, destination) on a day, as known on a day.

Computed from dated rows, never typed by hand: the measures that cover the goods are combined, the
strongest wins, and a clause that ran out after the data's end is told as not knowable.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from rare_gui.domain.law import Law, Limit, Setter
from rare_gui.domain.measure_state import stretches
from rare_gui.domain.state_run import Condition, Considered, StateRun
from rare_gui.domain.vocabulary import (
    STRENGTH,
    DatePrecision,
    LegalState,
    MeasureStatus,
    SupplyForm,
)

FOREVER_AGO = date.min
"""Start of the first run, before any measure."""

_Conditions = tuple[tuple[Condition, ...], tuple[Condition, ...]]
"""Those that hold, and those that are paused."""


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
    goods = (material, form, origin, destination)
    key = ("runs", *goods)
    if key not in kept:
        if form in law.forms(material, origin):
            kept[key] = _runs_under(law, law.setters(*goods), law.limits(*goods), known_on)
        else:
            kept[key] = (_run(False, None, FOREVER_AGO, (), ((), ()), None),)
    return kept[key]  # type: ignore[no-any-return]


def turning_days(
    law: Law, material: str, origin: str, destination: str, known_on: date | None = None
) -> tuple[date, ...]:
    """The days, in order, on which a run of any form of the material begins.

    From one of them to the next every answer about the material is the same.
    """
    kept = law.kept(known_on)
    key = ("turning days", material, origin, destination)
    if key not in kept:
        starts = {
            run.start
            for form in law.forms(material, origin)
            for run in state_runs(law, material, form, origin, destination, known_on)
        }
        kept[key] = tuple(sorted(starts))
    return kept[key]  # type: ignore[no-any-return]


def _runs_under(
    law: Law, setters: tuple[Setter, ...], limits: tuple[Limit, ...], known_on: date | None
) -> tuple[StateRun, ...]:
    """The runs of goods under these measures; most goods share them with others."""
    kept = law.kept(known_on)
    key = (
        "runs under",
        tuple((one.measure.id, one.effect) for one in setters),
        tuple((one.measure.id, *one.terms) for one in limits),
    )
    if key not in kept:
        kept[key] = _runs(law, setters, limits, known_on)
    return kept[key]  # type: ignore[no-any-return]


def _runs(
    law: Law, setters: tuple[Setter, ...], limits: tuple[Limit, ...], known_on: date | None
) -> tuple[StateRun, ...]:
    setting = [
        [
            Considered(one.measure, one.effect, part)
            for part in stretches(law, one.measure, known_on)
        ]
        for one in setters
    ]
    licensable = any(one.effect is LegalState.LICENCE_REQUIRED for one in setters)
    limiting = [
        [Condition(one, part) for part in stretches(law, one.measure, known_on)]
        for one in limits
        if licensable or not one.through_licence
    ]
    turns: list[tuple[date, tuple[Considered, ...], _Conditions]] = []
    for start, considered, standing in _sweep(setting, limiting):
        conditions = _holding(standing, considered)
        if not turns or (considered, conditions) != turns[-1][1:]:
            turns.append((start, considered, conditions))
    runs: list[StateRun] = []
    for turn, end in zip(turns, [*(turn[0] for turn in turns[1:]), None], strict=True):
        runs.append(_run(True, end, *turn, runs[-1] if runs else None))
    return tuple(runs)


def _sweep(
    setters: list[list[Considered]], limits: list[list[Condition]]
) -> Iterator[tuple[date, tuple[Considered, ...], tuple[Condition, ...]]]:
    """From the beginning of time on: at each day that begins a stretch, what stands from then."""
    considered: list[Considered | None] = [None] * len(setters)
    limiting: list[Condition | None] = [None] * len(limits)
    turns: list[tuple[date, list[Any], int, Considered | Condition]] = []
    for number, history in enumerate(setters):
        turns += [(item.stretch.start, considered, number, item) for item in history]
    for number, told in enumerate(limits):
        turns += [(item.stretch.start, limiting, number, item) for item in told]
    turns.sort(key=itemgetter(0))
    yield FOREVER_AGO, (), ()
    for start, begun in groupby(turns, key=itemgetter(0)):
        for _, standing, number, item in begun:
            standing[number] = item
        yield (
            start,
            tuple([item for item in considered if item is not None]),
            tuple([item for item in limiting if item is not None]),
        )


def _holding(conditions: tuple[Condition, ...], considered: tuple[Considered, ...]) -> _Conditions:
    """The conditions that hold and those that are paused; dual-use lists act through a licence."""
    if not conditions:
        return (), ()
    licensed = any(item.contributes is LegalState.LICENCE_REQUIRED for item in considered)
    told = [
        item
        for item in conditions
        if item.status is not MeasureStatus.ENDED and (licensed or not item.limit.through_licence)
    ]
    paused = tuple(item for item in told if item.status is MeasureStatus.SUSPENDED)
    return tuple(item for item in told if item not in paused), paused


def _run(
    exists: bool,
    end: date | None,
    start: date,
    considered: tuple[Considered, ...],
    conditions: _Conditions,
    before: StateRun | None,
) -> StateRun:
    certain = _strongest({item.contributes for item in considered})
    past = [item for item in considered if item.stretch.status is MeasureStatus.PAST_ITS_DATE]
    could_be = _strongest(item.effect for item in past)
    state = certain
    deciding: tuple[Considered, ...] = ()
    if certain is not LegalState.FREE:
        deciding = tuple([item for item in considered if item.contributes is certain])
    unknowable = STRENGTH[could_be] > STRENGTH[certain]
    if unknowable:
        state = LegalState.PAST_ITS_DATE
        deciding = tuple(item for item in past if item.effect is could_be)
    chosen = max(deciding, key=_lasting) if deciding else None
    since, precision = _since(state, certain, could_be, start, deciding, before)
    holding, paused = conditions
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
        conditions=holding,
        paused=paused,
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
