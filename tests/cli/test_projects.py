"""`rare-gui projects`: the documented shape, filters, the words, wrong stages."""

from __future__ import annotations

import json
from datetime import date

import pytest

from rare_gui.cli.failures import WrongArguments
from rare_gui.cli.projects import answer, read_stage, show
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.projects import Stage

DAY = date(2026, 11, 23)


def test_that_the_answer_has_the_documented_shape(
    dataset: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    show(dataset, DAY, "dysprosium", None, as_json=True)
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {
        "as_of", "data_through", "scope", "problems", "projects", "capacity_sums", "support",
        "next_tonne",
    }  # fmt: skip
    assert found["scope"] == "listed projects"
    assert len(found["projects"]) == 17
    assert all(project["sources"] for project in found["projects"])
    assert found["next_tonne"]["project"] == "fr-caremag"
    assert found["next_tonne"]["months"] == {"least": 1, "most": 1}


def test_that_what_is_not_published_is_null_and_never_zero(dataset: Dataset) -> None:
    found = answer(dataset, DAY, None, None)
    bare = [p for p in found["projects"] if p["capacity_basis"] is None]
    assert bare
    assert all(project["capacity_tonnes_a_year"] is None for project in bare)
    assert any(one["amount"] is None for one in found["support"])
    assert found["next_tonne"] is None


def test_that_the_reason_is_told_where_no_next_tonne_can_be_named(dataset: Dataset) -> None:
    assert answer(dataset, DAY, "tungsten", None)["next_tonne"] == {
        "months": None,
        "cannot_tell": "no listed project has published a date",
    }


def test_that_the_words_tell_promises_and_the_limits_of_sums(
    dataset: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    show(dataset, DAY, "dysprosium", Stage.SEPARATION, as_json=False)
    out = capsys.readouterr().out
    assert "Over by 101 days or more" in out
    assert "Capacity of listed projects, by stage and basis; never added across them:" in out
    assert "The list is not complete." in out
    show(dataset, DAY, "cobalt", None, as_json=False)
    assert capsys.readouterr().out.startswith("No listed project matches.")


@pytest.mark.parametrize("text", ["metal_alloy", "Metal-Alloy", " METAL_ALLOY "])
def test_that_a_stage_is_read_in_any_spelling(text: str) -> None:
    assert read_stage(text) is Stage.METAL_ALLOY


@pytest.mark.parametrize("text", ["", "mne", "*", "x" * 10_000, "\N{PICK}"])
def test_that_an_unknown_stage_is_refused_with_the_known_ones(text: str) -> None:
    with pytest.raises(WrongArguments, match="choose one of mine, separation"):
        read_stage(text)
