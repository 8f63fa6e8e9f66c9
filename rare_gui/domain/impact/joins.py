"""How the tables join: from cuts to the chains of material, form, product and sector they act on.

Section by section: a cut of an element's raw forms acts on a product's route `oxide_or_metal`, a
cut of its magnets on the route `magnet`, a cut to the whole world on the makers of components in
third countries too. Not for numbers over time (`impact.model`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import WORLD
from rare_gui.domain.impact.cuts import Cut
from rare_gui.domain.impact.parameters import STOCK_FALLBACK, Parameter
from rare_gui.domain.impact.result import NotSized
from rare_gui.domain.impact.unsized import no_terms_on, not_sized, products_fed
from rare_gui.domain.rows import rows
from rare_gui.domain.vocabulary import SupplyForm

EXPORTER = "CN"
"""The only exporter whose share of the imports the table of supply terms holds."""
COMPONENT = "component"
OXIDE_OR_METAL = "oxide_or_metal"
RAW = frozenset({SupplyForm.OXIDE, SupplyForm.COMPOUND, SupplyForm.METAL, SupplyForm.ALLOY})
MAGNETS = frozenset({"ndfeb-magnets", "smco-magnets"})
PARTLY_HELD = frozenset({("ndfeb-magnets", "dysprosium"), ("ndfeb-magnets", "terbium")})
"""Products that hold an element only in part; the other elements are in all of them."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Shipments of one material in one form that are cut, with the terms of supply they have."""

    terms: str
    cut_key: str
    weeks: int


