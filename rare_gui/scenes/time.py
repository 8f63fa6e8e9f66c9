"""Days on the time axis, and the stretches of time a person can ask for."""

from __future__ import annotations

from datetime import date, timedelta

from rare_gui.domain.vocabulary import DatePrecision

EPOCH = date(1970, 1, 1)
LIMITS = (date(2010, 1, 1), date(2030, 1, 1))
"""The timeline goes no further than this in either direction."""
PRESETS = ("1y", "truce", "3y", "all")


def axis_day(day: date) -> int:
    """Days since 1970-01-01, the unit of every time axis."""
    return (day - EPOCH).days


def calendar_day(number: float) -> date:
    """The date at a place on a time axis, within what a date can hold."""
    return EPOCH + timedelta(days=max(-700_000, min(int(number // 1), 2_900_000)))


def soft_end(day: date, precision: DatePrecision) -> int | None:
    """The day by which something dated to a month or year had begun; None for an exact day."""
    if precision is DatePrecision.DAY:
        return None
    if precision is DatePrecision.YEAR:
        return axis_day(date(day.year + 1, 1, 1))
    return axis_day(date(day.year + day.month // 12, day.month % 12 + 1, 1))


def range_window(name: str, as_of: date, truce: tuple[date, date]) -> tuple[date, date]:
    """The time window of a preset: around the as-of day, around the truce, or everything."""
    if name == "all":
        return LIMITS
    if name == "truce":
        return truce[0] - timedelta(days=360), truce[1] + timedelta(days=100)
    years = 1 if name == "1y" else 3
    ahead = timedelta(days=int(365.25 * years / 4))
    return as_of - timedelta(days=int(365.25 * years * 3 / 4)), as_of + ahead
