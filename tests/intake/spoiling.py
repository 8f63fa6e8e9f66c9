"""A package on disk that a test may spoil. Not for asserting anything: the tests do."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Package:
    """A folder with tables and a descriptor."""

    folder: Path

    def file(self, name: str) -> Path:
        return self.folder / name

    def edit_descriptor(self, change: Callable[[dict[str, Any]], None]) -> None:
        path = self.file("datapackage.json")
        raw = json.loads(path.read_text(encoding="utf-8"))
        change(raw)
        path.write_text(json.dumps(raw), encoding="utf-8")

    def edit_resource(self, name: str, /, **changes: object) -> None:
        def change(raw: dict[str, Any]) -> None:
            next(r for r in raw["resources"] if r["name"] == name).update(changes)

        self.edit_descriptor(change)

    def edit_cell(self, table: str, row: int, column: str, value: str) -> None:
        """Set a cell; `row` counts as a spreadsheet does, the header being row 1."""
        rows = self.rows(table)
        rows[row - 1][rows[0].index(column)] = value
        self.write_rows(table, rows)

    def rows(self, table: str) -> list[list[str]]:
        text = self.file(f"{table}.csv").read_text(encoding="utf-8")
        return list(csv.reader(io.StringIO(text)))

    def write_rows(self, table: str, rows: list[list[str]]) -> None:
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        self.file(f"{table}.csv").write_text(out.getvalue(), encoding="utf-8", newline="\n")
