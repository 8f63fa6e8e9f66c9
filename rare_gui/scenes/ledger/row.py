"""One promise as the ledger lists it and tells it in full: words for each of its facts.

Not for which promises are listed: `scenes.ledger.scene`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rare_gui.domain.commitment_records import Evidence, Promise, Standing
from rare_gui.domain.commitments import LedgerEntry, MeasureOnDay
from rare_gui.domain.counting import counted
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.promise_flows import FlowChange, flow_changes
from rare_gui.domain.vocabulary import DatePrecision, MeasureStatus
from rare_gui.scenes.flow_words import month_words, tonnes_words
from rare_gui.scenes.palette import Source
from rare_gui.scenes.provenance import cite
from rare_gui.scenes.wording import citation, day_words, listed, opened

STANDING_WORDS: dict[Standing, str] = {
    Standing.KEPT: "Kept",
    Standing.PARTLY: "Partly",
    Standing.NOT_KEPT: "Not kept",
    Standing.CANNOT_TELL: "Cannot tell",
    Standing.NONE_YET: "No verdict yet",
}
NO_RECORD = "No record found."
_NO_DATE = "no date"
_POINTS_TO = {Standing.CANNOT_TELL: "neither side"}
_STATUS = {
    MeasureStatus.NONE: "not yet there",
    MeasureStatus.ANNOUNCED: "announced",
    MeasureStatus.IN_FORCE: "in force",
    MeasureStatus.SUSPENDED: "suspended",
    MeasureStatus.ENDED: "ended",
    MeasureStatus.PAST_ITS_DATE: "not known: its date has passed",
}


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One piece of evidence; `points_to` has the shape of a verdict. `figure` may be empty.

    `key` asks for its row.
    """

    date: str
    points_to: Standing
    what: str
    figure: str
    metric: str
    measure: str
    spoken: str
    sources: tuple[str, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure that the evidence names, and what it was doing on the day."""

    measure: str
    words: str


@dataclass(frozen=True, slots=True)
class FlowLine:
    """What became of some goods' exports since; `key` asks for the months."""

    words: str
    key: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A promise on the day, in the words of the table and of the detail.

    `verdict_day` and `confidence` are those of the verdict, empty where there is none; `dispute` is
    empty where both sides tell the same. `flow_note` says what the flows compare, or why nothing is
    compared; empty for promises that name no goods.
    """

    commitment: str
    by: str
    promise: str
    due: str
    according_to: str
    disputed: bool
    standing: Standing
    standing_words: str
    confidence: str
    context: str
    verdict_day: str
    reason: str
    dispute: str
    evidence: tuple[EvidenceLine, ...]
    measures: tuple[MeasureLine, ...]
    flows: tuple[FlowLine, ...]
    flow_note: str
    materials: tuple[str, ...]
    sources: tuple[Source, ...]
    spoken: str


def agreement_words(promise: Promise) -> str:
    """Where and when a promise was made: "Geneva, May 2025"."""
    agreement = promise.agreement
    if agreement.day is None:
        return agreement.place
    return f"{agreement.place}, {day_words(agreement.day, agreement.precision)}"


def pieces_words(count: int) -> str:
    """How much evidence there is: "1 piece of evidence"."""
    return counted(count, "piece of evidence", "pieces of evidence")


def ledger_row(dataset: Dataset, entry: LedgerEntry, day: date) -> LedgerRow:
    """The words for one promise; `day` is the last whose records count."""
    promise, verdict = entry.promise, entry.verdict
    due = day_words(promise.due, promise.due_precision) if promise.due else _NO_DATE
    standing = entry.standing
    judged = verdict is not None and verdict.standing is standing
    parties = listed([dataset.country_names.get(code, code) for code in promise.parties])
    changes = flow_changes(dataset, promise, day)
    evidence = tuple(_evidence_line(promise.id, one) for one in entry.evidence)
    ids = [*promise.sources, *(verdict.sources if verdict else ())]
    ids += [source for one in entry.evidence for source in one.sources]
    words = STANDING_WORDS[standing]
    confidence = verdict.confidence.value if judged and verdict else ""
    pieces = pieces_words(len(evidence))
    spoken = (
        opened(parties), promise.text.rstrip("."), f"due {due}" if promise.due else "no due date",
        words.lower(), f"{confidence} confidence" if confidence else "", pieces,
        "disputed" if promise.disputed else "",
    )  # fmt: skip
    return LedgerRow(
        commitment=promise.id,
        by="+".join(promise.parties),
        promise=promise.text,
        due=due,
        according_to=promise.according_to,
        disputed=promise.disputed,
        standing=standing,
        standing_words=words,
        confidence=confidence,
        context=f"{agreement_words(promise)} · {opened(parties).removeprefix('The ')} · due: {due}",
        verdict_day=(
            f"as of {day_words(verdict.day, verdict.precision)}" if judged and verdict else ""
        ),
        reason=_reason(entry),
        dispute=f"{opened(promise.dispute.rstrip('.'))}." if promise.disputed else "",
        evidence=evidence,
        measures=tuple(_measure_line(one) for one in entry.measures),
        flows=tuple(_flow_line(dataset, promise, change) for change in changes),
        flow_note=_flow_note(promise, changes),
        materials=tuple(m for m in promise.materials if m in dataset.material_names),
        sources=cite(dataset, ids),
        spoken=", ".join(part for part in spoken if part),
    )


def _reason(entry: LedgerEntry) -> str:
    if not entry.evidence and entry.standing is Standing.CANNOT_TELL:
        return NO_RECORD
    if entry.verdict is None:
        return "The day is before that of the verdict." if entry.judged else "Nobody has judged it."
    return entry.verdict.reason


def _evidence_line(commitment: str, one: Evidence) -> EvidenceLine:
    when = day_words(one.day, one.precision)
    figure, metric = _figure(one)
    points_to = _POINTS_TO.get(one.points_to) or STANDING_WORDS[one.points_to].lower()
    spoken = f"{when}, points to {points_to}: {one.what}"
    if figure:
        spoken += f" {figure} {metric}"
    key = f"promise:{commitment}:{one.day.isoformat()}"
    return EvidenceLine(
        when, one.points_to, one.what, figure, metric, one.measure, spoken, one.sources, key
    )


def _figure(one: Evidence) -> tuple[str, str]:
    """The value and what it counts with its unit, as the table has them: no rounding."""
    if one.value is None:
        return "", ""
    number = f"{one.value:,.10g}".replace("-", "\N{MINUS SIGN}")
    unit = f", {one.unit}" if one.unit not in ("", "1") else ""
    return number, f"{one.metric}{unit}"


def _measure_line(one: MeasureOnDay) -> MeasureLine:
    stretch = one.stretch
    words = f"{citation(one.measure)}: {_STATUS[one.status]}"
    if stretch is not None and one.status is not MeasureStatus.PAST_ITS_DATE:
        words += f" since {day_words(stretch.since, stretch.since_precision)}"
        if stretch.until is not None and one.status is not MeasureStatus.ENDED:
            words += f", until {day_words(stretch.until)}"
    return MeasureLine(one.measure.id, f"{words}. {one.measure.title}")


def _flow_line(dataset: Dataset, promise: Promise, change: FlowChange) -> FlowLine:
    to = dataset.country_names.get(change.partner, change.partner)
    percent = change.percent
    moved = "" if percent is None else f" ({percent:+.0f} %)".replace("-", "\N{MINUS SIGN}")
    goods = opened(change.commodity.replace("-", " "))
    words = (
        f"{goods} to {to}: {tonnes_words(change.since)} a month over "
        f"{change.months_since} published months, {month_words(change.first)} to "
        f"{month_words(change.last)}; before: {tonnes_words(change.before)} over "
        f"{change.months_before} months{moved}. Coverage: {change.coverage}"
    )
    return FlowLine(words, f"flow:{promise.id}:{change.commodity}:{change.partner}")


def _flow_note(promise: Promise, changes: tuple[FlowChange, ...]) -> str:
    if "CN" not in promise.parties or not promise.materials:
        return ""
    if not changes:
        return "Not compared: too few published months on one side of the promise."
    agreed = promise.agreement.day
    when = day_words(agreed, DatePrecision.MONTH) if agreed else ""
    return (
        f"Monthly means after {when} against the 12 months before; months without a figure are "
        "left out. Exports move for other reasons too."
    )
