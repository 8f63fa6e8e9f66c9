"""Where the user's files are: beside a portable program, without a home, as the system wants it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rare_gui.app import places as module
from rare_gui.app.places import PORTABLE, make_portable, places, program_folder


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "the program"
    folder.mkdir()
    monkeypatch.setattr(module, "program_folder", lambda: folder)
    return folder


def test_that_the_users_folders_are_those_of_the_system(program: Path, tmp_path: Path) -> None:
    found = places()
    assert found.settings == tmp_path / "xdg_config_home" / "rare_gui"
    assert found.files == tmp_path / "xdg_data_home" / "rare_gui"
    assert found.state == tmp_path / "xdg_state_home" / "rare_gui"
    assert found.told == ""
    assert not found.settings.exists()


def test_that_a_portable_program_keeps_everything_beside_itself(program: Path) -> None:
    assert "From now on your files are in" in make_portable()
    assert make_portable() == ""
    found, folder = places(), program / PORTABLE
    assert found.settings == found.files == folder
    assert folder in found.state.parents
    assert folder in found.runtime.parents
    assert folder in found.scenarios.parents


def test_that_it_is_told_when_it_cannot_be_portable(program: Path) -> None:
    (program / PORTABLE).write_text("in the way")
    assert make_portable().startswith("Not portable")
    assert program not in places().settings.parents


def test_that_the_runtime_folder_is_the_sessions_own_where_there_is_one(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert places().runtime == tmp_path / "rare_gui"
    for broken in ("relative", str(tmp_path / "missing"), ""):
        monkeypatch.setenv("XDG_RUNTIME_DIR", broken)
        assert places().state in places().runtime.parents


def test_that_a_bundle_is_portable_beside_what_its_user_sees(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "rare_gui" / "rare-gui"))
    assert program_folder() == tmp_path / "rare_gui"
    inside = tmp_path / "Rare.app" / "Contents" / "MacOS" / "rare-gui"
    monkeypatch.setattr(sys, "executable", str(inside))
    assert program_folder() == tmp_path
    monkeypatch.setenv("APPIMAGE", str(tmp_path / "images" / "rare_gui.AppImage"))
    assert program_folder() == tmp_path / "images"


NO_HOME = """
import os, pwd, sys
from rare_gui.app.places import places
if sys.argv[1] == "nobody":
    def unknown(number):
        raise KeyError(number)
    pwd.getpwuid = unknown
found = places()
print(found.settings)
print(found.told)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system's list of users")
@pytest.mark.parametrize("who", ["user", "nobody"])
def test_that_without_HOME_the_files_have_a_place(who: str, tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", NO_HOME, who],
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "TMPDIR": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    folder, told = result.stdout.splitlines()
    if who == "nobody":
        assert folder.startswith(str(tmp_path))
        assert folder in told
    else:
        import pwd

        home = pwd.getpwuid(os.getuid()).pw_dir
        assert (folder, told) == (f"{home}/.config/rare_gui", "")
