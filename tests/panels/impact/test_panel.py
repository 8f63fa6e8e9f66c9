"""The impact panel: sectors can be picked, nothing is cut at any width, nothing is invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDoubleSpinBox,
    QSlider,
    QSplitter,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import Theme
from rare_gui.panels.impact.panel import LEAST_WIDTH, ImpactPanel
from rare_gui.panels.impact.sector_row import SectorRow
from rare_gui.panels.impact.why_path import WhyPath
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.panels.pieces.phrase_button import PhraseButton
from rare_gui.scenes.evidence.scene import evidence
from rare_gui.scenes.impact.exposure import exposure_scene
from rare_gui.scenes.impact.scene import impact_scene
from rare_gui.scenes.selection import Selection
from tests.panels.scenes import exposure
from tests.scenes.impacts import impact


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


@pytest.mark.parametrize("width", [LEAST_WIDTH, 356, 420, 640])
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


def test_that_what_is_not_known_stands_under_its_title(panel: ImpactPanel) -> None:
    panel.show_scene(replace(exposure(), sectors=(), unknown="Not known."))
    titles = [one.accessibleName() for one in panel.findChildren(PaneTitle) if one.isVisible()]
    assert any(title.startswith("What hangs on it") for title in titles)


def test_that_a_splitter_cannot_make_it_too_narrow_for_its_words(
    qtbot: QtBot, light: Theme
) -> None:
    splitter, panel = QSplitter(), ImpactPanel(light)
    qtbot.addWidget(splitter)
    splitter.addWidget(QWidget())
    splitter.addWidget(panel)
    splitter.resize(1000, 500)
    splitter.show()
    splitter.setSizes([900, 100])
    assert panel.width() == LEAST_WIDTH


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


def test_that_there_is_no_control_without_a_result(panel: ImpactPanel) -> None:
    assert not [slider for slider in panel.findChildren(QSlider) if slider.isVisible()]
    assert all(b.isEnabled() for b in panel.findChildren(QAbstractButton) if b.isVisible())


@pytest.fixture
def sized(dataset: Dataset, panel: ImpactPanel) -> ImpactPanel:
    selection = Selection("dysprosium", date(2026, 11, 23))
    panel.show_impact(impact_scene(dataset, selection, impact(), stale=False, draws_running=False))
    return panel


def slider(panel: ImpactPanel, name: str) -> QSlider:
    return next(s for s in panel.findChildren(QSlider) if s.accessibleName().startswith(name))


def test_that_sliders_say_what_they_stand_for(qtbot: QtBot, sized: ImpactPanel) -> None:
    qtbot.keyClick(slider(sized, "Cut"), Qt.Key.Key_Right)  # a first key may only scroll into view
    with qtbot.waitSignal(sized.cut_changed) as cut:
        slider(sized, "Cut").setValue(40)
    assert cut.args == [0.125, 0.4, 0.4]
    with qtbot.waitSignal(sized.weeks_changed) as weeks:
        slider(sized, "Length").setValue(52)
    assert weeks.args == [52]
    with qtbot.waitSignal(sized.assumption_changed) as leakage:
        slider(sized, "Leakage").setValue(6)
    assert leakage.args == ["model.leakage", 0.025, 0.06, pytest.approx(0.075)]
    with qtbot.waitSignal(sized.assumption_changed) as stock:
        slider(sized, "Stock").setValue(90)
    assert stock.args == ["stock.motor_vehicles", 15.0, 90.0, 90.0]


def test_that_a_field_takes_percent(qtbot: QtBot, sized: ImpactPanel) -> None:
    field = next(
        f for f in sized.findChildren(QDoubleSpinBox) if f.accessibleName().startswith("Cut")
    )
    assert field.text() == "25 %"
    field.selectAll()
    qtbot.keyClicks(field, "30")
    with qtbot.waitSignal(sized.cut_changed) as cut:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert cut.args[1] == 0.3


def test_that_the_same_answer_moves_no_slider_and_says_nothing(
    qtbot: QtBot, sized: ImpactPanel, dataset: Dataset
) -> None:
    selection = Selection("dysprosium", date(2026, 11, 23))
    again = impact_scene(dataset, selection, impact(), stale=True, draws_running=True)
    with qtbot.assertNotEmitted(sized.cut_changed):
        sized.show_impact(again)
    assert slider(sized, "Cut").value() == 25


def test_that_the_pane_offers_presets_and_the_page(qtbot: QtBot, sized: ImpactPanel) -> None:
    full_stop = next(b for b in sized.findChildren(QToolButton) if b.text() == "Full stop")
    with qtbot.waitSignal(sized.preset_picked) as picked:
        full_stop.click()
    assert picked.args == ["full-stop"]
    page = next(b for b in sized.findChildren(PhraseButton) if "charts" in b.words())
    with qtbot.waitSignal(sized.page_asked):
        page.click()


def test_that_the_sized_path_and_its_sector_take_the_place_of_the_other(
    sized: ImpactPanel, dataset: Dataset
) -> None:
    path = sized.findChild(WhyPath)
    assert path is not None
    assert "NdFeB magnets" in path.accessibleName()
    open_rows = [row.sector for row in sized.findChildren(SectorRow) if row.height() > 30]
    assert open_rows == []  # the sector that loses most is not among the hand-made rows
    sized.show_impact(None)
    assert "NdFeB magnet" in path.accessibleName()
    assert not [s for s in sized.findChildren(QSlider) if s.isVisible()]


@pytest.mark.parametrize("width", [330, 356, 420])
def test_that_the_sized_pane_has_room_for_every_part(
    qtbot: QtBot, sized: ImpactPanel, width: int
) -> None:
    test_that_every_part_has_the_room_it_asks_for(qtbot, sized, width)


def test_that_the_value_of_the_chosen_sector_opens_its_evidence(
    qtbot: QtBot, panel: ImpactPanel, dataset: Dataset
) -> None:
    view = Selection("dysprosium", date(2026, 11, 23))
    panel.show_scene(exposure_scene(dataset, view))
    row = next(one for one in panel.findChildren(SectorRow) if one._sector.selected)
    with qtbot.waitSignal(panel.evidence_asked) as asked:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 16, 10))
    assert not evidence(dataset, view, asked.args[0]).gap
    with qtbot.waitSignal(panel.evidence_asked) as again:
        qtbot.keyClick(row, Qt.Key.Key_E)
    assert again.args == asked.args
