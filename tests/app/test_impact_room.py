"""Picking a sector by its loss narrows the window to what that sector uses, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
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
from rare_gui.panels.impact.page import ImpactPage
from rare_gui.scenes.browse import BrowserFilters, filter_chips
from rare_gui.scenes.impact.parts import ImpactScene
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


def test_that_losses_that_have_come_make_no_other_scene_anew(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    for view in rooms.presenter._views:
        noted = _noting(made, view.panel, view.scene_of)
        monkeypatch.setattr(view, "scene_of", noted)
    rooms.settle()
    assert rooms.timeline not in made
    assert rooms.impact not in made
    assert len(made) == 1


def test_that_the_scope_is_changed_and_given_back(rooms: Rooms) -> None:
    session = rooms.session
    session.select(view="impact")
    rooms.settle()
    page = rooms.window.findChild(ImpactPage)
    assert page is not None
    page.scope_picked.emit("destination")
    assert session.selection.impact is not None
    assert "scope=destination" in session.selection.impact
    page.scope_picked.emit("law")
    assert "scope" not in session.selection.impact
    page.scope_picked.emit("world")
    page.all_reset.emit()
    assert "scope" not in session.selection.impact


def test_that_a_moved_slider_tells_of_no_result_anew_until_there_is_another(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms.session.select(view="impact")
    rooms.settle()
    page = rooms.window.findChild(ImpactPage)
    assert page is not None
    shown: list[ImpactScene] = []
    monkeypatch.setattr(page, "show_scene", shown.append)
    rooms.session.select(impact="preset=slow-licences cut=0.4..0.4..0.4")
    (stale,) = shown
    assert stale.stale
    assert not stale.settled
    assert "more on the way" in stale.head.draws_words
    rooms.settle()
    assert stale.bars is not shown[-1].bars
    before = len(shown)
    rooms.session.select(impact="preset=slow-licences cut=0.5..0.5..0.5")
    assert shown[before].bars is shown[before - 1].bars
    assert shown[before].groups is shown[before - 1].groups


def _noting(made: list[object], panel: object, scene_of: Callable[..., object]) -> object:
    def noted(dataset: Dataset, selection: Selection) -> object:
        made.append(panel)
        return scene_of(dataset, selection)

    return noted
