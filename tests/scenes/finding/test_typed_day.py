"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.names import FIRST_DAY, LAST_DAY
from rare_gui.scenes.finding.typed_day import read_typed_day
from rare_gui.scenes.wording import day_words

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    ["2025-07-12", "2025-7-12", "12 Jul 2025", "12 july 25", " 12  JUL  2025 ", "12. Jul 2025"],
)
def test_that_a_day_is_read_in_the_usual_ways(text: str) -> None:
    assert read_typed_day(text, TODAY) == date(2025, 7, 12)


def test_that_today_is_today() -> None:
    assert read_typed_day("Today", TODAY) == TODAY


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("12/07/2025", "2025-07-12"),
        ("07-12-2025", "2025-07-12"),
        ("Jul 12 2025", "2025-07-12"),
        ("2025-02-30", "no such day"),
        ("31 Jun 2025", "no such day"),
        ("12 Ju 2025", "No month"),
        ("12 Juli 2025", "No month"),
        ("1066-10-14", "Choose a day from"),
        ("", "2025-07-12"),
        ("9" * 10_000, "2025-07-12"),
    ],
)
def test_that_another_order_an_impossible_day_or_one_out_of_range_gets_a_hint(
    text: str, hint: str
) -> None:
    answer = read_typed_day(text, TODAY)
    assert isinstance(answer, str)
    assert hint in answer
    assert len(answer) < 120


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_that_a_day_as_shown_can_be_typed_back(day: date) -> None:
    assert read_typed_day(day_words(day), TODAY) == day
    assert read_typed_day(day.isoformat(), TODAY) == day


@given(st.text())
def test_that_any_text_gets_a_day_or_a_hint(text: str) -> None:
    assert isinstance(read_typed_day(text, TODAY), date | str)
