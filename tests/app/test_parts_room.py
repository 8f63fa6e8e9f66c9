"""The user's own list in the window: read off the GUI thread, followed by every change of view."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rare_gui.app.parts_room import PartsRoom
from rare_gui.app.session import Session
from rare_gui.app.start import furnish
from rare_gui.app.window import Window
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import load_theme
from rare_gui.scenes.selection import Selection

SAMPLE = Path(__file__).resolve().parents[1] / "intake" / "parts" / "sample.csv"
TODAY = date(2026, 11, 23)


@pytest.fixture
def room(qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> PartsRoom:
    window = Window(load_theme("light"))
    qtbot.addWidget(window)
    session = Session(dataset, Selection("gallium", TODAY, view="timeline"))
    rooms = furnish(window, session, TODAY, tmp_path)
    made = PartsRoom(rooms)
    rooms.add_page("parts", *made.page())
    session.select(view="parts")
    return made


def test_that_an_opened_list_is_told_line_by_line(qtbot: QtBot, room: PartsRoom) -> None:
    room.open(SAMPLE)
    qtbot.waitUntil(lambda: room._answer is not None and bool(room._answer.scene.file))
    assert room._answer is not None
    assert room._answer.scene.file == "sample.csv"
    assert len(room._answer.checked) == 16


def test_that_the_answers_follow_the_day(qtbot: QtBot, room: PartsRoom) -> None:
    room.open(SAMPLE)
    qtbot.waitUntil(lambda: room._answer is not None and bool(room._answer.scene.file))
    before = room._answer
    room._session.select(as_of=date(2025, 1, 2))
    qtbot.waitUntil(lambda: room._answer is not before)
    assert before is not None
    assert room._answer is not None
    assert room._answer.scene.rows != before.scene.rows


def test_that_a_settled_line_leaves_the_list_to_settle(qtbot: QtBot, room: PartsRoom) -> None:
    room.open(SAMPLE)
    qtbot.waitUntil(lambda: room._answer is not None and bool(room._answer.scene.settle))
    assert room._answer is not None
    open_lines = room._answer.scene.settle
    number = next(row.number for row in open_lines if row.candidates)
    room.panel.candidate_picked.emit(number, "dysprosium/metal")
    qtbot.waitUntil(
        lambda: room._answer is not None and len(room._answer.scene.settle) < len(open_lines)
    )


def test_that_an_unreadable_file_is_told_and_the_page_stays_usable(
    qtbot: QtBot, room: PartsRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "list.xlsx"
    damaged.write_bytes(b"PK\x03\x04 no workbook")
    told: list[str] = []
    monkeypatch.setattr(room.panel, "show_fault", told.append)
    room.open(damaged)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("list.xlsx")
    room.open(SAMPLE)
    qtbot.waitUntil(lambda: room._answer is not None and bool(room._answer.scene.file))
