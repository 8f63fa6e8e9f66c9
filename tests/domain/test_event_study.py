"""The comparison around a day: which months count, and when nobody can tell."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.event_study import SIDE, Unknown, event_study, months_around
from rare_gui.domain.flows import FlowPoint
from rare_gui.domain.vocabulary import DataClass

DAYS = st.dates(date(2012, 1, 1), date(2028, 12, 31))


def point(month: date, tonnes: float, data_class: DataClass = DataClass.PUBLISHED) -> FlowPoint:
    return FlowPoint(month, tonnes, data_class, (f"s{month:%Y%m}",))


def months(first: date, count: int) -> list[date]:
    start = first.year * 12 + first.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(start, start + count)]


def test_that_a_month_belongs_to_the_side_in_which_most_of_it_lies() -> None:
    study = event_study([], date(2025, 4, 4))
    assert study.before.months == tuple(months(date(2025, 1, 1), 3))
    assert study.after.months == tuple(months(date(2025, 4, 1), 3))
    assert event_study([], date(2025, 4, 16)).after.months == tuple(months(date(2025, 5, 1), 3))


def test_that_each_side_is_set_against_the_same_months_a_year_earlier() -> None:
    tonnes = {date(2024, 1, 1): 10.0, date(2025, 1, 1): 20.0, date(2025, 4, 1): 5.0}
    points = [point(m, tonnes.get(m, 10.0)) for m in months(date(2024, 1, 1), 18)]
    study = event_study(points, date(2025, 4, 4))
    assert (study.before.tonnes, study.before.year_before) == (40.0, 30.0)
    assert study.before.change == 40 / 30 - 1
    assert study.after.change == 25 / 30 - 1
    assert study.after.unknown is None


def test_that_a_missing_month_means_cannot_tell_and_is_named() -> None:
    points = [point(m, 1.0) for m in months(date(2024, 1, 1), 18) if m != date(2024, 5, 1)]
    after = event_study(points, date(2025, 4, 4)).after
    assert after.change is None
    assert after.unknown is Unknown.MISSING
    assert after.missing == (date(2024, 5, 1),)
    assert (after.tonnes, after.year_before) == (3.0, None)


def test_that_nothing_a_year_earlier_gives_no_percentage() -> None:
    points = [point(m, 0.0 if m.year == 2024 else 1.0) for m in months(date(2024, 1, 1), 18)]
    before = event_study(points, date(2025, 4, 4)).before
    assert before.change is None
    assert before.unknown is Unknown.NOTHING_BEFORE


def test_that_a_derived_month_marks_its_side() -> None:
    points = [
        point(m, 1.0, DataClass.DERIVED if m == date(2025, 5, 1) else DataClass.PUBLISHED)
        for m in months(date(2024, 1, 1), 18)
    ]
    study = event_study(points, date(2025, 4, 4))
    assert (study.before.derived, study.after.derived) == (False, True)


@given(DAYS)
def test_that_the_sides_are_three_months_each_and_near_the_ninety_days(day: date) -> None:
    before, after = months_around(day)
    assert [*before, *after] == months(before[0], 6)
    assert len(before) == len(after) == 3
    half = timedelta(days=18)
    assert abs(before[0] - (day - SIDE)) <= half
    assert abs(after[0] - day) <= half
    end_of_last = months(after[0], 4)[-1]
    assert abs(end_of_last - (day + SIDE)) <= half


@given(DAYS, st.lists(st.integers(0, 40), min_size=40, max_size=40), st.sets(st.integers(0, 39)))
def test_that_a_change_is_told_exactly_when_every_month_is_known(
    day: date, tonnes: list[int], gaps: set[int]
) -> None:
    first = date(day.year - 1, 1, 1)
    every = months(first, 40)
    points = [point(m, float(tonnes[n])) for n, m in enumerate(every) if n not in gaps]
    known = {one.month for one in points}
    study = event_study(points, day)
    for side in (study.before, study.after):
        needed = {*side.months, *(m.replace(year=m.year - 1) for m in side.months)}
        assert set(side.missing) == needed - known
        assert (side.unknown is Unknown.MISSING) == bool(side.missing)
        assert (side.change is None) == (side.unknown is not None)
        if side.change is not None:
            assert side.change >= -1


@given(DAYS, st.floats(0.01, 1000))
def test_that_scaling_every_figure_changes_no_change(day: date, factor: float) -> None:
    every = months(date(day.year - 2, 1, 1), 60)
    one = event_study([point(m, 1.0 + n % 7) for n, m in enumerate(every)], day)
    other = event_study([point(m, (1.0 + n % 7) * factor) for n, m in enumerate(every)], day)
    for side, scaled in ((one.before, other.before), (one.after, other.after)):
        assert side.change is not None
        assert scaled.change is not None
        assert abs(side.change - scaled.change) < 1e-9
