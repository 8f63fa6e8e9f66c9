"""One measure's rows folded into stretches: half-open intervals, two clocks, run-outs."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.law import Law
from rare_gui.domain.legal_state import legal_state, state_runs
from rare_gui.domain.measure_state import Stretch, fold
from rare_gui.domain.records import Measure, ScopeRow, StatusChange
from rare_gui.domain.vocabulary import (
    STRENGTH,
    Basis,
    DatePrecision,
    LegalState,
    MeasureKind,
    MeasureStatus,
    StatusKind,
    SupplyForm,
)

START = date(2024, 1, 1)
DATA_END = date(2026, 1, 1)
DAYS = st.integers(0, 1500).map(lambda n: START + timedelta(days=n))


def row(
    day: date,
    status: StatusKind,
    until: date | None = None,
    known_from: date | None = None,
    precision: DatePrecision = DatePrecision.DAY,
    measure: str = "m",
) -> StatusChange:
    return StatusChange(
        measure=measure,
        day=day,
        precision=precision,
        status=status,
        until=until,
        until_in_legal_text=None,
        basis=Basis.LEGAL_TEXT,
        known_from=known_from or day,
        partial=False,
        sources=("s",),
    )


def status_on(parts: tuple[Stretch, ...], day: date) -> MeasureStatus:
    found = MeasureStatus.NONE
    for part in parts:
        if part.start <= day and (part.end is None or day < part.end):
            found = part.status
    return found


@st.composite
def histories(draw: st.DrawFn, measure: str = "m") -> tuple[StatusChange, ...]:
    """Rows in order of date, each dated clause ending after it began, known by its own date."""
    days = sorted(draw(st.lists(DAYS, min_size=1, max_size=5)))
    rows = []
    for place, day in enumerate(days):
        kinds = list(StatusKind)
        if place == 0:
            kinds = [StatusKind.ANNOUNCED, StatusKind.IN_FORCE]
        until = draw(st.none() | st.integers(1, 700).map(lambda n, d=day: d + timedelta(days=n)))
        early = draw(st.integers(0, 60))
        known = day - timedelta(days=early) if place else day
        rows.append(row(day, draw(st.sampled_from(kinds)), until, known, measure=measure))
    return tuple(rows)


def law_of(*measures: Measure) -> Law:
    return Law(
        measures={measure.id: measure for measure in measures},
        groups_of={},
        named_forms={"x": frozenset({SupplyForm.METAL})},
        eu_members=frozenset(),
        data_through=DATA_END,
    )


def measure(
    name: str, kind: MeasureKind, changes: tuple[StatusChange, ...], target: str = "ALL"
) -> Measure:
    return Measure(
        id=name,
        title=name,
        lane=name,
        label=name,
        authority="A",
        jurisdiction="CN",
        instrument=name,
        kind=kind,
        target_country=target,
        target_class="",
        summary="",
        sources=(),
        scope=(ScopeRow(name, "x", SupplyForm.METAL, "", None),),
        changes=changes,
    )


def test_that_a_suspension_covers_its_first_day_and_not_its_last() -> None:
    pause, end = date(2025, 3, 1), date(2025, 6, 1)
    parts = fold([row(START, StatusKind.IN_FORCE), row(pause, StatusKind.SUSPENDED, end)], DATA_END)
    assert status_on(parts, pause - timedelta(1)) is MeasureStatus.IN_FORCE
    assert status_on(parts, pause) is MeasureStatus.SUSPENDED
    assert status_on(parts, end - timedelta(1)) is MeasureStatus.SUSPENDED
    assert status_on(parts, end) is MeasureStatus.IN_FORCE


def test_that_a_dated_ban_ends_with_its_last_day() -> None:
    parts = fold([row(START, StatusKind.IN_FORCE, date(2025, 1, 1))], DATA_END)
    assert status_on(parts, date(2024, 12, 31)) is MeasureStatus.IN_FORCE
    assert status_on(parts, date(2025, 1, 1)) is MeasureStatus.ENDED


def test_that_a_clause_that_ends_after_the_data_is_past_its_date() -> None:
    late = DATA_END + timedelta(days=30)
    parts = fold([row(START, StatusKind.SUSPENDED, late)], DATA_END)
    assert status_on(parts, late - timedelta(1)) is MeasureStatus.SUSPENDED
    assert status_on(parts, late) is MeasureStatus.PAST_ITS_DATE
    assert parts[-1].until == late


def test_that_an_extension_carries_the_suspension_on() -> None:
    parts = fold(
        [
            row(START, StatusKind.IN_FORCE),
            row(date(2024, 6, 1), StatusKind.SUSPENDED, date(2024, 9, 1)),
            row(date(2024, 8, 1), StatusKind.EXTENDED, date(2025, 1, 1)),
        ],
        DATA_END,
    )
    assert status_on(parts, date(2024, 12, 31)) is MeasureStatus.SUSPENDED
    assert parts[2].since == date(2024, 6, 1)
    assert status_on(parts, date(2025, 1, 1)) is MeasureStatus.IN_FORCE


def test_that_an_extension_on_the_last_day_leaves_no_gap() -> None:
    parts = fold(
        [
            row(START, StatusKind.IN_FORCE, date(2024, 6, 1)),
            row(date(2024, 6, 1), StatusKind.EXTENDED, date(2024, 9, 1)),
        ],
        DATA_END,
    )
    assert [part.status for part in parts] == [
        MeasureStatus.IN_FORCE,
        MeasureStatus.IN_FORCE,
        MeasureStatus.ENDED,
    ]
    assert parts[1].since == START


def test_that_an_announcement_without_a_start_stays_an_announcement() -> None:
    parts = fold([row(START, StatusKind.ANNOUNCED)], DATA_END)
    assert status_on(parts, date(2049, 1, 1)) is MeasureStatus.ANNOUNCED


def test_that_a_start_only_announced_is_marked_as_scheduled() -> None:
    parts = fold([row(START, StatusKind.ANNOUNCED, date(2024, 3, 1))], DATA_END)
    assert parts[-1].status is MeasureStatus.IN_FORCE
    assert parts[-1].scheduled


def test_that_of_two_rows_on_one_day_the_later_one_decides() -> None:
    parts = fold([row(START, StatusKind.ANNOUNCED), row(START, StatusKind.IN_FORCE)], DATA_END)
    assert [part.status for part in parts] == [MeasureStatus.IN_FORCE]


def test_that_a_month_stays_a_month() -> None:
    parts = fold(
        [row(date(2025, 6, 1), StatusKind.IN_FORCE, precision=DatePrecision.MONTH)], DATA_END
    )
    assert parts[0].since_precision is DatePrecision.MONTH


@given(histories())
def test_that_stretches_are_contiguous_and_never_overlap(changes: tuple[StatusChange, ...]) -> None:
    parts = fold(list(changes), DATA_END)
    assert parts[0].start == changes[0].day
    assert parts[-1].end is None
    for one, following in pairwise(parts):
        assert one.start < (one.end or date.max)
        assert one.end == following.start


@given(histories(), DAYS, DAYS)
def test_that_a_state_depends_only_on_rows_known_by_the_known_on_day(
    changes: tuple[StatusChange, ...], day: date, known_on: date
) -> None:
    known = tuple(change for change in changes if change.known_from <= known_on)
    whole = law_of(measure("m", MeasureKind.EXPORT_BAN, changes))
    partial = law_of(measure("m", MeasureKind.EXPORT_BAN, known))

    def told(law: Law) -> tuple[object, ...]:
        run = legal_state(law, "x", SupplyForm.METAL, as_of=day, known_on=known_on)
        return run.state, run.at_least, run.could_be, run.since, run.until, run.scheduled

    assert told(whole) == told(partial)


@given(DAYS, st.integers(1, 300), st.integers(1, 300))
def test_that_a_measure_suspended_within_the_data_resumes(
    day: date, wait: int, length: int
) -> None:
    pause = day + timedelta(days=wait)
    end = pause + timedelta(days=length)
    rows = [row(day, StatusKind.IN_FORCE), row(pause, StatusKind.SUSPENDED, end)]
    parts = fold(rows, max(DATA_END, end))
    assert status_on(parts, pause - timedelta(1)) is MeasureStatus.IN_FORCE
    assert status_on(parts, end - timedelta(1)) is MeasureStatus.SUSPENDED
    assert status_on(parts, end) is MeasureStatus.IN_FORCE
    assert parts[-1].since == end


@given(histories("ban"), histories("licence"), DAYS)
def test_that_past_its_date_is_told_exactly_when_it_could_be_stronger_than_what_is_certain(
    ban: tuple[StatusChange, ...], licence: tuple[StatusChange, ...], day: date
) -> None:
    law = law_of(
        measure("ban", MeasureKind.EXPORT_BAN, ban),
        measure("licence", MeasureKind.EXPORT_LICENCE, licence),
    )
    run = legal_state(law, "x", SupplyForm.METAL, as_of=day)
    past = [i for i in run.considered if i.status is MeasureStatus.PAST_ITS_DATE]
    certain = max(
        (i.contributes for i in run.considered), key=STRENGTH.__getitem__, default=LegalState.FREE
    )
    stronger = [i for i in past if STRENGTH[i.effect] > STRENGTH[certain]]
    assert (run.state is LegalState.PAST_ITS_DATE) == bool(stronger)
    if stronger:
        assert run.at_least is certain
        assert run.could_be is max((i.effect for i in stronger), key=STRENGTH.__getitem__)


@given(histories(), DAYS)
def test_that_open_ended_states_stay_beyond_the_data(
    changes: tuple[StatusChange, ...], day: date
) -> None:
    parts = fold(list(changes), DATA_END)
    last = changes[-1]
    if last.until is None and last.status is not StatusKind.EXTENDED:
        assert status_on(parts, date(2049, 1, 1)) is parts[-1].status
        assert parts[-1].status is not MeasureStatus.PAST_ITS_DATE


@given(histories(), DAYS)
def test_that_the_run_that_covers_a_day_is_the_one_answered(
    changes: tuple[StatusChange, ...], day: date
) -> None:
    law = law_of(measure("m", MeasureKind.EXPORT_LICENCE, changes))
    runs = state_runs(law, "x", SupplyForm.METAL, "CN", "US")
    covering = [r for r in runs if r.start <= day and (r.end is None or day < r.end)]
    assert covering == [legal_state(law, "x", SupplyForm.METAL, as_of=day)]
