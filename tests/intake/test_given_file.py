"""What a file given to the program means, and what is refused with a reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rare_gui.intake.given_file import NotOpened, read_given
from rare_gui.intake.places import shipped_package
from rare_gui.intake.view_file import ViewFile, ViewRefused, read_view_file, write_view_file

VIEW = ViewFile("material=gallium as_of=2026-11-28", "strategic-materials 1.0 abc")


def test_that_a_view_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "一 view.rareview"
    write_view_file(path, VIEW)
    given_one = read_given(path)
    assert (given_one.view, given_one.package) == (VIEW.view, VIEW.package)
    assert given_one.folder is None


def test_that_a_package_is_known_by_its_folder_and_by_its_descriptor() -> None:
    folder = shipped_package()
    assert read_given(folder).folder == folder
    assert read_given(folder / "datapackage.json").folder == folder


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("x.rareview", b"", "no view"),
        ("x.rareview", b"[1]", "no view"),
        ("x.rareview", b'{"rare_gui_view": 2}', "newer"),
        ("x.rareview", b'{"rare_gui_view": 1}', "damaged"),
        ("x.rareview", b'{"rare_gui_view": 1, "view": "a\\nb"}', "no view that can be read"),
        ("x.rareview", b'{"rare_gui_view": 1, "view": " "}', "no view that can be read"),
        ("x.png", b"GIF89a", "no PNG"),
        ("parts.csv", b"name", "the page Parts"),
        ("x.doc", b"", "neither"),
    ],
)
def test_that_anything_else_is_refused_with_a_reason(
    name: str, content: bytes, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(NotOpened, match=reason):
        read_given(path)


@pytest.mark.parametrize("name", ["missing.rareview", "missing", "a\0b.rareview", "a" * 300])
def test_that_a_file_that_is_not_there_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotOpened):
        read_given(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are of POSIX")
def test_that_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.png")
    with pytest.raises(NotOpened, match="no ordinary file"):
        read_given(tmp_path / "x.png")


def test_that_a_folder_without_a_package_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotOpened, match="no data package"):
        read_given(tmp_path)


@given(content=st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_no_content_of_a_view_file_brings_the_program_down(
    content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "x.rareview"
    path.write_bytes(content)
    with pytest.raises(ViewRefused):
        read_view_file(path)
