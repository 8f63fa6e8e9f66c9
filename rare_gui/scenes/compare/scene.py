"""Two to six materials side by side: what applies, the figures with their bases, the ranks.

Not for the cells (`scenes.compare.cells`, `scenes.compare.ranks`) nor the lanes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows
from rare_gui.scenes.compare.cells import (
    by_product_cell,
    clause_cell,
    condition_cell,
    exports_cell,
    figure_cell,
    price_cell,
    sectors_cell,
    state_cell,
    words_cell,
)
from rare_gui.scenes.compare.lanes import compare_timeline
from rare_gui.scenes.compare.parts import CompareCell, CompareHead, CompareRow, CompareScene
from rare_gui.scenes.compare.ranks import rank_rows
from rare_gui.scenes.selection import FEWEST_COMPARED, MOST_COMPARED, Selection
from rare_gui.scenes.wording import day_words

if TYPE_CHECKING:
    from rare_gui.domain.risk.screening import Screening

_GONE = CompareCell("not in this package", missing=True, spoken="not in this package")

_Cell = Callable[[Dataset, Selection], CompareCell]


def compare_scene(
    dataset: Dataset, selection: Selection, screening: Screening | None = None
) -> CompareScene:
    """The selection's compared materials; `screening` is None until the risk figures have come."""
    known = [one for one in selection.compared if one in dataset.law.named_forms]
    enough = len(selection.compared) >= FEWEST_COMPARED
    every = _rows(dataset, selection, screening) if enough else ()
    shown = tuple(row for row in every if row.differs) if selection.differing else every
    return CompareScene(
        title=f"Compare, as of {day_words(selection.as_of)}",
        heads=tuple(_head(dataset, one) for one in selection.compared),
        rows=shown,
        alike=len(every) - len(shown),
        differing=selection.differing,
        turned=selection.turned,
        offered=_offered(dataset, selection),
        timeline=compare_timeline(dataset, selection, known) if every and known else None,
    )


def moved(compared: tuple[str, ...], material: str, steps: int) -> tuple[str, ...]:
    """The order with one material moved by some places, as far as there are places."""
    if material not in compared:
        return compared
    others = [one for one in compared if one != material]
    place = min(max(compared.index(material) + steps, 0), len(others))
    return (*others[:place], material, *others[place:])


def _rows(
    dataset: Dataset, selection: Selection, screening: Screening | None
) -> tuple[CompareRow, ...]:
    places = dataset.country_names
    buyer = places.get(selection.destination, selection.destination)
    seller = places.get(selection.origin, selection.origin).removeprefix("the ")
    told: tuple[tuple[str, str, str, _Cell], ...] = (
        ("states", "State", f"to {buyer}", state_cell),
        ("words", "In words", "", words_cell),
        ("conditions", "Conditions", "users and contents", condition_cell),
        ("clause", "Next clause", "", clause_cell),
        ("mined", f"{seller}’s share", "unlike stages: not ranked", figure_cell(0)),
        ("further", "Further share", "other bases: not ranked", figure_cell(1)),
        ("concentration", "HHI", "0 to 10,000", figure_cell(3)),
        ("reliance", "Import reliance", f"of {buyer}", figure_cell(2)),
        ("price", "Latest price, US$/kg", "unlike goods: not ranked", price_cell),
        ("exports", f"Exports from {seller}", "own scale each", exports_cell),
        ("by_product", "Comes with", "by-product link", by_product_cell),
        ("sectors", "Sectors in need", "by dependence, judgement", sectors_cell),
    )
    made = [
        CompareRow(
            key,
            title,
            note,
            tuple(
                cell(dataset, replace(selection, material=one, form=None))
                if one in dataset.law.named_forms
                else _GONE
                for one in selection.compared
            ),
        )
        for key, title, note, cell in told
    ]
    return (*made, *rank_rows(dataset, selection, screening))


def _head(dataset: Dataset, material: str) -> CompareHead:
    if "compare heads" not in dataset.kept:
        dataset.kept["compare heads"] = {
            row["material"]: (row["symbol"], row["short_name"], row["category"])
            for row in rows(dataset.tables["materials"])
        }
    symbol, name, kind = dataset.kept["compare heads"].get(
        material, ("", material, "not in this package")
    )
    return CompareHead(material, symbol, name, kind, material in dataset.law.named_forms)


def _offered(dataset: Dataset, selection: Selection) -> tuple[tuple[str, str], ...]:
    """The materials that can be added, the one that is looked at first."""
    if len(selection.compared) >= MOST_COMPARED:
        return ()
    free = [
        (material, name)
        for material, name in dataset.material_names.items()
        if material not in selection.compared and material in dataset.law.named_forms
    ]
    return tuple(sorted(free, key=lambda one: (one[0] != selection.material, one[1].casefold())))
