"""A parts list against the law: verdicts, the most binding goods, spend, and nothing lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.parts.check import (
    CheckedLine,
    Question,
    Verdict,
    check_parts,
    counted,
    spend_of,
)
from rare_gui.domain.parts.goods import Doubt, Goods
from rare_gui.domain.parts.line import PartLine
from rare_gui.domain.scenario import Scenario
from rare_gui.domain.vocabulary import LegalState, SupplyForm

DAY = date(2026, 11, 23)
TEXTS = ["Dy metal", "Ho2O3", "NdFeB magnet", "indium ingot", "graphite", "steel", "", "gallium 6N"]


def one(
    dataset: Dataset, text: str, *places: str, day: date = DAY, country: str = ""
) -> CheckedLine:
    line = PartLine(1, material=text, country=country)
    return check_parts(dataset, [line], Question(day, places or ("US",)))[0]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Dy metal", Verdict.RESTRICTED),
        ("Pr-Nd oxide", Verdict.RESTRICTED),  # only reported, but held back all the same
        ("Ho2O3", Verdict.COULD_BE),  # suspended
        ("Nd magnet", Verdict.COULD_BE),  # a licence if it holds terbium or dysprosium
        ("indium ingot", Verdict.FREE),
        ("disprosium metal", Verdict.TO_SETTLE),
        ("graphite", Verdict.TO_SETTLE),
        ("special alloy X", Verdict.UNKNOWN),
        ("", Verdict.UNKNOWN),
    ],
)
def test_that_a_line_stands_where_the_law_puts_it(
    dataset: Dataset, text: str, verdict: Verdict
) -> None:
    assert one(dataset, text).verdict is verdict


def test_that_states_are_those_of_the_law_in_the_asked_order(dataset: Dataset) -> None:
    line = one(dataset, "gallium metal", "JP", "US", "DE")
    assert [state.destination for state in line.states] == ["JP", "US", "DE"]
    for state in line.states:
        expected = legal_state(
            dataset.law, "gallium", SupplyForm.METAL, as_of=DAY, destination=state.destination
        )
        assert state.run is expected


@pytest.mark.parametrize(
    ("text", "place", "ahead"),
    [
        ("gallium metal", "US", date(2026, 11, 27)),
        ("gallium metal", "JP", None),
        ("holmium oxide", "US", date(2027, 1, 10)),
        ("graphite, spherical", "US", date(2026, 11, 27)),
        ("Dy metal", "US", None),
    ],
)
def test_that_the_next_clause_is_that_of_these_goods(
    dataset: Dataset, text: str, place: str, ahead: date | None
) -> None:
    assert one(dataset, text, place).next_clause == ahead


def test_that_of_several_goods_the_most_binding_counts(dataset: Dataset) -> None:
    line = one(dataset, "W-Ni-Fe bar")
    assert [goods.material for goods in line.reading.goods] == ["tungsten", "nickel"]
    assert line.states[0].goods.material == "tungsten"


def test_that_a_clause_past_its_date_is_never_free(dataset: Dataset) -> None:
    line = one(dataset, "Ho2O3", day=date(2027, 2, 1))
    assert line.states[0].run is not None
    assert line.states[0].run.state is LegalState.PAST_ITS_DATE
    assert line.verdict is Verdict.COULD_BE


def test_that_a_supplier_in_the_destination_exports_nothing(dataset: Dataset) -> None:
    line = one(dataset, "Dy metal", "JP", country="Japan")
    assert line.states[0].run is None
    assert line.verdict is Verdict.FREE


def test_that_a_what_if_answers_in_its_own_law(dataset: Dataset) -> None:
    text = "Lapse | lapses measure=cn-2024-46-us-ga-ge-sb date=2026-11-01"
    supposed = Scenario.from_text(text).apply(dataset)
    states = [one(data, "gallium metal").states[0].run for data in (dataset, supposed)]
    assert [run.state for run in states if run] == [
        LegalState.LICENCE_REQUIRED,
        LegalState.PROHIBITED,
    ]


def test_that_what_was_not_yet_known_does_not_count(dataset: Dataset) -> None:
    question = Question(date(2025, 4, 10), ("US",), known_on=date(2025, 3, 1))
    line = check_parts(dataset, [PartLine(1, material="Dy metal")], question)[0]
    assert line.verdict is not Verdict.RESTRICTED


@given(st.lists(st.sampled_from(TEXTS), max_size=30), st.dates(date(2024, 1, 1), date(2028, 1, 1)))
def test_that_every_line_has_one_verdict_and_none_is_lost(
    dataset: Dataset, texts: list[str], day: date
) -> None:
    lines = [PartLine(number, material=text) for number, text in enumerate(texts, 1)]
    checked = check_parts(dataset, lines, Question(day, ("US", "JP")))
    assert [line.line for line in checked] == lines
    assert sum(counted(checked).values()) == len(lines)
    for line in checked:
        assert (line.reading.doubt is not None) is (
            line.verdict in (Verdict.TO_SETTLE, Verdict.UNKNOWN)
        )


def test_that_settled_lines_are_answered(dataset: Dataset) -> None:
    line, goods = PartLine(7, material="special alloy X"), Goods("terbium", SupplyForm.ALLOY)
    checked = check_parts(dataset, [line], Question(DAY), {7: goods, 8: goods})
    assert checked[0].verdict is Verdict.RESTRICTED
    assert checked[0].reading.doubt is None


def test_that_doubt_of_a_country_is_to_settle(dataset: Dataset) -> None:
    line = one(dataset, "Dy metal", country="Atlantis")
    assert (line.verdict, line.reading.doubt) == (Verdict.TO_SETTLE, Doubt.COUNTRY)


def test_that_amounts_of_two_currencies_are_not_added() -> None:
    lines = [
        PartLine(1, spend=10, currency="USD"),
        PartLine(2, spend=5, currency="USD"),
        PartLine(3, spend=7, currency="EUR"),
        PartLine(4),
    ]
    found = spend_of(lines)
    assert found.sums == {"USD": 15, "EUR": 7}
    assert found.lines_without == 1


@pytest.mark.parametrize("places", [(), ("US", "JP", "DE", "FR", "IT", "KR", "IN")])
def test_that_one_to_six_destinations_are_answered(
    dataset: Dataset, places: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match="one to 6"):
        check_parts(dataset, [], Question(DAY, places))
