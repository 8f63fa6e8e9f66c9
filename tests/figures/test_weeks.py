"""The words at the week that loses most keep clear of the line at the end of the cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.figures.impact.weeks import words_left

ROOM = (44.0, 462.0)


@given(point=st.floats(*ROOM), width=st.floats(20, 120), line=st.floats(ROOM[0] + 1, ROOM[1] - 1))
def test_that_the_end_of_the_cut_never_crosses_the_words(
    point: float, width: float, line: float
) -> None:
    left = words_left(point, width, ROOM, line)
    assert not left < line < left + width
    assert ROOM[0] <= left
    assert left + width <= ROOM[1]


@pytest.mark.parametrize(
    ("point", "line", "begins"),
    [
        (100, None, 106),
        (400, None, 314),
        (100, 300, 106),
        (200, 240, 114),  # to the right the line would cross them
        (60, 100, 104),  # the left side has no room
    ],
)
def test_that_the_words_stand_beside_their_point(
    point: float, line: float | None, begins: float
) -> None:
    assert words_left(point, 80, ROOM, line) == begins
