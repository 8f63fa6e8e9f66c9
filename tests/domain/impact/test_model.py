"""A case sized on the shipped tables: the story of raw against finished, zeros, limits, repeats."""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import CaseError, ImpactCase
from rare_gui.domain.impact.economy import economy
from rare_gui.domain.impact.model import Cancelled, point, size
from rare_gui.domain.impact.ranges import Range
from rare_gui.domain.impact.result import NO_EXPOSURE, Impact, SectorLoss, Spread

DAY = date(2026, 11, 23)
PARTS = "motor_vehicle_parts"
OPEN = (
    "stock.motor_vehicle_parts=0 substitution.motor_vehicle_parts.most=0 model.leakage=0 "
    "supply.dysprosium.metal.others_spare=0 supply.ndfeb-magnets.magnet.others_spare=0"
)
"""Nothing softens the blow to makers of vehicle parts, so that it can be worked out by hand."""


def at_middles(dataset: Dataset, line: str, destination: str = "US") -> Impact:
    return point(dataset, ImpactCase.from_text(line), as_of=DAY, destination=destination)


def drawn(dataset: Dataset, line: str, draws: int = 300, seed: int = 1) -> Impact:
    return size(dataset, ImpactCase.from_text(line), as_of=DAY, draws=draws, seed=seed)


def own_loss(impact: Impact, sector: str, material: str) -> float:
    """Direct value added if the material alone were cut, USD."""
    return {(s, m): value for s, m, value in impact.heat}.get((sector, material), 0.0)


def of_sector(impact: Impact, sector: str) -> SectorLoss:
    (one,) = (one for one in impact.sectors if one.sector == sector)
    return one


def by_hand(dataset: Dataset, kappa: float, theta: float, gap: float, weeks: int) -> float:
    """Value added of vehicle parts lost when nothing softens the blow, USD."""
    made = economy(dataset)
    return float(made.value_added[made.index[PARTS]]) * weeks / 52 * kappa * theta * gap


def test_that_raw_metal_reaches_vehicle_parts_by_three_percent_of_the_need(
    dataset: Dataset,
) -> None:
    line = f"preset=own material=dysprosium form=metal cut=0.9 weeks=26 {OPEN}"
    lost = own_loss(at_middles(dataset, line), PARTS, "dysprosium")
    assert lost == pytest.approx(by_hand(dataset, 0.25, 0.03, 0.9 * 1.0 * 0.99, 26), rel=1e-9)


def test_that_magnets_reach_vehicle_parts_by_nearly_half_of_the_need(dataset: Dataset) -> None:
    line = f"preset=own material=ndfeb-magnets cut=0.9 weeks=26 {OPEN}"
    lost = own_loss(at_middles(dataset, line), PARTS, "ndfeb-magnets")
    assert lost == pytest.approx(by_hand(dataset, 0.25, 0.45, 0.9 * 0.9 * 0.77, 26), rel=1e-9)


def test_that_a_cut_to_the_world_adds_components_not_made_in_china(dataset: Dataset) -> None:
    line = f"preset=own material=dysprosium form=metal cut=0.9 weeks=26 scope=world {OPEN}"
    lost = own_loss(at_middles(dataset, line), PARTS, "dysprosium")
    theta = 0.03 + 0.52 * (1 - 0.4)
    assert lost == pytest.approx(by_hand(dataset, 0.25, theta, 0.9 * 1.0 * 0.99, 26), rel=1e-9)


def test_that_vehicles_feel_raw_metal_only_by_makers_abroad(dataset: Dataset) -> None:
    line = "preset=own material=dysprosium form=metal cut=0.9 weeks=52"
    near = at_middles(dataset, line)
    world = at_middles(dataset, f"{line} scope=world")
    assert own_loss(near, "motor_vehicles", "dysprosium") == 0
    assert own_loss(world, "motor_vehicles", "dysprosium") > 1e9
    assert near.value_added.p50 < world.value_added.p50


