"""The choice of a page: the same in a row and behind one button."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.phrase_button import PhraseButton
from rare_gui.panels.pieces.segments import Segments
from rare_gui.panels.timeline.view_picker import ViewPicker

CHOICES = (("one", "One", "The first"), ("two", "Two & more", "The second"))


@pytest.fixture
def picker(light: Theme, shown: Callable[..., QWidget]) -> ViewPicker:
    made = ViewPicker(CHOICES, light)
    shown(made, 300, 30)
    return made


def test_that_a_segment_and_an_entry_of_the_menu_pick_the_same(
    qtbot: QtBot, picker: ViewPicker
) -> None:
    second = next(b for b in picker.findChildren(QToolButton) if b.toolTip() == "The second")
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert told.args == ["two"]
    picker.set_narrow(True)
    button, menu = picker.findChild(PhraseButton), picker.findChild(QMenu)
    assert button is not None
    assert menu is not None
    button.click()
    with qtbot.waitSignal(picker.picked) as told:
        menu.actions()[1].trigger()
    menu.close()
    assert told.args == ["two"]


def test_that_the_marked_page_is_seen_in_both_forms(picker: ViewPicker) -> None:
    picker.mark("two")
    segments, button, menu = (
        picker.findChild(Segments), picker.findChild(PhraseButton), picker.findChild(QMenu)
    )  # fmt: skip
    assert segments is not None
    assert button is not None
    assert menu is not None
    assert segments.marked() == "two"
    assert button.words() == "Two & more"
    assert [action.isChecked() for action in menu.actions()] == [False, True]
    picker.set_narrow(True)
    assert button.isVisible()
    assert not segments.isVisible()
    picker.set_narrow(False)
    assert segments.isVisible()
    assert not button.isVisible()
