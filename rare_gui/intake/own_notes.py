"""The user's own notes in a file of theirs: read, saved and deleted so that none is ever lost.

JSON lines: a head that names the format, then a note a line, oldest day first. A save writes a new
file beside the old one and puts it in its place at once. A file that is damaged is set aside under
another name with what could be read kept. Not for deciding where the folder is: the app does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from rare_gui.domain.own_note import Note
from rare_gui.intake.aside import set_aside
from rare_gui.intake.whole_files import write_whole

FILE_NAME = "notes.jsonl"
FORMAT = 1
_HEAD = "rare_gui_notes"


class NotesRefused(Exception):
    """The notes cannot be used as they are; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class OwnNotes:
    """The notes in order of day, and a sentence to tell the user; empty when all is well."""

    notes: tuple[Note, ...]
    told: str = ""


def read_notes(folder: Path, today: date) -> OwnNotes:
    """The notes of a user's folder; none where there is no file yet.

    A damaged file is renamed with `today` in its name, never overwritten; the notes in it that
    could be read are written to a new file. Raises NotesRefused when the file is of a newer program
    or cannot be opened; it is then left as it is.
    """
    path = folder / FILE_NAME
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return OwnNotes(())
    except OSError as error:
        raise NotesRefused(f"{path} cannot be read: {error.strerror or error}.") from error
    notes, bad = _parse(content, path)
    if not bad:
        return OwnNotes(notes)
    try:
        aside = set_aside(path, today)
        if notes:
            _write(path, notes)
    except OSError as error:
        raise NotesRefused(f"{path} is damaged and cannot be set aside: {error}.") from error
    kept = f"{len(notes)} of its notes could be read and are kept" if notes else "no note was kept"
    return OwnNotes(notes, f"{path.name} was damaged ({bad}); it is now {aside.name}, and {kept}.")


def save_note(folder: Path, note: Note, today: date) -> OwnNotes:
    """Add a note, or replace the one with its id, and give back all of them.

    The folder is made where it is missing. Raises NotesRefused as `read_notes` does, and when the
    disk refuses: what was saved before is then still there.
    """
    # half a character, as some clipboards give, cannot be written: a "?" stands for it
    whole = replace(note, text=note.text.encode("utf-8", "replace").decode())
    return _changed(folder, today, lambda kept: [*(n for n in kept if n.id != note.id), whole])


def delete_note(folder: Path, note_id: str, today: date) -> OwnNotes:
    """Delete the note of an id, if there is one; otherwise as `save_note`."""
    return _changed(folder, today, lambda kept: [n for n in kept if n.id != note_id])


def _changed(
    folder: Path, today: date, change: Callable[[tuple[Note, ...]], Iterable[Note]]
) -> OwnNotes:
    # read anew: another window may have saved since
    before = read_notes(folder, today)
    notes = _in_order(change(before.notes))
    if notes == before.notes:
        return before
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(path, notes)
    except OSError as error:
        reason = error.strerror or error
        raise NotesRefused(f"The note was not saved to {path}: {reason}.") from error
    return OwnNotes(notes, before.told)


def _in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(sorted(notes, key=lambda note: (note.day, note.id)))


def _write(path: Path, notes: Iterable[Note]) -> None:
    """Write beside, flush to the disk, and put in place: a crash leaves the old file or the new."""
    lines = [json.dumps({_HEAD: FORMAT})]
    lines += [json.dumps(_record(note), ensure_ascii=False) for note in notes]
    write_whole(path, ("\n".join(lines) + "\n").encode())


def _parse(content: bytes, path: Path) -> tuple[tuple[Note, ...], str]:
    """The notes of a file, and what is wrong with it; "" when nothing is."""
    first, *rest = content.split(b"\n")
    bad = "" if _check_head(first, path) else "its head cannot be read"
    notes: dict[str, Note] = {}
    for number, line in enumerate(rest if not bad else [first, *rest], 1 if bad else 2):
        if not line.strip():
            continue
        note = _note(_read_line(line))
        if note is not None and note.id not in notes:
            notes[note.id] = note
        else:
            bad = bad or f"line {number} cannot be read"
    return _in_order(notes.values()), bad


def _check_head(line: bytes, path: Path) -> bool:
    """Whether the line is a head of this format; NotesRefused when it is of a newer one."""
    number = (_read_line(line) or {}).get(_HEAD)
    if isinstance(number, int) and number > FORMAT:
        raise NotesRefused(
            f"{path} was written by a newer version of the program; it is left as it is. "
            "Update the program to use these notes."
        )
    return number == FORMAT


def _read_line(line: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _record(note: Note) -> dict[str, str]:
    return {
        "id": note.id,
        "day": note.day.isoformat(),
        "material": note.material,
        "text": note.text,
    }


def _note(record: dict[str, Any] | None) -> Note | None:
    """The note of a line, None where it is none."""
    if record is None:
        return None
    cells = [record.get(key) for key in ("id", "day", "material", "text")]
    if not all(isinstance(cell, str) for cell in cells):
        return None
    ident, day, material, text = cells
    if not ident or not str(text).strip():
        return None
    try:
        str(text).encode()  # half a character is no text
        return Note(str(ident), date.fromisoformat(str(day)), str(text), str(material))
    except ValueError:
        return None
