"""Whether the view in a picture from outside may be looked at: it must be whole and of these data.

Stricter than a view that the program kept itself, of which it shows what it can
(`app.restored_view`): a picture may come from anybody. Not for reading the file.
"""

from __future__ import annotations

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.names import Names, UnknownName
from rare_gui.scenes.selection import Selection, SelectionError


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
    try:
        known = Names.from_tables(dataset.tables).material(selection.material)
    except UnknownName:
        known = ""
    if known not in dataset.law.named_forms:
        return f"These data do not hold the material of {name}; nothing was opened."
    return ""
