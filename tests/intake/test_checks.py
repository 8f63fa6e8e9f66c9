from __future__ import annotations

from pathlib import Path

from rare_gui.intake.checks import check_package
from rare_gui.intake.places import shipped_package
from tests.intake.spoiling import Package


def test_that_the_shipped_package_passes_every_check() -> None:
    report = check_package(shipped_package())
    assert report["problems"] == []
    assert report["package"] == "strategic-materials"
    assert report["tables"]["trade_annual"] == 136_481
    assert len(report["digest"]) == 64


def test_that_the_report_of_a_spoilt_package_tells_place_fault_and_remedy(
    small_package: Package,
) -> None:
    small_package.edit_cell("measures", 2, "kind", "wish")
    report = check_package(small_package.folder)
    fault = next(p for p in report["problems"] if p["severity"] == "error")
    assert fault["where"] == "measures.csv, row 2, column kind"
    assert fault["what"].startswith("“wish” is not one of export_ban")
    assert fault["what_to_do"] == "Correct the cell."
    assert report["tables"]["measures"] == 80


def test_that_the_report_of_what_is_no_package_has_a_fatal_problem(tmp_path: Path) -> None:
    report = check_package(tmp_path)
    assert [p["severity"] for p in report["problems"]] == ["fatal"]
    assert (report["digest"], report["tables"]) == ("", {})
