"""What a damaged package says of itself in every answer."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from rare_gui.intake.places import shipped_package
from tests.cli.conftest import Ask

GALLIUM = ("--material", "gallium", "--form", "metal", "--to", "DE", "--as-of", "2026-09-01")


@pytest.fixture
def misspelt(tmp_path: Path) -> Path:
    """The shipped package with gallium misspelt in the three rows of its licence."""
    folder = tmp_path / "package"
    shutil.copytree(shipped_package(), folder)
    scope = folder / "measure_scope.csv"
    text = scope.read_text(encoding="utf-8")
    wrong = text.replace("cn-2023-23-ga-ge,gallium,", "cn-2023-23-ga-ge,galliun,")
    assert wrong != text
    scope.write_text(wrong, encoding="utf-8", newline="\n")
    return folder


def test_that_a_sound_package_has_no_problem_in_the_answer(ask: Ask) -> None:
    answer = ask("status", *GALLIUM, "--json")
    found = json.loads(answer.out)
    assert found["problems"] == {"errors": 0, "warnings": 0, "rows_dropped": 0}
    assert found["states"][0]["unread_rows"] == []
    assert "could not be read" not in ask("status", *GALLIUM).out


def test_that_the_answer_counts_what_was_left_out(ask: Ask, misspelt: Path) -> None:
    found = json.loads(ask("status", *GALLIUM, "--package", misspelt, "--json").out)
    assert found["problems"] == {"errors": 3, "warnings": 1, "rows_dropped": 3}


def test_that_a_state_that_a_lost_row_may_change_is_not_plainly_free(
    ask: Ask, misspelt: Path
) -> None:
    found = json.loads(ask("status", *GALLIUM, "--package", misspelt, "--json").out)
    (state,) = found["states"]
    (row,) = state["unread_rows"]
    assert row.startswith("measure_scope.csv, row ")
    assert "galliun" in row
    assert (
        "not certain: a row of the package that may name it could not be read"
        in (state["sentence"])
    )


def test_that_a_state_that_no_lost_row_can_change_is_told_as_it_is(
    ask: Ask, misspelt: Path
) -> None:
    dysprosium = ("--material", "dysprosium", "--form", "metal", "--as-of", "2026-09-01")
    found = json.loads(ask("status", *dysprosium, "--package", misspelt, "--json").out)
    assert found["states"][0]["unread_rows"] == []
    assert "not certain" not in found["states"][0]["sentence"]


def test_that_the_text_ends_with_one_line_on_the_damage(ask: Ask, misspelt: Path) -> None:
    answer = ask("status", *GALLIUM, "--package", misspelt)
    assert answer.code == 0
    assert answer.out.endswith(
        "3 rows of the package could not be read (3 errors): see rare-gui check.\n"
    )


def test_that_what_is_known_on_a_day_reaches_no_further_than_that_day(ask: Ask) -> None:
    answer = ask(
        "status", "--material", "holmium", "--form", "metal", "--as-of", "2026-12-05",
        "--known-on", "2025-11-08",
    )  # fmt: skip
    assert "policy data to 2025-11-08" in answer.out
    assert "9 Oct 2026" not in answer.out
    assert "2026-10-09" not in answer.out
