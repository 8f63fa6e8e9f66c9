"""What is told on request: evidence, events, open points about the data, the user's notes.

Not for finding it out: scenes and the drawer's room do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from rare_gui.app.focus import page_seen
from rare_gui.app.keeping import Keeping
from rare_gui.app.moves import Moves
from rare_gui.app.rooms import Rooms
from rare_gui.domain.own_note import Note, new_note
from rare_gui.scenes.notes import DataNote, data_notes
from rare_gui.scenes.timeline.event_study import event_study_scene
from rare_gui.scenes.timeline.own_notes import note_editor_scene

if TYPE_CHECKING:
    from rare_gui.panels.notes.editor import NoteEditor


class Telling:
    """Opens the drawer, the popover and the editor of one window."""

    def __init__(self, rooms: Rooms, keeping: Keeping, moves: Moves) -> None:
        self._rooms, self._session = rooms, rooms.session
        self._keeping, self._moves = keeping, moves
        self._editor: NoteEditor | None = None

    def ask_evidence(self, key: str) -> None:
        """Open the drawer on a figure."""
        if self._rooms.evidence is not None:
            self._rooms.evidence.ask(key)

    def tell_measure(self, measure: str) -> None:
        """The rows behind a lane, which is a measure's or a project's."""
        self.ask_evidence(f"lane:{measure}")

    def tell_event(self, event: str) -> None:
        """What happened, and what the exports did in the ninety days before and after."""
        self._moves.pick(event=event)
        self.ask_evidence(f"event:{event}")

    def tell_events(self, events: tuple[str, ...]) -> None:
        """What happened at a place where several events lie."""
        studies = [
            event_study_scene(self._session.dataset, self._session.selection, one) for one in events
        ]
        self._tell("Events", tuple(DataNote(study.title, study.lead) for study in studies))

    def edit_note(self, note_id: str) -> None:
        """Open one of the user's notes."""
        for note in self._keeping.notes:
            if note.id == note_id:
                self._edit(note, saved=True)

    def add_note(self) -> None:
        """Open a new note on the day and the material."""
        selection = self._session.selection
        self._edit(new_note(selection.as_of, "", selection.material), saved=False)

    def tell_source(self, source: str) -> None:
        """What a source says, and where it is cited."""
        self.ask_evidence(f"source:{source}")

    def tell_notes(self) -> None:
        """The open points about the data."""
        told = data_notes(self._session.dataset, self._session.selection)
        faults = tuple(DataNote("Package.", str(problem)) for problem in self._session.problems)
        self._tell("Data notes", told + faults)

    def _edit(self, note: Note, *, saved: bool) -> None:
        from rare_gui.panels.notes.editor import NoteEditor

        if self._editor is None:
            self._editor = NoteEditor(self._rooms.window.theme, self._rooms.window)
            self._editor.note_saved.connect(self._keeping.save)
            self._editor.note_deleted.connect(self._keeping.delete)
        self._editor.apply_theme(self._rooms.window.theme)
        session = self._session
        self._editor.show_scene(
            note_editor_scene(session.dataset, session.selection, note, saved=saved)
        )
        page = page_seen(self._rooms)
        half = QRect(QPoint(), self._editor.sizeHint()).center()
        self._editor.open_at(page.mapToGlobal(page.rect().center()) - half)

    def _tell(self, title: str, notes: tuple[DataNote, ...]) -> None:
        self._rooms.notes.show_scene(notes, title)
        self._rooms.notes.open_above(self._rooms.status.notes_button)
