"""Which sectors need the material, through which forms, with what evidence; no sized loss."""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import Dependence, Route, dependences, sector_names
from rare_gui.domain.vocabulary import DataClass, SupplyForm
from rare_gui.scenes.chips import chip, column_of, column_runs
from rare_gui.scenes.notes import DataNote, data_notes, known_through
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.sector_words import short_sector_names
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import inside


@dataclass(frozen=True, slots=True)
class RouteShare:
    """The part of a sector's need that enters as one form; shares are 0 to 1 (low, mid, high)."""

    form: str
    low: float
    mid: float
    high: float
    data_class: str
    spoken: str


@dataclass(frozen=True, slots=True)
class SectorExposure:
    """A sector that needs the product: dependence (kappa) low-mid-high of output, routes.

    Shares are 0 to 1; None where the data hold no figure (shown as "not known", never as zero).
    """

    sector: str
    name: str
    dependence: tuple[float, float, float] | None
    dependence_class: str
    end_use: str  # e.g. "35 % of world use, 2024", or ""
    routes: tuple[RouteShare, ...]
    selected: bool
    spoken: str
    key: str = ""  # of the evidence on the dependence


@dataclass(frozen=True, slots=True)
class PathNode:
    """A node of the why-path; the first one carries the chip of its legal state."""

    title: str
    detail: str
    chip: Chip | None = None


@dataclass(frozen=True, slots=True)
class PathLink:
    """A link of the why-path: what it says and whether it is measured, reported or judged."""

    label: str
    evidence: str  # "published", "derived" or "judgement"


@dataclass(frozen=True, slots=True)
class ExposureScene:
    """The impact panel: through which product the material is needed, by whom, and why."""

    title: str
    lead: str
    sectors: tuple[SectorExposure, ...]
    unknown: str  # said when nothing is known, or what is not counted
    path_title: str
    path_weakest: str
    nodes: tuple[PathNode, ...]
    links: tuple[PathLink, ...]
    notes: tuple[DataNote, ...]
    limits: str


LIMITS = (
    "Shares are of a sector's own output in the United States. How far a sector depends on a "
    "material, and through which form, is mostly the analyst's judgement; sized losses are not "
    "part of this view."
)
_ROUTE_WORDS = {
    "oxide_or_metal": "oxide or metal",
    "component": "finished component",
    "magnet": "magnet",
}


def exposure_scene(dataset: Dataset, selection: Selection) -> ExposureScene:
    """Which sectors need the selected material, through which forms and products, and why."""
    found = dependences(dataset, selection.material)
    name = dataset.material_names[selection.material]
    chosen = _chosen(found, selection)
    sectors = _sectors(dataset, selection.material, found, chosen)
    nodes, links = path_to(dataset, selection, chosen) if chosen else ((), ())
    weakest = max(
        (DataClass(link.evidence) for link in links), key=list(DataClass).index, default=None
    )
    lead, unknown = _lead(dataset, name, selection.material, found)
    return ExposureScene(
        title="Who needs it",
        lead=lead,
        sectors=sectors,
        unknown=unknown,
        path_title=f"Why: {sector_names(dataset)[chosen.sector]}" if chosen else "",
        path_weakest=f"weakest link: {weakest.value}" if weakest else "",
        nodes=nodes,
        links=links,
        notes=data_notes(dataset, selection),
        limits=LIMITS,
    )


def _lead(
    dataset: Dataset, name: str, material: str, found: tuple[Dependence, ...]
) -> tuple[str, str]:
    if not found:
        return (
            f"No sector's dependence on {inside(name)} is in these data.",
            "Not known, which is not the same as none.",
        )
    products = sorted({item.product for item in found if item.product != material})
    through = (
        f" through {', '.join(dataset.material_names[p] for p in products)}" if products else ""
    )
    who = "One sector needs" if len(found) == 1 else f"{len(found)} sectors need"
    order = ", in order of name" if len(found) > 1 else ""
    return f"{who} {inside(name)}{through}{order}.", ""


