"""The user's watch list in a file of theirs: read, and written whole at each change.

One JSON object with a format number and the materials in the order in which they were added. A
file that is damaged is set aside under another name. Not for deciding where the folder is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rare_gui.intake.user_record import RecordKind

FILE_NAME = "watch-list.json"
FORMAT = 1


class WatchListRefused(Exception):
    """The watch list cannot be used as it is; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class WatchList:
    """Material slugs, first added first, and a sentence to tell the user; empty if all is well."""

    materials: tuple[str, ...]
    told: str = ""


def read_watch_list(folder: Path, today: date) -> WatchList:
    """The watch list of a user's folder; an empty one where there is no file yet.

    A damaged file is renamed with `today` in its name, never overwritten. Raises WatchListRefused
    when the file is of a newer program or cannot be opened; it is then left as it is.
    """
    materials, told = _FILE.read(folder, today, _materials)
    return WatchList(materials or (), told)


def save_watch_list(folder: Path, materials: Iterable[str]) -> None:
    """Write the materials; the folder is made where it is missing.

    Raises WatchListRefused when the disk refuses: what was saved before is then still there.
    """
    _FILE.write(folder, {"materials": list(dict.fromkeys(materials))})


def _materials(record: Mapping[str, Any]) -> tuple[str, ...] | None:
    """The materials of a record, None where it is damaged."""
    materials = record.get("materials")
    if not isinstance(materials, list):
        return None
    if not all(isinstance(one, str) and one for one in materials):
        return None
    return tuple(dict.fromkeys(materials))


_FILE = RecordKind(
    name=FILE_NAME,
    head="rare_gui_watch_list",
    newest=FORMAT,
    refused=WatchListRefused,
    use="this watch list",
    without="the watch list is empty",
    what="The watch list was",
)
