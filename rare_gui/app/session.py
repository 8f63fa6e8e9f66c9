"""The one thing that changes: the current dataset and selection, with back and forward."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from rare_gui.domain.assumptions import ScenarioError
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.problems import Problem
from rare_gui.domain.scenario import Scenario
from rare_gui.domain.series_choice import preferring
from rare_gui.scenes.selection import Selection

FindScenario = Callable[[str, Dataset], Scenario]
"""Finds the scenario that a text names; raises ScenarioError."""

_GLIDING = frozenset({"as_of", "known_on", "window", "words", "impact", "weights"})
"""Fields that a drag changes many times: one gesture, one step back."""


class Session(QObject):
    """Holds what is looked at; everything on screen follows from it."""

    changed = Signal()

    def __init__(
        self,
        dataset: Dataset,
        selection: Selection,
        problems: tuple[Problem, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._base = dataset
        self._supposed: tuple[tuple[str, str | None], Dataset] | None = None
        self._problems = problems
        self._fault = ""
        self.find: FindScenario = lambda text, _dataset: Scenario.from_text(text)
        self._selection = selection
        self._back: list[Selection] = []
        self._forward: list[Selection] = []
        self._gliding = ""

    @property
    def base(self) -> Dataset:
        """The dataset under the law as it is, with the series of output figures asked for."""
        return preferring(self._base, self._selection.series)

    @property
    def dataset(self) -> Dataset:
        """The dataset that everything shows: under the selection's what-if, if it has one."""
        text = self._selection.scenario
        if text is None:
            return self.base
        asked = (text, self._selection.series)
        if self._supposed is None or self._supposed[0] != asked:
            self._supposed = (asked, self._under(text))
        return self._supposed[1]

    @property
    def scenario(self) -> Scenario | None:
        """The what-if that is looked at; None for the law as it is, or one that cannot be read."""
        text = self._selection.scenario
        try:
            return self.find(text, self._base) if text is not None else None
        except ScenarioError:
            return None

    @property
    def scenario_fault(self) -> str:
        """Why the what-if cannot be applied, in one sentence; then the law as it is is shown."""
        _ = self.dataset
        return self._fault if self._selection.scenario is not None else ""

    def _under(self, text: str) -> Dataset:
        self._fault = ""
        try:
            return self.find(text, self.base).apply(self.base)
        except ScenarioError as error:
            self._fault = str(error)
            return self.base

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found wrong in the dataset's package."""
        return self._problems

    @property
    def selection(self) -> Selection:
        return self._selection

    @property
    def can_go_back(self) -> bool:
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._forward)

    def select(self, **changes: Any) -> None:
        """Change the selection; an equal one is silent, the old one goes on the back stack."""
        wanted = replace(self._selection, **changes)
        if wanted == self._selection:
            return
        differing = [
            item.name
            for item in fields(Selection)
            if getattr(wanted, item.name) != getattr(self._selection, item.name)
        ]
        gliding = differing[0] if len(differing) == 1 and differing[0] in _GLIDING else ""
        if not gliding or gliding != self._gliding:
            self._back.append(self._selection)
        self._gliding = gliding
        self._forward.clear()
        self._show(wanted)

    def look(self, selection: Selection) -> None:
        """Look at another selection as a whole; one step back."""
        self.select(**{item.name: getattr(selection, item.name) for item in fields(selection)})

    def settle(self) -> None:
        """End a gesture: the next change of the same field is a step of its own."""
        self._gliding = ""

    def back(self) -> None:
        """Return to the selection before."""
        if self._back:
            self._forward.append(self._selection)
            self._gliding = ""
            self._show(self._back.pop())

    def forward(self) -> None:
        """Undo a step back."""
        if self._forward:
            self._back.append(self._selection)
            self._gliding = ""
            self._show(self._forward.pop())

    def open(self, dataset: Dataset, problems: tuple[Problem, ...] = ()) -> None:
        """Look at another dataset; a material it does not hold gives way to its first one."""
        self._base, self._problems, self._supposed = dataset, problems, None
        known = dataset.law.named_forms
        if self._selection.material not in known:
            self._selection = replace(self._selection, material=next(iter(known)))
        self._back.clear()
        self._forward.clear()
        self.changed.emit()

    def _show(self, selection: Selection) -> None:
        self._selection = selection
        self.changed.emit()
