from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from rare_gui.intake.describe import describe, main, reach
from rare_gui.intake.package import open_package
from rare_gui.intake.places import shipped_package
from rare_gui.intake.schemas import TABLES
from tests.intake.spoiling import Package

THROUGH = date(2026, 10, 9)


def test_that_the_shipped_descriptor_is_what_the_schemas_and_files_give() -> None:
    written = json.loads((shipped_package() / "datapackage.json").read_text(encoding="utf-8"))
    assert describe(shipped_package(), written["version"], THROUGH) == written


def test_that_a_described_package_opens_without_a_problem(small_package: Package) -> None:
    small_package.edit_cell("measures", 2, "title", "Another title")
    assert main([str(small_package.folder)]) == 0
    dataset, problems = open_package(small_package.folder)
    assert dataset is not None
    assert problems == ()


def test_that_an_unsound_package_is_not_described(
    small_package: Package, capsys: pytest.CaptureFixture[str]
) -> None:
    before = small_package.file("datapackage.json").read_bytes()
    small_package.edit_cell("measures", 2, "kind", "wish")
    assert main([str(small_package.folder)]) == 1
    assert "measures.csv, row 2, column kind" in capsys.readouterr().err
    assert small_package.file("datapackage.json").read_bytes() == before


def test_that_an_unreadable_table_is_not_described(
    small_package: Package, capsys: pytest.CaptureFixture[str]
) -> None:
    small_package.file("measures.csv").write_bytes(b"\0")
    assert main([str(small_package.folder)]) == 1
    assert "no text" in capsys.readouterr().err


def test_that_a_new_package_needs_a_version(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path)])


@pytest.mark.parametrize(
    ("table", "rows", "expected"),
    [
        ("measures", {"measure": ["a"]}, THROUGH),
        ("trade_monthly", {"month": ["2026-01-01", "2026-02-01"]}, date(2026, 2, 28)),
        ("trade_monthly", {"month": ["2025-12-01"]}, date(2025, 12, 31)),
        ("trade_annual", {"year": ["2024", "2025"]}, date(2025, 12, 31)),
        ("production", {"year": ["2026"]}, THROUGH),
        ("trade_periods", {"end": ["2026-09-01"]}, date(2026, 8, 31)),
        ("prices", {"date": ["2026-04-01"], "date_precision": ["month"]}, date(2026, 4, 30)),
        ("prices", {"date": ["2026-04-01"], "date_precision": ["day"]}, date(2026, 4, 1)),
        ("prices", {"date": [], "date_precision": []}, THROUGH),
    ],
)
def test_that_a_table_reaches_to_the_end_of_its_last_stretch_and_no_further_than_the_package(
    table: str, rows: dict[str, list[str]], expected: date
) -> None:
    assert reach(TABLES[table], pd.DataFrame(rows, dtype="str"), THROUGH) == expected
