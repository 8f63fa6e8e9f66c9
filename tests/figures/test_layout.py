from __future__ import annotations

from dataclasses import replace

import pytest

from rare_gui.figures.timeline.layout import LaneGroup, lay_out, whole_height
from rare_gui.scenes.timeline.parts import TimelineScene
from tests.figures.scenes import CHINA, dysprosium


@pytest.mark.parametrize("size", [(752, 657), (725, 640), (1200, 900), (660, 480), (420, 320)])
def test_that_rows_follow_each_other_without_overlap(size: tuple[int, int]) -> None:
    place = lay_out(dysprosium(), *size)
    tops = [place.events_bottom, place.truce_bottom, place.lanes_top, place.lanes_bottom]
    for pane in place.panes:
        tops += [pane.top, pane.ceiling, pane.base, pane.bottom]
    tops += [place.axis, place.overview_top, place.overview_bottom, size[1]]
    assert tops == sorted(tops)


def test_that_all_panes_and_the_lanes_share_one_gutter_of_104_px() -> None:
    place = lay_out(dysprosium(), 752, 657)
    assert place.left == 16 + 104
    assert place.right == 752 - 20


def test_that_lanes_get_the_widest_pitch_that_fits() -> None:
    assert (lay_out(dysprosium(), 752, 900).pitch, lay_out(dysprosium(), 752, 900).bar) == (20, 15)
    assert lay_out(dysprosium(), 752, 657).pitch == 18
    assert lay_out(dysprosium(), 752, 630).pitch == 16
    assert lay_out(dysprosium(), 752, 600).pitch == 15


def test_that_lanes_scroll_when_there_are_more_than_fit() -> None:
    place = lay_out(crowded(), 725, 640)
    assert place.hidden > 0
    assert place.lanes_bottom - place.lanes_top > 100


@pytest.mark.parametrize("size", [(752, 640), (725, 640), (720, 440), (1200, 820)])
def test_that_lanes_that_scroll_anyway_keep_most_of_the_room(size: tuple[int, int]) -> None:
    place = lay_out(crowded(), *size)
    assert place.hidden > 0
    room = place.axis - place.lanes_top
    assert place.lanes_bottom - place.lanes_top >= 0.6 * room - 1
    assert place.panes[0].bottom - place.panes[0].top >= 60


@pytest.mark.parametrize("height", range(430, 720, 10))
def test_that_panes_fold_from_the_last_before_a_lane_is_scrolled_away(height: int) -> None:
    scene = three_panes()
    place = lay_out(scene, 752, height)
    keys = [row.pane.key for row in place.panes] + [pane.key for pane in place.folded]
    assert keys == [pane.key for pane in scene.panes]
    assert (place.axis - place.shelf_top > 0) is bool(place.folded)
    if place.hidden:
        assert len(place.panes) == 1
    elif place.folded:
        open_ = lay_out(scene, 752, height, opened=[place.folded[0].key])
        taken = open_.lanes_height + sum(row.bottom - row.top for row in open_.panes)
        assert open_.hidden > 0 or taken <= open_.shelf_top - open_.lanes_top


def test_that_a_very_high_figure_gives_lanes_and_panes_more_room() -> None:
    low, high = lay_out(three_panes(), 752, 1000), lay_out(three_panes(), 752, 1900)
    assert (low.pitch, high.pitch) == (20, 24)
    heights = [row.bottom - row.top for row in high.panes]
    assert heights[0] > 300
    assert all(height > 220 for height in heights)


def test_that_a_pane_that_the_user_opened_stays_open_and_the_lanes_scroll() -> None:
    scene = three_panes()
    shut = lay_out(scene, 752, 470)
    assert [pane.key for pane in shut.folded] == ["price", "licences"]
    place = lay_out(scene, 752, 470, opened=["licences"])
    assert [row.pane.key for row in place.panes] == ["exports", "licences"]
    assert [pane.key for pane in place.folded] == ["price"]
    assert place.hidden > 0
    assert place.lanes_bottom - place.lanes_top >= 120


def test_that_a_figure_too_low_for_an_opened_pane_keeps_some_lanes_instead() -> None:
    place = lay_out(three_panes(), 752, 350, opened=["price", "licences"])
    assert [row.pane.key for row in place.panes] == ["exports"]
    assert place.lanes_bottom - place.lanes_top >= 120


def test_that_a_saved_picture_lets_the_panes_give_way_to_the_lanes() -> None:
    scene = dysprosium()
    place = lay_out(scene, 752, whole_height(scene), scrolls=False)
    assert [row.bottom - row.top for row in place.panes] == pytest.approx([84, 64], abs=1)
    assert place.hidden == 0


@pytest.mark.parametrize("height", [440, 523, 640])
def test_that_only_whole_rows_are_seen_wherever_the_lanes_are_scrolled(height: int) -> None:
    place = lay_out(crowded(), 725, height)
    seen: set[str] = set()
    for stop in place.stops:
        rows = list(place.lanes_seen(stop))
        seen |= {row.lane.measure for row in rows}
        for row in rows:
            assert row.middle - place.pitch / 2 >= stop
            assert row.middle + place.pitch / 2 <= stop + place.lanes_room
    assert len(seen) == 60
    assert list(place.groups_seen(0.0)) == list(place.groups)
    assert not list(place.groups_seen(place.stops[1]))


def test_that_a_figure_with_room_for_all_lanes_has_one_place_to_stop() -> None:
    assert lay_out(dysprosium(), 752, 657).stops == (0.0,)


def test_that_a_low_figure_folds_the_last_pane_before_the_lanes() -> None:
    place = lay_out(dysprosium(), 660, 400)
    assert [row.pane.key for row in place.panes] == ["exports"]
    assert [pane.key for pane in place.folded] == ["price"]


def test_that_nothing_is_hidden_at_the_whole_height() -> None:
    for scene in (dysprosium(), crowded()):
        place = lay_out(scene, 725, whole_height(scene), scrolls=False)
        assert place.hidden == 0
        assert len(place.panes) == len(scene.panes)


def three_panes() -> TimelineScene:
    scene = dysprosium()
    licences = replace(scene.panes[1], key="licences", title="Licence practice")
    return replace(scene, panes=(*scene.panes, licences))


def crowded() -> TimelineScene:
    lanes = tuple(replace(CHINA.lanes[0], measure=f"m{n}", name=f"No. {n}") for n in range(60))
    return replace(dysprosium(), groups=(LaneGroup("cn", "China", "60 in force", lanes),))


def test_that_a_picture_that_is_not_about_events_keeps_no_rows_for_them() -> None:
    bare = replace(dysprosium(), events=())
    assert lay_out(bare, 752, 640).events_bottom > 50  # the rows stay where events may come back
    assert lay_out(replace(bare, with_events=False), 752, 640).events_bottom < 20
