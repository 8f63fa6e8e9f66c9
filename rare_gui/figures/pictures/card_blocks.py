"""The blocks of the impact card: chips, key figures, next clause, losses, how to read, unknowns.

Each is laid out for a width. Not for the plot between them, and not for their order (`card`).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from rare_gui.figures.pictures.block import CHIP, Bar, Block
from rare_gui.figures.pictures.writing import (
    FINE,
    NOTE,
    NOTE_STRONG,
    RIGHT,
    TEXT,
    Style,
    Writing,
    height_of,
    run_in,
    stacked,
)
from rare_gui.scenes.header import KeyFigure
from rare_gui.scenes.notes import DataNote
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.pictures.card import CardChip, CardLosses, CardPicture

GOODS = Style("ui_strong", 13 / 12)
HEADING = Style("body_strong", 1.0)
NUMBER = Style("figure_large", 28 / 21)
WORDS = Style("figure", 1.0)
"""Instead of a number: "not published"."""
_AFTER_CHIP, _CHIP_ROW, _CHIP_GAP = 8.0, 28.0, 24.0
_BETWEEN = 8.0  # px between goods and state
_LINE, _FINE_LINE = 17.0, 15.0
_FOUR = 700.0  # px from which four figures stand side by side


def chips_block(chips: Sequence[CardChip], width: float) -> Block:
    """The chips with goods and state, in as many lines as they need."""
    placed: list[tuple[QPointF, Chip]] = []
    written: list[Writing] = []
    left = CHIP + _AFTER_CHIP
    x, top = 0.0, 0.0
    for one in chips:
        words = TEXT.width(one.words) + _BETWEEN if one.words else 0.0
        wide = left + GOODS.width(one.goods) + words
        if x and x + wide > width:
            x, top = 0.0, top + _CHIP_ROW
        placed.append((QPointF(x + CHIP / 2, top + _CHIP_ROW / 2), one.chip))
        # Only a chip wider than the picture has a second line, and it stands alone in its rows.
        lines = run_in(one.goods, one.words, (GOODS, TEXT), (x + left, width), top, _CHIP_ROW)
        written += lines
        top += height_of(lines, _CHIP_ROW) - _CHIP_ROW
        x += wide + _CHIP_GAP
    return Block(top + _CHIP_ROW if chips else 0.0, tuple(written), tuple(placed))


def figures_block(figures: Sequence[KeyFigure], width: float) -> Block:
    """The key figures with e and the numbers of their sources, each over what it is."""
    columns = 4 if width >= _FOUR else 2
    cell = width / columns
    written: list[Writing] = []
    top = 0.0
    for row in range(0, len(figures), columns):
        lowest = top
        for number, figure in enumerate(figures[row : row + columns]):
            left = number * cell
            value = f"{figure.value} e" if figure.estimated else figure.value
            style = NUMBER if figure.value[:1].isdigit() or figure.value[:1] in "<>" else WORDS
            written.append(Writing(value, style, left, top + 17))
            if figure.marks:
                marks = ", ".join(map(str, figure.marks))
                at = left + style.width(value) + 4
                written.append(Writing(marks, FINE, at, top + 10))
            captions = TEXT.wrapped(figure.caption, cell - 14)
            lines = stacked(captions, TEXT, left, top + 34, _LINE)
            written += lines
            lowest = max(lowest, top + 34 + height_of(lines, _LINE))
        top = lowest + 6
    return Block(top - 6, tuple(written))


def next_block(picture: CardPicture, width: float) -> Block:
    """The next dated clause in running lines; that none is known is said too."""
    if not picture.next_lead:
        words = "No dated clause of this material lies ahead in these data."
        lines = stacked(TEXT.wrapped(words, width), TEXT, 0, 0, _LINE)
        return Block(height_of(lines, _LINE), lines)
    marks = f" [{', '.join(map(str, picture.next_marks))}]" if picture.next_marks else ""
    text = picture.next_words.removesuffix(".") + marks + "."
    lines = run_in(picture.next_lead, text, (GOODS, TEXT), (0, width), 0, _LINE)
    return Block(height_of(lines, _LINE), lines)


def unknown_block(notes: Sequence[DataNote], width: float) -> Block:
    """What is not known: a lead and a sentence each."""
    if not notes:
        return Block(0.0)
    written = [Writing("What is not known", HEADING, 0, _LINE / 2)]
    top = _LINE + 3
    for note in notes:
        styles = (NOTE_STRONG, NOTE)
        lines = run_in(note.lead, note.text, styles, (0, width), top, _FINE_LINE)
        written += lines
        top += height_of(lines, _FINE_LINE) + 2
    return Block(top - 2, tuple(written))


def how_to_block(picture: CardPicture, width: float) -> Block:
    """How to read the chips, and the signs that stand on them."""
    if not picture.how_to:
        return Block(0.0)
    written = [Writing("How to read", HEADING, 0, _LINE / 2)]
    placed: list[tuple[QPointF, Chip]] = []
    x, top = 0.0, _LINE + 5
    for chip, words in picture.how_to:
        wide = CHIP + _AFTER_CHIP + TEXT.width(words) + 18
        if x and x + wide - 18 > width:
            x, top = 0.0, top + 28
        placed.append((QPointF(x + CHIP / 2, top + 12), chip))
        written.append(Writing(words, TEXT, x + CHIP + _AFTER_CHIP, top + 12))
        x += wide
    top += 28
    lines = stacked(NOTE.wrapped(picture.signs, width), NOTE, 0, top, _FINE_LINE)
    return Block(top + height_of(lines, _FINE_LINE), (*written, *lines), tuple(placed))


def losses_block(losses: CardLosses, width: float) -> Block:
    """The sectors that lose most as bars with whiskers, under what is supposed; else their sum."""
    if not losses.bars:
        text = f"{losses.total}. {losses.case}. {losses.remark}"
        lines = run_in(losses.title, text, (GOODS, NOTE), (0, width), 0, _LINE)
        return Block(height_of(lines, _LINE), lines)
    written = [Writing(losses.title, HEADING, 0, _LINE / 2)]
    top = _LINE + 2
    for text, style in ((losses.total, GOODS), (losses.case, NOTE)):
        lines = stacked(style.wrapped(text, width), style, 0, top, _FINE_LINE + 1)
        written += lines
        top += height_of(lines, _FINE_LINE + 1)
    top += 4
    names = max(TEXT.width(bar.name) for bar in losses.bars)
    values = max(TEXT.width(bar.value) for bar in losses.bars)
    names = min(names, width * 0.45)
    bars = []
    for bar in losses.bars:
        lines = stacked(TEXT.wrapped(bar.name, names), TEXT, 0, top, _LINE)
        high = height_of(lines, _LINE) + 4
        written += (*lines, Writing(bar.value, TEXT, width, top + high / 2 - 2, RIGHT))
        left = names + 12
        place = QRectF(left, top - 2, width - values - 12 - left, high)
        bars.append(Bar(place, bar, losses.top))
        top += high
    words = f"Solid: direct; pale: passed on; line: P5 to P95. {losses.remark}"
    lines = stacked(NOTE.wrapped(words, width), NOTE, 0, top + 3, _FINE_LINE)
    return Block(top + 3 + height_of(lines, _FINE_LINE), (*written, *lines), bars=tuple(bars))
