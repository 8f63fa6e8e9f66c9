"""Suppliers and customers: the worked numbers, an independent solve, and no double counts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.economy import Economy, economy
from rare_gui.domain.impact.ranges import ImpactError
from rare_gui.domain.impact.spread import Losses, downstream, together, upstream
from tests.domain.impact.worked import (
    BOTTLENECK,
    PARTS_DAYS,
    USERS,
    WEEKS,
    material_shortage,
    three_sectors,
    toy_shortage,
    user_loss,
)
from tests.domain.impact.worked import User as WorkedUser

Array = np.ndarray
DIRECT = arrays(float, (5, 3), elements=st.one_of(st.just(0.0), st.floats(1e-3, 100)))


def one_at_a_time(inverse: Array, direct: Array) -> tuple[Array, list[int]]:
    """The model's own words: free the most negative one, solve again."""
    held = np.flatnonzero(direct > 0).tolist()
    while held:
        fall = np.linalg.solve(inverse[np.ix_(held, held)], direct[held])
        if (fall >= -1e-12 * direct.max()).all():
            return inverse[:, held] @ fall, held
        held.pop(int(fall.argmin()))
    return np.zeros(len(direct)), held


def mixed_model(coefficients: Array, direct: Array, held: list[int]) -> Array:
    """The mixed model solved as such: outputs of `held` given, no change of other final demand."""
    free = [i for i in range(len(direct)) if i not in held]
    left = np.eye(len(free)) - coefficients[np.ix_(free, free)]
    lost = np.zeros(len(direct))
    lost[held] = direct[held]
    lost[free] = np.linalg.solve(left, coefficients[np.ix_(free, held)] @ direct[held])
    return lost


def test_that_the_worked_loss_of_suppliers_comes_out() -> None:
    toy = three_sectors()
    user = WorkedUser("b", 1.0, 30.0, 0.5, 0.10)
    loss = user_loss(toy, user, toy_shortage())
    assert float(loss) == pytest.approx(34.5249995920, rel=1e-9)
    up = upstream(toy.inverse, np.array([0.0, float(loss), 0.0]), toy.output)
    assert up.output[0] == pytest.approx([11.687034, 34.525000, 3.216615], abs=5e-7)
    assert up.demand[0] == pytest.approx([0.0, 29.844825, 0.0], abs=5e-7)
    assert up.output[0] @ toy.value_per_output == pytest.approx(18.9512226021, rel=1e-9)


def test_that_a_limit_that_does_not_bind_is_freed() -> None:
    toy = three_sectors()
    up = upstream(toy.inverse, np.array([1.0, 30.0, 0.0]), toy.output)
    assert up.output[0] == pytest.approx([10.155280, 30, 2.795031], abs=5e-7)
    assert up.binds[0].tolist() == [False, True, False]
    assert up.demand[0] == pytest.approx([0, 25.93323, 0], abs=5e-6)


@given(DIRECT)
def test_that_all_draws_together_are_each_draw_alone(direct: Array) -> None:
    toy = three_sectors()
    up = upstream(toy.inverse, direct, toy.output)
    for row, draw in enumerate(direct):
        expected, held = one_at_a_time(toy.inverse, draw)
        np.testing.assert_allclose(up.output[row], expected, rtol=1e-9, atol=1e-9)
        assert np.flatnonzero(up.binds[row]).tolist() == held


@settings(max_examples=30)
@given(seed=st.integers(0, 2**32 - 1), users=st.integers(1, 40))
def test_that_the_shipped_economy_solves_as_the_mixed_model_does(
    dataset: Dataset, seed: int, users: int
) -> None:
    us = economy(dataset)
    luck = np.random.default_rng(seed)
    hit = luck.choice(len(us.sectors), users, replace=False)
    direct = np.zeros((4, len(us.sectors)))
    direct[:, hit] = us.output[hit] * luck.random((4, users)) ** 3 * 0.2
    up = upstream(us.inverse, direct, us.output)
    for row, draw in enumerate(direct):
        held = np.flatnonzero(up.binds[row]).tolist()
        expected = mixed_model(us.coefficients, draw, held)
        np.testing.assert_allclose(up.output[row], expected, rtol=1e-9, atol=1e-9 * draw.max())
        assert held == one_at_a_time(us.inverse, draw)[1]


@given(DIRECT)
def test_that_binding_sectors_lose_exactly_their_own_and_freed_ones_no_less(direct: Array) -> None:
    toy = three_sectors()
    up = upstream(toy.inverse, direct, toy.output)
    np.testing.assert_array_equal(up.output[up.binds], direct[up.binds])
    assert (up.output >= direct * (1 - 1e-12)).all()
    assert (up.output <= toy.output).all()
    assert (up.demand >= -1e-10).all()


def test_that_no_loss_anywhere_is_exactly_none_everywhere(dataset: Dataset) -> None:
    us = economy(dataset)
    losses = together(
        us,
        np.zeros((3, len(us.sectors))),
        bottleneck=BOTTLENECK,
        parts_stock_days=PARTS_DAYS,
        weeks=0,
    )
    for part in (losses.direct, losses.upstream, losses.downstream, losses.output):
        assert part.shape == (3, 65)
        assert not part.any()


def test_that_losses_that_do_not_fit_or_cannot_be_are_refused() -> None:
    toy = three_sectors()
    with pytest.raises(ImpactError, match="3 sectors"):
        upstream(toy.inverse, np.zeros((2, 4)), toy.output)
    with pytest.raises(ImpactError, match="Leontief"):
        upstream(toy.inverse[:2], np.zeros((2, 3)), toy.output)
    for bad in (-1.0, np.nan):
        with pytest.raises(ImpactError, match="0 or more"):
            upstream(toy.inverse, np.array([0.0, bad, 1.0]), toy.output)


