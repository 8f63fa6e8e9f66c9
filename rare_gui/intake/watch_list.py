"""The user's watch list in a file of theirs: read, and written whole at each change.

One JSON object with a format number and the materials in the order in which they were added. A
file that is damaged is set aside under another name. Not for deciding where the folder is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rare_gui.intake.aside import set_aside
from rare_gui.intake.whole_files import write_whole

FILE_NAME = "watch-list.json"
FORMAT = 1
_HEAD = "rare_gui_watch_list"


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
    path = folder / FILE_NAME
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return WatchList(())
    except OSError as error:
        raise WatchListRefused(f"{path} cannot be read: {error.strerror or error}.") from error
    materials = _parsed(content, path)
    if materials is not None:
        return WatchList(materials)
    try:
        aside = set_aside(path, today)
    except OSError as error:
        raise WatchListRefused(f"{path} is damaged and cannot be set aside: {error}.") from error
    return WatchList(
        (), f"{path.name} was damaged; it is now {aside.name}, and the watch list is empty."
    )


def save_watch_list(folder: Path, materials: Iterable[str]) -> None:
    """Write the materials; the folder is made where it is missing.

    Raises WatchListRefused when the disk refuses: what was saved before is then still there.
    """
    path = folder / FILE_NAME
    record = {_HEAD: FORMAT, "materials": list(dict.fromkeys(materials))}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, (json.dumps(record, ensure_ascii=False) + "\n").encode())
    except OSError as error:
        reason = error.strerror or error
        raise WatchListRefused(f"The watch list was not saved to {path}: {reason}.") from error


def _parsed(content: bytes, path: Path) -> tuple[str, ...] | None:
    """The materials of a file, None where it is damaged."""
    try:
        record = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict):
        return None
    number, materials = record.get(_HEAD), record.get("materials")
    if isinstance(number, int) and number > FORMAT:
        raise WatchListRefused(
            f"{path} was written by a newer version of the program; it is left as it is. "
            "Update the program to use this watch list."
        )
    if number != FORMAT or not isinstance(materials, list):
        return None
    if not all(isinstance(one, str) and one for one in materials):
        return None
    return tuple(dict.fromkeys(materials))
