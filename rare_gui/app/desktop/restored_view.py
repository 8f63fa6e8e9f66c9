"""A view from a file, made to fit the data at hand: what no longer exists is dropped and told.

Unlike on the command line, where a slip is refused, the rest is worth keeping. No Qt here.
"""

from __future__ import annotations

import shlex
from dataclasses import fields, replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import sector_names
from rare_gui.domain.names import Names, UnknownName, shortened
from rare_gui.scenes.selection import Selection, SelectionError

_DEFAULTS = {item.name: item.default for item in fields(Selection)}
_LONGEST = 200
"""Letters of what was dropped that are repeated to the user."""


def restored_view(dataset: Dataset, text: str, default: Selection) -> tuple[Selection, str]:
    """The selection that `text` means in `dataset`, and a sentence on what was dropped, or "".

    `default` stands for all that is left out or dropped.
    """
    try:
        words = shlex.split(text)
    except ValueError:
        return default, "The view cannot be read and is not restored."
    selection, dropped = default, []
    for word in words:
        try:
            # a value may hold spaces, as a what-if does
            selection = Selection.from_text(shlex.quote(word), selection)
        except SelectionError:
            dropped.append(shortened(word))
    selection, unknown = _known(dataset, selection, default)
    dropped += unknown
    if not dropped:
        return selection, ""
    told = ", ".join(dropped)
    told = told if len(told) <= _LONGEST else told[: _LONGEST - 1] + "…"
    return selection, f"Not in these data and left out of the view: {told}."


def _known(
    dataset: Dataset, selection: Selection, default: Selection
) -> tuple[Selection, list[str]]:
    """The same without names that the data do not hold, and what they were."""
    names, dropped = Names.from_tables(dataset.tables), []

    def drop(name: str, instead: object) -> None:
        nonlocal selection
        dropped.append(f"{name.replace('_', ' ')} {shortened(str(getattr(selection, name)))}")
        selection = replace(selection, **{name: instead})  # type: ignore[arg-type]

    for name in ("material", "project_material"):
        slug = getattr(selection, name)
        if slug is not None and not _is_material(dataset, names, slug):
            drop(name, getattr(default, name))
    for name in ("origin", "destination", "authority", "side"):
        code = getattr(selection, name)
        if code is not None and not _is_country(names, code):
            drop(name, getattr(default, name))
    if selection.sector is not None and selection.sector not in sector_names(dataset):
        drop("sector", None)
    if selection.event is not None and selection.event not in set(
        dataset.tables["events"]["event"]
    ):
        drop("event", None)
    try:
        return selection.with_known(names, sector_names(dataset)), dropped
    except (SelectionError, UnknownName):  # origin and destination are one country
        drop("destination", _DEFAULTS["destination"])
        drop("origin", _DEFAULTS["origin"])
        return selection.with_known(names, sector_names(dataset)), dropped


def _is_material(dataset: Dataset, names: Names, slug: str) -> bool:
    try:
        return names.material(slug) in dataset.law.named_forms
    except UnknownName:
        return False


def _is_country(names: Names, code: str) -> bool:
    try:
        names.country(code)
    except UnknownName:
        return False
    return True
