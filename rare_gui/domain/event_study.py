"""Monthly exports around a day, each side set against the same months a year earlier.

It says what changed, not why: many things happen in ninety days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rare_gui.domain.flows import FlowPoint
from rare_gui.domain.vocabulary import DataClass

SIDE = timedelta(days=90)
MONTHS = 3
"""Whole months that stand for ninety days: the figures are monthly."""
_LAST_OF_FIRST_HALF = 15  # a month belongs to the side in which the greater part of it lies


class Unknown(StrEnum):
    """Why a change cannot be told."""

    MISSING = "missing"  # months without a figure
    NOTHING_BEFORE = "nothing before"  # the year before has nothing to measure against


@dataclass(frozen=True, slots=True)
class Side:
    """The months of one side of the day, and the change of their sum on the year before.

    `change` is relative (-0.3: thirty percent less), None with the reason in `unknown`; `missing`
    are the months without a figure, of this year or the one before. `tonnes` and `year_before` are
    the sums, None where a month of theirs is missing. `derived`: a figure in them is not published
    as such.
    """

    months: tuple[date, ...]
    tonnes: float | None
    year_before: float | None
    change: float | None
    unknown: Unknown | None
    missing: tuple[date, ...]
    derived: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventStudy:
    """The ninety days before a day and the ninety from it on."""

    day: date
    before: Side
    after: Side


def event_study(points: Sequence[FlowPoint], day: date) -> EventStudy:
    """Compare the months around `day` with the same months a year earlier.

    Each side has three whole months; the month of the day belongs to the side in which the greater
    part of it lies. A month without a point is unknown, never zero.
    """
    known = {point.month: point for point in points}
    before, after = months_around(day)
    return EventStudy(day, _side(known, before), _side(known, after))


def months_around(day: date) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """The three months before and the three after a day, each by its first day."""
    number = day.year * 12 + day.month - 1
    first = number if day.day <= _LAST_OF_FIRST_HALF else number + 1
    before, after = range(first - MONTHS, first), range(first, first + MONTHS)
    return tuple(map(_month, before)), tuple(map(_month, after))


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def _side(known: dict[date, FlowPoint], months: tuple[date, ...]) -> Side:
    earlier = tuple(month.replace(year=month.year - 1) for month in months)
    now, then = _sum(known, months), _sum(known, earlier)
    missing = tuple(month for month in (*earlier, *months) if month not in known)
    points = [known[month] for month in (*months, *earlier) if month in known]
    change: float | None = None
    unknown: Unknown | None = None
    if now is None or then is None:
        unknown = Unknown.MISSING
    elif then == 0:
        unknown = Unknown.NOTHING_BEFORE
    else:
        change = now / then - 1
    return Side(
        months=months,
        tonnes=now,
        year_before=then,
        change=change,
        unknown=unknown,
        missing=missing,
        derived=any(point.data_class is not DataClass.PUBLISHED for point in points),
        sources=tuple(dict.fromkeys(one for point in points for one in point.sources)),
    )


def _sum(known: dict[date, FlowPoint], months: tuple[date, ...]) -> float | None:
    if not all(month in known for month in months):
        return None
    return sum(known[month].tonnes for month in months)
