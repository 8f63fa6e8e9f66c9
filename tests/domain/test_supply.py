"""Which published share of a stage is shown, and whose share it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset, Tables
from rare_gui.domain.supply import OLD_YEARS, import_reliance, processing_share
from rare_gui.domain.vocabulary import DataClass


def with_shares(dataset: Dataset, *rows: dict[str, Any]) -> Dataset:
    """The dataset with these processing shares of China's separation alone."""
    usual = {
        "material": "dysprosium", "stage": "separation-refining", "country": "CN", "year": 2024,
        "share_pct": 90.0, "flag": "", "projection": False, "unit": "%", "data_class": "published",
        "source_ids": "iea-cmde-2025", "confidence": "high", "note": "",
    }  # fmt: skip
    table = pd.DataFrame([usual | row for row in rows])

    def read(name: str) -> pd.DataFrame:
        return table if name == "processing_shares" else dataset.tables[name]

    tables = Tables(frozenset(dataset.tables), read, dataset.tables.__getitem__)
    return replace(dataset, tables=tables, kept={})


STATISTIC = {"source_ids": "iea-cmde-2025", "share_pct": 91.3}
PRESS = {"source_ids": "press-particle", "share_pct": 99.0}


@given(age=st.integers(0, 8))
def test_that_a_statistic_comes_before_newer_press_until_it_is_old(
    dataset: Dataset, age: int
) -> None:
    shares = with_shares(dataset, STATISTIC | {"year": 2025 - age}, PRESS | {"year": 2025})
    found = processing_share(shares, "dysprosium", "CN")
    assert found is not None
    assert found.value == (91.3 if age <= OLD_YEARS else 99.0)


def test_that_a_statistic_of_the_group_comes_before_press_on_the_material(
    dataset: Dataset,
) -> None:
    found = processing_share(dataset, "dysprosium", "CN")
    assert found is not None
    assert (found.value, found.year) == (91.3, 2024)
    assert found.sources == ("iea-cmde-2025",)
    assert found.of == "separation-refining, magnet rare earths"


def test_that_of_two_statistics_that_of_the_material_itself_is_taken(dataset: Dataset) -> None:
    group = STATISTIC | {"material": "magnet-rare-earths", "year": 2025}
    shares = with_shares(dataset, group, STATISTIC | {"share_pct": 88.0, "year": 2023})
    found = processing_share(shares, "dysprosium", "CN")
    assert found is not None
    assert (found.value, found.of) == (88.0, "separation-refining")


def test_that_a_share_of_two_elements_together_says_so(dataset: Dataset) -> None:
    shares = with_shares(dataset, PRESS | {"note": "dysprosium and terbium together", "flag": ">"})
    found = processing_share(shares, "dysprosium", "CN")
    assert found is not None
    assert found.of == "separation-refining, dysprosium and terbium together"
    assert found.flag == ">"


def test_that_a_projection_or_a_later_year_is_never_a_share(dataset: Dataset) -> None:
    shares = with_shares(dataset, {"projection": True, "year": 2030}, {"year": 2025})
    assert processing_share(shares, "dysprosium", "CN", last_year=2024) is None


def test_that_every_share_of_a_group_names_the_group(dataset: Dataset) -> None:
    own = dataset.tables["processing_shares"]
    for material in dataset.law.named_forms:
        found = processing_share(dataset, material, "CN")
        if found is not None and not ((own["material"] == material).any()):
            assert ", " in found.of, material


@pytest.mark.parametrize(
    ("country", "years", "data_class"),
    [("EU", "2016–20", DataClass.PUBLISHED), ("US", "2025", DataClass.DERIVED)],
)
def test_that_reliance_tells_the_years_that_it_is_of_not_that_of_the_study(
    dataset: Dataset, country: str, years: str, data_class: DataClass
) -> None:
    found = import_reliance(dataset, "dysprosium", country)
    assert found is not None
    assert (found.years, found.data_class) == (years, data_class)
