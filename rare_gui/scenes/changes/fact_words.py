"""Facts in words: "suspended on 9 Nov 2025 until 27 Nov 2026"."""

from __future__ import annotations

from rare_gui.domain.known_facts import Fact
from rare_gui.domain.vocabulary import StatusKind
from rare_gui.scenes.wording import day_words

TABLE_WORDS = {
    "status_changes": "status of a measure",
    "events": "event",
    "truce_steps": "step of the truce",
    "commitment_evidence": "evidence on a promise",
    "commitment_verdicts": "verdict on a promise",
}
"""What a row of each table is."""

_STATUS = {
    StatusKind.ANNOUNCED: "announced",
    StatusKind.IN_FORCE: "in force from",
    StatusKind.AMENDED: "amended",
    StatusKind.SUSPENDED: "suspended",
    StatusKind.EXTENDED: "prolonged",
    StatusKind.LAPSED: "lapsed",
    StatusKind.REVOKED: "revoked",
}


def fact_words(fact: Fact) -> str:
    """One line: of what the fact speaks, and what it says."""
    if fact.status is None or fact.day is None:
        until = f", until {day_words(fact.until)}" if fact.until else ""
        planned = f", planned for {day_words(fact.day, fact.precision)}" if fact.day else ""
        told = f"{fact.subject}: {fact.told}" if fact.told else fact.subject
        return f"{told}{planned}{until}"
    when = day_words(fact.day, fact.precision)
    word = _STATUS[fact.status]
    if fact.status is not StatusKind.IN_FORCE:
        word += " on" if fact.precision == "day" else " in"
    until = f" until {day_words(fact.until)}" if fact.until else ""
    if fact.status is StatusKind.ANNOUNCED and fact.until:
        until = f", to start on {day_words(fact.until)}"
    return f"{fact.subject}: {word} {when}{until}"