@pytest.mark.parametrize("preset", ["slow-licences", "truce-lapses", "full-stop"])
def test_that_each_preset_is_sized_on_the_shipped_tables(dataset: Dataset, preset: str) -> None:
    impact = drawn(dataset, f"preset={preset}")
    spreads = [impact.output, impact.value_added]
    for one in impact.sectors:
        spreads += [one.direct, one.upstream, one.downstream, one.output, one.value_added]
        assert one.share_of_output.p95 <= 1
        assert one.why
    for spread in spreads:
        assert 0 <= spread.p5 <= spread.p50 <= spread.p95 < math.inf
        assert 0 <= spread.none <= 1
    assert impact.value_added.p50 > 1e8
    assert len(impact.weekly) == 104
    ranked = [(-one.value_added.p50, one.name) for one in impact.sectors]
    assert ranked == sorted(ranked)
    assert len(impact.tornado) == 12
    strengths = [abs(one.correlation) for one in impact.tornado]
    assert strengths == sorted(strengths, reverse=True)
    assert {one.key for one in impact.tornado} <= {one.key for one in impact.parameters}
    assert impact.not_sized


def test_that_a_lapsed_truce_does_not_touch_what_was_under_licence(dataset: Dataset) -> None:
    impact = at_middles(dataset, "preset=truce-lapses")
    assert {material for _, material, _ in impact.heat} == {"gallium", "germanium", "antimony"}


def test_that_a_full_stop_costs_more_than_slow_licences(dataset: Dataset) -> None:
    slow, stop = (at_middles(dataset, f"preset={p}") for p in ("slow-licences", "full-stop"))
    assert stop.value_added.p50 > 10 * slow.value_added.p50


@pytest.mark.parametrize(
    "line",
    [
        "preset=slow-licences cut=0",
        "preset=full-stop weeks=0",
        "preset=own material=gallium cut=0 weeks=0",
        "preset=truce-lapses material=gallium supply.gallium.metal.china_share=0",
        "preset=truce-lapses material=gallium supply.gallium.metal.nir=0",
        "preset=slow-licences material=gallium model.leakage=1",
    ],
)
@pytest.mark.parametrize("draws", [1, 50])
def test_that_nothing_cut_is_exactly_zero_and_told(dataset: Dataset, line: str, draws: int) -> None:
    impact = drawn(dataset, line, draws)
    assert NO_EXPOSURE in impact.flags
    assert impact.value_added == impact.output == Spread(0.0, 0.0, 0.0, 1.0)
    assert impact.sectors == ()
    assert impact.not_sized == ()
    assert set(impact.weekly) == {(0.0, 0.0, 0.0)}
    json.dumps(asdict(impact), default=str, allow_nan=False)


def test_that_a_material_that_no_law_cuts_is_no_exposure(dataset: Dataset) -> None:
    impact = at_middles(dataset, "preset=slow-licences material=copper")
    assert impact.cuts == ()
    assert [one.reason for one in impact.not_sized] == ["not cut by slow licences on 2026-11-23"]
    assert NO_EXPOSURE in impact.flags


def test_that_unknown_is_never_told_as_no_exposure(dataset: Dataset) -> None:
    bismuth = at_middles(dataset, "preset=own material=bismuth cut=1")
    japan = at_middles(dataset, "preset=full-stop", destination="JP")
    for impact in (bismuth, japan):
        assert impact.not_sized
        assert NO_EXPOSURE not in impact.flags
    assert {one.reason for one in japan.not_sized} == {
        "the table of supply terms has nothing on Japan"
    }


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("preset=own material=unobtainium cut=1", "unknown material"),
        ("preset=full-stop kappa.gallium.lightning=0.5", "nearest known: kappa.gallium.lighting"),
        ("preset=full-stop kappa.gallium.lighting=1.5", "is no share"),
        ("preset=full-stop stock.gallium=-1", "must not be negative"),
        ("preset=full-stop model.demand_elasticity=0.1", "below zero"),
        ("preset=full-stop substitution.gallium.half_time=1..2..3", "one number above zero"),
        ("preset=full-stop substitution.gallium.half_time=0", "one number above zero"),
    ],
)
def test_that_a_case_that_cannot_be_is_refused(dataset: Dataset, line: str, why: str) -> None:
    with pytest.raises(CaseError, match=why):
        at_middles(dataset, line)


