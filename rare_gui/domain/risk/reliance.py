"""Net import reliance of any country: as published for it, else from its bilateral trade.

Own output counts only in the weight basis of the trade; unlike bases are refused, never added.
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import weakest
from rare_gui.domain.risk.bilateral import EU
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.risk.sourcing import Sourcing, sourcing
from rare_gui.domain.risk.world_supply import WorldSupply, stages, world_supply
from rare_gui.domain.supply import NET_EXPORTER, Figure, import_reliance
from rare_gui.domain.vocabulary import DataClass

GROSS = "gross weight"
"""What a weight in trade is; the output of a mine is of the same basis where it says so."""


@dataclass(frozen=True, slots=True)
class OwnOutput:
    """A country's own output beside its imports, in their tonnes; `words` say how it is known."""

    tonnes: float
    data_class: DataClass
    sources: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Reliance:
    """Net imports over apparent use in percent, 0 to 100; `flag` is `net_exporter`, > or <.

    `low` and `high` bound a figure that was published as a bound.
    """

    value: float
    low: float
    high: float
    flag: str
    years: str
    of: str
    data_class: DataClass
    sources: tuple[str, ...]


def reliance(
    dataset: Dataset, material: str, country: str, year: int | None
) -> Reliance | NotComputed:
    """The reliance of a year (None: the latest); published figures come before computed ones."""
    key = ("reliance", material, country, year)
    if key not in dataset.kept:
        dataset.kept[key] = _reliance(dataset, material, country, year)
    return dataset.kept[key]  # type: ignore[no-any-return]


def own_output(
    dataset: Dataset, goods: Sourcing, supply: WorldSupply | NotComputed | None = None
) -> OwnOutput | NotComputed:
    """The importer's output of the material in the year of the imports.

    Zero where the output of all producers is told by name and the importer is not among them.
    """
    known = supply if supply is not None else supply_of(dataset, goods)
    if isinstance(known, NotComputed):
        return NotComputed(f"own output is not known: {known.because}")
    members = dataset.law.eu_members if goods.importer == EU else {goods.importer}
    tonnes = sum(known.amounts.get(one, 0.0) for one in members)
    if tonnes > 0 and known.family.basis != GROSS:
        return NotComputed(
            f"own output of {dataset.country_names.get(goods.importer, goods.importer)} is in "
            f"{known.family.basis} and the imports in gross weight: the units do not match"
        )
    words = f"{known.family.stage} output by {known.family}"
    return OwnOutput(tonnes, known.data_class, known.sources, words)


def supply_of(dataset: Dataset, goods: Sourcing) -> WorldSupply | NotComputed:
    """World output in tonnes at the stage of the traded goods, else at the mine."""
    later = [stage for stage in ("refined", "metal") if stage in stages(dataset, goods.material)]
    wanted = ["mine"] if goods.is_ore else [*later, "mine"]
    found: WorldSupply | NotComputed = NotComputed("no world output is in the data")
    for stage in wanted:
        found = world_supply(dataset, goods.material, stage, goods.year)
        if isinstance(found, WorldSupply):
            return found
    return found


def _reliance(
    dataset: Dataset, material: str, country: str, year: int | None
) -> Reliance | NotComputed:
    published = import_reliance(dataset, material, country, year)
    if published is not None and (year is None or _covers(published, year)):
        made = _published(published)
        if made is not None:
            return made
    return _from_trade(dataset, material, country, year)


def _from_trade(
    dataset: Dataset, material: str, country: str, year: int | None
) -> Reliance | NotComputed:
    goods = sourcing(dataset, material, country, year)
    if isinstance(goods, NotComputed):
        return goods
    if goods.exports is None:
        return NotComputed(f"the exports of {goods.goods} are not known by weight")
    own = own_output(dataset, goods)
    if isinstance(own, NotComputed):
        return own
    net = goods.tonnes - goods.exports
    use = net + own.tonnes if own.tonnes else net
    share = 100 * (net / use) if net > 0 else 0.0
    return Reliance(
        share,
        share,
        share,
        NET_EXPORTER if net <= 0 else "",
        str(goods.year),
        f"net imports of {goods.goods} over them and {own.words}",
        weakest(goods.data_class, own.data_class),
        tuple(dict.fromkeys((*goods.sources, *own.sources))),
    )


def _published(figure: Figure) -> Reliance | None:
    if figure.flag == NET_EXPORTER:
        value, low, high = 0.0, 0.0, 0.0
    elif figure.value is None:
        return None
    else:
        value = figure.value
        low = 0.0 if figure.flag == "<" else value
        high = 100.0 if figure.flag == ">" else value
    return Reliance(
        value, low, high, figure.flag, figure.years, figure.of, figure.data_class, figure.sources
    )


def _covers(figure: Figure, year: int) -> bool:
    return (figure.first_year or figure.year) <= year <= figure.year
