"""The card's risk figures come off the GUI thread once, and at once from then on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rare_gui.app.card_room import CardRoom
from rare_gui.app.session import Session
from rare_gui.app.tasks import Tasks
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection

VIEW = Selection("gallium", date(2026, 11, 23))


@pytest.fixture
def room(dataset: Dataset, qapp: object) -> Iterator[CardRoom]:
    tasks = Tasks()
    yield CardRoom(Session(dataset, VIEW), tasks)
    tasks.close()
    QApplication.processEvents()


def test_that_the_first_figures_come_later_and_the_next_at_once(
    room: CardRoom, dataset: Dataset, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(room.changed):
        assert room.assessment(dataset, VIEW) is None
    first = room.assessment(dataset, VIEW)
    assert first is not None
    assert first.material == "gallium"
    other = room.assessment(dataset, replace(VIEW, material="nickel"))
    assert other is not None
    assert other.material == "nickel"


def test_that_a_picture_does_not_wait(room: CardRoom, dataset: Dataset) -> None:
    assert room.assessment(dataset, VIEW) is None
    room.settle()
    assert room.known(VIEW) is not None
    assert room.known(replace(VIEW, material="nickel")) is None