@pytest.mark.parametrize("draws", [0, -1, 100_001])
def test_that_a_senseless_number_of_draws_is_refused(dataset: Dataset, draws: int) -> None:
    with pytest.raises(CaseError, match="draws"):
        drawn(dataset, "preset=full-stop", draws)


def test_that_a_cut_longer_than_the_grid_makes_it_longer(dataset: Dataset) -> None:
    line = "preset=full-stop material=gallium"
    year, long = (at_middles(dataset, f"{line} weeks={weeks}") for weeks in (52, 130))
    assert len(long.weekly) == 130
    assert long.value_added.p50 > 2 * year.value_added.p50
    assert of_sector(long, "lighting").share_of_output.p95 <= 1
    assert any("first year" in flag and "130 weeks" in flag for flag in long.flags)


def test_that_the_same_seed_gives_the_same_answer_to_the_last_bit(dataset: Dataset) -> None:
    line = "preset=full-stop material=gallium,dysprosium"
    first = drawn(dataset, line)
    assert drawn(dataset, line) == first
    fresh = dataset.with_law(dataset.law)  # nothing of the first run is kept there
    assert drawn(fresh, line) == first
    assert drawn(dataset, line, seed=2) != first


def test_that_another_material_does_not_move_a_bar(dataset: Dataset) -> None:
    one = drawn(dataset, "preset=full-stop material=gallium")
    two = drawn(dataset, "preset=full-stop material=gallium,tungsten,antimony,dysprosium")
    for sector in ("lighting", "semiconductors"):
        alone = own_loss(one, sector, "gallium")
        assert alone > 0
        assert own_loss(two, sector, "gallium") == alone


def test_that_a_changed_assumption_moves_only_what_rests_on_it(dataset: Dataset) -> None:
    line = "preset=full-stop material=gallium"
    before = drawn(dataset, line)
    after = drawn(dataset, f"{line} kappa.gallium.lighting=0.1..0.2..0.3")
    assert own_loss(after, "semiconductors", "gallium") == own_loss(
        before, "semiconductors", "gallium"
    )
    assert own_loss(after, "lighting", "gallium") < own_loss(before, "lighting", "gallium")


def test_that_a_pinned_route_is_not_drawn(dataset: Dataset) -> None:
    line = "preset=own material=gallium form=metal cut=1 weeks=52"
    impact = drawn(dataset, f"{line} theta.gallium.lighting.metal=0")
    assert own_loss(impact, "lighting", "gallium") == 0
    assert own_loss(impact, "semiconductors", "gallium") > 0


def test_that_a_point_is_one_number_at_the_middles(dataset: Dataset) -> None:
    impact = at_middles(dataset, "preset=full-stop material=gallium")
    assert impact.draws == 1
    assert impact.value_added.p5 == impact.value_added.p50 == impact.value_added.p95
    assert impact.tornado == ()
    assert impact.undecided == ()


def test_that_the_waterfall_adds_up_to_the_point(dataset: Dataset) -> None:
    impact = at_middles(dataset, "preset=full-stop")
    steps = {step.what: step.value for step in impact.waterfall}
    assert list(steps) == [
        "exposed",
        "other suppliers",
        "stocks",
        "substitution",
        "direct",
        "suppliers hurt",
        "customers hurt",
        "net loss",
    ]
    softened = [steps[what] for what in ("other suppliers", "stocks", "substitution")]
    assert max(softened) <= 0
    assert steps["exposed"] + sum(softened) == pytest.approx(steps["direct"], rel=1e-12)
    passed = steps["suppliers hurt"] + steps["customers hurt"]
    assert steps["direct"] + passed == pytest.approx(steps["net loss"], rel=1e-12)
    assert steps["net loss"] == pytest.approx(impact.value_added.p50, rel=1e-12)


