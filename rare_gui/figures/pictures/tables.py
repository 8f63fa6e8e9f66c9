"""A table on a picture: columns as wide as their words ask for, cells that wrap, all rows or fewer.

Not for what stands in it (`scenes.pictures.tables`), nor for its columns (`table_columns`) and
cells (`table_cells`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rare_gui.figures import ink
from rare_gui.figures.pictures.fitting import fitted
from rare_gui.figures.pictures.frame import FramedPicture
from rare_gui.figures.pictures.table_cells import (
    CHIP_LINE,
    LINE,
    CellBlock,
    has_chip,
    lay_out_cell,
)
from rare_gui.figures.pictures.table_columns import Place, column_places
from rare_gui.figures.pictures.table_marks import paint_mark
from rare_gui.figures.pictures.writing import (
    FINE,
    HEADING,
    LEFT,
    NOTE,
    RIGHT,
    STRONG,
    TEXT,
    Writing,
    height_of,
    run_in,
    stacked,
)
from rare_gui.figures.theme import Theme
from rare_gui.scenes.pictures.frame import PictureFrame
from rare_gui.scenes.pictures.table_parts import TableColumn, TableRow, TableScene

ZOOMS = (1.5, 1.35, 1.2, 1.1, 1.0)
"""How much larger than its least size a table may be set where a picture has the room."""
_PAD = 4.0  # above and below a row's cells
_HEAD_PITCH, _BEFORE_PITCH = 15.0, 18.0
_GROUP_ABOVE, _GROUP_LINE = 9.0, 20.0


@dataclass(frozen=True, slots=True)
class _Strip:
    """A stretch of the table across its whole width: `rule` is the token of the line under it."""

    height: float
    writings: tuple[Writing, ...] = ()
    cells: tuple[tuple[float, CellBlock], ...] = ()
    rule: str = ""

    def paint(self, painter: QPainter, theme: Theme, width: float, top: float) -> None:
        painter.save()
        painter.translate(0, top)
        for writing in self.writings:
            writing.paint(painter, theme)
        for left, cell in self.cells:
            cell.block.paint(painter, theme, left, _PAD)
            for place, mark in cell.marks:
                paint_mark(painter, place.translated(left, _PAD), mark, theme)
        if self.rule:
            ink.horizontal(painter, 0, width, self.height - 1, theme.color(self.rule))
        painter.restore()


@dataclass(frozen=True)
class TableBody:
    """A table as the body of a picture, set `zoom` times as large as it may be at least."""

    table: TableScene
    theme: Theme
    zoom: float = 1.0
    _kept: dict[float, tuple[_Strip, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def least_height(self, width: float) -> float:
        """The px of all its lines."""
        return sum(strip.height for strip in self._strips(width)) * self.zoom

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw it from the top of `place`; what is left below stays free."""
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(self.zoom, self.zoom)
        top = 0.0
        for strip in self._strips(place.width()):
            strip.paint(painter, self.theme, place.width() / self.zoom, top)
            top += strip.height
        painter.restore()

    def _strips(self, width: float) -> tuple[_Strip, ...]:
        if width not in self._kept:
            self._kept[width] = tuple(_strips(self.table, width / self.zoom))
        return self._kept[width]


def table_drawing(
    frame: PictureFrame, table: TableScene, theme: Theme, width: float, height: float
) -> FramedPicture:
    """A table in its frame, as large as there is room; where there is none it has fewer rows."""
    offers = [partial(_offer, frame, make) for make in table_bodies(table, theme, height)]
    return fitted(offers, theme, width, height)


def table_bodies(
    table: TableScene, theme: Theme, height: float, zooms: Sequence[float] = ZOOMS
) -> list[Callable[[], TableBody]]:
    """The table ever smaller, then with ever fewer rows; one stays. Each is made when asked for.

    `height` is that of the whole picture: more rows than it could hold are not offered.
    """
    most = int(height / (LINE + 2 * _PAD))
    whole = [partial(TableBody, table, theme, zoom) for zoom in zooms]
    fewer = range(min(table.count - 1, most), 0, -1)
    shorter = [partial(_shorter, table, theme, count) for count in fewer]
    return [*(whole if table.count <= most or not shorter else ()), *shorter]


def _shorter(table: TableScene, theme: Theme, count: int) -> TableBody:
    return TableBody(table.first(count), theme)


def _offer(frame: PictureFrame, make: Callable[[], TableBody]) -> tuple[PictureFrame, TableBody]:
    return frame, make()


def _strips(table: TableScene, width: float) -> Iterator[_Strip]:
    """The table from its top to its bottom at a width in px."""
    for lead, words in table.before:
        lines = run_in(lead, words, (STRONG, TEXT), (0.0, width), 0.0, _BEFORE_PITCH)
        yield _Strip(height_of(lines, _BEFORE_PITCH) + 4, lines)
    places = column_places(table, width)
    if any(column.head for column in table.columns):
        yield _head(table.columns, places)
    for group in table.groups:
        if group.title:
            lines = run_in(
                group.title, group.remark, (HEADING, NOTE), (0.0, width), _GROUP_ABOVE, _GROUP_LINE
            )
            yield _Strip(height_of(lines, _GROUP_LINE) + _GROUP_ABOVE + 2, lines, rule="line")
        for row in group.rows:
            yield _row(table.columns, row, places)
    if table.after:
        lines = stacked(NOTE.wrapped(table.after, width), NOTE, 0.0, 6.0, _HEAD_PITCH)
        yield _Strip(height_of(lines, _HEAD_PITCH) + 8, lines)


def _head(columns: Sequence[TableColumn], places: Sequence[Place]) -> _Strip:
    written: list[Writing] = []
    for column, (left, wide) in zip(columns, places, strict=True):
        lines = FINE.wrapped(column.head, wide)
        x, align = (left + wide, RIGHT) if column.right else (left, LEFT)
        written += stacked(lines, FINE, x, 0.0, _HEAD_PITCH, align)
    return _Strip(height_of(written, _HEAD_PITCH) + 5, tuple(written), rule="line2")


def _row(columns: Sequence[TableColumn], row: TableRow, places: Sequence[Place]) -> _Strip:
    first = CHIP_LINE if any(has_chip(cell) for cell in row) else LINE
    cells = tuple(
        (left, lay_out_cell(cell, wide, first, right=column.right))
        for column, cell, (left, wide) in zip(columns, row, places, strict=True)
    )
    high = max((cell.height for _, cell in cells), default=0.0)
    return _Strip(high + 2 * _PAD, cells=cells, rule="line")
