"""`rare-gui ledger`: the promises of the truce and how they stand on a day, as data and as text."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from rare_gui.cli.failures import damage_line, problem_counts
from rare_gui.cli.supposing import say_supposed, supposed_key
from rare_gui.domain.commitment_records import Evidence
from rare_gui.domain.commitments import LedgerEntry, ledger
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.promise_flows import FlowChange, flow_changes
from rare_gui.scenes.ledger.row import agreement_words, ledger_row, pieces_words


def answer(dataset: Dataset, as_of: date) -> dict[str, Any]:
    """The answer in JSON: every promise made by the day, with its verdict and record.

    `verdict` is null before its day; `standing` is then `none_yet`. `flows` are means in tonnes a
    month over the published months alone.
    """
    return {
        "as_of": as_of.isoformat(),
        "data_through": dataset.data_through.isoformat(),
        "problems": problem_counts(dataset),
        **supposed_key(dataset),
        "promises": [_promise(dataset, entry, as_of) for entry in ledger(dataset, as_of)],
    }


def show(dataset: Dataset, as_of: date, *, as_json: bool) -> None:
    """Print the answer."""
    if as_json:
        print(json.dumps(answer(dataset, as_of), indent=2, ensure_ascii=False))
        return
    say_supposed(dataset.scenario)
    entries = ledger(dataset, as_of)
    text = ""
    for entry in entries:
        if text != agreement_words(entry.promise):
            text = agreement_words(entry.promise)
            print(text)
        row = ledger_row(dataset, entry, as_of)
        told = [row.standing_words, row.verdict_day, pieces_words(len(row.evidence))]
        told += [f"confidence {row.confidence}"] if row.confidence else []
        print(f"  {row.by}: {row.promise} Due: {row.due}. According to: {row.according_to}.")
        print(f"    {', '.join(part for part in told if part)}. {row.reason}")
        if row.dispute:
            print(f"    Two texts: {row.dispute}")
    if not entries:
        print("No promise was made by this day.")
    print(f"As of {as_of}; policy data to {dataset.data_through}.")
    damaged = damage_line(problem_counts(dataset))
    if damaged:
        print(damaged)


def _promise(dataset: Dataset, entry: LedgerEntry, day: date) -> dict[str, Any]:
    promise, verdict = entry.promise, entry.verdict
    return {
        "id": promise.id,
        "agreement": promise.agreement.id,
        "by": list(promise.parties),
        "subject": promise.subject,
        "promise": promise.text,
        "due": promise.due.isoformat() if promise.due else None,
        "due_precision": promise.due_precision.value if promise.due else None,
        "materials": list(promise.materials),
        "according_to": promise.according_to,
        "disputed": promise.disputed,
        "dispute": promise.dispute or None,
        "standing": entry.standing.value,
        "verdict": (
            {
                "verdict": verdict.standing.value,
                "as_of": verdict.day.isoformat(),
                "reason": verdict.reason,
                "confidence": verdict.confidence.value,
                "sources": list(verdict.sources),
            }
            if verdict is not None
            else None
        ),
        "evidence": [_evidence(one) for one in entry.evidence],
        "measures": [
            {"measure": one.measure.id, "status": one.status.value} for one in entry.measures
        ],
        "flows": [_flow(change) for change in flow_changes(dataset, promise, day)],
        "sources": list(promise.sources),
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    return {
        "date": one.day.isoformat(),
        "date_precision": one.precision.value,
        "what": one.what,
        "points_to": one.points_to.value,
        "measure": one.measure or None,
        "metric": one.metric or None,
        "value": one.value,
        "unit": one.unit or None,
        "confidence": one.confidence.value,
        "sources": list(one.sources),
    }


def _flow(change: FlowChange) -> dict[str, Any]:
    return {
        "commodity": change.commodity,
        "coverage": change.coverage,
        "to": change.partner,
        "before_tonnes_a_month": change.before,
        "months_before": change.months_before,
        "since_tonnes_a_month": change.since,
        "months_since": change.months_since,
        "first_month": f"{change.first:%Y-%m}",
        "last_month": f"{change.last:%Y-%m}",
        "sources": list(change.sources),
    }
