"""The ledger's tables as records: promises, the evidence on them, the verdicts.

Not for what counts on a day: `domain.commitments`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import Confidence, DatePrecision


class Standing(StrEnum):
    """How a promise stands on a day; `none_yet` before the day of its verdict."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_KEPT = "not"
    CANNOT_TELL = "cannot_tell"
    NONE_YET = "none_yet"


@dataclass(frozen=True, slots=True)
class Agreement:
    """The talks or text in which a promise was made; `day` is None where its id tells none."""

    id: str
    place: str
    day: date | None
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise. `parties` are jurisdictions; `due` is None where no day was named.

    `according_to` names the text that carries it, `dispute` how the other side tells it.
    """

    id: str
    agreement: Agreement
    parties: tuple[str, ...]
    subject: str
    text: str
    due: date | None
    due_precision: DatePrecision
    materials: tuple[str, ...]
    according_to: str
    disputed: bool
    dispute: str
    sources: tuple[str, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Evidence:
    """A dated fact on a promise; `points_to` is what it speaks for, never `none_yet`.

    `value` is in `unit` and counts what `metric` says; None where the fact has no figure.
    """

    day: date
    precision: DatePrecision
    what: str
    points_to: Standing
    measure: str
    metric: str
    value: float | None
    unit: str
    sources: tuple[str, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict of the data as of its day, with the reason."""

    standing: Standing
    day: date
    precision: DatePrecision
    reason: str
    sources: tuple[str, ...]
    confidence: Confidence


def promises(dataset: Dataset) -> tuple[Promise, ...]:
    """All promises of the data, the latest talks first."""
    if "promises" not in dataset.kept:
        found = [_promise(row) for row in rows(dataset.tables["commitments"])]
        found.sort(key=lambda one: one.agreement.day or date.min, reverse=True)
        dataset.kept["promises"] = tuple(found)
    return dataset.kept["promises"]  # type: ignore[no-any-return]


_POINTS_TO = {"unclear": Standing.CANNOT_TELL}


def evidence_of(dataset: Dataset) -> dict[str, tuple[Evidence, ...]]:
    """The evidence by promise, in order of date; a fact without a source is left out."""
    if "evidence on promises" not in dataset.kept:
        found: dict[str, list[Evidence]] = {}
        for row in rows(dataset.tables["commitment_evidence"]):
            if not split_ids(row["source_ids"]):
                continue
            value = row["value"]
            one = Evidence(
                day=row["date"].date(),
                precision=DatePrecision(row["date_precision"]),
                what=row["what"],
                points_to=_POINTS_TO.get(row["points_to"]) or Standing(row["points_to"]),
                measure=row["measure"],
                metric=row["metric"],
                value=None if value != value else float(value),
                unit=row["unit"],
                sources=split_ids(row["source_ids"]),
                confidence=Confidence(row["confidence"]),
            )
            found.setdefault(row["commitment"], []).append(one)
        dataset.kept["evidence on promises"] = {
            promise: tuple(sorted(facts, key=lambda one: one.day))
            for promise, facts in found.items()
        }
    return dataset.kept["evidence on promises"]  # type: ignore[no-any-return]


def verdicts_of(dataset: Dataset) -> dict[str, tuple[Verdict, ...]]:
    """The verdicts by promise, in order of date; one without a source is left out."""
    if "verdicts on promises" not in dataset.kept:
        found: dict[str, list[Verdict]] = {}
        for row in rows(dataset.tables["commitment_verdicts"]):
            sources = split_ids(row["source_ids"])
            if sources:
                one = Verdict(
                    standing=Standing(row["verdict"]),
                    day=row["as_of"].date(),
                    precision=DatePrecision(row["as_of_precision"]),
                    reason=row["reason"],
                    sources=sources,
                    confidence=Confidence(row["confidence"]),
                )
                found.setdefault(row["commitment"], []).append(one)
        dataset.kept["verdicts on promises"] = {
            promise: tuple(sorted(own, key=lambda one: one.day)) for promise, own in found.items()
        }
    return dataset.kept["verdicts on promises"]  # type: ignore[no-any-return]


_DATED = re.compile(r"(?P<place>.+?)-(?P<day>\d{4}-\d{2}(?:-\d{2})?)")
_PLACES = {"busan-kl": "Kuala Lumpur and Busan"}


def _agreement(agreement_id: str) -> Agreement:
    """Place and day as the id tells them: `geneva-2025-05`, `busan-kl-2025-10-30`."""
    dated = _DATED.fullmatch(agreement_id)
    place = dated["place"] if dated else agreement_id
    name = _PLACES.get(place) or place.replace("-", " ").title()
    if dated is None:
        return Agreement(agreement_id, name, None, DatePrecision.DAY)
    exact = len(dated["day"]) == len("2025-10-30")
    try:
        day = date.fromisoformat(dated["day"] if exact else f"{dated['day']}-01")
    except ValueError:
        return Agreement(agreement_id, name, None, DatePrecision.DAY)
    return Agreement(agreement_id, name, day, DatePrecision.DAY if exact else DatePrecision.MONTH)


def _promise(row: dict[str, Any]) -> Promise:
    due = row["due"]
    return Promise(
        id=row["commitment"],
        agreement=_agreement(row["agreement"]),
        parties=split_ids(row["party"]),
        subject=row["subject"],
        text=row["promise"],
        due=None if due != due else due.date(),  # NaT is the only value unequal to itself
        due_precision=DatePrecision(row["due_precision"] or DatePrecision.DAY),
        materials=split_ids(row["materials"]),
        according_to=row["according_to"],
        disputed=bool(row["disputed"]),
        dispute=row["dispute"],
        sources=split_ids(row["source_ids"]),
        confidence=Confidence(row["confidence"]),
    )
