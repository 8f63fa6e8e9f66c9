from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rare_gui.domain.problems import Problem, Severity
from rare_gui.intake.package import REQUIRED, open_package, package_digest
from rare_gui.intake.places import shipped_package
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.impact.exposure import exposure_scene
from rare_gui.scenes.listing import list_scene
from rare_gui.scenes.materials.scene import materials_scene
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.event_study import selected_timeline
from tests.intake.spoiling import Package


def fatal(problems: tuple[Problem, ...]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.FATAL]


def errors(problems: tuple[Problem, ...]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def test_that_the_shipped_package_opens_without_a_problem() -> None:
    dataset, problems = open_package(shipped_package())
    assert problems == ()
    assert dataset is not None
    assert (dataset.name, dataset.version) == ("strategic-materials", "2026.10.9")
    assert dataset.data_through == date(2026, 10, 9)
    assert dataset.reach["trade_monthly"] == date(2026, 8, 31)
    assert len(dataset.tables["measures"]) == 81


def test_that_opening_imports_neither_pandera_nor_pandas_and_is_quick() -> None:
    script = (
        "import sys, time; from rare_gui.intake.package import open_package; "
        "from pathlib import Path; start = time.perf_counter(); "
        f"opened, problems = open_package(Path({str(shipped_package())!r})); "
        "seconds = time.perf_counter() - start; "
        "assert opened is not None and problems == (); "
        "assert not {'pandera', 'pandas', 'PySide6'} & set(sys.modules), 'imports too much'; "
        "assert seconds < 0.3, seconds"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", script], check=True, cwd=root)


def test_that_columns_have_the_types_of_the_descriptor() -> None:
    dataset, _ = open_package(shipped_package(), only=("status_changes", "materials", "prices"))
    assert dataset is not None
    changes = dataset.tables["status_changes"]
    assert pd.api.types.is_datetime64_dtype(changes["date"])
    assert changes["until"].isna().any()
    assert changes["partial"].dtype == bool
    assert (changes["note"] == "").any()
    materials = dataset.tables["materials"]
    assert str(materials["atomic_number"].dtype) == "Int64"
    assert materials["atomic_number"].isna().any()
    assert dataset.tables["prices"]["usd_per_kg"].dtype == float


def test_that_only_the_wanted_tables_are_given_and_verified(package: Package) -> None:
    package.file("prices.csv").write_bytes(b"not a table")
    dataset, problems = open_package(package.folder, only=("materials", "measures"))
    assert problems == ()
    assert dataset is not None
    assert set(dataset.tables) == {"materials", "measures"}
    with pytest.raises(KeyError):
        dataset.tables["prices"]


def test_that_the_path_may_be_that_of_the_descriptor() -> None:
    dataset, _ = open_package(shipped_package() / "datapackage.json", only=("materials",))
    assert dataset is not None


def test_that_the_digest_is_that_of_the_tables_and_follows_a_change(package: Package) -> None:
    before, _ = open_package(package.folder)
    package.edit_cell("events", 2, "title", "Something else")
    after, _ = open_package(package.folder)
    assert before is not None
    assert after is not None
    hashes = [
        hashlib.sha256(path.read_bytes()).hexdigest() for path in package.folder.glob("*.csv*")
    ]
    assert after.digest == package_digest(hashes)
    assert before.digest != after.digest


def test_that_tables_already_read_do_not_change_with_the_files(package: Package) -> None:
    dataset, _ = open_package(package.folder)
    shutil.rmtree(package.folder)
    assert dataset is not None
    assert len(dataset.tables["events"]) == 114


@pytest.mark.parametrize("name", REQUIRED)
def test_that_a_package_without_a_table_that_the_law_needs_is_not_opened(
    small_package: Package, name: str
) -> None:
    small_package.file(f"{name}.csv").unlink()
    dataset, problems = open_package(small_package.folder)
    assert dataset is None
    assert [problem.where for problem in fatal(problems)] == [name]
    assert any(problem.where == f"{name}.csv" for problem in errors(problems))


def test_that_another_missing_table_is_told_and_the_rest_opens(package: Package) -> None:
    package.file("prices.csv").unlink()
    dataset, problems = open_package(package.folder)
    assert dataset is not None
    assert "prices" not in dataset.tables
    assert [(p.where, p.what) for p in problems] == [("prices.csv", "the file is not there")]


def test_that_a_change_with_sound_rows_is_a_warning_only(small_package: Package) -> None:
    small_package.edit_cell("measures", 2, "title", "Another title")
    dataset, problems = open_package(small_package.folder)
    assert dataset is not None
    assert dataset.tables["measures"]["title"].iloc[0] == "Another title"
    assert [(p.severity, p.where) for p in problems] == [(Severity.WARNING, "measures.csv")]


@pytest.mark.parametrize(
    ("table", "column", "value", "what"),
    [
        ("status_changes", "date", "2025-02-30", "no date YYYY-MM-DD"),
        ("status_changes", "until", "soon", "no date YYYY-MM-DD"),
        ("status_changes", "status", "paused", "is not one of"),
        ("status_changes", "partial", "yes", "neither true nor false"),
        ("measure_scope", "material", "unobtainium", "does not exist in materials"),
        ("measure_scope", "form", "liquid", "is not one of"),
        ("measure_scope", "measure", "cn-1999-1", "does not exist in measures"),
        ("measures", "source_ids", "no-such-source", "does not exist in sources"),
        ("measures", "jurisdiction", "China", "no country code"),
        ("measures", "lane", "x" * 17, "longer than 16"),
        ("materials", "atomic_number", "200", "over 118"),
        ("materials", "atomic_number", "6.5", "no integer"),
        ("materials", "eol_recycling_input_rate_eu_pct", "much", "no number"),
        ("sources", "publisher", "", "is empty"),
    ],
)
def test_that_an_unsound_row_is_told_with_its_place_and_left_out(
    small_package: Package, table: str, column: str, value: str, what: str
) -> None:
    before = len(small_package.rows(table)) - 1
    small_package.edit_cell(table, 4, column, value)
    dataset, problems = open_package(small_package.folder)
    assert dataset is not None
    told = [p for p in errors(problems) if p.where == f"{table}.csv, row 4, column {column}"]
    assert len(told) == 1
    assert what in told[0].what
    assert told[0].what_to_do
    assert len(dataset.tables[table]) == before - 1
    assert dataset.law.measures


def test_that_all_problems_are_listed_together(small_package: Package) -> None:
    small_package.edit_cell("status_changes", 5, "date", "never")
    small_package.edit_cell("measure_scope", 6, "material", "unobtainium")
    small_package.edit_cell("material_forms", 7, "form", "liquid")
    _, problems = open_package(small_package.folder)
    assert {problem.where for problem in errors(problems)} == {
        "status_changes.csv, row 5, column date",
        "measure_scope.csv, row 6, column material",
        "material_forms.csv, row 7, column form",
    }


def test_that_a_source_taken_away_is_missed_by_the_tables_that_name_it(
    small_package: Package,
) -> None:
    rows = small_package.rows("sources")
    kept = [row for row in rows if row[0] != "mofcom-2025-18"]
    assert len(kept) == len(rows) - 1
    small_package.write_rows("sources", kept)
    _, problems = open_package(small_package.folder)
    assert any(
        p.where.startswith("measures.csv") and "mofcom-2025-18" in p.what for p in errors(problems)
    )


def test_that_many_faults_of_one_kind_are_counted_not_listed(small_package: Package) -> None:
    rows = small_package.rows("measure_scope")
    for row in rows[1:]:
        row[rows[0].index("form")] = "liquid"
    small_package.write_rows("measure_scope", rows)
    _, problems = open_package(small_package.folder)
    assert 0 < len(errors(problems)) < 25
    assert any("more rows" in problem.what for problem in problems)


def test_that_a_table_without_a_column_is_not_used(small_package: Package) -> None:
    rows = small_package.rows("wider_classes")
    small_package.write_rows("wider_classes", [row[1:] for row in rows])
    dataset, problems = open_package(small_package.folder)
    assert dataset is not None
    assert "wider_classes" not in dataset.tables
    assert any(p.what == "lacks the column wider_class" for p in problems)


def test_that_a_row_told_twice_is_kept_once(small_package: Package) -> None:
    rows = small_package.rows("materials")
    small_package.write_rows("materials", [*rows, rows[1]])
    dataset, problems = open_package(small_package.folder)
    assert dataset is not None
    assert len(dataset.tables["materials"]) == len(rows) - 1
    assert [p.what for p in errors(problems)] == ["repeats an earlier row"]


def test_that_a_packed_table_cut_off_is_told(package: Package) -> None:
    path = package.file("trade_annual.csv.gz")
    path.write_bytes(path.read_bytes()[:5000])
    dataset, problems = open_package(package.folder)
    assert dataset is not None
    assert "trade_annual" not in dataset.tables
    assert [p.what for p in errors(problems)] == ["the packed file is damaged or cut off"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "the file is empty"),
        (b"wider_class\0,description\n", "bytes that are no text"),
        ("wider_class,description\nä,b\n".encode("latin-1"), "not in the encoding UTF-8"),
        (b'wider_class,description\n"open,b\n', "rows do not fit"),
        (b"a,b\n1,2,3\n1,2,3\n", "rows do not fit"),
        (b"a,b\n1,2\n1,2,3,4\n", "rows do not fit"),
        (b"a,b\n1\n\n", "lacks the columns"),
        (b"\x1f\x8b\x08\x00garbage", "damaged or cut off"),
    ],
)
def test_that_a_file_that_is_no_table_is_told(
    small_package: Package, content: bytes, what: str
) -> None:
    small_package.file("wider_classes.csv").write_bytes(content)
    dataset, problems = open_package(small_package.folder)
    assert dataset is not None
    assert "wider_classes" not in dataset.tables
    assert any(what in problem.what for problem in errors(problems)), problems


