"""Which sectors need a material: dependence, form routes and end uses, with their data class.

Not a loss: nothing here is sized.
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import DataClass

OWN = "own"
"""Kind of a source that is the package itself."""
_FROM_SURE = tuple(DataClass)
"""The data classes, the most certain first."""


@dataclass(frozen=True, slots=True)
class Route:
    """The share (theta, 0 to 1) of a sector's need that arrives in one form."""

    form: str
    low: float
    mid: float
    high: float
    data_class: DataClass


@dataclass(frozen=True, slots=True)
class Dependence:
    """The share (kappa, 0 to 1) of a sector's output that cannot be finished without a product.

    `product` is the material itself, or a product that contains it: `contains_class` then says what
    that rests on (None: nothing is contained). `shares` are low, middle, high.
    """

    product: str
    sector: str
    shares: tuple[float, float, float]
    data_class: DataClass
    reason: str
    routes: tuple[Route, ...]
    end_use: str
    contains_class: DataClass | None = None

    def need_class(self, route: Route | None) -> DataClass:
        """The data class of the need for a form: the weaker one of kappa and the route's theta."""
        return weakest(self.data_class, route.data_class if route else self.data_class)


def weakest(*classes: DataClass) -> DataClass:
    """The least certain of some data classes: a chain is as strong as its weakest link."""
    return max(classes, key=_FROM_SURE.index)


def dependences(dataset: Dataset, material: str) -> tuple[Dependence, ...]:
    """The sectors that need a material or a product that contains it, in order of sector name."""
    key = ("dependences", material)
    if key not in dataset.kept:
        names = sector_names(dataset)
        needed = {material} | dataset.products_of(material)
        routes = _routes(dataset)
        found = [
            Dependence(
                product=row["material"],
                sector=row["sector"],
                shares=(row["kappa_low"], row["kappa_mid"], row["kappa_high"]),
                data_class=DataClass(row["data_class"]),
                reason=row["reason"],
                routes=routes.get((row["material"], row["sector"]), ()),
                end_use=_end_uses(dataset).get((row["material"], row["sector"]), ""),
                contains_class=_contains_classes(dataset).get((row["material"], material)),
            )
            for row in rows(dataset.tables["dependence_shares"])
            if row["material"] in needed
        ]
        dataset.kept[key] = tuple(sorted(found, key=lambda item: names[item.sector]))
    return dataset.kept[key]  # type: ignore[no-any-return]


def sectors_in_need(dataset: Dataset) -> dict[str, frozenset[str]]:
    """By material, the sectors that need it or a product that contains it."""
    if "sectors in need" not in dataset.kept:
        frame = dataset.tables["dependence_shares"]
        of: dict[str, set[str]] = {}
        for product, sector in zip(frame["material"], frame["sector"], strict=True):
            of.setdefault(product, set()).add(sector)
        dataset.kept["sectors in need"] = {
            material: frozenset().union(
                *(of.get(one, ()) for one in {material} | dataset.products_of(material))
            )
            for material in dataset.material_names
        }
    return dataset.kept["sectors in need"]  # type: ignore[no-any-return]


def sector_names(dataset: Dataset) -> dict[str, str]:
    """Sector slugs to names."""
    if "sector names" not in dataset.kept:
        named = dict.fromkeys(dataset.tables["dependence_shares"]["sector"], "")
        frame = dataset.tables["sectors"]
        named |= dict(zip(frame["sector"], frame["name"], strict=True))
        # a sector that a damaged package does not name is shown by its slug
        dataset.kept["sector names"] = {
            slug: name or slug.replace("_", " ") for slug, name in named.items()
        }
    return dataset.kept["sector names"]  # type: ignore[no-any-return]


def _contains_classes(dataset: Dataset) -> dict[tuple[str, str], DataClass]:
    """What each (product, material) of `contains` rests on.

    The table has no data class: a row is published where someone else's source vouches for it, and
    the package's judgement where only its own vocabulary does.
    """
    if "contains classes" not in dataset.kept:
        sources = dataset.tables["sources"]
        published = set(sources["source_id"][sources["kind"] != OWN])
        dataset.kept["contains classes"] = {
            (row["product"], row["material"]): DataClass.JUDGEMENT
            if published.isdisjoint(split_ids(row["source_ids"]))
            else DataClass.PUBLISHED
            for row in rows(dataset.tables["contains"])
        }
    return dataset.kept["contains classes"]  # type: ignore[no-any-return]


def _routes(dataset: Dataset) -> dict[tuple[str, str], tuple[Route, ...]]:
    if "routes" not in dataset.kept:
        found: dict[tuple[str, str], list[Route]] = {}
        for row in rows(dataset.tables["form_routes"]):
            found.setdefault((row["material"], row["sector"]), []).append(
                Route(
                    row["form"],
                    row["theta_low"],
                    row["theta_mid"],
                    row["theta_high"],
                    DataClass(row["data_class"]),
                )
            )
        dataset.kept["routes"] = {key: tuple(routes) for key, routes in found.items()}
    return dataset.kept["routes"]  # type: ignore[no-any-return]


def _end_uses(dataset: Dataset) -> dict[tuple[str, str], str]:
    """The share of a material's use that goes to a sector, with region and year: the first row."""
    if "end uses" not in dataset.kept:
        found: dict[tuple[str, str], str] = {}
        for row in rows(dataset.tables["end_uses"]):
            if not row["alternative"]:
                where = "world" if row["region"] == "WLD" else row["region"]
                words = f"{100 * row['share']:.0f} % of {where} use, {row['year']}"
                found.setdefault((row["material"], row["sector"]), words)
        dataset.kept["end uses"] = found
    return dataset.kept["end uses"]  # type: ignore[no-any-return]
