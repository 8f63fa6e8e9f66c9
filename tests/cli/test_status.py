"""`rare-gui status`: the documented shape, for one form, one material, everything."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rare_gui.domain.dataset import Dataset
from tests.cli.conftest import Ask

KEYS = {
    "material", "form", "origin", "destination", "exists", "state", "at_least", "could_be",
    "since", "since_precision", "until", "until_in_legal_text", "basis", "scheduled", "sentence",
    "measures", "conditions", "sources",
}  # fmt: skip


def test_that_the_answer_has_the_documented_shape(ask: Ask) -> None:
    answer = ask(
        "status", "--material", "dysprosium", "--form", "metal", "--to", "US",
        "--as-of", "2025-11-20", "--json",
    )  # fmt: skip
    assert (answer.code, answer.err) == (0, "")
    found = json.loads(answer.out)
    assert (found["as_of"], found["known_on"]) == ("2025-11-20", None)
    assert found["data_through"] == "2026-10-09"
    (state,) = found["states"]
    assert set(state) >= KEYS
    assert state["state"] == "licence_required"
    assert state["since"] == "2025-04-04"
    assert state["until"] is None
    in_force = {m["id"] for m in state["measures"] if m["state"] == "in_force"}
    assert "cn-2025-18-seven-ree" in in_force
    assert {"id", "state", "applies_to"} <= set(state["conditions"][0])
    assert {"id", "instrument", "state"} <= set(state["measures"][0])


def test_that_without_a_form_the_existing_forms_are_answered(ask: Ask, dataset: Dataset) -> None:
    found = json.loads(ask("status", "--material", "gallium", "--json").out)
    forms = [state["form"] for state in found["states"]]
    assert forms == [form.value for form in dataset.law.forms("gallium", "CN")]
    assert all(state["exists"] for state in found["states"])


def test_that_a_form_that_does_not_exist_is_answered_when_asked_for(ask: Ask) -> None:
    found = json.loads(ask("status", "--material", "gallium", "--form", "ore", "--json").out)
    assert [(s["exists"], s["state"]) for s in found["states"]] == [(False, "free")]


def test_that_without_a_material_all_are_answered(ask: Ask, dataset: Dataset) -> None:
    found = json.loads(ask("status", "--form", "metal", "--json").out)
    assert {s["material"] for s in found["states"]} == set(dataset.law.named_forms)


def test_that_a_past_state_tells_what_is_certain_and_what_it_could_be(ask: Ask) -> None:
    answer = ask(
        "status", "--material", "gallium", "--form", "metal", "--as-of", "2026-11-27", "--json"
    )
    (state,) = json.loads(answer.out)["states"]
    assert (state["state"], state["at_least"], state["could_be"]) == (
        "past_its_date",
        "licence_required",
        "prohibited",
    )


def test_that_the_two_clocks_are_read(ask: Ask) -> None:
    answer = ask(
        "status", "--material", "holmium", "--form", "metal", "--as-of", "2025-12-05",
        "--known-on", "2025-10-15", "--json",
    )  # fmt: skip
    found = json.loads(answer.out)
    assert found["known_on"] == "2025-10-15"
    assert (found["states"][0]["state"], found["states"][0]["scheduled"]) == (
        "licence_required",
        True,
    )


def test_that_names_and_long_country_codes_are_understood(ask: Ask) -> None:
    answer = ask("status", "--material", "Dy", "--to", "Germany", "--form", "metal", "--json")
    (state,) = json.loads(answer.out)["states"]
    assert (state["material"], state["destination"]) == ("dysprosium", "DE")


def test_that_the_text_says_the_day_and_the_end_of_the_data(ask: Ask) -> None:
    answer = ask("status", "--material", "dysprosium", "--as-of", "2025-11-20")
    assert answer.code == 0
    assert "Dysprosium metal needs an export licence since 4 Apr 2025" in answer.out
    assert answer.out.endswith("As of 2025-11-20; policy data to 2026-10-09.\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--material", "disprosium"], "dysprosium"),
        (["--form", "metl"], "metal"),
        (["--to", "Germny"], "Germany"),
        (["--as-of", "20.11.2025"], "YYYY-MM-DD"),
        (["--as-of", "2025-02-30"], "YYYY-MM-DD"),
        (["--known-on", "yesterday"], "YYYY-MM-DD"),
        (["--nonsense"], "--nonsense"),
        (["--material"], "--material"),
    ],
)
def test_that_wrong_arguments_get_one_line_and_exit_2(
    ask: Ask, arguments: list[str], told: str
) -> None:
    answer = ask("status", *arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert told in answer.err


def test_that_an_unknown_command_gets_one_line_and_exit_2(ask: Ask) -> None:
    answer = ask("statsu")
    assert answer.code == 2
    assert answer.err.count("\n") == 1


def test_that_a_package_that_cannot_be_opened_gets_exit_1(ask: Ask, tmp_path: object) -> None:
    answer = ask("status", "--package", tmp_path)
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert "datapackage.json" in answer.err


def test_that_status_reads_the_policy_tables_alone_and_imports_no_qt() -> None:
    code = (
        "import sys; from rare_gui.cli.main import run;"
        "run(['status', '--material', 'dysprosium', '--json']);"
        "heavy = {'PySide6', 'pyqtgraph', 'pandera', 'rare_gui.app'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["states"]


def test_that_the_package_option_before_a_command_is_refused_and_never_ignored(ask: Ask) -> None:
    answer = ask("--package", "/nonexistent", "status", "--material", "dysprosium")
    assert answer.code == 2
    assert "after the command" in answer.err


def test_that_an_answer_that_cannot_be_written_is_told_in_one_line() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "rare_gui", "status", "--material", "dysprosium", "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "cannot be written" in done.stderr


@pytest.mark.parametrize(
    "command", [["status"], ["diff", "--from-date", "2025-10-01", "--to-date", "2025-12-01"]]
)
def test_that_goods_to_their_own_country_are_no_exports(ask: Ask, command: list[str]) -> None:
    answer = ask(*command, "--from", "CN", "--to", "China")
    assert answer.code == 2
    assert "no exports" in answer.err
