"""What the sub-commands on promises and projects take: names, stages and days as people write."""

from __future__ import annotations

import json

import pytest

from rare_gui.cli.failures import WrongArguments
from rare_gui.cli.project_commands import ledger, projects
from rare_gui.domain.names import UnknownName


def test_that_a_material_is_named_as_people_do(capsys: pytest.CaptureFixture[str]) -> None:
    projects(material="Dy", stage="separation", as_of="2026-11-23", as_json=True)
    found = json.loads(capsys.readouterr().out)
    assert found["as_of"] == "2026-11-23"
    assert all("dysprosium" in one["materials"] for one in found["projects"])
    assert {one["stage"] for one in found["projects"]} == {"separation"}


def test_that_the_ledger_is_of_the_day_asked(capsys: pytest.CaptureFixture[str]) -> None:
    ledger(as_of="2025-07-01", as_json=True)
    found = json.loads(capsys.readouterr().out)
    assert {one["agreement"] for one in found["promises"]} == {
        "geneva-2025-05", "london-2025-06", "stockholm-2025-07",
    }  # fmt: skip


def test_that_wrong_arguments_are_refused() -> None:
    with pytest.raises(UnknownName):
        projects(material="unobtainium")
    with pytest.raises(WrongArguments):
        projects(stage="smelting")
    with pytest.raises(UnknownName):
        ledger(as_of="yesterday")
