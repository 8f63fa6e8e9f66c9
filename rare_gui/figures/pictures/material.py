"""The picture of a material's card: key figures, what applies by form, then blocks in columns.

Where there is no room the plots give way first, then lines of the longest blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rare_gui.figures.pictures.card_blocks import figures_block
from rare_gui.figures.pictures.fitting import (
    APART,
    GUTTER,
    Beside,
    Offer,
    Stacked,
    fitted,
    lacking,
)
from rare_gui.figures.pictures.frame import Body, FramedPicture, framed, side_margin
from rare_gui.figures.pictures.tables import TableBody
from rare_gui.figures.pictures.timeline import TimelineBody
from rare_gui.figures.theme import Theme
from rare_gui.scenes.header import KeyFigure
from rare_gui.scenes.pictures.frame import PictureFrame
from rare_gui.scenes.pictures.material import MaterialPicture
from rare_gui.scenes.pictures.table_parts import BESIDE, TableScene

_COLUMN = 316.0
"""A column is at least so wide, px."""
_MOST_COLUMNS = 4
_FEWEST_WITH_PLOTS = 3
"""Plots stay while each block keeps so many lines."""


@dataclass(frozen=True, slots=True)
class FiguresBody:
    """The key figures side by side as a body of their own."""

    figures: tuple[KeyFigure, ...]
    theme: Theme

    def least_height(self, width: float) -> float:
        """The px of the figures over their captions."""
        return figures_block(self.figures, width).height

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw them from the top of `place`."""
        block = figures_block(self.figures, place.width())
        block.paint(painter, self.theme, place.left(), place.top())


@dataclass(frozen=True, slots=True)
class _Card:
    """The card as it is offered with ever less on it."""

    picture: MaterialPicture
    theme: Theme
    room: float

    def offer(self, lines: int, zoom: float, *, plotted: bool) -> tuple[PictureFrame, Body]:
        """Each block with its first `lines`, the longest ones shortened; the plots if wanted."""
        plots = self.picture.plots
        frame, bodies = self._parts(self.picture.blocks, lines, zoom)
        if plots is None:
            return frame, Stacked(bodies)
        if plotted:
            return frame, Stacked((*bodies, TimelineBody(plots, self.theme)), len(bodies))
        gone = (pane.title[:1].lower() + pane.title[1:] for pane in plots.panes)
        return lacking(frame, *gone), Stacked(bodies)

    def least(self, shown: int) -> tuple[PictureFrame, Body]:
        """Key figures, forms, and one line of each of the first `shown` blocks."""
        blocks = self.picture.blocks
        frame, bodies = self._parts(blocks[:shown], 1, 1.0)
        gone = [block.groups[0].title for block in blocks[shown:]]
        told = (f"{title[:1].lower()}{title[1:]}" for title in ("Plots", *gone))
        return lacking(frame, *told), Stacked(bodies)

    def _parts(
        self, blocks: Sequence[TableScene], lines: int, zoom: float
    ) -> tuple[PictureFrame, tuple[Body, ...]]:
        """Figures, forms and shortened blocks; the frame names each source that they number."""
        picture, theme = self.picture, self.theme
        shown = [block.first(lines) for block in blocks]
        numbered = [mark for figure in picture.figures for mark in figure.marks]
        numbered += [table.last_mark for table in (picture.forms, *shown)]
        frame = replace(picture.frame, always=max(numbered, default=0))
        if any(block.count > lines for block in blocks):
            frame = replace(frame, notes=(*frame.notes, f"more lines stand {BESIDE}"))
        bodies: list[Body] = [
            FiguresBody(picture.figures, theme),
            TableBody(picture.forms, theme, zoom),
        ]
        if shown:
            bodies.append(_in_columns(shown, theme, self.room, zoom))
        return frame, tuple(bodies)


def material_drawing(
    picture: MaterialPicture, theme: Theme, width: float, height: float
) -> FramedPicture:
    """The card for a size in logical px; only where nothing more can give way it is higher."""
    card = _Card(picture, theme, width - 2 * side_margin(width))
    longest = max((one.count for one in picture.blocks), default=1)
    fewest = min(_FEWEST_WITH_PLOTS, longest)
    plotted = framed(*card.offer(fewest, 1.0, plotted=True), theme, width, height).height <= height
    offers: list[Offer] = [
        partial(card.offer, longest, zoom, plotted=plotted) for zoom in (1.2, 1.1)
    ]
    offers += [partial(card.offer, lines, 1.0, plotted=plotted) for lines in range(longest, 0, -1)]
    offers += [partial(card.least, shown) for shown in range(len(picture.blocks) - 1, -1, -1)]
    return fitted(offers, theme, width, height)


def _in_columns(tables: Sequence[TableScene], theme: Theme, room: float, zoom: float) -> Body:
    """The tables in their order, each in the column that is the shortest so far."""
    count = min(max(int((room + GUTTER) // (_COLUMN * zoom + GUTTER)), 1), _MOST_COLUMNS)
    count = min(count, max(len(tables), 1))
    wide = (room - GUTTER * (count - 1)) / count
    columns: list[list[Body]] = [[] for _ in range(count)]
    heights = [0.0] * count
    for table in tables:
        body = TableBody(table, theme, zoom)
        number = heights.index(min(heights))
        columns[number].append(body)
        heights[number] += body.least_height(wide) + APART
    return Beside(tuple(Stacked(tuple(column)) for column in columns), (1.0,) * count)
