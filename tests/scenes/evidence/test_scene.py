"""The evidence drawer in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.problems import Problem, Severity
from rare_gui.scenes.evidence.cards import number, with_unit
from rare_gui.scenes.evidence.scene import CLICK, evidence_scene
from rare_gui.scenes.evidence.trail import Trail
from rare_gui.scenes.selection import Selection

VIEW = Selection("gallium", date(2026, 11, 23))


def test_that_readings_that_differ_are_told_drawn_and_both_cited(dataset: Dataset) -> None:
    scene = evidence_scene(dataset, VIEW, Trail().ask("production:gallium:refined:CN:2024"))
    assert scene.value == "839 t"
    assert scene.difference == "Two rows, two values: both are kept"
    assert [(one.value, one.standing) for one in scene.cards] == [
        ("839 t", "shown"),
        ("974 t", "not shown"),
    ]
    assert [(one.name, round(one.length, 2)) for one in scene.scale] == [
        ("usgs", 0.86),
        ("wmd", 1.0),
    ]
    assert scene.rule
    assert len(scene.citation.splitlines()) == 2
    assert scene.bibtex.count("@misc{") == 2


def test_that_one_source_has_no_scale_and_no_rule(dataset: Dataset) -> None:
    scene = evidence_scene(dataset, VIEW, Trail().ask("export:gallium:2025-12"))
    assert (scene.scale, scene.difference, scene.rule) == ((), "", "")
    facts = dict(scene.cards[0].facts)
    assert {"Locator", "Row", "Source", "Published", "Read", "Licence"} <= facts.keys()


def test_that_a_derived_figure_bears_its_mark_and_its_sum(dataset: Dataset) -> None:
    scene = evidence_scene(dataset, VIEW, Trail().ask("header.mined"))
    assert scene.value.endswith(" e")
    assert scene.formula
    assert len(scene.inputs) == 2
    assert scene.inputs[0].key == "production:gallium:refined:CN:2025"


def test_that_an_empty_drawer_says_how_to_fill_it(dataset: Dataset) -> None:
    assert evidence_scene(dataset, VIEW, Trail()).gap == CLICK


def test_that_an_unknown_key_is_told_plainly(dataset: Dataset) -> None:
    scene = evidence_scene(dataset, VIEW, Trail().ask("nonsense"))
    assert scene.gap == "No evidence is recorded for this."
    assert scene.cards == ()


def test_that_a_row_whose_source_is_missing_says_so(dataset: Dataset) -> None:
    tables = dict(dataset.tables)
    tables["sources"] = tables["sources"][tables["sources"]["source_id"] != "usgs-mcs2026"]
    poorer = replace(dataset, tables=tables, kept={})
    scene = evidence_scene(poorer, VIEW, Trail().ask("production:gallium:refined:CN:2024"))
    assert scene.cards[0].warning == "The package has no source “usgs-mcs2026”."
    assert scene.cards[1].warning == ""


def test_that_problems_stand_in_order_of_severity(dataset: Dataset) -> None:
    faults = [Problem(one, "here", "bad", "mend") for one in reversed(Severity)]
    scene = evidence_scene(dataset, VIEW, Trail(), faults)
    assert [one.severity for one in scene.problems] == ["fatal", "error", "warning"]


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (98.94, "%", "98.9 %"),
        (1963.1, "t", "1,963 t"),
        (0.0452, "1", "0.0452"),
        (839.0, "t", "839 t"),
    ],
)
def test_that_figures_have_no_needless_digits(value: float, unit: str, words: str) -> None:
    assert with_unit(value, unit) == words


@given(st.floats(min_value=0.001, max_value=1e12))
def test_that_three_digits_are_kept(value: float) -> None:
    assert float(number(value).replace(",", "")) == pytest.approx(value, rel=0.006)
