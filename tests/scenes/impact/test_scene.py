"""What the impact page says of a result: order, units, verdicts, gaps, words."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import sector_names
from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.impact.model import size
from rare_gui.domain.impact.ranges import Range
from rare_gui.domain.impact.result import NO_EXPOSURE, Impact
from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.impact.bars import NO_DRAWS
from rare_gui.scenes.impact.parts import ImpactScene
from rare_gui.scenes.impact.scene import PARTS_DO_NOT_ADD, impact_scene
from rare_gui.scenes.impact.units import amount, count, money, percent
from rare_gui.scenes.sector_words import short_sector_names
from rare_gui.scenes.selection import Selection
from tests.scenes.impacts import DAY, PARAMETERS, at_the_middles, impact, sector

DYSPROSIUM = Selection("dysprosium", DAY)


def scene_of(
    dataset: Dataset, result: Impact | None, selection: Selection = DYSPROSIUM, **how: bool
) -> ImpactScene:
    told = {"stale": False, "draws_running": False, **how}
    return impact_scene(dataset, selection, result, **told)


def texts(value: object) -> list[str]:
    """Every text anywhere in a scene."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in texts(part)]
    if is_dataclass(value):
        return [text for item in fields(value) for text in texts(getattr(value, item.name))]
    return []


def test_that_bars_stand_by_size_and_ties_by_name(dataset: Dataset) -> None:
    tied = (sector("b", "Bees", 1e9), sector("c", "Cats", 2e9), sector("a", "Ants", 1e9))
    bars = scene_of(dataset, replace(impact(), sectors=tied)).bars
    assert [bar.name for bar in bars] == ["Cats", "Ants", "Bees"]


def test_that_a_share_of_the_sector_has_an_order_of_its_own(dataset: Dataset) -> None:
    bars = scene_of(dataset, impact(), replace(DYSPROSIUM, relative=True)).bars
    assert [bar.sector for bar in bars] == [
        "audio_video", "motor_vehicles", "aircraft", "wholesale_trade",
    ]  # fmt: skip
    assert [bar.value for bar in bars] == ["10 %", "8.0 %", "3.0 %", "0.20 %"]


def test_that_output_and_value_added_are_split_alike(dataset: Dataset) -> None:
    by_value = scene_of(dataset, impact()).bars[0]
    by_output = scene_of(dataset, impact(), replace(DYSPROSIUM, losses_as="output")).bars[0]
    assert (by_value.direct, by_value.passed_on) == pytest.approx((6e9, 2e9))
    assert (by_output.direct, by_output.passed_on) == pytest.approx((18e9, 6e9))
    assert (by_value.value, by_output.value) == ("8.00 bn", "24.0 bn")


def test_that_unknown_jobs_are_said_and_stand_last(dataset: Dataset) -> None:
    shown = scene_of(dataset, impact(), replace(DYSPROSIUM, losses_as="jobs"))
    assert [(bar.sector, bar.value) for bar in shown.bars] == [
        ("motor_vehicles", "12,300"), ("aircraft", "4,000"),
        ("audio_video", "jobs not known"), ("wholesale_trade", "jobs not known"),
    ]  # fmt: skip
    assert not shown.bars[2].known
    assert shown.total.figure == "16,400 jobs"
    assert shown.total.detail.startswith("Jobs are known for 2 of 4 sectors.")
    none = scene_of(dataset, replace(impact(), jobs=None), replace(DYSPROSIUM, losses_as="jobs"))
    assert none.total.figure == "jobs not known"


def test_that_there_is_no_verdict_where_the_draws_disagree(dataset: Dataset) -> None:
    shown = scene_of(dataset, impact())
    assert [bar.no_verdict for bar in shown.bars] == [False, True, False, False]
    assert "no verdict" in shown.bars[1].spoken
    assert "90 %" in shown.verdict_words
    decided = scene_of(dataset, replace(impact(), undecided=()))
    assert not any(bar.no_verdict for bar in decided.bars)
    assert decided.verdict_words == ""


def test_that_in_another_order_only_ranges_apart_give_a_verdict(dataset: Dataset) -> None:
    one, other, last = (
        sector("a", "Ants", 1e9, share=0.9, width=0.05),
        sector("b", "Bees", 2e9, share=0.5, width=0.05),
        sector("c", "Cats", 3e9, share=0.49, width=0.05),
    )
    result = replace(impact(), sectors=(last, other, one), undecided=())
    bars = scene_of(dataset, result, replace(DYSPROSIUM, relative=True)).bars
    assert [bar.no_verdict for bar in bars] == [False, True, False]


