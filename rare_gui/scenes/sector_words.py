"""Sectors in lists: names that fit, whether they use anything, in which forms they buy it.

Not for their full names (`domain.exposure`), which belong into tooltips and what is read aloud.
"""

from __future__ import annotations

from collections.abc import Mapping

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import dependences, sector_names
from rare_gui.domain.vocabulary import SupplyForm
from rare_gui.scenes.selection import Selection

_BOUGHT_AS = {
    "oxide_or_metal": (
        SupplyForm.OXIDE, SupplyForm.COMPOUND, SupplyForm.METAL, SupplyForm.ALLOY,
    ),
    "magnet": (SupplyForm.MAGNET,),
}  # fmt: skip
"""Forms behind a route of form_routes.csv; a finished component is none of the material's own."""


def short_sector_names(dataset: Dataset) -> Mapping[str, str]:
    """Sector slugs to names of at most 20 letters; the full one where a package is damaged."""
    if "short sector names" not in dataset.kept:
        frame = dataset.tables["sectors"]
        short = dict(zip(frame["sector"], frame["short_name"], strict=True))
        dataset.kept["short sector names"] = {
            slug: short.get(slug) or name for slug, name in sector_names(dataset).items()
        }
    return dataset.kept["short sector names"]  # type: ignore[no-any-return]


def uses_materials(dataset: Dataset, sector: str) -> bool:
    """Whether the data know of any material that the sector itself cannot do without."""
    return sector in set(dataset.tables["dependence_shares"]["sector"])


def forms_in_use(dataset: Dataset, selection: Selection) -> frozenset[SupplyForm] | None:
    """The forms in which the filtered sectors buy the selected material, as far as routes tell.

    None where no sector is filtered for, none of them needs the material, or a route is not known.
    """
    needs = [
        item
        for item in dependences(dataset, selection.material)
        if item.sector in selection.sectors
    ]
    if not needs or not all(item.routes for item in needs):
        return None
    routes = {route.form for item in needs for route in item.routes}
    return frozenset(form for name in routes for form in _BOUGHT_AS.get(name, ()))
