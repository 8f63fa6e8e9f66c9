"""The user's own list in the window: read off the GUI thread, followed by every change of view."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from rare_gui.app.parts_room import PartsRoom
from rare_gui.app.session import Session
from rare_gui.app.start import furnish
from rare_gui.app.window import Window
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import load_theme
from rare_gui.scenes.parts.parts import PartsScene
from rare_gui.scenes.selection import Selection

SAMPLE = Path(__file__).resolve().parents[1] / "intake" / "parts" / "sample.csv"
TODAY = date(2026, 11, 23)


@pytest.fixture
def room(qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> PartsRoom:
    window = Window(load_theme("light"))
    qtbot.addWidget(window)
    session = Session(dataset, Selection("gallium", TODAY, view="timeline"))
    rooms = furnish(window, session, TODAY, tmp_path)
    made = PartsRoom(rooms, tmp_path)
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


def opened(qtbot: QtBot, room: PartsRoom) -> PartsScene:
    """The scene of the list that is being read."""
    qtbot.waitUntil(lambda: room._answer is not None and bool(room._answer.scene.file))
    assert room._answer is not None
    return room._answer.scene


def test_that_copied_rows_are_pasted_on_the_empty_page(qtbot: QtBot, room: PartsRoom) -> None:
    QGuiApplication.clipboard().setText("Part\tMaterial\nA 1\tgallium 6N\nA 2\tDy metal\n")
    room.panel.show()
    room.panel.setFocus()
    room.panel._paste_where_empty()
    scene = opened(qtbot, room)
    assert scene.file == "Pasted rows"
    assert [row.read_as for row in scene.rows] == ["Gallium, metal", "Dysprosium, metal"]
    QGuiApplication.clipboard().setText("Part\tMaterial\nB 1\tHo2O3\n")
    room.panel._paste_where_empty()
    assert opened(qtbot, room) is scene, "an open list is not lost to a slip of the hand"


def test_that_pasting_nothing_is_told(
    qtbot: QtBot, room: PartsRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(room.panel, "show_fault", told.append)
    room.paste(" \n\t ")
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["no text was copied; copy the rows of a table, then paste them here"]


def test_that_saved_columns_are_used_for_the_next_list_alike(
    qtbot: QtBot, room: PartsRoom, tmp_path: Path
) -> None:
    rows = "Pos\tStuff\tOther\n1\tgallium 6N\tDy metal\n2\tHo2O3\tgallium 6N\n"
    room.paste(rows)
    first = opened(qtbot, room)
    guessed = next(n for n, column in enumerate(first.columns) if column.field == "material")
    other = {1: 2, 2: 1}[guessed]
    room.panel.mapping_changed.emit("material", other)
    qtbot.waitUntil(lambda: opened(qtbot, room).columns[other].field == "material")
    room.panel.mapping_saved.emit()
    room.paste(rows.replace("gallium 6N\tDy", "Sb metal\tTb"))
    qtbot.waitUntil(lambda: bool(opened(qtbot, room).columns_words))
    assert opened(qtbot, room).columns[other].field == "material"
    assert opened(qtbot, room).can_save_columns
    assert (tmp_path / "parts-columns.json").is_file()


def test_that_damaged_saved_columns_hinder_no_list(
    qtbot: QtBot, room: PartsRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "parts-columns.json").write_text("{")
    told: list[str] = []
    monkeypatch.setattr(room._rooms, "tell", told.append)
    room.open(SAMPLE)
    assert opened(qtbot, room).file == "sample.csv"
    assert "was damaged" in told[0]
