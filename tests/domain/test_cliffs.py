"""Dated clauses ahead, with both dates where a statement and the legal text differ."""

from __future__ import annotations

from datetime import date

from rare_gui.domain.cliffs import Turn, cliffs, hit, next_clause
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.vocabulary import Basis

DAY = date(2026, 11, 23)


def test_that_the_clauses_of_november_2026_are_all_told(dataset: Dataset) -> None:
    days = {(cliff.day, cliff.days_left) for cliff in cliffs(dataset.law, DAY)}
    assert {
        (date(2026, 11, 10), -13),
        (date(2026, 11, 27), 4),
        (date(2027, 1, 1), 39),
        (date(2027, 1, 10), 48),
    } <= days


def test_that_a_statement_and_a_legal_text_are_two_clauses_that_name_each_other(
    dataset: Dataset,
) -> None:
    found = [c for c in cliffs(dataset.law, DAY) if c.measure.id == "cn-2025-57-five-ree"]
    assert [(c.day, c.other_date, c.basis) for c in found] == [
        (date(2026, 11, 10), date(2027, 1, 10), Basis.LEGAL_TEXT),
        (date(2027, 1, 10), date(2026, 11, 10), Basis.OFFICIAL_STATEMENT),
    ]


def test_that_a_pause_resumes_and_an_announcement_starts(dataset: Dataset) -> None:
    turns = {c.measure.id: c.turn for c in cliffs(dataset.law, DAY)}
    assert turns["cn-2024-46-us-ga-ge-sb"] is Turn.RESUMES
    assert turns["us-dfars-7052"] is Turn.STARTS
    assert turns["ru-helium-licence"] is Turn.ENDS


def test_that_notices_that_pause_are_reasons_and_never_clauses(dataset: Dataset) -> None:
    named = {cliff.measure.id for cliff in cliffs(dataset.law, DAY)}
    assert not named & {"cn-2025-70-suspension", "cn-2025-72-suspension"}


def test_that_a_clause_superseded_before_its_date_is_none(dataset: Dataset) -> None:
    found = cliffs(dataset.law, date(2025, 10, 20), known_on=date(2026, 1, 1))
    assert date(2025, 11, 8) not in {cliff.day for cliff in found}


def test_that_clauses_are_those_known_on_the_day(dataset: Dataset) -> None:
    found = cliffs(dataset.law, date(2025, 10, 20), known_on=date(2025, 10, 20))
    starts = {c.measure.id for c in found if c.day == date(2025, 11, 8)}
    assert "cn-2025-57-five-ree" in starts


def test_that_the_next_clause_of_a_material_is_that_of_its_own_measures(dataset: Dataset) -> None:
    assert next_clause(dataset.law, "gallium", DAY) == date(2026, 11, 27)
    assert next_clause(dataset.law, "dysprosium", DAY) == date(2027, 1, 10)
    assert next_clause(dataset.law, "tungsten", DAY) is None


def test_that_what_never_applied_starts_for_the_first_time(dataset: Dataset) -> None:
    first = {c.measure.id: c.first_time for c in cliffs(dataset.law, DAY)}
    assert first["cn-2025-57-five-ree"]
    assert not first["cn-2025-61-extraterritorial"]
    assert not first["cn-2024-46-us-ga-ge-sb"]


def test_that_a_measure_hits_members_of_its_groups_and_no_wider_class(dataset: Dataset) -> None:
    measures = dataset.law.measures
    rare_earths = hit(dataset.law, measures["cn-2025-56-ree-equipment"])
    assert {"dysprosium", "lanthanum", "scandium"} <= set(rare_earths)
    assert "rare-earths" not in rare_earths
    assert hit(dataset.law, measures["cn-us-retaliatory-tariff-2025"]) == ()


def test_that_a_date_prolonged_from_its_very_day_is_one_clause(dataset: Dataset) -> None:
    found = [
        c
        for c in cliffs(dataset.law, date(2025, 7, 1))
        if (c.measure.id, c.day) == ("cn-2025-21-us-entities", date(2025, 8, 12))
    ]
    assert [(c.basis, c.other_date) for c in found] == [(Basis.LEGAL_TEXT, date(2025, 11, 10))]
