"""What a table of the package is: its name, columns, key and how far its facts reach.

Not for the tables themselves: those stand in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandera.pandas as pa

from rare_gui.domain.vocabulary import Confidence, DataClass, DatePrecision
from rare_gui.intake.columns import one_of, slug, words


@dataclass(frozen=True)
class TableSchema:
    """One table.

    `key` are the columns that no two rows share. `reach` names the column whose latest value tells
    how far the table reaches: a date, a `month`, a `year`, or the `end` of a stretch; empty: the
    package's own `data_through`. `packed`: the file is gzipped.
    """

    name: str
    title: str
    description: str
    columns: Mapping[str, pa.Column]
    key: tuple[str, ...] = ()
    reach: str = ""
    packed: bool = False

    @property
    def file(self) -> str:
        """The name of the table's file in the package's folder."""
        return f"{self.name}.csv.gz" if self.packed else f"{self.name}.csv"

    @property
    def schema(self) -> pa.DataFrameSchema:
        """The pandera schema of the file's text: every column, in any order, and no other."""
        return pa.DataFrameSchema(
            dict(self.columns),
            strict=True,
            unique=list(self.key) or None,
            name=self.name,
            title=self.title,
            description=self.description,
        )


def precision(of: str, *, optional: bool = False) -> pa.Column:
    """How much of the date beside it is known."""
    return one_of(f"How much of `{of}` is known.", DatePrecision, optional=optional)


def note() -> pa.Column:
    """A working note beside a row."""
    return words("Working note on the row; not a text for users.", optional=True)


def figures(*, optional: bool = False) -> dict[str, pa.Column]:
    """The columns that every table of figures carries."""
    return {
        "unit": words("Unit of the figure; several parted by ;.", optional=optional),
        "data_class": one_of(
            "Where the figure comes from: published, derived from published ones, or judgement.",
            DataClass,
            optional=optional,
        ),
    }


def evidence() -> dict[str, pa.Column]:
    """The columns that every table carries."""
    return {
        "source_ids": slug("The row's sources, parted by ;.", to="sources.source_id", several=True),
        "confidence": one_of("How far the row can be trusted.", Confidence),
    }
