"""The file of all sources behind a picture, one a row, for whoever checks it.

Not for citations to copy: `scenes.citations`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.parts import SourceRecord
from rare_gui.domain.evidence.rows import sources_of
from rare_gui.domain.vocabulary import DatePrecision
from rare_gui.scenes.citations import NO_ADDRESS
from rare_gui.scenes.csv_cells import csv_text

NOT_HERE = "not in the data package"

SOURCE_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("source_id", "string", "Id by which the data name the source."),
    ("title", "string", "Title of the document."),
    ("publisher", "string", "Who published it."),
    ("locator", "string", "Rows of the data package that rest on it, as table:line, parted by ;."),
    (
        "published",
        "string",
        "When it was published: day, month or year, as ISO 8601; may be empty.",
    ),
    ("read", "date", "When it was read for the data; empty where that was not recorded."),
    ("licence", "string", "Terms under which it is used."),
    ("address", "string", f'Where it is; "{NO_ADDRESS}" where the data have none.'),
    ("kind", "string", "Kind of source: official, press, academic, ..."),
    ("confidence", "string", "How far it can be trusted: high, medium or low."),
    ("note", "string", "How it was read."),
)


def sources_csv(dataset: Dataset, ids: Iterable[str], rows: Mapping[str, tuple[str, ...]]) -> bytes:
    """The sources of these ids, each once in the order given; UTF-8 with a head, LF.

    `rows` gives by source the rows of the package that a picture took from it. A source that the
    package lacks has a row that says so.
    """
    wanted = tuple(dict.fromkeys(ids))
    known = {one.source_id: one for one in sources_of(dataset, wanted)[0]}
    head = [name for name, _, _ in SOURCE_COLUMNS]
    found = (
        _cells(known[one], rows.get(one, ())) if one in known else _unknown(one) for one in wanted
    )
    return csv_text([head, *found]).encode()


def _cells(one: SourceRecord, rows: Iterable[str]) -> list[str]:
    return [
        one.source_id,
        _line(one.title),
        _line(one.publisher),
        ";".join(rows),
        _published(one),
        one.read.isoformat() if one.read else "",
        _line(one.licence),
        _line(one.url) or NO_ADDRESS,
        one.kind,
        one.confidence.value,
        _line(one.note),
    ]


def _unknown(source_id: str) -> list[str]:
    filled = {"source_id": source_id, "title": NOT_HERE, "address": NO_ADDRESS}
    return [filled.get(name, "") for name, _, _ in SOURCE_COLUMNS]


def _published(one: SourceRecord) -> str:
    """An ISO date, no more exact than it is known."""
    if one.published is None:
        return ""
    exact = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}.get(one.precision, 10)
    return one.published.isoformat()[:exact]


def _line(text: str) -> str:
    return " ".join(text.split())
