"""How the user reads the columns of lists with the same headings: kept in a file of theirs.

One JSON object with a format number and, the newest first, headings with the fields of their
columns. Written whole; a file that is damaged is set aside under another name. Nothing of a list
but its headings is kept. Not for guessing columns (`intake.parts.columns`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rare_gui.domain.parts.line import Field
from rare_gui.intake.user_record import RecordKind

FILE_NAME = "parts-columns.json"
FORMAT = 1
MOST_KEPT = 200
"""So many kinds of lists are remembered; the oldest is forgotten."""


class MappingsRefused(Exception):
    """The saved columns cannot be used as they are; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class SavedMappings:
    """Columns (from 0) by field for the headings of each kind of list, the newest first.

    `told` is a sentence to tell the user, empty if all is well.
    """

    kept: tuple[tuple[tuple[str, ...], Mapping[Field, int]], ...] = ()
    told: str = ""

    def of(self, headings: Sequence[str]) -> Mapping[Field, int] | None:
        """What was saved for a list with these headings, case aside; None where nothing was."""
        wanted = _alike(headings)
        return next((mapped for known, mapped in self.kept if _alike(known) == wanted), None)


def read_mappings(folder: Path, today: date) -> SavedMappings:
    """What is saved in a user's folder; nothing where there is no file yet.

    A damaged file is renamed with `today` in its name, never overwritten. Raises MappingsRefused
    when the file is of a newer program or cannot be opened; it is then left as it is.
    """
    kept, told = _FILE.read(folder, today, _lists)
    return SavedMappings(kept or (), told)


def save_mapping(
    folder: Path, today: date, headings: Sequence[str], mapped: Mapping[Field, int]
) -> SavedMappings:
    """Save the columns for these headings in the place of earlier ones; gives all that is kept.

    The file is read anew, for another window may have written it. Raises MappingsRefused when it
    cannot be read or written: what was saved before is then still there.
    """
    before = read_mappings(folder, today)
    others = [pair for pair in before.kept if _alike(pair[0]) != _alike(headings)]
    kept = ((tuple(headings), dict(mapped)), *others)[:MOST_KEPT]
    lists = [
        {"headings": list(known), "columns": {field.value: n for field, n in columns.items()}}
        for known, columns in kept
    ]
    _FILE.write(folder, {"lists": lists}, indent=1)
    return SavedMappings(kept, before.told)


def _alike(headings: Sequence[str]) -> tuple[str, ...]:
    return tuple(heading.strip().casefold() for heading in headings)


def _lists(
    record: Mapping[str, Any],
) -> tuple[tuple[tuple[str, ...], Mapping[Field, int]], ...] | None:
    """What a record keeps, None where it is damaged."""
    lists = record.get("lists")
    if not isinstance(lists, list):
        return None
    try:
        return tuple(_kept(one) for one in lists)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _kept(record: Any) -> tuple[tuple[str, ...], Mapping[Field, int]]:
    """One list's headings and columns. Raises ValueError, or as a record of other kinds does."""
    headings = tuple(record["headings"])
    columns = {Field(field): place for field, place in record["columns"].items()}
    places = list(columns.values())
    if not all(isinstance(one, str) for one in headings) or not all(
        type(place) is int and 0 <= place < len(headings) for place in places
    ):
        raise ValueError("no headings, or no columns of theirs")
    if len(set(places)) < len(places):
        raise ValueError("a column is read twice")
    return headings, columns


_FILE = RecordKind(
    name=FILE_NAME,
    head="rare_gui_parts_columns",
    newest=FORMAT,
    refused=MappingsRefused,
    use="the columns in it",
    without="no columns are saved",
    what="The columns were",
)
