"""Status bar, notice bar and notes: said quietly, never as HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.notes.popover import NotesPopover
from rare_gui.panels.pieces.data_notes import WarningSign
from rare_gui.panels.pieces.flow_text import FlowText
from rare_gui.panels.status.notice import NoticeBar
from rare_gui.panels.status.status_bar import StatusBar
from tests.panels.scenes import NOTES, status_bar

# Offscreen, a popup can neither be raised nor take the keyboard for itself; Qt says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_that_the_count_of_notes_asks_for_them(
    qtbot: QtBot, light: Theme, shown: Callable[..., QWidget]
) -> None:
    bar = StatusBar(light)
    bar.show_scene(status_bar())
    shown(bar, 900, 24)
    button = bar.findChild(QAbstractButton)
    assert button is not None
    with qtbot.waitSignal(bar.notes_asked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    bar.show_scene(replace(status_bar(), notes=""))
    assert not button.isVisible()


def test_that_the_status_bar_says_everything_to_a_screen_reader(
    light: Theme, shown: Callable[..., QWidget]
) -> None:
    bar = StatusBar(light)
    bar.show_scene(status_bar())
    shown(bar, 640, 24)
    said = " / ".join(child.accessibleName() for child in bar.findChildren(QWidget))
    for text in ("34 of 61 materials", "45 days old", "Newer packages", "2026.11.1", "Offline"):
        assert text in said
    shortened = [child.toolTip() for child in bar.findChildren(QWidget)]
    assert any("34 of 61 materials" in tip for tip in shortened)


def test_that_a_notice_offers_its_action_once(
    qtbot: QtBot, light: Theme, shown: Callable[..., QWidget]
) -> None:
    bar = NoticeBar(light)
    shown(bar, 600, 40)
    bar.show_notice("Copied <b>it</b>", "Undo")
    label = bar.findChild(QLabel)
    assert label is not None
    assert label.textFormat() == Qt.TextFormat.PlainText
    action = bar.findChild(QPushButton)
    assert action is not None
    with qtbot.waitSignal(bar.action_taken):
        qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    bar.show_notice("Nothing to do")
    assert not action.isVisible()


def test_that_only_a_warning_looks_like_one(light: Theme, shown: Callable[..., QWidget]) -> None:
    bar = NoticeBar(light)
    shown(bar, 600, 40)
    sign = bar.findChild(WarningSign)
    assert sign is not None
    grounds = []
    for warns in (False, True, False):
        bar.show_notice("Saved it", warns=warns)
        assert sign.isVisible() == warns
        grounds.append(bar.grab().toImage().pixelColor(300, 3).name())
    assert grounds[0] == grounds[2] != grounds[1]


def test_that_fewer_notes_leave_no_old_one(qtbot: QtBot, light: Theme) -> None:
    popover = NotesPopover(light)
    qtbot.addWidget(popover)
    popover.show_scene(NOTES)
    popover.show_scene(NOTES[1:2])
    left = [t for t in popover.findChildren(FlowText) if t.isVisibleTo(popover)]
    assert [text.toPlainText().split(".")[0] for text in left] == ["Figures stop"]


def test_that_the_popover_lists_every_note_as_letters(qtbot: QtBot, light: Theme) -> None:
    popover = NotesPopover(light)
    qtbot.addWidget(popover)
    popover.show_scene(NOTES)
    anchor = QWidget()
    qtbot.addWidget(anchor)
    popover.open_above(anchor)
    texts = [text.toPlainText() for text in popover.findChildren(FlowText)]
    assert len(texts) == 3
    assert texts[2].startswith("SmCo <magnets>")
    qtbot.waitUntil(popover.isVisible)
    for text in popover.findChildren(FlowText):
        assert text.height() >= text.heightForWidth(text.width())
    popover.hide()
