"""The report: read, mended, copied; nothing is sent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.help.report import ReportDialog

TEXT = "ValueError: <b>no</b>\n\nrare_gui 0.1\n\nTraceback (most recent call last):\n  File x"


@pytest.fixture
def dialog(light: Theme, shown: Callable[..., QWidget]) -> ReportDialog:
    made = ReportDialog(light)
    made.show_report("Something went wrong.", TEXT)
    shown(made, 640, 480)
    return made


def text_of(dialog: ReportDialog) -> QPlainTextEdit:
    found = dialog.findChild(QPlainTextEdit)
    assert found is not None
    return found


def button(dialog: ReportDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def test_that_the_report_is_shown_letter_by_letter(dialog: ReportDialog) -> None:
    assert text_of(dialog).toPlainText() == TEXT
    labels = dialog.findChildren(QLabel)
    assert any("Nothing is sent" in label.text() for label in labels)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert not dialog.isModal()


def test_that_what_was_struck_out_is_not_copied(dialog: ReportDialog, qtbot: QtBot) -> None:
    text_of(dialog).setPlainText("ValueError")
    with qtbot.waitSignal(dialog.copied) as copied:
        qtbot.mouseClick(button(dialog, "Copy"), Qt.MouseButton.LeftButton)
    assert copied.args == ["ValueError"]
    assert QGuiApplication.clipboard().text() == "ValueError"
    assert button(dialog, "Copied").isVisible()


def test_that_it_works_by_keyboard_alone(dialog: ReportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.copied):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_the_log_is_asked_for_only_where_there_is_one(
    dialog: ReportDialog, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.folder_asked):
        qtbot.mouseClick(button(dialog, "Show the log"), Qt.MouseButton.LeftButton)
    dialog.show_report("Something else.", TEXT, has_log=False)
    assert not button(dialog, "Show the log").isVisible()
