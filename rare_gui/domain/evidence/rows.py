"""Rows of tables as readings: where they stand, what they weigh, which sources vouch for them.

Not for choosing rows: the modules of each kind of figure do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.parts import Reading, SourceRecord
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import Confidence, DataClass, DatePrecision

FIRST_LINE = 2
"""The line of a table's first row in its file: the head is line 1."""

Numbered = tuple[int, dict[str, Any]]


def numbered(dataset: Dataset, table: str, column: str, value: object) -> list[Numbered]:
    """The rows of a table with a value in a column, each with the line that it has in the file.

    The lines of a package with unreadable rows count the readable ones.
    """
    key = ("numbered rows", table, column)
    if key not in dataset.kept:
        found: dict[object, list[Numbered]] = {}
        for line, row in enumerate(rows(dataset.tables[table]), FIRST_LINE):
            found.setdefault(row[column], []).append((line, row))
        dataset.kept[key] = found
    return dataset.kept[key].get(value, [])  # type: ignore[no-any-return]


def matching(found: Iterable[Numbered], **cells: object) -> list[Numbered]:
    """Those of the rows whose cells have the given values."""
    return [pair for pair in found if all(pair[1][name] == value for name, value in cells.items())]


def reading(
    dataset: Dataset,
    table: str,
    found: Sequence[Numbered],
    *,
    locator: Iterable[object],
    value: float | None = None,
    unit: str | None = None,
    text: str = "",
    of: str = "",
    shown: bool = True,
    family: str = "",
    basis: str = "",
    derived: bool = False,
) -> Reading:
    """A reading of some rows of one table, the first of which is the telling one.

    What is measured is the basis up to its first comma: the rest narrows it ("Ga content, primary
    low-purity"). Class and confidence are those of the weakest row;
    `derived` when the value is computed of them.
    """
    first = found[0][1]
    ids = dict.fromkeys(
        one for _, row in found for one in split_ids(str(row.get("source_ids", "")))
    )
    known, unknown = sources_of(dataset, ids)
    classes = [DataClass(row["data_class"]) for _, row in found if row.get("data_class")]
    if derived or any(row.get("estimated") for _, row in found):
        classes.append(DataClass.DERIVED)
    trust = [Confidence(row["confidence"]) for _, row in found if row.get("confidence")]
    notes = dict.fromkeys(str(row.get("note", "")) for _, row in found)
    return Reading(
        value=value,
        unit=str(first.get("unit", "")) if unit is None else unit,
        text=text,
        of=of,
        flag=str(first.get("flag", "") or ""),
        shown=shown,
        family=family,
        basis=basis,
        measured=basis.partition(",")[0],
        data_class=max(classes, key=list(DataClass).index, default=None),
        confidence=max(trust, key=list(Confidence).index, default=None),
        table=table,
        row_numbers=tuple(line for line, _ in found),
        locator=", ".join(str(part) for part in locator if part not in (None, "")),
        note="; ".join(note for note in notes if note),
        sources=known,
        unknown=unknown,
    )


def sources_of(
    dataset: Dataset, ids: Iterable[str]
) -> tuple[tuple[SourceRecord, ...], tuple[str, ...]]:
    """The sources of these ids that the package has, each once, and the ids that it has not."""
    known, unknown = [], []
    for one in dict.fromkeys(ids):
        found = numbered(dataset, "sources", "source_id", one)
        if found:
            known.append(_source(found[0][1]))
        else:
            unknown.append(one)
    return tuple(known), tuple(unknown)


def cells_of(dataset: Dataset, table: str, line: int) -> tuple[tuple[str, str], ...]:
    """The cells of a line of a table's file as column and text; "42.0" may read "42".

    Raises IndexError for a line that the table does not have.
    """
    frame = dataset.tables[table]
    if not FIRST_LINE <= line < FIRST_LINE + len(frame):
        raise IndexError(f"{table} has no line {line}")
    row = next(rows(frame.iloc[line - FIRST_LINE : line - FIRST_LINE + 1]))
    return tuple((name, _cell(value)) for name, value in row.items())


def _cell(value: Any) -> str:
    """A cell as text: days as YYYY-MM-DD, true and false, whole numbers without a point."""
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return str(value)


def number(value: Any) -> float | None:
    """A cell as a number, None where it is empty."""
    return None if value is None or value != value else float(value)


def _source(row: dict[str, Any]) -> SourceRecord:
    return SourceRecord(
        source_id=row["source_id"],
        publisher=row["publisher"],
        title=row["title"],
        url=row["url"],
        published=_day(row["published"]),
        precision=DatePrecision(row["published_precision"] or DatePrecision.DAY),
        read=_day(row["accessed"]),
        kind=row["kind"],
        licence=row["licence"],
        note=row["note"],
        confidence=Confidence(row["confidence"]),
    )


def _day(stamp: Any) -> date | None:
    return None if stamp is None or stamp != stamp else stamp.date()
