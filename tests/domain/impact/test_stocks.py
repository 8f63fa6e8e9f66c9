"""From shortage to lost output: the worked numbers, the edges, and what can never happen."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.special import ndtr

from rare_gui.domain.impact.ranges import ImpactError
from rare_gui.domain.impact.stocks import (
    combined,
    empty_firms,
    loss_share,
    miss,
    need,
    used_days,
)
from tests.domain.impact.worked import toy_shortage

TOY: dict[str, Any] = {
    "kappa": 0.5,
    "stock_days": 30.0,
    "spread_log": 0.6,
    "substitutable": 0.10,
    "half_time_weeks": 26.0,
}
SHORTS = arrays(float, (3, 20), elements=st.floats(0, 1))
SHARES = st.floats(0, 1)
DAYS = st.floats(0, 400)
SPREADS = st.floats(0, 1.5)


def test_that_the_worked_weeks_come_out() -> None:
    share = loss_share(toy_shortage(), **TOY)
    assert share[[0, 5, 10, 15, 20, 25, 26]] == pytest.approx(
        [0, 0.028062, 0.085859, 0.118838, 0.133546, 0.139406, 0], abs=5e-7
    )


@pytest.mark.parametrize(
    ("other", "total"),
    [
        ({}, 2.2441249735),
        ({"spread_log": 0.05}, 2.4977686848),
        ({"stock_days": 0.0}, 4.6692315192),
        ({"eta": 0.5}, 1.1961589662),
    ],
)
def test_that_the_worked_sums_come_out(other: dict[str, float], total: float) -> None:
    assert loss_share(toy_shortage(), **(TOY | other)).sum() == pytest.approx(total, rel=1e-9)


@given(SHORTS, SHARES, DAYS, st.floats(0.01, 1.5), SHARES, st.floats(0.5, 200))
def test_that_the_fast_way_is_the_formula(
    short: np.ndarray, kappa: float, stock: float, spread: float, most: float, half: float
) -> None:
    needed = need(most, half, 20)
    missed = miss(short, needed)
    empty = empty_firms(used_days(missed), stock, spread)
    expected = kappa * np.divide(missed, needed, out=np.zeros((3, 20)), where=missed > 0) * empty
    found = loss_share(
        short,
        kappa=kappa,
        stock_days=stock,
        spread_log=spread,
        substitutable=most,
        half_time_weeks=half,
    )
    np.testing.assert_allclose(found, expected, atol=1e-11)


def test_that_the_steps_are_those_of_the_model() -> None:
    needed = need(0.10, 26.0, 53)
    assert (needed[0], needed[26], needed[52]) == pytest.approx((1.0, 0.95, 0.925))
    assert miss([0.0, 0.3, 1.0], [0.9, 0.9, 0.9]) == pytest.approx([0.0, 0.2, 0.9])
    assert used_days(np.array([0.4, 0.4, 0.0])) == pytest.approx([1.4, 4.2, 5.6])
    used = np.array([10.0, 30.0, 90.0])
    assert empty_firms(used, 30.0, 0.6) == pytest.approx(ndtr(np.log(used / 30) / 0.6), abs=1e-12)


def test_that_one_stock_for_all_firms_ends_all_at_once() -> None:
    share = loss_share(np.full(20, 1.0), kappa=1.0, stock_days=30.0, spread_log=0.0)
    assert share.tolist() == [0.0] * 4 + [1.0] * 16


def test_that_no_shortage_costs_exactly_nothing() -> None:
    for stock in (0.0, 30.0):
        share = loss_share(np.zeros((4, 104)), **(TOY | {"stock_days": stock}))
        assert share.shape == (4, 104)
        assert not share.any()


def test_that_nothing_in_stock_loses_from_the_first_week() -> None:
    share = loss_share(np.full(3, 0.4), kappa=0.5, stock_days=0.0, spread_log=0.6)
    assert share == pytest.approx([0.2] * 3)


def test_that_a_stock_that_outlasts_the_cut_saves_nearly_all() -> None:
    share = loss_share(toy_shortage(), **(TOY | {"stock_days": 5000.0}))
    assert 0 <= share.sum() < 1e-6


def test_that_substitutes_for_all_that_is_missing_end_the_loss() -> None:
    share = loss_share(
        np.full(104, 0.2),
        kappa=1.0,
        stock_days=0.0,
        spread_log=0.6,
        substitutable=1.0,
        half_time_weeks=4,
    )
    assert share[0] == pytest.approx(0.2)
    assert not share[20:].any()


def test_that_a_half_time_per_draw_is_that_of_each() -> None:
    short = np.tile(toy_shortage(), (2, 1))
    both = loss_share(short, **(TOY | {"half_time_weeks": np.array([26.0, 52.0])}))
    for row, half in zip(both, (26.0, 52.0), strict=True):
        alone = loss_share(toy_shortage(), **(TOY | {"half_time_weeks": half}))
        np.testing.assert_array_equal(row, alone)


def test_that_draws_do_not_depend_on_how_many_there_are() -> None:
    luck = np.random.default_rng(1)
    short, stock = luck.random((3000, 30)), 60 * luck.random(3000)
    out = np.full((3000, 40), np.nan)[:, :30]
    whole = loss_share(short, **(TOY | {"stock_days": stock}), out=out)
    assert np.shares_memory(whole, out)
    few = loss_share(short[1234:1240], **(TOY | {"stock_days": stock[1234:1240]}))
    np.testing.assert_array_equal(whole[1234:1240], few)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"kappa": 1.2}, "kappa"),
        ({"kappa": np.nan}, "kappa"),
        ({"stock_days": -1.0}, "stock in days"),
        ({"spread_log": -0.1}, "spread"),
        ({"substitutable": 2.0}, "substitutable"),
        ({"half_time_weeks": 0.0}, "half-time"),
        ({"eta": 0.0}, "eta"),
    ],
)
def test_that_terms_that_cannot_be_are_refused_by_name(other: dict[str, float], told: str) -> None:
    with pytest.raises(ImpactError, match=told):
        loss_share(toy_shortage(), **(TOY | other))


@pytest.mark.parametrize("value", [1.01, -0.01, np.nan])
def test_that_a_shortage_outside_nought_to_one_is_refused(value: float) -> None:
    with pytest.raises(ImpactError, match="shortage"):
        loss_share(np.array([0.1, value]), **TOY)


@given(SHORTS, SHARES, DAYS, SPREADS, SHARES, st.floats(0.2, 1))
def test_that_no_week_loses_more_than_kappa_nor_less_than_nothing(
    short: np.ndarray, kappa: float, stock: float, spread: float, most: float, eta: float
) -> None:
    share = loss_share(
        short,
        kappa=kappa,
        stock_days=stock,
        spread_log=spread,
        substitutable=most,
        eta=eta,
    )
    assert np.isfinite(share).all()
    assert ((share >= 0) & (share <= kappa * (1 + 1e-12))).all()


@given(SHORTS, DAYS, DAYS, SPREADS, SHARES)
def test_that_more_stock_never_loses_more(
    short: np.ndarray, stock: float, more: float, spread: float, most: float
) -> None:
    terms = {"kappa": 1.0, "spread_log": spread, "substitutable": most}
    less = loss_share(short, stock_days=stock, **terms)
    assert (loss_share(short, stock_days=stock + more, **terms) <= less + 1e-12).all()


@given(SHORTS, DAYS, SHARES, SHARES)
def test_that_more_to_swap_never_loses_more(
    short: np.ndarray, stock: float, most: float, other: float
) -> None:
    low, high = sorted((most, other))
    terms = {"kappa": 1.0, "stock_days": stock, "spread_log": 0.6}
    less = loss_share(short, substitutable=low, **terms)
    assert (loss_share(short, substitutable=high, **terms) <= less + 1e-12).all()


def test_that_products_of_one_group_do_not_add_and_groups_do() -> None:
    q = [np.array([[value]]) for value in (0.1, 0.3, 0.2, 0.5)]
    kept = [array.copy() for array in q]
    assert combined([[q[0], q[1]]]) == pytest.approx(np.array([[0.3]]))
    assert combined([[q[0], q[1]], [q[2]]]) == pytest.approx(np.array([[1 - 0.7 * 0.8]]))
    assert combined([[q[0]], [], [q[2]], [q[3]]]) == pytest.approx(np.array([[1 - 0.9 * 0.4]]))
    assert combined([]) is None
    assert q == kept
