"""Tasks off the GUI thread: the newest answer wins, errors are delivered."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from rare_gui.app.tasks import Tasks


def test_that_work_is_done_on_another_thread_and_delivered_here(qtbot: QtBot) -> None:
    tasks, found = Tasks(), []
    tasks.start("q", threading.get_ident, found.append, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found[0] != threading.get_ident()


def test_that_only_the_newest_answer_to_a_question_counts(qtbot: QtBot) -> None:
    tasks, found, gate = Tasks(), [], threading.Event()

    def slow() -> str:
        gate.wait(10)
        return "old"

    tasks.start("q", slow, found.append, found.append)
    tasks.start("q", lambda: "new", found.append, found.append)
    qtbot.waitUntil(lambda: bool(found))
    gate.set()
    tasks.wait()
    other: list[str] = []
    tasks.start("r", lambda: "end", other.append, other.append)
    qtbot.waitUntil(lambda: bool(other))
    assert found == ["new"]


def test_that_an_error_is_delivered_and_not_swallowed(qtbot: QtBot) -> None:
    tasks, failed = Tasks(), []

    def fails() -> None:
        raise ValueError("broken")

    tasks.start("q", fails, lambda _: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert str(failed[0]) == "broken"
