"""`--scenario`: a name, a file or a line of text; what is wrong is told in one sentence."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from rare_gui.cli.failures import Failed, WrongArguments
from rare_gui.cli.scenario import scenario_dataset
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.scenario import Scenario
from rare_gui.domain.vocabulary import LegalState, SupplyForm
from rare_gui.intake.scenarios import save_scenario
from tests.cli.conftest import Ask


def gallium(dataset: Dataset) -> LegalState:
    return legal_state(dataset.law, "gallium", SupplyForm.METAL, as_of=date(2026, 11, 28)).state


def test_that_no_scenario_leaves_the_dataset(dataset: Dataset) -> None:
    assert scenario_dataset(dataset, None) is dataset


def test_that_names_saved_ones_and_texts_are_applied(dataset: Dataset, tmp_path: Path) -> None:
    line = "mine | lapses measure=cn-2024-46-us-ga-ge-sb date=2026-11-27"
    save_scenario(tmp_path, Scenario.from_text(line))
    for text in ("truce-lapses", "mine", line):
        assert gallium(scenario_dataset(dataset, text, tmp_path)) is LegalState.PROHIBITED


def test_that_an_unknown_name_is_a_wrong_argument(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(WrongArguments, match="truce-lapses"):
        scenario_dataset(dataset, "truce", tmp_path)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name = ", "damaged"),
        ('name = "x"\n[[change]]\nkind = "lapses"\nmeasure = "no"\ndate = 2027-01-01', "unknown"),
    ],
)
def test_that_a_file_that_cannot_be_used_fails_in_one_sentence(
    dataset: Dataset, tmp_path: Path, text: str, why: str
) -> None:
    path = tmp_path / "x.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Failed, match=why) as told:
        scenario_dataset(dataset, str(path), tmp_path)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("command", ["ledger", "projects", "flows"])
def test_that_a_scenario_can_be_named_wherever_data_are_asked(ask: Ask, command: str) -> None:
    answer = ask(command, "--scenario", "truce-lapses", "--json")
    assert (answer.code, answer.err) == (0, "")
    unknown = ask(command, "--scenario", "nonsense")
    assert unknown.code == 2


ANSWERS = {
    "status": ("--material", "gallium"),
    "cliffs": (),
    "diff": ("--from-date", "2026-11-23", "--to-date", "2027-02-01"),
    "ledger": (),
    "projects": (),
    "flows": ("--material", "gallium"),
    "risk": ("--material", "gallium"),
}


@pytest.mark.parametrize("command", ANSWERS)
def test_that_an_answer_under_a_what_if_says_so_first(ask: Ask, command: str) -> None:
    asked = (command, *ANSWERS[command])
    told = ask(*asked, "--scenario", "truce-lapses").out.splitlines()[0]
    assert told == "What if the truce lapses; not the law of the day."
    assert json.loads(ask(*asked, "--scenario", "truce-lapses", "--json").out)["scenario"] == (
        "truce-lapses"
    )
    assert "What if" not in ask(*asked).out
    assert "scenario" not in json.loads(ask(*asked, "--json").out)
