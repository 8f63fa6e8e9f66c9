"""Dated clauses ahead, with both dates where a statement and the legal text differ."""

from __future__ import annotations

from datetime import date

from rare_gui.domain.cliffs import Turn, cliffs, next_clause
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
