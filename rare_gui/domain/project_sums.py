"""Sums over listed projects: capacities of one stage and basis, support of one kind.

A sum never crosses a basis, a currency or a degree of firmness, and is never one of all the world.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rare_gui.domain.projects import ProjectOnDay, ProjectStatus, Stage


@dataclass(frozen=True, slots=True)
class CapacitySum:
    """Tonnes a year of the listed projects of one stage, basis and status; `projects` are ids."""

    stage: Stage
    basis: str
    status: ProjectStatus
    tonnes: float
    projects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupportSum:
    """Support of one giver, instrument, currency and state of the money.

    `amount` adds what is published, None if nothing is; `acts` counts all, `unpriced` those without
    a published amount.
    """

    giver: str
    instrument: str
    currency: str
    state: str
    amount: float | None
    acts: int
    unpriced: int


def capacity_sums(projects: Iterable[ProjectOnDay]) -> tuple[CapacitySum, ...]:
    """One sum for each stage, basis and status that occurs, in the order of the vocabulary.

    Two capacities have one basis only if their published wording is the same to the letter.
    """
    found: dict[tuple[Stage, str, ProjectStatus], list[tuple[float, str]]] = {}
    for one in projects:
        if one.capacity is not None and one.status is not None and one.capacity.basis:
            key = (one.project.stage, one.capacity.basis, one.status)
            found.setdefault(key, []).append((one.capacity.tonnes, one.project.id))
    stages, statuses = list(Stage), list(ProjectStatus)
    keys = sorted(found, key=lambda key: (stages.index(key[0]), key[1], statuses.index(key[2])))
    return tuple(
        CapacitySum(*key, sum(t for t, _ in found[key]), tuple(name for _, name in found[key]))
        for key in keys
    )


def support_sums(projects: Iterable[ProjectOnDay]) -> tuple[SupportSum, ...]:
    """One sum for each giver, instrument, currency and state of the money, by giver."""
    found: dict[tuple[str, str, str, str], list[float | None]] = {}
    for one in projects:
        for act in one.support:
            key = (act.giver, act.instrument, act.currency, act.state)
            found.setdefault(key, []).append(act.amount)
    sums = []
    for key in sorted(found, key=lambda key: tuple(part.casefold() for part in key)):
        priced = [amount for amount in found[key] if amount is not None]
        total = sum(priced) if priced else None
        sums.append(SupportSum(*key, total, len(found[key]), len(found[key]) - len(priced)))
    return tuple(sums)
