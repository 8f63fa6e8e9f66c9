"""Sentences about legal states, as a person reads them."""

from __future__ import annotations

from datetime import date

import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.vocabulary import DatePrecision, SupplyForm
from rare_gui.scenes.wording import (
    FORM_WORDS,
    PLURAL_FORMS,
    citation,
    day_and_month,
    day_words,
    listed,
    since_when,
    since_words,
    status_sentence,
)


def sentence(dataset: Dataset, material: str, form: str, day: str, to: str = "US") -> str:
    run = legal_state(
        dataset.law,
        material,
        SupplyForm(form),
        as_of=date.fromisoformat(day),
        destination=to,
    )
    where = dataset.country_names[to]
    return status_sentence(f"{material} {form}", run, where, dataset.data_through)


@pytest.mark.parametrize(
    ("material", "form", "day", "told"),
    [
        (
            "dysprosium",
            "metal",
            "2025-11-20",
            (
                "Dysprosium metal needs an export licence since 4 Apr 2025 "
                "(MOFCOM/GACC No. 18 of 2025)."
            ),
        ),
        (
            "holmium",
            "metal",
            "2026-11-23",
            (
                "Holmium metal: the restriction is suspended since 7 Nov 2025 "
                "(MOFCOM/GACC No. 57 of 2025), until 10 Jan 2027 by official statement; "
                "the legal text says 10 Nov 2026."
            ),
        ),
        (
            "gallium",
            "metal",
            "2026-11-28",
            (
                "Gallium metal: at least licence required, could be prohibited. The pause of "
                "MOFCOM No. 46 of 2024, paragraph 2 ended on 27 Nov 2026; the data reach to "
                "9 Oct 2026; no later source."
            ),
        ),
        (
            "gallium",
            "metal",
            "2025-11-09",
            (
                "Gallium metal needs an export licence since 9 Nov 2025 "
                "(MOFCOM/GACC No. 23 of 2023); "
                "MOFCOM No. 46 of 2024, paragraph 2 (prohibited) is suspended until 27 Nov 2026."
            ),
        ),
        (
            "neodymium",
            "oxide",
            "2026-11-23",
            (
                "No measure on neodymium oxide to the United States is known in these data; "
                "the last one ended on 1 May 2015."
            ),
        ),
        ("gallium", "ore", "2026-11-23", "Gallium ore: no such form in these data."),
    ],
)
def test_that_a_state_is_told_in_one_plain_sentence(
    dataset: Dataset, material: str, form: str, day: str, told: str
) -> None:
    assert sentence(dataset, material, form, day) == told


def test_that_a_reported_limit_says_that_no_legal_text_is_known(dataset: Dataset) -> None:
    assert "no legal text known" in sentence(dataset, "ndpr", "oxide", "2026-11-23")


def test_that_every_state_of_the_package_has_a_sentence_that_ends_once(dataset: Dataset) -> None:
    for material in dataset.law.named_forms:
        for form in dataset.law.forms(material, "CN"):
            told = sentence(dataset, material, form.value, "2026-11-23")
            assert told.endswith(".")
            assert ".." not in told
            assert "None" not in told


@pytest.mark.parametrize(
    ("precision", "told"), [("day", "4 Apr 2025"), ("month", "April 2025"), ("year", "2025")]
)
def test_that_a_date_is_written_no_more_exactly_than_it_is_known(precision: str, told: str) -> None:
    assert day_words(date(2025, 4, 4), DatePrecision(precision)) == told


def test_that_short_months_are_not_shortened() -> None:
    assert day_words(date(2025, 6, 5)) == "5 June 2025"
    assert day_words(date(2025, 9, 5)) == "5 Sep 2025"


def test_that_lists_end_with_and() -> None:
    assert [listed(list("abc")[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_that_every_measure_can_be_cited(dataset: Dataset) -> None:
    for measure in dataset.law.measures.values():
        assert 5 < len(citation(measure)) < 120


def test_that_the_forms_called_plural_are_those_with_plural_words() -> None:
    assert {form for form, words in FORM_WORDS.items() if words.endswith("s")} == PLURAL_FORMS


def test_that_many_things_take_the_verb_for_many(dataset: Dataset) -> None:
    run = legal_state(
        dataset.law, "dysprosium", SupplyForm.METAL, as_of=date(2025, 11, 20), destination="US"
    )
    told = [
        status_sentence("Glass", run, "the United States", dataset.data_through, plural=plural)
        for plural in (False, True)
    ]
    assert told[0].startswith("Glass needs an export licence")
    assert told[1].startswith("Glass need an export licence")


def test_that_a_destination_told_elsewhere_is_not_in_the_sentence(dataset: Dataset) -> None:
    run = legal_state(
        dataset.law, "gallium", SupplyForm.METAL, as_of=date(2025, 1, 20), destination="US"
    )
    with_place = status_sentence("Gallium", run, "Utopia", dataset.data_through)
    assert with_place.replace(" to Utopia", "") == status_sentence(
        "Gallium", run, "", dataset.data_through
    )
    assert " to Utopia" in with_place


def test_that_the_beginning_of_a_state_is_told_with_and_without_its_preposition(
    dataset: Dataset,
) -> None:
    run = legal_state(
        dataset.law, "dysprosium", SupplyForm.METAL, as_of=date(2025, 11, 20), destination="US"
    )
    assert since_words(run) == f" since {since_when(run)}"
    assert since_when(run) == "4 Apr 2025"


def test_that_a_day_beside_its_year_leaves_it_out() -> None:
    assert [day_and_month(date(2025, month, 4)) for month in (6, 9)] == ["4 June", "4 Sep"]
