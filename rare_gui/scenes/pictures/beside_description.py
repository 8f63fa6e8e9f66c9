"""What the tables beside a picture are, as a Frictionless data package: columns, view, licence.

Not for the data package that the program reads (`intake.descriptor`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.pictures.sources_file import SOURCE_COLUMNS
from rare_gui.scenes.scenario import text_words
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.observation import COLUMNS
from rare_gui.scenes.tidy.table import fields

_ROWS = (
    "What the picture draws, one observation a row. Withheld, missing and zero are three things: "
    "see presence. Stretches of time are half-open: start is in, end is out."
)
_SOURCES = "Every source that the picture and its data cite."


def description(
    dataset: Dataset, selection: Selection, names: Sequence[str], stem: str
) -> dict[str, Any]:
    """The descriptor of the tables with these file names, of which one may be the sources'."""
    return {
        "profile": "tabular-data-package",
        "name": _slug(stem),
        "description": (
            f"Data behind a picture made from {dataset.name} {dataset.version} "
            f"(SHA-256 {dataset.digest})."
        ),
        "as_of": selection.as_of.isoformat(),
        "known_on": selection.known_on.isoformat() if selection.known_on else None,
        "scenario": text_words(selection.scenario) or None,
        "data_through": dataset.data_through.isoformat(),
        "resources": [_resource(name) for name in names],
    }


def _resource(name: str) -> dict[str, Any]:
    of_sources = name.endswith("-sources.csv")
    schema: dict[str, Any] = {"fields": fields(SOURCE_COLUMNS if of_sources else COLUMNS)}
    if of_sources:
        schema["primaryKey"] = "source_id"
    return {
        "profile": "tabular-data-resource",
        "name": "sources" if of_sources else "observations",
        "path": name,
        "description": _SOURCES if of_sources else _ROWS,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _slug(stem: str) -> str:
    """A name of small letters, digits, `-`, `_` and `.`, as Frictionless wants it."""
    kept = (c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in stem.lower())
    return "".join(kept).strip("-.") or "picture"
