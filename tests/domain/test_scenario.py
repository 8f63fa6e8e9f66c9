"""What-ifs of the law: what they change, what they leave alone, and which cannot be meant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rare_gui.domain.assumptions import (
    Assumption,
    Extended,
    Freed,
    Granted,
    Lapses,
    Listed,
    Prolonged,
    ScenarioError,
)
from rare_gui.domain.cliffs import cliffs
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import legal_state, state_runs
from rare_gui.domain.presets import PRESETS, a_year_after, preset
from rare_gui.domain.scenario import Scenario, differing
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.vocabulary import Basis, LegalState, SupplyForm

BAN, HOLMIUM, SEVEN = "cn-2024-46-us-ga-ge-sb", "cn-2025-57-five-ree", "cn-2025-18-seven-ree"
NEW_YEAR = date(2027, 1, 1)
OXIDE, METAL = (SupplyForm.OXIDE,), (SupplyForm.METAL,)


def ask(dataset: Dataset, goods: str, day: str, to: str = "US", known_on: str = "") -> StateRun:
    material, form = goods.split()
    return legal_state(
        dataset.law,
        material,
        SupplyForm(form),
        as_of=date.fromisoformat(day),
        destination=to,
        known_on=date.fromisoformat(known_on) if known_on else None,
    )


def under(dataset: Dataset, *lines: Assumption) -> Dataset:
    return Scenario("test", lines).apply(dataset)


def answers(dataset: Dataset) -> list[object]:
    return [
        (run.start, run.state, run.until, run.basis, [c.applies_to for c in run.conditions])
        for material in dataset.law.named_forms
        for form in dataset.law.forms(material, "CN")
        for run in state_runs(dataset.law, material, form, "CN", "US")
    ]


@pytest.mark.parametrize(
    ("name", "goods", "day", "state"),
    [
        ("truce-lapses", "gallium metal", "2026-11-26", "licence_required"),
        ("truce-lapses", "gallium metal", "2026-11-28", "prohibited"),
        ("truce-prolonged", "gallium metal", "2026-11-28", "licence_required"),
        ("truce-prolonged", "gallium metal", "2027-11-27", "past_its_date"),
        ("truce-lapses", "holmium metal", "2027-01-09", "suspended"),
        ("truce-lapses", "holmium metal", "2027-01-10", "licence_required"),
        ("truce-lapses-by-text", "holmium metal", "2026-11-09", "suspended"),
        ("truce-lapses-by-text", "holmium metal", "2026-11-10", "licence_required"),
        ("truce-prolonged", "holmium metal", "2027-12-31", "suspended"),
        ("truce-prolonged", "holmium metal", "2028-01-10", "past_its_date"),
        ("truce-lapses", "dysprosium metal", "2026-11-28", "licence_required"),
    ],
)
def test_that_the_built_in_ones_give_the_states_of_their_names(
    dataset: Dataset, name: str, goods: str, day: str, state: str
) -> None:
    assert ask(preset(dataset.law, name).apply(dataset), goods, day).state == state


def test_that_what_a_what_if_sets_says_so(dataset: Dataset) -> None:
    lapsed = ask(preset(dataset.law, "truce-lapses").apply(dataset), "gallium metal", "2026-11-28")
    assert lapsed.basis is Basis.SCENARIO
    assert lapsed.since == date(2026, 11, 27)
    longer = ask(
        preset(dataset.law, "truce-prolonged").apply(dataset), "holmium metal", "2026-11-23"
    )
    assert longer.basis is Basis.SCENARIO
    assert (longer.until, longer.until_in_legal_text) == (date(2028, 1, 10), date(2026, 11, 10))
    assert longer.since == date(2025, 11, 7)


def test_that_no_row_of_the_data_says_scenario(dataset: Dataset) -> None:
    rows = [row for measure in dataset.law.measures.values() for row in measure.changes]
    assert all(row.basis is not Basis.SCENARIO for row in rows)


def test_that_a_prolonged_clause_is_a_cliff_on_its_new_day(dataset: Dataset) -> None:
    law = under(dataset, Prolonged(BAN, date(2027, 11, 27))).law
    days = {one.day for one in cliffs(law, date(2026, 11, 28)) if one.measure.id == BAN}
    assert date(2027, 11, 27) in days


def test_that_an_empty_one_changes_no_state(dataset: Dataset) -> None:
    assert answers(under(dataset)) == answers(dataset)


def test_that_a_clause_counts_only_once_the_suspension_is_known(dataset: Dataset) -> None:
    prolonged = under(dataset, Prolonged(BAN, date(2027, 11, 27)))
    early = ask(prolonged, "gallium metal", "2026-12-01", known_on="2025-06-01")
    assert early.state is LegalState.PROHIBITED
    assert early.until is None


LINES = st.sampled_from(
    [
        Lapses(BAN, date(2026, 11, 27)),
        Lapses(HOLMIUM, date(2026, 11, 10)),
        Prolonged(BAN, date(2028, 1, 1)),
        Prolonged(HOLMIUM, date(2028, 1, 1)),
        Listed("neodymium", NEW_YEAR, LegalState.PROHIBITED, OXIDE),
        Listed("rare-earths", date(2026, 6, 1), destination="JP"),
        Listed("lanthanum", NEW_YEAR, like=SEVEN),
        Freed("dysprosium", NEW_YEAR, METAL, destination="US"),
        Freed("rare-earths", date(2027, 6, 1)),
        Granted("terbium", NEW_YEAR, 40),
        Extended(BAN, "JP", NEW_YEAR),
    ]
)


@settings(max_examples=40)
@given(lines=st.lists(LINES, max_size=6, unique=True))
def test_that_the_first_dataset_never_changes(dataset: Dataset, lines: list[Assumption]) -> None:
    law = dataset.law
    measures = dict(law.measures)
    holmium = ask(dataset, "holmium metal", "2027-02-01").state
    try:
        changed = Scenario("any", tuple(lines)).apply(dataset)
    except ScenarioError:
        assume(False)  # two of the lines contradict each other
    assert dataset.law is law
    assert law.measures == measures
    assert changed.tables is dataset.tables
    assert changed.law.kept() is not law.kept()
    assert ask(dataset, "holmium metal", "2027-02-01").state is holmium
    assert Scenario.from_text(Scenario("any", tuple(lines)).to_text()).changes == tuple(lines)


@settings(max_examples=30)
@given(days=st.integers(1, 1500), after=st.integers(-400, 400))
def test_that_a_prolonged_pause_holds_to_its_day_and_not_beyond(
    dataset: Dataset, days: int, after: int
) -> None:
    until = date(2027, 1, 10) + timedelta(days=days)
    day = until + timedelta(days=after)
    found = ask(under(dataset, Prolonged(HOLMIUM, until)), "holmium metal", day.isoformat()).state
    if day >= until:
        assert found is LegalState.PAST_ITS_DATE
    elif day >= date(2025, 11, 7):
        assert found is LegalState.SUSPENDED


def test_that_listed_goods_need_what_is_said_from_the_day_on(dataset: Dataset) -> None:
    ban = Listed("neodymium", NEW_YEAR, LegalState.PROHIBITED, OXIDE, destination="JP")
    law = under(dataset, ban)
    assert ask(law, "neodymium oxide", "2026-12-31", "JP").state is LegalState.FREE
    assert ask(law, "neodymium oxide", "2027-01-01", "JP").state is LegalState.PROHIBITED
    assert ask(law, "neodymium oxide", "2027-01-01", "US").state is LegalState.FREE
    metal = ask(law, "neodymium metal", "2027-01-01", "JP").state
    assert metal is ask(dataset, "neodymium metal", "2027-01-01", "JP").state


def test_that_goods_listed_under_a_measure_get_its_state(dataset: Dataset) -> None:
    law = under(dataset, Listed("lanthanum", NEW_YEAR, like=SEVEN))
    run = ask(law, "lanthanum oxide", "2027-01-01")
    assert run.state is LegalState.LICENCE_REQUIRED
    assert run.deciding[0].measure.instrument == "Announcement No. 18 of 2025"


def test_that_freeing_touches_the_named_goods_and_destination_alone(dataset: Dataset) -> None:
    law = under(dataset, Freed("dysprosium", NEW_YEAR, METAL, destination="US"))
    licence = LegalState.LICENCE_REQUIRED
    assert ask(law, "dysprosium metal", "2026-12-31").state is licence
    assert ask(law, "dysprosium metal", "2027-01-01").state is LegalState.FREE
    assert ask(law, "dysprosium metal", "2027-01-01", "DE").state is licence
    assert ask(law, "dysprosium oxide", "2027-01-01").state is licence
    assert ask(law, "terbium metal", "2027-01-01").state is licence
    changed = {(one.material, one.form) for one in differing(dataset, law, NEW_YEAR)}
    assert changed == {("dysprosium", SupplyForm.METAL)}


def test_that_freeing_for_the_union_frees_for_its_members(dataset: Dataset) -> None:
    law = under(dataset, Freed("dysprosium", NEW_YEAR, destination="EU"))
    assert ask(law, "dysprosium metal", "2027-01-01", "DE").state is LegalState.FREE
    assert ask(law, "dysprosium metal", "2027-01-01", "US").state is LegalState.LICENCE_REQUIRED


def test_that_goods_freed_first_can_be_listed_later(dataset: Dataset) -> None:
    later = Listed("dysprosium", date(2027, 6, 1))
    law = under(dataset, later, Freed("dysprosium", NEW_YEAR))
    states = [
        ask(law, "dysprosium metal", day).state
        for day in ("2026-12-31", "2027-03-01", "2027-06-01")
    ]
    assert states == ["licence_required", "free", "licence_required"]


def test_that_a_share_of_licences_is_a_mark_and_no_state(dataset: Dataset) -> None:
    law = under(dataset, Granted("terbium", NEW_YEAR, 40), Granted("lanthanum", NEW_YEAR, 10))
    run = ask(law, "terbium oxide", "2027-01-01")
    assert run.state is LegalState.LICENCE_REQUIRED
    assert [item.measure.granted_percent for item in run.conditions][-1] == 40
    free = ask(law, "lanthanum oxide", "2027-01-01")
    assert all(item.measure.granted_percent is None for item in free.conditions)
    assert list(differing(dataset, law, NEW_YEAR)) == []


def test_that_an_extended_ban_hits_the_other_destination_too(dataset: Dataset) -> None:
    law = under(dataset, Extended(BAN, "JP", NEW_YEAR))
    assert ask(law, "gallium metal", "2026-12-31", "JP").state is LegalState.LICENCE_REQUIRED
    assert ask(law, "gallium metal", "2027-01-01", "JP").state is LegalState.PROHIBITED
    assert ask(law, "gallium metal", "2027-01-01", "DE").state is LegalState.LICENCE_REQUIRED


SAME_DAY = (Listed("dysprosium", NEW_YEAR, forms=METAL), Freed("rare-earths", NEW_YEAR))


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((Lapses(BAN, date(2026, 11, 27)), Prolonged(BAN, date(2028, 1, 1))), "both end and go on"),
        ((Prolonged(BAN, date(2027, 1, 1)), Prolonged(BAN, date(2028, 1, 1))), "two days"),
        (SAME_DAY, "limited and freed"),
        (SAME_DAY[::-1], "limited and freed"),
        ((Extended(BAN, "JP", NEW_YEAR), Freed("gallium", NEW_YEAR, METAL)), "limited and freed"),
        ((Granted("terbium", NEW_YEAR, 1), Granted("terbium", NEW_YEAR, 2)), "two shares"),
        ((Extended(BAN, "JP", NEW_YEAR), Extended(BAN, "JP", date(2028, 1, 1))), "two days"),
        ((Lapses(BAN, date(2026, 11, 27)),) * 2, "say the same"),
    ],
)
def test_that_two_lines_against_each_other_are_both_named(
    dataset: Dataset, lines: tuple[Assumption, ...], why: str
) -> None:
    between = Listed("lanthanum", date(2029, 1, 1))
    with pytest.raises(ScenarioError, match=why) as told:
        under(dataset, lines[0], between, lines[1])
    assert told.value.lines == (1, 3)
    assert "line 1 (" in str(told.value)
    assert "line 3 (" in str(told.value)


def test_that_lines_about_other_goods_or_days_are_no_contradiction(dataset: Dataset) -> None:
    under(
        dataset,
        Listed("dysprosium", NEW_YEAR, forms=METAL),
        Freed("dysprosium", NEW_YEAR, forms=OXIDE),
        Freed("dysprosium", date(2027, 2, 1), forms=METAL),
        Listed("terbium", NEW_YEAR, destination="JP"),
        Freed("terbium", NEW_YEAR, destination="US"),
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (Lapses("cn-2025-57-five", NEW_YEAR), f"unknown measure .*{HOLMIUM}"),
        (Lapses(SEVEN, NEW_YEAR), "not suspended"),
        (Lapses(BAN, date(2028, 1, 1)), "cannot lapse on 2028-01-01"),
        (Lapses(BAN, date(2025, 1, 1)), "cannot lapse"),
        (Prolonged(BAN, date(2026, 11, 27)), "does not prolong"),
        (Listed("unobtainium", NEW_YEAR), "unknown material"),
        (Listed("gallium", NEW_YEAR, forms=(SupplyForm.MAGNET,)), "no gallium magnet"),
        (Listed("gallium", NEW_YEAR, destination="XX"), "unknown country"),
        (Listed("gallium", NEW_YEAR, origin="ALL"), "origin"),
        (Listed("gallium", NEW_YEAR, destination="CN"), "both CN"),
        (Listed("gallium", NEW_YEAR, like="us-s122-surcharge"), "measure of US"),
        (Extended(SEVEN, "JP", NEW_YEAR), "reaches JP already"),
        (Extended(BAN, "CN", NEW_YEAR), "itself"),
    ],
)
def test_that_a_line_the_data_cannot_follow_is_refused(
    dataset: Dataset, line: Assumption, why: str
) -> None:
    with pytest.raises(ScenarioError, match=why) as told:
        under(dataset, line)
    assert told.value.lines == (1,)


@pytest.mark.parametrize("name", ["", "  ", "a|b", "two\nlines", "x" * 61])
def test_that_a_name_must_fit_on_one_line(name: str) -> None:
    with pytest.raises(ScenarioError, match="name"):
        Scenario(name)


def test_that_a_year_after_a_leap_day_is_the_end_of_february() -> None:
    assert a_year_after(date(2028, 2, 29)) == date(2029, 2, 28)


@pytest.mark.parametrize("name", PRESETS)
def test_that_the_built_in_ones_touch_every_running_pause_of_both_sides(
    dataset: Dataset, name: str
) -> None:
    measures = {getattr(line, "measure", "") for line in preset(dataset.law, name).changes}
    assert {BAN, HOLMIUM, "us-bis-affiliates-rule", "us-s301-port-fees"} <= measures
    assert not any("suspension" in one for one in measures)
