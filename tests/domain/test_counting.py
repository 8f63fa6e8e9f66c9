"""A number and its word."""

from __future__ import annotations

import pytest

from rare_gui.domain.counting import counted, noun


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 boxes"), (1, "1 box"), (2, "2 boxes"), (1200, "1200 boxes")]
)
def test_that_one_thing_alone_takes_the_word_for_one(count: int, words: str) -> None:
    assert counted(count, "box", "boxes") == words


def test_that_a_word_can_be_had_without_its_number() -> None:
    assert [noun(count, "day", "days") for count in (0, 1, 2)] == ["days", "day", "days"]
