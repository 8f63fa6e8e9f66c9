"""The full grid: every material and form cut by so much for so long, and what sectors then lose.

A part of the grid is one material in one form: all its cuts and lengths. Not for running many
parts, nor for keeping them (`cli.impact_grid`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import product

import numpy as np

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import DESTINATION, OWN, ImpactCase
from rare_gui.domain.impact.economy import economy
from rare_gui.domain.impact.model import ask, can_lose, drawn
from rare_gui.domain.impact.normal import Floats
from rare_gui.domain.impact.ranges import Range
from rare_gui.domain.impact.run import Question, run
from rare_gui.domain.impact.uncertainty import percentiles_of
from rare_gui.domain.impact.unsized import products_fed
from rare_gui.domain.rows import rows
from rare_gui.domain.vocabulary import SupplyForm

CUTS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Shares of the normal shipments that do not come."""
WEEKS = (4, 8, 13, 26, 39, 52, 78, 104)
"""How long they do not come."""


@dataclass(frozen=True, slots=True)
class Grid:
    """What a grid is over, and with which draws; the same grid and tables give the same numbers."""

    materials: tuple[str, ...]
    forms: tuple[SupplyForm, ...]
    cuts: tuple[float, ...] = CUTS
    weeks: tuple[int, ...] = WEEKS
    scope: str = DESTINATION
    origin: str = "CN"
    destination: str = "US"
    draws: int = 2_000
    seed: int = 1

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its parts, material by material."""
        return tuple(Part(*pair) for pair in product(self.materials, self.forms))

    @property
    def cells_a_part(self) -> int:
        """How many cells each part has."""
        return len(self.cuts) * len(self.weeks)


@dataclass(frozen=True, slots=True)
class Part:
    """One material in one form: as many cells as there are cuts and lengths."""

    material: str
    form: SupplyForm


@dataclass(frozen=True, slots=True)
class Losses:
    """P5, P50 and P95 of what a part's cells cost, in USD; a sector without loss has zeros.

    `value_added` (cuts, weeks, sectors, 3) by sector in the order of sectors.csv; its sum over
    sectors `total` and output over all sectors `output`, both (cuts, weeks, 3).
    """

    value_added: Floats
    total: Floats
    output: Floats


def known_materials(dataset: Dataset) -> tuple[str, ...]:
    """The materials of which the tables tell something to size, in the order of materials.csv.

    They have terms of supply, or a sector depends on them or on a product that holds them.
    """
    users = {row["material"] for row in rows(dataset.tables["dependence_shares"])}
    found = users | {row["material"] for row in rows(dataset.tables["supply_terms"])}
    return tuple(
        material
        for material in dataset.tables["materials"]["material"]
        if material in found or products_fed(dataset, material) & users
    )


def known_forms(dataset: Dataset) -> tuple[SupplyForm, ...]:
    """The forms that have terms of supply for any material, in the order of the vocabulary."""
    found: Collection[str] = set(dataset.tables["supply_terms"]["form"])
    return tuple(form for form in SupplyForm if form.value in found)


def why_not_sized(dataset: Dataset, grid: Grid, part: Part) -> str:
    """Why no cell of the part can be sized, naming the table that lacks it; "" if all can."""
    if part.form not in dataset.law.forms(part.material, grid.origin):
        return f"{dataset.material_names.get(part.material, part.material)} has no form {part.form}"
    question = _question(dataset, grid, part, max(grid.cuts), max(grid.weeks))
    if question.step.chains:
        return ""
    return "; ".join(one.reason for one in question.not_sized)


def sized_part(dataset: Dataset, grid: Grid, part: Part) -> Losses:
    """The losses of each cell of a part that can be sized.

    A material of which nothing is imported from the origin costs exactly zero.
    """
    value = economy(dataset).value_per_output
    shape = (len(grid.cuts), len(grid.weeks))
    found = Losses(np.zeros((*shape, len(value), 3)), np.zeros((*shape, 3)), np.zeros((*shape, 3)))
    for i, j in np.ndindex(shape):
        question = _question(dataset, grid, part, grid.cuts[i], grid.weeks[j])
        if not can_lose(question):
            continue
        output = run(question, drawn(question)).losses.output
        felt = np.flatnonzero(output.any(axis=0))
        found.value_added[i, j, felt] = percentiles_of(output[:, felt]) * value[felt, None]
        found.total[i, j], found.output[i, j] = percentiles_of(
            np.stack([output @ value, output.sum(axis=1)], axis=1)
        )
    return found


def _question(dataset: Dataset, grid: Grid, part: Part, cut: float, weeks: int) -> Question:
    return ask(
        dataset,
        ImpactCase(
            OWN, (part.material,), (part.form,), Range(cut, cut, cut), weeks, scope=grid.scope
        ),
        dataset.data_through,  # a cut of one's own is the same on any day
        origin=grid.origin,
        destination=grid.destination,
        draws=grid.draws,
        seed=grid.seed,
    )
