"""The line at the foot: how far the data reach, and what of a damaged package is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.damage import Damage, OpenedTables
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.damage import damage_words, doubt_words
from rare_gui.scenes.status_bar import status_bar_scene
from rare_gui.scenes.wording import day_words

TODAY = date(2026, 11, 23)


def damaged(dataset: Dataset, damage: Damage) -> Dataset:
    whole = dataset.tables
    tables = OpenedTables(frozenset(whole), whole.__getitem__, whole.__getitem__, damage)
    return replace(dataset, tables=tables)


@pytest.mark.parametrize(
    ("tables", "rows", "words"),
    [
        (0, 0, ""),
        (0, 1, "1 row of the package could not be read"),
        (0, 3, "3 rows of the package could not be read"),
        (1, 0, "1 table of the package could not be read"),
        (2, 1200, "2 tables and 1,200 rows of the package could not be read"),
    ],
)
def test_that_damage_is_counted_in_words(tables: int, rows: int, words: str) -> None:
    assert damage_words(Damage(tables_dropped=tables, rows_dropped=rows)) == words


def test_that_nothing_is_doubted_without_a_lost_row() -> None:
    assert doubt_words(()) == ""


def test_that_damage_stands_before_the_count_of_notes(dataset: Dataset) -> None:
    broken = damaged(dataset, Damage(errors=3, rows_dropped=3))
    bar = status_bar_scene(broken, TODAY, 1, 4)
    assert bar.notes == "3 rows of the package could not be read · 5 data notes"
    assert status_bar_scene(dataset, TODAY, 1, 0).notes == "1 data note"


@given(before=st.integers(-500, 500))
def test_that_no_data_later_than_the_day_known_on_are_claimed(
    dataset: Dataset, before: int
) -> None:
    known_on = dataset.data_through - timedelta(days=before)
    bar = status_bar_scene(dataset, TODAY, 0, 0, known_on)
    reach = min(known_on, dataset.data_through)
    assert bar.data_age.startswith(f"data to {day_words(reach)},")
    assert ("as known then" in bar.data_age) is (before > 0)
    assert bar.data_age_warns is (before <= 0)


def test_that_one_day_is_told_in_the_singular(dataset: Dataset) -> None:
    bar = status_bar_scene(dataset, dataset.data_through + timedelta(days=1), 0, 0)
    assert bar.data_age.endswith(", 1 day old")
