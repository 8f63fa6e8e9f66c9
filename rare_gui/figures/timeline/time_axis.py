"""The time axis: days since 1970 to px, and ticks that follow the calendar.

Not for painting them: `axis` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_EPOCH = date(1970, 1, 1)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Maps `[first, last]` (days since 1970, floats while a gesture runs) to `[left, right]` px."""

    first: float
    last: float
    left: float
    right: float

    @property
    def px_per_day(self) -> float:
        return (self.right - self.left) / (self.last - self.first)

    def x(self, day: float) -> float:
        """The px of the beginning of `day`."""
        return self.left + (day - self.first) * self.px_per_day

    def day(self, x: float) -> float:
        """The day, with its fraction, at `x` px."""
        return self.first + (x - self.left) / self.px_per_day

    def clip(self, x: float) -> float:
        """`x` kept inside the plot."""
        return min(max(x, self.left), self.right)


@dataclass(frozen=True, slots=True)
class Tick:
    """A dated line of the grid; `year` when it is a first of January."""

    day: int
    label: str
    year: bool


# (days that a step is long, months per step or 0, days of the month) from fine to coarse.
_DAY_STEPS: tuple[tuple[float, tuple[int, ...]], ...] = (
    (1, tuple(range(1, 32))),
    (2, tuple(range(1, 31, 2))),
    (4.9, (1, 6, 11, 16, 21, 26)),
    (7, (1, 8, 15, 22)),
    (14, (1, 15)),
)
_MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240)


@lru_cache(maxsize=16)
def ticks(axis: TimeAxis, room: float = 44) -> tuple[Tick, ...]:
    """The finest calendar ticks inside the axis that stand at least `room` px apart."""
    px = axis.px_per_day
    for length, days in _DAY_STEPS:
        if length * px >= room * 0.7:
            return tuple(_inside(axis, _by_day(axis, days)))
    for months in _MONTH_STEPS:
        if months * 30.4 * px >= room:
            break
    return tuple(_inside(axis, _by_month(axis, months)))


def _inside(axis: TimeAxis, made: Iterator[Tick]) -> Iterator[Tick]:
    return (tick for tick in made if axis.first <= tick.day <= axis.last)


def _by_day(axis: TimeAxis, days: tuple[int, ...]) -> Iterator[Tick]:
    day = int(axis.first)
    while day <= axis.last:
        at = _EPOCH + timedelta(days=day)
        if at.day in days:
            yield _tick(at, str(at.day) if at.day > 1 else "")
        day += 1


def _by_month(axis: TimeAxis, months: int) -> Iterator[Tick]:
    at = _EPOCH + timedelta(days=int(axis.first))
    count = (at.year * 12 + at.month - 1) // months * months
    while True:
        year, month = divmod(count, 12)
        if not 1 <= year <= 9998:
            return
        made = _tick(date(year, month + 1, 1), "")
        if made.day > axis.last:
            return
        yield made
        count += months


def _tick(at: date, label: str) -> Tick:
    year = at.month == 1 and at.day == 1
    words = label or (str(at.year) if year else _MONTHS[at.month - 1])
    return Tick((at - _EPOCH).days, words, year)
