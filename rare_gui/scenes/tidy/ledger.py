"""The observations of the truce ledger: promises, their verdicts, the evidence, exports since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rare_gui.domain.commitment_records import Evidence, Promise, Verdict
from rare_gui.domain.commitments import LedgerEntry, last_day, ledger
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.rows import numbered
from rare_gui.domain.promise_flows import MONTHS_BEFORE, FlowChange, flow_changes
from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.ledger.filters import LedgerFilters
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.observation import Observation, Presence, end_of
from rare_gui.scenes.tidy.rows import lines
from rare_gui.scenes.timeline.plot_axis import next_month


def ledger_rows(
    dataset: Dataset, selection: Selection, filters: LedgerFilters | None = None
) -> Iterator[Observation]:
    """One row a promise made by the day, a row for its verdict, each fact and each mean of exports.

    `filters` stand instead of those of the selection.
    """
    wanted = filters or LedgerFilters.of(selection)
    day = last_day(selection.as_of, selection.known_on)
    for entry in ledger(dataset, selection.as_of, selection.known_on):
        if wanted.keep(entry):
            yield from _of_entry(dataset, entry, day)


def _of_entry(dataset: Dataset, entry: LedgerEntry, day: date) -> Iterator[Observation]:
    promise = entry.promise
    yield Observation(
        kind="promise",
        subject=promise.id,
        name=promise.text,
        part=";".join(promise.parties),
        start=promise.agreement.day,
        end=end_of(promise.due, promise.due_precision) if promise.due else None,
        precision=promise.agreement.precision,
        state=entry.standing.value,
        data_class=DataClass.DERIVED.value,
        basis=promise.according_to,
        sources=promise.sources,
        rows=lines(dataset, "commitments", "commitment", promise.id),
        note=promise.dispute,
    )
    if entry.verdict is not None:
        yield _verdict(dataset, promise, entry.verdict)
    for fact in entry.evidence:
        yield _evidence(dataset, promise, fact)
    for change in flow_changes(dataset, promise, day):
        yield from _flows(dataset, promise, change)


def _verdict(dataset: Dataset, promise: Promise, verdict: Verdict) -> Observation:
    return Observation(
        kind="verdict",
        subject=promise.id,
        name=promise.text,
        start=verdict.day,
        end=end_of(verdict.day, verdict.precision),
        precision=verdict.precision,
        state=verdict.standing.value,
        data_class=DataClass.JUDGEMENT.value,
        basis=f"{verdict.confidence.value} confidence",
        sources=verdict.sources,
        rows=lines(dataset, "commitment_verdicts", "commitment", promise.id, reason=verdict.reason),
        note=verdict.reason,
    )


def _evidence(dataset: Dataset, promise: Promise, fact: Evidence) -> Observation:
    found = [
        pair
        for pair in numbered(dataset, "commitment_evidence", "commitment", promise.id)
        if (pair[1]["date"].date(), pair[1]["what"]) == (fact.day, fact.what)
    ]
    return Observation(
        kind="evidence",
        subject=promise.id,
        name=promise.text,
        part=fact.metric,
        start=fact.day,
        end=end_of(fact.day, fact.precision),
        precision=fact.precision,
        state=f"points to {fact.points_to.value}",
        value=fact.value,
        unit=fact.unit if fact.value is not None else "",
        presence=Presence.OBSERVED if fact.value is not None else Presence.IN_WORDS,
        data_class=str(found[0][1]["data_class"]) if found else DataClass.PUBLISHED.value,
        basis=f"{fact.confidence.value} confidence",
        sources=fact.sources,
        rows=tuple(f"commitment_evidence:{line}" for line, _ in found),
        note=fact.what,
    )


def _flows(dataset: Dataset, promise: Promise, change: FlowChange) -> Iterator[Observation]:
    """The means over the months before the promise and since; each rests on the months' rows."""
    agreed = promise.agreement.day
    if agreed is None:
        return
    month = agreed.replace(day=1)
    before = date(month.year - MONTHS_BEFORE // 12, month.month, 1)
    after = next_month(change.last)
    sides = (
        (change.before, change.months_before, before, month),
        (change.since, change.months_since, next_month(month), after),
    )
    for mean, months, first, last in sides:
        yield Observation(
            kind="mean_exports",
            subject=promise.id,
            name=change.commodity,
            part=f"to {change.partner}: {change.coverage}",
            start=first,
            end=last,
            value=mean,
            unit="t a month",
            presence=Presence.OBSERVED,
            data_class=DataClass.DERIVED.value,
            basis=f"mean of {months} published months",
            sources=change.sources,
            rows=_months(dataset, change, first, last),
        )


def _months(dataset: Dataset, change: FlowChange, first: date, last: date) -> tuple[str, ...]:
    return tuple(
        f"trade_monthly:{line}"
        for line, row in numbered(dataset, "trade_monthly", "commodity", change.commodity)
        if (row["reporter"], row["partner"], row["flow"]) == ("CN", change.partner, "export")
        and first <= row["month"].date() < last
        and row["tonnes"] == row["tonnes"]
    )
