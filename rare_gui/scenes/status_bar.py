"""The line at the foot of the window: counts, age of the data, open notes, package."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rare_gui.domain.counting import counted
from rare_gui.domain.damage import damage_of
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.damage import damage_words
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.wording import day_words

STALE_DAYS = 30
"""Older policy data than this are pointed out, quietly."""


@dataclass(frozen=True, slots=True)
class StatusBarScene:
    """The line at the foot: counts, end and age of the data, notes, package version and digest."""

    counts: str
    data_age: str
    data_age_warns: bool
    data_age_detail: str
    notes: str
    package: str


def status_bar_scene(
    dataset: Dataset, today: date, notes: int, problems: int, known_on: date | None = None
) -> StatusBarScene:
    """Counts and age of the data as of the real day `today`, whatever day is looked at.

    With a `known_on` day before the data's end nothing later is in view, and so none is claimed.
    """
    limited = known_on is not None and known_on < dataset.data_through
    age = (today - dataset.data_through).days
    told = f"data to {day_words(known_through(dataset, known_on))}"
    if limited:
        told += ", as known then"
    elif age > 0:
        told += f", {counted(age, 'day', 'days')} old"
    return StatusBarScene(
        counts=_counts(dataset),
        data_age=told,
        data_age_warns=age > STALE_DAYS and not limited,
        data_age_detail=(
            f"The policy tables reach to {day_words(dataset.data_through)}. Newer packages come "
            "with new releases of rare_gui; open one with --package FOLDER."
        ),
        notes=_notes(dataset, notes + problems),
        package=f"Package {dataset.name} {dataset.version} · {dataset.digest[:8]}",
    )


def _notes(dataset: Dataset, count: int) -> str:
    """The open notes; what a damaged package lacks comes first."""
    notes = counted(count, "data note", "data notes") if count else ""
    return " · ".join(part for part in (damage_words(damage_of(dataset)), notes) if part)


def _counts(dataset: Dataset) -> str:
    if "counts" not in dataset.kept:
        materials = dataset.tables["materials"]
        listed = int((materials["browser_group"] != "not_listed").sum())
        dataset.kept["counts"] = (
            f"{listed} of {len(materials)} materials · {len(dataset.law.measures)} measures"
        )
    return dataset.kept["counts"]  # type: ignore[no-any-return]
