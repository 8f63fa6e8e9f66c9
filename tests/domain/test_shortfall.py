"""Exports since a restriction against the year before; a month without a figure is no zero."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.flows import FlowKind, FlowPoint, FlowSeries, export_series
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.shortfall import (
    FEWEST,
    Baseline,
    Restricted,
    Shortfall,
    baseline,
    missing_months,
    restricted_since,
    shortfall,
)
from rare_gui.domain.vocabulary import DataClass, LegalState

SINCE = date(2025, 4, 4)


def series(values: dict[int, float]) -> FlowSeries:
    """Tonnes by number of months since January 2024."""
    points = tuple(
        FlowPoint(date(2024 + n // 12, n % 12 + 1, 1), tonnes, DataClass.PUBLISHED, ("a",))
        for n, tonnes in sorted(values.items())
    )
    return FlowSeries("x", FlowKind.RAW, ("dysprosium",), (), "this material alone", points)


def test_that_magnets_lack_what_is_reckoned_from_the_table(dataset: Dataset) -> None:
    """Line 85051110. May 2024 to March 2025: 11 months with 55,797 t, a mean of 5,072.4545.

    April 2025 to August 2026: 14 of 17 months with 68,464.95 t; 14 means are 71,014.3636 t, so
    2,549.4136 t are lacking, 3.59 %.
    """
    (magnets,) = (
        one for one in export_series(dataset, "dysprosium") if one.commodity == "rare-earth-magnets"
    )
    before = baseline(magnets, SINCE)
    assert isinstance(before, Baseline)
    assert (before.mean, before.known) == (pytest.approx(5072.4545, abs=1e-4), 11)
    made = shortfall(magnets, before)
    assert isinstance(made, Shortfall)
    assert made.tonnes == pytest.approx(2549.4136, abs=1e-3)
    assert made.share == pytest.approx(0.0359, abs=1e-4)
    assert (made.known, made.months) == (14, 17)
    assert made.data_class is DataClass.DERIVED


def test_that_dysprosium_has_too_few_months_and_says_so(dataset: Dataset) -> None:
    (own,) = (one for one in export_series(dataset, "dysprosium") if one.commodity == "dysprosium")
    found = baseline(own, SINCE)
    assert isinstance(found, NotComputed)
    assert "of the 12 months before 2025-04" in found.because


def test_that_the_restriction_is_the_one_that_holds_without_a_break(dataset: Dataset) -> None:
    found = restricted_since(
        dataset, "dysprosium", export_series(dataset, "dysprosium"), date(2026, 1, 1)
    )
    assert found == Restricted(SINCE, LegalState.LICENCE_REQUIRED)
    before = restricted_since(dataset, "dysprosium", (), date(2025, 4, 3))
    assert isinstance(before, NotComputed)


def test_that_what_is_free_has_no_baseline(dataset: Dataset) -> None:
    found = restricted_since(dataset, "lanthanum", (), date(2026, 1, 1))
    assert isinstance(found, NotComputed)
    assert "no restriction towards every destination" in found.because


@given(gone=st.sets(st.integers(3, 24), max_size=22))
def test_that_gaps_lack_nothing(gone: set[int]) -> None:
    """Ten tonnes in every month that has a figure is ten tonnes throughout."""
    made = series({n: 10.0 for n in range(3, 25) if n not in gone} | {24: 10.0})
    before = baseline(made, SINCE)
    known = 12 - len(gone & set(range(3, 15)))
    assert isinstance(before, Baseline) == (known >= FEWEST)
    if isinstance(before, Baseline):
        found = shortfall(made, before)
        assert isinstance(found, Shortfall)
        assert found.tonnes == pytest.approx(0)
        assert found.known <= found.months


def test_that_more_exports_are_a_shortfall_below_zero() -> None:
    made = series(dict.fromkeys(range(3, 15), 10.0) | {15: 30.0})
    before = baseline(made, SINCE)
    assert isinstance(before, Baseline)
    found = shortfall(made, before)
    assert isinstance(found, Shortfall)
    assert (found.tonnes, found.share) == (-20, -2)


def test_that_nothing_before_or_nothing_since_is_not_computed() -> None:
    for made in (
        series(dict.fromkeys(range(3, 20), 0.0)),
        series(dict.fromkeys(range(3, 15), 10.0)),
    ):
        before = baseline(made, SINCE)
        assert isinstance(before, Baseline)
        assert isinstance(shortfall(made, before), NotComputed)


def test_that_missing_months_are_those_between_the_first_and_the_last() -> None:
    assert missing_months(series({0: 1.0, 3: 1.0})) == (date(2024, 2, 1), date(2024, 3, 1))
