"""The session: one selection, silent when nothing changes, with a way back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from rare_gui.app.session import Session
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.supply import production
from rare_gui.scenes.selection import Selection

DAY = date(2026, 11, 23)


@pytest.fixture
def session(qapp: object, dataset: Dataset) -> Session:
    return Session(dataset, Selection("dysprosium", DAY))


def test_that_an_equal_selection_is_silent(qtbot: QtBot, session: Session) -> None:
    with qtbot.assertNotEmitted(session.changed):
        session.select(material="dysprosium")
    assert not session.can_go_back


def test_that_a_change_is_told_once_and_can_be_taken_back(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.changed):
        session.select(material="gallium", form=None)
    session.back()
    assert session.selection.material == "dysprosium"
    session.forward()
    assert session.selection.material == "gallium"


def test_that_dragging_the_day_is_one_step_back(session: Session) -> None:
    for days in range(1, 20):
        session.select(as_of=DAY - timedelta(days=days))
    session.back()
    assert session.selection.as_of == DAY
    assert not session.can_go_back


def test_that_a_settled_gesture_is_a_step_of_its_own(session: Session) -> None:
    session.select(as_of=DAY - timedelta(days=1))
    session.settle()
    session.select(as_of=DAY - timedelta(days=2))
    session.back()
    assert session.selection.as_of == DAY - timedelta(days=1)


def test_that_a_new_change_forgets_the_way_forward(session: Session) -> None:
    session.select(material="gallium")
    session.back()
    session.select(material="terbium")
    assert not session.can_go_forward


def test_that_back_at_the_beginning_does_nothing(qtbot: QtBot, session: Session) -> None:
    with qtbot.assertNotEmitted(session.changed):
        session.back()
        session.forward()


def test_that_another_series_redraws_output_and_going_back_undoes_it(session: Session) -> None:
    session.select(material="gallium")
    first = session.dataset
    session.select(series="wmd")
    made = production(session.dataset, "gallium", "refined")
    assert made is not None
    assert made.series == "wmd"
    session.select(scenario="nothing that can be read")
    assert production(session.dataset, "gallium", "refined") == made
    session.back()
    session.back()
    assert session.dataset is first
