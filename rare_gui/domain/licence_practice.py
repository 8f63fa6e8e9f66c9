"""How licences are handled in practice, where someone published a figure: shares, counts, days.

Read from the evidence on the promises. Not for the law: that a licence is needed says nothing
about how long it takes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import DataClass, DatePrecision

_WORDS = ("licence", "licences")
_SHARE_WORDS = ("share",)


class PracticeUnit(StrEnum):
    """What a figure on licences is counted in."""

    SHARE = "share"  # of the applications, from 0 to 1
    COUNT = "count"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class PracticeFact:
    """One published figure on licences: `value` of `metric`, public from `day` on.

    `words` say what it is about. A share of one half is 0.5.
    """

    day: date
    precision: DatePrecision
    metric: str
    value: float
    unit: PracticeUnit
    words: str
    data_class: DataClass
    sources: tuple[str, ...]


def licence_practice(dataset: Dataset, material: str) -> tuple[PracticeFact, ...]:
    """The figures on licences that concern a material, oldest first; empty where none is known.

    A figure concerns a material when the measure it speaks of names the material or a group of it.
    One that speaks of no measure joins them when its promise names the material, but alone it says
    nothing of this material's licences.
    """
    key = ("licence practice", material)
    if key not in dataset.kept:
        names = dataset.law.names(material)
        touching = {measure.id for measure in dataset.law.touching(material)}
        found = [
            (fact, measure)
            for fact, measure, materials in _facts(dataset)
            if (measure in touching if measure else bool(names & materials))
        ]
        own = any(measure for _, measure in found)
        dataset.kept[key] = tuple(fact for fact, _ in found) if own else ()
    return dataset.kept[key]  # type: ignore[no-any-return]


def _facts(dataset: Dataset) -> list[tuple[PracticeFact, str, frozenset[str]]]:
    if "licence practice" not in dataset.kept:
        promised = {
            row["commitment"]: frozenset(split_ids(row["materials"]))
            for row in rows(dataset.tables["commitments"])
        }
        frame = dataset.tables["commitment_evidence"].sort_values("date", kind="stable")
        dataset.kept["licence practice"] = [
            (_fact(row), row["measure"], promised.get(row["commitment"], frozenset()))
            for row in rows(frame)
            if row["value"] == row["value"] and _is_about_licences(row["metric"])
        ]
    return dataset.kept["licence practice"]  # type: ignore[no-any-return]


def _is_about_licences(metric: str) -> bool:
    words = metric.lower().replace(",", " ").split()
    return any(word in words for word in _WORDS)


def _fact(row: dict[str, Any]) -> PracticeFact:
    return PracticeFact(
        day=row["date"].date(),
        precision=DatePrecision(row["date_precision"]),
        metric=row["metric"],
        value=float(row["value"]),
        unit=_unit(row["metric"], row["unit"]),
        words=row["what"],
        data_class=DataClass(row["data_class"]),
        sources=split_ids(row["source_ids"]),
    )


def _unit(metric: str, unit: str) -> PracticeUnit:
    if unit == "days":
        return PracticeUnit.DAYS
    shared = any(word in metric.lower().replace(",", " ").split() for word in _SHARE_WORDS)
    return PracticeUnit.SHARE if shared else PracticeUnit.COUNT
