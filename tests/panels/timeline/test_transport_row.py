"""The controls over the timeline say what was asked, and play stops by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.segments import Segments
from rare_gui.panels.timeline.transport_row import TransportRow


@pytest.fixture
def row(light: Theme, shown: Callable[..., QWidget]) -> TransportRow:
    made = TransportRow(light)
    made.show_lanes(13, 54)
    made.show_as_of(100)
    shown(made, 725, 36)
    return made


def button(row: TransportRow, name: str) -> QAbstractButton:
    return next(b for b in row.findChildren(QAbstractButton) if b.accessibleName() == name)


def choose_unit(row: TransportRow, unit: str) -> None:
    next(a for a in row.findChildren(QAction) if a.text() == f"Step by {unit}").trigger()


def test_that_the_arrows_step_by_event(qtbot: QtBot, row: TransportRow) -> None:
    choose_unit(row, "week")
    for name, direction in (("Previous event", -1), ("Next event", 1)):
        with qtbot.waitSignal(row.step_asked) as told:
            qtbot.mouseClick(button(row, name), Qt.MouseButton.LeftButton)
        assert told.args == ["event", direction]


def test_that_play_asks_for_steps_of_the_unit_until_a_step_leads_nowhere(
    qtbot: QtBot, row: TransportRow
) -> None:
    choose_unit(row, "week")
    steps: list[str] = []

    def answer(unit: str, direction: int) -> None:
        steps.append(unit)
        if len(steps) < 3:
            row.show_as_of(100 + 7 * len(steps))

    row.step_asked.connect(answer)
    row.toggle_play()
    assert steps == ["week"]
    qtbot.waitUntil(lambda: not row.is_playing(), timeout=3000)
    assert len(steps) == 3


def test_that_pause_and_another_unit_stop_playing(row: TransportRow) -> None:
    row.toggle_play()
    assert row.is_playing()
    row.toggle_play()
    assert not row.is_playing()
    row.toggle_play()
    choose_unit(row, "month")
    assert not row.is_playing()
    assert row.unit() == "month"


def test_that_a_range_is_asked_and_marked(qtbot: QtBot, row: TransportRow) -> None:
    with qtbot.waitSignal(row.range_asked) as told:
        qtbot.mouseClick(button(row, "Three years"), Qt.MouseButton.LeftButton)
    assert told.args == ["3y"]
    with qtbot.assertNotEmitted(row.range_asked):
        row.mark_range("truce")
    ranges = row.findChild(Segments)
    assert ranges is not None
    assert ranges.marked() == "truce"
    row.mark_range(None)
    assert ranges.marked() is None


def test_that_the_crosshair_is_a_switch_whose_state_is_seen(
    qtbot: QtBot, row: TransportRow
) -> None:
    switch = next(b for b in row.findChildren(QAbstractButton) if b.accessibleName() == "Crosshair")
    assert switch.isChecked()
    assert switch.toolTip().startswith("Crosshair on")
    with qtbot.waitSignal(row.crosshair_switched) as told:
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert told.args == [False]
    assert switch.toolTip().startswith("Crosshair off")
    with qtbot.waitSignal(row.crosshair_switched) as told:
        row.switch_crosshair()
    assert told.args == [True]


def test_that_the_lanes_button_asks_for_all_and_back(qtbot: QtBot, row: TransportRow) -> None:
    with qtbot.waitSignal(row.all_lanes_asked) as told:
        qtbot.mouseClick(button(row, "Lanes 13 of 54"), Qt.MouseButton.LeftButton)
    assert told.args == [True]
    row.show_lanes(54, 54)
    with qtbot.waitSignal(row.all_lanes_asked) as told:
        qtbot.mouseClick(button(row, "Lanes 54 of 54"), Qt.MouseButton.LeftButton)
    assert told.args == [False]


def test_that_its_controls_never_overlap(row: TransportRow) -> None:
    row.resize(row.minimumSizeHint().width(), 36)
    assert row.minimumSizeHint().width() <= 560
    places = [child.geometry() for child in row.children() if isinstance(child, QWidget)
              and child.isVisible() and not child.isWindow()]  # fmt: skip
    for number, place in enumerate(places):
        assert row.rect().contains(place)
        assert not any(place.intersects(other) for other in places[number + 1 :])