def _sectors(
    dataset: Dataset, material: str, found: tuple[Dependence, ...], chosen: Dependence | None
) -> tuple[SectorExposure, ...]:
    key = ("sectors", material, chosen.sector if chosen else "")
    if key not in dataset.kept:
        dataset.kept[key] = tuple(_sector(dataset, one, chosen=one is chosen) for one in found)
    return dataset.kept[key]  # type: ignore[no-any-return]


def _sector(dataset: Dataset, item: Dependence, *, chosen: bool) -> SectorExposure:
    name, low, mid, high = sector_names(dataset)[item.sector], *item.shares
    routes = tuple(
        RouteShare(
            _ROUTE_WORDS.get(route.form, route.form),
            route.low,
            route.mid,
            route.high,
            route.data_class.value,
            f"{_ROUTE_WORDS.get(route.form, route.form)}: {_percent(route.mid)} of the need "
            f"({_percent(route.low)} to {_percent(route.high)}), {route.data_class.value}",
        )
        for route in item.routes
    )
    return SectorExposure(
        sector=item.sector,
        name=short_sector_names(dataset)[item.sector],
        dependence=item.shares,
        dependence_class=item.data_class.value,
        end_use=item.end_use,
        routes=routes,
        selected=chosen,
        spoken=f"{name}: {_percent(mid)} of its output cannot be finished without "
        f"{dataset.material_names[item.product]} ({_percent(low)} to {_percent(high)}), "
        f"{item.data_class.value}. {item.reason}",
        key=f"impact:kappa.{item.product}.{item.sector}",
    )


def _chosen(found: tuple[Dependence, ...], selection: Selection) -> Dependence | None:
    """The sector whose path is shown: the selected one, else the first with routes."""
    for item in found:
        if item.sector == selection.sector:
            return item
    return next((item for item in found if item.routes), found[0] if found else None)


def path_to(
    dataset: Dataset, selection: Selection, item: Dependence
) -> tuple[tuple[PathNode, ...], tuple[PathLink, ...]]:
    """From the restricted form to the sector: what contains what, and how sure each step is."""
    name = dataset.material_names[selection.material]
    form = selection.form or _usual_form(dataset, selection, item.product)
    column = column_of(form)
    runs = [
        p for p in column_runs(dataset.law, selection.material, column, selection) if p[0] is form
    ]
    through = known_through(dataset, selection.known_on)
    first = PathNode(name, form.value, chip(name, column, runs, through))
    sector = PathNode(sector_names(dataset)[item.sector], "sector")
    route = route_of(item, form, contained=item.product != selection.material)
    kappa = f"κ {item.shares[1]:.2f}"
    needs = f"θ {route.mid:.2f} · {kappa}" if route else kappa
    if item.product == selection.material:
        return (first, sector), (PathLink(needs, item.need_class(route).value),)
    product = PathNode(dataset.material_names[item.product], "product")
    return (first, product, sector), (
        PathLink("contains", (item.contains_class or DataClass.JUDGEMENT).value),
        PathLink(needs, item.need_class(route).value),
    )


def _usual_form(dataset: Dataset, selection: Selection, product: str) -> SupplyForm:
    """The form most sectors buy: the metal where it exists, else the first form there is."""
    forms = dataset.law.forms(selection.material, selection.origin)
    if product == selection.material and SupplyForm.MAGNET in forms:
        return SupplyForm.MAGNET
    usual = (SupplyForm.METAL, SupplyForm.OXIDE, SupplyForm.COMPOUND)
    return next((form for form in (*usual, *forms) if form in forms), SupplyForm.METAL)


def route_of(item: Dependence, form: SupplyForm, *, contained: bool) -> Route | None:
    """The route that a restriction of the form acts on."""
    wanted = {form.value}
    if form in (SupplyForm.OXIDE, SupplyForm.COMPOUND, SupplyForm.METAL, SupplyForm.ALLOY):
        wanted.add("oxide_or_metal")
    if contained and form is not SupplyForm.MAGNET:
        wanted = {"oxide_or_metal"}
    return next((route for route in item.routes if route.form in wanted), None)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
