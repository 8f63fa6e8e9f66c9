"""The timeline panel passes on what its figure says, and gives it keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.segments import Segments
from rare_gui.panels.timeline.panel import TimelinePanel
from rare_gui.panels.timeline.transport_row import TransportRow
from rare_gui.scenes.timeline.parts import TimelineScene

SCENE = TimelineScene(
    title="Dysprosium", subtitle="From China to United States", as_of=20780,
    as_of_label="23 Nov 2026", known_on=None, data_end=20735, data_end_label="data to 9 Oct 2026",
    window=(20200, 20900), limits=(18000, 21500), events=(), truce=(), truce_end_label=(),
    groups=(), lanes_shown=0, lanes_total=54, panes=(), legend=(), sources=(),
)  # fmt: skip


@pytest.fixture
def panel(light: Theme, shown: Callable[..., QWidget]) -> TimelinePanel:
    made = TimelinePanel(light)
    made.show_scene(SCENE)
    shown(made, 725, 520)
    return made


def test_that_the_figures_signals_come_through(qtbot: QtBot, panel: TimelinePanel) -> None:
    figure = panel.figure
    for own, theirs, args in (
        (panel.day_picked, figure.day_picked, [20790]),
        (panel.window_picked, figure.window_picked, [20000, 20500]),
        (panel.measure_picked, figure.measure_picked, ["no_18"]),
        (panel.event_picked, figure.event_picked, ["busan"]),
    ):
        with qtbot.waitSignal(own) as told:
            theirs.emit(*args)
        assert told.args == args


def test_that_keys_step_by_the_unit_and_space_plays(qtbot: QtBot, panel: TimelinePanel) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    for key, modifier, steps in (
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, -1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Right, shift, 10),
    ):
        with qtbot.waitSignal(panel.step_asked) as told:
            qtbot.keyClick(panel.figure, key, modifier)
        assert told.args == ["event", steps]
    transport = panel.findChild(TransportRow)
    assert transport is not None
    qtbot.keyClick(panel.figure, Qt.Key.Key_Space)
    assert transport.is_playing()
    panel.figure.day_picked.emit(20790)  # the user takes the cursor
    assert not transport.is_playing()
    with qtbot.assertNotEmitted(panel.step_asked):
        qtbot.keyClick(panel.figure, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_that_a_window_of_ones_own_has_no_marked_range(panel: TimelinePanel) -> None:
    panel.mark_range("truce")
    panel.figure.window_picked.emit(20000, 20500)
    ranges = panel.findChild(Segments)
    assert ranges is not None
    assert ranges.marked() is None


def test_that_x_switches_the_crosshair_off_and_on(qtbot: QtBot, panel: TimelinePanel) -> None:
    at = QPoint(400, 200)
    switch = next(
        b for b in panel.findChildren(QAbstractButton) if b.accessibleName() == "Crosshair"
    )
    canvas = panel.figure.canvas
    qtbot.mouseMove(canvas.viewport(), at)
    assert canvas.pointed is not None
    qtbot.keyClick(panel.figure, Qt.Key.Key_X)
    assert not switch.isChecked()
    assert canvas.pointed is None
    qtbot.mouseMove(canvas.viewport(), at + QPoint(9, 0))
    assert canvas.pointed is None
    qtbot.keyClick(panel.figure, Qt.Key.Key_X)
    qtbot.mouseMove(canvas.viewport(), at)
    assert switch.isChecked()
    assert canvas.pointed is not None
