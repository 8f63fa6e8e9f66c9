"""A person's parts list as a table of text, and the error of a file that is none.

Not for reading files (`intake.parts.file`) nor for what the columns mean (`intake.parts.columns`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rare_gui.domain.problems import Problem

MOST_BYTES = 512 * 1024 * 1024
"""A file that is larger, or unpacks to more, is refused."""

MOST_ROWS, MOST_COLUMNS = 1_048_576, 1000
"""What a sheet can hold; more is refused, never cut off."""


class PartsFileError(Exception):
    """The file cannot be read as a list; the message says why and what to do, in one sentence."""


@dataclass(frozen=True, slots=True)
class PartsTable:
    """The rows of a list as text, without the empty ones, each with its line number from 1.

    All rows are equally long. `kind` is "CSV" or "XLSX"; `encoding` and `delimiter` are of a text
    file, `sheet` of a workbook. `empty_lines` are the numbers of lines that hold nothing.
    """

    name: str
    kind: str
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    empty_lines: tuple[int, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines the file has, empty ones too."""
        return len(self.rows) + len(self.empty_lines)

    @classmethod
    def made(
        cls,
        name: str,
        kind: str,
        rows: Sequence[tuple[int, Sequence[str]]],
        *,
        encoding: str = "",
        delimiter: str = "",
        sheet: str = "",
        problems: Sequence[Problem] = (),
    ) -> PartsTable:
        """The table of numbered rows of any length. Raises PartsFileError when there are none."""
        filled, numbers, empty = [], [], []
        width = 0
        for number, row in rows:
            cells = tuple(map(str.strip, row))
            if any(cells):
                filled.append(cells)
                numbers.append(number)
                width = max(width, len(cells))
            else:
                empty.append(number)
        if not filled:
            raise PartsFileError(f"{name} holds no line with text; choose a file with a list in it")
        if width > MOST_COLUMNS:
            raise PartsFileError(
                f"{name} has {width:,} columns, more than {MOST_COLUMNS:,}; it is hardly a list"
            )
        return cls(
            name=name,
            kind=kind,
            rows=tuple(row + ("",) * (width - len(row)) for row in filled),
            numbers=tuple(numbers),
            empty_lines=tuple(empty),
            encoding=encoding,
            delimiter=delimiter,
            sheet=sheet,
            problems=tuple(problems),
        )
