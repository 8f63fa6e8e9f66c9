from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.presets import preset
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.impact.scene import impact_scene
from rare_gui.scenes.pictures.card import MOST_BARS, MOST_LANES, CardPicture, card_picture
from rare_gui.scenes.pictures.sources import short_citations
from rare_gui.scenes.selection import Selection
from tests.scenes import impacts

DAY = date(2026, 11, 23)
DYSPROSIUM = Selection("dysprosium", DAY)


def card(dataset: Dataset, view: Selection) -> CardPicture:
    return card_picture(dataset, view, program="rare_gui 1.0")


def test_that_the_card_of_dysprosium_tells_states_figures_and_the_next_clause(
    dataset: Dataset,
) -> None:
    made = card(dataset, DYSPROSIUM)
    states = {one.goods: one.words for one in made.chips}
    assert states["Ore"] == "suspended"
    assert states["Magnet"] == "licence required"
    assert states["Military users"] == "prohibited"
    assert [one.value for one in made.figures[:3]] == ["49.5 %", "91.3 %", "100 %"]
    assert made.next_lead == "48 days"
    assert made.next_words.startswith("to 10 Jan 2027: a licence duty begins")
    assert made.losses is None
    for words in ("Ore: suspended", "49.5 %", "48 days"):
        assert words in made.described


@pytest.mark.parametrize("material", ["dysprosium", "gallium", "smco-magnets", "tungsten"])
def test_that_the_numbers_of_figures_are_those_of_the_sources_at_the_foot(
    dataset: Dataset, material: str
) -> None:
    view = Selection(material, DAY)
    made, header = card(dataset, view), header_scene(dataset, view)
    ids = [source.source_id for source in header.sources]
    for figure in made.figures:
        for mark in figure.marks:
            cited = short_citations(dataset, [ids[mark - 1]])
            assert [one.text for one in cited.values()] == [made.frame.sources[mark - 1]]
    if made.next_marks:
        assert max(made.next_marks) <= made.frame.always


def test_that_a_clause_that_has_run_out_comes_first_among_what_is_not_known(
    dataset: Dataset,
) -> None:
    made = card(dataset, Selection("gallium", date(2026, 11, 28)))
    assert made.past_notes == 1
    assert made.unknown[0].lead == "Past its date."
    assert {one.words for one in made.chips} >= {"past its date, at least licence required"}
    assert "past its date" in [words for _, words in made.how_to]
    assert (made.next_lead, made.next_words) == ("", "")


def test_that_a_card_shows_few_lanes_and_no_lane_of_third_countries(dataset: Dataset) -> None:
    made = card(dataset, replace(DYSPROSIUM, all_lanes=True))
    assert [group.key for group in made.timeline.groups] == ["origin", "destination"]
    assert all(len(group.lanes) <= MOST_LANES for group in made.timeline.groups)
    assert any(lane.binding for lane in made.timeline.groups[0].lanes)


def test_that_what_is_to_be_read_on_chips_is_told_once(dataset: Dataset) -> None:
    made = card(dataset, DYSPROSIUM)
    words = [words for _, words in made.how_to]
    assert len(words) == len(set(words))
    assert not any(chip.corner or chip.condition for chip, _ in made.how_to)
    paused = card(dataset, Selection("gallium", DAY))
    assert paused.signs.startswith("Blue corner: a paused rule beneath")


def test_that_losses_are_told_in_the_order_and_unit_of_their_results(dataset: Dataset) -> None:
    scene = impact_scene(dataset, DYSPROSIUM, impacts.impact(), stale=False, draws_running=False)
    made = card_picture(dataset, DYSPROSIUM, program="rare_gui 1", impact=scene)
    assert made.losses is not None
    assert made.losses.bars == scene.bars[:MOST_BARS]
    assert made.losses.top == max(bar.p95 for bar in scene.bars)
    assert "US$" in made.losses.total
    for words in ("Bars in US$", scene.total.remark, scene.verdict_words, scene.limits):
        assert words.rstrip(".") in made.losses.remark


def test_that_a_card_under_a_what_if_says_so(dataset: Dataset) -> None:
    scenario = preset(dataset.law, "truce-lapses")
    view = replace(DYSPROSIUM, scenario="truce-lapses")
    made = card_picture(scenario.apply(dataset), view, program="rare_gui 1", scenario=scenario)
    assert made.frame.supposed[0] == "What if the truce lapses"
