"""The rows of the list of materials: what each tells, and each as it is shown.

Not for which are listed and in what order: `scenes.materials.scene` chooses.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from rare_gui.domain.cliffs import next_clause
from rare_gui.domain.counting import counted
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.browse import NEAR_DAYS, URGENT_DAYS
from rare_gui.scenes.export_change import ExportChange, export_change
from rare_gui.scenes.materials.parts import MaterialRow
from rare_gui.scenes.materials.risk_column import RiskCell
from rare_gui.scenes.materials.standing import Standing, standing
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.sparks import spark


@dataclass(frozen=True, slots=True)
class Entry:
    """A listed material, as the package names it. `search` is what the filter looks into."""

    material: str
    name: str
    symbol: str
    search: str


class Days(NamedTuple):
    """Days to the next dated clause: as shown, as a number (0: passed, None: none), as spoken."""

    shown: str
    left: int | None
    spoken: str


class Found(NamedTuple):
    """What a row tells, before it is known which of its chips the group's row tells."""

    entry: Entry
    standing: Standing
    days: Days
    risk: RiskCell
    change: ExportChange
    watched: bool

    @property
    def near(self) -> bool:
        """Whether a dated clause is near, or has passed."""
        return self.days.left is not None and self.days.left <= NEAR_DAYS


def found_on(
    dataset: Dataset,
    selection: Selection,
    entry: Entry,
    risk: RiskCell,
    watched: Collection[str],
) -> Found:
    """What a material's row tells on the selection's day; `watched` are all that are watched."""
    material = entry.material
    stands = standing(dataset, selection, material, entry.name)
    change = export_change(dataset, material, selection.origin, selection.known_on)
    days = _days(dataset, selection, material, stands)
    return Found(entry, stands, days, risk, change, material in watched)


def row_of(
    dataset: Dataset,
    selection: Selection,
    found: Found,
    chips: tuple[Chip, ...],
    changed: Collection[str],
) -> MaterialRow:
    """The row as it is shown, with `chips` as its group leaves them; `changed` are to be marked."""
    entry, days = found.entry, found.days
    return MaterialRow(
        material=entry.material,
        symbol=entry.symbol,
        name=entry.name,
        search=entry.search,
        chips=chips,
        spark=spark(dataset, selection, entry.material),
        days=days.shown,
        days_urgent=days.left is not None and days.left <= URGENT_DAYS,
        days_near=found.near,
        days_spoken=days.spoken,
        changed=entry.material in changed,
        watched=found.watched,
        compared=entry.material in selection.compared,
        risk=found.risk.text,
        risk_spoken=found.risk.spoken,
        change_spoken=found.change.spoken,
        licensed=found.standing.licensed,
    )


def _days(dataset: Dataset, selection: Selection, material: str, standing: Standing) -> Days:
    if standing.past:
        return Days("past", 0, "a dated clause ran out after the end of the data")
    clause = next_clause(
        dataset.law,
        material,
        selection.as_of,
        selection.origin,
        selection.destination,
        selection.known_on,
    )
    if clause is None:
        return Days("–", None, "no dated clause ahead")
    left = (clause - selection.as_of).days
    days = f"{counted(left, 'day', 'days')} to the next dated clause"
    if left <= URGENT_DAYS:
        days += f", within {URGENT_DAYS} days"
    elif left <= NEAR_DAYS:
        days += f", within {NEAR_DAYS} days"
    return Days(str(left), left, days)
