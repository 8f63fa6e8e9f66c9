"""Bilateral trade by weight, and import reliance from it: any country, never unlike units."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.bilateral import exports_of, imports_of, trade_lines
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.risk.reliance import Reliance, reliance
from rare_gui.domain.risk.sourcing import Sourcing, sourcing, sourcings
from tests.domain.risk.made_up import PRODUCTION, TRADE, table, with_tables

NAN = float("nan")


def with_trade(
    dataset: Dataset, *trade: dict[str, Any], output: tuple[dict[str, Any], ...]
) -> Dataset:
    rows = tuple({"material": "antimony", "basis": "Sb content"} | row for row in output)
    none = dataset.tables["import_reliance"].iloc[:0]
    return with_tables(
        dataset,
        trade_annual=table(TRADE, *trade),
        production=table(PRODUCTION, *rows),
        import_reliance=none,
    )


WORLD = ({"country": "WLD", "tonnes": 100}, {"country": "CN", "tonnes": 100})


def test_that_germany_relies_on_graphite_as_reckoned_from_the_table(dataset: Dataset) -> None:
    """2022, HS 250410: imports 60,237.256 t, exports 14,053.897 t, own mines 185 t gross weight.

    Net 46,183.359 over 46,368.359 = 99.60102 %.
    """
    made = reliance(dataset, "graphite-natural", "DE", 2022)
    assert isinstance(made, Reliance)
    assert made.value == pytest.approx(99.60102, abs=1e-4)
    assert made.years == "2022"


def test_that_imports_come_by_weight_from_each_origin(dataset: Dataset) -> None:
    """Japan's antimony ore of 2022: Austria 46 t and India 143 t of 189 t."""
    made = sourcing(dataset, "antimony", "JP", 2022)
    assert isinstance(made, Sourcing)
    assert made.shares == {"AT": pytest.approx(46 / 189), "IN": pytest.approx(143 / 189)}
    assert made.is_ore


def test_that_the_eu_imports_what_its_members_import_from_outside(dataset: Dataset) -> None:
    """Antimony ore of 2023: 2,607.884 t, of it 2,185.634 t from Türkiye."""
    weights = imports_of(dataset, "EU")["antimony-ore", 2023]
    assert weights.total == pytest.approx(2607.884)
    assert weights.tonnes["TR"] == pytest.approx(2185.634)
    assert dataset.law.eu_members.isdisjoint(weights.tonnes)


def test_that_exports_of_one_are_imports_of_the_other(dataset: Dataset) -> None:
    sent = exports_of(dataset, "CN")["tungsten-powder", 2020].tonnes["JP"]
    assert sent == imports_of(dataset, "JP")["tungsten-powder", 2020].tonnes["CN"]


def test_that_published_reliance_comes_first_with_its_flag(dataset: Dataset) -> None:
    made = reliance(dataset, "tungsten", "US", None)
    assert isinstance(made, Reliance)
    assert (made.value, made.low, made.high, made.flag) == (50, 50, 100, ">")
    exporter = reliance(dataset, "molybdenum", "US", None)
    assert isinstance(exporter, Reliance)
    assert (exporter.value, exporter.flag) == (0, "net_exporter")


def test_that_a_study_of_other_years_is_not_the_figure_of_a_year(dataset: Dataset) -> None:
    made = reliance(dataset, "graphite-natural", "EU", 2022)
    assert isinstance(made, Reliance)
    assert made.years == "2022"


def test_that_own_output_in_another_unit_is_refused(dataset: Dataset) -> None:
    made = with_trade(dataset, {"partner": "CN", "reporter": "JP"}, output=WORLD)
    found = reliance(made, "antimony", "CN", 2020)
    assert isinstance(found, NotComputed)
    assert "units do not match" in str(found)


def test_that_own_output_in_gross_weight_counts(dataset: Dataset) -> None:
    """Imports 30 t, exports 10 t, own output 20 t gross weight: 20 over 40 is 50 %."""
    made = with_trade(
        dataset,
        {"partner": "CN", "reporter": "JP", "tonnes": 30},
        {"partner": "JP", "reporter": "CN", "tonnes": 10},
        output=tuple(
            {"basis": "gross weight", "country": country, "tonnes": 20} for country in ("WLD", "CN")
        ),
    )
    found = reliance(made, "antimony", "CN", 2020)
    assert isinstance(found, Reliance)
    assert found.value == pytest.approx(50)


