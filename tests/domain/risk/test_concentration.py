"""HHI on 0 to 10,000, weighted by governance, with its bounds and the break of editions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.concentration import (
    FULL,
    Concentration,
    WeightedConcentration,
    concentration,
    history,
    weighted_concentration,
)
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.risk.governance import WHEN_MISSING, governance, risk_of
from rare_gui.domain.risk.world_supply import Family, WorldSupply, world_supply
from rare_gui.domain.vocabulary import DataClass
from tests.domain.risk.made_up import with_output

FAMILY = Family("mine", "wmd", "Sn content")
AMOUNTS = st.lists(st.floats(0.001, 1e9), min_size=1, max_size=60)


def made_supply(amounts: list[float], rest: float = 0.0, year: int = 2020) -> WorldSupply:
    countries = {f"C{n}": amount for n, amount in enumerate(amounts)}
    world = sum(amounts) + rest
    return WorldSupply("tin", FAMILY, year, countries, world, "t", DataClass.PUBLISHED, ())


@pytest.mark.parametrize(
    ("year", "hhi"),
    [
        (2018, 4303.6941),
        (2019, 3918.5482),
        (2020, 3645.1888),
        (2021, 3795.5089),
        (2022, 5250.1594),
        (2023, 4874.3522),
        (2024, 5192.3600),
        (2025, 5054.4237),
    ],
)
def test_that_rare_earth_mining_has_the_hhi_reckoned_from_the_table(
    dataset: Dataset, year: int, hhi: float
) -> None:
    """Sum of squared tonnes over the squared world, times 10,000.

    2018: the countries add up to 190,330 t, more than the published 190,000: 120,000^2 + 23,000^2 +
    21,000^2 + 14,000^2 + 2,900^2 + 2,700^2 + 2,000^2 + 1,200^2 + 1,000^2 + 990^2 + 920^2 + 620^2
    = 15,590,350,900 over 36,225,508,900. 2025, of 390,000 t: 270,000^2 + 51,000^2 + 29,000^2 +
    22,000^2 + 4,800^2 + 2,900^2 + 2,700^2 + 2,600^2 + 2,000^2 + 1,500^2 + 150^2 + 110^2
    = 76,877,784,600 over 152,100,000,000; the 550 t of other countries count as many small ones.
    """
    found = world_supply(dataset, "rare-earths", "mine", year)
    assert isinstance(found, WorldSupply)
    made = concentration(found)
    assert made.hhi == pytest.approx(hhi, abs=0.001)
    assert made.top_country == "CN"
    assert made.data_class is DataClass.DERIVED


def test_that_gallium_has_the_weighted_hhi_reckoned_by_hand(dataset: Dataset) -> None:
    """2022, World Mining Data: China 606, Japan 3, South Korea 2, Russia 5, Ukraine 0 of 616 t.

    HHI: (606^2 + 9 + 4 + 25) / 616^2 = 367,274 / 379,456 = 0.967896.
    Risks (2.5 - estimate) / 5: CN .5882148, JP .2852178, KR .3875178, RU .6837990.
    Weighted: (216,013.65 + 2.567 + 1.550 + 17.095) / 379,456 = 0.5693278.
    """
    supply = world_supply(dataset, "gallium", "refined", 2022)
    assert isinstance(supply, WorldSupply)
    assert concentration(supply).hhi == pytest.approx(9678.9615, abs=1e-3)
    made = weighted_concentration(dataset, supply)
    assert isinstance(made, WeightedConcentration)
    assert made.hhi == pytest.approx(5693.2783, abs=1e-3)
    assert made.low < made.hhi < made.high
    assert made.assumed == ()


@given(amounts=AMOUNTS, rest=st.floats(0, 1e9))
def test_that_an_hhi_stays_between_its_bounds(amounts: list[float], rest: float) -> None:
    made = concentration(made_supply(amounts, rest))
    assert 0 <= made.hhi <= made.hhi_high <= FULL
    assert 0 < made.top_share <= 100 + 1e-9


@given(count=st.integers(1, 200), amount=st.floats(0.001, 1e6))
def test_that_equal_shares_give_ten_thousand_over_their_number(count: int, amount: float) -> None:
    made = concentration(made_supply([amount] * count))
    assert made.hhi == pytest.approx(FULL / count)


@given(amounts=AMOUNTS, factor=st.floats(0.01, 100))
def test_that_an_hhi_does_not_change_with_the_unit(amounts: list[float], factor: float) -> None:
    one, other = (concentration(made_supply([a * f for a in amounts])) for f in (1, factor))
    assert one.hhi == pytest.approx(other.hhi)


def test_that_the_unnamed_rest_is_many_or_one() -> None:
    """60 of 100 named, 40 not: 60^2 = 3,600, and with the rest as one country + 40^2 = 5,200."""
    made = concentration(made_supply([60.0], 40.0))
    assert (made.hhi, made.hhi_high) == (pytest.approx(3600), pytest.approx(5200))


@given(amounts=AMOUNTS)
def test_that_weighting_never_raises_an_hhi(dataset: Dataset, amounts: list[float]) -> None:
    supply = made_supply(amounts)
    made = weighted_concentration(dataset, supply)
    assert isinstance(made, WeightedConcentration)
    assert 0 <= made.low <= made.hhi <= made.high <= FULL
    assert made.hhi <= concentration(supply).hhi + 1e-6


def test_that_a_country_without_an_estimate_is_assumed_and_told(dataset: Dataset) -> None:
    made = weighted_concentration(dataset, made_supply([1.0]))
    assert isinstance(made, WeightedConcentration)
    assert made.hhi == pytest.approx(FULL * WHEN_MISSING)
    assert (made.low, made.high) == (0.0, FULL)
    assert made.assumed == ("C0",)
    assert made.data_class is DataClass.JUDGEMENT


def test_that_a_year_without_governance_is_refused_and_not_borrowed(dataset: Dataset) -> None:
    made = weighted_concentration(dataset, made_supply([1.0], year=2025))
    assert isinstance(made, NotComputed)
    assert "2025" in made.because


def test_that_the_break_of_editions_is_told_at_2023_alone(dataset: Dataset) -> None:
    found = history(dataset, "rare-earths", "mine")
    assert not isinstance(found, NotComputed)
    assert [one.year for one in found if one.break_before] == [2023]
    assert isinstance(found[-1].plain, Concentration)
    assert isinstance(found[-1].weighted, NotComputed)


def test_that_a_history_is_of_one_family_alone(dataset: Dataset) -> None:
    found = history(dataset, "antimony", "mine")
    assert not isinstance(found, NotComputed)
    told = {one.plain.supply.family for one in found if isinstance(one.plain, Concentration)}
    assert told == {Family("mine", "wmd", "Sb content")}
    refusal = history(dataset, "antimony", "mine", Family("mine", "usgs", "gross weight"))
    assert isinstance(refusal, NotComputed)


def test_that_a_history_keeps_the_reason_of_a_year_without_shares(dataset: Dataset) -> None:
    made = with_output(
        dataset,
        {"country": "WLD", "year": 2019, "tonnes": 5},
        {"country": "WLD"},
        {"country": "CN"},
    )
    found = history(made, "tin", "mine")
    assert not isinstance(found, NotComputed)
    assert isinstance(found[0].plain, NotComputed)
    assert isinstance(found[1].plain, Concentration)


@given(estimate=st.floats(-100, 100))
def test_that_a_risk_is_from_0_to_1_and_falls_with_stability(estimate: float) -> None:
    assert 0 <= risk_of(estimate) <= 1
    assert risk_of(estimate) >= risk_of(estimate + 0.1)


def test_that_a_year_outside_the_index_is_refused(dataset: Dataset) -> None:
    for year in (1990, 1997, 2025):
        assert isinstance(governance(dataset, year), NotComputed)
