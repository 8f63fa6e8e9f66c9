"""What of a damaged package could not be read, and which goods the lost rows may speak of.

Not for finding the faults: `intake.row_checks` does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rare_gui.domain.dataset import Dataset, Tables
from rare_gui.domain.law import EVERYONE, Law
from rare_gui.domain.vocabulary import ALL_FORMS, STRENGTH, LegalState, SupplyForm

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class LostRow:
    """A row about the law that was left out: where it stood, why, and what it may concern.

    `jurisdiction` (whose act), `target_country` and `form` are empty, and `materials` (slugs of
    materials and groups) is, where the row does not say or says something unknown: it may then
    concern any. `effect` is the state that it could add, None where that is not known or where it
    could also lessen one.
    """

    where: str
    what: str
    jurisdiction: str = ""
    target_country: str = ""
    materials: frozenset[str] = frozenset()
    form: str = ""
    effect: LegalState | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"

    def may_concern(
        self, law: Law, material: str, form: SupplyForm, origin: str, destination: str
    ) -> bool:
        """Whether the row, had it been read, could have changed the state of these goods."""
        targets = {"", EVERYONE, destination}
        if destination in law.eu_members:
            targets.add("EU")
        return (
            self.jurisdiction in ("", origin)
            and self.target_country in targets
            and self.form in ("", ALL_FORMS, form)
            and (not self.materials or not self.materials.isdisjoint(law.names(material)))
        )


@dataclass(frozen=True, slots=True)
class Damage:
    """Faults told of the tables that were opened, whole tables and rows left out for them."""

    errors: int = 0
    warnings: int = 0
    tables_dropped: int = 0
    rows_dropped: int = 0
    lost: tuple[LostRow, ...] = ()

    def doubts(
        self,
        law: Law,
        material: str,
        form: SupplyForm,
        origin: str,
        destination: str,
        certain: LegalState,
    ) -> tuple[LostRow, ...]:
        """The lost rows that may make the state of these goods another than the `certain` one.

        A row that could only add a state no stronger than that leaves it as it is.
        """
        goods = (material, form, origin, destination)
        return tuple(
            row
            for row in self.lost
            if row.effect is None or STRENGTH[row.effect] > STRENGTH[certain]
            if row.may_concern(law, *goods)
        )


class OpenedTables(Tables):
    """The tables of a package with what of it could not be read."""

    def __init__(
        self,
        names: frozenset[str],
        read: Callable[[str], pd.DataFrame],
        absent: Callable[[str], pd.DataFrame],
        damage: Damage,
    ) -> None:
        super().__init__(names, read, absent)
        self.damage = damage


def damage_of(dataset: Dataset) -> Damage:
    """What of the dataset's package could not be read; a what-if has that of its package."""
    tables = dataset.tables
    return tables.damage if isinstance(tables, OpenedTables) else Damage()
