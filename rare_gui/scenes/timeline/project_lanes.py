"""Listed projects of a material as lanes of the timeline, beside the restrictions.

Not for measures (`scenes.timeline.lanes`): a project's bar never states what the law is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.measure_state import horizon
from rare_gui.domain.project_steps import Outcome, PromisedStep, promised_steps
from rare_gui.domain.projects import (
    Milestone,
    ProjectOnDay,
    ProjectStatus,
    Stage,
    projects_on,
)
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.project_words import (
    STAGE_WORDS,
    milestone_words,
    outcome_words,
    status_words,
)
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.spoken_lines import sources_line
from rare_gui.scenes.time import axis_day, soft_end
from rare_gui.scenes.timeline.parts import Bar, Lane, LaneGroup
from rare_gui.scenes.wording import day_words

LANE_NAME_LENGTH = 16
"""Longest name that the gutter has room for, as for measures."""

_PRODUCTION = frozenset({"first_production", "nameplate"})


def project_lanes(dataset: Dataset, selection: Selection) -> tuple[LaneGroup, ...]:
    """One group a stage that has a project of the material, in the order of the chain.

    A lane shows building in the fill of what is announced, production in that of relief, a pause
    faintly. A promised date that is ahead opens a bar marked `scheduled`, with what is promised.
    What is known by the known-on day counts, whatever the as-of day, as for measures. A lane's
    `measure` is the id of the project.
    """
    known = horizon(dataset.law, selection.known_on)
    groups = []
    for stage in Stage:
        found = projects_on(dataset, known, selection.material, stage)
        lanes = [(one, bars) for one in found if (bars := tuple(_bars(dataset, one, known)))]
        if lanes:
            groups.append(
                LaneGroup(
                    f"projects.{stage.value}",
                    f"{STAGE_WORDS[stage]}, outside China",
                    _summary([one for one, _ in lanes]),
                    tuple(
                        Lane(one.project.id, _short(one.project.name), bars, binding=False)
                        for one, bars in lanes
                    ),
                )
            )
    return tuple(groups)


def _bars(dataset: Dataset, one: ProjectOnDay, known: date) -> Iterator[Bar]:
    """Building, then production; a promise ahead divides the building from what it promises."""
    made = [step for step in one.steps if step.kind in _PRODUCTION]
    promised = promised_steps(one, known, dataset.data_through)
    ahead = next((step for step in promised if step.outcome is Outcome.AHEAD), None)
    paused = one.project.status_day if one.status is ProjectStatus.PAUSED else None
    first = one.steps[0] if one.steps else None
    start = _first_day(one, known)
    if made:
        if first is not None and first.day < made[0].day:
            yield _bar(one, first, Fill.ANNOUNCED, made[0].day, ("being built", "built"))
        yield _bar(one, made[0], Fill.RELIEF, paused, ("producing", "made"))
    elif one.status in (ProjectStatus.OPERATING, ProjectStatus.RAMPING):
        # that it produces was read on a day; when it began is not in the data
        if first is not None and first.day < one.project.status_day:
            yield _bar(one, first, Fill.ANNOUNCED, one.project.status_day, ("being built", "built"))
        yield _status_bar(one, Fill.RELIEF)
    elif start is not None and (paused is None or start < paused):
        end = paused or (ahead.target.day if ahead and ahead.target.day > start else None)
        words = _building(one, promised)
        if first is not None and first.day == start:
            yield _bar(one, first, Fill.ANNOUNCED, end, words)
        else:
            yield _status_bar(one, Fill.ANNOUNCED, end, words)
        if ahead is not None and paused is None and ahead.target.day > start:
            yield _promised_bar(one, ahead)
    if paused is not None:
        yield _status_bar(one, Fill.ENDED, None, ("paused", "p."))


def _first_day(one: ProjectOnDay, known: date) -> date | None:
    days = [step.day for step in one.steps]
    if one.status is not None:
        days.append(one.project.status_day)
    days = [day for day in days if day <= known]
    return min(days, default=None)


def _bar(
    one: ProjectOnDay, step: Milestone, fill: Fill, end: date | None, labels: tuple[str, ...]
) -> Bar:
    return Bar(
        start=axis_day(step.day),
        end=axis_day(end) if end is not None and end > step.day else None,
        fill=fill,
        labels=labels,
        spoken=_spoken(one, labels[0], milestone_words(step)),
        soft_until=soft_end(step.day, step.precision),
        sources=step.sources,
    )


def _status_bar(
    one: ProjectOnDay,
    fill: Fill,
    end: date | None = None,
    labels: tuple[str, ...] = ("producing", "made"),
) -> Bar:
    project = one.project
    after = end is not None and end > project.status_day
    return Bar(
        start=axis_day(project.status_day),
        end=axis_day(end) if end is not None and after else None,
        fill=fill,
        labels=labels,
        spoken=_spoken(one, labels[0], "the first day is that of the reading"),
        soft_until=soft_end(project.status_day, project.status_precision),
        sources=project.sources,
    )


def _promised_bar(one: ProjectOnDay, step: PromisedStep) -> Bar:
    target = step.target
    when = day_words(target.day, target.precision)
    labels = (f"promised for {when}: {target.what}", f"promised for {when}", "promised", "?")
    return Bar(
        start=axis_day(target.day),
        end=None,
        fill=Fill.ANNOUNCED,  # not every promise is one of a first tonne
        labels=labels,
        spoken=_spoken(one, labels[0], target.what),
        soft_until=soft_end(target.day, target.precision),
        scheduled=True,
        sources=target.sources,
    )


def _building(one: ProjectOnDay, promised: tuple[PromisedStep, ...]) -> tuple[str, ...]:
    """The words on the bar of building; an overdue promise is told there."""
    over = next((step for step in promised if step.outcome is Outcome.OVERDUE), None)
    status = one.status.value if one.status is not None else "not yet producing"
    if over is None:
        return status, status[:4]
    when = day_words(over.target.day, over.target.precision)
    return f"{status}; promised for {when}: {outcome_words(over)}", f"{status}, late", "late"


def _spoken(one: ProjectOnDay, what: str, detail: str) -> str:
    project = one.project
    return "\n".join(
        (
            f"{project.name} ({project.owner}), {STAGE_WORDS[project.stage].lower()}: {what}",
            detail,
            f"status: {status_words(one)}",
            sources_line(project.sources),
        )
    )


def _summary(found: list[ProjectOnDay]) -> str:
    """How many stand how: "2 operating, 1 paused", always of the listed projects."""
    counts = [
        f"{sum(one.status is status for one in found)} {status.value}"
        for status in ProjectStatus
        if any(one.status is status for one in found)
    ]
    return f"listed projects · {', '.join(counts)}" if counts else "listed projects"


def _short(name: str) -> str:
    """The name's first words that fit into the gutter."""
    if len(name) <= LANE_NAME_LENGTH:
        return name
    cut = name[: LANE_NAME_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,(&-")
    return f"{cut}…"
