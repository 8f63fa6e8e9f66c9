"""Risk figures of a day rest on what had been published by it, and say where that is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.assessment import UNDATED, assess
from rare_gui.domain.risk.figures import Part
from rare_gui.domain.risk.knowledge import known_by
from rare_gui.domain.risk.screening import screen
from rare_gui.domain.rows import rows, split_ids

TODAY = date(2026, 11, 23)
TABLES = ("production", "processing_shares", "import_reliance", "governance")


@settings(max_examples=20)
@given(st.dates(date(2012, 1, 1), date(2028, 12, 31)))
def test_that_no_row_counts_before_its_dated_sources_were_out(dataset: Dataset, day: date) -> None:
    made = known_by(dataset, day)
    published = {one["source_id"]: one["published"] for one in rows(dataset.tables["sources"])}
    for name in TABLES:
        for cell in made.dataset.tables[name]["source_ids"].unique():
            for source in split_ids(cell):
                assert source in made.undated or published[source].date() <= day


@settings(max_examples=20)
@given(st.dates(date(2012, 1, 1), date(2027, 12, 31)), st.integers(0, 2000))
def test_that_what_is_known_never_shrinks(dataset: Dataset, day: date, later: int) -> None:
    after = date.fromordinal(day.toordinal() + later)
    for name in TABLES:
        first = set(known_by(dataset, day).dataset.tables[name].index)
        assert first <= set(known_by(dataset, after).dataset.tables[name].index)


def test_that_without_a_day_everything_counts(dataset: Dataset) -> None:
    made = known_by(dataset, None)
    assert made.dataset is dataset
    assert not made.undated


def test_that_a_statistic_counts_from_the_day_it_came_out(dataset: Dataset) -> None:
    before = assess(dataset, "gallium", "US", as_of=TODAY, known_on=date(2026, 2, 5))
    after = assess(dataset, "gallium", "US", as_of=TODAY, known_on=date(2026, 2, 6))
    assert before.figures["hhi"].value != after.figures["hhi"].value
    assert "usgs-mcs2026" not in before.figures["hhi"].sources
    assert "usgs-mcs2026" in after.figures["hhi"].sources


def test_that_before_any_publication_a_figure_is_not_computed(dataset: Dataset) -> None:
    made = assess(dataset, "gallium", "US", as_of=TODAY, known_on=date(2015, 1, 1))
    assert made.figures["hhi"].value is None
    assert made.figures["hhi"].note


def test_that_a_figure_without_a_publication_day_says_so_only_where_it_matters(
    dataset: Dataset,
) -> None:
    known = assess(dataset, "dysprosium", "US", as_of=TODAY, known_on=date(2026, 6, 1))
    assert UNDATED in known.figures["hhi"].note
    assert UNDATED not in assess(dataset, "dysprosium", "US", as_of=TODAY).figures["hhi"].note
    dated = assess(dataset, "gallium", "US", as_of=TODAY, known_on=date(2026, 6, 1))
    assert UNDATED not in dated.figures["hhi"].note


@pytest.mark.parametrize(
    ("precision", "published", "first"),
    [("day", "2024-03-09", date(2024, 3, 9)), ("month", "2024-02-01", date(2024, 2, 29)),
     ("month", "2024-12-01", date(2024, 12, 31)), ("year", "2024-01-01", date(2024, 12, 31))],
)  # fmt: skip
def test_that_a_vague_date_is_its_last_day(
    dataset: Dataset, precision: str, published: str, first: date
) -> None:
    sources = dataset.tables["sources"].copy()
    mine = sources["source_id"] == "usgs-mcs2026"
    sources.loc[mine, "published"] = pd.Timestamp(published)
    sources.loc[mine, "published_precision"] = precision
    made = replace(dataset, tables={**dataset.tables, "sources": sources}, kept={})

    def counts(day: date) -> bool:
        table = known_by(made, day).dataset.tables["production"]
        return bool((table["source_ids"] == "usgs-mcs2026").any())

    assert counts(first)
    assert not counts(date.fromordinal(first.toordinal() - 1))


def test_that_a_screening_is_of_what_was_known(dataset: Dataset) -> None:
    early = screen(dataset, "US", TODAY, date(2025, 12, 31))
    assert early.assessed["gallium"].figures["hhi"].years != "2025"
    assert screen(dataset, "US", TODAY).assessed["gallium"].figures["hhi"].years == "2025"


def test_that_parameters_of_the_eu_count_once_the_sources_of_their_row_were_out(
    dataset: Dataset,
) -> None:
    def recycled(day: date) -> Part:
        made = assess(dataset, "antimony", "DE", as_of=TODAY, known_on=day)
        index = next(one for one in made.indices if one.key == "eu_supply_risk")
        return next(one for one in index.parts if one.name == "not_recycled")

    assert recycled(date(2026, 2, 5)).value is None
    assert "recycling" in recycled(date(2026, 2, 5)).note
    assert recycled(date(2026, 2, 6)).value == pytest.approx(0.72)
