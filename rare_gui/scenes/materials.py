"""The material browser as a scene: groups, rows, one chip per form column, export sparklines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rare_gui.domain.cliffs import next_clause
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.diff import changed_materials
from rare_gui.domain.rows import rows
from rare_gui.scenes.browse import (
    GROUPS,
    NEAR_DAYS,
    SORT_WORDS,
    URGENT_DAYS,
    BrowserFilters,
    filter_chips,
    filter_choices,
    is_needed_by,
)
from rare_gui.scenes.chips import COLUMNS, LEGEND
from rare_gui.scenes.compared_days import comparison
from rare_gui.scenes.export_change import export_change
from rare_gui.scenes.material_search import MaterialSearch
from rare_gui.scenes.material_standing import Standing, standing, told_once
from rare_gui.scenes.materials_parts import Beside, MaterialGroup, MaterialRow, MaterialsScene
from rare_gui.scenes.risk_column import SHORT_NAMES, RiskCell, risk_cells, waiting_cell
from rare_gui.scenes.risk_words import METHOD_NAMES
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.sparks import spark

if TYPE_CHECKING:
    from rare_gui.domain.risk.screening import Screening

NOTHING = Beside()
FIRST_METHOD = "hhi"
"""The method of a list that is sorted by risk and names none."""


@dataclass(frozen=True, slots=True)
class _Entry:
    material: str
    name: str
    symbol: str
    search: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A row with what it is ordered by: days left, risk and change of exports, None: unknown."""

    row: MaterialRow
    standing: Standing
    left: int | None
    risk: float | None
    change: float | None


def materials_scene(
    dataset: Dataset, selection: Selection, beside: Beside = NOTHING
) -> MaterialsScene:
    """The browser's list on the selection's day: the materials that its filters keep, in order."""
    entries = _entries(dataset)
    filters, method = BrowserFilters.of(selection), shown_method(selection)
    changed, cells = _changed(dataset, selection), _cells(dataset, beside.screening, method)
    found: dict[str, list[_Found]] = {}
    for key, _ in GROUPS:
        if filters.groups and key not in filters.groups:
            continue
        for entry in entries[key]:
            one = _found(dataset, selection, entry, beside, cells(entry.material), changed)
            if _keeps(dataset, filters, one):
                found.setdefault(key if selection.sort == "group" else "all", []).append(one)
    names = dict(GROUPS) | {"all": _order_words(selection)}
    return MaterialsScene(
        columns=tuple((short, long) for short, long, _ in COLUMNS),
        groups=tuple(
            _group(dataset, selection, key, names[key], sorted(those, key=_ORDERS[selection.sort]))
            for key, those in found.items()
        ),
        selected=selection.material,
        total=sum(len(those) for those in entries.values()),
        legend=LEGEND,
        search=_search(dataset),
        choices=filter_choices(dataset),
        sort=selection.sort,
        risk_method=method,
        risk_column=_risk_head(dataset, selection, method) if method else None,
        filters=filters,
        filter_chips=filter_chips(dataset, filters),
        compared=tuple((m, dataset.material_names.get(m, m)) for m in selection.compared),
    )


def _order_words(selection: Selection) -> str:
    by = f"By {SORT_WORDS[selection.sort].lower()}"
    return f"{by}: {SHORT_NAMES[shown_method(selection) or '']}" if selection.sort == "risk" else by


def shown_method(selection: Selection) -> str | None:
    """The method of the risk column; None where no such column is shown."""
    return selection.risk or (FIRST_METHOD if selection.sort == "risk" else None)


def _risk_head(dataset: Dataset, selection: Selection, method: str) -> tuple[str, str]:
    whose = dataset.country_names.get(selection.destination, selection.destination)
    return SHORT_NAMES[method], f"{METHOD_NAMES[method]}, seen from {whose}"


def _last_if_unknown(value: float | None, *, most_first: bool) -> tuple[bool, float]:
    if value is None:
        return True, 0.0
    return False, -value if most_first else value


_ORDERS: dict[str, Callable[[_Found], Any]] = {
    "group": lambda _: 0,  # the order of the table stays
    "name": lambda found: found.row.name.casefold(),
    "risk": lambda found: _last_if_unknown(found.risk, most_first=True),
    "clause": lambda found: _last_if_unknown(found.left, most_first=False),
    "exports": lambda found: _last_if_unknown(found.change, most_first=False),
}


