"""The rows of a comparison that rank: by each screening method, and across the methods.

A rank that the ranges of the inputs or the choice of the method move is a range, a tie is told.
Where the compared figures are of unlike stages they are not ranked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.ranking import Rank
from rare_gui.scenes.compare.parts import CompareCell, CompareRow, RankSpan
from rare_gui.scenes.materials.risk_column import (
    WAITING,
    across_words,
    part_words,
    rank_words,
    score_text,
)
from rare_gui.scenes.risk_words import METHOD_NAMES
from rare_gui.scenes.selection import OWN_WEIGHTS, RISKS, Selection

if TYPE_CHECKING:
    from rare_gui.domain.risk.screening import Screening

_TITLES: Mapping[str, str] = {
    "hhi": "Rank by HHI",
    "weighted_hhi": "HHI by governance",
    "eu_supply_risk": "EU supply risk",
    "nassar": "Nassar et al. 2020",
    "geopolrisk": "GeoPolRisk",
    OWN_WEIGHTS: "Your own weights",
}
_OF_STAGES = frozenset({"hhi", "weighted_hhi"})
"""Methods that measure one stage of the chain, so that only like stages can be ranked."""
_GONE = CompareCell("not in this package", missing=True, spoken="not in this package")


def rank_rows(
    dataset: Dataset, selection: Selection, screening: Screening | None
) -> Iterator[CompareRow]:
    """A row for each method, and one for all of them; "…" until the figures have come."""
    for method in (*RISKS, *((OWN_WEIGHTS,) if selection.weights else ())):
        alike = screening is None or method not in _OF_STAGES or _alike(selection, screening)
        note = "rank, 1 is the riskiest" if alike else "unlike stages: not ranked"
        yield CompareRow(
            method,
            _TITLES[method],
            note,
            tuple(
                _cell(dataset, screening, method, one, ranked=alike) for one in selection.compared
            ),
        )
    yield CompareRow(
        "across",
        "Across methods",
        "best to worst rank",
        tuple(_across(dataset, screening, one) for one in selection.compared),
    )


def _alike(selection: Selection, screening: Screening) -> bool:
    """Whether the figures of all compared materials are of one stage."""
    stages = {
        screening.assessed[one].main.stage
        for one in selection.compared
        if one in screening.assessed and screening.assessed[one].figures["hhi"].value is not None
    }
    return len(stages) < 2


def _cell(
    dataset: Dataset, screening: Screening | None, method: str, material: str, *, ranked: bool
) -> CompareCell:
    if screening is None:
        return CompareCell(WAITING, missing=True, spoken="being worked out")
    if material not in screening.assessed:
        return _GONE
    part, key = screening.assessed[material].figures.get(method), f"risk:{material}:{method}"
    if part is None:  # weights that were set just now
        return CompareCell(WAITING, missing=True, spoken="being worked out")
    if part.value is None:
        return CompareCell("not computed", missing=True, spoken=str(part.refusal), key=key)
    rank = screening.ranks[method].get(material)
    score = score_text(part)
    spoken = [f"{METHOD_NAMES[method]} {score} ({part_words(part)})"]
    if not ranked or rank is None:
        return CompareCell(score, part.years, spoken="\n".join(spoken), key=key)
    spoken.append(rank_words(dataset, screening, method, material))
    return CompareCell(
        _short(rank),
        f"of {len(screening.ranks[method])}, score {score}{_tied(rank)}",
        rank=RankSpan(rank.rank, rank.best, rank.worst, len(screening.ranks[method])),
        spoken="\n".join(spoken),
        key=key,
    )


def _across(dataset: Dataset, screening: Screening | None, material: str) -> CompareCell:
    if screening is None:
        return CompareCell(WAITING, missing=True, spoken="being worked out")
    if material not in screening.assessed:
        return _GONE
    rank = screening.across.get(material)
    if rank is None:
        told = "a method gives it no score"
        return CompareCell(told, missing=True, spoken=told)
    return CompareCell(
        _short(rank),
        f"of {len(screening.across)} by {len(screening.methods_across)} methods{_tied(rank)}",
        rank=RankSpan(rank.rank, rank.best, rank.worst, len(screening.across)),
        spoken=across_words(dataset, screening, material),
    )


def _short(rank: Rank) -> str:
    return str(rank.rank) if rank.is_firm else f"{rank.best} to {rank.worst}"


def _tied(rank: Rank) -> str:
    return f", tied with {len(rank.tied)}" if rank.tied else ""
