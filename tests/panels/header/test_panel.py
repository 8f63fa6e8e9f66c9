"""The header: sources behind marks and figures, and a layout that never cuts or overlaps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import Theme
from rare_gui.panels.header.panel import TEXT_CAP, HeaderPanel
from rare_gui.panels.pieces.chip_words import ChipWords, PickableChips
from rare_gui.panels.pieces.flow_text import FlowText
from rare_gui.panels.pieces.key_figures import KeyFigureView
from rare_gui.scenes.evidence.scene import evidence
from rare_gui.scenes.header import HeaderScene, header_scene
from rare_gui.scenes.selection import Selection
from tests.panels.scenes import header, long_header

VIEW = Selection("dysprosium", date(2026, 11, 23))


def in_a_column(
    theme: Theme, scene: HeaderScene, width: int, shown: Callable[..., QWidget]
) -> HeaderPanel:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    panel = HeaderPanel(theme)
    panel.show_scene(scene)
    column.addWidget(panel)
    column.addStretch(1)
    shown(box, width, 700)
    return panel


@pytest.mark.parametrize("scene", [header, long_header])
@pytest.mark.parametrize("width", [420, 560, 725, 1200, 1900])
def test_that_no_part_is_cut_or_overlaps_another(
    width: int,
    scene: Callable[[], HeaderScene],
    light: Theme,
    shown: Callable[..., QWidget],
) -> None:
    panel = in_a_column(light, scene(), width, shown)
    parts = [
        part for kind in (FlowText, ChipWords, KeyFigureView) for part in panel.findChildren(kind)
    ]
    assert len(parts) == 6
    for number, part in enumerate(parts):
        place = part.geometry()
        assert panel.rect().contains(place), part
        for other in parts[number + 1 :]:
            assert not place.intersects(other.geometry()), (part, other)
        if isinstance(part, KeyFigureView):
            assert place.height() >= part.height_for(place.width())
        else:
            assert place.height() >= part.heightForWidth(place.width())
    sentence = panel.findChild(FlowText)
    assert sentence is not None
    assert sentence.width() <= TEXT_CAP


def test_that_a_mark_asks_for_its_source(
    qtbot: QtBot, light: Theme, shown: Callable[..., QWidget]
) -> None:
    panel = in_a_column(light, header(), 725, shown)
    sentence = panel.findChild(FlowText)
    assert sentence is not None
    with qtbot.waitSignal(panel.source_picked) as told:
        sentence.anchorClicked.emit(QUrl("2"))
    assert told.args == ["source_2"]


def test_that_a_figure_asks_for_the_evidence_behind_it(
    qtbot: QtBot, light: Theme, shown: Callable[..., QWidget]
) -> None:
    panel = in_a_column(light, header(), 725, shown)
    hhi = panel.findChildren(KeyFigureView)[3]
    with qtbot.waitSignal(panel.evidence_asked) as told:
        qtbot.mouseClick(hhi, Qt.MouseButton.LeftButton, pos=QPoint(hhi.width() - 3, 26))
    assert told.args == ["header.hhi"]
    with qtbot.waitSignal(panel.evidence_asked) as told:
        qtbot.keyClick(hhi, Qt.Key.Key_Return)
    assert told.args == ["header.hhi"]


def test_that_a_figure_without_a_source_asks_for_nothing(
    qtbot: QtBot, light: Theme, shown: Callable[..., QWidget]
) -> None:
    panel = in_a_column(light, long_header(), 725, shown)
    figure = panel.findChildren(KeyFigureView)[3]
    with qtbot.assertNotEmitted(panel.evidence_asked):
        qtbot.mouseClick(figure, Qt.MouseButton.LeftButton)


def test_that_markup_in_the_data_is_shown_as_letters(
    light: Theme, shown: Callable[..., QWidget]
) -> None:
    panel = in_a_column(light, long_header(), 725, shown)
    sentence = panel.findChild(FlowText)
    assert sentence is not None
    assert "<i>prohibited</i>" in sentence.toPlainText()
    assert sentence.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_that_the_panel_follows_another_scene_and_theme(
    light: Theme, dark: Theme, shown: Callable[..., QWidget]
) -> None:
    panel = in_a_column(light, long_header(), 725, shown)
    high = panel.heightForWidth(725)
    panel.show_scene(header())
    assert panel.heightForWidth(725) < high
    before = panel.grab().toImage()
    panel.apply_theme(dark)
    assert panel.grab().toImage() != before


def test_that_a_chip_asks_for_the_evidence_behind_it_by_mouse_and_by_keys(
    light: Theme, shown: Callable[..., QWidget], qtbot: QtBot, dataset: Dataset
) -> None:
    scene = header_scene(dataset, VIEW)
    panel = in_a_column(light, scene, 1200, shown)
    chips = panel.findChild(PickableChips)
    assert chips is not None
    assert len(scene.chip_keys) == len(scene.chips) + len(scene.conditions)
    assert not [key for key in scene.chip_keys if evidence(dataset, VIEW, key).gap]
    told: list[str] = []
    panel.evidence_asked.connect(told.append)
    qtbot.mouseClick(chips, Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    chips.setFocus()
    qtbot.keyClick(chips, Qt.Key.Key_Right)
    assert "Oxide" in chips.accessibleDescription()
    qtbot.keyClick(chips, Qt.Key.Key_Return)
    for _ in range(20):
        qtbot.keyClick(chips, Qt.Key.Key_Right)
    qtbot.keyClick(chips, Qt.Key.Key_E)
    assert told == [scene.chip_keys[0], scene.chip_keys[1], scene.chip_keys[-1]]
    assert told[:2] == ["state:ore", "state:oxide"]


def test_that_the_chip_whose_evidence_is_on_screen_is_outlined(
    light: Theme, shown: Callable[..., QWidget], dataset: Dataset
) -> None:
    panel = in_a_column(light, header_scene(dataset, VIEW), 1200, shown)
    chips = panel.findChild(PickableChips)
    assert chips is not None
    before = chips.grab().toImage()
    panel.mark_open("state:oxide")
    assert chips.grab().toImage() != before
    panel.mark_open("header.mined")
    assert chips.grab().toImage() == before
