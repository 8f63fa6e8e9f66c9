"""Gap, other suppliers, price and rationing: the worked numbers, the edges, what is conserved."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rare_gui.domain.impact.ranges import ImpactError
from rare_gui.domain.impact.shortage import (
    WEEKS,
    Rationing,
    course,
    gap,
    grid_weeks,
    others_supply,
    price_ratio,
    price_shortage,
    ration,
    shortage,
)
from tests.domain.impact.worked import toy_shortage

SHARES = st.floats(0, 1)


def test_that_the_worked_gap_and_shortage_come_out() -> None:
    assert gap(course(0.6, 26), 0.9, 0.8)[0] == pytest.approx(0.432, rel=1e-12)
    short = toy_shortage()
    assert short[[0, 10, 25, 26]] == pytest.approx([0.432, 0.378337, 0.346616, 0.0], abs=5e-7)
    assert short.shape == (WEEKS,)
    assert not short[26:].any()


def test_that_the_worked_price_comes_out() -> None:
    price = price_ratio(0.432, 0.1, -0.2)
    assert float(price) == pytest.approx(6.5892939349, rel=1e-9)
    assert float(price_shortage(0.432, 0.1, -0.2)) == pytest.approx(0.3141451346, rel=1e-9)


def test_that_spare_capacity_caps_what_the_price_brings() -> None:
    short = float(price_shortage(0.432, 0.1, -0.2, spare=0.05))
    assert short == pytest.approx(1 - 0.568 * 1.05)
    assert float(price_shortage(0.432, 0.1, -0.2, spare=1.0)) == pytest.approx(0.3141451346)


def test_that_nothing_left_has_no_price_and_leaves_everybody_short() -> None:
    assert np.isinf(price_ratio(1.0, 0.1, -0.2))
    assert float(price_shortage(1.0, 0.1, -0.2)) == 1.0
    assert float(price_shortage(1.0, 0.0, -0.2, spare=0.1)) == 1.0


@pytest.mark.parametrize(("supply", "demand"), [(0.1, 0.0), (0.1, 0.2), (-0.1, -0.2)])
def test_that_elasticities_of_the_wrong_sign_are_refused(supply: float, demand: float) -> None:
    with pytest.raises(ImpactError, match="elasticities"):
        price_ratio(0.4, supply, demand)


@pytest.mark.parametrize(
    "shares", [(0.0, 0.9, 0.8, 0.0), (0.6, 0.0, 0.8, 0.0), (0.6, 0.9, 0.0, 0.0), (0.6, 0.9, 0.8, 1)]
)
def test_that_no_cut_reliance_or_share_is_no_shortage_at_all(
    shares: tuple[float, float, float, float],
) -> None:
    cut, reliance, origin, leakage = shares
    there = gap(course(cut, 26), reliance, origin, leakage)
    assert not there.any()
    assert not shortage(there, others_supply(0.1, 13.0)).any()
    assert not price_shortage(there, 0.1, -0.2, spare=0.1).any()


def test_that_a_cut_of_no_weeks_is_no_shortage() -> None:
    assert not shortage(gap(course(0.6, 0), 0.9, 0.8)).any()


@pytest.mark.parametrize("name", ["cut", "reliance", "origin's share", "leakage"])
def test_that_a_share_above_one_is_refused_by_name(name: str) -> None:
    shares = {"cut": 0.5, "reliance": 0.5, "origin's share": 0.5, "leakage": 0.5} | {name: 1.01}
    with pytest.raises(ImpactError, match=name):
        gap(*shares.values())


def test_that_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ImpactError, match="reliance"):
        gap(course(0.5, 4), np.array([0.5, np.nan]), 1.0)


def test_that_the_grid_grows_with_a_longer_cut() -> None:
    assert (grid_weeks(26), grid_weeks(104), grid_weeks(130.2)) == (104, 104, 131)
    assert course(0.5, 130, grid_weeks(130)).sum() == pytest.approx(65)


def test_that_a_cut_lifted_in_steps_passes_as_it_is() -> None:
    steps = np.maximum(course(0.9, 10), course(0.4, 20))
    there = gap(steps, 1.0, 1.0)
    assert (there[9], there[10], there[20]) == pytest.approx((0.9, 0.4, 0.0))


def test_that_suppliers_without_a_ramp_deliver_at_once() -> None:
    assert (others_supply(0.1, 0.0) == 0.1).all()
    assert others_supply(np.array([0.1, 0.2]), 13.0).shape == (2, WEEKS)
    ramps = others_supply(np.array([0.1, 0.2]), np.array([0.0, 13.0]))
    assert ramps[:, 0].tolist() == [0.1, 0.0]


def test_that_draws_come_first_and_weeks_last() -> None:
    cut, share = np.array([0.1, 0.9, 0.5]), np.array([0.2, 0.3, 1.0])
    there = gap(course(cut, 26), 0.9, share, np.array([0.0, 0.1, 0.2]))
    assert there.shape == (3, WEEKS)
    assert there[:, 0] == pytest.approx(cut * 0.9 * share * [1.0, 0.9, 0.8])
    elasticities = np.array([0.1, 0.2, 0.3]), np.array([-0.2, -0.3, -0.4])
    one = price_shortage(there[1], 0.2, -0.3, spare=0.1)
    assert price_shortage(there, *elasticities, spare=np.full(3, 0.1))[1] == pytest.approx(one)


@given(SHARES, SHARES, SHARES, st.floats(0, 1), st.floats(0, 2))
def test_that_others_never_leave_more_missing(
    cut: float, reliance: float, share: float, spare: float, ramp: float
) -> None:
    there = gap(course(cut, 26), reliance, share)
    short = shortage(there, others_supply(spare, ramp))
    assert ((short >= 0) & (short <= there)).all()


def three_users(*shorts: float) -> np.ndarray:
    return np.array(shorts)[:, None, None]


def test_that_defence_is_served_and_the_others_miss_its_part() -> None:
    short = ration(three_users(0.4, 0.4, 0.4), [1, 2, 1], Rationing.DEFENCE_FIRST, first=[0])
    assert short.ravel() == pytest.approx([0.0, 0.4 + 0.4 / 3, 0.4 + 0.4 / 3])


def test_that_what_others_cannot_bear_goes_back_to_defence() -> None:
    short = ration(three_users(0.9, 0.9), [3, 1], "defence-first", first=[0])
    assert short.ravel() == pytest.approx([2.6 / 3, 1.0])


def test_that_the_least_value_goes_short_first() -> None:
    users = three_users(0.4, 0.4, 0.4)
    short = ration(users, [1, 2, 1], "least-value-first", value=[5, 9, 1])
    assert short.ravel() == pytest.approx([0.6, 0.0, 1.0])


def test_that_unknown_rationing_and_missing_weights_are_refused() -> None:
    with pytest.raises(ImpactError, match="friends"):
        ration(three_users(0.4, 0.4), [1, 1], "friends-first")
    with pytest.raises(ImpactError, match="weights"):
        ration(three_users(0.4, 0.4), [1, np.nan], "defence-first", first=[0])
    with pytest.raises(ImpactError, match="values"):
        ration(three_users(0.4, 0.4), [1, 1], "least-value-first")


@given(
    arrays(float, (4, 3, 2), elements=SHARES),
    st.lists(st.floats(0.01, 1), min_size=4, max_size=4),
    st.sampled_from(list(Rationing)),
    st.sets(st.integers(0, 3)),
)
def test_that_rationing_moves_a_shortage_and_never_changes_its_sum(
    short: np.ndarray, weights: list[float], rationing: Rationing, first: set[int]
) -> None:
    shared = ration(short, weights, rationing, first=first, value=[1, 2, 3, 4])
    assert ((shared >= 0) & (shared <= 1 + 1e-12)).all()
    sums = (np.einsum("u,udw->dw", weights, every) for every in (short, shared))
    assert next(sums) == pytest.approx(next(sums), abs=1e-9)
    if rationing is Rationing.DEFENCE_FIRST and 0 < len(first) < 4:
        assert (shared[sorted(first)] <= short[sorted(first)] + 1e-12).all()
