"""Pieces of a brief shared out over pages: headings never last, plots as high as can be.

Not for what stands above and below them on every page (`brief_page`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rare_gui.figures.pictures.brief_piece import Piece

HIGHEST_PLOT = 460.0
"""Px that a plot takes at most of what a page has to spare."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece on a page: its distance from the top of the page's room and its height, in px."""

    piece: Piece
    top: float
    height: float


Page = tuple[Placed, ...]


def pages(pieces: Sequence[Piece], room: float) -> tuple[Page, ...]:
    """The pieces in their order on pages with `room` px each, at least one page.

    Only a single piece that is higher than a page reaches beyond one.
    """
    found: list[list[Piece]] = [[]]
    used = 0.0
    for number, piece in enumerate(pieces):
        page = found[-1]
        need = piece.above + _with_next(pieces, number)
        if page and (piece.breaks or used + need > room):
            page = []
            found.append(page)
            used = 0.0
        used += piece.height + (piece.above if page else 0.0)
        page.append(piece)
    return tuple(_placed(page, room) for page in found)


def height(page: Page) -> float:
    """The px from the top of a page's room to the end of its last piece."""
    return page[-1].top + page[-1].height if page else 0.0


def _with_next(pieces: Sequence[Piece], number: int) -> float:
    """The px of a piece, for headings with all that must follow on the same page."""
    high = pieces[number].height
    while pieces[number].heading and number + 1 < len(pieces):
        number += 1
        high += pieces[number].above + pieces[number].height
    return high


def _placed(page: Sequence[Piece], room: float) -> Page:
    whole = sum(one.height + (one.above if number else 0.0) for number, one in enumerate(page))
    spare = max(room - whole, 0.0)
    top, found = 0.0, []
    for number, piece in enumerate(page):
        top += piece.above if number else 0.0
        high = piece.height
        if piece.plot is not None:
            more = min(spare, max(HIGHEST_PLOT - high, 0.0))
            high, spare = high + more, spare - more
        found.append(Placed(piece, top, high))
        top += high
    return tuple(found)
