"""`rare-gui flows`: the documented shape, gaps as gaps, baseline and shortfall with coverage."""

from __future__ import annotations

import json

import pytest

from rare_gui.domain.dataset import Dataset
from tests.cli.conftest import Ask


def test_that_the_answer_has_the_documented_shape(ask: Ask) -> None:
    answer = ask("flows", "--material", "dysprosium", "--json")
    assert (answer.code, answer.err) == (0, "")
    found = json.loads(answer.out)
    assert {"material", "data_through", "series", "baseline", "shortfall"} <= set(found)
    assert found["material"] == "dysprosium"
    assert {one["kind"] for one in found["series"]} == {"raw", "finished", "context"}
    for one in found["series"]:
        assert {"id", "kind", "form", "unit", "basis", "coverage", "points"} <= set(one)
        assert (one["unit"], one["basis"]) == ("t", "gross weight")
        for point in one["points"]:
            assert {"month", "value", "derived"} <= set(point)


def test_that_a_month_without_a_figure_has_no_point(ask: Ask) -> None:
    found = json.loads(ask("flows", "--material", "dysprosium", "--json").out)
    for one in found["series"]:
        assert {point["month"] for point in one["points"]}.isdisjoint(one["missing"])
    magnets = next(one for one in found["series"] if one["id"] == "rare-earth-magnets")
    assert {"2026-04", "2026-05", "2026-06"} <= set(magnets["missing"])


def test_that_the_shortfall_tells_its_coverage_or_why_there_is_none(ask: Ask) -> None:
    found = json.loads(ask("flows", "--material", "dysprosium", "--json").out)
    assert found["restricted_since"] == "2025-04-04"
    made = found["shortfall"]["rare-earth-magnets"]
    assert made["value"] == pytest.approx(2549.4136, abs=1e-3)
    assert (made["months_known"], made["months"]) == (14, 17)
    assert found["shortfall"]["dysprosium"]["value"] is None
    assert "only 1 of the 12 months" in found["shortfall"]["dysprosium"]["not_computed"]


def test_that_without_a_material_all_are_answered(ask: Ask, dataset: Dataset) -> None:
    found = json.loads(ask("flows", "--json").out)
    assert [one["material"] for one in found["materials"]] == list(dataset.material_names)


def test_that_a_material_without_series_is_told(ask: Ask) -> None:
    answer = ask("flows", "--material", "copper")
    assert "no monthly exports in these data" in answer.out


def test_that_text_tells_the_shortfall(ask: Ask) -> None:
    answer = ask("flows", "--material", "dysprosium")
    assert (
        "restricted since 4 Apr 2025: 2,549 t (4 %) less than the year before's mean" in answer.out
    )
    assert "14 of 17 months known" in answer.out


def test_that_an_unknown_material_gets_one_line_and_exit_2(ask: Ask) -> None:
    answer = ask("flows", "--material", "disprosium")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
