"""The impact panel: sectors can be picked, nothing is cut at any width, nothing is invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.impact_panel import ImpactPanel
from rare_gui.panels.sector_row import SectorRow
from rare_gui.panels.why_path import WhyPath
from tests.panels.scenes import exposure


@pytest.fixture
def panel(light: Theme, shown: Callable[..., QWidget]) -> ImpactPanel:
    made = ImpactPanel(light)
    made.show_scene(exposure())
    shown(made, 356, 700)
    return made


def test_that_a_sector_is_picked_by_click_and_by_key(qtbot: QtBot, panel: ImpactPanel) -> None:
    rows = panel.findChildren(SectorRow)
    with qtbot.waitSignal(panel.sector_picked) as told:
        qtbot.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert told.args == ["aircraft"]
    rows[2].setFocus()
    with qtbot.waitSignal(panel.sector_picked) as told:
        qtbot.keyClick(rows[2], Qt.Key.Key_Space)
    assert told.args == ["missiles"]


@pytest.mark.parametrize("width", [300, 356, 420, 640])
def test_that_every_part_has_the_room_it_asks_for(
    qtbot: QtBot, panel: ImpactPanel, width: int
) -> None:
    panel.resize(width, 500)
    inside = panel.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.width() == panel.viewport().width())
    qtbot.wait(20)
    assert panel.horizontalScrollBar().maximum() == 0
    for part in inside.findChildren(QWidget):
        if part.hasHeightForWidth() and part.isVisible():
            assert part.height() >= part.heightForWidth(part.width()), part
            right = part.mapTo(inside, part.rect().bottomRight()).x()
            assert right <= inside.width()
    assert panel.verticalScrollBar().maximum() > 0


def test_that_the_path_is_stacked_where_it_is_narrow(panel: ImpactPanel) -> None:
    path = panel.findChild(WhyPath)
    assert path is not None
    assert path.heightForWidth(220) > 1.5 * path.heightForWidth(400)
    assert "judgement" in path.accessibleName()


def test_that_without_facts_only_the_words_stand(qtbot: QtBot, panel: ImpactPanel) -> None:
    panel.show_scene(
        replace(exposure(), sectors=(), nodes=(), links=(), notes=(), limits="",
                unknown="These data do not say who needs silver.")
    )  # fmt: skip
    assert not [row for row in panel.findChildren(SectorRow) if row.isVisible()]
    path = panel.findChild(WhyPath)
    assert path is not None
    assert not path.isVisible()
    panel.show_scene(exposure())
    assert path.isVisible()
    qtbot.waitUntil(lambda: sum(r.isVisible() for r in panel.findChildren(SectorRow)) == 6)


def test_that_there_is_no_control_without_a_use(panel: ImpactPanel) -> None:
    assert not panel.findChildren(QSlider)
    assert all(button.isEnabled() for button in panel.findChildren(QAbstractButton))