def test_that_the_middles_alone_give_no_verdict(dataset: Dataset) -> None:
    shown = scene_of(dataset, at_the_middles(), draws_running=True)
    assert shown.verdict_words == NO_DRAWS
    assert not any(bar.no_verdict for bar in shown.bars)
    assert shown.total.range == ""
    assert not shown.settled
    assert shown.head.draws_words == "middles only, more on the way"


def test_that_the_sum_is_said_not_to_be_one_and_nothing_is_a_mean(dataset: Dataset) -> None:
    shown = scene_of(dataset, impact())
    assert shown.total.figure == "US$ 13.4 bn"
    assert shown.total.range == "P5–P95 US$ 6.70 bn – US$ 20.1 bn"
    assert PARTS_DO_NOT_ADD in shown.total.detail
    assert "Without one material" in shown.total.detail
    assert "No loss in 3 % of the draws" in shown.total.detail
    shown = replace(shown, limits="")  # which names what sector averages hide
    assert not [text for text in texts(shown) if re.search(r"\b(mean|average)\b", text)]


def test_that_unknown_is_never_zero(dataset: Dataset) -> None:
    nobody = replace(impact(), sectors=(), heat=(), waterfall=(), weekly=(), tornado=())
    shown = scene_of(dataset, nobody)
    assert shown.total.figure == "not sized"
    assert "the table of dependences" in shown.message
    assert [chip.symbol for chip in shown.not_sized] == ["Lu"]
    assert shown.not_sized_words == "Not sized, 1 of 3"


def test_that_no_exposure_is_an_exact_zero(dataset: Dataset) -> None:
    case = ImpactCase("own", materials=("dysprosium",), cut=Range(0, 0, 0), weeks=26)
    result = size(dataset, case, as_of=DAY, draws=50, seed=1)
    assert NO_EXPOSURE in result.flags
    shown = scene_of(dataset, result, replace(DYSPROSIUM, impact=case.to_text()))
    assert shown.total.figure == "US$ 0"
    assert shown.message.startswith("No exposure")
    assert not [text for text in texts(shown) if "nan" in text.lower().split()]


def test_that_a_destination_without_supply_terms_is_not_sized(dataset: Dataset) -> None:
    result = size(dataset, ImpactCase("full-stop"), as_of=DAY, destination="JP", draws=50, seed=1)
    shown = scene_of(dataset, result, replace(DYSPROSIUM, destination="JP"))
    assert shown.total.figure == "not sized"
    assert "the table of supply terms" in shown.message


def test_that_without_a_result_only_head_and_message_stand(dataset: Dataset) -> None:
    shown = scene_of(dataset, None)
    assert shown.message == "No result yet."
    assert (shown.bars, shown.groups, shown.total.figure) == ((), (), "")
    assert scene_of(dataset, None, draws_running=True).message == "Computing."


def test_that_the_waterfall_free_of_order_is_told_where_asked(dataset: Dataset) -> None:
    how = {"stale": False, "draws_running": False}
    plain, free = (
        impact_scene(dataset, DYSPROSIUM, impact(), order_free=order_free, **how)
        for order_free in (False, True)
    )
    assert (plain.order_free, free.order_free) == (False, True)
    assert [step.value for step in free.waterfall][1:4] == ["−2.00 bn", "−8.50 bn", "−1.46 bn"]
    assert [step.words for step in free.waterfall] == [step.words for step in plain.waterfall]
    assert free.waterfall[-1] == plain.waterfall[-1]


def test_that_a_huge_price_is_only_told_to_be_huge(dataset: Dataset) -> None:
    rises = (("dysprosium", 1.04), ("gallium", 2.44), ("terbium", 20.04), ("yttrium", 1e9))
    told = scene_of(dataset, replace(impact(), price_ratio=rises)).prices
    assert "Dysprosium" not in told
    assert "Gallium × 2.4, Terbium over 20 times, Yttrium over 20 times." in told


def test_that_every_sector_has_a_short_name_of_its_own(dataset: Dataset) -> None:
    short, full = short_sector_names(dataset), sector_names(dataset)
    assert short.keys() == full.keys()
    assert len(set(short.values())) == len(short)
    assert max(len(name) for name in short.values()) <= 20


