from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rare_gui.figures.timeline import TimelineFigure
from tests.figures.conftest import MakeFigure
from tests.figures.scenes import AS_OF, TRUCE, dysprosium
from tests.figures.test_layout import crowded
from tests.figures.test_timeline_figure import NONE, shown, wheel

FIRST, LAST = dysprosium().window
LENGTH = LAST - FIRST
LEAST, MOST = dysprosium().limits


def press(
    figure: TimelineFigure, key: Qt.Key, text: str = "", keys: Qt.KeyboardModifier = NONE
) -> QKeyEvent:
    event = QKeyEvent(QEvent.Type.KeyPress, key, keys, text)
    QApplication.sendEvent(figure, event)
    return event


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        (Qt.Key.Key_Home, LEAST, LEAST + LENGTH),
        (Qt.Key.Key_End, MOST - LENGTH, MOST),
        (Qt.Key.Key_PageUp, LEAST, LEAST + LENGTH),
        (Qt.Key.Key_PageDown, MOST - LENGTH, MOST),
    ],
)
def test_that_keys_move_the_window_within_the_limits(
    make_figure: MakeFigure, qtbot: QtBot, key: Qt.Key, first: int, last: int
) -> None:
    figure = make_figure(dysprosium())
    with qtbot.waitSignal(figure.window_picked) as told:
        press(figure, key)
    assert told.args == [first, last]


def test_that_a_page_keeps_a_tenth_of_what_was_seen(make_figure: MakeFigure, qtbot: QtBot) -> None:
    wide = replace(dysprosium(), limits=(LEAST - 5000, MOST + 3000))
    figure = make_figure(wide)
    with qtbot.waitSignal(figure.window_picked) as told:
        press(figure, Qt.Key.Key_PageDown)
    assert told.args[0] == pytest.approx(FIRST + 0.9 * LENGTH, abs=1)


def test_that_plus_and_minus_zoom_and_keep_the_as_of_day_in_place(
    make_figure: MakeFigure, qtbot: QtBot
) -> None:
    figure = make_figure(dysprosium())
    before = shown(figure).cursor
    with qtbot.waitSignal(figure.window_picked) as told:
        press(figure, Qt.Key.Key_Plus, "+")
    assert shown(figure).axis.x(AS_OF) == pytest.approx(before, abs=0.5)
    assert told.args[1] - told.args[0] < LENGTH
    with qtbot.waitSignal(figure.window_picked) as told:
        press(figure, Qt.Key.Key_Minus, "-")
        press(figure, Qt.Key.Key_Minus, "-")
    assert told.args[1] - told.args[0] > LENGTH


def test_that_zero_shows_the_whole_truce(make_figure: MakeFigure, qtbot: QtBot) -> None:
    figure = make_figure(replace(dysprosium(), window=(LEAST, LEAST + 200)))
    with qtbot.waitSignal(figure.window_picked) as told:
        press(figure, Qt.Key.Key_0, "0")
    assert told.args[0] < TRUCE[0].start
    assert told.args[1] > TRUCE[-1].end


def test_that_brackets_ask_for_the_change_before_and_after(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    asked: list[int] = []
    figure.change_asked.connect(asked.append)
    press(figure, Qt.Key.Key_BracketLeft, "[")
    press(figure, Qt.Key.Key_BracketRight, "]")
    assert asked == [-1, 1]


def test_that_keys_of_the_window_and_of_the_panel_pass_by(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    assert not press(figure, Qt.Key.Key_Left).isAccepted()
    control = Qt.KeyboardModifier.ControlModifier
    assert not press(figure, Qt.Key.Key_Plus, "+", control).isAccepted()
    assert shown(figure).axis.first == FIRST


def test_that_up_and_down_scroll_lanes_that_do_not_fit(make_figure: MakeFigure) -> None:
    figure = make_figure(crowded(), 725, 640)
    press(figure, Qt.Key.Key_Down)
    assert shown(figure).scroll > 0
    press(figure, Qt.Key.Key_Up)
    assert shown(figure).scroll == 0


def test_that_a_pinch_zooms_at_its_middle(make_figure: MakeFigure, qtbot: QtBot) -> None:
    figure = make_figure(dysprosium())
    at = QPointF(500, 250)
    under = shown(figure).axis.day(at.x())
    target = figure.canvas.viewport()
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, at, at,
        QPointF(target.mapToGlobal(at.toPoint())), 0.25, QPointF(),
    )  # fmt: skip
    with qtbot.waitSignal(figure.window_picked) as told:
        QApplication.sendEvent(target, event)
    assert shown(figure).axis.day(at.x()) == pytest.approx(under, abs=0.01)
    assert told.args[1] - told.args[0] == pytest.approx(LENGTH / 1.25, abs=2)


def test_that_the_ring_shows_where_keys_go_but_not_after_a_click(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    figure.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not figure.canvas.focused
    figure.clearFocus()
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    assert figure.canvas.focused
    figure.clearFocus()
    assert not figure.canvas.focused


def test_that_words_go_along_with_a_pan_and_settle_at_rest(
    make_figure: MakeFigure, qtbot: QtBot
) -> None:
    figure = make_figure(dysprosium())
    before = {word.wish.text: word.left for word in figure.canvas.placed_words()}
    figure.canvas.viewport().repaint()
    wheel(figure, QPointF(400, 250), 1)
    assert shown(figure).moving
    moved = {word.wish.text for word in figure.canvas.placed_words()}
    assert moved <= before.keys()
    with qtbot.waitSignal(figure.window_picked):
        pass
    assert not shown(figure).moving
