"""Sizes the selection's losses off the GUI thread: a point at once, the draws after a rest.

Not for the model (`domain.impact.model`) nor for what is shown of it (`scenes.impact.scene`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from rare_gui.app.session import Session
from rare_gui.app.tasks import Tasks
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import CaseError, ImpactCase
from rare_gui.domain.impact.ranges import ImpactError
from rare_gui.domain.impact.result import Impact
from rare_gui.scenes.impact.case import sized_case

PAUSE_MS, REST_MS = 120, 250
"""A view that moves on rests so long before losses are sized at all, a slider before the draws."""
MIDDLES, FEW, MANY = 1, 2_000, 20_000
SEED = 1


@dataclass(frozen=True, slots=True)
class Question:
    """What is sized; equal questions have equal answers. `base` is the law without a what-if."""

    dataset: Dataset
    base: Dataset
    case: ImpactCase
    as_of: date
    known_on: date | None
    origin: str
    destination: str

    def answer(
        self,
        draws: int,
        stopped: Callable[[], bool] | None = None,
        tell: Callable[[float], None] | None = None,
    ) -> Impact | None:
        """Run the model; None once it is `stopped`. Raises CaseError and ImpactError as it does."""
        # imported here, on the thread: the window's first picture does not wait for it
        from rare_gui.domain.impact.model import Cancelled, size

        try:
            return size(
                self.dataset,
                self.case,
                as_of=self.as_of,
                known_on=self.known_on,
                origin=self.origin,
                destination=self.destination,
                draws=draws,
                seed=SEED,
                cancelled=stopped,
                progress=tell,
                today=self.base,
            )
        except Cancelled:
            return None


class Sizing(QObject):
    """Holds the losses of what is looked at; `changed` is sent when there is more to show.

    One run goes at a time: a newer question stops the one before and waits for its end, so that a
    dragged slider never piles up work. `progress` is the share of the many draws that is done.
    """

    changed = Signal()
    _moved = Signal(float)

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._asked: Question | None = None
        self._given: str | None = None  # the case in the selection's words
        self._answered: Question | None = None
        self._next: int | None = None
        self._stop: Event | None = None
        self.impact: Impact | None = None
        self.fault = ""
        self.progress: float | None = None
        self._awake = False
        # The second turn of the event loop: the first one lays out and paints, and that comes first
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._wake))
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(lambda: self._run(FEW))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self._run(MIDDLES))
        self._moved.connect(self._move)

    @property
    def is_stale(self) -> bool:
        """Whether `impact` answers an earlier question."""
        return self._answered != self._asked

    @property
    def is_running(self) -> bool:
        """Whether a better answer is on its way."""
        timed = self._rest.isActive() or self._pause.isActive()
        waiting = self._stop is not None or self._next is not None or timed
        return self._asked is not None and waiting

    def follow(self) -> None:
        """Ask anew if the session looks at something else."""
        question = self._question()
        given, self._given = self._given, self._session.selection.impact
        if question == self._asked:
            return
        before, self._asked = self._asked, question
        self.progress = None
        self._rest.stop()
        self._pause.stop()
        if question is None:
            self.impact, self._answered = None, None
            self._halt()
        elif before is None or given != self._given:
            self._run(MIDDLES)
        else:  # another day or material: it may move on at once, and must not wait for the model
            self._halt()
            self._pause.start()

    def draw_many(self) -> None:
        """Make the many draws of a report, with progress; `cancel` ends it."""
        self._rest.stop()
        self.progress = 0.0
        self._run(MANY)
        self.changed.emit()

    def cancel(self) -> None:
        """Stop the draws; what stood before goes on standing."""
        self.progress = None
        self._rest.stop()
        self._pause.stop()
        self._halt()
        self.changed.emit()

    def settle(self) -> None:
        """Answer here and now: for pictures, which cannot wait."""
        self._rest.stop()
        self._pause.stop()
        self._halt()
        self._asked = self._question()
        if self._asked is not None:
            try:
                self.impact, self._answered = self._asked.answer(FEW), self._asked
            except (CaseError, ImpactError) as error:
                self._refuse(str(error))
        self.changed.emit()

    def _question(self) -> Question | None:
        session, selection = self._session, self._session.selection
        self.fault = ""
        try:
            case = sized_case(session.dataset, selection)
        except CaseError as error:
            self.fault = str(error)
            return None
        return Question(
            session.dataset,
            session.base,
            case,
            selection.as_of,
            selection.known_on,
            selection.origin,
            selection.destination,
        )

    def _halt(self) -> None:
        self._next = None
        if self._stop is not None:
            self._stop.set()

    def _run(self, draws: int) -> None:
        """Start a run, or have it follow the one that goes."""
        if self._stop is not None:
            self._stop.set()
        if self._stop is not None or not self._awake:
            self._next = draws
            return
        question = self._asked
        if question is None:
            return
        stop = self._stop = Event()
        tell = self._moved.emit if draws == MANY else None

        def stopped() -> bool:
            return stop.is_set() or self._tasks.are_closed

        self._tasks.start(
            "impact",
            lambda: question.answer(draws, stopped, tell),
            lambda impact: self._take(question, draws, impact),
            lambda error: self._fail(question, error),
        )

    def _take(self, question: Question, draws: int, impact: Impact | None) -> None:
        if impact is not None and question == self._asked:
            self.impact, self._answered = impact, question
            self.progress = None
            if draws == MIDDLES:
                self._rest.start()
        self._end()

    def _fail(self, question: Question, error: Exception) -> None:
        if question == self._asked and isinstance(error, CaseError | ImpactError):
            self._refuse(str(error))
        self._end()
        if not isinstance(error, CaseError | ImpactError):
            raise error

    def _end(self) -> None:
        self._stop = None
        self._run_next()
        self.changed.emit()

    def _wake(self) -> None:
        self._awake = True
        self._run_next()

    def _run_next(self) -> None:
        waiting, self._next = self._next, None
        if waiting is not None:
            self._run(waiting)

    def _refuse(self, why: str) -> None:
        self.fault, self.impact, self._answered = why, None, self._asked

    def _move(self, share: float) -> None:
        if self.progress is not None:
            self.progress = share
            self.changed.emit()
