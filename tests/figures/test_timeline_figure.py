from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from rare_gui.figures.timeline import TimelineFigure
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.lanes import hint_words
from rare_gui.figures.timeline.overview import whole_axis, window_rect
from rare_gui.figures.timeline.pointer import Pointer
from rare_gui.scenes.timeline.parts import TimelineScene
from tests.figures.conftest import MakeFigure
from tests.figures.scenes import AS_OF, day, dysprosium, dysprosium_in_july_2025, events
from tests.figures.test_layout import crowded

NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(figure: TimelineFigure) -> Frame:
    frame = figure.frame_shown
    assert frame is not None
    return frame


def mouse(
    figure: TimelineFigure, kind: QEvent.Type, at: QPointF, keys: Qt.KeyboardModifier = NONE
) -> None:
    moving = kind == QEvent.Type.MouseMove
    button = Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton
    target = figure.canvas.viewport()
    event = QMouseEvent(kind, at, target.mapToGlobal(at), button, Qt.MouseButton.LeftButton, keys)
    QApplication.sendEvent(target, event)


def drag(
    figure: TimelineFigure, start: QPointF, *stops: QPointF, keys: Qt.KeyboardModifier = NONE
) -> None:
    mouse(figure, QEvent.Type.MouseButtonPress, start, keys)
    for stop in stops:
        mouse(figure, QEvent.Type.MouseMove, stop, keys)
    mouse(figure, QEvent.Type.MouseButtonRelease, stops[-1] if stops else start, keys)


