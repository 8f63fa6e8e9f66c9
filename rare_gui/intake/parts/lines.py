"""The rows of a laid-out parts list as lines, and what of their numbers could not be read.

Not for choosing columns (`intake.parts.columns`).
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.names import UnknownName
from rare_gui.domain.parts.line import Field, PartLine, PartsList
from rare_gui.domain.parts.reading import LineReader
from rare_gui.domain.problems import Problem, Severity
from rare_gui.intake.parts.columns import Mapped, PartsLayout, lay_out
from rare_gui.intake.parts.file import read_parts_file
from rare_gui.intake.parts.numbers import GRAMS_IN, PARTS_OF_WHOLE, Column, currency_of, read_column
from rare_gui.intake.parts.table import MOST_BYTES, PartsFileError, PartsTable
from rare_gui.intake.parts.text import DELIMITER_WORDS, read_text_table

_TEXTS = (Field.PART, Field.MATERIAL, Field.FORM, Field.CAS, Field.HS, Field.COUNTRY)


def open_list(
    path: Path, dataset: Dataset, origin: str, changes: Mapping[str, str] | None = None
) -> tuple[PartsLayout, PartsList]:
    """Read a file and guess its columns; `changes` are columns by field, "" for none.

    Raises PartsFileError for an unreadable file, UnknownColumn and UnknownName for changes that
    cannot be meant.
    """
    layout = file_layout(path, dataset, origin)
    chosen: dict[Field, int | None] = {}
    for word, column in (changes or {}).items():
        try:
            field = Field(word.strip().lower())
        except ValueError:
            known = ", ".join(Field)
            raise UnknownName(f"no field is called {word[:40]!r}; there are {known}") from None
        chosen[field] = layout.column(column) if column.strip() else None
    return layout, parts_list(layout, chosen)


def file_layout(path: Path, dataset: Dataset, origin: str) -> PartsLayout:
    """A file's table with its columns guessed. Raises PartsFileError for an unreadable file."""
    return _laid_out(read_parts_file(path), dataset, origin)


def pasted_layout(text: str, dataset: Dataset, origin: str) -> PartsLayout:
    """The same for the rows of a table that were copied elsewhere. Raises PartsFileError."""
    content = text.encode("utf-8", "replace")
    if not content.strip():
        raise PartsFileError("no text was copied; copy the rows of a table, then paste them here")
    if len(content) > MOST_BYTES:
        raise PartsFileError("too much was copied; save the list as CSV and open it")
    read = read_text_table("Pasted rows", codecs.BOM_UTF8 + content)
    table = replace(read, kind="pasted", encoding="", delimiter="")
    return _laid_out(table, dataset, origin)


def _laid_out(table: PartsTable, dataset: Dataset, origin: str) -> PartsLayout:
    reader = LineReader(dataset, origin)
    return lay_out(table, reader.knows, reader.knows_country)


def parts_list(layout: PartsLayout, changes: Mapping[Field, int | None]) -> PartsList:
    """The list with its columns as guessed, but for a person's changes (None: not used)."""
    mapped, table = layout.mapped(changes), layout.table
    lines, problems = part_lines(layout, mapped)
    facts = (table.encoding, DELIMITER_WORDS.get(table.delimiter, "")) if table.encoding else ()
    return PartsList(
        file=table.name,
        facts=(table.kind, *facts, *([f"sheet {table.sheet}"] if table.sheet else [])),
        headings=layout.headings,
        rows=layout.rows,
        lines=lines,
        above=tuple(zip(table.numbers[: layout.first], table.rows[: layout.first], strict=True)),
        empty_lines=table.empty_lines,
        mapped=mapped,
        problems=(*table.problems, *problems),
    )


def part_lines(layout: PartsLayout, mapped: Mapped) -> tuple[tuple[PartLine, ...], list[Problem]]:
    """One line for each row of the list, in its order; none is left out."""
    rows = layout.rows
    empty = ("",) * len(rows)
    texts = {
        field: [row[mapped[field]] for row in rows] if field in mapped else empty
        for field in _TEXTS
    }
    problems: list[Problem] = []
    grams, _ = _numbers(layout, mapped, Field.GRAMS, _in_grams, problems)
    shares, _ = _numbers(layout, mapped, Field.SHARE, _in_parts, problems)
    spends, units = _numbers(layout, mapped, Field.SPEND, _not_negative, problems)
    currencies = {unit: currency_of(unit) for unit in set(units)}
    lines = tuple(
        PartLine(*values)
        for values in zip(
            layout.numbers,
            *(texts[field] for field in _TEXTS),
            grams,
            shares,
            spends,
            (currencies[unit] for unit in units),
            strict=True,
        )
    )
    return lines, problems


def _numbers(
    layout: PartsLayout,
    mapped: Mapped,
    field: Field,
    scaled: Callable[[Column], Sequence[float | None]],
    problems: list[Problem],
) -> tuple[Sequence[float | None], Sequence[str]]:
    """The column's values in the field's unit, and the units as written; faults are added."""
    if field not in mapped:
        return (None,) * len(layout.rows), ("",) * len(layout.rows)
    heading = layout.headings[mapped[field]]
    cells = [row[mapped[field]] for row in layout.rows]
    column = read_column(cells, heading)
    values = scaled(column)
    unread = sum(value is None and bool(cell) for value, cell in zip(values, cells, strict=True))
    where = f"{layout.table.name}, column {heading!r}"
    if unread:
        what = f"{unread:,} cells are no {field.value} that can be read; they count as not given"
        problems.append(Problem(Severity.WARNING, where, what, "Write a number with its unit."))
    if column.guessed:
        what = "a comma was read as parting thousands and a point as parting decimals"
        todo = "Check the figures; one with both signs, or two decimals, would tell."
        problems.append(Problem(Severity.WARNING, where, what, todo))
    return values, column.units


def _in_grams(column: Column) -> Sequence[float | None]:
    """Grams; among cells with units one without says nothing certain and stays empty."""
    otherwise = "" if any(column.units) else "g"
    return tuple(
        value * factor
        if value is not None
        and value >= 0
        and (factor := GRAMS_IN.get(unit or otherwise)) is not None
        else None
        for value, unit in zip(column.values, column.units, strict=True)
    )


def _in_parts(column: Column) -> Sequence[float | None]:
    """Shares from 0 to 1: percent where the column says so or has a figure over 1."""
    otherwise = "%" if any(value is not None and value > 1 for value in column.values) else ""
    found = (
        value / whole
        if value is not None and (whole := PARTS_OF_WHOLE.get(unit or otherwise)) is not None
        else None
        for value, unit in zip(column.values, column.units, strict=True)
    )
    return tuple(value if value is None or 0 <= value <= 1 else None for value in found)


def _not_negative(column: Column) -> Sequence[float | None]:
    return tuple(value if value is None or value >= 0 else None for value in column.values)
