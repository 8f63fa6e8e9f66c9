"""A view kept in a file of its own: what was looked at, and in which data package.

One JSON object with a format number. The text of the view is data that whoever opens it checks
again. Not for pictures, which hold their view too (`intake.picture_facts`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from rare_gui.intake.whole_files import write_whole

SUFFIX = ".rareview"
FORMAT = 1
LARGEST_FILE = 100_000
"""Bytes; more are no view."""
LONGEST_VIEW = 8_000
"""Letters."""
_HEAD = "rare_gui_view"


class ViewRefused(Exception):
    """A file that is no view which can be opened; the message says why, in one sentence."""


@dataclass(frozen=True, slots=True)
class ViewFile:
    """`view` is a Selection's text, `package` the name, version and digest of the data seen."""

    view: str
    package: str


def read_view_file(path: Path) -> ViewFile:
    """The view in a file. Raises ViewRefused for anything else, OSError when it cannot be read."""
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    try:
        record = json.loads(content) if len(content) <= LARGEST_FILE else None
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict) or type(record.get(_HEAD)) is not int:
        raise ViewRefused(f"{path.name} is no view of this program; nothing was opened.")
    if record[_HEAD] > FORMAT:
        raise ViewRefused(f"{path.name} is of a newer version; update the program to open it.")
    view, package = record.get("view"), record.get("package", "")
    if not (isinstance(view, str) and isinstance(package, str) and record[_HEAD] == FORMAT):
        raise ViewRefused(f"{path.name} is damaged; nothing was opened.")
    if not view.strip() or not _is_one_line(view) or not _is_one_line(package):
        raise ViewRefused(f"{path.name} holds no view that can be read; nothing was opened.")
    return ViewFile(view, package)


def write_view_file(path: Path, view: ViewFile) -> None:
    """Write the file whole, over an older one (whoever calls has asked). Raises OSError."""
    record = {_HEAD: FORMAT, "package": view.package, "view": view.view}
    text = json.dumps(record, indent=1, ensure_ascii=False) + "\n"
    write_whole(path, text.encode("utf-8", "replace"))


def _is_one_line(text: str) -> bool:
    return len(text) <= LONGEST_VIEW and text.isprintable()
