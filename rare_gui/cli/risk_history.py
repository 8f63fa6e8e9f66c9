"""Concentration year by year for `rare-gui risk --history`: each series for itself, never mixed.

Not for the latest figures and the indices: `cli.risk`.
"""

from __future__ import annotations

from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.concentration import (
    Concentration,
    WeightedConcentration,
    YearOfSeries,
    history,
)
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.risk.world_supply import CHAIN, WorldSupply, families


def history_answer(dataset: Dataset, material: str) -> list[dict[str, Any]]:
    """Every stage and series of a material with its years; one without any share is left out."""
    found = []
    known = families(dataset, material)
    for family in sorted(known, key=lambda one: (CHAIN.index(one.stage), one)):
        years = history(dataset, material, family.stage, family)
        if isinstance(years, NotComputed) or not any(
            isinstance(one, WorldSupply) for one in known[family].values()
        ):
            continue
        found.append(
            {
                "stage": family.stage,
                "series": family.series,
                "basis": family.basis,
                "years": [_year(one) for one in years],
            }
        )
    return found


def history_lines(found: list[dict[str, Any]]) -> list[str]:
    """The same in words, a line a year; years that publish no shares are counted together."""
    lines = []
    for one in found:
        lines.append(f"    HHI by year, {one['stage']} output by {one['series']}, {one['basis']}:")
        lines += [_line(year) for year in one["years"] if year["hhi"] is not None]
        missing = [str(year["year"]) for year in one["years"] if year["hhi"] is None]
        if missing:
            lines.append(f"        not computed: {', '.join(missing)}")
    return lines


def _year(one: YearOfSeries) -> dict[str, Any]:
    plain, weighted = one.plain, one.weighted
    told: dict[str, Any] = {"year": one.year, "break_before": one.break_before}
    if not isinstance(plain, Concentration):
        return {**told, "hhi": None, "weighted_hhi": None, "not_computed": str(plain)}
    told |= {
        "hhi": plain.hhi,
        "hhi_high": plain.hhi_high,
        "top_country": plain.top_country,
        "top_share": plain.top_share,
        "unit": plain.supply.unit,
        "data_class": plain.data_class.value,
        "sources": list(plain.supply.sources),
        "not_computed": None,
    }
    if not isinstance(weighted, WeightedConcentration):
        return {**told, "weighted_hhi": None, "weighted_not_computed": str(weighted)}
    return {
        **told,
        "weighted_hhi": weighted.hhi,
        "weighted_low": weighted.low,
        "weighted_high": weighted.high,
        "governance_edition": weighted.governance.edition,
    }


def _line(year: dict[str, Any]) -> str:
    told = f"        {year['year']}  {year['hhi']:>6,.0f}  {year['top_country']} "
    told += f"{year['top_share']:.1f} %"
    if year["weighted_hhi"] is None:
        return told + "  governance not estimated"
    told += f"  by governance {year['weighted_hhi']:,.0f}"
    if year["break_before"]:
        told += f"  ({year['governance_edition']} edition: not comparable with the years before)"
    return told
