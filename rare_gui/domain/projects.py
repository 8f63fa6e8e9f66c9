"""Projects outside China that are listed in the data: what is known of each on a day.

Listed projects only, never all of the world. Not for sums (`domain.project_sums`) nor for promised
dates (`domain.project_steps`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import Confidence, DatePrecision


class Stage(StrEnum):
    """The steps of the chain from ore to magnet, in order."""

    MINE = "mine"
    SEPARATION = "separation"
    REFINING = "refining"
    METAL_ALLOY = "metal_alloy"
    MAGNET = "magnet"
    RECYCLING = "recycling"


class ProjectStatus(StrEnum):
    """How far a project was when last read of, in order of progress; `paused` is aside."""

    PLANNED = "planned"
    FINANCED = "financed"
    CONSTRUCTION = "construction"
    RAMPING = "ramping"
    OPERATING = "operating"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Capacity:
    """A published figure in tonnes a year; `basis` says what is weighed and what the figure is.

    `day` is when it is or was to be reached, None where that is not published.
    """

    tonnes: float
    basis: str
    day: date | None
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated step of a project; of kind `target` it is a promise, not an event."""

    day: date
    precision: DatePrecision
    kind: str
    what: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """An act of public support. `amount` is in whole units of `currency`, None if not published."""

    instrument: str
    amount: float | None
    currency: str
    day: date
    precision: DatePrecision
    giver: str
    state: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Project:
    """A project with all that the data hold on it. `status` is the last one read, on its day."""

    id: str
    name: str
    owner: str
    country: str
    place: str
    stage: Stage
    materials: tuple[str, ...]
    product: str
    capacity: Capacity | None
    status: ProjectStatus
    status_day: date
    status_precision: DatePrecision
    milestones: tuple[Milestone, ...]
    support: tuple[Support, ...]
    sources: tuple[str, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class ProjectOnDay:
    """What is known of a project on a day.

    `status` and `capacity` are None before the day on which the status was read: what was said
    earlier is not in the data. `steps` are the events by the day, `promised` the targets that were
    public by it, `delays` the events that tell of a delay, `support` the acts by the day.
    """

    project: Project
    status: ProjectStatus | None
    capacity: Capacity | None
    steps: tuple[Milestone, ...]
    promised: tuple[Milestone, ...]
    delays: tuple[Milestone, ...]
    support: tuple[Support, ...]

    @property
    def financed(self) -> bool:
        """Whether the status read by the day says that the money is there."""
        return self.status not in (None, ProjectStatus.PLANNED, ProjectStatus.PAUSED)


TARGET = "target"
DELAY = "delay"


def projects_on(
    dataset: Dataset, day: date, material: str | None = None, stage: Stage | None = None
) -> tuple[ProjectOnDay, ...]:
    """The listed projects that were known by `day`, by stage, then name.

    `material` keeps those whose row names it: a project of "rare earths" may hold any of them and
    is not counted for one. A record dated to a month or year counts from its first day. The data
    do not tell when a target was published: it counts from the day of the status that was read
    with it, or from its own date if that is earlier.
    """
    found = []
    for project in all_projects(dataset):
        if material is not None and material not in project.materials:
            continue
        if stage is not None and project.stage is not stage:
            continue
        seen = _on(project, day)
        if seen.status is not None or seen.steps or seen.support:
            found.append(seen)
    return tuple(found)


def _on(project: Project, day: date) -> ProjectOnDay:
    read = project.status_day <= day
    events = [m for m in project.milestones if m.kind != TARGET and m.day <= day]
    targets = [m for m in project.milestones if m.kind == TARGET]
    return ProjectOnDay(
        project,
        project.status if read else None,
        project.capacity if read else None,
        tuple(events),
        tuple(m for m in targets if min(project.status_day, m.day) <= day),
        tuple(m for m in events if m.kind == DELAY),
        tuple(act for act in project.support if act.day <= day),
    )


def all_projects(dataset: Dataset) -> tuple[Project, ...]:
    """Every listed project with its milestones and support, by stage, then name."""
    if "projects" not in dataset.kept:
        milestones: dict[str, list[Milestone]] = {}
        for row in rows(dataset.tables["milestones"]):
            milestones.setdefault(row["project"], []).append(_milestone(row))
        support: dict[str, list[Support]] = {}
        for row in rows(dataset.tables["support"]):
            support.setdefault(row["project"], []).append(_support(row))
        found = [
            _project(
                row,
                tuple(sorted(milestones.get(row["project"], ()), key=lambda one: one.day)),
                tuple(sorted(support.get(row["project"], ()), key=lambda one: one.day)),
            )
            for row in rows(dataset.tables["projects"])
        ]
        order = list(Stage)
        found.sort(key=lambda one: (order.index(one.stage), one.name.casefold()))
        dataset.kept["projects"] = tuple(found)
    return dataset.kept["projects"]  # type: ignore[no-any-return]


def _project(
    row: dict[str, Any], milestones: tuple[Milestone, ...], support: tuple[Support, ...]
) -> Project:
    return Project(
        id=row["project"],
        name=row["name"],
        owner=row["owner"],
        country=row["country"],
        place=row["place"],
        stage=Stage(row["stage"]),
        materials=split_ids(row["materials"]),
        product=row["product"],
        capacity=_capacity(row),
        status=ProjectStatus(row["status"]),
        status_day=row["status_date"].date(),
        status_precision=DatePrecision(row["status_date_precision"]),
        milestones=milestones,
        support=support,
        sources=split_ids(row["source_ids"]),
        confidence=Confidence(row["confidence"]),
    )


def _capacity(row: dict[str, Any]) -> Capacity | None:
    tonnes = _number(row["capacity_tonnes"])
    if tonnes is None:
        return None
    day = row["capacity_date"]
    known = day == day  # NaT is the only value unequal to itself
    return Capacity(
        tonnes,
        row["capacity_basis"],
        day.date() if known else None,
        DatePrecision(row["capacity_date_precision"] or DatePrecision.DAY),
    )


def _milestone(row: dict[str, Any]) -> Milestone:
    return Milestone(
        row["date"].date(),
        DatePrecision(row["date_precision"]),
        row["kind"],
        row["what"],
        split_ids(row["source_ids"]),
    )


def _support(row: dict[str, Any]) -> Support:
    return Support(
        row["instrument"],
        _number(row["amount"]),
        row["currency"],
        row["date"].date(),
        DatePrecision(row["date_precision"]),
        row["provider"],
        row["state"],
        split_ids(row["source_ids"]),
    )


def _number(value: Any) -> float | None:
    return None if value is None or value != value else float(value)
