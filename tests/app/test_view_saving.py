"""Saving the view as a file: it opens again, and no other file is lost by it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from rare_gui.app.start import furnished_window
from rare_gui.app.view_saving import save_view
from rare_gui.app.window import Window
from rare_gui.domain.dataset import Dataset
from rare_gui.intake.view_file import read_view_file
from rare_gui.panels.status.notice import NoticeBar
from rare_gui.scenes.selection import Selection

DAY = date(2026, 11, 23)


@pytest.fixture
def window(qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> Window:
    made = furnished_window(dataset, Selection("dysprosium", DAY), today=DAY, folder=tmp_path)
    qtbot.addWidget(made)
    return made


def told(window: Window) -> str:
    bar = window.findChild(NoticeBar)
    assert bar is not None
    return bar.accessibleName()


def test_that_the_command_saves_what_is_looked_at(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(_parent: object, _title: str, usual: str, _filter: str) -> tuple[str, str]:
        offered.append(Path(usual).name)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.session.select(material="gallium")
    window.commands.trigger("file.save_view")
    saved = read_view_file(tmp_path / "mine.rareview")
    assert saved.view == window.session.selection.to_text()
    assert saved.package.startswith(window.session.base.name)
    assert offered[0].startswith("gallium-timeline-")
    assert told(window) == f"Saved {tmp_path / 'mine.rareview'}"


def test_that_a_file_nobody_has_agreed_to_lose_stays(window: Window, tmp_path: Path) -> None:
    other = tmp_path / "mine.rareview"
    other.write_text("mine")
    save_view(window._furniture, tmp_path / "mine")  # type: ignore[arg-type]
    assert other.read_text() == "mine"
    assert "is there already" in told(window)


def test_that_a_refusal_of_the_disk_is_told(window: Window, tmp_path: Path) -> None:
    save_view(window._furniture, tmp_path / "nowhere" / "mine.rareview")  # type: ignore[arg-type]
    assert told(window).startswith("Nothing was saved: ")


def test_that_giving_up_the_dialog_saves_nothing(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> tuple[str, str]:
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", none)
    window.commands.trigger("file.save_view")
    assert not list(tmp_path.glob("*.rareview"))
