"""`rare-gui check`: exit 0 whenever it could read, 1 with --strict on errors."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Ask
from tests.intake.spoiling import Package


def test_that_the_shipped_package_has_no_problem(ask: Ask) -> None:
    answer = ask("check", "--json", "--strict")
    assert answer.code == 0
    found = json.loads(answer.out)
    assert set(found) == {"package", "version", "digest", "tables", "problems"}
    assert found["problems"] == []
    assert found["tables"]["measures"] == 81


def test_that_an_unknown_slug_is_told_with_where_and_what_to_do(
    ask: Ask, small_package: Package
) -> None:
    folder = small_package.folder
    scope = folder / "measure_scope.csv"
    text = scope.read_text(encoding="utf-8")
    scope.write_text(text.replace("au-cmsr,antimony", "au-cmsr,antimonium", 1), encoding="utf-8")
    answer = ask("check", folder, "--json")
    assert answer.code == 0
    told = [p for p in json.loads(answer.out)["problems"] if p["severity"] == "error"]
    assert any("antimonium" in p["what"] and "row 2" in p["where"] for p in told)
    assert all(p["what_to_do"] for p in told)
    assert ask("check", folder, "--strict").code == 1


def test_that_a_folder_without_a_package_is_told_in_one_line_and_exit_1(
    ask: Ask, tmp_path: Path
) -> None:
    for options in ((), ("--strict",)):
        answer = ask("check", tmp_path, *options)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.count("\n") == 1
        assert "datapackage.json" in answer.err


def test_that_a_package_that_cannot_be_read_still_has_a_report_in_json(
    ask: Ask, tmp_path: Path
) -> None:
    answer = ask("check", tmp_path, "--json")
    assert answer.code == 1
    assert [p["severity"] for p in json.loads(answer.out)["problems"]] == ["fatal"]
    assert answer.err.count("\n") == 1


def test_that_warnings_alone_never_change_the_exit_code(ask: Ask, small_package: Package) -> None:
    folder = small_package.folder
    measures = folder / "measures.csv"
    text = measures.read_text(encoding="utf-8")
    measures.write_text(text.replace("Licence, graphite", "Licence for graphite"), encoding="utf-8")
    answer = ask("check", folder, "--strict")
    assert answer.code == 0
    assert "0 errors, 1 warnings" in answer.out
