"""The cliff board's calendar file: where it is suggested, and what is never overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from rare_gui.app.rooms import Rooms
from rare_gui.app.session import Session
from rare_gui.app.start import furnish
from rare_gui.app.window import Window
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import Theme, load_theme
from rare_gui.panels.cliffs.board import CliffBoard
from rare_gui.panels.cliffs.table import CliffTable
from rare_gui.scenes.cliffs.scene import cliffs_scene
from rare_gui.scenes.selection import Selection

DAY = date(2026, 11, 23)


class LastExport:
    """Stands for the exports, of which the last went into a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def open(self) -> None: ...
    def apply_theme(self, theme: Theme) -> None: ...


@pytest.fixture
def rooms(qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> Iterator[Rooms]:
    window = Window(load_theme("light"))
    qtbot.addWidget(window)
    made = furnish(window, Session(dataset, Selection("gallium", DAY)), DAY, tmp_path)
    window.exports = LastExport(tmp_path)
    window.show()
    qtbot.waitExposed(window)
    yield made
    QApplication.processEvents()


def asked_for(monkeypatch: pytest.MonkeyPatch, answer: str) -> list[str]:
    """The names that are suggested; the user answers with `answer`."""
    suggested: list[str] = []

    def choose(_parent: object, _title: str, usual: str, _filter: str) -> tuple[str, str]:
        suggested.append(usual)
        return answer, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return suggested


def test_that_the_folder_of_the_last_export_is_suggested(
    rooms: Rooms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms.session.select(view="cliffs")
    board = rooms.pages["cliffs"]
    assert isinstance(board, CliffBoard)
    suggested = asked_for(monkeypatch, str(tmp_path / "mine"))
    scene = cliffs_scene(rooms.session.dataset, rooms.session.selection)
    board.calendar_asked.emit(tuple(row.clause for row in scene.rows))
    assert suggested == [str(tmp_path / "cliffs-2026-11-23.ics")]
    first = (tmp_path / "mine.ics").read_bytes()
    assert first.startswith(b"BEGIN:VCALENDAR")
    # the name that was chosen is another one, so nobody was asked about the file that is there
    board.calendar_asked.emit(())
    assert (tmp_path / "mine.ics").read_bytes() == first
    assert "is there already" in board._result.text()


def test_that_a_key_typed_ahead_does_not_press_the_first_button_of_a_page(
    rooms: Rooms, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested = asked_for(monkeypatch, "")
    rooms.window.activateWindow()
    rooms.timeline.setFocus()
    qtbot.waitUntil(rooms.timeline.figure.hasFocus)
    rooms.session.select(view="cliffs")
    assert isinstance(QApplication.focusWidget(), CliffTable)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not suggested