def test_that_content_past_the_checks_with_a_right_digest_does_not_break_reading(
    small_package: Package,
) -> None:
    small_package.edit_cell("status_changes", 4, "date", "never")
    data = small_package.file("status_changes.csv").read_bytes()
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    small_package.edit_resource("status_changes", bytes=len(data), hash=digest)
    dataset, problems = open_package(small_package.folder)
    assert problems == ()
    assert dataset is not None
    assert len(dataset.tables["status_changes"]) == 154


def test_that_a_full_look_finds_what_a_right_digest_hides(small_package: Package) -> None:
    small_package.edit_cell("status_changes", 4, "date", "never")
    data = small_package.file("status_changes.csv").read_bytes()
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    small_package.edit_resource("status_changes", bytes=len(data), hash=digest)
    _, problems = open_package(small_package.folder, full=True)
    assert [problem.where for problem in problems] == ["status_changes.csv, row 4, column date"]


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_that_rotten_bytes_never_raise_and_are_always_told(
    small_package_template: Path, tmp_path: Path, data: st.DataObject
) -> None:
    folder = tmp_path / f"rotten{time.monotonic_ns()}"
    shutil.copytree(small_package_template, folder)
    file = data.draw(st.sampled_from(sorted(path.name for path in folder.glob("*.csv"))))
    content = bytearray((folder / file).read_bytes())
    start = data.draw(st.integers(0, len(content) - 1))
    content[start : start + data.draw(st.integers(1, 40))] = data.draw(st.binary(max_size=40))
    changed = bytes(content) != (folder / file).read_bytes()
    (folder / file).write_bytes(bytes(content))
    dataset, problems = open_package(folder)
    assert bool(problems) == changed
    if dataset is not None:
        assert dataset.law.measures
        assert all(len(dataset.tables[name].columns) for name in dataset.tables)
    shutil.rmtree(folder)


@pytest.mark.parametrize("table", ["events", "truce_steps", "sectors", "prices", "trade_monthly"])
def test_that_a_missing_table_is_told_and_everything_else_can_still_be_shown(
    package: Package, table: str
) -> None:
    next(package.folder.glob(f"{table}.csv*")).unlink()
    dataset, problems = open_package(package.folder)
    assert dataset is not None
    assert [problem.where.split(".")[0] for problem in problems] == [table]
    assert dataset.tables[table].empty
    view = Selection("dysprosium", date(2026, 11, 23))
    for scene in (materials_scene, header_scene, selected_timeline, exposure_scene, list_scene):
        assert scene(dataset, view)
