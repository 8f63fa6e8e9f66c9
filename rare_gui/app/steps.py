"""Where a step of the as-of day leads: by day, week, month, to the next event or change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from rare_gui.domain.cliffs import clauses
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import state_runs
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import LIMITS, calendar_day
from rare_gui.scenes.timeline.events import event_marks


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


def changed(dataset: Dataset, selection: Selection, direction: int) -> date | None:
    """The next (`direction` 1) or previous (-1) day on which a state of the material changes.

    Any form counts, by what was public on the known-on day; so do the dates of its clauses. None
    when nothing changes on that side within the timeline's limits.
    """
    return _nearest(_change_days(dataset, selection), selection.as_of, direction)


def _change_days(dataset: Dataset, selection: Selection) -> set[date]:
    law, goods = dataset.law, (selection.origin, selection.destination, selection.known_on)
    days = set(clauses(law, selection.material, *goods))
    for form in law.forms(selection.material, selection.origin):
        for before, after in pairwise(state_runs(law, selection.material, form, *goods)):
            states = [(run.state, run.at_least, run.could_be) for run in (before, after)]
            if states[0] != states[1]:
                days.add(after.start)
    return days


def _next_dated(dataset: Dataset, selection: Selection, direction: int) -> date:
    goods = (selection.material, selection.origin, selection.destination, selection.known_on)
    days = {calendar_day(mark.day) for mark in event_marks(dataset, selection)}
    days |= set(clauses(dataset.law, *goods))
    return _nearest(days, selection.as_of, direction) or selection.as_of


def _nearest(days: Iterable[date], here: date, direction: int) -> date | None:
    """The first of the days after `here`, or the last before it, within the timeline's limits."""
    seen = (day for day in days if LIMITS[0] <= day < LIMITS[1])
    if direction > 0:
        return min((day for day in seen if day > here), default=None)
    return max((day for day in seen if day < here), default=None)
