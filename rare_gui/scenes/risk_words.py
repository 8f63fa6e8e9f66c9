"""Risk figures in words, each with the method it is by; what is missing says why.

Not for the figures: `domain.risk`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rare_gui.domain.risk.figures import HHI_UNIT

METHOD_NAMES: Mapping[str, str] = {
    "hhi": "HHI",
    "weighted_hhi": "HHI weighted by governance",
    "top_share": "Largest share",
    "import_reliance": "Net import reliance",
    "restriction_share": "World supply restricted",
    "eu_supply_risk": "EU supply risk",
    "eu_economic_importance": "EU economic importance",
    "nassar": "Supply risk, Nassar et al. 2020",
    "geopolrisk": "GeoPolRisk",
    "own_weights": "Your own weights",
}
"""The name of each figure or method; the last is the user's own, and its name says so."""


def figure_words(key: str, figure: Mapping[str, Any]) -> str:
    """A single figure: "HHI 5,054 (2025; mine output by usgs, REO content; derived)"."""
    name = METHOD_NAMES[key]
    if figure["value"] is None:
        return f"{name}: {figure['not_computed']}"
    told = [figure["years"], figure["note"], figure["data_class"]]
    return (
        f"{name} {number_words(figure['value'], figure['unit'])} ({'; '.join(filter(None, told))})"
    )


def index_words(key: str, index: Mapping[str, Any]) -> str:
    """A score with its parts, or why it is not computed."""
    name = METHOD_NAMES[key]
    if index["value"] is None:
        return f"{name}: {index['not_computed']}"
    parts = ", ".join(
        f"{METHOD_NAMES.get(part) or part.replace('_', ' ')} "
        f"{number_words(one['value'], one['unit'])}{' (from memory)' if one['from_memory'] else ''}"
        for part, one in index["parts"].items()
    )
    of = "; ".join(filter(None, (index["of"], index["data_class"])))
    return (
        f"{name} {index['value']:.3g} ({index['low']:.3g} to {index['high']:.3g}) = "
        f"{index['combination']} of {parts}; {of}"
    )


def number_words(value: float, unit: str) -> str:
    """A figure with its unit: "5,054", "69.2 %", "0.272"."""
    if unit == "%":
        return f"{value:.1f} %"
    return f"{value:,.0f}" if unit == HHI_UNIT else f"{value:.3f}"
