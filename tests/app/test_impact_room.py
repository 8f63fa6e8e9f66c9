"""Picking a sector by its loss narrows the window to what that sector uses, and can be undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rare_gui.app.rooms import Rooms
from rare_gui.app.session import Session
from rare_gui.app.start import furnish
from rare_gui.app.window import Window
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import load_theme
from rare_gui.scenes.browse import BrowserFilters, filter_chips
from rare_gui.scenes.selection import Selection

TODAY = date(2026, 11, 23)


@pytest.fixture
def rooms(qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> Rooms:
    window = Window(load_theme("light"))
    qtbot.addWidget(window)
    return furnish(window, Session(dataset, Selection("dysprosium", TODAY)), TODAY, tmp_path)


def test_that_a_picked_sector_narrows_the_browser_with_a_chip_that_undoes_it(rooms: Rooms) -> None:
    session = rooms.session
    rooms.impact.sector_picked.emit("motor_vehicles")
    assert (session.selection.sector, session.selection.sectors) == (
        "motor_vehicles", ("motor_vehicles",),
    )  # fmt: skip
    chips = filter_chips(session.dataset, BrowserFilters.of(session.selection))
    assert [chip.text for chip in chips] == [
        "Motor vehicle assembly (cars, light trucks, heavy trucks)"
    ]
    rooms.browser.filters_asked.emit(chips[0].without)
    assert session.selection.sectors == ()
    assert session.selection.sector == "motor_vehicles"


def test_that_a_sector_that_uses_nothing_itself_hides_no_material(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(rooms, "tell", told.append)
    rooms.impact.sector_picked.emit("motor_vehicles")
    rooms.impact.sector_picked.emit("wholesale_trade")
    assert rooms.session.selection.sector == "wholesale_trade"
    assert rooms.session.selection.sectors == ()
    assert told == ["Wholesale trade: no use of a material in these data, its loss is passed on."]


def test_that_the_pane_catches_up_when_the_page_no_longer_hides_it(rooms: Rooms) -> None:
    session = rooms.session
    session.select(view="impact")
    session.select(impact="preset=slow-licences weeks=8")
    rooms.settle()
    session.select(view="timeline")
    assert rooms.impact._impact is not None
    assert "8 weeks" in rooms.impact._impact.head.case_words
