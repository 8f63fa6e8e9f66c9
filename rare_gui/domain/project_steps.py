"""Dates that projects promised against what was reached, and the next tonne that is financed.

Not a forecast: a promised date is the project's own, and without one nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.projects import Milestone, ProjectOnDay, projects_on
from rare_gui.domain.vocabulary import DatePrecision

_PRODUCTION = frozenset({"first_production", "nameplate"})
"""Kinds of milestone that can fulfil a promised date: something was made."""


class Outcome(StrEnum):
    """What became of a promised date by a day."""

    REACHED = "reached"  # a production step is reported at or after the promised date
    AHEAD = "ahead"  # its time has not passed
    OVERDUE = "overdue"  # its time passed within the data, and no such step is reported
    BEYOND_DATA = "beyond_data"  # its time passed after the end of the data: nobody can know


@dataclass(frozen=True, slots=True)
class PromisedStep:
    """A promised date and what became of it.

    `late_days` counts from the last day of the promised time: to the first day that the reached
    step may have happened on (0 if within the promised time), or while it is overdue to the day
    asked about, at most to the end of the data. It is the least that it can be; None while the time
    is ahead or beyond the data.
    """

    target: Milestone
    outcome: Outcome
    reached: Milestone | None
    late_days: int | None


@dataclass(frozen=True, slots=True)
class NextTonne:
    """The next promised date of a financed project; months are calendar months from the day.

    `least` and `most` differ where the date is known only to the month or year.
    """

    project: ProjectOnDay
    target: Milestone
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class CannotTell:
    """Why no next tonne can be named."""

    reason: str


def last_moment(day: date, precision: DatePrecision) -> date:
    """The last day of a date that is known to the day, month or year."""
    if precision is DatePrecision.DAY:
        return day
    if precision is DatePrecision.YEAR:
        return date(day.year, 12, 31)
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return following - timedelta(days=1)


def promised_steps(
    project: ProjectOnDay, day: date, data_through: date
) -> tuple[PromisedStep, ...]:
    """Each promised date of a project with what became of it by `day`, in order of date."""
    return tuple(_step(project, target, day, data_through) for target in project.promised)


def _step(project: ProjectOnDay, target: Milestone, day: date, data_through: date) -> PromisedStep:
    ends = last_moment(target.day, target.precision)
    later = [m for m in project.steps if m.kind in _PRODUCTION and m.day >= target.day]
    if later:
        return PromisedStep(target, Outcome.REACHED, later[0], max((later[0].day - ends).days, 0))
    if ends >= day:
        return PromisedStep(target, Outcome.AHEAD, None, None)
    if ends >= data_through:
        return PromisedStep(target, Outcome.BEYOND_DATA, None, None)
    return PromisedStep(target, Outcome.OVERDUE, None, (min(day, data_through) - ends).days)


def next_tonne(dataset: Dataset, material: str, day: date) -> NextTonne | CannotTell:
    """The promised date that comes next among the financed listed projects of a material.

    Only a project whose status says that it is financed or further counts, and only a date whose
    time has not passed; of two the one whose time ends first.
    """
    listed = projects_on(dataset, day, material)
    if not listed:
        return CannotTell("no listed project names this material")
    through = dataset.data_through
    pairs = [(one, step) for one in listed for step in promised_steps(one, day, through)]
    if not pairs:
        return CannotTell("no listed project has published a date")
    ahead = [(one, step.target) for one, step in pairs if step.outcome is Outcome.AHEAD]
    if not ahead:
        return CannotTell("every published date has passed or been reached")
    financed = [(one, target) for one, target in ahead if one.financed]
    if not financed:
        return CannotTell("no listed project with a date ahead is financed")
    project, target = min(
        financed, key=lambda pair: (last_moment(pair[1].day, pair[1].precision), pair[1].day)
    )
    ends = last_moment(target.day, target.precision)
    return NextTonne(project, target, _months(day, target.day), _months(day, ends))


def _months(first: date, last: date) -> int:
    """Calendar months that end between two days, 0 where the second is not later."""
    return max((last.year - first.year) * 12 + last.month - first.month, 0)
