"""The y axis of a small plot, and the months and stretches of its time axis.

Not for values: each pane makes its own.
"""

from __future__ import annotations

from datetime import date
from math import ceil, floor, log10

from rare_gui.scenes.timeline.parts import Pane


def round_axis(largest: float) -> tuple[float, tuple[float, ...]]:
    """A top of the y axis and two or three round ticks under it, from 0."""
    if largest <= 0:
        return 1.0, (0.0, 1.0)
    rough = largest * 1.08 / 2.5
    power = 10 ** floor(log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough)
    count = ceil(largest * 1.08 / step)
    return largest * 1.15, tuple(step * number for number in range(count))


def inside(day: date, window: tuple[date, date]) -> bool:
    """Whether a day lies in `[first, last)`."""
    return window[0] <= day < window[1]


def next_month(month: date) -> date:
    """The first day of the month after the one of `month`."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def empty_pane(key: str, title: str, unit: str, message: str) -> Pane:
    """A pane that only says why there is nothing to draw."""
    return Pane(key=key, title=title, unit=unit, top=1.0, ticks=(), message=message)
