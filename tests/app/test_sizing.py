"""Losses follow the selection off the GUI thread, and a newer question wins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from rare_gui.app.session import Session
from rare_gui.app.sizing import FEW, MIDDLES, Sizing
from rare_gui.app.tasks import Tasks
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection

TODAY = date(2026, 11, 23)


@pytest.fixture
def session(dataset: Dataset, qapp: object) -> Session:
    return Session(dataset, Selection("gallium", TODAY))


@pytest.fixture
def sizing(session: Session) -> Iterator[Sizing]:
    tasks = Tasks()
    made = Sizing(session, tasks)
    yield made
    made.cancel()
    tasks.wait()


def test_that_the_middles_come_first_and_the_draws_after_a_rest(
    qtbot: QtBot, sizing: Sizing
) -> None:
    draws: list[int] = []
    sizing.changed.connect(lambda: draws.append(sizing.impact.draws if sizing.impact else 0))
    sizing.follow()
    qtbot.waitUntil(lambda: FEW in draws, timeout=20_000)
    assert draws.index(MIDDLES) < draws.index(FEW)
    assert not sizing.is_running
    assert not sizing.is_stale


def test_that_the_newest_of_many_questions_is_answered(
    qtbot: QtBot, sizing: Sizing, session: Session
) -> None:
    for weeks in range(10, 30):
        session.select(impact=f"preset=truce-lapses weeks={weeks}")
        sizing.follow()
        assert sizing.is_stale
    qtbot.waitUntil(lambda: not sizing.is_running, timeout=20_000)
    assert sizing.impact is not None
    assert sizing.impact.case.weeks == 29


def test_that_materials_passed_by_on_the_way_to_another_are_not_sized(
    qtbot: QtBot, sizing: Sizing, session: Session
) -> None:
    sizing.settle()
    sized: list[tuple[str, ...]] = []
    sizing.changed.connect(lambda: sized.append(sizing.impact.case.materials))  # type: ignore[union-attr]
    for material in ("neodymium", "terbium", "dysprosium"):
        session.select(material=material)
        sizing.follow()
        assert sizing.is_running
    qtbot.waitUntil(lambda: not sizing.is_running, timeout=20_000)
    assert set(sized) == {("dysprosium",)}


def test_that_an_equal_question_is_not_asked_again(sizing: Sizing, session: Session) -> None:
    sizing.settle()
    before = sizing.impact
    session.select(view="list")
    sizing.follow()
    assert not sizing.is_running
    assert sizing.impact is before


def test_that_a_case_that_cannot_be_read_is_told_and_sizes_nothing(
    sizing: Sizing, session: Session
) -> None:
    session.select(impact="preset=slow-licences cut=2")
    sizing.follow()
    assert sizing.impact is None
    assert "no share" in sizing.fault


def test_that_cancelled_draws_leave_what_stood(qtbot: QtBot, sizing: Sizing) -> None:
    sizing.settle()
    before = sizing.impact
    sizing.draw_many()
    assert sizing.progress == 0.0
    sizing.cancel()
    qtbot.waitUntil(lambda: not sizing.is_running, timeout=20_000)
    assert sizing.impact is before
    assert sizing.progress is None


def test_that_many_draws_tell_how_far_they_are(qtbot: QtBot, sizing: Sizing) -> None:
    sizing.settle()
    seen: list[float] = []
    sizing.changed.connect(lambda: seen.append(sizing.progress or 0.0))
    sizing.draw_many()
    qtbot.waitUntil(lambda: not sizing.is_running, timeout=60_000)
    assert sizing.impact is not None
    assert sizing.impact.draws == 20_000
    assert any(0 < share < 1 for share in seen)
    assert seen == sorted(seen[:-1]) + seen[-1:]