def test_that_the_waterfall_joins_from_column_to_column(dataset: Dataset) -> None:
    steps = scene_of(dataset, impact()).waterfall
    assert [step.whole for step in steps] == [True, False, False, False, True, False, False, True]
    for before, after in pairwise(steps):
        ends = {before.top, before.bottom}
        assert any(abs(a - b) < 1 for a in ends for b in (after.top, after.bottom))
    assert steps[1].value == "−3.00 bn"
    assert steps[5].words == "+ suppliers hurt"


def test_that_each_step_of_the_heat_map_is_half_of_the_next(dataset: Dataset) -> None:
    heat = scene_of(dataset, impact()).heat
    assert heat.unit == "US$ bn"
    assert [symbol for _, symbol, _ in heat.columns] == ["Dy", "Tb"]
    levels = {row.sector: [cell.level for cell in row.cells] for row in heat.rows}
    assert levels == {"motor_vehicles": [7, 6], "aircraft": [6, 0], "audio_video": [1, 0]}
    assert [cell.value for cell in heat.rows[1].cells] == ["2.0", "–"]


def test_that_assumptions_stand_in_groups_and_the_scenario_comes_first(dataset: Dataset) -> None:
    groups = scene_of(dataset, impact()).groups
    assert [group.name for group in groups] == ["Scenario", "Supply", "Dependence", "Stocks"]
    assert [item.key for item in groups[0].assumptions] == [
        "cut.licence_delay", "case.weeks", "model.leakage",
    ]  # fmt: skip
    days = groups[3].assumptions[0]
    assert (days.unit, days.step, days.decimals, days.least) == ("days", 1.0, 0, 0.0)
    share = groups[1].assumptions[0]
    assert (share.least, share.most, share.step) == (0.0, 1.0, 0.01)


def test_that_a_changed_assumption_is_yours_and_tells_the_package_value(dataset: Dataset) -> None:
    changed = replace(PARAMETERS[4], values=Range(0.0, 0.3, 0.5))
    result = replace(impact(), parameters=(*PARAMETERS[:4], changed))
    leakage = scene_of(dataset, result).controls[2]
    assert (leakage.data_class, leakage.changed, leakage.mid) == ("yours", True, 0.3)
    assert "the package says 0.05" in leakage.spoken


def test_that_an_own_cut_is_a_row_of_the_scenario(dataset: Dataset) -> None:
    case = ImpactCase("own", materials=("gallium",), cut=Range(0.5, 0.9, 1.0), weeks=52)
    result = size(dataset, case, as_of=DAY, draws=50, seed=1)
    cut, weeks = scene_of(dataset, result).groups[0].assumptions[:2]
    assert (cut.key, cut.mid, cut.data_class) == ("case.cut", 0.9, "yours")
    assert (weeks.key, weeks.mid) == ("case.weeks", 52)


def test_that_stock_and_substitution_of_the_sector_have_sliders(dataset: Dataset) -> None:
    result = size(dataset, ImpactCase("full-stop"), as_of=DAY, draws=50, seed=1)

    def keys(sector: str) -> list[str]:
        shown = scene_of(dataset, result, replace(DYSPROSIUM, sector=sector))
        return [item.key for item in shown.controls[3:]]

    assert keys("motor_vehicles") == ["stock.motor_vehicles", "substitution.motor_vehicles.most"]
    assert keys("lighting") == ["stock.gallium", "substitution.gallium.most"]
    assert keys("wholesale_trade") == []  # hurt by others alone
    assert scene_of(dataset, result).controls[3].most >= 180


def test_that_a_material_sized_in_one_form_only_is_not_counted_as_unknown(
    dataset: Dataset,
) -> None:
    case = ImpactCase.from_text("preset=full-stop material=germanium,bismuth,gallium")
    shown = scene_of(dataset, size(dataset, case, as_of=DAY, draws=50, seed=1))
    assert shown.not_sized_words == "Not sized, 1 of 3, and 1 in part"
    alone = ImpactCase.from_text("preset=full-stop material=germanium")
    shown_alone = scene_of(dataset, size(dataset, alone, as_of=DAY, draws=50, seed=1))
    assert shown_alone.not_sized_words == "Sized in part, 1 of 1"
    assert "Without one material that is not sized. Of one more a form is not sized." in (
        shown.total.detail
    )


