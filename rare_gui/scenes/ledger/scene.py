"""The truce ledger as a scene: promises in groups by text, counts of verdicts, filters.

Not for the words about one promise (`scenes.ledger.row`) nor for verdicts: those are data.
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.domain.commitment_records import Standing
from rare_gui.domain.commitments import LedgerEntry, last_day, ledger
from rare_gui.domain.counting import counted
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.ledger.filters import LedgerFilters, subject_choices
from rare_gui.scenes.ledger.row import STANDING_WORDS, LedgerRow, agreement_words, ledger_row
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import day_words, opened


@dataclass(frozen=True, slots=True)
class LedgerGroup:
    """The promises of one text that are shown, with how many there are in all."""

    key: str
    name: str
    remark: str
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True)
class StandingCount:
    """How many of all promises stand so."""

    standing: Standing
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class LedgerScene:
    """The ledger on a day.

    `counts` are of all promises made by the day, whatever the filters keep; `filtered` tells how
    many are left ("Export controls: 13 of 45"), empty without filters. `subjects` are the choices
    of the filter, by key and words.
    """

    title: str
    as_of: str
    total: int
    evidence_total: int
    shown: int
    counts: tuple[StandingCount, ...]
    filters: LedgerFilters
    filtered: str
    subjects: tuple[tuple[str, str], ...]
    groups: tuple[LedgerGroup, ...]

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        """All rows in order."""
        return tuple(row for group in self.groups for row in group.rows)


def ledger_scene(
    dataset: Dataset, selection: Selection, filters: LedgerFilters | None = None
) -> LedgerScene:
    """The promises made by the selection's day, with what was known on its known-on day.

    `filters` stand instead of those of the selection.
    """
    wanted = filters or LedgerFilters.of(selection)
    entries = ledger(dataset, selection.as_of, selection.known_on)
    kept = [entry for entry in entries if wanted.keep(entry)]
    return LedgerScene(
        title="Truce ledger",
        as_of=day_words(selection.as_of),
        total=len(entries),
        evidence_total=sum(len(entry.evidence) for entry in entries),
        shown=len(kept),
        counts=_counts(entries),
        filters=wanted,
        filtered=_filtered(wanted, len(kept), len(entries)),
        subjects=subject_choices(entries),
        groups=tuple(_groups(dataset, selection, entries, kept)),
    )


def _groups(
    dataset: Dataset,
    selection: Selection,
    entries: tuple[LedgerEntry, ...],
    kept: list[LedgerEntry],
) -> list[LedgerGroup]:
    day = last_day(selection.as_of, selection.known_on)
    totals: dict[str, int] = {}
    for entry in entries:
        key = entry.promise.agreement.id
        totals[key] = totals.get(key, 0) + 1
    by_text: dict[str, list[LedgerEntry]] = {}
    for entry in kept:
        by_text.setdefault(entry.promise.agreement.id, []).append(entry)
    return [
        LedgerGroup(
            key,
            agreement_words(own[0].promise),
            _remark(len(own), totals[key]),
            tuple(ledger_row(dataset, entry, day) for entry in own),
        )
        for key, own in by_text.items()
    ]


def _remark(shown: int, total: int) -> str:
    if shown == total:
        return counted(total, "promise", "promises")
    return f"{shown} shown of {total}"


def _counts(entries: tuple[LedgerEntry, ...]) -> tuple[StandingCount, ...]:
    """Every verdict with its count; "no verdict yet" only where there is one."""
    counts = [
        StandingCount(
            standing, STANDING_WORDS[standing], sum(e.standing is standing for e in entries)
        )
        for standing in Standing
    ]
    return tuple(one for one in counts if one.count or one.standing is not Standing.NONE_YET)


def _filtered(filters: LedgerFilters, shown: int, total: int) -> str:
    parts = []
    if filters.subject is not None:
        parts.append(opened(filters.subject))
    if filters.side is not None:
        parts.append(f"by {filters.side}")
    if filters.standing is not None:
        parts.append(STANDING_WORDS[filters.standing].lower())
    if filters.disputed is not None:
        parts.append("disputed" if filters.disputed else "not disputed")
    return f"{opened(', '.join(parts))}: {shown} of {total}" if parts else ""
