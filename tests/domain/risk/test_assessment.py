"""A material's figures side by side: whole for every country and year, never zero for unknown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.assessment import METHODS, assess, method_ranks, ranks_by_all
from rare_gui.domain.risk.concentration import WeightedConcentration

DAY = date(2026, 11, 23)


def test_that_the_main_stage_is_the_first_with_shares(dataset: Dataset) -> None:
    assert assess(dataset, "rare-earths", "US", as_of=DAY).main.stage == "mine"
    assert assess(dataset, "gallium", "US", as_of=DAY).main.stage == "refined"


def test_that_a_weighted_figure_may_be_of_an_earlier_year_and_says_so(dataset: Dataset) -> None:
    made = assess(dataset, "rare-earths", "US", as_of=DAY)
    assert isinstance(made.main.weighted, WeightedConcentration)
    assert (made.figures["hhi"].years, made.figures["weighted_hhi"].years) == ("2025", "2024")
    asked = assess(dataset, "rare-earths", "US", as_of=DAY, year=2025)
    assert asked.figures["weighted_hhi"].value is None


@settings(max_examples=60)
@given(data=st.data(), year=st.none() | st.integers(-5, 2100))
def test_that_every_figure_has_a_value_in_its_bounds_or_a_reason(
    dataset: Dataset, data: st.DataObject, year: int | None
) -> None:
    material = data.draw(st.sampled_from(sorted(dataset.material_names)))
    importer = data.draw(st.sampled_from(sorted(dataset.country_names)))
    made = assess(dataset, material, importer, as_of=DAY, year=year)
    for part in made.figures.values():
        if part.value is None:
            assert part.note
            continue
        assert part.bounds is not None
        assert part.bounds[0] <= part.value <= part.bounds[1] + 1e-9
        assert part.sources
    for index in made.indices:
        assert (index.value is None) == bool(index.missing)


def test_that_unknown_is_never_zero(dataset: Dataset) -> None:
    made = assess(dataset, "promethium", "US", as_of=DAY)
    assert made.figures["hhi"].value is None
    assert made.figures["top_share"].value is None
    assert made.figures["import_reliance"].value is None


def test_that_each_method_ranks_what_it_scores(dataset: Dataset) -> None:
    assessed = [assess(dataset, one, "US", as_of=DAY) for one in dataset.material_names]
    by_method = method_ranks(assessed)
    assert set(by_method) == set(METHODS)
    assert by_method["nassar"] == {}
    assert by_method["hhi"]["gallium"].rank == 1
    across = ranks_by_all(assessed)
    assert set(across) == {
        one.material
        for one in assessed
        if all(one.figures[m].value is not None for m in ("hhi", "weighted_hhi", "geopolrisk"))
    }


@pytest.mark.parametrize("who", ["US", "DE", "EU"])
def test_that_no_score_of_the_programs_own_is_among_the_indices(dataset: Dataset, who: str) -> None:
    made = assess(dataset, "antimony", who, as_of=DAY)
    assert [index.key for index in made.indices] == [
        "eu_supply_risk",
        "eu_economic_importance",
        "nassar",
        "geopolrisk",
    ]
