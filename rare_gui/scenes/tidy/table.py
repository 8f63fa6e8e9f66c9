"""Observations as a CSV file, as a table for the clipboard; what their columns mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rare_gui.scenes.csv_cells import csv_text, tab_text
from rare_gui.scenes.tidy.observation import COLUMNS, Observation

HEAD = tuple(name for name, _, _ in COLUMNS)


def csv_of(found: Iterable[Observation]) -> bytes:
    """UTF-8 with a head, LF; a number has a point and nothing between its thousands."""
    return csv_text([HEAD, *(one.cells() for one in found)]).encode()


def table_of(found: Iterable[Observation]) -> str:
    """The same rows for the clipboard, parted by tabs; columns that are empty throughout left out.

    An answer without rows is the head alone.
    """
    rows = [one.cells() for one in found]
    kept = [n for n in range(len(HEAD)) if not rows or any(row[n] for row in rows)]
    return tab_text([[row[n] for n in kept] for row in (HEAD, *rows)])


def sources_in(found: Iterable[Observation]) -> tuple[str, ...]:
    """The ids of all sources, each once, in the order in which they are named."""
    return tuple(dict.fromkeys(source for one in found for source in one.sources))


def rows_by_source(found: Iterable[Observation]) -> dict[str, tuple[str, ...]]:
    """For each source the package's rows of the observations that name it, each once."""
    named: dict[str, dict[str, None]] = {}
    for one in found:
        for source in one.sources:
            named.setdefault(source, {}).update(dict.fromkeys(one.rows))
    return {source: tuple(rows) for source, rows in named.items()}


def fields(columns: Sequence[tuple[str, str, str]]) -> list[dict[str, Any]]:
    """Columns as the fields of a Frictionless table schema."""
    return [{"name": name, "type": kind, "description": told} for name, kind, told in columns]
