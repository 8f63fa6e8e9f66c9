"""Exports beside a promise: the months since against those before, gaps left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.commitment_records import Promise, promises
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.promise_flows import FEWEST_MONTHS, MONTHS_BEFORE, FlowChange, flow_changes

DAY = date(2026, 11, 23)


def promise(dataset: Dataset, commitment: str) -> Promise:
    return next(one for one in promises(dataset) if one.id == commitment)


def change(found: tuple[FlowChange, ...], commodity: str, partner: str) -> FlowChange:
    return next(one for one in found if (one.commodity, one.partner) == (commodity, partner))


def test_that_magnets_to_both_are_compared_for_the_promise_to_lift_controls(
    dataset: Dataset,
) -> None:
    found = flow_changes(dataset, promise(dataset, "bus-cn-de-facto"), DAY)
    world = change(found, "rare-earth-magnets", "WLD")
    frame = dataset.tables["trade_monthly"]
    own = frame[
        (frame["commodity"] == "rare-earth-magnets")
        & (frame["reporter"] == "CN")
        & (frame["partner"] == "WLD")
        & (frame["flow"] == "export")
    ].dropna(subset=["tonnes"])
    since = own[own["month"] > "2025-10-31"].drop_duplicates("month")
    assert (world.months_before, world.months_since) == (12, since["month"].nunique())
    assert world.first == date(2025, 11, 1)
    assert world.percent == pytest.approx((world.since / world.before - 1) * 100)
    assert change(found, "rare-earth-magnets", "US").partner == "US"


def test_that_a_line_mixed_with_other_goods_is_not_compared(dataset: Dataset) -> None:
    found = flow_changes(dataset, promise(dataset, "bus-cn-de-facto"), DAY)
    assert "permanent-magnets-metal-all" not in {one.commodity for one in found}


@pytest.mark.parametrize("commitment", ["bus-us-affiliates", "bus-cn-soy-2025"])
def test_that_nothing_is_compared_where_the_promise_is_not_about_chinas_goods(
    dataset: Dataset, commitment: str
) -> None:
    assert flow_changes(dataset, promise(dataset, commitment), DAY) == ()


def test_that_nothing_is_compared_before_enough_months_are_published(dataset: Dataset) -> None:
    one = promise(dataset, "bus-cn-de-facto")
    assert flow_changes(dataset, one, date(2026, 1, 15)) == ()
    undated = replace(one, agreement=replace(one.agreement, day=None))
    assert flow_changes(dataset, undated, DAY) == ()


@given(st.dates(date(2025, 5, 1), date(2027, 1, 1)))
def test_that_both_sides_have_enough_months_and_none_from_after_the_day(
    dataset: Dataset, day: date
) -> None:
    for one in promises(dataset):
        for found in flow_changes(dataset, one, day):
            assert FEWEST_MONTHS <= found.months_before <= MONTHS_BEFORE
            assert found.months_since >= FEWEST_MONTHS
            assert found.first <= found.last < day
            assert found.sources
