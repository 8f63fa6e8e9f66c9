"""What a screen reader is told of a timeline, asked through Qt's own interfaces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.figures.accessible.exposure import PRESS, Exposure
from rare_gui.figures.accessible.timeline_items import expose_timeline, timeline_items
from rare_gui.figures.timeline import TimelineFigure
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.parts import TimelineScene
from rare_gui.scenes.timeline.scene import timeline_scene
from tests.figures.conftest import MakeFigure
from tests.figures.scenes import dysprosium, dysprosium_in_july_2025
from tests.figures.test_layout import crowded

AS_OF = date(2026, 11, 23)
NAME, DETAIL = QAccessible.Text.Name, QAccessible.Text.Description


def exposed(figure: TimelineFigure) -> QAccessibleInterface:
    expose_timeline(figure)
    return QAccessible.queryAccessibleInterface(figure)


def children(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [interface.child(number) for number in range(interface.childCount())]


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for child in children(interface):
        yield child
        yield from walk(child)


def named(interface: QAccessibleInterface, name: str) -> QAccessibleInterface:
    return next(one for one in walk(interface) if one.text(NAME) == name)


def spoken_as(spoken: str) -> str:
    """The name of what says `spoken` to the pointer."""
    lines = spoken.split("\n")
    return "; ".join(line for line in lines if not line.startswith(("sources: ", "basis: ")))


def told(interface: QAccessibleInterface) -> set[str]:
    return {one.text(NAME) for one in walk(interface)}


def lanes_of(scene: TimelineScene) -> list[str]:
    return [lane.name for group in scene.groups for lane in group.lanes]


@pytest.mark.parametrize("scene", [dysprosium(), crowded()], ids=["dysprosium", "crowded"])
def test_that_every_lane_and_bar_is_told_also_when_scrolled_away(
    make_figure: MakeFigure, scene: TimelineScene
) -> None:
    words = told(exposed(make_figure(scene, 900, 420)))
    assert set(lanes_of(scene)) <= words
    assert {spoken_as(bar.spoken) for g in scene.groups for a in g.lanes for bar in a.bars} <= words


def test_that_events_truce_and_figures_are_told(make_figure: MakeFigure) -> None:
    scene = dysprosium()
    words = told(exposed(make_figure(scene)))
    assert {spoken_as(mark.spoken) for mark in scene.events} <= words
    assert {spoken_as(step.spoken) for step in scene.truce} <= words
    for pane in scene.panes:
        assert {spoken_as(column.spoken) for column in pane.columns} <= words
        assert {spoken_as(point.spoken) for line in pane.lines for point in line.points} <= words
        assert {spoken_as(mark.spoken) for mark in pane.marks} <= words


def test_that_nothing_told_is_without_a_name_or_a_role(make_figure: MakeFigure) -> None:
    for interface in walk(exposed(make_figure(dysprosium()))):
        assert interface.text(NAME)
        assert interface.role() != QAccessible.Role.NoRole


@pytest.mark.parametrize("material", ["dysprosium", "gallium", "tungsten", "ndfeb-magnets"])
def test_that_siblings_have_keys_of_their_own_in_the_shipped_data(
    make_figure: MakeFigure, dataset: Dataset, material: str
) -> None:
    selection = Selection(material, AS_OF, all_lanes=True)
    figure = make_figure(timeline_scene(dataset, selection))
    frame = figure.frame_shown
    assert frame is not None
    below = list(timeline_items(frame, figure.hits()))
    assert len({item.key for item in below}) == len(below)
    while below:
        item = below.pop()
        assert len({child.key for child in item.children}) == len(item.children), item.name
        below += item.children


def test_that_parents_and_places_among_siblings_agree(make_figure: MakeFigure) -> None:
    chart = exposed(make_figure(dysprosium()))
    for one in (chart, *walk(chart)):
        for number, child in enumerate(children(one)):
            assert child.parent().object() is one.object()
            assert one.indexOfChild(child) == number


def test_that_a_lane_is_where_it_is_painted(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    chart, frame = exposed(figure), figure.frame_shown
    assert frame is not None
    for row, middle in frame.seen_rows:
        lane = named(chart, row.lane.name)
        seen = lane.rect().translated(-figure.mapToGlobal(figure.rect().topLeft()))
        assert abs(seen.center().y() - middle) <= 1
        found = chart.childAt(lane.rect().right() - 30, lane.rect().center().y())
        inner = found.childAt(lane.rect().right() - 30, lane.rect().center().y())
        assert inner.text(NAME) == row.lane.name


def test_that_what_is_scrolled_away_says_so(make_figure: MakeFigure) -> None:
    figure = make_figure(crowded(), 900, 420)
    chart, frame = exposed(figure), figure.frame_shown
    assert frame is not None
    seen = {row.lane.measure for row, _ in frame.seen_rows}
    lanes = [lane for group in frame.scene.groups for lane in group.lanes]
    assert len(seen) < len(lanes)
    groups = [one for one in children(chart) if one.role() == QAccessible.Role.Grouping]
    shown = [lane for group in groups for lane in children(group)]
    assert [not lane.state().offscreen for lane in shown] == [one.measure in seen for one in lanes]


def test_that_pressing_a_bar_picks_its_measure_and_an_event_itself(
    make_figure: MakeFigure, qtbot: QtBot
) -> None:
    scene = dysprosium()
    figure = make_figure(scene)
    chart, lane, event = exposed(figure), scene.groups[0].lanes[0], scene.events[0]
    with qtbot.waitSignal(figure.measure_picked) as measure:
        named(chart, spoken_as(lane.bars[0].spoken)).actionInterface().doAction(PRESS)
    with qtbot.waitSignal(figure.event_picked) as picked:
        named(chart, spoken_as(event.spoken)).actionInterface().doAction(PRESS)
    assert (measure.args, picked.args) == ([lane.measure], [event.event])


def test_that_sources_are_kept_for_whoever_asks_for_more(make_figure: MakeFigure) -> None:
    scene = dysprosium()
    bar = replace(scene.groups[0].lanes[0].bars[0], spoken="No. 1\nin force\nsources: a, b")
    lane = replace(scene.groups[0].lanes[0], bars=(bar,))
    group = replace(scene.groups[0], lanes=(lane,))
    told_bar = named(exposed(make_figure(replace(scene, groups=(group,)))), "No. 1; in force")
    assert told_bar.text(DETAIL) == "sources: a, b"


def test_that_what_cannot_be_picked_has_no_action(make_figure: MakeFigure) -> None:
    scene = dysprosium()
    step = named(exposed(make_figure(scene)), spoken_as(scene.truce[0].spoken))
    assert step.actionInterface() is None


def test_that_the_same_lane_stays_the_same_when_the_scene_changes(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    chart = exposed(figure)
    name = lanes_of(dysprosium())[0]
    before = named(chart, name)
    figure.show_scene(dysprosium_in_july_2025())
    assert named(chart, name).object() is before.object()
    assert before.isValid()


def test_that_a_lane_that_is_gone_says_so_and_may_come_back(make_figure: MakeFigure) -> None:
    scene = dysprosium()
    figure = make_figure(scene)
    lane = named(exposed(figure), lanes_of(scene)[0])
    figure.show_scene(replace(scene, groups=()))
    assert not lane.isValid()
    assert (lane.text(NAME), lane.childCount(), lane.rect().isEmpty()) == ("", 0, True)
    figure.show_scene(scene)
    assert lane.text(NAME) == lanes_of(scene)[0]


def test_that_the_figure_itself_is_a_chart_with_name_and_day(make_figure: MakeFigure) -> None:
    scene = dysprosium()
    chart = exposed(make_figure(scene))
    assert chart.role() == QAccessible.Role.Chart
    assert chart.text(NAME) == f"Timeline of {scene.title}"
    assert scene.as_of_label in chart.text(DETAIL)


def test_that_a_folded_group_says_so(make_figure: MakeFigure) -> None:
    scene = dysprosium()
    folded = replace(scene, folded=(scene.groups[0].key,))
    group = named(exposed(make_figure(folded)), scene.groups[0].name)
    assert group.text(DETAIL).endswith("folded")
    assert all(lane.state().offscreen for lane in children(group))


def test_that_telling_a_change_is_harmless_when_nobody_listens(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    expose_timeline(figure).tell_changed()
    assert isinstance(figure.findChild(Exposure), Exposure)