def wheel(
    figure: TimelineFigure, at: QPointF, steps: int, keys: Qt.KeyboardModifier = NONE
) -> None:
    target = figure.canvas.viewport()
    event = QWheelEvent(
        at, target.mapToGlobal(at), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton,
        keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(target, event)


def middle_of(figure: TimelineFigure, key: str, spoken: str = "") -> QPointF:
    hit = next(h for h in figure.hits() if h.key == key and (not spoken or spoken in h.spoken))
    return QPointF(hit.place.center())


def test_that_dragging_the_cursor_tells_each_new_day_once(make_figure: MakeFigure) -> None:
    figure = make_figure(replace(dysprosium(), events=()))
    days: list[int] = []
    figure.day_picked.connect(days.append)
    frame = shown(figure)
    start = QPointF(frame.cursor, 300)
    drag(figure, start, *[start - QPointF(px, 0) for px in (10, 20, 20, 30)])
    assert len(days) == 3
    assert days == sorted(days, reverse=True)
    assert days[-1] == int(frame.axis.day(frame.cursor - 30))


def test_that_the_cursor_itself_follows_the_scene_alone(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    frame = shown(figure)
    drag(figure, QPointF(frame.cursor, 300), QPointF(300, 300))
    assert shown(figure).scene.as_of == AS_OF


def test_that_the_cursor_snaps_to_an_event_unless_alt_is_held(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    days: list[int] = []
    figure.day_picked.connect(days.append)
    frame = shown(figure)
    event = day("2025-04-04")
    near = QPointF(frame.axis.x(event) + 4, frame.layout.axis + 10)
    drag(figure, near)
    drag(figure, near, keys=ALT)
    assert days[0] == event
    assert days[1] != event


def test_that_a_click_on_the_axis_picks_its_day(make_figure: MakeFigure, qtbot: QtBot) -> None:
    figure = make_figure(replace(dysprosium(), events=()))
    frame = shown(figure)
    at = QPointF(frame.axis.x(day("2025-08-20")) + 0.2, frame.layout.axis + 12)
    with qtbot.waitSignal(figure.day_picked) as told:
        drag(figure, at)
    assert told.args == [day("2025-08-20")]


def test_that_a_drag_on_the_lanes_pans_and_tells_the_window_at_its_end(
    make_figure: MakeFigure, qtbot: QtBot
) -> None:
    figure = make_figure(dysprosium())
    before = shown(figure)
    windows: list[tuple[int, int]] = []
    figure.window_picked.connect(lambda first, last: windows.append((first, last)))
    start = QPointF(400, 200)
    mouse(figure, QEvent.Type.MouseButtonPress, start)
    mouse(figure, QEvent.Type.MouseMove, start - QPointF(60, 0))
    assert not windows
    assert shown(figure).axis.first > before.axis.first
    mouse(figure, QEvent.Type.MouseButtonRelease, start - QPointF(60, 0))
    ((first, last),) = windows
    days = 60 / before.axis.px_per_day
    assert first == pytest.approx(before.axis.first + days, abs=1)
    assert last - first == pytest.approx(before.axis.last - before.axis.first, abs=1)


def test_that_the_wheel_zooms_at_the_pointer_and_tells_once_at_rest(
    make_figure: MakeFigure, qtbot: QtBot
) -> None:
    figure = make_figure(dysprosium())
    at = QPointF(500, 250)
    under = shown(figure).axis.day(at.x())
    with qtbot.waitSignal(figure.window_picked) as told:
        wheel(figure, at, 1)
        wheel(figure, at, 1)
    assert shown(figure).axis.day(at.x()) == pytest.approx(under, abs=0.01)
    length = told.args[1] - told.args[0]
    assert length == pytest.approx(1062 * 0.85**2, abs=2)


def test_that_pan_and_zoom_stay_inside_the_limits(make_figure: MakeFigure, qtbot: QtBot) -> None:
    figure = make_figure(dysprosium())
    first, last = dysprosium().limits
    with qtbot.waitSignal(figure.window_picked) as told:
        wheel(figure, QPointF(130, 250), -40)
    assert told.args == [first, last]
    with qtbot.waitSignal(figure.window_picked) as told:
        wheel(figure, QPointF(130, 250), 60)
    assert told.args[1] - told.args[0] == 28


def test_that_a_double_click_shows_everything(make_figure: MakeFigure, qtbot: QtBot) -> None:
    figure = make_figure(dysprosium())
    with qtbot.waitSignal(figure.window_picked) as told:
        mouse(figure, QEvent.Type.MouseButtonDblClick, QPointF(400, 560))
    assert tuple(told.args) == dysprosium().limits


def test_that_the_overview_moves_and_resizes_the_window(
    make_figure: MakeFigure, qtbot: QtBot
) -> None:
    figure = make_figure(dysprosium())
    frame = shown(figure)
    window, per_day = window_rect(frame), whole_axis(frame).px_per_day
    with qtbot.waitSignal(figure.window_picked) as told:
        drag(figure, window.center(), window.center() + QPointF(12, 0))
    assert told.args[0] == pytest.approx(frame.axis.first + 12 / per_day, abs=1)
    figure.show_scene(replace(dysprosium(), window=(told.args[0], told.args[1])))
    frame = shown(figure)
    window = window_rect(frame)
    grip = QPointF(window.left(), window.center().y())
    with qtbot.waitSignal(figure.window_picked) as told:
        drag(figure, grip, grip + QPointF(20, 0))
    assert told.args[0] > frame.axis.first
    assert told.args[1] == pytest.approx(frame.axis.last, abs=1)


def test_that_clicks_pick_measures_and_events(make_figure: MakeFigure, qtbot: QtBot) -> None:
    figure = make_figure(dysprosium())
    with qtbot.waitSignal(figure.measure_picked) as told:
        drag(figure, middle_of(figure, "cn-2025-18-seven-ree", "Licence"))
    assert told.args == ["cn-2025-18-seven-ree"]
    with qtbot.waitSignal(figure.event_picked) as told:
        drag(figure, middle_of(figure, "ev-2025-05-geneva"))
    assert told.args == ["ev-2025-05-geneva"]


def test_that_a_lane_name_picks_its_measure(make_figure: MakeFigure, qtbot: QtBot) -> None:
    figure = make_figure(dysprosium())
    name = next(h for h in figure.hits() if h.key == "vn-ree-ore-ban" and h.place.left() < 20)
    with qtbot.waitSignal(figure.measure_picked) as told:
        drag(figure, name.place.center())
    assert told.args == ["vn-ree-ore-ban"]


def test_that_every_bar_event_and_figure_in_view_speaks(make_figure: MakeFigure) -> None:
    said = {hit.spoken for hit in make_figure(dysprosium()).hits()}
    assert "Licence, 7 rare earths, from 2025-04-04 to open" in said
    assert "2025-12: 4.12 t" in said
    assert "2026-08: 5,010 t" in said
    assert "2025-05-06: 850 US$/kg" in said
    assert "Truce prolonged, 2026-09-23" in said


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_that_tooltips_are_plain_text(make_figure: MakeFigure, qtbot: QtBot) -> None:
    scene = dysprosium()
    hostile = replace(events(AS_OF)[1], spoken="<b>No. 18</b> issued")
    figure = make_figure(replace(scene, events=(hostile,)))
    at = middle_of(figure, hostile.event).toPoint()
    target = figure.canvas.viewport()
    QApplication.sendEvent(target, QHelpEvent(QEvent.Type.ToolTip, at, target.mapToGlobal(at)))
    assert "&lt;b&gt;No. 18&lt;/b&gt; issued" in QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_that_many_lanes_scroll_with_shift_and_the_wheel(make_figure: MakeFigure) -> None:
    figure = make_figure(crowded(), 725, 640)
    before, panes = shown(figure), shown(figure).layout.panes
    wheel(figure, QPointF(400, 200), -2, SHIFT)
    after = shown(figure)
    assert after.scroll > before.scroll
    assert after.scroll in after.layout.stops
    assert hint_words(before) == f"{60 - len(before.seen_rows)} more below"
    assert "more above" in hint_words(after)
    wheel(figure, QPointF(400, 200), -60, SHIFT)
    assert shown(figure).seen_rows[-1][0].lane.measure == "m59"
    assert after.layout.panes == panes
    assert after.axis == before.axis


def test_that_a_new_day_keeps_the_window_of_a_running_pan(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    mouse(figure, QEvent.Type.MouseButtonPress, QPointF(400, 200))
    mouse(figure, QEvent.Type.MouseMove, QPointF(340, 200))
    panned = shown(figure).axis
    figure.show_scene(dysprosium_in_july_2025())
    assert shown(figure).axis == panned
    mouse(figure, QEvent.Type.MouseButtonRelease, QPointF(340, 200))


def test_that_the_widget_tells_its_content_to_a_screen_reader(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    assert figure.accessibleName() == "Timeline of Dysprosium"
    assert "as of 23 Nov 2026" in figure.accessibleDescription()


def test_that_an_empty_scene_is_shown_without_error(make_figure: MakeFigure) -> None:
    empty = replace(
        dysprosium(), events=(), truce=(), truce_end_label=(), groups=(), panes=(), legend=()
    )
    figure = make_figure(empty)
    assert not figure.grab().isNull()
    assert figure.hits() == []


def test_that_repainting_loses_no_reference_to_none(make_figure: MakeFigure, qtbot: QtBot) -> None:
    figure = make_figure(dysprosium())
    scenes = [stepped(step) for step in range(20)]

    def repaint(times: int) -> None:
        for turn in range(times):
            figure.show_scene(scenes[turn % 20])
            figure.canvas.viewport().repaint()

    repaint(40)
    before = sys.getrefcount(None)
    repaint(300)
    assert sys.getrefcount(None) >= before - 5


def stepped(days: int) -> TimelineScene:
    as_of = AS_OF - days
    return replace(dysprosium(), as_of=as_of, events=events(as_of))


def test_that_a_figure_being_collected_takes_its_last_events_in_peace(
    make_figure: MakeFigure,
) -> None:
    pointer = make_figure(dysprosium()).canvas.findChild(Pointer)
    assert pointer is not None
    vars(pointer).clear()  # as the garbage collector does before Qt's part is gone
    assert pointer.eventFilter(pointer, QEvent(QEvent.Type.Leave)) is False
