"""The panel of own weights in the window: off by default, acts at once, opens into its parts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QPushButton
from pytestqt.qtbot import QtBot

from rare_gui.app.rooms import Rooms
from rare_gui.app.session import Session
from rare_gui.app.start import furnish
from rare_gui.app.window import Window
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import load_theme
from rare_gui.panels.materials.weights_popover import WeightsPopover
from rare_gui.scenes.selection import OWN_WEIGHTS, Selection

DAY = date(2026, 11, 23)


@pytest.fixture
def rooms(qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> Iterator[Rooms]:
    window = Window(load_theme("light"))
    qtbot.addWidget(window)
    made = furnish(window, Session(dataset, Selection("gallium", DAY)), DAY, tmp_path)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    yield made
    QApplication.processEvents()


@pytest.fixture
def popover(rooms: Rooms, monkeypatch: pytest.MonkeyPatch) -> WeightsPopover:
    # a real popup asks the platform for the mouse and the keyboard, which off screen only warns
    monkeypatch.setattr(WeightsPopover, "open_at", lambda _self, _place: None)
    monkeypatch.setattr(WeightsPopover, "isVisible", lambda _self: True)
    rooms.window.commands.trigger("view.weights")
    found = rooms.window.findChild(WeightsPopover)
    assert found is not None
    return found


def spin(popover: WeightsPopover, name: str) -> QDoubleSpinBox:
    return next(
        one
        for one in popover.findChildren(QDoubleSpinBox)
        if one.accessibleName().startswith(f"{name},")
    )


def test_that_weights_are_off_until_one_is_set(rooms: Rooms, popover: WeightsPopover) -> None:
    assert {one.value() for one in popover.findChildren(QDoubleSpinBox)} == {0.0}
    assert rooms.session.selection.weights is None
    assert rooms.session.selection.risk is None


def test_that_a_weight_shows_the_column_at_once_and_a_run_of_more_is_one_step(
    rooms: Rooms, popover: WeightsPopover
) -> None:
    spin(popover, "HHI").setValue(2)
    spin(popover, "Largest share").setValue(1)
    selection = rooms.session.selection
    assert (selection.weights, selection.risk) == ("hhi=2 top_share=1", OWN_WEIGHTS)
    rooms.settle()
    assert spin(popover, "HHI").accessibleName().endswith("adds 0.654")
    spin(popover, "Largest share").setValue(1.5)
    rooms.session.back()
    assert rooms.session.selection.weights == "hhi=2"
    rooms.session.back()
    assert rooms.session.selection.weights is None


def test_that_switching_off_takes_the_column_away(rooms: Rooms, popover: WeightsPopover) -> None:
    spin(popover, "HHI").setValue(2)
    popover.findChild(QPushButton).click()
    assert (rooms.session.selection.weights, rooms.session.selection.risk) == (None, None)
    assert spin(popover, "HHI").value() == 0


def test_that_the_score_opens_into_its_parts_as_evidence(
    rooms: Rooms, popover: WeightsPopover, qtbot: QtBot
) -> None:
    spin(popover, "HHI").setValue(2)
    spin(popover, "Largest share").setValue(1)
    assert rooms.evidence is not None
    rooms.browser.evidence_asked.emit(f"risk:gallium:{OWN_WEIGHTS}")
    told = rooms.evidence._shown
    assert told is not None
    assert "(2 x hhi + 1 x top_share) / 3" in told.formula
    assert [line.label for line in told.inputs] == ["HHI", "Largest share"]
    qtbot.keyClick(rooms.evidence.drawer, Qt.Key.Key_Escape)
