"""Words that people type, and what is said of unknown ones."""

from __future__ import annotations

from datetime import date

import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.names import Names, UnknownName, read_date, read_form


@pytest.fixture(scope="module")
def names(dataset: Dataset) -> Names:
    return Names.from_tables(dataset.tables)


@pytest.mark.parametrize("text", ["dysprosium", "Dysprosium", "Dy", "dy", "镝", " dysprosium "])
def test_that_a_material_is_known_by_slug_name_and_symbol(names: Names, text: str) -> None:
    assert names.material(text) == "dysprosium"


@pytest.mark.parametrize(
    ("text", "code"),
    [("US", "US"), ("usa", "US"), ("United States", "US"), ("DEU", "DE"), ("Germany", "DE")],
)
def test_that_a_country_is_known_by_both_codes_and_name(names: Names, text: str, code: str) -> None:
    assert names.country(text) == code


def test_that_an_unknown_material_is_refused_with_the_nearest(names: Names) -> None:
    with pytest.raises(UnknownName, match=r"unknown material 'disprosium'.*dysprosium"):
        names.material("disprosium")


def test_that_an_unknown_country_is_refused_with_the_nearest(names: Names) -> None:
    with pytest.raises(UnknownName, match="DE"):
        names.country("Germny")


def test_that_a_symbol_of_two_materials_means_neither(names: Names) -> None:
    with pytest.raises(UnknownName):
        names.material("C")


def test_that_an_unknown_form_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="metal"):
        read_form("metl")


@pytest.mark.parametrize(
    "text", ["20 Nov 2025", "2025-13-01", "2025-02-30", "", "2025", "1025-01-01"]
)
def test_that_a_broken_date_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(UnknownName, match=r"YYYY-MM-DD|out of range"):
        read_date(text)


def test_that_an_iso_date_is_read() -> None:
    assert read_date("2025-11-20") == date(2025, 11, 20)


@pytest.mark.parametrize("text", ["x" * 10_000, "💎", "'; DROP TABLE", "%s%n", ".*", "\n"])
def test_that_strange_words_are_refused_in_one_short_line(names: Names, text: str) -> None:
    with pytest.raises(UnknownName) as told:
        names.material(text)
    assert len(str(told.value)) < 300
