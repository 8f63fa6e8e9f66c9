"""The checks of a package's rows: each table by its schema, keys across tables, and sense.

Slow and thorough, with pandera: run when a digest differs, for a full check, and before a
descriptor is written. Not on the way of an ordinary start.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandera.pandas as pa

from rare_gui.domain.counting import noun
from rare_gui.domain.problems import Problem, Severity
from rare_gui.intake.columns import LIST_MARK
from rare_gui.intake.descriptor import Resource
from rare_gui.intake.frames import UnreadableTableError, read_text, typed
from rare_gui.intake.schemas import TABLES
from rare_gui.intake.sense import SENSE_CHECKS

if TYPE_CHECKING:
    import pandas as pd

FEW = 20
"""Faults of one kind in one column that are told one by one; the rest is counted."""


@dataclass
class Findings:
    """What the checks found: problems, rows not sound, tables not usable.

    `unsound` tells by table why a row (0 is the first) is not sound.
    """

    problems: list[Problem] = field(default_factory=list)
    unsound: dict[str, dict[int, str]] = field(default_factory=dict)
    unusable: set[str] = field(default_factory=set)

    def add_rows(
        self, table: str, rows: Collection[int], column: str, what: str, what_to_do: str
    ) -> None:
        """Note rows of a table as not sound, telling at most a few of them one by one."""
        ordered = sorted(set(rows))
        told = self.unsound.setdefault(table, {})
        for row in ordered:
            told.setdefault(row, what)  # the first fault is reason enough
        for row in ordered[:FEW]:
            where = place(table, row) + (f", column {column}" if column else "")
            self.problems.append(Problem(Severity.ERROR, where, what, what_to_do))
        if len(ordered) > FEW:
            more = f"{len(ordered) - FEW} more rows: {what}"
            self.problems.append(Problem(Severity.ERROR, _file(table), more, what_to_do))


def check_tables(
    texts: Mapping[str, pd.DataFrame], look_into: Collection[str] | None = None
) -> Findings:
    """Check tables given as text by name; keys are followed into every table given.

    `look_into`: only these are checked row by row (the others' digests prove them). Rows are told
    as a spreadsheet counts them: the header is row 1.
    """
    found = Findings()
    chosen = [name for name in texts if look_into is None or name in look_into]
    for name in chosen:
        _check_columns(name, texts[name], found)
    usable = {name: text for name, text in texts.items() if name not in found.unusable}
    known = {name: text for name, text in usable.items() if name in TABLES}
    for name in known:
        # An altered table can break the keys of the others that point to it.
        _check_links(name, known, found, into=None if name in chosen else look_into)
    spoilt = {name: frozenset(rows) for name, rows in found.unsound.items()}
    for check in SENSE_CHECKS:
        if not all(name in known for name in check.tables):
            continue
        for breach in check.run(known):
            # what an altered table lacks shows in the tables that need it
            if look_into is None or {breach.table, *check.tables} & set(look_into):
                # A row that already failed says no more by failing again.
                rows = set(breach.rows) - spoilt.get(breach.table, frozenset())
                found.add_rows(breach.table, rows, breach.column, breach.what, check.what_to_do)
    return found


def linked_tables(names: Collection[str]) -> set[str]:
    """The tables that the keys of these tables lead into."""
    return {
        target.split(".")[0]
        for name in names
        if name in TABLES
        for spec in TABLES[name].columns.values()
        for target in spec.metadata["to"].split("|")
        if target
    }


def place(table: str, row: int) -> str:
    """Where a row (0 is the first) stands, counted as a spreadsheet does: the header is row 1."""
    return f"{_file(table)}, row {row + 2}"


def sound_rows(resource: Resource, data: bytes) -> pd.DataFrame:
    """The sound rows of one table looked at alone; empty when it cannot be read."""
    import pandas as pd

    try:
        text = read_text(data)
    except UnreadableTableError:
        return typed(pd.DataFrame(columns=list(resource.types), dtype="str"), resource.types)
    found = Findings()
    _check_columns(resource.name, text, found)
    if resource.name in found.unusable or not set(resource.types) <= set(text.columns):
        text = pd.DataFrame(columns=list(resource.types), dtype="str")
    return typed(text.drop(index=list(found.unsound.get(resource.name, ()))), resource.types)


def _check_columns(name: str, text: pd.DataFrame, found: Findings) -> None:
    if name not in TABLES:
        found.unusable.add(name)
        found.problems.append(
            Problem(Severity.WARNING, _file(name), "no such table is known", "Leave it out.")
        )
        return
    table = TABLES[name]
    absent = [column for column in table.columns if column not in text.columns]
    if absent:
        found.unusable.add(name)
        what = f"lacks the {noun(len(absent), 'column', 'columns')} {', '.join(absent)}"
        found.problems.append(Problem(Severity.ERROR, _file(name), what, "Add what is missing."))
        return
    try:
        table.schema.validate(text[list(table.columns)], lazy=True)
    except pa.errors.SchemaErrors as error:
        _tell(name, text, error.failure_cases, found)


def _tell(name: str, text: pd.DataFrame, cases: pd.DataFrame, found: Findings) -> None:
    key = TABLES[name].key
    if text.duplicated(list(key)).any() if key else False:
        repeated = text.index[text.duplicated(list(key))]
        found.add_rows(
            name, list(repeated), ", ".join(key), "repeats an earlier row", "Keep one of them."
        )
    cases = cases[(cases["schema_context"] == "Column") & cases["index"].notna()]
    for (column, check), group in cases.groupby(["column", "check"], sort=False):
        if check == "field_uniqueness" and (column,) == key:
            continue  # told above
        rows = [int(row) for row in group["index"]]
        what = "repeats an earlier row" if check == "field_uniqueness" else str(check)
        shown = str(text[column].iloc[rows[0]])[:60]
        if len(rows) == 1 and shown:
            what = f"“{shown}” {what}"
        found.add_rows(name, rows, str(column), what, "Correct the cell.")


def _check_links(
    name: str,
    texts: Mapping[str, pd.DataFrame],
    found: Findings,
    into: Collection[str] | None,
) -> None:
    """Follow the keys of a table; with `into`, only those that lead into these tables."""
    for column, spec in TABLES[name].columns.items():
        targets = [one.split(".") for one in spec.metadata["to"].split("|") if one]
        if not targets or any(table not in texts for table, _ in targets):
            continue
        if into is not None and not any(table in into for table, _ in targets):
            continue
        known = {""}.union(*(texts[table][key] for table, key in targets))
        cells = texts[name][column]
        if spec.metadata["several"]:
            parts = cells.str.split(LIST_MARK).explode()
            unknown = parts[~parts.isin(known)]
        else:
            unknown = cells[~cells.isin(known)]
        where = " or ".join(table for table, _ in targets)
        for value, rows in unknown.groupby(unknown):
            found.add_rows(
                name,
                [int(row) for row in rows.index],
                column,
                f"“{str(value)[:60]}” does not exist in {where}",
                "Correct it, or add it there.",
            )


def _file(name: str) -> str:
    return TABLES[name].file if name in TABLES else name