@settings(max_examples=10)  # the first run reads the tables
@given(cut=st.floats(0, 1), more=st.floats(0, 1), weeks=st.integers(0, 60))
def test_that_a_larger_or_longer_cut_never_costs_less(
    dataset: Dataset, cut: float, more: float, weeks: int
) -> None:
    low, high = sorted((cut, more))
    line = "preset=own material=gallium,antimony"
    lost = [
        at_middles(dataset, f"{line} cut={share} weeks={time}").value_added.p50
        for share, time in ((low, weeks), (high, weeks), (high, weeks + 4))
    ]
    assert all(a <= b * (1 + 1e-12) for a, b in pairwise(lost))


def test_that_empty_stocks_stop_sectors_at_once(dataset: Dataset) -> None:
    impact = at_middles(dataset, "preset=full-stop material=gallium stock.gallium=0")
    assert of_sector(impact, "lighting").first_loss_week == 0
    assert of_sector(impact, "lighting").binding == "gallium"


def test_that_price_or_other_suppliers_answer_but_never_both(dataset: Dataset) -> None:
    line = "preset=full-stop material=gallium"
    quantity, price = (at_middles(dataset, f"{line} answer={how}") for how in ("quantity", "price"))
    assert dict(quantity.price_ratio)["gallium"] == dict(price.price_ratio)["gallium"] > 1
    assert quantity.value_added != price.value_added
    assert "supply.gallium.metal.ramp" not in {one.key for one in price.parameters}
    assert "model.demand_elasticity" not in {one.key for one in quantity.parameters}


def test_that_what_is_gone_altogether_has_no_price(dataset: Dataset) -> None:
    line = "preset=full-stop material=gallium model.leakage=0 supply.gallium.metal.china_share=1"
    impact = at_middles(dataset, line)
    assert impact.price_ratio == ()
    assert impact.value_added.p50 > 0


def test_that_defence_first_spares_defence_and_tells_what_is_not_known(dataset: Dataset) -> None:
    line = "preset=full-stop material=antimony"
    alike, first = (
        at_middles(dataset, f"{line} rationing={how}") for how in ("proportional", "defence-first")
    )
    assert of_sector(alike, "ammunition_ordnance").direct.p50 > 0
    assert of_sector(first, "ammunition_ordnance").direct.p50 == 0
    assert any("Not every user's part" in flag for flag in first.flags)


def test_that_the_heat_map_rations_as_if_one_material_alone_were_cut(dataset: Dataset) -> None:
    both = "preset=full-stop material=terbium,dysprosium rationing=least-value-first"
    alone = at_middles(dataset, both.replace("terbium,", ""))
    told = {sector for sector, material, _ in alone.heat if material == "dysprosium"}
    assert told
    for sector in told:
        wanted = own_loss(alone, sector, "dysprosium")
        assert own_loss(at_middles(dataset, both), sector, "dysprosium") == pytest.approx(wanted)


def test_that_a_run_tells_how_far_it_is_and_can_be_stopped(dataset: Dataset) -> None:
    case = ImpactCase("full-stop", ("gallium",))
    told: list[float] = []
    size(dataset, case, as_of=DAY, draws=2_500, progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert len(told) > 3
    with pytest.raises(Cancelled):
        size(dataset, case, as_of=DAY, draws=2_500, cancelled=lambda: len(told) > 0)


def test_that_every_assumption_used_has_its_range_class_and_source(dataset: Dataset) -> None:
    impact = at_middles(dataset, "preset=full-stop")
    keys = [one.key for one in impact.parameters]
    assert len(keys) == len(set(keys))
    for one in impact.parameters:
        assert one.values == one.default
        assert one.what
        assert one.sources
        assert one.unit in ("share", "weeks", "days", "ratio")
    changed = at_middles(dataset, "preset=full-stop kappa.gallium.lighting=0..0.5..1")
    assert [one.key for one in changed.parameters if one.changed] == ["kappa.gallium.lighting"]
    assert ("kappa.gallium.lighting", Range(0, 0.5, 1)) in changed.case.changed
