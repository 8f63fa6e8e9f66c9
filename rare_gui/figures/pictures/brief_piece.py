"""The pieces of a brief: a heading, a line, a row of a table, each whole on one page.

Not for what they say (`scenes.brief.scene`) nor for the pages that they fill (`brief_flow`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from rare_gui.figures import ink
from rare_gui.figures.chips import CHIP_HEIGHT, CHIP_WIDTH, paint_chip
from rare_gui.figures.pictures.timeline import TimelineBody
from rare_gui.figures.pictures.writing import HEADING, LEFT, Style, Writing, height_of, stacked
from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline.bars import paint_swatch
from rare_gui.scenes.palette import Chip, Fill

_CHIP_ZOOM, _PAST_ZOOM = 1.07, 1.19
"""The letters in chips, 10 px on screen and 9 px in one past its date, have 8 pt then."""
CHIP = CHIP_WIDTH * _PAST_ZOOM
"""Px that chips take at most, one under the other."""
PITCH = 14.0  # px from line to line in tables and notes
PAD, CLOSE = 3.0, 1.5  # px above and below the lines of a row, and of one in a full page
_HEADING, _BEFORE, _CLOSELY = 21.0, 7.0, 3.0


@dataclass(frozen=True, slots=True)
class Piece:
    """What is never parted, placed in px from its own upper left corner.

    `above` px are left free above it, except at the top of a page. A `heading` is never the last
    piece of a page; a piece that `breaks` is always the first of one. A `plot` takes up what a page
    has to spare. `section` is the heading that the piece stands under.
    """

    section: str
    height: float
    writings: tuple[Writing, ...] = ()
    chips: tuple[tuple[QPointF, Chip], ...] = ()
    swatches: tuple[tuple[QRectF, Fill], ...] = ()
    rules: tuple[tuple[float, float, float], ...] = ()  # hairlines: from, to, top
    plot: TimelineBody | None = None
    above: float = 0.0
    heading: bool = False
    breaks: bool = False

    def paint(self, painter: QPainter, theme: Theme, place: QRectF) -> None:
        """Draw it from the upper left corner of `place`, a plot over all of it."""
        if self.plot is not None:
            self.plot.paint(painter, place)
        painter.save()
        painter.translate(place.topLeft())
        for left, right, top in self.rules:
            ink.horizontal(painter, left, right, top, theme.color("line"))
        for rect, fill in self.swatches:
            paint_swatch(painter, rect, fill, theme)
        for middle, chip in self.chips:
            painter.save()
            painter.translate(middle)
            zoom = _PAST_ZOOM if chip.past else _CHIP_ZOOM
            painter.scale(zoom, zoom)
            body = QRectF(-CHIP_WIDTH / 2, -CHIP_HEIGHT / 2, CHIP_WIDTH, CHIP_HEIGHT)
            paint_chip(painter, body, chip, theme)
            painter.restore()
        for writing in self.writings:
            writing.paint(painter, theme)
        painter.restore()

    def moved(self, right: float, down: float) -> Piece:
        """The same, further right and down from the corner."""
        shift = QPointF(right, down)
        return replace(
            self,
            writings=tuple(
                replace(one, x=one.x + right, middle=one.middle + down) for one in self.writings
            ),
            chips=tuple((at + shift, chip) for at, chip in self.chips),
            swatches=tuple((rect.translated(shift), fill) for rect, fill in self.swatches),
            rules=tuple((left + right, end + right, top + down) for left, end, top in self.rules),
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """A text of a row: its lines are at most `room` px wide, `x` is their end by `align`."""

    x: float
    room: float
    text: str
    style: Style
    align: Qt.AlignmentFlag = LEFT


def heading(section: str, *, above: float = _BEFORE) -> Piece:
    """The line that names what follows."""
    title = Writing(section, HEADING, 0, 9.5)
    return Piece(section, _HEADING, (title,), above=above, heading=True)


def paragraph(
    section: str, text: str, style: Style, width: float, pitch: float = PITCH, above: float = 0.0
) -> list[Piece]:
    """A text in lines of at most `width` px; a page may end between two of them."""
    lines = style.wrapped(text, width)
    return [
        Piece(section, pitch, stacked([line], style, 0, 0, pitch), above=0.0 if number else above)
        for number, line in enumerate(lines)
    ]


def row(
    section: str,
    cells: Iterable[Cell],
    width: float,
    chip: Chip | None = None,
    pad: float = PAD,
) -> Piece:
    """A row of a table with a hairline under it, its chip beside the first line."""
    written: list[Writing] = []
    high = PITCH
    for cell in cells:
        lines = cell.style.wrapped(cell.text, cell.room)
        placed = stacked(lines, cell.style, cell.x, pad, PITCH, cell.align)
        high = max(high, height_of(placed, PITCH))
        written += placed
    height = high + 2 * pad
    middle = QPointF(CHIP / 2, pad + PITCH / 2)
    return Piece(
        section,
        height,
        tuple(written),
        ((middle, chip),) if chip is not None else (),
        rules=((0.0, width, height - 1),),
    )


def one_of(pieces: Sequence[Piece]) -> Piece:
    """Pieces under each other as one that is never parted; there is at least one."""
    top, moved = 0.0, []
    for number, piece in enumerate(pieces):
        top += piece.above if number else 0.0
        moved.append(piece.moved(0.0, top))
        top += piece.height
    return _merged(moved, top)


def closer(piece: Piece) -> Piece:
    """The same, with less above it than between the sections of a page that has room."""
    return replace(piece, above=min(piece.above, _CLOSELY))


def beside(left: Piece, right: Piece, x: float) -> Piece:
    """Two pieces as one, the second from `x` px on."""
    return _merged([left, right.moved(x, 0.0)], max(left.height, right.height))


def cited(text: str, marks: Iterable[int]) -> str:
    """The text with the numbers of its sources in brackets."""
    numbers = ",\u00a0".join(map(str, marks))
    return f"{text} [{numbers}]".lstrip() if numbers else text


def _merged(pieces: Sequence[Piece], height: float) -> Piece:
    return replace(
        pieces[0],
        height=height,
        writings=tuple(one for piece in pieces for one in piece.writings),
        chips=tuple(one for piece in pieces for one in piece.chips),
        swatches=tuple(one for piece in pieces for one in piece.swatches),
        rules=tuple(one for piece in pieces for one in piece.rules),
        heading=False,
    )
