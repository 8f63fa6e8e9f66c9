"""Two days compared: which states differ, by which measures, and what became known in between."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.diff import (
    Comparison,
    begun_between,
    change_days,
    changed_materials,
    changes_around,
    form_count,
    last_news,
    measure_changes,
    notices_of,
    state_changes,
)
from rare_gui.domain.known_facts import facts_between
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.vocabulary import LegalState, MeasureKind, SupplyForm

AUTUMN = Comparison(date(2025, 10, 1), date(2025, 12, 1))
DAYS = st.dates(date(2009, 1, 1), date(2030, 1, 1))
PLACES = st.sampled_from(["US", "DE", "JP", "CN"])
ORIGINS = st.sampled_from(["CN", "US", "CD", "RU"])


def told(dataset: Dataset, days: Comparison) -> dict[tuple[str, str], tuple[str, str, list[str]]]:
    return {
        (change.material, change.form): (
            change.before.state,
            change.after.state,
            [cause.measure.id for cause in change.causes],
        )
        for change in state_changes(dataset.law, days)
    }


def test_that_the_october_package_is_told_as_free_then_suspended(dataset: Dataset) -> None:
    found = told(dataset, AUTUMN)
    assert found["holmium", "metal"] == ("free", "suspended", ["cn-2025-57-five-ree"])
    assert found["dysprosium", "ore"] == ("free", "suspended", ["cn-2025-56-ree-equipment"])


def test_that_a_pause_of_a_ban_leaves_the_older_licence_which_is_no_cause(dataset: Dataset) -> None:
    for form in ("oxide", "compound", "metal"):
        assert told(dataset, AUTUMN)["gallium", form] == (
            "prohibited",
            "licence_required",
            ["cn-2024-46-us-ga-ge-sb"],
        )


def test_that_a_form_is_told_even_where_a_stronger_one_of_its_column_stayed(
    dataset: Dataset,
) -> None:
    found = told(dataset, AUTUMN)
    assert ("neodymium", "technology") not in found
    assert found["neodymium", "equipment"][:2] == ("free", "suspended")


def test_that_what_was_not_yet_known_changes_nothing_as_known_on_each_day(
    dataset: Dataset,
) -> None:
    known = Comparison.as_known_on_each_day(AUTUMN.earlier, AUTUMN.later)
    assert ("ndpr", "oxide") in told(dataset, AUTUMN)
    assert ("ndpr", "oxide") not in told(dataset, known)
    later = Comparison.as_known_on_each_day(date(2025, 12, 1), date(2026, 1, 5))
    assert told(dataset, later)["ndpr", "oxide"][:2] == ("free", "reported_limit")


def test_that_a_clause_that_runs_out_past_the_data_is_a_change(dataset: Dataset) -> None:
    found = told(dataset, Comparison(date(2026, 11, 26), date(2026, 11, 27)))
    assert found["gallium", "metal"] == (
        "licence_required",
        "past_its_date",
        ["cn-2024-46-us-ga-ge-sb"],
    )


def test_that_one_material_can_be_asked_for(dataset: Dataset) -> None:
    changes = state_changes(dataset.law, AUTUMN, "gallium")
    assert {change.material for change in changes} == {"gallium"}
    assert len(changes) == 3


def test_that_notices_that_pause_are_reasons_and_never_counted(dataset: Dataset) -> None:
    changes = {c.measure.id: c for c in measure_changes(dataset.law, AUTUMN)}
    kinds = {change.measure.kind for change in changes.values()}
    assert MeasureKind.SUSPENSION_NOTICE not in kinds
    assert len(changes) == 17
    assert changes["cn-2025-57-five-ree"].before is None
    after = changes["cn-2025-57-five-ree"].after
    assert after is not None
    assert [notice.id for notice in notices_of(dataset.law, after)] == ["cn-2025-70-suspension"]


def test_that_what_a_measure_did_in_between_is_told_in_order(dataset: Dataset) -> None:
    measure = dataset.law.measures["cn-2025-57-five-ree"]
    begun = begun_between(dataset.law, measure, AUTUMN.earlier, AUTUMN.later)
    assert [part.status for part in begun] == ["announced", "suspended"]


def test_that_a_day_without_a_change_knows_its_neighbours(dataset: Dataset) -> None:
    quiet = Comparison(date(2025, 11, 20), date(2026, 11, 1))
    assert state_changes(dataset.law, quiet) == ()
    assert changes_around(dataset.law, quiet) == (date(2025, 11, 9), date(2026, 11, 27))
    late = Comparison(date(2040, 1, 1), date(2041, 1, 1))
    assert changes_around(dataset.law, late)[1] is None
    early = Comparison(date(1995, 1, 1), date(1996, 1, 1))
    assert changes_around(dataset.law, early)[0] is None


def test_that_facts_are_those_known_after_the_first_day_and_by_the_last(dataset: Dataset) -> None:
    facts = facts_between(dataset, AUTUMN.earlier, AUTUMN.later)
    assert all(AUTUMN.earlier < fact.known_from <= AUTUMN.later for fact in facts)
    assert all(one.known_from <= other.known_from for one, other in pairwise(facts))
    assert sum(fact.table == "status_changes" for fact in facts) == 30
    tables = {"status_changes", "events", "truce_steps", "commitment_evidence"}
    assert tables <= {fact.table for fact in facts}


def test_that_facts_of_a_material_name_it_its_groups_or_its_products(dataset: Dataset) -> None:
    facts = facts_between(dataset, AUTUMN.earlier, AUTUMN.later, "gallium")
    measures = {fact.measure for fact in facts if fact.table == "status_changes"}
    assert "cn-2024-46-us-ga-ge-sb" in measures
    assert "cn-2025-57-five-ree" not in measures


def test_that_a_plan_for_a_day_after_the_data_is_known_by_their_end(dataset: Dataset) -> None:
    end = dataset.data_through
    assert facts_between(dataset, end, date(2040, 1, 1)) == ()
    plans = [fact for fact in facts_between(dataset, date(2026, 10, 1), end) if fact.day]
    assert any(fact.table == "truce_steps" and fact.day == date(2026, 11, 10) for fact in plans)


def test_that_a_fact_known_only_later_counts_on_the_later_day(dataset: Dataset) -> None:
    def known(first: date, last: date) -> set[str]:
        return {fact.measure for fact in facts_between(dataset, first, last)}

    assert "cn-raw-hold-back-2025" not in known(date(2025, 10, 1), date(2025, 12, 1))
    assert "cn-raw-hold-back-2025" in known(date(2025, 12, 1), date(2026, 1, 5))


@settings(max_examples=40)
@given(day=DAYS, origin=ORIGINS, destination=PLACES, as_known=st.booleans())
def test_that_a_day_does_not_differ_from_itself(
    dataset: Dataset, day: date, origin: str, destination: str, as_known: bool
) -> None:
    days = compared(day, day, origin, destination, as_known)
    assert state_changes(dataset.law, days) == ()
    assert measure_changes(dataset.law, days) == ()
    assert facts_between(dataset, day, day) == ()


@settings(max_examples=40)
@given(one=DAYS, other=DAYS, origin=ORIGINS, destination=PLACES, as_known=st.booleans())
def test_that_the_other_way_round_before_and_after_are_exchanged(
    dataset: Dataset, one: date, other: date, origin: str, destination: str, as_known: bool
) -> None:
    there = told(dataset, compared(one, other, origin, destination, as_known))
    back = told(dataset, compared(other, one, origin, destination, as_known))
    assert {
        goods: (after, before, set(causes)) for goods, (before, after, causes) in there.items()
    } == {goods: (before, after, set(causes)) for goods, (before, after, causes) in back.items()}


@settings(max_examples=40)
@given(one=DAYS, other=DAYS, origin=ORIGINS, destination=PLACES, as_known=st.booleans())
def test_that_every_form_is_told_exactly_if_its_state_differs(
    dataset: Dataset, one: date, other: date, origin: str, destination: str, as_known: bool
) -> None:
    days = compared(one, other, origin, destination, as_known)
    changes = {(c.material, c.form): c for c in state_changes(dataset.law, days)}
    for material in dataset.law.named_forms:
        for form in dataset.law.forms(material, origin):
            before = state(dataset, material, form, days, first=True)
            after = state(dataset, material, form, days, first=False)
            change = changes.pop((material, form), None)
            assert (change is None) is (before is after)
            if change is not None:
                assert (change.before.state, change.after.state) == (before, after)
                assert change.causes
    assert changes == {}


@settings(max_examples=40)
@given(one=DAYS, other=DAYS, origin=ORIGINS, destination=PLACES, as_known=st.booleans())
def test_that_the_marked_materials_are_those_with_a_change(
    dataset: Dataset, one: date, other: date, origin: str, destination: str, as_known: bool
) -> None:
    days = compared(one, other, origin, destination, as_known)
    marked = {change.material for change in state_changes(dataset.law, days)}
    assert changed_materials(dataset.law, days) == marked


@settings(max_examples=40)
@given(day=DAYS, origin=ORIGINS, destination=PLACES)
def test_that_no_state_changes_on_a_day_that_is_no_turn(
    dataset: Dataset, day: date, origin: str, destination: str
) -> None:
    before = date.fromordinal(day.toordinal() - 1)
    changes = state_changes(dataset.law, Comparison(before, day, origin, destination))
    assert bool(changes) is (day in change_days(dataset.law, origin, destination))


@settings(max_examples=40)
@given(
    known_on=DAYS,
    as_of=DAYS,
    material=st.sampled_from(["gallium", "holmium", "ndpr", "dysprosium", "graphite-natural"]),
)
def test_that_nothing_is_learned_after_the_last_news(
    dataset: Dataset, known_on: date, as_of: date, material: str
) -> None:
    news = last_news(dataset.law, known_on)
    assert news <= known_on
    for form in dataset.law.forms(material, "CN"):
        one, other = (
            legal_state(dataset.law, material, form, as_of=as_of, known_on=day)
            for day in (known_on, news)
        )
        assert (one.state, one.since, one.until, one.scheduled) == (
            other.state,
            other.since,
            other.until,
            other.scheduled,
        )
        assert [item.stretch for item in one.considered] == [
            item.stretch for item in other.considered
        ]


def test_that_all_materials_are_compared_at_once(dataset: Dataset) -> None:
    state_changes(dataset.law, AUTUMN)
    times = []
    for _ in range(5):
        start = perf_counter()
        state_changes(dataset.law, AUTUMN)
        times.append(perf_counter() - start)
    assert form_count(dataset.law, "CN") > 200
    # About 3 ms; a shared machine may be much slower.
    assert min(times) < 0.050


def test_that_a_state_past_its_date_has_the_same_words_for_both_readings(dataset: Dataset) -> None:
    days = Comparison.as_known_on_each_day(date(2026, 11, 1), date(2026, 11, 28))
    assert told(dataset, days)["gallium", "metal"][1] == LegalState.PAST_ITS_DATE


def compared(one: date, other: date, origin: str, destination: str, as_known: bool) -> Comparison:
    if as_known:
        return Comparison.as_known_on_each_day(one, other, origin, destination)
    return Comparison(one, other, origin, destination)


def state(
    dataset: Dataset, material: str, form: SupplyForm, days: Comparison, *, first: bool
) -> LegalState:
    return legal_state(
        dataset.law,
        material,
        form,
        as_of=days.earlier if first else days.later,
        origin=days.origin,
        destination=days.destination,
        known_on=days.earlier_known_on if first else days.later_known_on,
    ).state


@pytest.mark.parametrize("as_known", [False, True])
def test_that_every_change_of_the_autumn_has_a_cause(dataset: Dataset, as_known: bool) -> None:
    days = compared(AUTUMN.earlier, AUTUMN.later, "CN", "US", as_known)
    assert all(change.causes for change in state_changes(dataset.law, days))
