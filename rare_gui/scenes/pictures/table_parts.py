"""A table as a picture shows it: columns, groups of rows, cells of words, chips and small marks.

Not for any view's own table: `picture_tables` and `picture_columns` turn their scenes into this
one. Not for widths and lines either: `figures.pictures.tables` lays it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rare_gui.domain.commitment_records import Standing
from rare_gui.scenes.compare.parts import RankSpan
from rare_gui.scenes.impact.parts import HeatCell, LossBar
from rare_gui.scenes.palette import Chip, Fill
from rare_gui.scenes.sparks import Spark


@dataclass(frozen=True, slots=True)
class Share:
    """A plain bar: its length from 0 to 1."""

    part: float


@dataclass(frozen=True, slots=True)
class Loss:
    """A bar of losses, whose full length stands for `top`."""

    bar: LossBar
    top: float


@dataclass(frozen=True, slots=True)
class Influence:
    """A bar to the right of a middle line, or to the left of it: `part` is from -1 to 1."""

    part: float


Sign = Standing | Fill | Chip
"""What stands before the words of a cell."""
Plot = Share | Loss | Influence | HeatCell | Spark | RankSpan
"""What stands on a line of its own, under the words of a cell."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A sign, chips each with words, a strong `lead`, plain `text`, a quiet `rest`, a plot.

    `marks` are the numbers of its sources. `tone` is the theme's token of the lead. An `unbroken`
    cell stands on one line where it can.
    """

    lead: str = ""
    text: str = ""
    rest: str = ""
    chips: tuple[tuple[Chip, str], ...] = ()
    sign: Sign | None = None
    plot: Plot | None = None
    marks: tuple[int, ...] = ()
    tone: str = "ink"
    unbroken: bool = False


ARROW = "→"
"""Between the chips before and after: they stand close together."""
BESIDE = "in this picture's CSV"
EMPTY = TableCell()
TableRow = tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column by its head; figures stand at the `right`."""

    head: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Rows under one heading; a group without a title has none."""

    title: str
    remark: str
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class TableScene:
    """A table; every row has a cell for each column.

    `before` are lines above the table, a strong lead and words each; `after` is one below it.
    `what` names one row and several ("clause", "clauses"); both may be empty. `even`: all columns
    but the first are of one width.
    """

    columns: tuple[TableColumn, ...]
    groups: tuple[TableGroup, ...]
    what: tuple[str, str]
    before: tuple[tuple[str, str], ...] = ()
    after: str = ""
    even: bool = False

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(len(group.rows) for group in self.groups)

    @property
    def last_mark(self) -> int:
        """The highest number of a source that a cell bears; 0 where none does."""
        cells = (cell for group in self.groups for row in group.rows for cell in row)
        return max((mark for cell in cells for mark in cell.marks), default=0)

    def first(self, count: int) -> TableScene:
        """The table with its first `count` rows, and with words for those that are left out.

        Groups that would be empty are left out with them.
        """
        if count >= self.count:
            return self
        left_out = self.count - count
        what = self.what[left_out != 1]
        words = f"and {left_out} more {what} {BESIDE}" if what else f"and {left_out} more"
        shorter = replace(self, after="", groups=tuple(_first(self.groups, count)))
        return shorter.told_after(words).told_after(self.after)

    def told_after(self, words: str) -> TableScene:
        """The table with more words below it."""
        return replace(self, after=" · ".join(part for part in (self.after, words) if part))


def _first(groups: tuple[TableGroup, ...], count: int) -> Iterator[TableGroup]:
    for group in groups:
        shown = group.rows[:count]
        if not shown and group.rows:
            return
        yield replace(group, rows=shown)
        count -= len(shown)
