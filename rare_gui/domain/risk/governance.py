"""Governance risk of countries by year, from the World Bank's index of political stability.

The index was rescaled between the editions: no difference may be taken across their break.
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.rows import rows, split_ids

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


def _by_year(dataset: Dataset) -> dict[int, Governance]:
    if "governance" not in dataset.kept:
        found: dict[int, Governance] = {}
        for row in rows(dataset.tables["governance"]):
            year = int(row["year"])
            if year not in found:
                found[year] = Governance(year, row["edition"], {}, split_ids(row["source_ids"]))
            margin = NINETY_PERCENT * row["standard_error"]
            found[year].risks[row["country"]] = GovernanceRisk(
                risk_of(row["estimate"]),
                risk_of(row["estimate"] + margin),
                risk_of(row["estimate"] - margin),
            )
        dataset.kept["governance"] = found
    return dataset.kept["governance"]  # type: ignore[no-any-return]
