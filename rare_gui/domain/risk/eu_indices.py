"""The EU's screening indices: supply risk and economic importance, for the EU27 as a whole.

Their formulae are partly from memory, and their parts say so. The political-stability index stands
for the six governance indicators of the method; without a table of trade agreements and export
taxes its trade parameter is 1.
"""

from __future__ import annotations

from functools import cache, partial

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import weakest
from rare_gui.domain.risk.bilateral import EU
from rare_gui.domain.risk.concentration import (
    FULL,
    weighted_concentration,
)
from rare_gui.domain.risk.eu_parameters import eu_parameter, eu_reliance
from rare_gui.domain.risk.figures import (
    Combination,
    Index,
    NotComputed,
    Part,
    added,
    missing,
    refused,
)
from rare_gui.domain.risk.governance import governance, has_governance
from rare_gui.domain.risk.reliance import own_output, supply_of
from rare_gui.domain.risk.sourcing import sourcing, sourcings
from rare_gui.domain.risk.world_supply import (
    latest_supply,
    stages,
    world_supply,
)

SUPPLY_RISK, ECONOMIC_IMPORTANCE = "eu_supply_risk", "eu_economic_importance"
RISK_FORMULA = (
    "[HHI_WGI,t(global) * IR/2 + HHI_WGI,t(EU sourcing) * (1 - IR/2)] * (1 - EoL_RIR) * SI_SR"
)
IMPORTANCE_FORMULA = "sum over sectors of (A_s * Q_s) * SI_EI"
GOVERNANCE_SCALE = 10.0
"""Governance counts from 0 to 10 in this index; from memory."""
STAGES = {"extraction": True, "processing": False}
"""The stages of the method, and whether what is traded is an ore. The larger risk counts."""
_INSTEAD = "political stability for the six indicators, trade parameter 1"


def eu_supply_risk(dataset: Dataset, material: str, importer: str, year: int | None) -> Index:
    """The supply risk of the EU27; for a member it is that of the EU27, for others none.

    The stage with the larger risk counts (from memory); `of` names it.
    """
    who = dataset.country_names.get(importer, importer)
    if importer != EU and importer not in dataset.law.eu_members:
        return refused(
            SUPPLY_RISK,
            RISK_FORMULA,
            f"the method is for the EU27, with its reliance and recycling, and {who} is not in it",
        )
    made = [_of_stage(dataset, material, stage, year) for stage in STAGES]
    computed = [one for one in made if one.value is not None]
    chosen = max(computed, key=lambda one: one.value or 0.0) if computed else _nearest(made)
    member = "" if importer == EU else f"; {who} is a member, and has no figure of its own"
    return chosen.of_whom(f"EU27, {chosen.of}{member}")


@cache
def eu_economic_importance() -> Index:
    """Never computed: no table of a package holds the sectors or the index of the method."""
    return Index(
        ECONOMIC_IMPORTANCE,
        IMPORTANCE_FORMULA,
        Combination.PRODUCT,
        (
            missing(
                "use_weighted_value_added",
                "end uses by NACE sector and the value added of the EU's sectors are not in the "
                "data",
                "EUR",
            ),
            missing("substitution_index_ei", "the substitution index SI_EI is not in the data"),
        ),
        "EU27",
    )


def _nearest(made: list[Index]) -> Index:
    """Of scores that are not computed, the one that lacks the fewest parts."""
    return min(made, key=lambda one: sum(part.value is None for part in one.parts))


def _of_stage(dataset: Dataset, material: str, stage: str, year: int | None) -> Index:
    is_ore = STAGES[stage]
    reliance = eu_reliance(dataset, material, stage)
    parts = (
        added(
            "weighted_concentration",
            "0 to 10",
            (
                _share("global_supply", _global(dataset, material, is_ore, year), reliance, 0.0),
                _share("eu_sourcing", _sourcing(dataset, material, is_ore, year), reliance, 1.0),
            ),
            from_memory=True,
        ),
        eu_parameter(dataset, material, "not_recycled", "eol_recycling_input_rate_eu_pct"),
        eu_parameter(dataset, material, "substitution_index_sr", "substitution_index_sr_eu"),
    )
    return Index(SUPPLY_RISK, RISK_FORMULA, Combination.PRODUCT, parts, f"{stage} stage")


