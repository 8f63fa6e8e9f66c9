"""The popover of a note: what it saves, deletes and refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.domain.own_note import Note
from rare_gui.figures.theme import Theme
from rare_gui.panels.notes.editor import NoteEditor
from rare_gui.scenes.timeline.own_notes import ALL_MATERIALS, NoteEditorScene

NOTE = Note("n1", date(2025, 4, 4), "Licence <b>refused</b>", "dysprosium")
CHOICES = (("", ALL_MATERIALS), ("dysprosium", "Dysprosium"))
SCENE = NoteEditorScene(NOTE, "4 Apr 2025", CHOICES, saved=True)
EMPTY = NoteEditorScene(Note("n2", date(2025, 4, 4), "", ""), "4 Apr 2025", CHOICES, saved=False)


@pytest.fixture
def editor(light: Theme, qtbot: QtBot, shown: Callable[..., QWidget]) -> NoteEditor:
    panel = NoteEditor(light)
    panel.show_scene(SCENE)
    shown(panel, 300, 240)
    return panel


def text_of(editor: NoteEditor) -> QPlainTextEdit:
    found = editor.findChild(QPlainTextEdit)
    assert found is not None
    return found


def button(editor: NoteEditor, name: str) -> QPushButton:
    return next(b for b in editor.findChildren(QPushButton) if b.text() == name)


def test_that_the_note_is_shown_letter_by_letter(editor: NoteEditor) -> None:
    assert text_of(editor).toPlainText() == NOTE.text
    choice = editor.findChild(QComboBox)
    assert choice is not None
    assert choice.currentText() == "Dysprosium"


def test_that_saving_gives_the_note_with_its_id_day_and_what_was_typed(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    text_of(editor).setPlainText("  granted \n")
    choice = editor.findChild(QComboBox)
    assert choice is not None
    choice.setCurrentIndex(0)
    with qtbot.waitSignal(editor.note_saved) as saved:
        qtbot.mouseClick(button(editor, "Save"), Qt.MouseButton.LeftButton)
    assert saved.args == [Note("n1", NOTE.day, "granted", "")]
    assert not editor.isVisible()


def test_that_deleting_gives_the_id(editor: NoteEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.note_deleted) as deleted:
        qtbot.mouseClick(button(editor, "Delete"), Qt.MouseButton.LeftButton)
    assert deleted.args == ["n1"]


def test_that_a_new_note_cannot_be_deleted_nor_saved_empty(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.show_scene(EMPTY)
    assert button(editor, "Delete").isHidden()
    assert not button(editor, "Save").isEnabled()
    text_of(editor).setPlainText(" \n ")
    assert not button(editor, "Save").isEnabled()
    with qtbot.assertNotEmitted(editor.note_saved):
        qtbot.keyClick(text_of(editor), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_that_the_keyboard_saves_and_leaves(editor: NoteEditor, qtbot: QtBot) -> None:
    editor.open_at(QPoint(10, 10))
    with qtbot.waitSignal(editor.note_saved):
        qtbot.keyClick(text_of(editor), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    editor.open_at(QPoint(10, 10))
    with qtbot.assertNotEmitted(editor.note_saved):
        qtbot.keyClick(text_of(editor), Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_that_every_control_has_a_name(editor: NoteEditor) -> None:
    assert text_of(editor).accessibleName()
    choice = editor.findChild(QComboBox)
    assert choice is not None
    assert choice.accessibleName()


def test_that_both_themes_paint_it(editor: NoteEditor, dark: Theme) -> None:
    editor.apply_theme(dark)
    assert not editor.grab().isNull()