def test_that_to_whom_it_is_cut_can_be_chosen(dataset: Dataset) -> None:
    def choices(text: str) -> tuple[str, ...]:
        result = size(dataset, ImpactCase.from_text(text), as_of=DAY, draws=50, seed=1)
        return tuple(key for key, _ in scene_of(dataset, result).head.scopes)

    assert choices("preset=full-stop") == ("destination",)
    assert choices("preset=full-stop scope=destination") == ("world", "law")
    assert scene_of(dataset, None).head.scopes == ()


def test_that_the_reason_follows_the_material(dataset: Dataset) -> None:
    assert "would not tighten what binds dysprosium" in scene_of(dataset, None).head.reason
    gallium = scene_of(dataset, None, Selection("gallium", DAY)).head
    assert gallium.preset == "truce-lapses"
    assert "A rule on gallium is paused" in gallium.reason
    silver = scene_of(dataset, impact(), Selection("silver", DAY)).head
    assert silver.reason.startswith("This scenario does not cut silver")


def test_that_the_case_says_what_is_cut_for_whom_and_how_long(dataset: Dataset) -> None:
    assert scene_of(dataset, impact()).head.case_words == (
        "Dysprosium, terbium and lutetium · metal, magnets · to the whole world · 26 weeks"
    )


def test_that_the_preset_is_that_of_the_case_even_of_one_that_cannot_be_read(
    dataset: Dataset,
) -> None:
    own = replace(DYSPROSIUM, impact="preset=full-stop weeks=10")
    assert scene_of(dataset, None, own).head.preset == "full-stop"
    broken = replace(DYSPROSIUM, impact="preset=nonsense")
    assert scene_of(dataset, None, broken).head.preset == "slow-licences"


def test_that_the_path_leads_on_to_a_sector_that_is_hurt_by_others(dataset: Dataset) -> None:
    shown = scene_of(dataset, impact(), replace(DYSPROSIUM, sector="wholesale_trade"))
    assert [node.title for node in shown.nodes] == [
        "Dysprosium", "NdFeB magnets", "Motor vehicle assembly", "Wholesale trade",
    ]  # fmt: skip
    assert shown.links[-1].label == "buys less, 60 % of the loss"
    assert shown.path_sector == "wholesale_trade"
    assert [bar.selected for bar in shown.bars] == [False, True, False, False]


def test_that_a_real_result_is_told_with_a_class_on_each_step(dataset: Dataset) -> None:
    result = size(dataset, ImpactCase("full-stop"), as_of=DAY, draws=200, seed=1)
    shown = scene_of(dataset, result)
    assert len(shown.bars) == len(result.sectors)
    assert {link.evidence for link in shown.links} <= {one.value for one in DataClass}
    assert shown.nodes[0].chip is not None
    assert shown.bars[0].name == "Motor vehicles"
    assert shown.bars[0].spoken.startswith("Motor vehicle assembly (cars")
    for bar in shown.bars:
        assert bar.direct >= 0
        assert bar.passed_on >= 0
        assert bar.direct + bar.passed_on == pytest.approx(bar.p50)


losses = st.floats(0, 1e12, allow_nan=False)


@given(st.lists(st.tuples(losses, st.floats(0, 1)), max_size=6))
def test_that_any_losses_are_ordered_and_parts_make_up_the_whole(
    dataset: Dataset, made: list[tuple[float, float]]
) -> None:
    sectors = tuple(
        sector(f"s{n}", f"Sector {n}", p50, direct=p50 * part) for n, (p50, part) in enumerate(made)
    )
    bars = scene_of(dataset, replace(impact(), sectors=sectors, undecided=())).bars
    assert [bar.p50 for bar in bars] == sorted((bar.p50 for bar in bars), reverse=True)
    for bar in bars:
        assert bar.direct >= 0
        assert bar.passed_on >= 0
        assert bar.direct + bar.passed_on == pytest.approx(bar.p50)


@given(st.floats(1e-3, 1e14))
def test_that_what_is_not_zero_is_never_written_as_zero(value: float) -> None:
    for text in (amount(value), money(value), count(value), percent(value / 1e12)):
        assert re.search(r"[1-9]", text)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (9.551e9, "9.55 bn"), (999.7e6, "1.00 bn"), (-2.18e9, "−2.18 bn"),
     (4e4, "< 0.1 m"), (12.34e6, "12.3 m"), (3.2e12, "3.20 trn")],
)  # fmt: skip
def test_that_amounts_have_three_figures(value: float, text: str) -> None:
    assert amount(value) == text
