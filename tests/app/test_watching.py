"""The watch list in the window: kept at each change, and never at the cost of a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from rare_gui.app.watching import Watching
from rare_gui.intake.watch_list import FILE_NAME, read_watch_list

TODAY = date(2026, 11, 23)


def test_that_a_material_is_watched_and_unwatched(qtbot: QtBot, tmp_path: Path) -> None:
    watching = Watching(tmp_path, TODAY)
    with qtbot.waitSignal(watching.changed):
        watching.toggle("terbium")
    watching.toggle("gallium")
    assert Watching(tmp_path, TODAY).materials == ("terbium", "gallium")
    watching.toggle("terbium")
    assert read_watch_list(tmp_path, TODAY).materials == ("gallium",)


def test_that_what_another_window_watched_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Watching(tmp_path, TODAY), Watching(tmp_path, TODAY)
    assert first.materials == second.materials == ()
    first.toggle("terbium")
    second.toggle("gallium")
    assert second.materials == ("terbium", "gallium")


def test_that_a_file_of_a_newer_program_is_told_and_left(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_text('{"rare_gui_watch_list": 9}')
    watching, told = Watching(tmp_path, TODAY), []
    watching.told.connect(told.append)
    watching.toggle("terbium")
    assert "newer version" in told[0]
    assert path.read_text() == '{"rare_gui_watch_list": 9}'
