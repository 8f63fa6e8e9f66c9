"""The card's risk figures: measured off the GUI thread the first time, at once from then on.

Not for the methods (`domain.risk`) nor for what is shown of them (`scenes.card.scene`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rare_gui.app.session import Session
from rare_gui.app.tasks import Tasks
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.own_weights import OwnWeights
from rare_gui.scenes.own_weights import own_weights
from rare_gui.scenes.selection import Selection

if TYPE_CHECKING:
    from rare_gui.domain.risk.assessment import Assessment
    from rare_gui.scenes.card.parts import CardScene


@dataclass(frozen=True, slots=True)
class Question:
    """Whose figures are asked for; equal questions have equal answers."""

    dataset: Dataset
    material: str
    importer: str
    as_of: date
    known_on: date | None
    weights: OwnWeights | None


class CardRoom(QObject):
    """Holds the assessment of the material looked at; `changed` is sent when it has come.

    The first one of a dataset, a country and a known-on day reads tables for about a second; the
    next ones take milliseconds and are made on the spot.
    """

    changed = Signal()

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._asked: Question | None = None
        self._answer: tuple[Question, Assessment] | None = None
        self._read: tuple[Dataset, str, date | None] | None = None

    def scene(self, dataset: Dataset, selection: Selection) -> CardScene:
        """The card; its risk figures show "..." until they are there."""
        from rare_gui.scenes.card.scene import card_scene

        return card_scene(dataset, selection, self.assessment(dataset, selection))

    def assessment(self, dataset: Dataset, selection: Selection) -> Assessment | None:
        """The figures of a selection, None while they are on their way."""
        question = _question(dataset, selection)
        if self._answer is not None and self._answer[0] == question:
            return self._answer[1]
        if self._read == (dataset, selection.destination, selection.known_on):
            self._answer = (question, _measured(question))
            return self._answer[1]
        if question != self._asked:
            self._asked = question
            self._tasks.start(
                "card",
                lambda: _measured(question),
                lambda found: self._take(question, found),
                self._fail,
            )
        return None

    def known(self, selection: Selection) -> Assessment | None:
        """The figures if they are there already; asking starts nothing."""
        question = _question(self._session.dataset, selection)
        same = self._answer is not None and self._answer[0] == question
        return self._answer[1] if self._answer is not None and same else None

    def settle(self) -> None:
        """Answer here and now what is on its way: for pictures, which cannot wait."""
        if self._asked is not None and (self._answer is None or self._answer[0] != self._asked):
            self._tasks.wait()
            self._take(self._asked, _measured(self._asked))

    def _take(self, question: Question, found: Assessment) -> None:
        self._read = (question.dataset, question.importer, question.known_on)
        if question == self._asked:
            self._answer, self._asked = (question, found), None
            self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._asked = None
        raise error


def _question(dataset: Dataset, selection: Selection) -> Question:
    return Question(
        dataset,
        selection.material,
        selection.destination,
        selection.as_of,
        selection.known_on,
        own_weights(selection),
    )


def _measured(question: Question) -> Assessment:
    # imported here, on the thread: the window's first picture does not wait for it
    from rare_gui.domain.risk.assessment import assess

    return assess(
        question.dataset,
        question.material,
        question.importer,
        as_of=question.as_of,
        known_on=question.known_on,
    ).with_weights(question.weights)
