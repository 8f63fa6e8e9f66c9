"""Concentration, reliance, restriction and scores as single figures with their range and reason.

Not for measuring them (`risk.concentration`, `risk.reliance` and their neighbours).
"""

from __future__ import annotations

from collections.abc import Mapping

from rare_gui.domain.risk.concentration import Concentration, WeightedConcentration
from rare_gui.domain.risk.figures import HHI_UNIT, Index, NotComputed, Part, missing
from rare_gui.domain.risk.reliance import Reliance
from rare_gui.domain.risk.restriction import RestrictionShare
from rare_gui.domain.vocabulary import SupplyForm


def hhi_part(made: Concentration | NotComputed) -> Part:
    """The HHI with its range: the unnamed rest as many small suppliers, or as a single one."""
    if isinstance(made, NotComputed):
        return missing("hhi", made, HHI_UNIT)
    supply = made.supply
    return Part(
        "hhi",
        made.hhi,
        HHI_UNIT,
        made.data_class,
        supply.sources,
        str(supply.year),
        f"{supply.family.stage} output by {supply.family}",
        made.hhi,
        made.hhi_high,
    )


def weighted_hhi_part(made: WeightedConcentration | NotComputed) -> Part:
    """The HHI weighted by governance, with the edition that it is by."""
    if isinstance(made, NotComputed):
        return missing("weighted_hhi", made, HHI_UNIT)
    assumed = f"; risk 0.5 assumed for {', '.join(made.assumed)}" if made.assumed else ""
    return Part(
        "weighted_hhi",
        made.hhi,
        HHI_UNIT,
        made.data_class,
        made.sources,
        str(made.supply.year),
        f"political stability, {made.governance.edition} edition{assumed}",
        made.low,
        made.high,
    )


def top_share_part(made: Concentration | NotComputed) -> Part:
    """The share of the largest supplier."""
    if isinstance(made, NotComputed):
        return missing("top_share", made, "%")
    supply = made.supply
    words = f"{made.top_country}, {supply.family.stage} output by {supply.family}"
    year = str(supply.year)
    return Part("top_share", made.top_share, "%", made.data_class, supply.sources, year, words)


def reliance_part(made: Reliance | NotComputed) -> Part:
    """Net import reliance, with its flag kept."""
    if isinstance(made, NotComputed):
        return missing("import_reliance", made, "%")
    return Part(
        "import_reliance",
        made.value,
        "%",
        made.data_class,
        made.sources,
        made.years,
        f"{made.of}{f', {made.flag}' if made.flag else ''}",
        made.low,
        made.high,
    )


def restriction_part(made: Mapping[SupplyForm, RestrictionShare | NotComputed]) -> Part:
    """The largest share among the forms."""
    known = [one for one in made.values() if isinstance(one, RestrictionShare)]
    if not known:
        reasons = [one.because for one in made.values() if isinstance(one, NotComputed)]
        return missing("restriction_share", reasons[0] if reasons else "no form is known", "%")
    best = max(known, key=lambda one: one.restricted)
    return Part(
        "restriction_share",
        best.restricted,
        "%",
        best.data_class,
        best.supply.sources,
        str(best.supply.year),
        f"{best.form.value}, the form with the largest share",
        best.restricted,
        best.could_be,
    )


def score_part(index: Index) -> Part:
    """The score of an index, from memory where one of its parts is."""
    if index.refusal is not None:
        return missing(index.key, index.refusal)
    low, high = index.bounds or (index.value, index.value)
    return Part(
        index.key,
        index.value,
        "1",
        index.data_class,
        index.sources,
        note=index.of,
        low=low,
        high=high,
        from_memory=any(part.from_memory for part in index.parts),
    )
