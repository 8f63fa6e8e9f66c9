"""What one measure does over time, as known on a day: its dated rows folded into stretches.

Not for materials: `domain.legal_state` combines the measures that cover one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rare_gui.domain.law import Law
from rare_gui.domain.records import Measure, StatusChange
from rare_gui.domain.vocabulary import DatePrecision, MeasureStatus, StatusKind

_STATUS: dict[StatusKind, MeasureStatus] = {
    StatusKind.ANNOUNCED: MeasureStatus.ANNOUNCED,
    StatusKind.IN_FORCE: MeasureStatus.IN_FORCE,
    StatusKind.AMENDED: MeasureStatus.IN_FORCE,
    StatusKind.SUSPENDED: MeasureStatus.SUSPENDED,
    StatusKind.LAPSED: MeasureStatus.ENDED,
    StatusKind.REVOKED: MeasureStatus.ENDED,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """`[start, end)` during which a measure has one status by one deciding row.

    `since` is the first day of the unbroken run of the status, `since_precision` how exactly it is
    known. `until` is the day the row says the status ends (for `announced`: the planned start),
    None if open; for `past_its_date` it is the day that passed. `scheduled`: it takes effect after
    the horizon of what is known, or only an announcement says that it began.
    """

    start: date
    end: date | None
    status: MeasureStatus
    row: StatusChange
    since: date
    since_precision: DatePrecision
    until: date | None
    until_in_legal_text: date | None
    scheduled: bool


def horizon(law: Law, known_on: date | None) -> date:
    """The last day whose events can be known: the earlier of `known_on` and the data's end."""
    return law.data_through if known_on is None else min(known_on, law.data_through)


def stretches(law: Law, measure: Measure, known_on: date | None = None) -> tuple[Stretch, ...]:
    """The measure's history and known future, contiguous and in order of time.

    Only rows public by `known_on` count. Before the first stretch the measure does not exist.
    """
    kept = law.kept(known_on)
    key = ("stretches", measure.id)
    if key not in kept:
        rows = [r for r in measure.changes if known_on is None or r.known_from <= known_on]
        kept[key] = fold(rows, horizon(law, known_on))
    return kept[key]  # type: ignore[no-any-return]


def fold(rows: list[StatusChange], last_known: date) -> tuple[Stretch, ...]:
    """Rows in order of date folded into stretches; `extended` carries the status before it on.

    A dated status that runs out by `last_known` does what its text says (a pause ends and the
    measure applies again, a dated measure ends); one that runs out later is `past_its_date`.
    """
    found: list[Stretch] = []
    status = MeasureStatus.NONE
    for number, row in enumerate(rows):
        following = rows[number + 1].day if number + 1 < len(rows) else None
        if row.status is not StatusKind.EXTENDED:
            status = _STATUS[row.status]
        elif found and found[-1].row is rows[number - 1] and not _is_past(found[-1]):
            # what ran out by its text before the row goes on as what it had become; a clause that
            # ran out past the data is the one prolonged
            status = found[-1].status
        if status is MeasureStatus.NONE:
            continue
        for stretch in _of_row(row, status, following, last_known):
            before = found[-1] if found else None
            if before is not None and before.status is stretch.status:
                stretch = replace(  # noqa: PLW2901
                    stretch, since=before.since, since_precision=before.since_precision
                )
            found.append(stretch)
    return tuple(found)


def _of_row(
    row: StatusChange, status: MeasureStatus, following: date | None, last_known: date
) -> Iterator[Stretch]:
    """The one or two stretches of a row: what it says, and what follows at its date."""
    ends = row.until if status is not MeasureStatus.ENDED else None
    first_end = _earlier(ends, following)
    if first_end is None or row.day < first_end:
        yield Stretch(
            row.day,
            first_end,
            status,
            row,
            row.day,
            row.precision,
            ends,
            row.until_in_legal_text,
            row.day > last_known,
        )
    if ends is None or (following is not None and following <= ends):
        return
    after = _after(status, ends, last_known)
    past = after is MeasureStatus.PAST_ITS_DATE
    yield Stretch(
        max(ends, row.day),
        following,
        after,
        row,
        max(ends, row.day),
        DatePrecision.DAY,
        ends if past else None,
        row.until_in_legal_text if past else None,
        status is MeasureStatus.ANNOUNCED,
    )


def _is_past(stretch: Stretch) -> bool:
    return stretch.status is MeasureStatus.PAST_ITS_DATE


def _after(status: MeasureStatus, ends: date, last_known: date) -> MeasureStatus:
    if status is MeasureStatus.ANNOUNCED:
        return MeasureStatus.IN_FORCE
    if ends > last_known:
        return MeasureStatus.PAST_ITS_DATE
    return MeasureStatus.IN_FORCE if status is MeasureStatus.SUSPENDED else MeasureStatus.ENDED


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)
