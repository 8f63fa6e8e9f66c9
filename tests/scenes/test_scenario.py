"""The what-if in words: its lines, its faults, what it changes, and its bars on the timeline."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from rare_gui.domain.assumptions import (
    Assumption,
    Extended,
    Freed,
    Granted,
    Lapses,
    Listed,
    Prolonged,
)
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.presets import preset
from rare_gui.domain.scenario import Scenario
from rare_gui.domain.vocabulary import LegalState, SupplyForm
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.scenario import line_words, scenario_scene, scenario_words
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.parts import Bar
from rare_gui.scenes.timeline.scene import timeline_scene

BAN, HOLMIUM = "cn-2024-46-us-ga-ge-sb", "cn-2025-57-five-ree"
GALLIUM = Selection("gallium", date(2026, 11, 28))
NEW_YEAR = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            Lapses(HOLMIUM, date(2027, 1, 10)),
            "the suspension of MOFCOM/GACC No. 57 of 2025 lapses on 10 Jan 2027",
        ),
        (
            Prolonged(HOLMIUM, date(2028, 1, 10)),
            "the suspension of MOFCOM/GACC No. 57 of 2025 is prolonged to 10 Jan 2028",
        ),
        (
            Listed("neodymium", NEW_YEAR, LegalState.PROHIBITED, (SupplyForm.OXIDE,)),
            "neodymium oxide from China to everyone newly prohibited from 1 Jan 2027",
        ),
        (
            Listed("lanthanum", NEW_YEAR, like=HOLMIUM),
            (
                "lanthanum in all forms from China to everyone newly listed under "
                "MOFCOM/GACC No. 57 of 2025 from 1 Jan 2027"
            ),
        ),
        (
            Freed("dysprosium", NEW_YEAR, destination="US"),
            "dysprosium in all forms from China to the United States freed from 1 Jan 2027",
        ),
        (
            Granted("terbium", NEW_YEAR, 12.5, (SupplyForm.METAL,)),
            "12.5 % of licences for terbium metal from China to everyone granted from 1 Jan 2027",
        ),
        (
            Extended(BAN, "JP", NEW_YEAR),
            "MOFCOM No. 46 of 2024, paragraph 2 is extended to Japan from 1 Jan 2027",
        ),
    ],
)
def test_that_a_line_is_told_in_plain_words(dataset: Dataset, line: Assumption, words: str) -> None:
    assert line_words(dataset, line) == words


def test_that_titles_say_what_is_supposed(dataset: Dataset) -> None:
    assert scenario_words(None) == ""
    assert scenario_words(preset(dataset.law, "truce-lapses")) == "What if the truce lapses"
    assert scenario_words(Scenario("Autumn")) == "What if: Autumn"


def test_that_the_states_that_differ_are_counted(dataset: Dataset) -> None:
    scene = scenario_scene(dataset, GALLIUM, Scenario("x", (Lapses(BAN, date(2026, 11, 27)),)))
    assert scene.differing
    assert scene.effect.startswith(f"{scene.differing} states differ from today’s law for the ")
    assert scene.examples == ("Gallium", "Germanium", "Antimony")
    early = Selection("gallium", date(2026, 11, 20))
    none = scenario_scene(dataset, early, Scenario("x", (Lapses(BAN, date(2026, 11, 27)),)))
    assert none.differing == 0
    assert none.effect.startswith("No state")


def test_that_a_contradiction_marks_both_lines(dataset: Dataset) -> None:
    lines = (
        Lapses(BAN, date(2026, 11, 27)),
        Freed("terbium", NEW_YEAR),
        Prolonged(BAN, date(2028, 1, 1)),
    )
    scene = scenario_scene(dataset, GALLIUM, Scenario("x", lines))
    assert scene.faulty == (0, 2)
    assert scene.differing is None
    assert len(scene.problems) == 1
    assert len(scene.lines) == 3


def test_that_the_choices_are_those_that_a_line_can_name(dataset: Dataset) -> None:
    scene = scenario_scene(dataset, GALLIUM, None, saved=("Mine",))
    assert {BAN, HOLMIUM} <= {choice.key for choice in scene.pauses}
    assert BAN in {choice.key for choice in scene.limits}
    assert scene.saved[0].words == "If the truce lapses"
    assert scene.saved[-1].words == "Mine"
    assert scene.places[0].key == "ALL"
    assert scene.lines == ()


def bars(dataset: Dataset, selection: Selection, measure: str) -> tuple[Bar, ...]:
    groups = timeline_scene(dataset, selection).groups
    return next(lane.bars for g in groups for lane in g.lanes if lane.measure == measure)


def test_that_bars_of_the_law_are_never_hypothetical(dataset: Dataset) -> None:
    for group in timeline_scene(dataset, GALLIUM).groups:
        assert not any(bar.hypothetical for lane in group.lanes for bar in lane.bars)


def test_that_a_lapse_is_drawn_hypothetical_from_its_day(dataset: Dataset) -> None:
    lapsed = preset(dataset.law, "truce-lapses").apply(dataset)
    *real, last = bars(lapsed, GALLIUM, BAN)
    assert not any(bar.hypothetical for bar in real)
    assert (last.start, last.fill) == (axis_day(date(2026, 11, 27)), Fill.BAN)
    assert last.hypothetical
    assert "assumption" in last.spoken


def test_that_a_prolongation_is_drawn_as_today_up_to_the_end_that_it_moves(
    dataset: Dataset,
) -> None:
    holmium = Selection("holmium", date(2026, 11, 23))
    today = bars(dataset, holmium, HOLMIUM)
    longer = bars(preset(dataset.law, "truce-prolonged").apply(dataset), holmium, HOLMIUM)
    end = axis_day(date(2027, 1, 10))
    assert [bar for bar in longer if bar.start < end] == [bar for bar in today if bar.start < end]
    moved = [bar for bar in longer if bar.start >= end]
    assert (moved[0].start, moved[0].end) == (end, axis_day(date(2028, 1, 10)))
    assert moved[0].hypothetical
    assert moved[0].fill is Fill.PROLONGED


def test_that_a_lapse_before_the_stated_end_is_drawn_without_a_gap(dataset: Dataset) -> None:
    holmium = Selection("holmium", date(2026, 11, 23))
    early = preset(dataset.law, "truce-lapses-by-text").apply(dataset)
    drawn = bars(early, holmium, HOLMIUM)
    assert all(one.end == other.start for one, other in pairwise(drawn))
    assert drawn[-1].start == axis_day(date(2026, 11, 10))
    assert [bar.hypothetical for bar in drawn] == [False] * (len(drawn) - 1) + [True]


def test_that_the_sentence_says_that_it_holds_in_the_scenario_only(dataset: Dataset) -> None:
    scene = header_scene(preset(dataset.law, "truce-lapses").apply(dataset), GALLIUM)
    assert "may not be exported to the United States" in scene.lead
    assert "in the scenario only" in scene.rest


def test_that_goods_listed_by_the_scenario_have_a_lane_and_a_sentence(dataset: Dataset) -> None:
    line = Listed("neodymium", date(2026, 6, 1), LegalState.PROHIBITED)
    supposed = Scenario("x", (line, Granted("neodymium", date(2026, 7, 1), 30))).apply(dataset)
    view = Selection("neodymium", date(2026, 11, 23), all_lanes=True)
    drawn = bars(supposed, view, "scenario-1")
    assert drawn[0].hypothetical
    assert drawn[0].fill is Fill.BAN
    assert bars(supposed, view, "scenario-2")[0].fill is Fill.RELIEF
    assert "line 1 of the scenario" in header_scene(supposed, view).rest
