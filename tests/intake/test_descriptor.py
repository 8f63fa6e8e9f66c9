from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rare_gui.domain.problems import Severity
from rare_gui.intake.descriptor import FORMAT, read_descriptor
from rare_gui.intake.package import open_package
from tests.intake.spoiling import Package


def test_that_a_folder_without_a_descriptor_is_told(tmp_path: Path) -> None:
    dataset, problems = open_package(tmp_path)
    assert dataset is None
    assert [(p.severity, p.where) for p in problems] == [(Severity.FATAL, str(tmp_path))]


def test_that_a_path_that_does_not_exist_is_told(tmp_path: Path) -> None:
    dataset, problems = open_package(tmp_path / "nowhere")
    assert dataset is None
    assert problems[0].severity is Severity.FATAL


def test_that_a_file_given_for_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("a,b\n")
    dataset, problems = open_package(tmp_path / "table.csv")
    assert dataset is None
    assert problems[0].severity is Severity.FATAL


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "3", '"text"', "{}", '{"rare_gui_format": true}', "[" * 100_000],
)
def test_that_garbage_for_a_descriptor_is_fatal(small_package: Package, text: str) -> None:
    small_package.file("datapackage.json").write_text(text)
    dataset, problems = open_package(small_package.folder)
    assert dataset is None
    assert [p.severity for p in problems] == [Severity.FATAL]


def test_that_a_descriptor_that_is_no_text_is_fatal(small_package: Package) -> None:
    small_package.file("datapackage.json").write_bytes(b"\xff\xfe\x00{}")
    dataset, problems = open_package(small_package.folder)
    assert dataset is None
    assert "damaged" in problems[0].what


def test_that_a_newer_format_asks_for_a_newer_program(small_package: Package) -> None:
    small_package.edit_descriptor(lambda raw: raw.update(rare_gui_format=FORMAT + 1))
    dataset, problems = open_package(small_package.folder)
    assert dataset is None
    assert "newer version of the program" in problems[0].what_to_do


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("resources", []),
        ("resources", {}),
        ("data_through", "soon"),
        ("data_through", None),
        ("version", 3),
        ("name", None),
    ],
)
def test_that_a_descriptor_with_a_wrong_head_is_fatal(
    small_package: Package, key: str, value: object
) -> None:
    small_package.edit_descriptor(lambda raw: raw.update({key: value}))
    dataset, problems = open_package(small_package.folder)
    assert dataset is None
    assert [p.severity for p in problems] == [Severity.FATAL]


@pytest.mark.parametrize(
    "path",
    [
        "../outside.csv",
        "a/../../outside.csv",
        "/etc/passwd",
        "C:\\outside.csv",
        "..\\outside.csv",
        "https://example.org/outside.csv",
        "file:///etc/passwd",
        "",
        "nul\0l.csv",
        ["wider_classes.csv"],
        7,
        None,
    ],
)
def test_that_a_path_out_of_the_package_is_refused(small_package: Package, path: object) -> None:
    (small_package.folder.parent / "outside.csv").write_text("secret\n")
    small_package.edit_resource("wider_classes", path=path)
    dataset, problems = open_package(small_package.folder)
    assert dataset is not None
    assert "wider_classes" not in dataset.tables
    assert any("names a file outside the package" in p.what for p in problems)


def test_that_a_link_out_of_the_package_is_refused(small_package: Package) -> None:
    outside = small_package.folder.parent / "outside.csv"
    shutil.move(small_package.file("wider_classes.csv"), outside)
    small_package.file("wider_classes.csv").symlink_to(outside)
    dataset, problems = open_package(small_package.folder)
    assert dataset is not None
    assert "wider_classes" not in dataset.tables
    assert problems[0].what == "names a file outside the package"


def test_that_a_loop_of_links_is_refused(small_package: Package) -> None:
    small_package.file("wider_classes.csv").unlink()
    small_package.file("wider_classes.csv").symlink_to("wider_classes.csv")
    dataset, problems = open_package(small_package.folder)
    assert dataset is not None
    assert "wider_classes" not in dataset.tables
    assert problems


def test_that_a_folder_in_the_place_of_a_table_is_told(small_package: Package) -> None:
    small_package.file("wider_classes.csv").unlink()
    small_package.file("wider_classes.csv").mkdir()
    dataset, problems = open_package(small_package.folder)
    assert dataset is not None
    assert [p.what for p in problems] == ["the file cannot be read"]


def test_that_two_tables_of_one_name_are_told(small_package: Package) -> None:
    small_package.edit_descriptor(lambda raw: raw["resources"].append(raw["resources"][0]))
    _, problems = open_package(small_package.folder)
    assert [p.what for p in problems] == ["has the name of another table"]


@pytest.mark.parametrize(
    "change",
    [
        {"name": None},
        {"name": "../x"},
        {"bytes": "many"},
        {"bytes": -1},
        {"hash": "md5:0"},
        {"hash": 5},
        {"schema": None},
        {"schema": {"fields": []}},
        {"schema": {"fields": [{"name": "a", "type": "geojson"}]}},
        {"schema": {"fields": [3]}},
    ],
)
def test_that_a_table_described_wrongly_is_told_and_the_rest_opens(
    small_package: Package, change: dict[str, Any]
) -> None:
    small_package.edit_resource("wider_classes", **change)
    dataset, problems = open_package(small_package.folder)
    assert dataset is not None
    assert "wider_classes" not in dataset.tables
    assert len(problems) == 1
    assert problems[0].where.startswith("datapackage.json, table ")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(
    max_examples=100,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    key=st.sampled_from(["name", "version", "data_through", "resources", "rare_gui_format"]),
    resource_key=st.sampled_from(["name", "path", "bytes", "hash", "schema", "data_through"]),
    value=JSON,
    within=st.booleans(),
)
def test_that_no_descriptor_makes_reading_raise(
    small_package_template: Path,
    tmp_path: Path,
    key: str,
    resource_key: str,
    value: object,
    within: bool,
) -> None:
    raw = json.loads((small_package_template / "datapackage.json").read_text(encoding="utf-8"))
    if within:
        raw["resources"][0][resource_key] = value
    else:
        raw[key] = value
    folder = tmp_path / str(time.monotonic_ns())
    folder.mkdir()
    (folder / "datapackage.json").write_text(json.dumps(raw), encoding="utf-8")
    descriptor, problems = read_descriptor(folder)
    assert descriptor is not None or problems
    assert all(problem.where and problem.what and problem.what_to_do for problem in problems)