def _share(name: str, of: Part, reliance: Part, side: float) -> Part:
    """One side's weighted HHI times its part of reliance: IR/2, or with side 1 what is left."""
    if of.value is None or reliance.value is None:
        reasons = [one.note for one in (of, reliance) if one.value is None]
        return missing(name, "; ".join(reasons), "0 to 10")
    weight = reliance.value / 2 if side == 0.0 else 1 - reliance.value / 2
    low, high = of.bounds or (of.value, of.value)
    return Part(
        name,
        of.value * weight,
        "0 to 10",
        weakest(of.data_class, reliance.data_class),
        tuple(dict.fromkeys((*of.sources, *reliance.sources))),
        of.years,
        f"weighted HHI {of.value:.3f} times {weight:.3f} (import reliance "
        f"{100 * reliance.value:.0f} %, {reliance.years}); {of.note}",
        low * weight,
        high * weight,
        from_memory=True,
    )


def _global(dataset: Dataset, material: str, is_ore: bool, year: int | None) -> Part:
    name = "global_supply"
    later = [
        s for s in ("refined", "metal", "separation-refining") if s in stages(dataset, material)
    ]
    wanted = ["mine"] if is_ore else later
    if not wanted:
        return missing(name, "no world output past the mine is in the data")
    supply = (
        latest_supply(dataset, material, wanted[0], partial(has_governance, dataset))
        if year is None
        else world_supply(dataset, material, wanted[0], year)
    )
    if isinstance(supply, NotComputed):
        return missing(name, supply)
    made = weighted_concentration(dataset, supply)
    if isinstance(made, NotComputed):
        return missing(name, made)
    scale = GOVERNANCE_SCALE / FULL
    return Part(
        name,
        made.hhi * scale,
        "0 to 10",
        made.data_class,
        made.sources,
        str(supply.year),
        f"{supply.family.stage} output by {supply.family}; {_INSTEAD}",
        made.low * scale,
        made.high * scale,
    )


def _sourcing(dataset: Dataset, material: str, is_ore: bool, year: int | None) -> Part:
    """Concentration of what the EU uses: imports by origin, with its own output as one supplier."""
    name = "eu_sourcing"
    years = [y for y in sourcings(dataset, material, EU) if has_governance(dataset, y)]
    wanted = year if year is not None else max(years, default=None)
    goods = sourcing(dataset, material, EU, wanted, ore=is_ore)
    if isinstance(goods, NotComputed):
        return missing(name, goods)
    risks = governance(dataset, goods.year)
    if isinstance(risks, NotComputed):
        return missing(name, risks)
    supply = supply_of(dataset, goods)
    own = own_output(dataset, goods, supply)
    if isinstance(own, NotComputed):
        return missing(name, own)
    if isinstance(supply, NotComputed):
        return missing(name, supply)
    members = {one: supply.amounts.get(one, 0.0) for one in dataset.law.eu_members}
    used = goods.tonnes + own.tonnes
    shares = {origin: share * goods.tonnes / used for origin, share in goods.shares.items()}
    shares |= {member: tonnes / used for member, tonnes in members.items() if tonnes}
    rest = goods.rest * goods.tonnes / used
    told = [(share**2, risks.of(country)) for country, share in shares.items()]
    return Part(
        name,
        GOVERNANCE_SCALE * sum(square * one.risk for square, one in told),
        "0 to 10",
        weakest(goods.data_class, own.data_class),
        tuple(dict.fromkeys((*goods.sources, *own.sources, *risks.sources))),
        str(goods.year),
        f"{goods.goods}; {_INSTEAD}",
        GOVERNANCE_SCALE * sum(square * one.low for square, one in told),
        GOVERNANCE_SCALE * (sum(square * one.high for square, one in told) + rest**2),
    )
