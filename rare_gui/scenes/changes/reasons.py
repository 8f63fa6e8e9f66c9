"""Why states changed between two days: one sentence for each kind of change.

Not for counting changes (`scenes.changes.scene`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rare_gui.domain.counting import counted
from rare_gui.domain.diff import (
    Comparison,
    MeasureChange,
    StateChange,
    begun_between,
    notices_of,
)
from rare_gui.domain.law import Law
from rare_gui.domain.measure_state import Stretch
from rare_gui.domain.records import Measure
from rare_gui.domain.vocabulary import LegalState, MeasureStatus
from rare_gui.scenes.wording import STATE_WORDS, day_words, listed

SHORT_WORDS: dict[LegalState, str] = {
    **STATE_WORDS,
    LegalState.FREE: "free",
    LegalState.REPORTED_LIMIT: "reported limit",
}
"""States in few words, for "free to suspended"."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence in two parts: the kind of change with its count, and what the measures did.

    `measures` are the ids of the causes.
    """

    lead: str
    rest: str
    measures: tuple[str, ...]


def reasons(law: Law, days: Comparison, changes: tuple[StateChange, ...]) -> tuple[Reason, ...]:
    """One sentence for each kind of change, the commonest first."""
    kinds: dict[tuple[LegalState, LegalState], list[StateChange]] = {}
    for change in changes:
        kinds.setdefault((change.before.state, change.after.state), []).append(change)
    ordered = sorted(kinds.items(), key=lambda item: -len(item[1]))
    return tuple(_reason(law, days, kind, alike) for kind, alike in ordered)


def _reason(
    law: Law,
    days: Comparison,
    kind: tuple[LegalState, LegalState],
    alike: list[StateChange],
) -> Reason:
    causes = {cause.measure.id: cause for change in alike for cause in change.causes}
    told: dict[str, list[str]] = {}
    for cause in causes.values():
        told.setdefault(_history(law, days, cause), []).append(_name(cause.measure))
    parts = [f"{listed(names)}: {history}" for history, names in told.items()]
    staying = {
        item.measure.id: _name(item.measure)
        for change in alike
        for item in change.after.deciding
        if item.measure.id not in causes
    }
    if staying:
        parts.append(f"{listed(list(staying.values()))}: as before")
    number = counted(len(alike), "state", "states")
    return Reason(
        lead=f"{number}, {SHORT_WORDS[kind[0]]} → {SHORT_WORDS[kind[1]]}.",
        rest=f"{'; '.join(parts)}.",
        measures=tuple(causes),
    )


def _name(measure: Measure) -> str:
    """The measure's short name in the timeline, which is its number where it has one."""
    numbered = any(sign.isdigit() for sign in measure.lane)
    return measure.lane if numbered else f"{measure.lane} ({measure.title})"


def _history(law: Law, days: Comparison, cause: MeasureChange) -> str:
    """What the measure did between the days: "announced on 9 Oct 2025, suspended on …"."""
    known_on = days.later_known_on
    begun = begun_between(law, cause.measure, days.earlier, days.later, known_on)
    last = cause.after or cause.before
    if last is None:
        return "not there"
    told: list[str] = []
    status = cause.before.status if cause.before else MeasureStatus.NONE
    for part in begun:
        if part.status is not status:
            told.append(_turn(law, part))
        status = part.status
    if not told:
        # nothing happened in between: it is the knowledge that changed
        told.append(f"{_turn(law, last)}, known from {day_words(last.row.known_from)}")
    elif last.row.known_from > days.later:
        told.append(f"known only from {day_words(last.row.known_from)}")
    return ", ".join(told)


def _turn(law: Law, part: Stretch) -> str:
    since = _on(part.since, part)
    until = f" until {day_words(part.until)}" if part.until else ""
    match part.status:
        case MeasureStatus.ANNOUNCED:
            start = f" to start on {day_words(part.until)}" if part.until else ""
            return f"announced {since}{start}"
        case MeasureStatus.IN_FORCE:
            return f"in force from {day_words(part.since, part.since_precision)}{until}"
        case MeasureStatus.SUSPENDED:
            notices = listed([notice.lane for notice in notices_of(law, part)])
            by = f" by {notices}" if notices else ""
            return f"suspended {since}{by}{until}"
        case MeasureStatus.PAST_ITS_DATE:
            ended = day_words(part.until) if part.until else since
            return f"ran out on {ended}, what followed is not known"
        case _:
            return f"ended {since}"


def _on(day: date, part: Stretch) -> str:
    word = "on" if part.since_precision == "day" else "in"
    return f"{word} {day_words(day, part.since_precision)}"
