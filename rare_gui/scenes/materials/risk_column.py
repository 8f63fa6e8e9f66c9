"""The browser's risk column: a material's score by one method, and how firmly it ranks.

Not for measuring (`domain.risk`). Every cell names its method; a rank that may move is a range.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.figures import HHI_UNIT, Part, missing
from rare_gui.domain.risk.ranking import Rank
from rare_gui.scenes.risk_words import METHOD_NAMES, number_words
from rare_gui.scenes.selection import OWN_WEIGHTS
from rare_gui.scenes.wording import listed

if TYPE_CHECKING:
    from rare_gui.domain.risk.screening import Screening

SHORT_NAMES: Mapping[str, str] = {
    "hhi": "HHI",
    "weighted_hhi": "HHI gov",
    "eu_supply_risk": "EU SR",
    "nassar": "Nassar",
    "geopolrisk": "GeoPol",
    OWN_WEIGHTS: "Own",
}
"""The head of the column."""

WAITING = "…"
NOT_COMPUTED = "–"
UNSET = "no weights are set"
_MOST_TIED = 3


@dataclass(frozen=True, slots=True)
class RiskCell:
    """A score as shown and as spoken; `order` sorts, the largest first, None for no score."""

    text: str
    spoken: str
    order: float | None


def risk_cells(dataset: Dataset, screening: Screening, method: str) -> Mapping[str, RiskCell]:
    """The cell of every material by one method, made once for a screening."""
    key = ("risk cells", screening, method)
    if key not in dataset.kept:
        dataset.kept[key] = {
            material: _cell(dataset, screening, method, material) for material in screening.assessed
        }
    return dataset.kept[key]  # type: ignore[no-any-return]


def waiting_cell(method: str) -> RiskCell:
    """What stands there until the figures have come."""
    return RiskCell(WAITING, f"{METHOD_NAMES[method]}: being worked out", None)


def rank_words(dataset: Dataset, screening: Screening, method: str, material: str) -> str:
    """The rank by a method, its range and its ties; empty where the method gives no score."""
    ranks = screening.ranks[method]
    rank = ranks.get(material)
    if rank is None:
        return ""
    told = f"Rank {rank.rank} of {len(ranks)} scored"
    if not rank.is_firm:
        told += f", from {rank.best} to {rank.worst} within the ranges of the inputs"
    return f"{told}{_tie_words(dataset, rank)}."


def across_words(dataset: Dataset, screening: Screening, material: str) -> str:
    """How the rank moves with the method; empty where a method gives the material no score."""
    rank = screening.across.get(material)
    if rank is None:
        return ""
    count = len(screening.methods_across)
    if rank.is_firm:
        told = f"All {count} methods give it rank {rank.rank}"
    else:
        told = (
            f"Across {count} methods: rank {rank.best} to {rank.worst}, in the middle {rank.rank}"
        )
    return f"{told}, of the {len(screening.across)} scored by all{_tie_words(dataset, rank)}."


def part_words(part: Part) -> str:
    """Years, basis and data class of a figure: "2025; mine output by usgs; derived"."""
    return "; ".join(filter(None, (part.years, part.note, part.data_class.value)))


def score_text(part: Part) -> str:
    """A score in the room of a narrow column: "5,054" on 0 to 10,000, else two decimals."""
    assert part.value is not None
    return f"{part.value:,.0f}" if part.unit == HHI_UNIT else f"{part.value:.2f}"


def _cell(dataset: Dataset, screening: Screening, method: str, material: str) -> RiskCell:
    part = screening.assessed[material].figures.get(method) or missing(method, UNSET)
    whose = dataset.country_names.get(screening.importer, screening.importer)
    if part.value is None:
        return RiskCell(NOT_COMPUTED, f"{METHOD_NAMES[method]}: {part.refusal}", None)
    low, high = part.bounds or (part.value, part.value)
    span = (
        ""
        if low == high
        else f", {number_words(low, part.unit)} to {number_words(high, part.unit)}"
    )
    lines = (
        f"{METHOD_NAMES[method]} {number_words(part.value, part.unit)}{span} ({part_words(part)})",
        f"Seen from {whose}.",
        rank_words(dataset, screening, method, material),
        across_words(dataset, screening, material),
    )
    return RiskCell(score_text(part), "\n".join(filter(None, lines)), part.value)


def _tie_words(dataset: Dataset, rank: Rank) -> str:
    if not rank.tied:
        return ""
    names = [dataset.material_names.get(one, one) for one in rank.tied[:_MOST_TIED]]
    more = len(rank.tied) - len(names)
    if more:
        names.append(f"{more} more")
    return f"; tied with {listed(names)}"
