"""`rare-gui projects`: the listed projects outside China on a day, as data and as text."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from rare_gui.cli.failures import WrongArguments, damage_line, problem_counts
from rare_gui.cli.supposing import say_supposed, supposed_key
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.project_steps import (
    CannotTell,
    NextTonne,
    PromisedStep,
    next_tonne,
    promised_steps,
)
from rare_gui.domain.project_sums import capacity_sums, support_sums
from rare_gui.domain.projects import Milestone, ProjectOnDay, Stage, Support, projects_on
from rare_gui.scenes.projects import ProjectFilters, projects_scene
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import opened


def read_stage(text: str) -> Stage:
    """The stage of that name. Raises WrongArguments for another."""
    try:
        return Stage(text.strip().casefold().replace("-", "_"))
    except ValueError:
        known = ", ".join(stage.value for stage in Stage)
        raise WrongArguments(f"unknown stage {text[:40]!r}; choose one of {known}") from None


def answer(
    dataset: Dataset, as_of: date, material: str | None, stage: Stage | None
) -> dict[str, Any]:
    """The answer in JSON. `scope` says that only listed projects are counted.

    `capacity_sums` and `support` never cross a basis, a currency or a degree of firmness;
    `next_tonne` is null unless one material is asked for.
    """
    found = projects_on(dataset, as_of, material, stage)
    return {
        "as_of": as_of.isoformat(),
        "data_through": dataset.data_through.isoformat(),
        "scope": "listed projects",
        "problems": problem_counts(dataset),
        **supposed_key(dataset),
        "projects": [_project(dataset, one, as_of) for one in found],
        "capacity_sums": [
            {
                "stage": one.stage.value,
                "basis": one.basis,
                "status": one.status.value,
                "tonnes_a_year": one.tonnes,
                "projects": list(one.projects),
            }
            for one in capacity_sums(found)
        ],
        "support": [
            {
                "giver": one.giver,
                "instrument": one.instrument,
                "currency": one.currency,
                "state": one.state,
                "amount": one.amount,
                "acts": one.acts,
                "acts_without_amount": one.unpriced,
            }
            for one in support_sums(found)
        ],
        "next_tonne": _next(next_tonne(dataset, material, as_of)) if material else None,
    }


def show(
    dataset: Dataset, as_of: date, material: str | None, stage: Stage | None, *, as_json: bool
) -> None:
    """Print the answer."""
    if as_json:
        found = answer(dataset, as_of, material, stage)
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return
    say_supposed(dataset.scenario)
    view = Selection(material or "", as_of)
    scene = projects_scene(dataset, view, ProjectFilters(material, stage))
    for row in scene.rows:
        print(f"{row.name} ({row.country}): {row.stage.lower()}, {row.materials}")
        print(f"    {opened(row.status_line)}. Capacity: {row.capacity_line}.")
        for line in (*row.promises, *row.acts):
            print(f"    {line}")
    if not scene.rows:
        print("No listed project matches.")
    if scene.sums:
        print("Capacity of listed projects, by stage and basis; never added across them:")
    for group in scene.sums:
        for line in group.lines:
            print(f"    {group.title}: {line}")
    if scene.next:
        print(scene.next)
    print(f"As of {as_of}. {scene.remark}")
    damaged = damage_line(problem_counts(dataset))
    if damaged:
        print(damaged)


def _project(dataset: Dataset, one: ProjectOnDay, day: date) -> dict[str, Any]:
    project, capacity = one.project, one.capacity
    steps = promised_steps(one, day, dataset.data_through)
    return {
        "id": project.id,
        "name": project.name,
        "owner": project.owner,
        "country": project.country,
        "stage": project.stage.value,
        "materials": list(project.materials),
        "product": project.product,
        "status": one.status.value if one.status else None,
        "status_date": project.status_day.isoformat() if one.status else None,
        "status_date_precision": project.status_precision.value if one.status else None,
        "capacity_tonnes_a_year": capacity.tonnes if capacity else None,
        "capacity_basis": capacity.basis if capacity else None,
        "milestones": [_milestone(step) for step in one.steps],
        "promised": [_promised(step) for step in steps],
        "support": [_support(act) for act in one.support],
        "confidence": project.confidence.value,
        "sources": list(project.sources),
    }


def _milestone(step: Milestone) -> dict[str, Any]:
    return {
        "date": step.day.isoformat(),
        "date_precision": step.precision.value,
        "kind": step.kind,
        "what": step.what,
        "sources": list(step.sources),
    }


def _promised(step: PromisedStep) -> dict[str, Any]:
    return {
        **_milestone(step.target),
        "outcome": step.outcome.value,
        "reached": step.reached.day.isoformat() if step.reached else None,
        "days_late_at_least": step.late_days,
    }


def _support(act: Support) -> dict[str, Any]:
    return {
        "date": act.day.isoformat(),
        "date_precision": act.precision.value,
        "giver": act.giver,
        "instrument": act.instrument,
        "amount": act.amount,
        "currency": act.currency,
        "state": act.state,
        "sources": list(act.sources),
    }


def _next(found: NextTonne | CannotTell) -> dict[str, Any]:
    if isinstance(found, CannotTell):
        return {"months": None, "cannot_tell": found.reason}
    return {
        "months": {"least": found.least, "most": found.most},
        "project": found.project.project.id,
        **_milestone(found.target),
    }
