"""The material browser as a scene: groups, rows, one chip per form column, export sparklines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.diff import changed_materials
from rare_gui.domain.rows import rows
from rare_gui.scenes.browse import (
    GROUPS,
    SORT_WORDS,
    BrowserFilters,
    filter_chips,
    filter_choices,
    is_needed_by,
)
from rare_gui.scenes.chips import COLUMNS, LEGEND
from rare_gui.scenes.compared_days import comparison
from rare_gui.scenes.materials.parts import Beside, MaterialGroup, MaterialsScene
from rare_gui.scenes.materials.risk_column import SHORT_NAMES, RiskCell, risk_cells, waiting_cell
from rare_gui.scenes.materials.rows import Entry, Found, found_on, row_of
from rare_gui.scenes.materials.search import MaterialSearch
from rare_gui.scenes.materials.standing import told_once
from rare_gui.scenes.risk_words import METHOD_NAMES
from rare_gui.scenes.selection import Selection

if TYPE_CHECKING:
    from rare_gui.domain.risk.screening import Screening

NOTHING = Beside()
FIRST_METHOD = "hhi"
"""The method of a list that is sorted by risk and names none."""


def materials_scene(
    dataset: Dataset, selection: Selection, beside: Beside = NOTHING
) -> MaterialsScene:
    """The browser's list on the selection's day: the materials that its filters keep, in order."""
    filters, method = BrowserFilters.of(selection), shown_method(selection)
    return MaterialsScene(
        columns=tuple((short, long) for short, long, _ in COLUMNS),
        groups=_kept_groups(dataset, selection, beside),
        selected=selection.material,
        total=sum(len(those) for those in _entries(dataset).values()),
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


def _kept_groups(
    dataset: Dataset, selection: Selection, beside: Beside
) -> tuple[MaterialGroup, ...]:
    """The groups; the same objects while only the material that is looked at is another one."""
    kept = dataset.law.kept(selection.known_on)
    asked = replace(selection, material=""), beside.watched
    before, screening, groups = kept.get("groups of the list", (None, None, ()))
    # by identity: what has been screened is large, and another one only after another file
    if before != asked or screening is not beside.screening:
        groups = _groups(dataset, selection, beside)
        kept["groups of the list"] = asked, beside.screening, groups
    return groups  # type: ignore[no-any-return]


def _groups(dataset: Dataset, selection: Selection, beside: Beside) -> tuple[MaterialGroup, ...]:
    filters, method = BrowserFilters.of(selection), shown_method(selection)
    cells = _cells(dataset, beside.screening, method)
    found: dict[str, list[Found]] = {}
    for key, _ in GROUPS:
        if filters.groups and key not in filters.groups:
            continue
        for entry in _entries(dataset)[key]:
            one = found_on(dataset, selection, entry, cells(entry.material), beside.watched)
            if _keeps(dataset, filters, one):
                found.setdefault(key if selection.sort == "group" else "all", []).append(one)
    names = dict(GROUPS) | {"all": _order_words(selection)}
    order = _ORDERS[selection.sort]
    changed = _changed(dataset, selection)
    return tuple(
        _group(dataset, selection, (key, names[key]), sorted(those, key=order), changed)
        for key, those in found.items()
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


_ORDERS: dict[str, Callable[[Found], Any]] = {
    "group": lambda _: 0,  # the order of the table stays
    "name": lambda found: found.entry.name.casefold(),
    "risk": lambda found: _last_if_unknown(found.risk.order, most_first=True),
    "clause": lambda found: _last_if_unknown(found.days.left, most_first=False),
    "exports": lambda found: _last_if_unknown(found.change.percent, most_first=False),
}


def _entries(dataset: Dataset) -> dict[str, tuple[Entry, ...]]:
    """The listed materials by group: they do not change, so they are read from the table once."""
    if "browser entries" not in dataset.kept:
        frame = dataset.tables["materials"]
        found: dict[str, list[Entry]] = {key: [] for key, _ in GROUPS}
        for row in rows(frame):
            if row["browser_group"] in found:
                words = ("material", "name", "short_name", "name_zh", "symbol", "cas")
                codes = ("hs6_raw", "hs6_finished")
                search = " ".join(str(row[word]) for word in words + codes).casefold()
                found[row["browser_group"]].append(
                    Entry(row["material"], row["short_name"], row["symbol"], search)
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


def _keeps(dataset: Dataset, filters: BrowserFilters, found: Found) -> bool:
    return (
        (not filters.soon or found.near)
        and (not filters.watched or found.watched)
        and filters.keeps_state(found.standing.states)
        and is_needed_by(dataset, found.entry.material, filters.sectors)
    )


def _group(
    dataset: Dataset,
    selection: Selection,
    named: tuple[str, str],
    found: list[Found],
    changed: frozenset[str],
) -> MaterialGroup:
    standings = tuple(one.standing for one in found)
    kept = dataset.law.kept(selection.known_on)
    # the chips of a group change only when one of its materials comes to another stretch
    place = ("group", named[0], selection.origin, selection.destination, standings)
    if place not in kept:
        kept[place] = told_once(standings)
    shared, chips = kept[place]
    rows = tuple(
        row_of(dataset, selection, one, own, changed) for one, own in zip(found, chips, strict=True)
    )
    return MaterialGroup(*named, shared, rows)
