"""The observations of the supply build-out: status, capacity, steps and support of each project."""

from __future__ import annotations

from collections.abc import Iterator

from rare_gui.domain.commitments import last_day
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.rows import matching, number, numbered
from rare_gui.domain.projects import Milestone, ProjectOnDay, Support, projects_on
from rare_gui.domain.rows import split_ids
from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.projects import ProjectFilters
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.observation import Observation, Presence, end_of
from rare_gui.scenes.tidy.rows import named

_CAPACITY_UNIT = "t/year"


def project_rows(
    dataset: Dataset, selection: Selection, filters: ProjectFilters | None = None
) -> Iterator[Observation]:
    """The listed projects known by the day, never all of the world.

    `filters` stand instead of those of the selection.
    """
    wanted = filters or ProjectFilters.of(selection)
    day = last_day(selection.as_of, selection.known_on)
    for one in projects_on(dataset, day, wanted.project_material, wanted.project_stage):
        yield from _of_project(dataset, one)


def _of_project(dataset: Dataset, one: ProjectOnDay) -> Iterator[Observation]:
    if one.status is not None:
        yield _status(dataset, one)
        yield _capacity(dataset, one)
    for step in (*one.steps, *one.promised):
        yield _step(dataset, one, step)
    for act in one.support:
        yield _support(dataset, one, act)


def _status(dataset: Dataset, one: ProjectOnDay) -> Observation:
    project = one.project
    return Observation(
        kind="project_status",
        subject=project.id,
        name=project.name,
        part=project.stage.value,
        start=project.status_day,
        end=None,
        precision=project.status_precision,
        state=one.status.value if one.status else "",
        data_class=DataClass.PUBLISHED.value,
        basis=f"{project.confidence.value} confidence",
        sources=project.sources,
        rows=named("projects", numbered(dataset, "projects", "project", project.id)),
        note=f"{project.country}; {', '.join(project.materials)}; start is when it was read",
    )


def _capacity(dataset: Dataset, one: ProjectOnDay) -> Observation:
    project, capacity = one.project, one.capacity
    found = numbered(dataset, "projects", "project", project.id)
    known = capacity is not None
    return Observation(
        kind="capacity",
        subject=project.id,
        name=project.name,
        part=project.stage.value,
        start=capacity.day if capacity else None,
        precision=capacity.precision if capacity else project.status_precision,
        value=capacity.tonnes if capacity else None,
        unit=_CAPACITY_UNIT,
        presence=Presence.OBSERVED if known else Presence.MISSING,
        data_class=str(found[0][1]["data_class"]) if found and known else "",
        basis=capacity.basis if capacity else "",
        sources=project.sources,
        rows=named("projects", found),
        note="" if known else "no published capacity",
    )


def _step(dataset: Dataset, one: ProjectOnDay, step: Milestone) -> Observation:
    rows = matching(
        numbered(dataset, "milestones", "project", one.project.id), kind=step.kind, what=step.what
    )
    return Observation(
        kind="milestone",
        subject=one.project.id,
        name=one.project.name,
        part=step.kind,
        start=step.day,
        end=end_of(step.day, step.precision),
        precision=step.precision,
        state="promised" if step in one.promised else "happened",
        data_class=DataClass.PUBLISHED.value,
        sources=step.sources,
        rows=named("milestones", rows),
        note=step.what,
    )


def _support(dataset: Dataset, one: ProjectOnDay, act: Support) -> Observation:
    rows = [
        pair
        for pair in numbered(dataset, "support", "project", one.project.id)
        if (pair[1]["instrument"], pair[1]["date"].date(), pair[1]["provider"])
        == (act.instrument, act.day, act.giver)
        and number(pair[1]["amount"]) == act.amount
        and split_ids(pair[1]["source_ids"]) == act.sources
    ]
    known = act.amount is not None
    return Observation(
        kind="support",
        subject=one.project.id,
        name=one.project.name,
        part=f"{act.instrument}: {act.giver}",
        start=act.day,
        end=end_of(act.day, act.precision),
        precision=act.precision,
        state=act.state,
        value=act.amount,
        unit=act.currency if known else "",
        presence=Presence.OBSERVED if known else Presence.MISSING,
        data_class=str(rows[0][1]["data_class"]) if rows else DataClass.PUBLISHED.value,
        sources=act.sources,
        rows=named("support", rows),
        note="" if known else "no published amount",
    )
