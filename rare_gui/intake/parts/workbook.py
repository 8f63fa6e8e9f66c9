"""XLSX workbooks as rows of text: stored values only; formulas, macros and links never run.

Not for old .xls files, which `intake.parts.file` refuses.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import IO, Any

from rare_gui.domain.problems import Problem, Severity
from rare_gui.intake.parts.table import MOST_BYTES, PartsFileError, PartsTable

_CHUNK = 1024 * 1024
_MOST_CELLS = 40_000_000
"""Cells of the rectangle that holds a sheet; more is a stray cell far away, or an attack."""

_MOST_COLUMNS = 16_384
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,7})["']""")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")


def read_workbook(name: str, content: bytes) -> PartsTable:
    """The table of the first sheet that holds something. Raises PartsFileError."""
    _check_package(name, content)
    from python_calamine import CalamineError, CalamineWorkbook  # only when a workbook is opened

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheets = [meta.name for meta in book.sheets_metadata]
            filled = ((sheet, _rows(book, sheet)) for sheet in sheets)
            chosen, rows = next(((s, r) for s, r in filled if r), ("", []))
    except (CalamineError, OSError, ValueError) as error:
        raise PartsFileError(f"{name} is a damaged workbook ({error}); save it again") from None
    others = [sheet for sheet in sheets if sheet != chosen]
    problems = []
    if chosen and others:
        problems.append(
            Problem(
                Severity.WARNING,
                name,
                f"only the sheet {chosen!r} was read, not {', '.join(map(repr, others[:5]))}"
                f"{' and more' if len(others) > 5 else ''}",
                "Put the list on the first sheet, or save its sheet by itself.",
            )
        )
    return PartsTable.made(name, "XLSX", rows, sheet=chosen, problems=problems)


def _rows(book: Any, sheet: str) -> list[tuple[int, Sequence[str]]]:
    values = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    found: list[tuple[int, Sequence[str]]] = [
        (number, [_text(value) for value in row]) for number, row in enumerate(values, 1)
    ]
    return found if any(any(row) for _, row in found) else []


def _text(value: object) -> str:
    """A stored value as it would be typed: 12 and not 12.0, dates in ISO."""
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case float():
            return repr(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date() | datetime() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
    return str(value)


def _check_package(name: str, content: bytes) -> None:
    """Refuse what is no workbook, unpacks to too much, or whose sheets span too many cells.

    Every part is unpacked here once in small pieces, for what the package says of its own size may
    be wrong, and the reader behind would set aside memory for the whole rectangle of a sheet.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if not any(part.filename.lower() == "xl/workbook.xml" for part in parts):
                raise PartsFileError(
                    f"{name} is a packed file but no XLSX workbook; save the list as CSV or XLSX"
                )
            left = MOST_BYTES
            for part in parts:
                left -= part.file_size
                if left < 0:
                    raise PartsFileError(
                        f"{name} unpacks to more than {MOST_BYTES // 2**20} MB and was not opened"
                    )
            for part in parts:
                with package.open(part) as stream:
                    rows, columns = _spanned(stream)
                if rows * columns > _MOST_CELLS:
                    raise PartsFileError(
                        f"a sheet of {name} spans {rows:,} rows and {columns:,} columns; "
                        "delete the cells far away from the list"
                    )
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise PartsFileError(f"{name} is a damaged workbook ({error}); save it again") from None


def _spanned(stream: IO[bytes]) -> tuple[int, int]:
    """Rows and columns that the cells of a part span, read in pieces; 1 and 1 where it has none.

    Cells may leave out their place; then they could stand as far right as there are of them.
    """
    farthest = counted = cells = placed = 0
    columns = 1
    tail = b""
    while chunk := stream.read(_CHUNK):
        window = tail + chunk
        places = _PLACE.findall(window)
        if places:
            farthest = max(farthest, *(int(row) for _, row in places))
            columns = max(columns, *map(_column, {letters for letters, _ in places}))
        placed += sum(bool(letters) for letters, _ in places)
        cells += len(_CELL.findall(chunk))
        counted += len(_ROW.findall(chunk))
        tail = window[-32:]
    if placed < cells:
        columns = max(columns, min(cells - placed, _MOST_COLUMNS))
    return max(farthest, counted, 1), columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + (letter & 31)
    return number