def test_that_a_country_without_output_relies_wholly_and_exactly(dataset: Dataset) -> None:
    made = with_trade(dataset, {"tonnes": 0.3}, output=WORLD)
    found = reliance(made, "antimony", "JP", 2020)
    assert isinstance(found, Reliance)
    assert found.value == 100.0


def test_that_a_net_exporter_is_told_as_one(dataset: Dataset) -> None:
    made = with_trade(
        dataset, {"tonnes": 1}, {"reporter": "JP", "partner": "US", "tonnes": 2}, output=WORLD
    )
    found = reliance(made, "antimony", "JP", 2020)
    assert isinstance(found, Reliance)
    assert (found.value, found.flag) == (0.0, "net_exporter")


def test_that_missing_weights_are_no_zero(dataset: Dataset) -> None:
    made = with_trade(
        dataset,
        {"tonnes": 1.0, "value_usd": 50.0},
        {"reporter": "US", "tonnes": NAN, "value_usd": 50.0},
        output=WORLD,
    )
    found = reliance(made, "antimony", "JP", 2020)
    assert isinstance(found, NotComputed)
    assert "weights of antimony ore are not published for 2020" in found.because


def test_that_exports_without_weight_refuse_the_reliance(dataset: Dataset) -> None:
    made = with_trade(
        dataset,
        {"tonnes": 1.0},
        {"reporter": "JP", "partner": "US", "tonnes": NAN, "value_usd": 5.0},
        output=WORLD,
    )
    found = reliance(made, "antimony", "JP", 2020)
    assert isinstance(found, NotComputed)
    assert "exports" in found.because


@pytest.mark.parametrize("country", ["OTH", "WLD", "AQ"])
def test_that_a_country_without_trade_rows_is_told(dataset: Dataset, country: str) -> None:
    found = reliance(dataset, "tungsten", country, None)
    assert isinstance(found, NotComputed)
    assert "no bilateral trade rows" in found.because


@pytest.mark.parametrize("year", [1900, 2009, 2025])
def test_that_a_year_outside_the_trade_is_told(dataset: Dataset, year: int) -> None:
    found = reliance(dataset, "tungsten", "DE", year)
    assert isinstance(found, NotComputed)
    assert f"{year} is outside" in found.because


def test_that_a_line_of_several_materials_is_never_one(dataset: Dataset) -> None:
    for material in ("gallium", "germanium", "tellurium", "ndfeb-magnets"):
        assert sourcings(dataset, material, "JP").keys() <= set(range(2010, 2017))
        found = sourcing(dataset, material, "JP", 2022)
        assert isinstance(found, NotComputed)
    assert trade_lines(dataset, "gallium") == ()
    told = sourcing(dataset, "gallium", "FR", 2022)
    assert isinstance(told, NotComputed)
    assert "holds other goods too" in told.because


@settings(max_examples=25)
@given(imports=st.lists(st.floats(0.001, 1e6), min_size=1, max_size=8), exports=st.floats(0, 1e6))
def test_that_reliance_stays_between_0_and_100(
    dataset: Dataset, imports: list[float], exports: float
) -> None:
    origins = ("CN", "US", "DE", "FR", "RU", "TJ", "BO", "AU")
    made = with_trade(
        dataset,
        *({"reporter": o, "tonnes": t} for o, t in zip(origins, imports, strict=False)),
        {"reporter": "JP", "partner": "KR", "tonnes": exports},
        output=WORLD,
    )
    found = reliance(made, "antimony", "JP", 2020)
    assert isinstance(found, Reliance)
    assert 0 <= found.value <= 100
    goods = sourcing(made, "antimony", "JP", 2020)
    assert isinstance(goods, Sourcing)
    assert sum(goods.shares.values()) + goods.rest == pytest.approx(1)
