"""World supply inside one family: what is chosen, what is refused and why."""

from __future__ import annotations

import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.risk.world_supply import (
    Family,
    WorldSupply,
    comparable,
    families,
    longest_family,
    main_stage,
    stages,
    world_supply,
    year_words,
)
from rare_gui.domain.vocabulary import DataClass
from tests.domain.risk.made_up import with_output

USGS = Family("mine", "usgs", "Sb content")
WMD = Family("mine", "wmd", "Sb content")


def supply_of(found: WorldSupply | NotComputed) -> WorldSupply:
    assert isinstance(found, WorldSupply), found
    return found


def test_that_two_families_are_never_in_one_share(dataset: Dataset) -> None:
    """Antimony mined in 2024: China 40,000 of 119,000 t by the USGS, 46,223 by World Mining Data.

    The latter's countries add up to its total: 1282 + 4817 + 46223 + 2200 + 530 + 600 + 1270 +
    26290 + 662 + 270 + 24670 + 27500 + 4548 + 151 + 218 = 141,231 t.
    """
    usgs = supply_of(world_supply(dataset, "antimony", "mine", 2024, USGS))
    wmd = supply_of(world_supply(dataset, "antimony", "mine", 2024, WMD))
    assert usgs.shares["CN"] == pytest.approx(40_000 / 119_000)
    assert wmd.shares["CN"] == pytest.approx(46_223 / 141_231)
    refusal = comparable(usgs, wmd)
    assert refusal is not None
    assert "never mixed" in refusal.because
    assert comparable(usgs, usgs) is None


def test_that_two_units_of_one_series_are_two_families(dataset: Dataset) -> None:
    rows = ({"country": "WLD", "tonnes": 10}, {"country": "CN", "tonnes": 6})
    other = tuple(row | {"basis": "gross weight", "tonnes": 100} for row in rows)
    made = with_output(dataset, *rows, *other)
    assert {family.basis for family in families(made, "tin")} == {"Sn content", "gross weight"}
    found = supply_of(world_supply(made, "tin", "mine", 2020, Family("mine", "wmd", "Sn content")))
    assert (found.amounts, found.world) == ({"CN": 6.0}, 10.0)


def test_that_without_a_family_the_one_that_reaches_furthest_is_taken(dataset: Dataset) -> None:
    assert supply_of(world_supply(dataset, "antimony", "mine", 2024)).family == USGS
    assert supply_of(world_supply(dataset, "antimony", "mine", 2020)).family == WMD
    assert longest_family(dataset, "antimony", "mine") == WMD


def test_that_replaced_figures_come_last(dataset: Dataset) -> None:
    found = supply_of(world_supply(dataset, "rare-earths", "mine", 2023))
    assert (found.family.series, found.preferred) == ("usgs", True)


@pytest.mark.parametrize("year", [1800, 2017, 2026])
def test_that_a_year_outside_the_series_is_refused_with_the_years_that_are_known(
    dataset: Dataset, year: int
) -> None:
    found = world_supply(dataset, "antimony", "mine", year)
    assert isinstance(found, NotComputed)
    assert f"{year} is outside the series" in str(found)
    assert "2018 to 2024" in str(found)


def test_that_a_world_total_alone_gives_no_shares(dataset: Dataset) -> None:
    made = with_output(dataset, {"country": "WLD", "tonnes": 10})
    found = world_supply(made, "tin", "mine", 2020)
    assert isinstance(found, NotComputed)
    assert "for the world alone" in found.because


def test_that_one_country_without_a_world_total_is_no_world(dataset: Dataset) -> None:
    """China's quota of 2024 is one row: its share of the world cannot be told."""
    found = world_supply(dataset, "rare-earths", "refined", 2024)
    assert isinstance(found, NotComputed)
    assert "no world output" in found.because


def test_that_countries_that_leave_the_largest_share_unnamed_are_refused(dataset: Dataset) -> None:
    made = with_output(dataset, {"country": "WLD", "tonnes": 100}, {"country": "US", "tonnes": 0})
    found = world_supply(made, "tin", "mine", 2020)
    assert isinstance(found, NotComputed)
    assert "unnamed" in found.because


def test_that_an_unknown_stage_or_material_is_refused(dataset: Dataset) -> None:
    for material, stage in (("tin", "magnet-making"), ("no-such", "mine")):
        assert isinstance(world_supply(dataset, material, stage), NotComputed)
    assert main_stage(dataset, "no-such") is None


def test_that_estimates_are_never_shown_as_published(dataset: Dataset) -> None:
    found = supply_of(world_supply(dataset, "dysprosium", "mine", 2024))
    assert found.data_class is DataClass.DERIVED


def test_that_stages_stand_in_the_order_of_the_chain(dataset: Dataset) -> None:
    assert stages(dataset, "cobalt") == ("mine", "refined", "separation-refining")


def test_that_projections_count_nowhere(dataset: Dataset) -> None:
    years = {y for found in families(dataset, "cobalt").values() for y in found}
    assert max(years) <= 2025


@pytest.mark.parametrize(
    ("years", "told"),
    [([2018, 2019, 2020], "2018 to 2020"), ([2018, 2020], "2018, 2020"), ([5], "5")],
)
def test_that_years_are_told_as_a_stretch(years: list[int], told: str) -> None:
    assert year_words(years) == told
