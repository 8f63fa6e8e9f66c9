"""The user's own notes as marks on the timeline, and as the editor shows one.

Not for keeping them: `intake.own_notes` does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.own_note import Note
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.parts import NoteMark
from rare_gui.scenes.wording import day_words

ALL_MATERIALS = "All materials"


@dataclass(frozen=True, slots=True)
class NoteEditorScene:
    """One note as it is edited: the words for its day and the materials to choose from.

    `choices` are (slug, name) pairs, the first with slug "" for all. `saved`: it can be deleted.
    """

    note: Note
    day_label: str
    choices: tuple[tuple[str, str], ...]
    saved: bool


def note_marks(
    dataset: Dataset, selection: Selection, notes: Iterable[Note]
) -> tuple[NoteMark, ...]:
    """The notes that concern the selected material, in order of day."""
    shown = [note for note in notes if note.material in ("", selection.material)]
    return tuple(
        NoteMark(note.id, axis_day(note.day), note.first_line, _spoken(dataset, note))
        for note in sorted(shown, key=lambda note: (note.day, note.id))
    )


def note_editor_scene(
    dataset: Dataset, selection: Selection, note: Note, *, saved: bool
) -> NoteEditorScene:
    """What the editor shows of a note: it can be for all materials, its own, or the selected."""
    materials = dict.fromkeys(m for m in (note.material, selection.material) if m)
    names = dataset.material_names
    choices = (("", ALL_MATERIALS), *((slug, names.get(slug, slug)) for slug in materials))
    return NoteEditorScene(note, day_words(note.day), choices, saved)


def _spoken(dataset: Dataset, note: Note) -> str:
    about = dataset.material_names.get(note.material, note.material) or "all materials"
    return f"{day_words(note.day)}: your note on {about}\n{note.text}"
