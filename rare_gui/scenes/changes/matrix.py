"""Changes of states laid out: counts by kind, and a matrix of materials by chip column.

Not for finding the changes (`domain.diff`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.diff import Comparison, StateChange
from rare_gui.domain.vocabulary import STRENGTH, LegalState
from rare_gui.scenes.changes.reasons import SHORT_WORDS
from rare_gui.scenes.chips import COLUMNS, chip, column_of
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.wording import FORM_WORDS, listed

Kind = tuple[LegalState, LegalState]


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many states changed from one to another, with the chips before and after."""

    count: int
    before: Chip
    after: Chip
    words: str  # "prohibited to licence required"


@dataclass(frozen=True, slots=True)
class CellChange:
    """The commonest change of a material's forms in one chip column.

    `count` forms change alike; `others` forms of the column change in another way.
    """

    before: Chip
    after: Chip
    count: int
    others: int
    spoken: str  # "Europium oxide and compounds: free to suspended, 2 forms"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A material with a change: one cell a chip column (None: no change), number of forms."""

    material: str
    symbol: str
    name: str
    cells: tuple[CellChange | None, ...]
    forms: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A material as it is listed."""

    material: str
    symbol: str
    name: str


def change_matrix(
    dataset: Dataset, days: Comparison, changes: tuple[StateChange, ...], asked: tuple[Listed, ...]
) -> tuple[tuple[ChangeRow, ...], tuple[KindCount, ...]]:
    """The materials with a change, in the order asked for, and the kinds of change.

    Made anew only when a state comes to another stretch of time, for it is asked on every step.
    """
    kept = dataset.law.kept(days.later_known_on)
    key = (
        "change matrix",
        days.origin,
        days.destination,
        days.earlier_known_on,
        tuple((c.material, c.form, c.before.start, c.after.start) for c in changes),
    )
    if key not in kept:
        rows = tuple(row for entry in asked if (row := _row(dataset, entry, changes)) is not None)
        kept[key] = rows, _kinds(dataset, changes)
    return kept[key]  # type: ignore[no-any-return]


def _kinds(dataset: Dataset, changes: tuple[StateChange, ...]) -> tuple[KindCount, ...]:
    """The kinds of change, the commonest first, then the stronger."""
    found = []
    counted = Counter(_kind(change) for change in changes)
    for kind in sorted(counted, key=lambda kind: (-counted[kind], _weight(kind))):
        alike = [change for change in changes if _kind(change) == kind]
        before, after = _chips(dataset, alike, "")
        words = _kind_words(kind)
        found.append(
            KindCount(counted[kind], replace(before, spoken=words), replace(after, spoken=words),
                      words)
        )  # fmt: skip
    return tuple(found)


def _row(dataset: Dataset, entry: Listed, changes: tuple[StateChange, ...]) -> ChangeRow | None:
    own = [change for change in changes if change.material == entry.material]
    if not own:
        return None
    columns: list[list[StateChange]] = [[] for _ in COLUMNS]
    for change in own:
        columns[column_of(change.form)].append(change)
    return ChangeRow(
        material=entry.material,
        symbol=entry.symbol,
        name=entry.name,
        cells=tuple(_cell(dataset, entry.name, column) for column in columns),
        forms=len(own),
    )


def _cell(dataset: Dataset, name: str, column: list[StateChange]) -> CellChange | None:
    if not column:
        return None
    counted = Counter(_kind(change) for change in column)
    kinds = sorted(counted, key=lambda kind: (-counted[kind], _weight(kind)))
    told = []
    for kind in kinds:
        forms = [FORM_WORDS[change.form] for change in column if _kind(change) == kind]
        number = f", {len(forms)} forms" if len(forms) > 1 else ""
        told.append(f"{name} {listed(forms)}: {_kind_words(kind)}{number}")
    before, after = _chips(dataset, [c for c in column if _kind(c) == kinds[0]], name)
    return CellChange(
        before=before,
        after=after,
        count=counted[kinds[0]],
        others=len(column) - counted[kinds[0]],
        spoken="\n".join(told),
    )


def _chips(dataset: Dataset, alike: list[StateChange], name: str) -> tuple[Chip, Chip]:
    """The chips before and after of changes of one kind."""
    column = column_of(alike[0].form)
    return (
        chip(name, column, [(c.form, c.before) for c in alike], dataset.data_through),
        chip(name, column, [(c.form, c.after) for c in alike], dataset.data_through),
    )


def _kind(change: StateChange) -> Kind:
    return change.before.state, change.after.state


def _weight(kind: Kind) -> int:
    """Sorts kinds: what binds most, before or after, first."""
    return -max(STRENGTH.get(state, len(STRENGTH)) for state in kind)


def _kind_words(kind: Kind) -> str:
    return f"{SHORT_WORDS[kind[0]]} to {SHORT_WORDS[kind[1]]}"