def _entries(dataset: Dataset) -> dict[str, tuple[_Entry, ...]]:
    """The listed materials by group: they do not change, so they are read from the table once."""
    if "browser entries" not in dataset.kept:
        frame = dataset.tables["materials"]
        found: dict[str, list[_Entry]] = {key: [] for key, _ in GROUPS}
        for row in rows(frame):
            if row["browser_group"] in found:
                words = ("material", "name", "short_name", "name_zh", "symbol", "cas")
                codes = ("hs6_raw", "hs6_finished")
                search = " ".join(str(row[word]) for word in words + codes).casefold()
                found[row["browser_group"]].append(
                    _Entry(row["material"], row["short_name"], row["symbol"], search)
                )
        dataset.kept["browser entries"] = {key: tuple(rows) for key, rows in found.items()}
    return dataset.kept["browser entries"]  # type: ignore[no-any-return]


def _search(dataset: Dataset) -> MaterialSearch:
    if "material search" not in dataset.kept:
        texts = {one.material: one.search for group in _entries(dataset).values() for one in group}
        dataset.kept["material search"] = MaterialSearch(dataset, texts)
    return dataset.kept["material search"]  # type: ignore[no-any-return]


def _changed(dataset: Dataset, selection: Selection) -> frozenset[str]:
    """The materials to be marked; none while no earlier day is compared with."""
    earlier = selection.compared_to
    if earlier is None or earlier >= selection.as_of:
        return frozenset()
    return changed_materials(dataset.law, comparison(dataset.law, selection))


def _cells(
    dataset: Dataset, screening: Screening | None, method: str | None
) -> Callable[[str], RiskCell]:
    """Gives a material's cell of the risk column, an empty one where no column is shown."""
    if method is None:
        return lambda _: RiskCell("", "", None)
    if screening is None:
        waiting = waiting_cell(method)
        return lambda _: waiting
    return risk_cells(dataset, screening, method).__getitem__


def _keeps(dataset: Dataset, filters: BrowserFilters, found: _Found) -> bool:
    return (
        (not filters.soon or found.row.days_near)
        and (not filters.watched or found.row.watched)
        and filters.keeps_state(found.standing.states)
        and is_needed_by(dataset, found.row.material, filters.sectors)
    )


def _group(
    dataset: Dataset, selection: Selection, key: str, name: str, found: list[_Found]
) -> MaterialGroup:
    standings = tuple(one.standing for one in found)
    kept = dataset.law.kept(selection.known_on)
    # the chips of a group change only when one of its materials comes to another stretch
    place = ("group", key, selection.origin, selection.destination, standings)
    if place not in kept:
        kept[place] = told_once(standings)
    shared, chips = kept[place]
    rows = tuple(
        one.row if own is one.row.chips else replace(one.row, chips=own)
        for one, own in zip(found, chips, strict=True)
    )
    return MaterialGroup(key, name, shared, rows)


def _found(
    dataset: Dataset,
    selection: Selection,
    entry: _Entry,
    beside: Beside,
    risk: RiskCell,
    changed: frozenset[str],
) -> _Found:
    material = entry.material
    stands = standing(dataset, selection, material, entry.name)
    days, left, spoken_days = _days(dataset, selection, material, stands)
    change = export_change(dataset, material, selection.origin, selection.known_on)
    row = MaterialRow(
        material=material,
        symbol=entry.symbol,
        name=entry.name,
        search=entry.search,
        chips=stands.chips,
        spark=spark(dataset, selection, material),
        days=days,
        days_urgent=left is not None and left <= URGENT_DAYS,
        days_near=left is not None and left <= NEAR_DAYS,
        days_spoken=spoken_days,
        changed=material in changed,
        watched=material in beside.watched,
        compared=material in selection.compared,
        risk=risk.text,
        risk_spoken=risk.spoken,
        change_spoken=change.spoken,
        licensed=stands.licensed,
    )
    return _Found(row, stands, left, risk.order, change.percent)


def _days(
    dataset: Dataset, selection: Selection, material: str, standing: Standing
) -> tuple[str, int | None, str]:
    """Days to the next clause as shown, as a number (0: passed) and as spoken."""
    if standing.past:
        return "past", 0, "a dated clause ran out after the end of the data"
    clause = next_clause(
        dataset.law,
        material,
        selection.as_of,
        selection.origin,
        selection.destination,
        selection.known_on,
    )
    if clause is None:
        return "–", None, "no dated clause ahead"
    left = (clause - selection.as_of).days
    days = f"{left} day{'' if left == 1 else 's'} to the next dated clause"
    if left <= URGENT_DAYS:
        days += f", within {URGENT_DAYS} days"
    elif left <= NEAR_DAYS:
        days += f", within {NEAR_DAYS} days"
    return str(left), left, days
