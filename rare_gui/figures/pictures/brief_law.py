"""What a brief tells of a material's law: what applies to its forms, and what comes next.

Not for their order on a page (`brief`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rare_gui.figures.pictures.brief_piece import (
    CHIP,
    CLOSE,
    PAD,
    PITCH,
    Cell,
    Piece,
    beside,
    cited,
    heading,
    one_of,
    paragraph,
    row,
)
from rare_gui.figures.pictures.writing import (
    NOTE,
    NOTE_STRONG,
    RIGHT,
    TEXT,
    Style,
    height_of,
    run_in,
)
from rare_gui.scenes.brief.parts import AppliesRow, MaterialBrief, NextRow
from rare_gui.scenes.wording import inside, listed

APPLIES, NEXT, UNKNOWN = "What applies", "What comes next", "What is not known"
STRONG = Style("ui_strong", 1.0)
_STATE = Style("note_medium", 1.1)
_URGENT = Style("note_strong", 1.1, "warn")
_INDENT = CHIP + 9
_GAP = 10.0  # px between two columns of a table
_GOODS, _GOODS_TOGETHER, _STATES, _ACTS = 0.2, 0.3, 0.28, 0.29
"""Shares of the width that forms, state and acts take at most; until gets what they leave."""
OFFICE = re.compile(r"\b[A-Z][\w/]* (?=No\. \d)")
"""Whose act it is: told by the sources, left out where rows share a full page."""
_GUTTER = 26.0  # px between what comes next and what is not known
_NEXT, _NEXT_DENSE = 0.46, 0.4  # share of what comes next
_LEFT, _DATE = 52.0, 78.0  # px of the days left and of the date
_MOST_BESIDE = 330.0
"""Px up to which two sections stand side by side, for what does so is never parted."""


def applies(one: MaterialBrief, width: float, *, together: bool) -> list[Piece]:
    """The table of forms and conditions; `together`: forms alike in all else share a row."""
    found = [heading(APPLIES)]
    pad = CLOSE if together else PAD
    if together:
        rows = _together(one.applies)
        most = _GOODS_TOGETHER * width
        state = _INDENT + _needed([line.goods for line in rows] or [""], NOTE_STRONG, most)
        found += [_dense_form(line, state, width) for line in rows]
    else:
        columns = _columns(one.applies, width)
        found += [_form(line, columns, width) for line in one.applies]
    found += [_condition(line, width, pad) for line in one.conditions]
    if len(found) == 1:
        found += paragraph(APPLIES, "No form of it is in these data.", TEXT, width)
    return found


def next_and_unknown(
    one: MaterialBrief, unknown: Sequence[str], width: float, *, together: bool
) -> list[Piece]:
    """The dates ahead and what is not known, side by side where neither is long.

    `together`: what happens on one day shares a row.
    """
    if not unknown:
        return _next(one, width, together=together)
    first = (_NEXT_DENSE if together else _NEXT) * (width - _GUTTER)
    left = _next(one, first, together=together)
    unknown = (" ".join(unknown),) if together else unknown
    right = _unknown(unknown, width - _GUTTER - first)
    columns = one_of(left), one_of(right)
    if max(column.height for column in columns) > _MOST_BESIDE:
        return [*_next(one, width, together=together), *_unknown(unknown, width)]
    return [replace(beside(*columns, first + _GUTTER), above=left[0].above)]


def _together(rows: Sequence[AppliesRow]) -> tuple[AppliesRow, ...]:
    """One row for all forms to which the same applies, where the first of them stood."""
    alike: dict[AppliesRow, list[AppliesRow]] = {}
    for line in rows:
        seen = replace(
            line, goods="", chip=replace(line.chip, spoken=""), acts=OFFICE.sub("", line.acts)
        )
        alike.setdefault(seen, []).append(line)
    return tuple(
        replace(
            seen,
            goods=listed([first.goods, *(inside(one.goods) for one in others)]),
            chip=first.chip,
        )
        for seen, (first, *others) in alike.items()
    )


@dataclass(frozen=True, slots=True)
class _Columns:
    """From where state, until and acts may reach, in px; without `until` it runs on in a row."""

    state: float
    until: float | None
    acts: float


def _columns(rows: Sequence[AppliesRow], width: float) -> _Columns:
    """As far right as the texts before need."""
    texts = [(one.goods, one.state, cited(one.acts, one.marks)) for one in rows] or [("", "", "")]
    goods, states, acts = zip(*texts, strict=True)
    state = _INDENT + _needed(goods, NOTE_STRONG, _GOODS * width)
    until = state + _needed(states, _STATE, _STATES * width)
    right = width - _needed(acts, NOTE, _ACTS * width) + _GAP
    wide = max((NOTE.width(one.until) for one in rows), default=0.0)
    return _Columns(state, until if wide <= right - until - _GAP else None, right)


def _needed(texts: Iterable[str], style: Style, most: float) -> float:
    """The px of a column with the gap after it."""
    return min(max(style.width(text) for text in texts) + 2, most) + _GAP


def _form(line: AppliesRow, columns: _Columns, width: float) -> Piece:
    state, until, acts = columns.state, columns.until, columns.acts
    cells = [
        Cell(_INDENT, state - _INDENT - _GAP, line.goods, NOTE_STRONG),
        Cell(width, width - acts, cited(line.acts, line.marks), NOTE, RIGHT),
    ]
    if until is not None:
        cells.append(Cell(state, until - state - _GAP, line.state, _STATE))
        cells.append(Cell(until, acts - until - _GAP, line.until, NOTE))
        return row(APPLIES, cells, width, line.chip)
    span = (state, acts - _GAP)
    made = row(APPLIES, cells, width, line.chip)
    return _running(made, (line.state, _STATE), line.until, span, PAD)


def _dense_form(line: AppliesRow, state: float, width: float) -> Piece:
    """The acts stand behind until when, not in a column of their own."""
    goods = Cell(_INDENT, state - _INDENT - _GAP, line.goods, NOTE_STRONG)
    acts = f"({line.acts})" if line.acts else ""
    text = cited(" ".join(filter(None, (line.until, acts))), line.marks)
    made = row(APPLIES, (goods,), width, line.chip, CLOSE)
    return _running(made, (line.state, _STATE), text, (state, width), CLOSE)


def _condition(line: AppliesRow, width: float, pad: float) -> Piece:
    text = cited(line.state, line.marks)
    empty = row(APPLIES, (), width, line.chip, pad)
    return _running(empty, (line.goods, NOTE_STRONG), text, (_INDENT, width), pad)


def _running(
    made: Piece, lead: tuple[str, Style], text: str, span: tuple[float, float], pad: float
) -> Piece:
    """The row with a lead and a text that runs on behind it, made as high as these need."""
    lines = run_in(lead[0], text, (lead[1], NOTE), span, pad, PITCH)
    height = max(made.height, height_of(lines, PITCH) + 2 * pad)
    rules = tuple((left, right, height - 1) for left, right, _ in made.rules)
    return replace(made, height=height, writings=(*made.writings, *lines), rules=rules)


def _next(one: MaterialBrief, width: float, *, together: bool) -> list[Piece]:
    if not one.next:
        return [heading(NEXT), *paragraph(NEXT, one.no_next, NOTE, width)]
    if together:
        return [heading(NEXT), *(_dense_clause(line, width) for line in _of_one_day(one.next))]
    return [heading(NEXT), *(_clause(line, width) for line in one.next)]


def _of_one_day(rows: Sequence[NextRow]) -> tuple[NextRow, ...]:
    """One row for all that happens on a day by the same sources, on what it rests told once."""
    alike: dict[NextRow, list[str]] = {}
    for line in rows:
        alike.setdefault(replace(line, what=""), []).append(line.what)
    return tuple(
        replace(line, what="; ".join([what[0], *map(_lower, what[1:])]))
        for line, what in alike.items()
    )


def _lower(words: str) -> str:
    """The words as they stand within a sentence; an abbreviation keeps its capitals."""
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def _clause(line: NextRow, width: float) -> Piece:
    left = _LEFT + _DATE
    cells = (
        Cell(0, _LEFT - 6, line.left, _URGENT if line.urgent else NOTE_STRONG),
        Cell(_LEFT, _DATE - 6, line.date, NOTE),
        Cell(left, width - left, cited(line.words, line.marks), NOTE),
    )
    return row(NEXT, cells, width)


def _dense_clause(line: NextRow, width: float) -> Piece:
    style = _URGENT if line.urgent else NOTE_STRONG
    lead = f"{line.left}, {line.date}"
    text = cited(line.words, line.marks)
    return _running(row(NEXT, (), width), (lead, style), text, (0, width), PAD)


def _unknown(unknown: Sequence[str], width: float) -> list[Piece]:
    found = [heading(UNKNOWN)]
    for number, text in enumerate(unknown):
        found += paragraph(UNKNOWN, text, NOTE, width, PITCH, above=3.0 if number else 2.0)
    return found
