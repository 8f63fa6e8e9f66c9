from __future__ import annotations

from dataclasses import replace

import pytest

from rare_gui.figures.timeline.layout import LaneGroup, lay_out, whole_height
from rare_gui.scenes.timeline_parts import TimelineScene
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
    assert lay_out(dysprosium(), 752, 600).pitch == 16


def test_that_lanes_scroll_when_there_are_more_than_fit() -> None:
    place = lay_out(crowded(), 725, 640)
    assert place.hidden > 0
    assert place.lanes_bottom - place.lanes_top > 100


def test_that_a_low_figure_drops_the_last_pane_before_the_lanes() -> None:
    place = lay_out(dysprosium(), 660, 400)
    assert [row.pane.key for row in place.panes] == ["exports"]


def test_that_nothing_is_hidden_at_the_whole_height() -> None:
    for scene in (dysprosium(), crowded()):
        place = lay_out(scene, 725, whole_height(scene, 300))
        assert place.hidden == 0
        assert len(place.panes) == len(scene.panes)


def crowded() -> TimelineScene:
    lanes = tuple(replace(CHINA.lanes[0], measure=f"m{n}", name=f"No. {n}") for n in range(60))
    return replace(dysprosium(), groups=(LaneGroup("cn", "China", "60 in force", lanes),))
