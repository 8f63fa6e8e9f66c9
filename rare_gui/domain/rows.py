"""A table's rows as plain dictionaries, and the cells that hold several ids.

Not for arithmetic over whole columns: that is what the frames are for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def rows(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The rows in order, values as Python objects.

    Dates are pandas timestamps. Missing are: NaT among dates, NaN among numbers, None among whole
    numbers, "" among texts.
    """
    columns = [str(column) for column in frame.columns]
    cells = (_cells(frame[column]) for column in frame.columns)
    for values in zip(*cells, strict=True):
        yield dict(zip(columns, values, strict=True))


def _cells(column: pd.Series[Any]) -> list[Any]:
    if column.dtype.name != "Int64":
        return column.tolist()
    return column.astype(object).where(column.notna(), None).tolist()


def split_ids(text: str) -> tuple[str, ...]:
    """The ids of a `;`-separated cell."""
    return tuple(part for part in text.split(";") if part)
