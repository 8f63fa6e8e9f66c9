"""The supply risk of Nassar et al. 2020 (Science Advances, eaay8647): three factors from 0 to 1.

The cube root of disruption potential, trade exposure and economic vulnerability is as published;
what the first and the last consist of is from memory, and their parts say so.
"""

from __future__ import annotations

from functools import partial

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import weakest
from rare_gui.domain.risk.bilateral import EU
from rare_gui.domain.risk.figures import Combination, Index, NotComputed, Part, missing
from rare_gui.domain.risk.governance import governance, has_governance
from rare_gui.domain.risk.reliance import reliance
from rare_gui.domain.risk.world_supply import (
    latest_supply,
    main_stage,
    world_supply,
)
from rare_gui.domain.vocabulary import DataClass

KEY = "nassar"
FORMULA = "(disruption potential * trade exposure * economic vulnerability) ^ (1/3)"


def nassar(dataset: Dataset, material: str, importer: str, year: int | None = None) -> Index:
    """The score for an importer, with those of its three factors that the data can give."""
    parts = (
        _disruption_potential(dataset, material, importer, year),
        _trade_exposure(dataset, material, importer, year),
        missing(
            "economic_vulnerability",
            "what each industry spends on the material, its operating profit, and the study's "
            "normalisation over all materials are not in the data",
        ),
    )
    who = dataset.country_names.get(importer, importer)
    return Index(KEY, FORMULA, Combination.CUBE_ROOT, parts, f"{material} into {who}")


def _disruption_potential(dataset: Dataset, material: str, importer: str, year: int | None) -> Part:
    """Squared shares of foreign producers times inability (governance) and unwillingness (1).

    No table tells how willing a country is to supply: at 1 the part is the highest it can be.
    """
    name = "disruption_potential"
    stage = main_stage(dataset, material)
    if stage is None:
        return missing(name, f"no world output of {material} by country is in the data")
    supply = (
        latest_supply(dataset, material, stage, partial(has_governance, dataset))
        if year is None
        else world_supply(dataset, material, stage, year)
    )
    if isinstance(supply, NotComputed):
        return missing(name, supply)
    risks = governance(dataset, supply.year)
    if isinstance(risks, NotComputed):
        return missing(name, risks)
    members = dataset.law.eu_members if importer == EU else {importer}
    value = high = 0.0
    for country, share in supply.shares.items():
        if country not in members:
            one, square = risks.of(country), share * share
            value += square * one.risk
            high += square * one.high
    return Part(
        name,
        value,
        "1",
        DataClass.JUDGEMENT,
        tuple(dict.fromkeys((*supply.sources, *risks.sources))),
        str(supply.year),
        f"{supply.family.stage} output by {supply.family}; governance risk as inability, "
        "unwillingness taken as 1 for every foreign producer: an upper bound",
        low=0.0,
        high=high + supply.rest**2,
        from_memory=True,
    )


def _trade_exposure(dataset: Dataset, material: str, importer: str, year: int | None) -> Part:
    """Net imports over apparent consumption, cut to 0 to 1."""
    name = "trade_exposure"
    made = reliance(dataset, material, importer, year)
    if isinstance(made, NotComputed):
        return missing(name, made)
    flag = f"published as {made.flag} {made.value:g} %; " if made.flag in (">", "<") else ""
    return Part(
        name,
        made.value / 100,
        "1",
        weakest(DataClass.PUBLISHED, made.data_class),
        made.sources,
        made.years,
        f"{flag}{made.of}",
        made.low / 100,
        made.high / 100,
    )
