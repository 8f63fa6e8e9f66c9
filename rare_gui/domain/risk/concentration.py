"""How concentrated supply is: HHI, largest share, and the HHI weighted by governance risk.

On 0 to 10,000. Not for choosing between families of figures: `risk.world_supply` does.
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import weakest
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.risk.governance import Governance, governance, is_broken
from rare_gui.domain.risk.world_supply import (
    Family,
    WorldSupply,
    families,
    longest_family,
    world_supply,
)
from rare_gui.domain.vocabulary import DataClass

FULL = 10_000.0
"""The HHI of a single supplier."""


@dataclass(frozen=True, slots=True)
class Concentration:
    """The Herfindahl-Hirschman index of one stage and year, and its largest supplier.

    `hhi` counts the unnamed rest as many small suppliers; `hhi_high` as a single one.
    """

    supply: WorldSupply
    hhi: float
    hhi_high: float
    top_country: str
    top_share: float  # percent

    @property
    def data_class(self) -> DataClass:
        """An index is derived at best."""
        return weakest(DataClass.DERIVED, self.supply.data_class)


@dataclass(frozen=True, slots=True)
class WeightedConcentration:
    """The HHI with each squared share weighted by the country's governance risk (0 to 1).

    `low` and `high` take the ends of the risks' 90 % ranges, `high` with the unnamed rest as one
    country of risk 1. `assumed` are named countries without an estimate.
    """

    supply: WorldSupply
    governance: Governance
    hhi: float
    low: float
    high: float
    assumed: tuple[str, ...]

    @property
    def data_class(self) -> DataClass:
        """Judgement where a risk had to be assumed."""
        assumed = DataClass.JUDGEMENT if self.assumed else DataClass.DERIVED
        return weakest(assumed, self.supply.data_class)

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of the output and of the risks."""
        return tuple(dict.fromkeys((*self.supply.sources, *self.governance.sources)))


def concentration(supply: WorldSupply) -> Concentration:
    """The concentration of one year's supply: sum of squared shares, shares in percent."""
    shares = supply.shares
    top = next(iter(shares))
    named = FULL * supply.squares
    return Concentration(
        supply,
        min(FULL, named),
        min(FULL, named + FULL * supply.rest**2),
        top,
        100 * shares[top],
    )


def weighted_concentration(
    dataset: Dataset, supply: WorldSupply
) -> WeightedConcentration | NotComputed:
    """The same with shares weighted by the governance risk of the year, refused without one."""
    risks = governance(dataset, supply.year)
    if isinstance(risks, NotComputed):
        return risks
    middle = low = high = 0.0
    assumed = []
    for country, share in supply.shares.items():
        one, square = risks.of(country), share * share
        middle += square * one.risk
        low += square * one.low
        high += square * one.high
        if one.assumed and share:
            assumed.append(country)
    high = min(1.0, high + supply.rest**2)
    return WeightedConcentration(
        supply, risks, FULL * middle, FULL * low, FULL * high, tuple(assumed)
    )


@dataclass(frozen=True, slots=True)
class YearOfSeries:
    """One year of a concentration's history, each figure or why it is not computed.

    `break_before`: governance is of another edition than the year before, so the weighted figures
    of the two may not be compared.
    """

    year: int
    plain: Concentration | NotComputed
    weighted: WeightedConcentration | NotComputed
    break_before: bool


def history(
    dataset: Dataset, material: str, stage: str, family: Family | None = None
) -> tuple[YearOfSeries, ...] | NotComputed:
    """Concentration by year inside one family; the one with the most years if none is named."""
    chosen = family or longest_family(dataset, material, stage)
    years = families(dataset, material).get(chosen) if chosen else None
    if not years:
        refusal = world_supply(dataset, material, stage, None, family)
        assert isinstance(refusal, NotComputed)
        return refusal
    found: list[YearOfSeries] = []
    before: Governance | None = None
    for year, supply in sorted(years.items()):
        if isinstance(supply, NotComputed):
            found.append(YearOfSeries(year, supply, supply, break_before=False))
            continue
        weighted = weighted_concentration(dataset, supply)
        risks = weighted.governance if isinstance(weighted, WeightedConcentration) else None
        broken = before is not None and risks is not None and is_broken(before, risks)
        found.append(YearOfSeries(year, concentration(supply), weighted, broken))
        before = risks or before
    return tuple(found)