def worked_losses(us: Economy, **passing: float) -> Losses:
    direct = np.zeros(len(us.sectors))
    for user in USERS:
        direct[us.index[user.sector]] = user_loss(us, user, material_shortage())
    terms = {"bottleneck": BOTTLENECK, "parts_stock_days": PARTS_DAYS, "weeks": WEEKS} | passing
    return together(us, direct, **terms)


def test_that_the_worked_example_on_the_shipped_table_comes_out(dataset: Dataset) -> None:
    us = economy(dataset)
    losses = worked_losses(us)
    v, million = us.value_per_output, 1e-6
    direct = {user.sector: 0.0 for user in USERS}
    for user in USERS:
        loss = float(user_loss(us, user, material_shortage())) * million
        direct[user.sector] = loss
    assert list(direct.values()) == pytest.approx([8890.565, 1571.388, 66.733, 1906.716], rel=1e-5)
    spared = sum(loss * v[us.index[sector]] for sector, loss in direct.items())
    assert spared == pytest.approx(3470.773, rel=1e-6)
    assert [us.sectors[i] for i in np.flatnonzero(losses.binds[0])] == [
        "motor_vehicle_parts",
        "aircraft_engines_parts",
        "motors_generators",
    ]
    fall = losses.demand[0][losses.binds[0]] * million
    # the package's flows are rounded to 0.1 million: single sectors keep to 1e-5, sums to 1e-6
    assert fall == pytest.approx([7878.008, 1397.225, 1771.573], rel=1e-5)
    assert losses.upstream[0] @ v * million == pytest.approx(4727.187, rel=2e-6)
    assert losses.downstream[0] @ v * million == pytest.approx(2258.929, rel=1e-6)
    assert losses.output[0] @ v * million == pytest.approx(9990.128, rel=1e-6)
    assert losses.output[0].sum() * million == pytest.approx(28182.569, rel=1e-6)


def test_that_the_sectors_hit_hardest_are_those_of_the_worked_example(dataset: Dataset) -> None:
    us = economy(dataset)
    losses = worked_losses(us)
    lost = losses.output[0] * us.value_per_output
    top = np.argsort(-lost)[:5]
    assert {us.sectors[i]: float(lost[i]) / 1e6 for i in top} == {
        "motor_vehicle_parts": pytest.approx(2017.114, rel=1e-5),
        "motor_vehicles": pytest.approx(951.812, rel=1e-5),
        "professional_services": pytest.approx(902.635, rel=1e-5),
        "wholesale_trade": pytest.approx(800.492, rel=1e-5),
        "motors_generators": pytest.approx(719.703, rel=1e-5),
    }
    vehicles, services = us.index["motor_vehicles"], us.index["professional_services"]
    assert losses.downstream[0, vehicles] > losses.upstream[0, vehicles]
    assert losses.downstream[0, services] == 0


def test_that_the_worked_waterfall_comes_out(dataset: Dataset) -> None:
    us = economy(dataset)

    def lost(spare: float | None, stock: float | None, substitutable: float | None) -> float:
        short = material_shortage() if spare is None else material_shortage(spare=spare)
        return sum(
            float(user_loss(us, user, short, stock=stock, substitutable=substitutable))
            * us.value_per_output[us.index[user.sector]]
            / 1e6
            for user in USERS
        )

    steps = lost(0.0, 0.0, 0.0), lost(None, 0.0, 0.0), lost(None, None, 0.0), lost(None, None, None)
    assert steps == pytest.approx((6549.471, 6089.947, 3626.102, 3470.773), rel=1e-6)


def test_that_causes_are_never_added_up(dataset: Dataset) -> None:
    losses = worked_losses(economy(dataset))
    largest = np.maximum(losses.direct, np.maximum(losses.upstream, losses.downstream))
    np.testing.assert_array_equal(losses.output, largest)
    assert not losses.upstream[losses.binds].any()
    assert not losses.downstream[losses.binds].any()


@pytest.mark.parametrize(("days", "weeks"), [(30.0, 0), (30.0, 4), (400.0, 39), (273.0, 39)])
def test_that_parts_in_stock_longer_than_the_cut_stop_no_customer(days: float, weeks: int) -> None:
    toy = three_sectors()
    lost = np.array([0.0, 30.0, 0.0])
    assert not downstream(toy, lost, 0.5, days, weeks).any()


def test_that_the_two_views_downstream_are_floor_and_ceiling() -> None:
    toy = three_sectors()
    lost = np.array([[0.0, 80.0, 0.0]])  # a tenth of its output; 80 of 800
    floor, ceiling = (downstream(toy, lost, view, 0.0, 26)[0] for view in (0.0, 1.0))
    assert floor == pytest.approx([0.05 * 0.1 * 1000, 0, 0])
    assert ceiling == pytest.approx([0.1 * 1000, 0, 0])
    half = downstream(toy, lost, np.array([0.5]), np.array([91.0]), 26)[0]
    assert half == pytest.approx((floor + ceiling) / 2 * 0.5)


def test_that_parts_from_abroad_and_small_inputs_stop_nobody() -> None:
    toy = three_sectors()
    a = toy.coefficients.copy()
    a[1, 0] = 0.009
    small = replace(toy, coefficients=a, domestic=a * toy.output)
    lost = np.array([0.0, 80.0, 0.0])
    assert not downstream(small, lost, 1.0, 0.0, 26).any()
    abroad = replace(toy, domestic=np.zeros((3, 3)), imported=toy.domestic)
    assert not downstream(abroad, lost, 0.5, 0.0, 26).any()
