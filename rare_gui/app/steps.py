"""Where a step of the as-of day leads: by day, week, month, or to the next dated thing."""

from __future__ import annotations

from datetime import date, timedelta

from rare_gui.domain.cliffs import clauses
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.events import event_marks
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import LIMITS, calendar_day


def stepped(dataset: Dataset, selection: Selection, unit: str, direction: int) -> date:
    """The day one step later (`direction` 1) or earlier (-1), kept within the timeline's limits."""
    day = selection.as_of
    if unit == "event":
        found = _next_dated(dataset, selection, direction)
    elif unit == "month":
        months = day.year * 12 + day.month - 1 + direction
        last = (date(months // 12 + (months % 12 + 1) // 12, (months + 1) % 12 + 1, 1)) - timedelta(
            1
        )
        found = date(months // 12, months % 12 + 1, min(day.day, last.day))
    else:
        found = day + timedelta(days=direction * (7 if unit == "week" else 1))
    return max(LIMITS[0], min(found, LIMITS[1] - timedelta(days=1)))


def _next_dated(dataset: Dataset, selection: Selection, direction: int) -> date:
    days = {calendar_day(mark.day) for mark in event_marks(dataset, selection)}
    days |= set(
        clauses(
            dataset.law,
            selection.material,
            selection.origin,
            selection.destination,
            selection.known_on,
        )
    )
    here = selection.as_of
    if direction > 0:
        return min((day for day in days if day > here), default=here)
    return max((day for day in days if day < here), default=here)
