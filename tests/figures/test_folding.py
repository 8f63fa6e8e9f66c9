from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rare_gui.figures.timeline.density import counted, peak
from rare_gui.figures.timeline.frame import Hit
from rare_gui.figures.timeline.heights import HEADER
from rare_gui.figures.timeline.layout import lay_out, whole_height
from rare_gui.figures.timeline.pane_words import pane_words
from rare_gui.figures.timeline.read_out import read_out
from rare_gui.figures.timeline.shelf import shelf_places
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.timeline.parts import LaneGroup, TimelineScene
from tests.figures.conftest import MakeFigure
from tests.figures.scenes import CHINA, bar, day, dysprosium, lane
from tests.figures.test_timeline_figure import drag, shown


def test_that_a_click_on_a_header_asks_for_its_fold_and_decides_nothing(
    make_figure: MakeFigure, qtbot: QtBot
) -> None:
    figure = make_figure(dysprosium())
    header = next(hit for hit in figure.hits() if hit.kind == "group" and hit.key == "us")
    with qtbot.waitSignal(figure.group_folded) as told:
        drag(figure, header.place.center())
    assert told.args == ["us"]
    assert shown(figure).scene.folded == ()


def test_that_a_folded_group_is_its_header_alone(qapp: object) -> None:
    open_ = lay_out(dysprosium(), 752, 900)
    folded = lay_out(replace(dysprosium(), folded=("cn",)), 752, 900)
    assert [row.group.key for row in folded.groups] == ["cn", "us", "other"]
    assert len(open_.lanes) - len(folded.lanes) == len(CHINA.lanes)
    assert folded.groups[0].folded
    assert folded.groups[1].top - folded.groups[0].top < HEADER + 5
    assert whole_height(replace(dysprosium(), folded=("cn",))) < whole_height(dysprosium())


def test_that_all_groups_can_be_folded(make_figure: MakeFigure) -> None:
    figure = make_figure(replace(dysprosium(), folded=("cn", "us", "other")))
    assert [hit.key for hit in figure.hits() if hit.kind == "group"] == ["cn", "us", "other"]
    assert not [hit for hit in figure.hits() if hit.kind == "measure"]
    assert "Click to open 8 lanes" in next(h.spoken for h in figure.hits() if h.key == "cn")


def test_that_density_counts_what_does_something_on_a_day() -> None:
    group = LaneGroup(
        "cn",
        "China",
        "",
        (
            lane("a", "a", bar("2025-01-01", None, Fill.BAN)),
            lane("b", "b", bar("2025-02-01", "2025-03-01", Fill.LICENCE)),
            lane("c", "c", bar("2025-01-01", None, Fill.ANNOUNCED)),
            lane("d", "d", bar("2025-01-01", None, Fill.BAN, later=True)),
        ),
    )
    days = np.array([day(at) for at in ("2024-12-31", "2025-01-01", "2025-02-01", "2025-03-01")])
    assert counted(group, days).tolist() == [0, 1, 2, 1]
    assert peak(group) == 2


@pytest.mark.parametrize("folded", [(), ("cn",)])
def test_that_the_overview_shows_folded_lanes_as_well(
    make_figure: MakeFigure, folded: tuple[str, ...]
) -> None:
    figure = make_figure(replace(dysprosium(), folded=folded), 752, 900)
    image = figure.canvas.grab().toImage()
    place = shown(figure).layout
    top, bottom = int(place.overview_top), int(place.overview_bottom)
    red = [
        y
        for y in range(top, bottom)
        for x in range(200, 700, 10)
        if image.pixelColor(x, y).red() > 150 and image.pixelColor(x, y).green() < 90
    ]
    assert red


def with_licences() -> TimelineScene:
    scene = dysprosium()
    licences = replace(scene.panes[1], key="licences", title="Licence practice")
    return replace(scene, panes=(*scene.panes, licences))


def test_that_a_click_on_a_folded_pane_opens_it_and_one_on_its_title_folds_it_again(
    make_figure: MakeFigure,
) -> None:
    figure = make_figure(with_licences(), 752, 560)

    def pane_hit() -> Hit:
        return next(hit for hit in figure.hits() if hit.kind == "pane" and hit.key == "licences")

    assert [pane.title for pane in shown(figure).layout.folded][-1] == "Licence practice"
    assert "Click to open" in pane_hit().spoken
    drag(figure, pane_hit().place.center())
    assert "licences" in [row.pane.key for row in shown(figure).layout.panes]
    assert "Click to fold" in pane_hit().spoken
    drag(figure, pane_hit().place.center())
    assert "licences" in [pane.key for pane in shown(figure).layout.folded]


def test_that_p_opens_the_folded_panes_and_folds_them_again(
    make_figure: MakeFigure, qtbot: QtBot
) -> None:
    figure = make_figure(with_licences(), 752, 600)
    before = shown(figure).layout.folded
    assert before
    qtbot.keyClick(figure, Qt.Key.Key_P)
    assert shown(figure).layout.folded == ()
    qtbot.keyClick(figure, Qt.Key.Key_P)
    assert shown(figure).layout.folded == before


def test_that_the_end_of_the_data_is_named_on_the_shelf_beside_folded_names(
    qapp: object, make_figure: MakeFigure
) -> None:
    frame = shown(make_figure(with_licences(), 752, 500))
    (said,) = [word for word in pane_words(frame) if word.wish.text == frame.scene.data_end_label]
    assert frame.layout.shelf_top < said.middle < frame.layout.axis
    assert not any(said.rect.intersects(rect) for _, rect in shelf_places(frame))


def test_that_the_crosshair_reads_out_folded_panes_too(make_figure: MakeFigure) -> None:
    tall, low = (shown(make_figure(with_licences(), 752, height)) for height in (900, 500))
    at = day("2025-05-06")
    titles = {told.name for told in read_out(low, at) if told.title}
    assert low.layout.folded
    assert {told.name for told in read_out(tall, at) if told.title} == titles
