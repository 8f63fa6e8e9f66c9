"""The policy tables' rows as frozen records.

Dates are the first day of what is known; the precision beside them says how much that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rare_gui.domain.vocabulary import (
    Basis,
    DatePrecision,
    LegalState,
    MeasureKind,
    StatusKind,
    SupplyForm,
)


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A dated row about one measure, public from `known_from` on.

    `until` ends the stretch that the row opens (first day that it no longer covers);
    `until_in_legal_text` differs from it where a statement and the legal text disagree.
    """

    measure: str
    day: date
    precision: DatePrecision
    status: StatusKind
    until: date | None
    until_in_legal_text: date | None
    basis: Basis
    known_from: date
    partial: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """What a measure covers: a material, group or wider class in a form (`None`: all forms).

    `only_if` limits it to goods of a certain content or origin; `effect` overrides the state that
    the measure's kind would give.
    """

    measure: str
    material: str
    form: SupplyForm | None
    only_if: str
    effect: LegalState | None


@dataclass(frozen=True, slots=True)
class Measure:
    """An act of a state: who, what kind, aimed at which country and which class of users.

    The last two are set by what-ifs alone: `excepted` are destinations that the measure does not
    reach although it is aimed at more, `granted_percent` is the share of licence applications that
    is granted (0 to 100), which is told beside a licence and sets no state.
    """

    id: str
    title: str
    lane: str
    label: str
    authority: str
    jurisdiction: str
    instrument: str
    kind: MeasureKind
    target_country: str
    target_class: str
    summary: str
    sources: tuple[str, ...]
    scope: tuple[ScopeRow, ...]
    changes: tuple[StatusChange, ...]
    excepted: tuple[str, ...] = ()
    granted_percent: float | None = None
