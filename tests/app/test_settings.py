"""The settings of a run: written soon after a change, told when they cannot be."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from rare_gui.app import settings as module
from rare_gui.app.settings import KeptSettings
from rare_gui.intake.settings_file import FILE_NAME, read_settings

TODAY = date(2026, 11, 23)


def test_that_a_change_is_written_soon_and_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "QUIET_MS", 20)
    kept, path = KeptSettings(tmp_path, TODAY), tmp_path / FILE_NAME
    kept.keep(theme="dark")
    kept.keep(scale=150)
    assert not path.exists()
    qtbot.waitUntil(path.exists)
    read = read_settings(tmp_path, TODAY).settings
    assert (read.theme, read.scale) == ("dark", 150)


def test_that_what_is_asked_for_is_asked_at_each_write(qtbot: QtBot, tmp_path: Path) -> None:
    kept, now = KeptSettings(tmp_path, TODAY), {"view": "material=gallium"}

    def ask() -> dict[str, Any]:
        return now

    kept.before_writing(ask)
    kept.write()
    now["view"] = "material=terbium"
    kept.write()
    assert read_settings(tmp_path, TODAY).settings.view == "material=terbium"


def test_that_nothing_is_written_when_nothing_differs(qtbot: QtBot, tmp_path: Path) -> None:
    KeptSettings(tmp_path / "none", TODAY).write()
    assert not (tmp_path / "none").exists()


def test_that_a_refusal_of_the_disk_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept, told = KeptSettings(tmp_path / "folder", TODAY), []
    (tmp_path / "folder").write_text("in the way")
    kept.told.connect(told.append)
    kept.keep(theme="dark")
    kept.write()
    kept.write()
    assert len(told) == 1
    assert "not saved" in told[0]


def test_that_a_file_that_cannot_be_read_is_never_written(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    kept = KeptSettings(tmp_path, TODAY)
    assert "Nothing is remembered" in kept.found
    kept.keep(theme="dark")
    kept.write()
    assert (tmp_path / FILE_NAME).is_dir()
    assert kept.now.theme == "dark"
