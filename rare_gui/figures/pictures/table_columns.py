"""How wide the columns of a table are: as their words ask for, and where they stand.

Not for setting the words in lines (`table_cells`).
"""

from __future__ import annotations

from itertools import accumulate

from rare_gui.figures.pictures.table_cells import least_width, whole_width
from rare_gui.figures.pictures.writing import FINE
from rare_gui.scenes.pictures.table_parts import TableScene

_GAPS = (18.0, 8.0)
"""Px between columns; the lesser where words would have to be broken otherwise."""
_FIRST = 0.24
"""The most of a width that the first of columns takes where the others are of one width."""
_FIRST_LEAST = _LETTER = 48.0
"""A column is at least so wide, px: a chip with one letter beside it."""
_LONGEST = 900.0
"""Px of one line that count at most: a very long text does not leave the others nothing."""

Place = tuple[float, float]
"""The left edge and the width of a column, px."""


def column_places(table: TableScene, width: float) -> list[Place]:
    """Where the columns stand in a table of a width in px; together they fill it.

    All on one line where that can be, else shared by what their words ask for. No column is
    narrower than its longest word unless the table is too narrow for all of those.
    """
    least, whole = _asked(table)
    gaps = len(table.columns) - 1
    gap = next((one for one in _GAPS if sum(least) + one * gaps <= width), _GAPS[-1])
    widths = _widths(least, whole, width - gap * gaps, even=table.even)
    lefts = accumulate((wide + gap for wide in widths), initial=0.0)
    return list(zip(lefts, widths, strict=False))  # the last left edge is that of no column


def _asked(table: TableScene) -> tuple[list[float], list[float]]:
    """The px of each column without broken words, and with every cell on one line."""
    heads = [column.head for column in table.columns]
    least = [FINE.width(max(head.split(), key=len, default="")) for head in heads]
    whole = [FINE.width(head) for head in heads]
    for group in table.groups:
        for row in group.rows:
            for number, cell in enumerate(row):
                least[number] = max(least[number], least_width(cell))
                whole[number] = max(whole[number], min(whole_width(cell), _LONGEST))
    return least, whole


def _widths(least: list[float], whole: list[float], room: float, *, even: bool) -> list[float]:
    if even:
        first = min(max(whole[0], _FIRST_LEAST), _FIRST * room)
        others = len(whole) - 1
        return [first, *[(room - first) / others] * others] if others else [room]
    if sum(least) > room:
        # Words are broken then; a sign or chip and a letter beside it still have room.
        floor = min(_LETTER, room / len(least))
        over = [max(one - floor, 0.0) for one in least]
        spare = room - floor * len(least)
        return [floor + spare * one / (sum(over) or 1.0) for one in over]
    if sum(whole) <= room:
        return [one * room / (sum(whole) or 1.0) for one in whole]
    more = [max(most - low, 0.0) for low, most in zip(least, whole, strict=True)]
    spare = room - sum(least)
    return [low + spare * one / (sum(more) or 1.0) for low, one in zip(least, more, strict=True)]
