"""Functions run off the GUI thread; of several answers to one question only the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Tasks(QObject):
    """Runs functions on the thread pool and delivers their results on the GUI thread.

    One long-lived object owns the signal: a runnable's own would die with it on the pool's thread.
    """

    _finished = Signal(str, int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._closed = Event()
        self._newest: dict[str, int] = {}
        self._waiting: dict[str, tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        self._finished.connect(self._deliver)

    def start(
        self,
        question: str,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run `work`; `done` gets its result, `failed` its error, unless it is asked anew.

        Nothing is run once the tasks are closed.
        """
        if self.are_closed:
            return
        number = self._newest.get(question, 0) + 1
        self._newest[question] = number
        self._waiting[question] = (done, failed)
        self._pool.start(_Run(self, question, number, work))

    @property
    def are_closed(self) -> bool:
        """Whether nobody waits for answers any more; long work asks this now and then."""
        return self._closed.is_set()

    def wait(self) -> None:
        """Block until nothing runs; answers are delivered by the event loop afterwards."""
        self._pool.waitForDone()

    def close(self) -> None:
        """Take no more work and block until nothing runs: what shows the answers goes away."""
        self._closed.set()
        self.wait()

    def _deliver(self, question: str, number: int, result: object, error: Exception | None) -> None:
        if number != self._newest[question]:
            return
        done, failed = self._waiting.pop(question)
        if error is None:
            done(result)
        else:
            failed(error)


class _Run(QRunnable):
    def __init__(self, tasks: Tasks, question: str, number: int, work: Callable[[], Any]) -> None:
        super().__init__()
        self._tasks, self._question, self._number, self._work = tasks, question, number, work

    def run(self) -> None:
        try:
            result, error = self._work(), None
        except Exception as failure:  # delivered, never swallowed
            result, error = None, failure
        self._tasks._finished.emit(self._question, self._number, result, error)
