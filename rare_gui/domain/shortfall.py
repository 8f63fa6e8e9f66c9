"""Monthly exports since a restriction began, against the mean of the year before it.

Months without a figure are left out on both sides, never taken as zero; unlike series are not
added. It tells what changed, not why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import weakest
from rare_gui.domain.flows import FlowKind, FlowPoint, FlowSeries
from rare_gui.domain.legal_state import state_runs
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.risk.restriction import RESTRICTING, STAGES
from rare_gui.domain.supply import WORLD
from rare_gui.domain.vocabulary import DataClass, LegalState

YEAR = 12
FEWEST = 6
"""Of the twelve months before, at least these must have a figure for their mean to stand."""
ORIGIN = "CN"


@dataclass(frozen=True, slots=True)
class Restricted:
    """Since when a material's exports to everyone are restricted without a break, and how."""

    since: date
    state: LegalState


@dataclass(frozen=True, slots=True)
class Baseline:
    """Mean tonnes a month over `[start, end)`, the twelve months before; `known` have a figure."""

    start: date
    end: date
    mean: float
    known: int
    data_class: DataClass
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What the months with a figure since then lack of the baseline: tonnes, and the share of it.

    Below zero: more was exported. Of the `months` from `start` to the last figure, `end` excluded,
    `known` have one.
    """

    start: date
    end: date
    tonnes: float
    share: float
    known: int
    months: int
    data_class: DataClass
    sources: tuple[str, ...]


def restricted_since(
    dataset: Dataset, material: str, series: tuple[FlowSeries, ...], as_of: date
) -> Restricted | NotComputed:
    """When the restriction of the raw forms began that still holds on a day.

    The forms are those of the raw series, without one all goods that exist short of products. Only
    measures aimed at every destination count: the figures are of exports to the world.
    """
    raw = {form for one in series if one.kind is FlowKind.RAW for form in one.forms}
    forms = raw or set(STAGES).intersection(dataset.law.forms(material, ORIGIN))
    found: list[Restricted] = []
    for form in sorted(forms):
        runs = [
            run
            for run in state_runs(dataset.law, material, form, ORIGIN, WORLD)
            if run.start <= as_of
        ]
        since = None
        for run in reversed(runs):
            if run.certain not in RESTRICTING:
                break
            since = run
        if since is not None:
            found.append(Restricted(since.start, since.certain))
    if not found:
        return NotComputed(f"no restriction towards every destination holds on {as_of}")
    return min(found, key=lambda one: one.since)


def baseline(series: FlowSeries, since: date) -> Baseline | NotComputed:
    """The mean of the twelve whole months before the month of a day."""
    end = since.replace(day=1)
    start = end.replace(year=end.year - 1)
    points = [point for point in series.points if start <= point.month < end]
    if len(points) < FEWEST:
        return NotComputed(
            f"only {len(points)} of the {YEAR} months before {end:%Y-%m} have a figure"
        )
    mean = sum(point.tonnes for point in points) / len(points)
    return Baseline(start, end, mean, len(points), _weakest(points), _sources(points))


def shortfall(series: FlowSeries, before: Baseline) -> Shortfall | NotComputed:
    """What the months from the end of the baseline on lack of it."""
    points = [point for point in series.points if point.month >= before.end]
    if not points:
        return NotComputed(f"no month from {before.end:%Y-%m} on has a figure")
    if before.mean <= 0:
        return NotComputed("nothing was exported in the year before, so nothing can be lacking")
    expected = before.mean * len(points)
    lacking = expected - sum(point.tonnes for point in points)
    first, last = before.end, points[-1].month
    return Shortfall(
        first,
        date(last.year + last.month // 12, last.month % 12 + 1, 1),
        lacking,
        lacking / expected,
        len(points),
        (last.year - first.year) * YEAR + last.month - first.month + 1,
        weakest(before.data_class, _weakest(points)),
        tuple(dict.fromkeys((*before.sources, *_sources(points)))),
    )


def missing_months(series: FlowSeries) -> tuple[date, ...]:
    """The months between the first and the last figure that have none."""
    known = {point.month_number for point in series.points}
    gaps = (n for n in range(min(known), max(known)) if n not in known)
    return tuple(date(1970 + n // 12, n % 12 + 1, 1) for n in gaps)


def _weakest(points: list[FlowPoint]) -> DataClass:
    """A mean or a difference is derived at best."""
    return weakest(DataClass.DERIVED, *(point.data_class for point in points))


def _sources(points: list[FlowPoint]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for point in points for source in point.sources))
