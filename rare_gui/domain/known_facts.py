"""Facts by the day on which they became public: status rows, events, truce steps, kept promises.

Not for what they mean for a material: that is `domain.legal_state`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import DatePrecision, StatusKind


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a table, known from a day on (its first day where only month or year is known).

    `subject` is what it speaks of (a measure's title, a promise) and `told` what it says of it.
    For a status row `status` became so on `day` (as exact as `precision`), until `until` (None:
    open); another fact has a `day` only if it is a plan for a day after the data's end.
    `materials` are those that it names; None: it concerns them all.
    """

    table: str
    subject: str
    told: str
    known_from: date
    known_precision: DatePrecision
    materials: frozenset[str] | None
    measure: str = ""
    status: StatusKind | None = None
    day: date | None = None
    precision: DatePrecision = DatePrecision.DAY
    until: date | None = None


def facts_between(
    dataset: Dataset, first: date, last: date, material: str | None = None
) -> tuple[Fact, ...]:
    """What became known after `first` and by `last`, in order of time; none where it is not later.

    With a material only what names it, a group of it or a product that contains it, and what
    concerns all.
    """
    facts = _all_facts(dataset)
    low = bisect_right(facts, first, key=_known_from)
    found = facts[low : bisect_right(facts, last, key=_known_from)]
    if material is None:
        return found
    names = dataset.law.names(material) | dataset.products_of(material)
    return tuple(fact for fact in found if fact.materials is None or fact.materials & names)


def _known_from(fact: Fact) -> date:
    return fact.known_from


def _all_facts(dataset: Dataset) -> tuple[Fact, ...]:
    """Every fact in order of time; within a day the tables keep their order and that of rows."""
    if "facts" not in dataset.kept:
        found = [
            _within(fact, dataset.data_through)
            for table, read in _READERS.items()
            if table in dataset.tables
            for fact in read(dataset)
        ]
        dataset.kept["facts"] = tuple(sorted(found, key=_known_from))
    return dataset.kept["facts"]  # type: ignore[no-any-return]


def _within(fact: Fact, data_through: date) -> Fact:
    """What is dated after the data's end is a plan, and known by that end at the latest."""
    if fact.known_from <= data_through:
        return fact
    return replace(
        fact,
        known_from=data_through,
        known_precision=DatePrecision.DAY,
        day=fact.day or fact.known_from,
        precision=fact.precision if fact.day else fact.known_precision,
    )


def _status_rows(dataset: Dataset) -> Iterator[Fact]:
    measures = dataset.law.measures
    for row in rows(dataset.tables["status_changes"]):
        measure = measures.get(row["measure"])
        if measure is None:
            continue
        yield Fact(
            table="status_changes",
            subject=measure.title,
            told="",
            known_from=row["known_from"].date(),
            known_precision=DatePrecision(row["known_from_precision"]),
            materials=frozenset(scope.material for scope in measure.scope),
            measure=measure.id,
            status=StatusKind(row["status"]),
            day=row["date"].date(),
            precision=DatePrecision(row["date_precision"]),
            until=_optional_day(row["until"]),
        )


def _events(dataset: Dataset) -> Iterator[Fact]:
    for row in rows(dataset.tables["events"]):
        yield Fact(
            table="events",
            subject=row["title"],
            told="",
            known_from=row["date"].date(),
            known_precision=DatePrecision(row["date_precision"]),
            materials=frozenset(split_ids(row["materials"])),
        )


def _truce_steps(dataset: Dataset) -> Iterator[Fact]:
    for row in rows(dataset.tables["truce_steps"]):
        yield Fact(
            table="truce_steps",
            subject="Truce",
            told=row["what"],
            known_from=row["start"].date(),
            known_precision=DatePrecision.DAY,
            materials=None,
            until=_optional_day(row["end"]),
        )


def _evidence(dataset: Dataset) -> Iterator[Fact]:
    promises = _promises(dataset)
    for row in rows(dataset.tables["commitment_evidence"]):
        subject, materials = promises.get(row["commitment"], (row["commitment"], frozenset()))
        yield Fact(
            table="commitment_evidence",
            subject=subject,
            told=row["what"],
            known_from=row["date"].date(),
            known_precision=DatePrecision(row["date_precision"]),
            materials=materials,
            measure=row["measure"] if row["measure"] in dataset.law.measures else "",
        )


def _verdicts(dataset: Dataset) -> Iterator[Fact]:
    promises = _promises(dataset)
    for row in rows(dataset.tables["commitment_verdicts"]):
        subject, materials = promises.get(row["commitment"], (row["commitment"], frozenset()))
        yield Fact(
            table="commitment_verdicts",
            subject=subject,
            told=f"{row['verdict'].replace('_', ' ')}. {row['reason']}",
            known_from=row["as_of"].date(),
            known_precision=DatePrecision(row["as_of_precision"]),
            materials=materials,
        )


def _promises(dataset: Dataset) -> dict[str, tuple[str, frozenset[str]]]:
    """Each promise's party with its subject ("US: tariffs"), and the materials that it names."""
    if "commitments" not in dataset.tables:
        return {}
    return {
        row["commitment"]: (
            f"{' and '.join(split_ids(row['party']))}: {row['subject']}",
            frozenset(split_ids(row["materials"])),
        )
        for row in rows(dataset.tables["commitments"])
    }


_READERS: dict[str, Callable[[Dataset], Iterator[Fact]]] = {
    "status_changes": _status_rows,
    "events": _events,
    "truce_steps": _truce_steps,
    "commitment_evidence": _evidence,
    "commitment_verdicts": _verdicts,
}

FACT_TABLES = (*_READERS, "commitments", "contains")
"""The tables that facts are read from."""


def _optional_day(stamp: Any) -> date | None:
    return None if stamp != stamp else stamp.date()  # NaT is the only value unequal to itself
