"""The answer to "what applies": a state with what set it, over a stretch of time.

Not for computing it: `domain.legal_state` does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rare_gui.domain.law import Limit
from rare_gui.domain.measure_state import Stretch
from rare_gui.domain.records import Measure
from rare_gui.domain.vocabulary import (
    STRENGTH,
    Basis,
    DatePrecision,
    LegalState,
    MeasureStatus,
)

_CERTAIN: dict[MeasureStatus, LegalState] = {
    MeasureStatus.ANNOUNCED: LegalState.ANNOUNCED,
    MeasureStatus.SUSPENDED: LegalState.SUSPENDED,
}


@dataclass(frozen=True, slots=True, eq=False)
class Considered:
    """A measure that covers the goods, what it is doing, and the state it gives while in force.

    `contributes` is the state it gives for certain: `free` for one that has ended or is past its
    date. It is worked out once, for the same measure is considered in many runs.
    """

    measure: Measure
    effect: LegalState
    stretch: Stretch
    contributes: LegalState = field(init=False)

    def __post_init__(self) -> None:
        status = self.stretch.status
        in_force = status is MeasureStatus.IN_FORCE
        certain = self.effect if in_force else _CERTAIN.get(status, LegalState.FREE)
        object.__setattr__(self, "contributes", certain)

    @property
    def status(self) -> MeasureStatus:
        """What the measure is doing."""
        return self.stretch.status


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """A measure listed beside the state: it holds only for the users or goods of its limit."""

    limit: Limit
    stretch: Stretch

    @property
    def measure(self) -> Measure:
        """The measure that sets the condition."""
        return self.limit.measure

    @property
    def effect(self) -> LegalState:
        """The state it gives to whom it concerns."""
        return self.limit.effect

    @property
    def applies_to(self) -> str:
        """Whom or what it concerns, in words."""
        return self.limit.applies_to

    @property
    def of_content(self) -> bool:
        """Whether it speaks of what the goods hold, not of who uses them."""
        return self.limit.of_content

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
