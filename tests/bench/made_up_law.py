"""A law of many made-up measures, to see how cost grows; nothing of it is shown to anybody."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.records import Measure, ScopeRow, StatusChange
from rare_gui.domain.vocabulary import (
    Basis,
    DatePrecision,
    MeasureKind,
    StatusKind,
    SupplyForm,
)

ROWS_PER_MEASURE = 5
FIRST_DAY = date(2012, 1, 1)
KINDS = (MeasureKind.EXPORT_LICENCE, MeasureKind.EXPORT_BAN, MeasureKind.EXPORT_QUOTA)
STATUSES = (StatusKind.IN_FORCE, StatusKind.SUSPENDED, StatusKind.EXTENDED, StatusKind.AMENDED)


def with_made_up_measures(dataset: Dataset, count: int) -> Dataset:
    """The dataset under a law with `count` more measures of five status rows each."""
    chance = random.Random(count)
    materials = sorted(dataset.law.named_forms)
    made = {
        measure.id: measure
        for measure in (_measure(number, chance, materials) for number in range(count))
    }
    law = replace(dataset.law, measures={**dataset.law.measures, **made}, _kept={})
    return dataset.with_law(law)


def _measure(number: int, chance: random.Random, materials: list[str]) -> Measure:
    name = f"made-up-{number}"
    return Measure(
        id=name,
        title=f"Made-up measure {number}",
        lane=f"Made up {number}",
        label="Made-up measure",
        authority="Nobody",
        jurisdiction="CN",
        instrument=f"Announcement No. {number}",
        kind=chance.choice(KINDS),
        target_country=chance.choice(("ALL", "US", "JP", "EU")),
        target_class="",
        summary="",
        sources=(),
        scope=(
            ScopeRow(name, chance.choice(materials), chance.choice(list(SupplyForm)), "", None),
        ),
        changes=tuple(_changes(name, chance)),
    )


def _changes(name: str, chance: random.Random) -> list[StatusChange]:
    days = sorted(
        FIRST_DAY + timedelta(days=chance.randrange(5_500)) for _ in range(ROWS_PER_MEASURE)
    )
    rows = []
    for place, day in enumerate(days):
        status = chance.choice(STATUSES) if place else StatusKind.IN_FORCE
        until = day + timedelta(days=chance.randrange(30, 700)) if chance.random() < 0.6 else None
        rows.append(
            StatusChange(
                name, day, DatePrecision.DAY, status, until, None, Basis.PRESS, day, False, ()
            )
        )
    return rows
