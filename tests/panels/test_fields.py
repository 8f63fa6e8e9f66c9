"""Date and place in the toolbar: what they show and say; bad dates change nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.changes.date_field import DateField
from rare_gui.panels.pieces.phrase_button import PhraseButton
from rare_gui.panels.timeline.place_field import PlaceField

# Offscreen, a popup can neither be raised nor take the keyboard for itself; Qt says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TODAY = date(2026, 11, 23)
HINT = "Write a day such as 12 jul 25"


def parse(text: str) -> date | str:
    return date(2025, 7, 12) if text == "12 jul 25" else HINT


@pytest.fixture
def field(light: Theme, shown: Callable[..., QWidget]) -> DateField:
    made = DateField(parse, light)
    made.show_day(TODAY, TODAY)
    shown(made, 300, 40)
    return made


def words(field: QWidget) -> str:
    button = field.findChild(PhraseButton)
    assert button is not None
    return button.words()


def typed(qtbot: QtBot, field: DateField, text: str) -> None:
    field.open_popover()
    line = field.findChild(QLineEdit)
    assert line is not None
    line.setText(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_that_it_says_the_day_and_whether_it_is_today(field: DateField) -> None:
    assert words(field) == "As of 23 Nov 2026 today"
    field.show_day(date(2025, 7, 12), TODAY)
    assert words(field) == "As of 12 July 2025"


def test_that_a_typed_day_is_told_and_closes_the_popover(qtbot: QtBot, field: DateField) -> None:
    with qtbot.waitSignal(field.day_typed) as told:
        typed(qtbot, field, "12 jul 25")
    assert told.args == [date(2025, 7, 12)]
    line = field.findChild(QLineEdit)
    assert line is not None
    assert not line.isVisible()


def test_that_a_bad_day_shows_a_hint_and_changes_nothing(qtbot: QtBot, field: DateField) -> None:
    with qtbot.assertNotEmitted(field.day_typed):
        typed(qtbot, field, "someday")
    hint = next(label for label in field.findChildren(QLabel) if label.text() == HINT)
    assert hint.isVisible()
    line = field.findChild(QLineEdit)
    assert line is not None
    qtbot.keyClicks(line, "x")
    assert not hint.isVisible()
    line.window().hide()


def test_that_a_click_in_the_calendar_is_a_day(qtbot: QtBot, field: DateField) -> None:
    field.open_popover()
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2026, 11, 23)
    with qtbot.waitSignal(field.day_typed) as told:
        calendar.clicked.emit(QDate(2026, 11, 5))
    assert told.args == [date(2026, 11, 5)]


def test_that_a_destination_is_picked_by_its_code(
    qtbot: QtBot, light: Theme, shown: Callable[..., QWidget]
) -> None:
    field = PlaceField(light)
    shown(field, 400, 40)
    field.show_places("China", (("US", "United States"), ("EU", "European Union")), "US")
    assert words(field) == "From China to United States"
    action = next(a for a in field.findChildren(QAction) if a.text() == "European Union")
    with qtbot.waitSignal(field.destination_picked) as told:
        action.trigger()
    assert told.args == ["EU"]
    field.show_places("China", (("US", "United States"), ("EU", "European Union")), "JP")
    assert words(field) == "From China to JP"
