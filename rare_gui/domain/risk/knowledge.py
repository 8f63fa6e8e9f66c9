"""The supply and trade tables as they could be known on a day, by when their sources came out.

Not for the law, which has publication days of its own (`domain.legal_state`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from rare_gui.domain.dataset import Dataset, Tables
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import DatePrecision

if TYPE_CHECKING:
    import pandas as pd

_YEAR_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "production": "year",
        "processing_shares": "year",
        "trade_annual": "year",
        "governance": "year",
        "import_reliance": "year",
        "import_sources": "last_year",
    }
)
"""The tables that risk figures are made of, with the column of the year that a row tells of."""
_PARAMETERS = ("eol_recycling_input_rate_eu_pct", "substitution_index_sr_eu")
"""What the table of materials holds of the EU's index, with the sources of its row."""
_OWN = "own"
"""A kind of source: computed for the package, so the day of computing is no publication."""


@dataclass(frozen=True, eq=False)
class Knowledge:
    """A dataset that holds only what could be known on a day; the law in it is untouched.

    `undated` are sources without a publication day. What rests on them counts once the year that it
    tells of is over: nothing says when it came out.
    """

    dataset: Dataset
    undated: frozenset[str] = field(default=frozenset())


def known_by(dataset: Dataset, known_on: date | None) -> Knowledge:
    """What of the tables was public on a day; None: everything, and nothing is undated.

    A row counts once all its sources were out. A day that is known by month or year alone is its
    last one, but no later than the day on which the source was read. Days between which nothing
    came out have the same answer; the last one asked for is held.
    """
    if known_on is None:
        return Knowledge(dataset)
    days = _days(dataset)
    public = frozenset(source for source, day in days.items() if day and day <= known_on)
    key = (public, known_on.year)
    last, made = dataset.kept.get("known by", (None, None))
    if last != key:
        undated = frozenset(source for source, day in days.items() if day is None)
        made = Knowledge(_cut(dataset, public, undated, known_on.year), undated)
        dataset.kept["known by"] = (key, made)
    return made  # type: ignore[no-any-return]


def _days(dataset: Dataset) -> Mapping[str, date | None]:
    """When each source was out for certain; None where that is not recorded."""
    if "days of sources" not in dataset.kept:
        dataset.kept["days of sources"] = {
            row["source_id"]: None
            if row["kind"] == _OWN or _missing(row["published"])
            else min(
                _last_day(row["published"].date(), row["published_precision"]),
                date.max if _missing(row["accessed"]) else row["accessed"].date(),
            )
            for row in rows(dataset.tables["sources"])
        }
    return dataset.kept["days of sources"]  # type: ignore[no-any-return]


def _cut(dataset: Dataset, public: frozenset[str], undated: frozenset[str], year: int) -> Dataset:
    def read(name: str) -> pd.DataFrame:
        frame = dataset.tables[name]
        if name == "materials":
            return _without_parameters(frame, public | undated)
        if name not in _YEAR_COLUMNS or frame.empty:
            return frame
        is_public, is_undated = {}, {}
        for cell in frame["source_ids"].unique():
            ids = split_ids(cell)
            is_undated[cell] = not undated.isdisjoint(ids) or not ids
            is_public[cell] = all(one in public or one in undated for one in ids)
        over = frame[_YEAR_COLUMNS[name]] < year
        cells = frame["source_ids"]
        return frame[cells.map(is_public) & (~cells.map(is_undated) | over)]

    tables = Tables(frozenset(dataset.tables), read, lambda name: dataset.tables[name])
    return replace(dataset, tables=tables).with_law(dataset.law)


def _without_parameters(frame: pd.DataFrame, out: frozenset[str]) -> pd.DataFrame:
    """The table of materials without the EU's parameters where a source was not out yet.

    The names and codes of a material are no figures: they stay.
    """
    known = frame["source_ids"].map(lambda cell: out.issuperset(split_ids(cell)))
    return frame.assign(**{column: frame[column].where(known) for column in _PARAMETERS})


def _last_day(day: date, precision: str) -> date:
    """The last day of what a date of this precision stands for."""
    match precision:
        case DatePrecision.YEAR:
            return date(day.year, 12, 31)
        case DatePrecision.MONTH:
            first = date(day.year + day.month // 12, day.month % 12 + 1, 1)
            return date.fromordinal(first.toordinal() - 1)
    return day


def _missing(stamp: object) -> bool:
    return stamp is None or stamp != stamp
