"""Whether the view in a picture from outside may be looked at: it must be whole and of these data.

Stricter than a view that the program kept itself, of which it shows what it can
(`app.desktop.restored_view`): a picture may come from anybody. Not for reading the file.
"""

from __future__ import annotations

import re

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.names import Names, UnknownName
from rare_gui.intake.scenarios import SUFFIX
from rare_gui.scenes.selection import Selection, SelectionError

_PLACE = re.compile(r"[/\\]|^[A-Za-z]:|^~")
"""What a path has and no what-if's name needs."""


def refusal(dataset: Dataset, name: str, view: str, default: Selection) -> str:
    """Why the view in the picture `name` is not opened, in one sentence; empty if it may be.

    Names that the data no longer hold are no reason, but for the material: without it there is
    nothing to show.
    """
    try:
        selection = Selection.from_text(view, default)
    except (SelectionError, ValueError):
        return (
            f"The view in {name} cannot be read: it was tampered with, or is of a newer version. "
            "Nothing was opened."
        )
    if _is_path(selection.scenario or ""):
        return (
            f"The view in {name} takes its what-if from a file, and none is read for a picture. "
            "Open that what-if first, then save it under a name; nothing was opened."
        )
    try:
        known = Names.from_tables(dataset.tables).material(selection.material)
    except UnknownName:
        known = ""
    if known not in dataset.law.named_forms:
        return f"These data do not hold the material of {name}; nothing was opened."
    return ""


def _is_path(scenario: str) -> bool:
    """Whether a what-if is meant by the place of its file, which may lie on another machine."""
    if "|" in scenario:  # its own text, which names no file
        return False
    return bool(_PLACE.search(scenario)) or scenario.endswith(SUFFIX)
