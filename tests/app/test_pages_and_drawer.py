"""Pages of the real window that a text reopens, and the room that the evidence drawer has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rare_gui.app.rooms import DRAWER, Rooms
from rare_gui.app.session import Session
from rare_gui.app.start import furnish
from rare_gui.app.window import Window
from rare_gui.domain.commitment_records import Standing
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.projects import Stage
from rare_gui.figures.theme import load_theme
from rare_gui.panels.pieces.key_figures import KeyFigureView
from rare_gui.scenes.ledger.filters import LedgerFilters
from rare_gui.scenes.projects import ProjectFilters
from rare_gui.scenes.selection import Selection

DAY = date(2026, 11, 23)
START = Selection("gallium", DAY)


@pytest.fixture
def rooms(qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> Iterator[Rooms]:
    window = Window(load_theme("light"))
    qtbot.addWidget(window)
    made = furnish(window, Session(dataset, START), DAY, tmp_path)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    yield made
    QApplication.processEvents()


def test_that_filters_of_the_ledger_are_part_of_the_view_and_can_be_undone(rooms: Rooms) -> None:
    session = rooms.session
    session.select(view="ledger")
    page = rooms.pages["ledger"]
    assert page._scene.filters == LedgerFilters(subject="export controls")
    page.filters_asked.emit(LedgerFilters(side="US", standing=Standing.KEPT, disputed=False))
    text = session.selection.to_text()
    assert page._scene.filters == LedgerFilters(side="US", standing=Standing.KEPT, disputed=False)
    session.back()
    assert page._scene.filters == LedgerFilters(subject="export controls")
    session.look(Selection.from_text(text, START))
    assert page._scene.filters == LedgerFilters(side="US", standing=Standing.KEPT, disputed=False)


def test_that_filters_of_the_projects_are_part_of_the_view(rooms: Rooms) -> None:
    session = rooms.session
    session.look(Selection.from_text("view=projects project_material=gallium", START))
    page = rooms.pages["projects"]
    assert page._scene.filters == ProjectFilters("gallium")
    page.filters_asked.emit(ProjectFilters("gallium", Stage.REFINING))
    assert session.selection.project_stage is Stage.REFINING
    session.back()
    assert page._scene.filters == ProjectFilters("gallium")


@pytest.mark.parametrize("width", [900, 1024, 1200, 1440])
@pytest.mark.parametrize("view", ["timeline", "card", "ledger"])
def test_that_the_drawer_has_its_width_and_the_others_theirs_after_it(
    rooms: Rooms, width: int, view: str
) -> None:
    rooms.window.resize(width, 700)
    rooms.session.select(view=view)
    QApplication.processEvents()
    splitter = rooms.window.splitter
    before = [part.isVisible() for part in (rooms.browser, rooms.right)], splitter.sizes()
    assert rooms.evidence is not None
    rooms.evidence.ask("header.mined")
    QApplication.processEvents()
    assert rooms.evidence.drawer.width() == DRAWER
    assert rooms.evidence.drawer.geometry().right() < rooms.window.width()
    assert splitter.sizes()[1] >= 400
    rooms.evidence.close()
    QApplication.processEvents()
    after = [part.isVisible() for part in (rooms.browser, rooms.right)], splitter.sizes()
    assert after == before


def test_that_a_drawer_over_the_card_leaves_the_right_pane_its_width(rooms: Rooms) -> None:
    width = rooms.right.width()
    rooms.session.select(view="card")
    QApplication.processEvents()
    assert rooms.evidence is not None
    rooms.evidence.ask("header.mined")
    rooms.evidence.close()
    rooms.session.back()
    QApplication.processEvents()
    assert rooms.right.width() == width > 0


def test_that_escape_closes_the_drawer_and_gives_the_focus_back(rooms: Rooms, qtbot: QtBot) -> None:
    figure = rooms.header.findChildren(KeyFigureView)[0]
    figure.setFocus()
    qtbot.keyClick(figure, Qt.Key.Key_E)
    assert rooms.evidence is not None
    assert rooms.evidence.drawer.hasFocus()
    qtbot.keyClick(rooms.evidence.drawer, Qt.Key.Key_Escape)
    assert not rooms.evidence.is_open
    assert QApplication.focusWidget() is figure


def test_that_the_star_of_the_header_watches_the_material(rooms: Rooms) -> None:
    rooms.header.watch_asked.emit()
    assert rooms.beside(rooms.session.selection).watched == frozenset({"gallium"})
