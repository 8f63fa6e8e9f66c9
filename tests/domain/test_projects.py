"""Listed projects: what is known on a day, promised dates, and sums that never mix."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.project_steps import (
    CannotTell,
    NextTonne,
    Outcome,
    PromisedStep,
    last_moment,
    next_tonne,
    promised_steps,
)
from rare_gui.domain.project_sums import capacity_sums, support_sums
from rare_gui.domain.projects import (
    Milestone,
    ProjectOnDay,
    ProjectStatus,
    Stage,
    all_projects,
    projects_on,
)
from rare_gui.domain.vocabulary import DatePrecision

DAY = date(2026, 11, 23)
DAYS = st.dates(date(2012, 1, 1), date(2030, 1, 1))


def project(dataset: Dataset, name: str, day: date = DAY) -> ProjectOnDay:
    return next(one for one in projects_on(dataset, day) if one.project.id == name)


def steps(dataset: Dataset, name: str, day: date = DAY) -> tuple[PromisedStep, ...]:
    return promised_steps(project(dataset, name, day), day, dataset.data_through)


def test_that_all_listed_projects_are_known_at_the_end_of_the_data(dataset: Dataset) -> None:
    found = projects_on(dataset, DAY)
    assert len(found) == len(all_projects(dataset)) == 110
    order = list(Stage)
    places = [order.index(one.project.stage) for one in found]
    assert places == sorted(places)
    assert Counter(one.status for one in found)[ProjectStatus.PAUSED] == 2


def test_that_material_and_stage_keep_only_projects_that_name_them(dataset: Dataset) -> None:
    found = projects_on(dataset, DAY, "dysprosium", Stage.SEPARATION)
    assert found
    assert all("dysprosium" in one.project.materials for one in found)
    assert {one.project.stage for one in found} == {Stage.SEPARATION}
    assert "us-ucore-smc" not in {one.project.id for one in found}, "it names rare earths alone"


def test_that_a_status_is_not_known_before_it_was_read(dataset: Dataset) -> None:
    read = project(dataset, "us-mp-10x").project.status_day
    before = project(dataset, "us-mp-10x", read - timedelta(days=1))
    assert (before.status, before.capacity) == (None, None)
    assert before.steps
    assert project(dataset, "us-mp-10x", read).status is ProjectStatus.CONSTRUCTION


@given(DAYS)
def test_that_nothing_from_after_the_day_is_told_as_an_event(dataset: Dataset, day: date) -> None:
    for one in projects_on(dataset, day):
        assert all(step.day <= day and step.kind != "target" for step in one.steps)
        assert all(act.day <= day for act in one.support)
        assert one.status is None or one.project.status_day <= day
        for step in promised_steps(one, day, dataset.data_through):
            assert step.reached is None or step.reached.day <= day
            assert step.late_days is None or step.late_days >= 0


@pytest.mark.parametrize(
    ("name", "outcome", "late"),
    [
        ("us-mp-independence", Outcome.REACHED, 32),
        ("us-mountain-pass-dytb", Outcome.OVERDUE, 101),
        ("us-mp-10x", Outcome.AHEAD, None),
        ("us-evac-sumter", Outcome.AHEAD, None),
    ],
)
def test_that_a_promise_is_held_against_what_was_reached(
    dataset: Dataset, name: str, outcome: Outcome, late: int | None
) -> None:
    (step,) = steps(dataset, name)
    assert (step.outcome, step.late_days) == (outcome, late)


def test_that_a_promise_that_ends_after_the_data_is_not_called_late(dataset: Dataset) -> None:
    (step,) = steps(dataset, "fr-caremag", date(2027, 2, 1))
    assert (step.outcome, step.late_days) == (Outcome.BEYOND_DATA, None)


def test_that_production_before_the_promised_time_does_not_fulfil_it(dataset: Dataset) -> None:
    one = project(dataset, "gr-metlen-ga")
    assert any(step.kind == "first_production" for step in one.steps)
    assert [step.outcome for step in steps(dataset, "gr-metlen-ga")] == [Outcome.AHEAD]


@given(DAYS, st.sampled_from(DatePrecision), DAYS)
def test_that_a_promise_is_never_late_within_its_time(
    dataset: Dataset, promised: date, precision: DatePrecision, day: date
) -> None:
    start = promised
    if precision is not DatePrecision.DAY:
        start = promised.replace(day=1)
    if precision is DatePrecision.YEAR:
        start = start.replace(month=1)
    target = Milestone(start, precision, "target", "made up", ("source",))
    one = replace(project(dataset, "us-mountain-pass-sm"), promised=(target,), steps=())
    (step,) = promised_steps(one, day, dataset.data_through)
    ends = last_moment(start, precision)
    assert start <= ends
    if ends >= day:
        assert step.outcome is Outcome.AHEAD
    else:
        known = ends < dataset.data_through
        assert step.outcome is (Outcome.OVERDUE if known else Outcome.BEYOND_DATA)


def test_that_the_next_tonne_is_a_dated_step_of_a_financed_project(dataset: Dataset) -> None:
    found = next_tonne(dataset, "dysprosium", DAY)
    assert isinstance(found, NextTonne)
    assert found.project.project.id == "fr-caremag"
    assert found.project.status is ProjectStatus.CONSTRUCTION
    assert (found.least, found.most) == (1, 1)


def test_that_a_date_known_to_the_year_gives_a_range_of_months(dataset: Dataset) -> None:
    found = next_tonne(dataset, "samarium", DAY)
    assert isinstance(found, NextTonne)
    assert (found.least, found.most) == (14, 25)


@pytest.mark.parametrize(
    ("material", "reason"),
    [
        ("tungsten", "no listed project has published a date"),
        ("germanium", "no listed project with a date ahead is financed"),
        ("lutetium", "every published date has passed or been reached"),
        ("cobalt", "no listed project names this material"),
    ],
)
def test_that_without_a_dated_financed_step_the_reason_is_told(
    dataset: Dataset, material: str, reason: str
) -> None:
    assert next_tonne(dataset, material, DAY) == CannotTell(reason)


@given(DAYS)
def test_that_a_capacity_sum_has_one_stage_basis_and_status(dataset: Dataset, day: date) -> None:
    found = {one.project.id: one for one in projects_on(dataset, day)}
    sums = capacity_sums(found.values())
    for one in sums:
        own = [found[name] for name in one.projects]
        parts = [p.capacity for p in own if p.capacity is not None]
        assert {p.basis for p in parts} == {one.basis}
        assert {p.project.stage for p in own} == {one.stage}
        assert {p.status for p in own} == {one.status}
        assert one.tonnes == pytest.approx(sum(p.tonnes for p in parts))
    counted = [name for one in sums for name in one.projects]
    assert len(counted) == len(set(counted))


def test_that_capacities_in_other_words_are_not_added(dataset: Dataset) -> None:
    sums = capacity_sums(projects_on(dataset, DAY, stage=Stage.MAGNET))
    planned = next(
        s for s in sums if (s.basis, s.status) == ("NdFeB magnets", ProjectStatus.PLANNED)
    )
    assert (planned.tonnes, len(planned.projects)) == (18000, 4)
    assert any(s.basis.startswith("NdFeB magnets, ") for s in sums)


def test_that_support_is_added_within_giver_instrument_currency_and_state(
    dataset: Dataset,
) -> None:
    sums = support_sums(projects_on(dataset, DAY))
    frame = dataset.tables["support"]
    keys = ["provider", "instrument", "currency", "state"]
    assert len(sums) == len(frame.groupby(keys, dropna=False))
    assert sum(one.acts for one in sums) == len(frame)
    without = [one for one in sums if one.acts == one.unpriced]
    assert without
    assert all(one.amount is None for one in without)
