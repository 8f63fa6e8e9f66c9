"""The sectors of one region and the flows between them, checked and derived once per dataset.

Not for losses: how a loss spreads is `impact.spread`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.normal import Floats
from rare_gui.domain.impact.ranges import ImpactError

if TYPE_CHECKING:
    import pandas as pd


MILLION = 1e6
LEAST_INPUT = 0.01
"""A part that makes up less than this share of a buyer's output never stops it."""
_MANUFACTURING = "3"  # NAICS 31 to 33


@dataclass(frozen=True, eq=False)
class Economy:
    """Sizes per sector, shape (n,), and flows from row to column, shape (n, n).

    `output`, `value_added` in USD of `year`; `jobs` in persons, NaN where unknown.
    `coefficients` A: domestic input per output of the buyer, in the structure of 2017.
    `domestic`, `imported`: what each sector buys, USD, the flows of 2017 grown with the buyer's
    output. `goods`: who makes goods and can thus be stopped by a missing part.

    Raises ImpactError, with the table named, for sizes and flows that cannot be.
    """

    sectors: tuple[str, ...]
    names: tuple[str, ...]
    year: int
    output: Floats
    value_added: Floats
    jobs: Floats
    coefficients: Floats
    domestic: Floats
    imported: Floats
    goods: NDArray[np.bool_]

    def __post_init__(self) -> None:
        _check(self)

    @cached_property
    def index(self) -> dict[str, int]:
        """The place of each sector in the arrays."""
        return {sector: place for place, sector in enumerate(self.sectors)}

    @cached_property
    def inverse(self) -> Floats:
        """L: output that each row sector makes, directly and in turn, per unit of final demand."""
        return np.asarray(np.linalg.inv(np.eye(len(self.sectors)) - self.coefficients), float)

    @cached_property
    def value_per_output(self) -> Floats:
        """v: value added per output."""
        return self.value_added / self.output

    @cached_property
    def domestic_share(self) -> Floats:
        """dom_ik: the part of k's purchases of i that is made at home; 0 where k buys none."""
        bought = self.domestic + self.imported
        return np.divide(self.domestic, bought, out=np.zeros_like(bought), where=bought > 0)

    @cached_property
    def cost_weights(self) -> Floats:
        """c_ik dom_ik, only for buyers k that can be stopped: the cost-share view downstream."""
        cost = (self.domestic + self.imported) / self.output
        return np.asarray(cost * self.domestic_share * self.goods)

    @cached_property
    def part_weights(self) -> Floats:
        """dom_ik where c_ik >= 0.01 and k can be stopped: the missing-part view downstream."""
        cost = (self.domestic + self.imported) / self.output
        return np.where(cost >= LEAST_INPUT, self.domestic_share, 0.0) * self.goods


def economy(dataset: Dataset) -> Economy:
    """The economy of `sectors.csv` and `io_flows.csv`, kept by the dataset.

    Raises ImpactError where the tables are empty or do not fit each other.
    """
    if "economy" not in dataset.kept:
        dataset.kept["economy"] = _read(dataset.tables["sectors"], dataset.tables["io_flows"])
    return dataset.kept["economy"]  # type: ignore[no-any-return]


def _read(sectors: pd.DataFrame, flows: pd.DataFrame) -> Economy:
    if sectors.empty or flows.empty:
        raise ImpactError("sectors.csv or io_flows.csv is missing or empty: nothing can be sized")
    slugs = tuple(sectors["sector"])
    place = {sector: number for number, sector in enumerate(slugs)}
    ends = [*flows["from_sector"], *flows["to_sector"]]
    if unknown := sorted({sector for sector in ends if sector not in place}):
        raise ImpactError(f"io_flows.csv: sectors that sectors.csv lacks: {', '.join(unknown)}")
    where = (
        [place[sector] for sector in flows["from_sector"]],
        [place[sector] for sector in flows["to_sector"]],
    )

    def column(name: str) -> Floats:
        return sectors[name].to_numpy(dtype=float, na_value=np.nan)

    def square(name: str) -> Floats:
        matrix = np.zeros((len(slugs), len(slugs)))
        matrix[where] = flows[name].to_numpy(dtype=float, na_value=np.nan) * MILLION
        return matrix

    output, before = column("gross_output_usd"), column("gross_output_2017_usd")
    if not (before > 0).all():
        raise ImpactError("sectors.csv: gross_output_2017_usd must be above 0 everywhere")
    domestic, imported = square("domestic"), square("imported")
    return Economy(
        sectors=slugs,
        names=tuple(sectors["name"]),
        year=int(sectors["year"].max()),
        output=output,
        value_added=column("value_added_usd"),
        jobs=column("employment"),
        coefficients=domestic / before,
        domestic=domestic * (output / before),
        imported=imported * (output / before),
        goods=np.array([code.startswith(_MANUFACTURING) for code in sectors["naics"]]),
    )


def _check(made: Economy) -> None:
    n = len(made.sectors)
    for name in ("output", "value_added", "jobs", "goods"):
        if getattr(made, name).shape != (n,):
            raise ImpactError(f"sectors.csv: {name} needs one value for each of {n} sectors")
    for name in ("coefficients", "domestic", "imported"):
        if getattr(made, name).shape != (n, n):
            raise ImpactError(f"io_flows.csv: {name} must be a square of {n} sectors")
    _check_sizes(made)
    _check_flows(made)


def _check_sizes(made: Economy) -> None:
    if len(set(made.sectors)) != len(made.sectors):
        raise ImpactError("sectors.csv: a sector is named twice")
    if not (np.isfinite(made.output) & (made.output > 0)).all():
        raise ImpactError("sectors.csv: gross output must be above 0 everywhere")
    if not ((made.value_added > 0) & (made.value_added <= made.output)).all():
        raise ImpactError("sectors.csv: value added must be above 0 and no more than gross output")
    if (made.jobs < 0).any():
        raise ImpactError("sectors.csv: employment must be 0 or more")


def _check_flows(made: Economy) -> None:
    for name in ("coefficients", "domestic", "imported"):
        matrix = getattr(made, name)
        if not (np.isfinite(matrix) & (matrix >= 0)).all():
            raise ImpactError(f"io_flows.csv: {name} must be numbers, 0 or more")
    heavy = np.flatnonzero(made.coefficients.sum(axis=0) >= 1)
    if len(heavy):
        named = ", ".join(made.sectors[place] for place in heavy)
        raise ImpactError(f"io_flows.csv: inputs reach the whole output of {named}")
