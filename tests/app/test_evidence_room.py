"""The drawer takes the place of the right pane and gives it back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QStackedWidget
from pytestqt.qtbot import QtBot

from rare_gui.app.evidence_room import EvidenceRoom
from rare_gui.app.session import Session
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import load_theme
from rare_gui.scenes.selection import Selection

VIEW = Selection("gallium", date(2026, 11, 23))


@pytest.fixture
def right(qtbot: QtBot) -> QStackedWidget:
    made = QStackedWidget()
    made.addWidget(QLabel("impact"))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def room(dataset: Dataset, right: QStackedWidget) -> EvidenceRoom:
    return EvidenceRoom(Session(dataset, VIEW), right, load_theme("light"))


def test_that_asking_opens_the_drawer_and_closing_gives_the_pane_back(
    room: EvidenceRoom, right: QStackedWidget
) -> None:
    before = right.currentWidget()
    room.ask("header.mined")
    assert room.is_open
    room.close()
    assert right.currentWidget() is before


def test_that_another_material_closes_it_unless_it_is_pinned(room: EvidenceRoom) -> None:
    session = room._session
    room.ask("header.mined")
    session.select(material="nickel")
    assert not room.is_open
    room.ask("header.mined")
    room.drawer.pin_asked.emit(True)
    session.select(material="gallium")
    assert room.is_open
    assert room._shown is not None
    assert "refined" in room._shown.title


def test_that_back_shows_the_figure_before(room: EvidenceRoom) -> None:
    room.ask("header.mined")
    room.ask("header.hhi")
    room.drawer.back_asked.emit()
    assert room._shown is not None
    assert room._shown.key == "header.mined"
    room.drawer.forward_asked.emit()
    assert room._shown.key == "header.hhi"


def test_that_who_shows_the_pane_is_told(dataset: Dataset, right: QStackedWidget) -> None:
    told: list[bool] = []
    room = EvidenceRoom(Session(dataset, VIEW), right, load_theme("dark"), told.append)
    room.ask("nonsense")
    room.close()
    room.close()
    assert told == [True, False]


def test_that_who_outlines_the_figure_is_told_when_it_opens_and_closes(room: EvidenceRoom) -> None:
    told: list[str] = []
    room.opened.connect(told.append)
    room.ask("header.mined")
    room.ask("header.hhi")
    assert room.open_key == "header.hhi"
    room.close()
    assert told == ["header.mined", "header.hhi", ""]
    assert room.open_key == ""


def test_that_another_series_is_one_step_of_the_session_and_can_be_undone(
    room: EvidenceRoom,
) -> None:
    session = room._session
    room.ask("header.mined")
    room.drawer.series_asked.emit("wmd")
    assert session.selection.series == "wmd"
    session.back()
    assert session.selection.series is None
