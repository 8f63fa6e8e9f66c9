"""What explains a loss: bars that sum to the whole, the week, the paths."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.economy import economy
from rare_gui.domain.impact.spread import downstream, upstream
from rare_gui.domain.impact.why import (
    MITIGATIONS,
    binding_input,
    first_loss_week,
    free_of_order,
    in_order,
    parts_paths,
    supply_paths,
)
from tests.domain.impact.worked import three_sectors

SETS = [frozenset(chosen) for size in range(4) for chosen in combinations(MITIGATIONS, size)]
LOSSES = st.lists(st.floats(0, 1e6), min_size=8, max_size=8).map(
    lambda losses: dict(zip(SETS, losses, strict=True))
)
ALL, NONE = frozenset(MITIGATIONS), frozenset[str]()


@given(LOSSES)
def test_that_both_waterfalls_sum_to_the_whole(losses: dict[frozenset[str], float]) -> None:
    whole = losses[ALL] - losses[NONE]
    for bars in (in_order(losses.__getitem__), free_of_order(losses.__getitem__)):
        assert [name for name, _ in bars] == list(MITIGATIONS)
        assert sum(change for _, change in bars) == pytest.approx(whole, abs=1e-6)


@given(LOSSES)
def test_that_the_bars_free_of_order_are_the_mean_over_all_orders(
    losses: dict[frozenset[str], float],
) -> None:
    means = dict.fromkeys(MITIGATIONS, 0.0)
    for order in permutations(MITIGATIONS):
        for count, one in enumerate(order):
            before = frozenset(order[:count])
            means[one] += (losses[before | {one}] - losses[before]) / 6
    assert dict(free_of_order(losses.__getitem__)) == pytest.approx(means, abs=1e-6)


def test_that_the_waterfall_in_order_lets_mitigations_in_one_by_one() -> None:
    losses = {(): 10.0, MITIGATIONS[:1]: 8.0, MITIGATIONS[:2]: 5.0, MITIGATIONS: 4.0}
    asked = {frozenset(key): loss for key, loss in losses.items()}
    assert in_order(asked.__getitem__) == (
        ("other suppliers", -2.0),
        ("stocks", -3.0),
        ("substitution", -1.0),
    )


def test_that_the_first_week_of_loss_is_the_first_above_a_thousandth() -> None:
    assert first_loss_week(np.array([0.0, 0.001, 0.0011, 0.5])) == 2
    assert first_loss_week(np.array([0.0, 0.001])) is None
    assert first_loss_week(np.array([])) is None


def test_that_the_binding_input_is_the_one_that_costs_most() -> None:
    shares = {"ndfeb-magnets": np.array([0.0, 0.2]), "gallium": np.array([0.1, 0.05])}
    assert binding_input(shares) == "ndfeb-magnets"
    assert binding_input({"gallium": np.zeros(3)}) == ""
    assert binding_input({}) == ""


def test_that_the_largest_paths_are_those_of_the_power_series() -> None:
    toy = three_sectors()
    demand = np.array([0.0, 29.8, 4.0])
    a, names = toy.coefficients, toy.sectors
    terms = {}
    for length in range(1, 6):
        for path in np.ndindex(*[3] * length):
            term = demand[path[0]]
            for buyer, seller in pairwise(path):
                term *= a[seller, buyer]
            terms[tuple(names[i] for i in path)] = term / (toy.inverse @ demand)[path[-1]]
    for place, name in enumerate(names):
        largest = sorted(
            ((path, share) for path, share in terms.items() if path[-1] == name and share > 0),
            key=lambda item: -item[1],
        )[:3]
        found = supply_paths(toy, demand, place)
        assert [path for path, _ in found] == [path for path, _ in largest]
        assert [s for _, s in found] == pytest.approx([s for _, s in largest])


def test_that_paths_begin_at_a_stopped_sector_and_end_at_the_one_asked_for(
    dataset: Dataset,
) -> None:
    us = economy(dataset)
    direct = np.zeros(len(us.sectors))
    for sector in ("motor_vehicle_parts", "motors_generators"):
        direct[us.index[sector]] = 1e9
    demand = upstream(us.inverse, direct, us.output).demand[0]
    for place, name in enumerate(us.sectors):
        found = supply_paths(us, demand, place)
        shares = [share for _, share in found]
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) <= 1 + 1e-9
        for path, _ in found:
            assert path[0] in ("motor_vehicle_parts", "motors_generators")
            assert path[-1] == name
    steel = supply_paths(us, demand, us.index["steel"])
    assert steel[0][0] == ("motor_vehicle_parts", "steel")


def test_that_no_loss_has_no_path() -> None:
    toy = three_sectors()
    assert supply_paths(toy, np.zeros(3), 1) == ()
    assert parts_paths(toy, np.zeros(3), 0.5, 0) == ()


def test_that_paths_of_missing_parts_name_the_suppliers() -> None:
    toy = three_sectors()
    lost = np.array([0.0, 80.0, 60.0])
    found = parts_paths(toy, lost, 0.5, 0)
    costs = 0.5 * 0.05 * 0.1 + 0.5 * 0.1, 0.5 * 0.10 * 0.05
    assert [path for path, _ in found] == [("b", "a"), ("c", "a")]
    assert [share for _, share in found] == pytest.approx([c / sum(costs) for c in costs])
    whole = downstream(toy, lost, 0.5, 0.0, 26)[0, 0]
    assert whole == pytest.approx(sum(costs) * 1000)
