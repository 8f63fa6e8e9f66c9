"""Risk figures come off the GUI thread, only when they are shown, and the newest country wins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rare_gui.app.risk_room import RiskRoom, is_needed
from rare_gui.app.session import Session
from rare_gui.app.tasks import Tasks
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection

VIEW = Selection("gallium", date(2026, 11, 23))


@pytest.fixture
def session(dataset: Dataset, qapp: object) -> Session:
    return Session(dataset, VIEW)


@pytest.fixture
def room(session: Session) -> Iterator[RiskRoom]:
    tasks = Tasks()
    yield RiskRoom(session, tasks)
    tasks.close()
    QApplication.processEvents()


def test_that_nothing_is_measured_for_what_nobody_sees(room: RiskRoom, session: Session) -> None:
    QApplication.processEvents()
    assert room.screening(session.selection) is None
    assert not room.is_running


@pytest.mark.parametrize("change", [{"risk": "hhi"}, {"sort": "risk"}, {"view": "compare"}])
def test_that_a_column_an_order_or_a_comparison_needs_the_figures(change: dict[str, str]) -> None:
    assert not is_needed(VIEW)
    assert is_needed(Selection("gallium", VIEW.as_of, **change))  # type: ignore[arg-type]


def test_that_the_first_answer_is_not_there_and_comes_later(
    qtbot: QtBot, room: RiskRoom, session: Session
) -> None:
    session.select(risk="hhi")
    assert room.screening(session.selection) is None
    assert room.is_running
    with qtbot.waitSignal(room.changed, timeout=20_000):
        pass
    found = room.screening(session.selection)
    assert found is not None
    assert found.importer == "US"
    assert not room.is_running


def test_that_the_newest_country_wins_and_the_day_asks_nothing_anew(
    qtbot: QtBot, room: RiskRoom, session: Session
) -> None:
    told: list[str] = []
    room.changed.connect(lambda: told.append(room.screening(session.selection).importer))  # type: ignore[union-attr]
    session.select(risk="geopolrisk")
    room.screening(session.selection)
    QApplication.processEvents()  # the first one runs
    session.select(destination="JP")
    room.screening(session.selection)
    qtbot.waitUntil(lambda: not room.is_running, timeout=20_000)
    assert told == ["JP"]
    session.select(as_of=date(2025, 5, 1))
    assert room.screening(session.selection) is not None
    assert not room.is_running


def test_that_a_picture_gets_its_figures_at_once(room: RiskRoom, session: Session) -> None:
    session.select(risk="hhi")
    room.settle()
    assert room.screening(session.selection) is not None
