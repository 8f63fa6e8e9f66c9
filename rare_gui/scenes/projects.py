"""The supply build-out as a scene: listed projects with status, capacity, promises, support.

Not for sentences about one fact (`scenes.project_words`) nor for the timeline
(`scenes.timeline.project_lanes`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from rare_gui.domain.commitments import last_day
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.project_steps import Outcome, PromisedStep, next_tonne, promised_steps
from rare_gui.domain.project_sums import capacity_sums, support_sums
from rare_gui.domain.projects import ProjectOnDay, ProjectStatus, Stage, projects_on
from rare_gui.scenes.palette import Source
from rare_gui.scenes.project_words import (
    NO_CAPACITY,
    NOT_READ,
    STAGE_WORDS,
    STATUS_WORDS,
    capacity_sum_words,
    capacity_words,
    instrument_words,
    milestone_words,
    money_words,
    next_words,
    outcome_words,
    status_words,
    step_words,
    support_sum_words,
    tonnes_a_year,
)
from rare_gui.scenes.provenance import cite
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.wording import day_words, listed

_STAGE_PLACE = {stage: float(place) for place, stage in enumerate(Stage)}
_STATUS_PLACE = {status: float(place) for place, status in enumerate(ProjectStatus)}


@dataclass(frozen=True, slots=True)
class ProjectFilters:
    """Which projects are listed; as made, none is left out.

    The fields are those of the selection: the slug of a material, and a step of the chain.
    """

    project_material: str | None = None
    project_stage: Stage | None = None

    @classmethod
    def of(cls, selection: Selection) -> ProjectFilters:
        """The filters that a selection asks for."""
        return cls(selection.project_material, selection.project_stage)


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project on the day, in the words of the table and of the detail.

    `sort` are the keys of the columns in the table's order. `late` marks an overdue promise.
    `promised` is when it was `due` and what the `outcome` is.
    """

    project: str
    name: str
    stage: str
    country: str
    materials: str
    status: str
    status_date: str
    capacity: str
    basis: str
    promised: str
    due: str
    outcome: str
    late: bool
    support: str
    context: str
    status_line: str
    capacity_line: str
    steps: tuple[str, ...]
    promises: tuple[str, ...]
    acts: tuple[str, ...]
    sources: tuple[Source, ...]
    spoken: str
    sort: tuple[str | float, ...]


