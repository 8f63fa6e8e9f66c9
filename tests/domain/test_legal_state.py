"""Legal states of the shipped package: the facts that the product stands on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import legal_state, state_runs, turning_days
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.vocabulary import Basis, LegalState, MeasureStatus, SupplyForm

LATE = "2026-11-23"
MILITARY = "cn-2024-46-us-military"


def ask(
    dataset: Dataset,
    material: str,
    form: str,
    day: str,
    to: str = "US",
    known_on: str | None = None,
) -> StateRun:
    return legal_state(
        dataset.law,
        material,
        SupplyForm(form),
        as_of=date.fromisoformat(day),
        destination=to,
        known_on=date.fromisoformat(known_on) if known_on else None,
    )


@pytest.mark.parametrize(
    ("material", "form", "to", "day", "state"),
    [
        ("dysprosium", "metal", "US", "2025-04-03", "free"),
        ("dysprosium", "metal", "US", "2025-04-04", "licence_required"),
        ("dysprosium", "metal", "US", "2025-11-20", "licence_required"),
        ("holmium", "metal", "DE", "2025-10-15", "announced"),
        ("holmium", "metal", "US", "2025-11-07", "suspended"),
        ("holmium", "metal", "US", LATE, "suspended"),
        ("gallium", "metal", "US", "2024-12-02", "licence_required"),
        ("gallium", "metal", "US", "2024-12-03", "prohibited"),
        ("gallium", "metal", "US", "2025-11-09", "licence_required"),
        ("gallium", "metal", "US", "2026-11-26", "licence_required"),
        ("gallium", "metal", "US", "2026-11-27", "past_its_date"),
        ("gallium", "metal", "DE", "2023-07-02", "free"),
        ("gallium", "metal", "DE", "2023-07-10", "announced"),
        ("gallium", "metal", "DE", "2023-08-01", "licence_required"),
        ("gallium", "metal", "DE", "2026-11-27", "licence_required"),
        ("ndpr", "oxide", "US", "2025-10-29", "free"),
        ("ndpr", "oxide", "US", "2025-10-30", "reported_limit"),
        ("ndpr", "ore", "US", LATE, "suspended"),
        ("neodymium", "oxide", "US", LATE, "free"),
        ("smco-magnets", "magnet", "US", LATE, "licence_required"),
        ("ndfeb-magnets", "magnet", "US", LATE, "free"),
        ("neodymium", "magnet", "US", LATE, "free"),
        ("neodymium", "technology", "US", LATE, "prohibited"),
        ("neodymium", "technology", "US", "2025-10-20", "prohibited"),
        ("antimony", "metal", "DE", LATE, "licence_required"),
        ("graphite-natural", "product", "US", "2026-11-23", "licence_required"),
    ],
)
def test_that_the_state_is_what_the_sources_say(
    dataset: Dataset, material: str, form: str, to: str, day: str, state: str
) -> None:
    assert ask(dataset, material, form, day, to).state == state


@pytest.mark.parametrize(
    ("material", "form"),
    [("gallium", "ore"), ("gallium", "magnet"), ("antimony", "alloy"), ("smco-magnets", "metal")],
)
def test_that_a_form_that_does_not_exist_is_told_as_such(
    dataset: Dataset, material: str, form: str
) -> None:
    run = ask(dataset, material, form, LATE, "DE")
    assert not run.exists
    assert run.state is LegalState.FREE
    assert run.considered == ()


def test_that_the_truce_did_not_suspend_the_april_list(dataset: Dataset) -> None:
    run = ask(dataset, "dysprosium", "metal", LATE)
    assert [item.measure.id for item in run.deciding] == ["cn-2025-18-seven-ree"]
    assert run.since == date(2025, 4, 4)
    assert run.until is None


def test_that_an_announced_start_is_scheduled_for_who_knew_only_the_announcement(
    dataset: Dataset,
) -> None:
    run = ask(dataset, "holmium", "metal", "2025-12-05", known_on="2025-10-15")
    assert run.state is LegalState.LICENCE_REQUIRED
    assert run.scheduled
    assert run.since == date(2025, 11, 8)


def test_that_a_statement_and_the_legal_text_give_two_end_dates(dataset: Dataset) -> None:
    run = ask(dataset, "holmium", "metal", LATE)
    assert (run.until, run.until_in_legal_text) == (date(2027, 1, 10), date(2026, 11, 10))
    assert run.basis is Basis.OFFICIAL_STATEMENT


def test_that_a_prolongation_is_not_seen_before_it_was_known(dataset: Dataset) -> None:
    run = ask(dataset, "holmium", "metal", "2026-09-01", known_on="2026-09-01")
    assert (run.until, run.until_in_legal_text) == (date(2026, 11, 10), None)


def test_that_a_paused_ban_past_its_date_tells_what_is_certain_and_what_it_could_be(
    dataset: Dataset,
) -> None:
    run = ask(dataset, "gallium", "metal", "2026-11-27")
    assert run.at_least is LegalState.LICENCE_REQUIRED
    assert run.could_be is LegalState.PROHIBITED
    assert run.until == date(2026, 11, 27)


def test_that_a_reported_limit_counts_only_from_the_day_of_the_report(dataset: Dataset) -> None:
    assert ask(dataset, "ndpr", "oxide", "2025-12-01", known_on="2025-12-23").state == "free"
    known = ask(dataset, "ndpr", "oxide", "2025-12-01", known_on="2025-12-24")
    assert known.state is LegalState.REPORTED_LIMIT
    assert known.basis is Basis.DE_FACTO


def test_that_number_57_of_2025_never_took_effect(dataset: Dataset) -> None:
    statuses = {
        ask(dataset, "holmium", "metal", f"{year}-{month:02}-15", "JP").state
        for year in (2025, 2026)
        for month in range(1, 13)
    }
    assert statuses == {LegalState.FREE, LegalState.ANNOUNCED, LegalState.SUSPENDED}


def test_that_the_technology_rule_of_october_2025_applied_for_four_weeks(dataset: Dataset) -> None:
    def status(day: str) -> MeasureStatus:
        run = ask(dataset, "yttrium", "technology", day)
        return next(i.status for i in run.considered if i.measure.id == "cn-2025-62-ree-technology")

    assert status("2025-10-09") is MeasureStatus.IN_FORCE
    assert status("2025-11-06") is MeasureStatus.IN_FORCE
    assert status("2025-11-07") is MeasureStatus.SUSPENDED


def conditions(run: StateRun) -> set[str]:
    return {item.measure.id for item in run.conditions}


def test_that_dual_use_bans_reach_only_what_a_licence_covers(dataset: Dataset) -> None:
    assert MILITARY in conditions(ask(dataset, "dysprosium", "metal", LATE))
    assert MILITARY in conditions(ask(dataset, "gallium", "metal", "2025-11-09"))
    assert conditions(ask(dataset, "lanthanum", "oxide", LATE)) == set()
    assert MILITARY not in conditions(ask(dataset, "ndfeb-magnets", "magnet", LATE))


def test_that_dual_use_bans_follow_the_destination(dataset: Dataset) -> None:
    japan = conditions(ask(dataset, "dysprosium", "metal", LATE, "JP"))
    assert "cn-2026-01-japan" in japan
    assert MILITARY not in japan


def test_that_a_measure_on_the_eu_counts_for_a_member_state(dataset: Dataset) -> None:
    assert "cn-2026-20-eu-control-list" in conditions(ask(dataset, "gallium", "metal", LATE, "DE"))
    assert "cn-2026-20-eu-control-list" not in conditions(
        ask(dataset, "gallium", "metal", LATE, "CH")
    )


@pytest.mark.parametrize("material", ["neodymium", "ndfeb-magnets"])
def test_that_neodymium_magnets_are_free_under_a_condition_of_content(
    dataset: Dataset, material: str
) -> None:
    run = ask(dataset, material, "magnet", LATE)
    of_content = [item for item in run.conditions if item.of_content]
    assert [item.measure.id for item in of_content] == ["cn-2025-18-seven-ree"]
    assert of_content[0].effect is LegalState.LICENCE_REQUIRED
    assert "dysprosium" in of_content[0].applies_to


def test_that_state_trading_is_a_condition_on_who_may_export(dataset: Dataset) -> None:
    assert "cn-2025-68-state-trading" in conditions(ask(dataset, "antimony", "metal", LATE, "DE"))


def test_that_a_paused_condition_is_kept_apart_from_those_that_hold(dataset: Dataset) -> None:
    run = ask(dataset, "lanthanum", "oxide", LATE)
    assert [item.measure.id for item in run.paused] == ["cn-2025-61-extraterritorial"]


def test_that_suspension_notices_are_never_counted_beside_what_they_pause(
    dataset: Dataset,
) -> None:
    for form in dataset.law.forms("holmium", "CN"):
        run = ask(dataset, "holmium", form.value, LATE)
        named = {i.measure.id for i in (*run.considered, *run.conditions, *run.paused)}
        assert not named & {"cn-2025-70-suspension", "cn-2025-72-suspension"}


def test_that_the_2010_halt_to_japan_was_a_reported_limit(dataset: Dataset) -> None:
    assert ask(dataset, "cerium", "oxide", "2010-10-01", "JP").state is LegalState.REPORTED_LIMIT
    assert ask(dataset, "cerium", "oxide", "2010-10-01", "DE").state is LegalState.QUOTA


def test_that_a_state_has_sources_whenever_a_measure_sets_it(dataset: Dataset) -> None:
    run = ask(dataset, "dysprosium", "metal", LATE)
    assert "mofcom-2025-18" in run.sources


@given(
    number=st.integers(0, 60),
    day=st.dates(date(2005, 1, 1), date(2030, 1, 1)),
    destination=st.sampled_from(["US", "JP", "DE"]),
    known_on=st.none() | st.sampled_from([date(2024, 1, 1), date(2025, 7, 12)]),
)
def test_that_nothing_about_a_material_changes_between_its_turning_days(
    dataset: Dataset, number: int, day: date, destination: str, known_on: date | None
) -> None:
    law = dataset.law
    material = sorted(law.named_forms)[number]
    turns = turning_days(law, material, "CN", destination, known_on)
    before = max((turn for turn in turns if turn <= day), default=day)
    for form in law.forms(material, "CN"):
        then, now = (
            legal_state(law, material, form, as_of=one, destination=destination, known_on=known_on)
            for one in (before, day)
        )
        assert now is then


def test_that_goods_under_the_same_measures_share_their_runs(dataset: Dataset) -> None:
    runs = [
        state_runs(dataset.law, material, SupplyForm.METAL, "CN", "US")
        for material in ("samarium", "gadolinium", "dysprosium")
    ]
    assert runs[0] is runs[1]
    assert runs[0] is not runs[2]
