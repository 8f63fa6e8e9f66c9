"""The words and chips of a table's cell, set in lines of a width.

Not for the table's columns and rows (`figures.pictures.tables`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

from rare_gui.figures.pictures.block import CHIP, Block
from rare_gui.figures.pictures.writing import NOTE, Style, Writing, words_of
from rare_gui.scenes.compare.parts import RankSpan
from rare_gui.scenes.impact.parts import HeatCell
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.pictures.table_parts import (
    ARROW,
    Influence,
    Loss,
    Plot,
    Share,
    Sign,
    TableCell,
)
from rare_gui.scenes.sparks import Spark

LEAD = Style("ui_strong", 1.0)
PLAIN = Style("ui", 1.0, "ink")
QUIET = NOTE
LINE, CHIP_LINE = 17.0, 25.0
_SIGN, _CHIP_SIGN = 19.0, CHIP + 7.0
_AFTER_CHIP, _AFTER_WORDS = 5.0, 12.0
HEAT_WIDTH = 38.0
_PLOTS: dict[type, tuple[float, float]] = {
    Share: (90.0, 17.0), Loss: (150.0, 19.0), Influence: (110.0, 17.0),
    HeatCell: (HEAT_WIDTH, 22.0), Spark: (92.0, 26.0), RankSpan: (110.0, 15.0),
}  # fmt: skip
"""The least width and the height of each plot, px."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What no line is broken within: a word, behind its chip where it has one.

    `after` is the room behind it that the next piece on the line keeps.
    """

    text: str
    style: Style
    chip: Chip | None
    after: float

    @property
    def width(self) -> float:
        chip = CHIP + (_AFTER_CHIP if self.text else 0.0) if self.chip else 0.0
        return chip + self.style.width(self.text)


@dataclass(frozen=True, slots=True)
class CellBlock:
    """A cell in its lines, from its own upper left corner; marks by their places."""

    block: Block
    marks: tuple[tuple[QRectF, Sign | Plot], ...] = ()

    @property
    def height(self) -> float:
        """Px from the top of the first line to the bottom of the last."""
        return self.block.height


def least_width(cell: TableCell) -> float:
    """The px in which no word of a cell must be broken, nor the cell that should not be."""
    if cell.unbroken:
        return whole_width(cell)
    widest = max((piece.width for piece in _pieces(cell)), default=0.0)
    return max(_indent(cell) + widest, _PLOTS[type(cell.plot)][0] if cell.plot else 0.0)


def whole_width(cell: TableCell) -> float:
    """The px in which a cell stands on one line."""
    pieces = list(_pieces(cell))
    words = sum(piece.width + piece.after for piece in pieces) - (pieces[-1].after if pieces else 0)
    return max(_indent(cell) + words, _PLOTS[type(cell.plot)][0] if cell.plot else 0.0)


def lay_out_cell(
    cell: TableCell, width: float, first: float = LINE, *, right: bool = False
) -> CellBlock:
    """The cell in lines at most `width` px wide; at the `right` they end on its right edge.

    `first` is the least height of the first line, px: that of the row's neighbours.
    """
    indent = _indent(cell)
    writings: list[Writing] = []
    chips: list[tuple[QPointF, Chip]] = []
    marks: list[tuple[QRectF, Sign | Plot]] = []
    top = 0.0
    for line in _lines(cell, width - indent):
        high = CHIP_LINE if any(piece.chip for piece, _ in line) else LINE
        high = max(high, 0.0 if top else first)
        last, at = line[-1]
        x = indent + (width - indent - at - last.width if right else 0.0)
        if cell.sign is not None and not marks:
            side = CHIP if isinstance(cell.sign, Chip) else 13.0
            marks.append((QRectF(0, top + (high - side) / 2, side, side), cell.sign))
        for piece, left in line:
            start = x + left
            if piece.chip is not None:
                chips.append((QPointF(start + CHIP / 2, top + high / 2), piece.chip))
                start += CHIP + _AFTER_CHIP
            if piece.text:
                writings.append(Writing(piece.text, piece.style, start, top + high / 2))
        top += high
    if cell.plot is not None:
        high = _PLOTS[type(cell.plot)][1]
        marks.append((QRectF(indent, top, width - indent, high), cell.plot))
        top += high
    return CellBlock(Block(top, tuple(_joined(writings)), tuple(chips)), tuple(marks))


def _indent(cell: TableCell) -> float:
    if cell.sign is None:
        return 0.0
    return _CHIP_SIGN if isinstance(cell.sign, Chip) else _SIGN


def has_chip(cell: TableCell) -> bool:
    """Whether its first line is as high as a chip."""
    return bool(cell.chips) or isinstance(cell.sign, Chip)


def _pieces(cell: TableCell) -> Iterator[_Piece]:
    """Chips with their words first, then lead, text, rest and marks."""
    for chip, words in cell.chips:
        first, *others = words_of(words) or [""]
        close = bool(others) or words == ARROW
        yield _Piece(first, PLAIN, chip, PLAIN.width(" ") if close else _AFTER_WORDS)
        for number, word in enumerate(others, 1):
            gap = PLAIN.width(" ") if number < len(others) else _AFTER_WORDS
            yield _Piece(word, PLAIN, None, gap)
    lead = replace(LEAD, token=cell.tone)
    marks = f"[{', '.join(map(str, cell.marks))}]" if cell.marks else ""
    told = ((cell.lead, lead), (cell.text, PLAIN), (cell.rest, QUIET), (marks, QUIET))
    for text, style in told:
        for word in words_of(text):
            yield _Piece(word, style, None, style.width(" "))


def _lines(cell: TableCell, room: float) -> list[list[tuple[_Piece, float]]]:
    """The pieces with their distances from the left of their lines."""
    lines: list[list[tuple[_Piece, float]]] = []
    used, gap = 0.0, 0.0
    for piece in _broken(cell, room):
        if lines and used + gap + piece.width <= room:
            lines[-1].append((piece, used + gap))
            used += gap + piece.width
        else:
            lines.append([(piece, 0.0)])
            used = piece.width
        gap = piece.after
    return lines


def _broken(cell: TableCell, room: float) -> Iterator[_Piece]:
    """The pieces, those wider than a line in parts of their words."""
    for piece in _pieces(cell):
        chip = CHIP + _AFTER_CHIP if piece.chip else 0.0
        if piece.width <= room or not piece.text:
            yield piece
            continue
        for number, part in enumerate(piece.style.wrapped(piece.text, max(room - chip, 1.0))):
            yield replace(piece, text=part, chip=None if number else piece.chip)


def _joined(writings: list[Writing]) -> Iterator[Writing]:
    """Words of one style that follow each other on a line as one text."""
    run: list[Writing] = []
    for one in writings:
        if run and _follows(run, one):
            run.append(one)
            continue
        if run:
            yield replace(run[0], text=" ".join(word.text for word in run))
        run = [one]
    if run:
        yield replace(run[0], text=" ".join(word.text for word in run))


def _follows(run: list[Writing], one: Writing) -> bool:
    last = run[-1]
    space = one.x - last.x - last.style.width(last.text)
    return (
        one.style == last.style
        and one.middle == last.middle
        and abs(space - last.style.width(" ")) < 0.5
    )
