"""The grid: which cells there are, that each is what the same case gives, and what is not sized."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.impact.economy import economy
from rare_gui.domain.impact.grid import (
    CUTS,
    WEEKS,
    Grid,
    Part,
    known_forms,
    known_materials,
    sized_part,
    why_not_sized,
)
from rare_gui.domain.impact.model import size
from rare_gui.domain.vocabulary import SupplyForm

GALLIUM = Part("gallium", SupplyForm.METAL)
SMALL = Grid(("gallium",), (SupplyForm.METAL,), cuts=(0.3, 1.0), weeks=(13, 78), draws=50)


def test_that_the_grid_takes_every_form_with_terms_ten_cuts_and_eight_lengths(
    dataset: Dataset,
) -> None:
    materials, forms = known_materials(dataset), known_forms(dataset)
    assert [form.value for form in forms] == [
        "ore", "oxide", "compound", "metal", "magnet", "product",
    ]  # fmt: skip
    assert {"gallium", "dysprosium", "ndfeb-magnets", "tungsten"} <= set(materials)
    assert len(set(materials)) == len(materials)
    grid = Grid(materials, forms)
    assert (len(CUTS), len(WEEKS)) == (10, 8)
    assert len(grid.parts) * grid.cells_a_part == len(materials) * 6 * 10 * 8


@pytest.mark.parametrize("scope", ["destination", "world"])
def test_that_a_cell_is_what_the_same_case_gives(dataset: Dataset, scope: str) -> None:
    grid = replace(SMALL, scope=scope)
    losses = sized_part(dataset, grid, GALLIUM)
    for i, cut in enumerate(grid.cuts):
        for j, weeks in enumerate(grid.weeks):
            line = f"preset=own material=gallium form=metal cut={cut} weeks={weeks} scope={scope}"
            case = ImpactCase.from_text(line)
            impact = size(dataset, case, as_of=dataset.data_through, draws=50)
            whole = impact.value_added
            assert losses.total[i, j].tolist() == [whole.p5, whole.p50, whole.p95]
            assert losses.output[i, j, 1] == impact.output.p50
            for place, sector in enumerate(economy(dataset).sectors):
                told = [one.value_added for one in impact.sectors if one.sector == sector]
                wanted = [told[0].p5, told[0].p50, told[0].p95] if told else [0.0, 0.0, 0.0]
                assert losses.value_added[i, j, place].tolist() == wanted


def test_that_the_same_grid_gives_the_same_to_the_last_bit(dataset: Dataset) -> None:
    first = sized_part(dataset, SMALL, GALLIUM)
    fresh = dataset.with_law(dataset.law)  # nothing of the first run is kept there
    again = sized_part(fresh, SMALL, GALLIUM)
    assert np.array_equal(first.value_added, again.value_added)
    other = sized_part(dataset, replace(SMALL, seed=2), GALLIUM)
    assert not np.array_equal(first.value_added, other.value_added)


def test_that_a_larger_or_longer_cut_costs_more(dataset: Dataset) -> None:
    median = sized_part(dataset, SMALL, GALLIUM).total[..., 1]
    assert (np.diff(median, axis=0) > 0).all()
    assert (np.diff(median, axis=1) > 0).all()


@pytest.mark.parametrize(
    ("material", "form", "why"),
    [
        ("gallium", SupplyForm.METAL, ""),
        ("gallium", SupplyForm.ORE, "Gallium has no form ore"),
        ("gallium", SupplyForm.OXIDE, "the table of supply terms"),
        ("bismuth", SupplyForm.METAL, "the table of dependences"),
        ("yttrium", SupplyForm.METAL, "the table of routes"),
    ],
)
def test_that_what_cannot_be_sized_says_which_table_lacks_it(
    dataset: Dataset, material: str, form: SupplyForm, why: str
) -> None:
    told = why_not_sized(dataset, SMALL, Part(material, form))
    assert why in told
    assert bool(told) == bool(why)


def test_that_a_country_without_terms_has_no_cell(dataset: Dataset) -> None:
    told = why_not_sized(dataset, replace(SMALL, destination="JP"), GALLIUM)
    assert told == "the table of supply terms has nothing on Japan"
