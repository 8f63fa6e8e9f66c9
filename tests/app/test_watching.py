"""The watch list in the window: kept at each change, and never at the cost of a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from rare_gui.app.session import Session
from rare_gui.app.watching import Watching, keep_starred
from rare_gui.domain.dataset import Dataset
from rare_gui.intake.watch_list import FILE_NAME, read_watch_list
from rare_gui.scenes.selection import Selection

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


class Star(QObject):
    """A panel that remembers what it was told."""

    watch_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told: list[bool] = []

    def show_watched(self, watched: bool, /) -> None:
        self.told.append(watched)


def test_that_a_star_follows_the_list_and_the_material(
    qtbot: QtBot, tmp_path: Path, dataset: Dataset
) -> None:
    watching, session = Watching(tmp_path, TODAY), Session(dataset, Selection("gallium", TODAY))
    star = Star()
    keep_starred(star, watching, session)
    star.watch_asked.emit()
    assert star.told == [False, True]
    assert watching.materials == ("gallium",)
    session.select(material="terbium")
    assert star.told[-1] is False
