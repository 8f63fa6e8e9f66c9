"""Pieces on pages: in their order, none lost, none on another, headings never alone."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rare_gui.figures.pictures.brief_flow import height, pages
from rare_gui.figures.pictures.brief_piece import Piece

ROOM = 200.0
pieces = st.builds(
    Piece,
    section=st.just("x"),
    height=st.floats(1, 90),
    above=st.floats(0, 20),
    heading=st.booleans(),
    breaks=st.booleans(),
)


@given(st.lists(pieces, min_size=1, max_size=30))
def test_that_all_pieces_are_there_in_order_and_within_the_room(found: list[Piece]) -> None:
    shared = pages(found, ROOM)
    assert [placed.piece for page in shared for placed in page] == found
    for page in shared:
        assert page
        for one, other in pairwise(page):
            assert other.top >= one.top + one.height
        # headings that follow each other may be too high together
        if not any(placed.piece.heading for placed in page):
            assert height(page) <= ROOM + 1e-6


@given(st.lists(pieces, min_size=2, max_size=30))
def test_that_a_piece_that_breaks_begins_a_page(found: list[Piece]) -> None:
    for page in pages(found, ROOM):
        assert not any(placed.piece.breaks for placed in page[1:])


@given(st.lists(st.floats(5, 60), min_size=1, max_size=20))
def test_that_a_heading_is_never_the_last_of_a_page(heights: list[float]) -> None:
    found = [
        piece
        for high in heights
        for piece in (Piece("x", 20.0, above=8.0, heading=True), Piece("x", high))
    ]
    assert not any(page[-1].piece.heading for page in pages(found, ROOM))


def test_that_a_piece_higher_than_a_page_stands_alone() -> None:
    low, high = Piece("x", 30.0), Piece("x", 500.0)
    assert [len(page) for page in pages([low, high, low], ROOM)] == [1, 1, 1]
