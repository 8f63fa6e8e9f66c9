"""The user's own files: notes and saved what-ifs, read once and written at each change.

What cannot be read or written is told quietly; nothing is ever overwritten for it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from rare_gui.domain.assumptions import ScenarioError
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.own_note import Note
from rare_gui.domain.scenario import Scenario
from rare_gui.intake.own_notes import NotesRefused, OwnNotes, delete_note, read_notes, save_note
from rare_gui.intake.scenarios import (
    NotSaved,
    find_scenario,
    find_what_if,
    save_scenario,
    saved_scenarios,
)


class Keeping(QObject):
    """Notes and what-ifs in the user's folder; `told` carries what the user should know."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, folder: Path, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._today = folder, today
        self._own: OwnNotes | None = None

    @property
    def folder(self) -> Path:
        """The user's folder, where notes and what-ifs lie."""
        return self._folder

    @property
    def notes(self) -> tuple[Note, ...]:
        """The user's notes, read when first asked for."""
        if self._own is None:
            self._own = OwnNotes(())
            self._take(lambda: read_notes(self._folder, self._today))
        return self._own.notes

    def save(self, note: Note) -> None:
        """Add a note or replace the one with its id."""
        if self._take(lambda: save_note(self._folder, note, self._today)):
            self.changed.emit()

    def delete(self, note_id: str) -> None:
        """Delete a note."""
        if self._take(lambda: delete_note(self._folder, note_id, self._today)):
            self.changed.emit()

    def scenario_names(self) -> tuple[str, ...]:
        """The names of the saved what-ifs."""
        saved, problems = saved_scenarios(self._scenarios)
        for problem in problems:
            self.told.emit(str(problem))
        return tuple(one.name for one in saved)

    def find(self, text: str, dataset: Dataset) -> Scenario:
        """The what-if of a name or of its own text; raises ScenarioError."""
        return find_scenario(text, dataset, self._scenarios)

    def find_case(self, name: str, dataset: Dataset) -> ImpactCase | None:
        """The case of losses that is saved with a what-if; None if there is none."""
        return find_what_if(name, dataset, self._scenarios)[1]

    def save_scenario(self, scenario: Scenario, case: ImpactCase | None = None) -> None:
        """Keep a what-if under its name, with the case of losses where one is given."""
        try:
            path = save_scenario(self._scenarios, scenario, case)
        except (NotSaved, ScenarioError) as error:
            self.told.emit(f"The what-if was not saved: {error}")
        else:
            self.told.emit(f"Saved {path}")

    @property
    def _scenarios(self) -> Path:
        return self._folder / "scenarios"

    def _take(self, act: Callable[[], OwnNotes]) -> bool:
        try:
            self._own = act()
        except NotesRefused as error:
            self.told.emit(str(error))
            return False
        if self._own.told:
            self.told.emit(self._own.told)
        return True
