"""Governance risk of countries by year, from the World Bank's index of political stability.

The index was rescaled between the editions: no difference may be taken across their break.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.rows import split_ids

if TYPE_CHECKING:
    import pandas as pd

BEST = 2.5
WIDTH = 5.0
"""The index runs from about -2.5 to 2.5; the few estimates beyond are taken as its ends."""
NINETY_PERCENT = 1.645
"""Standard errors on each side of the estimate, as the World Bank gives its ranges."""
WHEN_MISSING = 0.5
"""The risk that GeoPolRisk takes for a country without an estimate."""


@dataclass(frozen=True, slots=True)
class GovernanceRisk:
    """The risk of a country in a year, 0 (best) to 1, with its 90 % range.

    `assumed`: the country has no estimate; the middle stands for it, the range is 0 to 1.
    """

    risk: float
    low: float
    high: float
    assumed: bool = False


ASSUMED = GovernanceRisk(WHEN_MISSING, 0.0, 1.0, assumed=True)


@dataclass(frozen=True, slots=True)
class Governance:
    """All countries' risks in one year, by one edition of the index."""

    year: int
    edition: str
    risks: dict[str, GovernanceRisk]
    sources: tuple[str, ...]

    def of(self, country: str) -> GovernanceRisk:
        """The country's risk; `ASSUMED` where it has no estimate."""
        return self.risks.get(country, ASSUMED)


def governance(dataset: Dataset, year: int) -> Governance | NotComputed:
    """The risks of a year; refused for a year without estimates, none is carried over."""
    known = _by_year(dataset)
    if year in known:
        return known[year]
    if not known:
        return NotComputed("the package has no table of governance")
    return NotComputed(
        f"governance is not estimated for {year} (known are {min(known)} to {max(known)})"
    )


def has_governance(dataset: Dataset, year: int) -> bool:
    """Whether risks are estimated for a year."""
    return year in _by_year(dataset)


def is_broken(first: Governance, second: Governance) -> bool:
    """Whether the two years are of different editions, so that no difference may be taken."""
    return first.edition != second.edition


def risk_of(estimate: float) -> float:
    """The index turned into a risk from 0 to 1: `(2.5 - estimate) / 5`, cut at both ends."""
    return min(1.0, max(0.0, (BEST - estimate) / WIDTH))


def _risks(estimates: pd.Series[float]) -> list[float]:
    """`risk_of` for a column."""
    return ((BEST - estimates) / WIDTH).clip(0.0, 1.0).tolist()


def _by_year(dataset: Dataset) -> dict[int, Governance]:
    if "governance" not in dataset.kept:
        found: dict[int, Governance] = {}
        frame = dataset.tables["governance"]
        estimate, margin = frame["estimate"], NINETY_PERCENT * frame["standard_error"]
        # whole columns at once: a card waits for these thousands of rows
        risks = (_risks(estimate), _risks(estimate + margin), _risks(estimate - margin))
        texts = (frame[name].tolist() for name in ("year", "country", "edition", "source_ids"))
        for year, country, edition, ids, *risk in zip(*texts, *risks, strict=True):
            if year not in found:
                found[year] = Governance(year, edition, {}, split_ids(ids))
            found[year].risks[country] = GovernanceRisk(*risk)
        dataset.kept["governance"] = found
    return dataset.kept["governance"]  # type: ignore[no-any-return]
