"""Materials side by side: bases behind figures, ranges, ties, missing ones, lanes, text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.screening import Screening, screen
from rare_gui.scenes.compare.parts import CompareRow, CompareScene, table_text
from rare_gui.scenes.compare.scene import compare_scene, moved
from rare_gui.scenes.own_weights import own_weights
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.selection import OWN_WEIGHTS, Selection

FOUR = ("dysprosium", "terbium", "neodymium", "gallium")
VIEW = Selection("dysprosium", date(2026, 11, 23), compared=FOUR)


@pytest.fixture(scope="module")
def screening(dataset: Dataset) -> Screening:
    return screen(dataset, "DE", VIEW.as_of)


def row(scene: CompareScene, key: str) -> CompareRow:
    return next(row for row in scene.rows if row.key == key)


def test_that_fewer_than_two_are_no_comparison(dataset: Dataset) -> None:
    for few in ((), ("gallium",)):
        scene = compare_scene(dataset, replace(VIEW, compared=few))
        assert scene.rows == ()
        assert scene.timeline is None
        assert scene.offered[0][0] == "dysprosium"


def test_that_six_offer_no_further_one(dataset: Dataset) -> None:
    six = (*FOUR, "antimony", "tungsten")
    assert compare_scene(dataset, replace(VIEW, compared=six)).offered == ()


def test_that_every_figure_says_what_it_is_of(dataset: Dataset) -> None:
    scene = compare_scene(dataset, VIEW)
    shares = row(scene, "mined")
    assert "not ranked" in shares.note
    assert [cell.rest for cell in shares.cells] == ["mined 2025"] * 3 + ["refined 2025"]
    assert row(scene, "clause").cells[3].lead == "4 days"
    assert row(scene, "exports").cells[2].lead == "no monthly exports in these data"
    assert row(scene, "price").cells[0].rest.startswith("(271–311) oxide, FOB China")


def test_that_unlike_stages_are_not_ranked_and_like_ones_are(
    dataset: Dataset, screening: Screening
) -> None:
    unlike = row(compare_scene(dataset, VIEW, screening), "hhi")
    assert unlike.note == "unlike stages: not ranked"
    assert all(cell.rank is None for cell in unlike.cells)
    view = replace(VIEW, compared=FOUR[:3])
    alike = row(compare_scene(dataset, view, screening), "weighted_hhi")
    for cell, material in zip(alike.cells, FOUR, strict=False):
        rank = screening.ranks["weighted_hhi"][material]
        assert cell.rank is not None
        assert (cell.rank.best, cell.rank.worst) == (rank.best, rank.worst)


def test_that_ranks_wait_for_their_figures(dataset: Dataset) -> None:
    scene = compare_scene(dataset, VIEW)
    assert {cell.lead for cell in row(scene, "across").cells} == {"…"}


def test_that_what_is_not_computed_says_why(dataset: Dataset, screening: Screening) -> None:
    cells = row(compare_scene(dataset, VIEW, screening), "nassar").cells
    assert all(cell.lead == "not computed" for cell in cells)
    assert all(cell.spoken.startswith("not computed, because") for cell in cells)


def test_that_only_rows_that_differ_are_left_and_the_rest_is_counted(
    dataset: Dataset, screening: Screening
) -> None:
    every = compare_scene(dataset, VIEW, screening)
    scene = compare_scene(dataset, replace(VIEW, differing=True), screening)
    assert all(row.differs for row in scene.rows)
    assert scene.alike == len(every.rows) - len(scene.rows) > 0


def test_that_a_material_gone_from_the_package_keeps_its_column(dataset: Dataset) -> None:
    scene = compare_scene(dataset, replace(VIEW, compared=("gallium", "unobtainium")))
    assert [head.known for head in scene.heads] == [True, False]
    assert row(scene, "states").cells[1].lead == "not in this package"
    assert scene.timeline is not None
    assert [lane.measure for lane in scene.timeline.groups[0].lanes] == ["gallium"]
    gone = compare_scene(dataset, replace(VIEW, compared=("nothing", "unobtainium")))
    assert gone.timeline is None


def test_that_a_lane_shows_the_strongest_law_and_what_nobody_can_know(dataset: Dataset) -> None:
    timeline = compare_scene(dataset, VIEW).timeline
    assert timeline is not None
    lanes = {lane.measure: lane.bars for lane in timeline.groups[0].lanes}
    assert lanes["dysprosium"][-1].fill is Fill.LICENCE
    assert lanes["dysprosium"][-1].end is None
    fills = [bar.fill for bar in lanes["neodymium"][-3:]]
    assert fills == [Fill.SUSPENDED, Fill.PROLONGED, Fill.PAST]
    assert [bar.fill for bar in lanes["gallium"]][-3:] == [Fill.BAN, Fill.LICENCE, Fill.PAST]


def test_that_bars_of_a_lane_do_not_overlap(dataset: Dataset) -> None:
    timeline = compare_scene(dataset, VIEW).timeline
    assert timeline is not None
    for lane in timeline.groups[0].lanes:
        for bar, following in zip(lane.bars, lane.bars[1:], strict=False):
            assert bar.end is not None
            assert bar.start < bar.end <= following.start


@given(
    compared=st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6, unique=True).map(tuple),
    steps=st.integers(-8, 8),
)
def test_that_moving_keeps_every_material(compared: tuple[str, ...], steps: int) -> None:
    after = moved(compared, compared[0], steps)
    assert sorted(after) == sorted(compared)
    assert after.index(compared[0]) == min(max(steps, 0), len(compared) - 1)
    assert moved(compared, "z", steps) == compared


def test_that_the_table_text_has_a_cell_for_every_place_and_turns(dataset: Dataset) -> None:
    scene = compare_scene(dataset, VIEW)
    lines = [line.split("\t") for line in table_text(scene).splitlines()]
    assert len(lines) == len(scene.rows) + 1
    assert {len(line) for line in lines} == {5}
    assert lines[0][1:] == ["Dysprosium", "Terbium", "Neodymium", "Gallium"]
    turned = table_text(compare_scene(dataset, replace(VIEW, turned=True)))
    assert [line.split("\t") for line in turned.splitlines()] == [
        list(line) for line in zip(*lines, strict=True)
    ]


def test_that_the_strip_is_about_the_law_and_not_about_events(dataset: Dataset) -> None:
    strip = compare_scene(dataset, VIEW).timeline
    assert strip is not None
    assert not strip.with_events


def test_that_own_weights_are_a_row_only_once_they_are_set(dataset: Dataset) -> None:
    assert OWN_WEIGHTS not in {one.key for one in compare_scene(dataset, VIEW).rows}
    weighed = replace(VIEW, weights="hhi=1 top_share=1")
    measured = screen(dataset, "US", VIEW.as_of, None, own_weights(weighed))
    own = row(compare_scene(dataset, weighed, measured), OWN_WEIGHTS)
    assert own.title == "Your own weights"
    assert all(cell.rank is not None for cell in own.cells)