@dataclass(frozen=True, slots=True)
class Feed:
    """A flow (by its place) that a route needs because of `material`.

    `partly`: only the share of the magnets that holds the element is hit.
    """

    flow: int
    material: str
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """One form in which a sector's need arrives, the key of its share, and the flows it lacks."""

    form: str
    key: str
    feeds: tuple[Feed, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """A sector's dependence on a product: the keys of its assumptions and its routes.

    Within one `group` of products the worst lack counts, across groups they combine. `stock` is
    the key of the row used; `substitution` that of the same row, "" where it says nothing.
    """

    product: str
    sector: str
    group: str
    routes: tuple[Route, ...]
    kappa: str
    stock: str
    substitution: str

    @property
    def materials(self) -> tuple[str, ...]:
        """The materials whose cuts act on the chain, in order of their names."""
        return tuple(sorted({feed.material for route in self.routes for feed in route.feeds}))

    def alone(self, material: str) -> Chain:
        """The same chain if only one material were cut."""
        routes = tuple(
            replace(route, feeds=tuple(f for f in route.feeds if f.material == material))
            for route in self.routes
        )
        return replace(self, routes=routes)


@dataclass(frozen=True, slots=True)
class Joined:
    """What a set of cuts acts on, and what cannot be sized."""

    flows: tuple[Flow, ...]
    chains: tuple[Chain, ...]
    not_sized: tuple[NotSized, ...]


@dataclass(slots=True)
class _Joining:
    """The work of one call: flows found so far and the feeds of each product's forms."""

    known: Mapping[str, Parameter]
    flows: list[Flow] = field(default_factory=list)
    reached: set[tuple[str, SupplyForm]] = field(default_factory=set)

    def flow(self, terms: str, cut: Cut) -> int | None:
        """The place of the flow of a cut; None where the table has no terms of supply for it."""
        if f"{terms}.nir" not in self.known:
            return None
        flow = Flow(terms, cut.key, cut.weeks)
        if flow not in self.flows:
            self.flows.append(flow)
        return self.flows.index(flow)


def joined(
    dataset: Dataset,
    cuts: tuple[Cut, ...],
    known: Mapping[str, Parameter],
    origin: str,
    destination: str,
) -> Joined:
    """The chains that cuts act on; materials with a cut and no chain come with the reason."""
    materials = tuple(dict.fromkeys(cut.material for cut in cuts))
    place = dataset.country_names.get(destination, destination)
    reason = ""
    if origin != EXPORTER:
        where = dataset.country_names.get(origin, origin)
        reason = f"the table of supply terms has the share of China only, none of {where}"
    elif not any(key.startswith("supply.") for key in known):
        reason = no_terms_on(place)
    if reason:
        return Joined((), (), tuple(NotSized(material, reason) for material in materials))
    work = _Joining(known)
    chains = [
        chain for need in _needs(dataset, known) if (chain := _fed(dataset, need, cuts, work))
    ]
    lacking = not_sized(dataset, cuts, known, work.reached, place)
    return Joined(tuple(work.flows), tuple(chains), tuple(lacking))


def _needs(dataset: Dataset, known: Mapping[str, Parameter]) -> tuple[Chain, ...]:
    """Every dependence with its routes, no flow attached, in the order of the table.

    It is kept: what is known and how the tables join does not change with a case.
    """
    kept = ("impact needs", frozenset(key for key in known if key.startswith("supply.")))
    if kept not in dataset.kept:
        dataset.kept[kept] = tuple(_joined_needs(dataset, known))
    return dataset.kept[kept]  # type: ignore[no-any-return]


def _joined_needs(dataset: Dataset, known: Mapping[str, Parameter]) -> Iterator[Chain]:
    routes: dict[tuple[str, str], list[Route]] = {}
    for key in known:
        if key.startswith("theta."):
            _, product, sector, form = key.split(".")
            routes.setdefault((product, sector), []).append(Route(form, key))
    for row in rows(dataset.tables["dependence_shares"]):
        product, sector = row["material"], row["sector"]
        kappa = f"kappa.{product}.{sector}"
        owner = next((o for o in (sector, product) if f"stock.{o}" in known), "")
        stock = f"stock.{owner}" if owner else STOCK_FALLBACK
        swap = f"substitution.{owner}"
        yield Chain(
            product=product,
            sector=sector,
            group="magnets" if product in MAGNETS else product,
            routes=tuple(routes.get((product, sector), ())),
            kappa=kappa,
            stock=stock,
            substitution=swap if f"{swap}.most" in known else "",
        )


def _fed(dataset: Dataset, need: Chain, cuts: Iterable[Cut], work: _Joining) -> Chain | None:
    """The chain with the flows that its routes lack; None where no cut acts on it."""
    feeds: dict[str, list[Feed]] = {route.form: [] for route in need.routes}
    for cut in cuts:
        for form, feed in _acting(dataset, need, cut, work):
            if form in feeds:
                feeds[form].append(feed)
                work.reached.add((cut.material, cut.form))
            if cut.scope == WORLD and COMPONENT in feeds and _upstream_of_parts(need, form, cut):
                feeds[COMPONENT].append(feed)
                work.reached.add((cut.material, cut.form))
    if not any(feeds.values()):
        return None
    routes = tuple(replace(one, feeds=tuple(feeds[one.form])) for one in need.routes)
    return replace(need, routes=routes)


def _acting(dataset: Dataset, need: Chain, cut: Cut, work: _Joining) -> Iterator[tuple[str, Feed]]:
    """The routes of a product that a cut acts on, with the flow that is lacking there."""
    if cut.material == need.product:
        place = work.flow(f"supply.{cut.material}.{cut.form}", cut)
        if place is not None:
            yield cut.form.value, Feed(place, cut.material)
            if cut.form in RAW:
                yield OXIDE_OR_METAL, Feed(place, cut.material)
    elif need.product in products_fed(dataset, cut.material):
        if cut.form in RAW:
            place = work.flow(f"supply.{cut.material}.{cut.form}", cut)
            if place is not None:
                yield OXIDE_OR_METAL, Feed(place, cut.material)
        elif cut.form is SupplyForm.MAGNET:
            place = work.flow(f"supply.{need.product}.{cut.form}", cut)
            if place is not None:
                partly = (need.product, cut.material) in PARTLY_HELD
                yield cut.form.value, Feed(place, cut.material, partly)


def _upstream_of_parts(need: Chain, form: str, cut: Cut) -> bool:
    """Whether makers of parts abroad need the form.

    They buy what the sector itself buys, and the makers of their magnets buy the elements.
    """
    return cut.material != need.product or form in {route.form for route in need.routes}