@dataclass(frozen=True, slots=True)
class SumGroup:
    """Capacity sums of one stage and basis; they are never added to another's."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectsScene:
    """The listed projects on a day, and what may be added up of them.

    `next` is empty unless one material is asked for. `materials` and `stages` are the choices of
    the filters, by key and words.
    """

    title: str
    remark: str
    filters: ProjectFilters
    filtered: str
    materials: tuple[tuple[str, str], ...]
    stages: tuple[tuple[str, str], ...]
    next: str
    rows: tuple[ProjectRow, ...]
    sums: tuple[SumGroup, ...]
    support: tuple[str, ...]


def projects_scene(
    dataset: Dataset, selection: Selection, filters: ProjectFilters | None = None
) -> ProjectsScene:
    """The projects known by the selection's day; unlike the law they are those of all countries.

    `filters` stand instead of those of the selection.
    """
    wanted = filters or ProjectFilters.of(selection)
    day = last_day(selection.as_of, selection.known_on)
    every = projects_on(dataset, day)
    found = projects_on(dataset, day, wanted.project_material, wanted.project_stage)
    answer = next_tonne(dataset, wanted.project_material, day) if wanted.project_material else None
    reach = dataset.reach.get("projects", dataset.data_through)
    return ProjectsScene(
        title="Supply build-out",
        remark=(
            f"{len(found)} listed projects outside China; known to {day_words(reach)}. "
            "The list is not complete."
        ),
        filters=wanted,
        filtered=_filtered(dataset, wanted, len(found), len(every)),
        materials=_materials(dataset, every),
        stages=tuple(
            (stage.value, STAGE_WORDS[stage])
            for stage in Stage
            if any(one.project.stage is stage for one in every)
        ),
        next=next_words(answer) if answer is not None else "",
        rows=tuple(
            _row(dataset, one, promised_steps(one, day, dataset.data_through)) for one in found
        ),
        sums=_sums(found),
        support=tuple(support_sum_words(one) for one in support_sums(found)),
    )


def _row(dataset: Dataset, one: ProjectOnDay, promised: tuple[PromisedStep, ...]) -> ProjectRow:
    project = one.project
    country = dataset.country_names.get(project.country, project.country).removeprefix("the ")
    names = [dataset.material_names.get(m, m) for m in project.materials]
    status = STATUS_WORDS[one.status] if one.status is not None else NOT_READ
    read = day_words(project.status_day, project.status_precision) if one.status else ""
    step = _telling(promised)
    due = day_words(step.target.day, step.target.precision) if step else ""
    outcome = outcome_words(step) if step else ""
    told = f"{due}: {outcome}" if step else ""
    kinds = sorted({instrument_words(act.instrument) for act in one.support})
    capacity = tonnes_a_year(one.capacity.tonnes) if one.capacity else ""
    spoken = (
        project.name, STAGE_WORDS[project.stage], country, listed(names), status_words(one),
        capacity_words(one.capacity) or "no published capacity", f"promised {told}" if step else "",
        f"public support: {listed(kinds)}" if kinds else "",
    )  # fmt: skip
    dated = [record.sources for record in (*one.steps, *one.promised)]
    dated += [act.sources for act in one.support]
    ids = [*project.sources, *chain.from_iterable(dated)]
    return ProjectRow(
        project=project.id,
        name=project.name,
        stage=STAGE_WORDS[project.stage],
        country=country,
        materials=", ".join(names),
        status=status,
        status_date=read,
        capacity=capacity,
        basis=one.capacity.basis if one.capacity else "",
        promised=told,
        due=due,
        outcome=outcome,
        late=bool(step and step.outcome is Outcome.OVERDUE),
        support=", ".join(kinds),
        context=" · ".join(
            part for part in (STAGE_WORDS[project.stage], project.owner, project.place) if part
        ),
        status_line=f"{status_words(one)}; confidence: {project.confidence.value}",
        capacity_line=capacity_words(one.capacity) or (NO_CAPACITY if one.status else NOT_READ),
        steps=tuple(milestone_words(step) for step in one.steps),
        promises=tuple(step_words(step) for step in promised),
        acts=tuple(
            f"{day_words(act.day, act.precision)}: {act.giver}, "
            f"{instrument_words(act.instrument)}, {money_words(act.amount, act.currency)}; "
            f"{act.state}"
            for act in one.support
        ),
        sources=cite(dataset, ids),
        spoken=", ".join(part for part in spoken if part),
        sort=_sort_keys(one, country, names, step),
    )


def _sort_keys(
    one: ProjectOnDay, country: str, names: list[str], step: PromisedStep | None
) -> tuple[str | float, ...]:
    """Keys of name, stage, country, materials, status, capacity, promise and support."""
    project = one.project
    return (
        project.name.casefold(),
        _STAGE_PLACE[project.stage],
        country.casefold(),
        ", ".join(names).casefold(),
        _STATUS_PLACE[one.status] if one.status else float(len(_STATUS_PLACE)),
        one.capacity.tonnes if one.capacity else -1.0,
        float(axis_day(step.target.day)) if step else float("inf"),
        float(len(one.support)),
    )


def _telling(promised: tuple[PromisedStep, ...]) -> PromisedStep | None:
    """Of a project's promises the one that the table tells: overdue first, then the next ahead."""
    order = (Outcome.OVERDUE, Outcome.BEYOND_DATA, Outcome.AHEAD, Outcome.REACHED)
    return min(
        promised, key=lambda step: (order.index(step.outcome), step.target.day), default=None
    )


def _sums(found: tuple[ProjectOnDay, ...]) -> tuple[SumGroup, ...]:
    groups: dict[tuple[Stage, str], list[str]] = {}
    for one in capacity_sums(found):
        groups.setdefault((one.stage, one.basis), []).append(capacity_sum_words(one))
    return tuple(
        SumGroup(f"{STAGE_WORDS[stage]}: {basis}", tuple(lines))
        for (stage, basis), lines in groups.items()
    )


def _materials(dataset: Dataset, every: Iterable[ProjectOnDay]) -> tuple[tuple[str, str], ...]:
    found = {material for one in every for material in one.project.materials}
    names = [(material, dataset.material_names.get(material, material)) for material in found]
    return tuple(sorted(names, key=lambda pair: pair[1].casefold()))


def _filtered(dataset: Dataset, filters: ProjectFilters, shown: int, total: int) -> str:
    parts = []
    if filters.project_material is not None:
        parts.append(dataset.material_names.get(filters.project_material, filters.project_material))
    if filters.project_stage is not None:
        parts.append(STAGE_WORDS[filters.project_stage].lower())
    return f"{', '.join(parts)}: {shown} of {total}" if parts else ""
