"""An observation's cells: numbers without exponents, days half-open, and three kinds of nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.vocabulary import DatePrecision
from rare_gui.scenes.tidy.observation import COLUMNS, Observation, Presence, end_of, number_text
from rare_gui.scenes.tidy.rows import presence_of


@pytest.mark.parametrize(
    ("value", "flag", "presence"),
    [
        (0.0, "", Presence.OBSERVED),
        (None, "withheld", Presence.WITHHELD),
        (None, "", Presence.MISSING),
        (None, "not_published", Presence.MISSING),
        (None, "net_exporter", Presence.IN_WORDS),
    ],
)
def test_that_zero_withheld_and_missing_are_three_things(
    value: float | None, flag: str, presence: Presence
) -> None:
    assert presence_of(value, flag) is presence


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (-0.0, "0"), (26.037, "26.037"), (1e16, "10000000000000000"), (1e-7, "0.0000001"),
     (-3.5, "-3.5"), (None, ""), (5150.0, "5150")],
)  # fmt: skip
def test_that_a_number_has_a_point_and_no_exponent(value: float | None, text: str) -> None:
    assert number_text(value) == text


def test_that_every_column_has_a_cell_and_a_description() -> None:
    assert len(Observation("event", "x", "X").cells()) == len(COLUMNS)
    assert len({name for name, _, _ in COLUMNS}) == len(COLUMNS)
    assert all(told for _, _, told in COLUMNS)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(DatePrecision))
def test_that_the_end_is_the_first_day_no_longer_meant(day: date, precision: DatePrecision) -> None:
    end = end_of(day, precision)
    last = end - timedelta(days=1)
    assert last >= day
    if precision is DatePrecision.DAY:
        assert last == day
    elif precision is DatePrecision.MONTH:
        assert ((last.year, last.month), end.day) == ((day.year, day.month), 1)
    else:
        assert (last, last.year) == (date(day.year, 12, 31), day.year)
