"""What stands behind a figure: rows, sources, the rule of choice, what disagrees, the sum."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.answers import Question, answer
from rare_gui.domain.evidence.parts import NO_EVIDENCE
from rare_gui.domain.evidence.rows import cells_of
from rare_gui.domain.rows import rows
from rare_gui.domain.vocabulary import DataClass
from rare_gui.intake.places import shipped_package

GALLIUM = Question("gallium", "CN", "US", None, date(2026, 11, 23))
DYSPROSIUM = replace(GALLIUM, material="dysprosium")


def test_that_two_series_of_one_output_are_both_kept_with_the_rule(dataset: Dataset) -> None:
    found = answer(dataset, GALLIUM, "production:gallium:refined:CN:2024")
    assert [(one.value, one.family, one.shown) for one in found.readings] == [
        (839.0, "usgs", True),
        (974.0, "wmd", False),
    ]
    assert [one.value for one in found.disagreeing] == [974.0]
    assert "never mixed" in found.rule


def test_that_a_reading_names_its_line_source_and_days(dataset: Dataset) -> None:
    one = answer(dataset, GALLIUM, "production:gallium:refined:CN:2024").readings[0]
    line = one.row_numbers[0]
    row = list(rows(dataset.tables["production"]))[line - 2]  # line 1 is the head
    assert (row["material"], row["country"], row["year"], row["tonnes"]) == (
        "gallium", "CN", 2024, 839.0,
    )  # fmt: skip
    assert one.sources[0].source_id == "usgs-mcs2026"
    assert one.sources[0].published == date(2026, 2, 6)
    assert one.sources[0].licence


def test_that_a_derived_share_gives_its_inputs_which_make_it(dataset: Dataset) -> None:
    found = answer(dataset, GALLIUM, "header.mined")
    country, world = (one.value for one in found.inputs)
    assert country is not None
    assert world is not None
    assert found.value is not None
    assert found.value == pytest.approx(100 * country / world)
    assert found.data_class is DataClass.DERIVED
    assert answer(dataset, GALLIUM, found.inputs[0].key).value == country


def test_that_the_index_of_concentration_is_the_sum_of_its_inputs(dataset: Dataset) -> None:
    found = answer(dataset, DYSPROSIUM, "header.hhi")
    assert found.value == pytest.approx(sum((one.value or 0) ** 2 for one in found.inputs))


def test_that_a_figure_of_a_year_not_yet_known_does_not_count(dataset: Dataset) -> None:
    then = replace(GALLIUM, known_on=date(2025, 6, 1))
    assert "2024" in answer(dataset, then, "header.mined").title


def test_that_a_risk_figure_without_an_input_says_why(dataset: Dataset) -> None:
    found = answer(dataset, GALLIUM, "risk:gallium:geopolrisk")
    assert found.value is None
    assert found.gap.startswith("not computed, because")


def test_that_an_assumption_brings_its_range_and_row(dataset: Dataset) -> None:
    found = answer(dataset, GALLIUM, "impact:kappa.ndfeb-magnets.motor_vehicles")
    assert (found.low, found.value, found.high) == (0.0, 0.9, 1.0)
    assert found.data_class is DataClass.JUDGEMENT
    assert found.readings[0].table == "dependence_shares"


def test_that_a_lane_is_a_measure_or_a_project(dataset: Dataset) -> None:
    assert answer(dataset, GALLIUM, "lane:cn-2025-18-seven-ree").readings
    assert answer(dataset, GALLIUM, "lane:us-mountain-pass-mine").title == "Mountain Pass mine"


def test_that_a_state_names_the_acts_that_set_it(dataset: Dataset) -> None:
    found = answer(dataset, DYSPROSIUM, "state:metal")
    assert found.text == "licence required"
    assert any(one.key == "lane:cn-2025-18-seven-ree" for one in found.inputs)


def test_that_the_keys_of_every_kind_are_answered(dataset: Dataset) -> None:
    keys = (
        "header.refined", "header.reliance", "event:ev-2010-quota-cut", "truce:geneva",
        "promise:gen-us-tariff-24", "scope:cn-2025-18-seven-ree", "export:dysprosium:2025-11",
        "price:oxide:2025-04-01", "share:dysprosium:separation-refining:CN:2025",
        "reliance:US", "material:cas", "uses", "project:us-mountain-pass-mine",
        "source:usgs-mcs2026", "risk:dysprosium:hhi", "risk:dysprosium:nassar.trade_exposure",
    )  # fmt: skip
    assert {key: answer(dataset, DYSPROSIUM, key).gap for key in keys} == dict.fromkeys(keys, "")
    assert answer(dataset, replace(GALLIUM, material="nickel"), "reserves:nickel:ID").value
    assert answer(dataset, GALLIUM, "hs:811292").readings


@given(st.text(max_size=60))
def test_that_an_unknown_key_is_no_error(dataset: Dataset, key: str) -> None:
    assert answer(dataset, GALLIUM, key).gap


KINDS = ("header", "state", "lane", "export", "price", "production", "share", "reserves", "risk",
         "impact", "hs", "material", "scope", "event", "project", "source")  # fmt: skip


@given(
    st.sampled_from(KINDS),
    st.sampled_from([":", "."]),
    st.lists(st.sampled_from(["gallium", "refined", "CN", "2024", "", "x", "é", "-1"]), max_size=5),
)
def test_that_a_key_with_senseless_parts_is_no_error(
    dataset: Dataset, kind: str, mark: str, parts: list[str]
) -> None:
    key = f"{kind}{mark}{':'.join(parts)}"
    found = answer(dataset, GALLIUM, key)
    assert found.gap or found.title
    assert found.key == key


def test_that_a_key_of_any_length_is_refused_at_once(dataset: Dataset) -> None:
    assert answer(dataset, GALLIUM, "lane:" + "x" * 1_000_000).gap == NO_EVIDENCE


def test_that_another_materials_figure_can_be_asked_for_and_is_named(dataset: Dataset) -> None:
    found = answer(dataset, DYSPROSIUM, "for:gallium:header.mined")
    own = answer(dataset, GALLIUM, "header.mined")
    assert (found.value, found.key) == (own.value, "for:gallium:header.mined")
    assert found.title.startswith("Gallium: ")
    assert answer(dataset, GALLIUM, "for:gallium:for:gallium:header.mined").gap
    assert answer(dataset, GALLIUM, "for:no such:header.mined").gap


def test_that_the_facts_of_a_day_come_first_with_their_figure(dataset: Dataset) -> None:
    found = answer(dataset, GALLIUM, "promise:bus-cn-de-facto:2025-12-31")
    assert (found.value, found.unit) == (564.0, "t")
    assert found.readings[0].table == "commitment_evidence"
    assert answer(dataset, GALLIUM, "promise:bus-cn-de-facto:1999-01-01").gap


def test_that_a_risk_figure_of_shares_opens_into_the_rows_of_output(dataset: Dataset) -> None:
    found = answer(dataset, GALLIUM, "risk:gallium:hhi")
    assert found.value == pytest.approx(sum((one.value or 0.0) ** 2 for one in found.inputs))
    assert answer(dataset, GALLIUM, found.inputs[0].key).readings[0].table == "production"


def test_that_other_series_are_named_whatever_their_year(dataset: Dataset) -> None:
    found = answer(dataset, GALLIUM, "header.mined")
    assert (found.series, found.other_series) == ("usgs", ("wmd",))


def test_that_a_line_of_a_table_is_told_as_its_file_has_it(dataset: Dataset) -> None:
    package = shipped_package()
    for table in ("production", "measures", "sources", "commitment_evidence", "materials"):
        with (package / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        for line in (2, len(lines) // 2, len(lines) + 1):
            told = dict(cells_of(dataset, table, line))
            for name, text in lines[line - 2].items():
                assert told[name] == text or float(told[name]) == float(text)


@pytest.mark.parametrize("line", [-1, 0, 1, 10**9])
def test_that_a_line_outside_a_table_is_refused(dataset: Dataset, line: int) -> None:
    with pytest.raises(IndexError):
        cells_of(dataset, "production", line)
