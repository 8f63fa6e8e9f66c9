"""The watch list's file: whole, never lost, and whatever stands in it never an error."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rare_gui.intake.watch_list import (
    FILE_NAME,
    WatchListRefused,
    read_watch_list,
    save_watch_list,
)

TODAY = date(2026, 11, 23)
SLUGS = st.lists(st.text(min_size=1, max_size=12).filter(lambda t: t.isprintable()), max_size=8)


def test_that_no_file_is_an_empty_list(tmp_path: Path) -> None:
    assert read_watch_list(tmp_path / "none", TODAY).materials == ()


@given(materials=SLUGS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_what_is_saved_is_read_back_once_each(tmp_path: Path, materials: list[str]) -> None:
    save_watch_list(tmp_path, materials)
    found = read_watch_list(tmp_path, TODAY)
    assert found.materials == tuple(dict.fromkeys(materials))
    assert found.told == ""


@given(content=st.binary(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_a_damaged_file_is_set_aside_whole_and_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(content)
    before = set(tmp_path.glob("*damaged*"))
    found = read_watch_list(tmp_path, TODAY)
    aside = set(tmp_path.glob("*damaged*")) - before
    assert found.materials == ()
    assert [one.read_bytes() for one in aside] == [content]
    assert aside.pop().name in found.told
    assert not path.exists()


@pytest.mark.parametrize(
    "record",
    [
        {"rare_gui_watch_list": 1, "materials": ["terbium", 7]},
        {"rare_gui_watch_list": 1, "materials": "terbium"},
        {"rare_gui_watch_list": 0, "materials": []},
        {"materials": ["terbium"]},
    ],
)
def test_that_a_list_of_another_shape_is_damaged(tmp_path: Path, record: object) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps(record))
    assert "damaged" in read_watch_list(tmp_path, TODAY).told


def test_that_a_newer_format_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_text('{"rare_gui_watch_list": 2, "other": 1}')
    with pytest.raises(WatchListRefused, match="newer version"):
        read_watch_list(tmp_path, TODAY)
    assert path.read_text() == '{"rare_gui_watch_list": 2, "other": 1}'


def test_that_a_refusing_disk_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file where the folder should be")
    with pytest.raises(WatchListRefused, match="not saved"):
        save_watch_list(tmp_path / "folder", ["terbium"])
