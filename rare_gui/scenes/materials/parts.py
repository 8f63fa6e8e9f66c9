"""The frozen parts of the list of materials: rows, groups and the whole scene.

Not for computing them: `scenes.materials.scene` does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rare_gui.scenes.browse import NO_FILTERS, BrowserFilters, FilterChip, FilterChoices
from rare_gui.scenes.materials.search import Search
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.sparks import Spark

if TYPE_CHECKING:
    from rare_gui.domain.risk.screening import Screening


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One material: tile, name, six chips (ore to other), sparkline, days to the next clause.

    `risk` is the score by the method that the column names, "…" until it has come, "–" where it is
    not computed; `change_spoken` says how the exports moved.
    """

    material: str
    symbol: str
    name: str
    search: str  # text that the filter looks into
    chips: tuple[Chip, ...]
    spark: Spark | None
    days: str  # days to the next dated clause, "past", or "–"
    days_urgent: bool
    days_near: bool  # a dated clause within 90 days, or one that ran out after the data's end
    days_spoken: str
    changed: bool = False  # a state of it differs from the day compared with
    watched: bool = False
    compared: bool = False
    risk: str = ""
    risk_spoken: str = ""
    change_spoken: str = ""
    licensed: bool = False  # a form of goods needs a licence for certain


@dataclass(frozen=True, slots=True)
class MaterialGroup:
    """Materials listed together, with the chips that all of them share (None where they differ)."""

    key: str
    name: str
    chips: tuple[Chip | None, ...]
    rows: tuple[MaterialRow, ...]

    @property
    def licensed(self) -> int:
        """How many of its materials are under licence."""
        return sum(row.licensed for row in self.rows)


@dataclass(frozen=True, slots=True)
class MaterialsScene:
    """The whole list; `columns` are the chip columns' short and long names.

    `risk_column` is the short and long name of the method shown, None without such a column;
    `total` counts all listed materials, whatever the filters keep. `compared` are slugs and names.
    """

    columns: tuple[tuple[str, str], ...]
    groups: tuple[MaterialGroup, ...]
    selected: str
    total: int
    legend: tuple[tuple[Chip, str], ...]
    search: Search = field(compare=False)  # equal lists are searched alike
    choices: FilterChoices
    sort: str = "group"
    risk_method: str | None = None
    risk_column: tuple[str, str] | None = None
    filters: BrowserFilters = NO_FILTERS
    filter_chips: tuple[FilterChip, ...] = ()
    compared: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """What the list shows that is neither in the package nor in the selection.

    `screening` is None until the figures of risk have come.
    """

    watched: frozenset[str] = frozenset()
    screening: Screening | None = None
