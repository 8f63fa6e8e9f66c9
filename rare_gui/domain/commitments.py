"""The ledger of promises: how each promise of the truce stood on a day.

Not for judging: a verdict is a row of the data with its day and reason. Flows beside a promise are
in `domain.promise_flows`, the rows themselves in `domain.commitment_records`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rare_gui.domain.commitment_records import (
    Evidence,
    Promise,
    Standing,
    Verdict,
    evidence_of,
    promises,
    verdicts_of,
)
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.measure_state import Stretch, stretches
from rare_gui.domain.records import Measure
from rare_gui.domain.vocabulary import MeasureStatus


@dataclass(frozen=True, slots=True)
class MeasureOnDay:
    """What a measure that the evidence names was doing on the day, as known then."""

    measure: Measure
    status: MeasureStatus
    stretch: Stretch | None


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A promise on a day: the verdict valid by then (None: none yet), and the record up to it."""

    promise: Promise
    verdict: Verdict | None
    evidence: tuple[Evidence, ...]
    measures: tuple[MeasureOnDay, ...]
    judged: bool  # whether the data hold a verdict at all, on this day or later

    @property
    def standing(self) -> Standing:
        """The verdict's word, but never one without evidence."""
        if not self.evidence and (self.verdict is not None or not self.judged):
            return Standing.CANNOT_TELL
        return self.verdict.standing if self.verdict is not None else Standing.NONE_YET


def last_day(as_of: date, known_on: date | None) -> date:
    """The last day whose records count: nothing after the day asked about or the day known on."""
    return as_of if known_on is None else min(as_of, known_on)


def ledger(dataset: Dataset, as_of: date, known_on: date | None = None) -> tuple[LedgerEntry, ...]:
    """Every promise made by the day, the latest talks first, those of one text in table order.

    A record dated to a month or year counts from its first day. A verdict or a fact without a
    source is left out, since nothing shows that it is so.
    """
    day = last_day(as_of, known_on)
    evidence, verdicts = evidence_of(dataset), verdicts_of(dataset)
    entries = []
    for promise in promises(dataset):
        if promise.agreement.day is not None and promise.agreement.day > day:
            continue
        found = tuple(one for one in evidence.get(promise.id, ()) if one.day <= day)
        own = verdicts.get(promise.id, ())
        valid = [verdict for verdict in own if verdict.day <= day]
        entries.append(
            LedgerEntry(
                promise,
                valid[-1] if valid else None,
                found,
                _measures(dataset, found, as_of, known_on),
                judged=bool(own),
            )
        )
    return tuple(entries)


def _measures(
    dataset: Dataset, evidence: Iterable[Evidence], as_of: date, known_on: date | None
) -> tuple[MeasureOnDay, ...]:
    law = dataset.law
    found = []
    for measure_id in dict.fromkeys(one.measure for one in evidence):
        measure = law.measures.get(measure_id)
        if measure is None:
            continue
        begun = [part for part in stretches(law, measure, known_on) if part.start <= as_of]
        stretch = begun[-1] if begun else None
        found.append(
            MeasureOnDay(measure, stretch.status if stretch else MeasureStatus.NONE, stretch)
        )
    return tuple(found)
