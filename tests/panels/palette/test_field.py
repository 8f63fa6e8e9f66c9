"""The field that opens the palette: shorter words where it is narrow, at last the sign alone."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.palette.field import WORDS, CommandField


def test_that_words_give_way_before_the_sign(light: Theme, shown: Callable[..., QWidget]) -> None:
    field = CommandField("Ctrl+K", light)
    shown(field, 420, 26)
    assert field.shown_words() == WORDS
    assert field.shows_keys()
    field.resize(200, 26)
    assert field.shown_words().endswith("…")
    assert not field.shows_keys()
    field.resize(40, 26)
    assert field.shown_words() == ""
    assert field.accessibleName() == WORDS


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(width=st.integers(34, 420))
def test_that_it_can_be_painted_at_every_width(light: Theme, qtbot: QtBot, width: int) -> None:
    field = CommandField("Ctrl+K", light)
    field.resize(width, 26)
    assert not field.grab().isNull()
    assert field.shows_keys() <= (field.shown_words() == WORDS)
    field.deleteLater()


def test_that_a_click_and_the_space_bar_ask_for_the_palette(
    light: Theme, shown: Callable[..., QWidget], qtbot: QtBot
) -> None:
    field = CommandField("Ctrl+K", light)
    shown(field, 420, 26)
    with qtbot.waitSignal(field.clicked):
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(field.clicked):
        qtbot.keyClick(field, Qt.Key.Key_Space)
