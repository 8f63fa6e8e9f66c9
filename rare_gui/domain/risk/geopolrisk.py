"""The GeoPolRisk score of a material for an importing country.

Formula as the method's own program computes it: concentration of world output (HHI, 0 to 1) times
the imports weighted by the origins' governance risk, over imports and own output. No
characterisation factor: that needs a price, and is no risk.
"""

from __future__ import annotations

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import weakest
from rare_gui.domain.risk.concentration import FULL, concentration
from rare_gui.domain.risk.figures import Combination, Index, NotComputed, Part, missing, refused
from rare_gui.domain.risk.governance import Governance, governance
from rare_gui.domain.risk.reliance import OwnOutput, own_output, supply_of
from rare_gui.domain.risk.sourcing import Sourcing, sourcing, sourcings
from rare_gui.domain.risk.world_supply import WorldSupply
from rare_gui.domain.vocabulary import DataClass

KEY = "geopolrisk"
FORMULA = "HHI * sum(governance risk * imports) / (imports + own output)"


def geopolrisk(dataset: Dataset, material: str, importer: str, year: int | None = None) -> Index:
    """The score of a year; None: the latest year for which every part is known, else the latest."""
    known = sorted(sourcings(dataset, material, importer), reverse=True) if year is None else ()
    years: tuple[int | None, ...] = tuple(known) or (year,)
    made = (_of_year(dataset, material, importer, wanted) for wanted in years)
    first = next(made)
    if first.value is not None:
        return first
    return next((one for one in made if one.value is not None), first)


def _of_year(dataset: Dataset, material: str, importer: str, year: int | None) -> Index:
    goods = sourcing(dataset, material, importer, year)
    if isinstance(goods, NotComputed):
        return refused(KEY, FORMULA, goods.because)
    who = dataset.country_names.get(importer, importer)
    supply = supply_of(dataset, goods)
    parts = (_concentration(goods, supply), _imports(dataset, goods, supply))
    return Index(
        KEY, FORMULA, Combination.PRODUCT, parts, f"{goods.goods} into {who}, {goods.year}"
    )


def _concentration(goods: Sourcing, supply: WorldSupply | NotComputed) -> Part:
    name = "world_concentration"
    if isinstance(supply, NotComputed):
        return missing(name, supply)
    made = concentration(supply)
    stage = supply.family.stage
    stands = "" if goods.is_ore == stage.startswith("mine") else ", standing for the traded goods"
    return Part(
        name,
        made.hhi / FULL,
        "1",
        made.data_class,
        supply.sources,
        str(supply.year),
        f"{stage} output by {supply.family}{stands}",
        made.hhi / FULL,
        made.hhi_high / FULL,
    )


def _imports(dataset: Dataset, goods: Sourcing, supply: WorldSupply | NotComputed) -> Part:
    """Imports weighted by risk, over imports and own output: from 0 to 1."""
    name = "weighted_import_share"
    risks = governance(dataset, goods.year)
    if isinstance(risks, NotComputed):
        return missing(name, risks)
    own = own_output(dataset, goods, supply)
    if isinstance(own, NotComputed):
        return missing(name, own)
    return _weighted(name, goods, own, risks)


def _weighted(name: str, goods: Sourcing, own: OwnOutput, risks: Governance) -> Part:
    imported = goods.tonnes / (goods.tonnes + own.tonnes)
    told = [(share, risks.of(origin)) for origin, share in goods.shares.items()]
    assumed = [c for c, share in goods.shares.items() if share and risks.of(c).assumed]
    # an unnamed origin has the middle risk, as a country without an estimate has
    value = sum(share * one.risk for share, one in told) + goods.rest * 0.5
    notes = [f"own output {own.tonnes:,.0f} t ({own.words})"]
    if assumed:
        notes.append(f"risk 0.5 assumed for {', '.join(sorted(assumed))}")
    if goods.rest > 0:
        notes.append(f"risk 0.5 assumed for {100 * goods.rest:.1f} % of unnamed origin")
    largely = sum(goods.shares[c] for c in assumed) + goods.rest
    return Part(
        name,
        imported * value,
        "1",
        weakest(goods.data_class, own.data_class, _class_of(largely)),
        tuple(dict.fromkeys((*goods.sources, *own.sources, *risks.sources))),
        str(goods.year),
        "; ".join(notes),
        imported * sum(share * one.low for share, one in told),
        imported * (sum(share * one.high for share, one in told) + goods.rest),
    )


def _class_of(assumed: float) -> DataClass:
    """What rests on assumed risks is a judgement once it is more than a hundredth of imports."""
    return DataClass.JUDGEMENT if assumed > 0.01 else DataClass.DERIVED
