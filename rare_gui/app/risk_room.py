"""Screens the materials off the GUI thread: asked when a risk column or a comparison is shown.

Not for the methods (`domain.risk`) nor for what is shown of them (`scenes.materials.risk_column`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rare_gui.app.session import Session
from rare_gui.app.tasks import Tasks
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.own_weights import OwnWeights
from rare_gui.scenes.own_weights import own_weights
from rare_gui.scenes.selection import Selection

if TYPE_CHECKING:
    from rare_gui.domain.risk.screening import Screening


@dataclass(frozen=True, slots=True)
class Question:
    """Whose figures are asked for; equal questions have equal answers.

    Neither the day nor a what-if is part of it: no method that ranks materials asks for the law,
    unless the user's own `weights` stand on the restricted share, which is of a `day`.
    """

    dataset: Dataset
    importer: str
    known_on: date | None = None
    weights: OwnWeights | None = None
    day: date | None = None


class RiskRoom(QObject):
    """Holds the screening of the country that is looked at; `changed` is sent when it has come.

    Nothing is measured before the event loop runs: the first picture never waits for it.
    """

    changed = Signal()

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._asked: Question | None = None
        self._answers: dict[Question, Screening] = {}
        self._awake = False
        QTimer.singleShot(0, self, self._wake)

    @property
    def is_running(self) -> bool:
        """Whether figures that were asked for are still on their way."""
        return self._asked is not None and self._asked not in self._answers

    def screening(self, selection: Selection) -> Screening | None:
        """The figures that a selection needs; None while they are on their way, or not needed.

        Asking is what starts the work: scenes ask, so nothing is measured for what nobody sees.
        """
        if not is_needed(selection):
            self._asked = None
            return None
        question = self._question(selection)
        if question != self._asked:
            self._asked = question
            self._start()
        return self._answers.get(question)

    def settle(self) -> None:
        """Answer here and now: for pictures, which cannot wait."""
        self.screening(self._session.selection)
        if self._asked is not None and self.is_running:
            self._take(self._asked, _measured(self._asked, self._session.selection.as_of))

    def _question(self, selection: Selection) -> Question:
        weights = own_weights(selection)
        importer, known_on = selection.destination, selection.known_on
        if weights is not None and weights.ask_for_the_law:
            session = self._session
            return Question(session.dataset, importer, known_on, weights, selection.as_of)
        return Question(self._session.base, importer, known_on, weights)

    def _wake(self) -> None:
        self._awake = True
        self._start()

    def _start(self) -> None:
        question = self._asked
        if question is None or not self._awake or not self.is_running:
            return
        day = self._session.selection.as_of
        self._tasks.start(
            "risk",
            lambda: _measured(question, day),
            lambda screening: self._take(question, screening),
            self._fail,
        )

    def _take(self, question: Question, screening: Screening) -> None:
        # those of another dataset or of days passed over are of no use any more
        kept = self._answers.items()
        self._answers = {
            one: it
            for one, it in kept
            if one.dataset is question.dataset
            and one.known_on in (None, question.known_on)
            and one.weights == question.weights
            and one.day == question.day
        }
        self._answers[question] = screening
        if question == self._asked:
            self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._asked = None
        raise error


def _measured(question: Question, day: date) -> Screening:
    # imported here, on the thread: the window's first picture does not wait for it
    from rare_gui.domain.risk.screening import screen

    return screen(
        question.dataset,
        question.importer,
        question.day or day,
        question.known_on,
        question.weights,
    )


def is_needed(selection: Selection) -> bool:
    """Whether anything on screen shows figures of risk."""
    return selection.risk is not None or selection.sort == "risk" or selection.view == "compare"
