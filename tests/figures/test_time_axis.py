from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.figures.timeline.time_axis import TimeAxis, ticks
from tests.figures.scenes import day

windows = st.tuples(st.integers(14_600, 21_900), st.integers(28, 7_300))


def made(first: int, length: int, width: int = 612) -> TimeAxis:
    return TimeAxis(first, first + length, 120, 120 + width)


@given(windows)
def test_that_ticks_are_true_dates_in_order_and_never_crowded(window: tuple[int, int]) -> None:
    axis = made(*window)
    found = ticks(axis)
    places = [axis.x(tick.day) for tick in found]
    assert all(axis.left <= x <= axis.right for x in places)
    assert all(b - a >= 18 for a, b in pairwise(places))
    for tick in found:
        at = date(1970, 1, 1) + timedelta(days=tick.day)
        assert tick.year == (at.month == 1 and at.day == 1)
        assert tick.label in (str(at.year), str(at.day), at.strftime("%b"))


@given(windows)
def test_that_a_day_is_found_again_from_its_place(window: tuple[int, int]) -> None:
    axis = made(*window)
    for share in (0.0, 0.25, 0.9):
        at = axis.first + share * (axis.last - axis.first)
        assert abs(axis.day(axis.x(at)) - at) < 1e-6


def test_that_three_years_are_told_by_quarter_with_the_year_in_january() -> None:
    found = ticks(made(day("2024-05-21"), 1062))
    assert [tick.label for tick in found] == [
        "Jul", "Oct", "2025", "Apr", "Jul", "Oct", "2026", "Apr", "Jul", "Oct", "2027", "Apr",
    ]  # fmt: skip


def test_that_two_months_are_told_by_day_with_the_month_at_its_first() -> None:
    labels = [tick.label for tick in ticks(made(day("2025-03-25"), 45))]
    assert "Apr" in labels
    assert {"8", "15", "22"} <= set(labels) or {"6", "11"} <= set(labels)


def test_that_twenty_years_are_told_by_year() -> None:
    assert all(tick.year for tick in ticks(made(day("2010-01-01"), 7300)))


zooms = st.tuples(
    st.integers(day("2010-01-01"), day("2030-12-01")), st.floats(28, 7_670), st.integers(300, 2600)
)


@settings(max_examples=300)
@given(zooms)
def test_that_no_date_of_the_chosen_step_is_left_out_or_added(
    zoom: tuple[int, float, int],
) -> None:
    """Days of the month or every n-th month: all of them that are in view, and no other date."""
    first, length, width = zoom
    axis = TimeAxis(first, first + length, 120, 120 + width)
    found = [date(1970, 1, 1) + timedelta(days=tick.day) for tick in ticks(axis)]
    whole = [date(1970, 1, 1) + timedelta(days=at) for at in range(first, int(axis.last) + 1)]
    by_day = any(at.day != 1 for at in found)
    if by_day:
        steps = [range(1, 32), range(1, 31, 2), (1, 6, 11, 16, 21, 26), (1, 8, 15, 22), (1, 15)]
        assert any(found == [at for at in whole if at.day in step] for step in steps)
    else:
        months = (1, 3, 6, 12, 24, 60, 120, 240)
        firsts = [at for at in whole if at.day == 1]
        assert any(
            found == [at for at in firsts if (at.year * 12 + at.month - 1) % step == 0]
            for step in months
        )
