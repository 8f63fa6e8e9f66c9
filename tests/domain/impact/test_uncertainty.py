"""Draws that share their luck, what is said of them, and the worked distribution."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.economy import Economy, economy
from rare_gui.domain.impact.ranges import ImpactError, Range
from rare_gui.domain.impact.spread import together
from rare_gui.domain.impact.uncertainty import (
    Draws,
    Verdict,
    pert_quantiles,
    rank_correlation,
    spread_of,
    spreads_of,
    verdict,
)
from tests.domain.impact.worked import (
    PARTS_DAYS,
    USERS,
    WEEKS,
    material_shortage,
    user_loss,
)

Array = np.ndarray
RANGES = st.tuples(*[st.floats(0, 1)] * 3).map(lambda three: Range(*sorted(three)))
GOLDEN = [0.4498510638062837, 0.5999110957281808, 0.1039257910730918, 0.9112328752986243]
SHARE, SPARE, VIEW = Range(0.70, 0.85, 0.95), Range(0.0, 0.08, 0.20), Range(0.0, 0.10, 0.50)


def total_value_added(us: Economy, drawn: dict[str, Array]) -> Array:
    """The worked example with draws: value added lost in all, million USD, one per draw."""
    short = material_shortage(drawn["share"], drawn["spare"])
    direct = np.zeros((len(short), len(us.sectors)))
    for user in USERS:
        stock, kappa = drawn[f"stock.{user.sector}"], drawn[f"kappa.{user.sector}"]
        direct[:, us.index[user.sector]] = user_loss(us, user, short, stock=stock, kappa=kappa)
    losses = together(
        us, direct, bottleneck=drawn["view"], parts_stock_days=PARTS_DAYS, weeks=WEEKS
    )
    return np.asarray(losses.output @ us.value_per_output / 1e6)


def worked_ranges() -> dict[str, Range]:
    found = {"share": SHARE, "spare": SPARE, "view": VIEW}
    for user in USERS:
        found[f"stock.{user.sector}"] = Range(0.5 * user.stock, user.stock, 2 * user.stock)
        found[f"kappa.{user.sector}"] = Range(0.5 * user.kappa, user.kappa, 1.5 * user.kappa)
    return found


def test_that_the_worked_distribution_comes_out_draw_by_draw(dataset: Dataset) -> None:
    luck = np.random.default_rng(12345)

    def beta(values: Range) -> Array:
        width = values.high - values.low
        mode = (values.mid - values.low) / width
        return values.low + width * luck.beta(1 + 4 * mode, 5 - 4 * mode, 2000)

    drawn = {key: beta(values) for key, values in worked_ranges().items()}
    total = total_value_added(economy(dataset), drawn)
    assert total.mean() == pytest.approx(9716.148, rel=2e-6)
    assert np.percentile(total, (5, 50, 95)) == pytest.approx(
        [6252.590, 9547.440, 13708.528], rel=2e-6
    )
    inputs = np.array([drawn[key] for key in ("share", "view", "spare")])
    assert rank_correlation(inputs, total) == pytest.approx([0.442, 0.318, -0.293], abs=5e-4)


def test_that_our_own_draws_give_the_worked_distribution(dataset: Dataset) -> None:
    draws = Draws(1, 20_000)
    drawn = {key: draws.pert(key, values) for key, values in worked_ranges().items()}
    found = spread_of(total_value_added(economy(dataset), drawn))
    assert (found.p5, found.p50, found.p95) == pytest.approx((6401, 9614, 13683), rel=0.03)
    assert found.none == 0


@given(RANGES, st.floats(1e-4, 1 - 1e-4))
def test_that_pert_quantiles_are_those_of_the_beta_distribution(values: Range, rank: float) -> None:
    width = values.high - values.low
    found = pert_quantiles(values, np.array([rank]))[0]
    assert values.low <= found <= values.high
    if width > 1e-6:
        mode = (values.mid - values.low) / width
        expected = stats.beta.ppf(rank, 1 + 4 * mode, 5 - 4 * mode)
        assert found == pytest.approx(values.low + width * expected, abs=2e-3 * width)


def test_that_pert_draws_have_the_mean_and_deviation_of_their_distribution() -> None:
    drawn = Draws(7, 20_000).pert("x", Range(2.0, 3.0, 8.0))
    exact = stats.beta(1 + 4 / 6, 1 + 20 / 6, loc=2, scale=6)
    assert drawn.mean() == pytest.approx(exact.mean(), rel=1e-4)
    assert drawn.std() == pytest.approx(exact.std(), rel=1e-3)


def test_that_each_part_of_the_distribution_has_one_draw() -> None:
    ranks = Draws(3, 500).ranks("x")
    assert np.sort((ranks * 500).astype(int)).tolist() == list(range(500))


def test_that_the_order_of_draws_is_that_of_their_ranks_and_values() -> None:
    draws = Draws(3, 500)
    order = draws.order("kappa")
    for values in (draws.ranks("kappa"), draws.pert("kappa", Range(0, 0.2, 1))):
        assert (np.argsort(np.argsort(values)) == order).all()


def test_that_a_certain_number_is_drawn_as_itself() -> None:
    assert (Draws(1, 50).pert("x", Range.of(0.3)) == 0.3).all()


@given(st.integers(0, 2**40), st.lists(st.text(min_size=1), min_size=1, max_size=5))
def test_that_draws_depend_on_the_seed_and_the_key_alone(seed: int, others: list[str]) -> None:
    alone, among = Draws(seed, 40), Draws(seed, 40)
    for key in others:
        among.pert(key, VIEW)
    np.testing.assert_array_equal(alone.pert("kappa.a.b", SHARE), among.pert("kappa.a.b", SHARE))


def test_that_other_keys_and_seeds_have_other_luck() -> None:
    ranks = Draws(1, 2000).ranks("a"), Draws(1, 2000).ranks("b"), Draws(2, 2000).ranks("a")
    assert np.abs(np.corrcoef(ranks) - np.eye(3)).max() < 0.08


def test_that_draws_are_the_same_in_every_process_and_version() -> None:
    assert Draws(1, 4).ranks("model.leakage") == pytest.approx(GOLDEN, abs=1e-12)


@given(RANGES, st.floats(0, 1))
def test_that_a_range_moved_up_moves_every_draw_up(values: Range, more: float) -> None:
    draws = Draws(1, 50)
    exact = 1e-4 * (values.high - values.low) + 1e-12  # as its table of quantiles is
    moved = Range(values.low + more, values.mid + more, values.high + more)
    assert (draws.pert("x", moved) >= draws.pert("x", values) - exact).all()
    wider = Range(values.low, values.high, values.high)
    assert (draws.pert("x", wider) >= draws.pert("x", values) - exact).all()


def test_that_shares_sum_to_what_they_are_shares_of_and_nothing_stays_nothing() -> None:
    drawn = Draws(1, 5000).shares("uses", [0.5, 0.3, 0.0], 30.0)
    assert drawn.sum(axis=1) == pytest.approx(np.full(5000, 0.8))
    assert not drawn[:, 2].any()
    assert drawn.mean(axis=0) == pytest.approx([0.5, 0.3, 0.0], abs=0.01)
    closer = Draws(1, 5000).shares("uses", [0.5, 0.3, 0.0], 100.0)
    assert closer.std(axis=0)[0] < drawn.std(axis=0)[0]
    assert not Draws(1, 3).shares("uses", [0.0, 0.0], 10.0).any()


@pytest.mark.parametrize("middles", [[0.6, 0.5], [-0.1, 0.5]])
def test_that_shares_over_one_or_below_zero_are_refused(middles: list[float]) -> None:
    with pytest.raises(ImpactError, match="uses"):
        Draws(1, 10).shares("uses", middles, 10.0)


def test_that_a_chance_is_met_as_often_as_it_says() -> None:
    assert Draws(1, 1000).chance("licence", 0.25).mean() == 0.25
    assert not Draws(1, 10).chance("licence", 0.0).any()
    assert Draws(1, 10).chance("licence", 1.0).all()


@given(st.lists(st.floats(0, 1e12), min_size=1, max_size=40))
def test_that_percentiles_are_numpys(values: list[float]) -> None:
    found = spread_of(np.array(values))
    expected = np.percentile(values, (5, 50, 95))
    assert (found.p5, found.p50, found.p95) == pytest.approx(tuple(expected), rel=1e-12, abs=1e-300)


def test_that_draws_without_loss_are_counted() -> None:
    found = spread_of(np.array([0.0, 0.0, 1.0, 3.0]))
    assert (found.p50, found.none) == (0.5, 0.5)
    table = np.array([[0.0, 5.0], [2.0, 5.0]])
    assert spreads_of(table) == (spread_of(table[:, 0]), spread_of(table[:, 1]))


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=3, max_size=30))
def test_that_rank_correlation_is_spearmans_with_ties(pairs: list[tuple[int, int]]) -> None:
    x, y = np.array(pairs, float).T
    found = rank_correlation(x[None], y)[0]
    if len(set(x)) == 1 or len(set(y)) == 1:
        assert found == 0
    else:
        assert found == pytest.approx(stats.spearmanr(x, y)[0], abs=1e-12)


def test_that_a_verdict_needs_nine_draws_of_ten() -> None:
    a = np.ones(10)
    assert verdict(a, np.array([0.0] * 9 + [2.0])) is Verdict.HIGHER
    assert verdict(np.array([0.0] * 9 + [2.0]), a) is Verdict.LOWER
    assert verdict(a, np.array([0.0] * 8 + [2.0] * 2)) is Verdict.CANNOT_TELL
    assert verdict(a, a) == "cannot tell"
