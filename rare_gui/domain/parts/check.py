"""A parts list against the law of a day: which lines touch controlled goods, and what to settle.

The dataset may be a what-if's. Not for reading names (`domain.parts.reading`) and nothing is sized:
counts and the user's own spend are added, no loss is estimated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rare_gui.domain.damage import damage_of
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.parts.goods import Doubt, Goods, Reading
from rare_gui.domain.parts.line import PartLine
from rare_gui.domain.parts.reading import LineReader
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.vocabulary import STRENGTH, LegalState, MeasureStatus

MOST_DESTINATIONS = 6
_Key = tuple[tuple[Goods, ...], str, Doubt | None]
_TURNING = (MeasureStatus.ANNOUNCED, MeasureStatus.IN_FORCE, MeasureStatus.SUSPENDED)


class Verdict(StrEnum):
    """Where a line stands, over all destinations; only the first three are answers of the law."""

    RESTRICTED = "restricted"
    COULD_BE = "could_be_restricted"
    FREE = "free"
    TO_SETTLE = "to_settle"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a list: the day, the destinations (alpha-2, at most six), what was known.

    `origin` is the exporting country of lines that name no supplier's country.
    """

    as_of: date
    destinations: tuple[str, ...] = ("US",)
    origin: str = "CN"
    known_on: date | None = None


@dataclass(frozen=True, slots=True)
class GoodsState:
    """The most binding state of a line's goods to a destination.

    `next_clause` is the next dated clause of a measure on these goods. `certain` is false where an
    unreadable row of a damaged package may speak of them. `run` is None where there is no border:
    the supplier sits in the destination.
    """

    destination: str
    goods: Goods
    run: StateRun | None
    next_clause: date | None
    certain: bool

    @property
    def verdict(self) -> Verdict:
        """Whether these goods are restricted, could be, or are free."""
        if self.run is None:
            return Verdict.FREE
        if STRENGTH[self.run.certain] >= STRENGTH[LegalState.DUTY]:
            return Verdict.RESTRICTED
        open_end = self.run.state is not LegalState.FREE or not self.certain
        if open_end or any(item.of_content for item in self.run.conditions):
            return Verdict.COULD_BE
        return Verdict.FREE


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """A line with what it was read as and its state to each destination, in the asked order.

    `states` is empty where the line has to be settled first; such a line is never free.
    `next_clause` is the next dated clause on the line's goods to any of the destinations.
    """

    line: PartLine
    reading: Reading
    states: tuple[GoodsState, ...]
    verdict: Verdict
    next_clause: date | None


@dataclass(frozen=True, slots=True)
class Spend:
    """The spend of several lines by currency (empty: none named), and the lines without one."""

    sums: Mapping[str, float]
    lines_without: int


def check_parts(
    dataset: Dataset,
    lines: Iterable[PartLine],
    question: Question,
    settled: Mapping[int, Goods] | None = None,
) -> tuple[CheckedLine, ...]:
    """Every line, in order, with its answer or its doubt; no line is left out.

    `settled` are goods that a person has chosen for a line, by its number. Raises ValueError for
    more destinations than can be shown.
    """
    if not 1 <= len(question.destinations) <= MOST_DESTINATIONS:
        raise ValueError(f"one to {MOST_DESTINATIONS} destinations can be asked at a time")
    reader, chosen = LineReader(dataset, question.origin), settled or {}
    kept: dict[_Key, tuple[tuple[GoodsState, ...], Verdict, date | None]] = {}
    checked = []
    for line in lines:
        reading = reader.read(line, chosen.get(line.number))
        key = (reading.goods, reading.origin, reading.doubt)
        found = kept.get(key)
        if found is None:
            states = _states(dataset, question, reading.goods, reading.origin)
            days = [state.next_clause for state in states if state.next_clause is not None]
            found = kept[key] = states, _verdict(reading.doubt, states), min(days, default=None)
        checked.append(CheckedLine(line, reading, *found))
    return tuple(checked)


def counted(checked: Iterable[CheckedLine]) -> dict[Verdict, int]:
    """How many lines stand where; every verdict is there, and they add up to the lines."""
    counts = dict.fromkeys(Verdict, 0)
    for line in checked:
        counts[line.verdict] += 1
    return counts


def spend_of(lines: Iterable[PartLine]) -> Spend:
    """The lines' spend added up; amounts in different currencies are never added."""
    sums: dict[str, float] = {}
    without = 0
    for line in lines:
        if line.spend is None:
            without += 1
        else:
            sums[line.currency] = sums.get(line.currency, 0.0) + line.spend
    return Spend(sums, without)


def _verdict(doubt: Doubt | None, states: tuple[GoodsState, ...]) -> Verdict:
    if doubt in (Doubt.EMPTY, Doubt.UNKNOWN):
        return Verdict.UNKNOWN
    if doubt is not None:
        return Verdict.TO_SETTLE
    return min((s.verdict for s in states), key=list(Verdict).index, default=Verdict.FREE)


def _states(
    dataset: Dataset, question: Question, goods: tuple[Goods, ...], origin: str
) -> tuple[GoodsState, ...]:
    if not goods:
        return ()
    return tuple(
        max((_state(dataset, question, one, origin, destination) for one in goods), key=_binding)
        for destination in question.destinations
    )


def _binding(state: GoodsState) -> tuple[int, int]:
    """What orders several goods of one line: the verdict, then the strength of the state."""
    run = state.run
    strength = STRENGTH[run.could_be or run.state] if run is not None else 0
    return -list(Verdict).index(state.verdict), strength


def _state(
    dataset: Dataset, question: Question, goods: Goods, origin: str, destination: str
) -> GoodsState:
    if origin == destination:
        return GoodsState(destination, goods, None, None, certain=True)
    run = legal_state(
        dataset.law,
        goods.material,
        goods.form,
        as_of=question.as_of,
        origin=origin,
        destination=destination,
        known_on=question.known_on,
    )
    ahead = [
        item.stretch.until
        for item in run.considered
        if item.status in _TURNING
        and item.stretch.until is not None
        and item.stretch.until == item.stretch.end
        and item.stretch.until > question.as_of
    ]
    lost = damage_of(dataset).doubts(
        dataset.law, goods.material, goods.form, origin, destination, run.certain
    )
    return GoodsState(destination, goods, run, min(ahead, default=None), certain=not lost)
