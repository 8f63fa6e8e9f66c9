"""The palette in the real window: opened by key and field, acted upon, and left again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from rare_gui.app.start import furnished_window
from rare_gui.app.window import Window
from rare_gui.domain.dataset import Dataset
from rare_gui.panels.evidence.drawer import EvidenceDrawer
from rare_gui.panels.materials.browser import MaterialBrowser
from rare_gui.panels.palette.list import PaletteList
from rare_gui.panels.palette.palette import CommandPalette
from rare_gui.scenes.selection import Selection

DAY = date(2026, 11, 23)


@pytest.fixture
def window(qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> Window:
    made = furnished_window(dataset, Selection("dysprosium", DAY), today=DAY, folder=tmp_path)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.findChild(MaterialBrowser).setFocus()
    return made


def opened(window: Window) -> CommandPalette:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(CommandPalette)
    assert palette is not None
    assert palette.isVisible()
    return palette


def typed(palette: CommandPalette, text: str) -> QLineEdit:
    field = palette.findChild(QLineEdit)
    QTest.keyClicks(field, text)
    return field


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("gallium", {"material": "gallium"}),
        ("12 July 2025", {"as_of": date(2025, 7, 12)}),
        ("dated clauses ahead", {"view": "cliffs"}),
    ],
)
def test_that_enter_acts_on_the_likeliest_entry_as_one_step(
    window: Window, text: str, changed: dict[str, object]
) -> None:
    before = window.session.selection
    palette = opened(window)
    QTest.keyClick(typed(palette, text), Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert {name: getattr(window.session.selection, name) for name in changed} == changed
    window.session.back()
    assert window.session.selection == before


def test_that_a_measure_opens_its_evidence(window: Window) -> None:
    QTest.keyClick(typed(opened(window), "no. 18 of 2025"), Qt.Key.Key_Return)
    assert window.findChild(EvidenceDrawer).isVisible()


def test_that_arrows_choose_and_escape_gives_the_focus_back(window: Window, qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    palette = opened(window)
    field, shown = typed(palette, "gallium"), palette.findChild(PaletteList)
    first = shown.current()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert shown.current() != first
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert shown.current() == first
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is focused)
    assert window.session.selection.material == "dysprosium"


def test_that_the_toolbars_field_opens_it_empty_each_time(window: Window) -> None:
    QTest.keyClick(typed(opened(window), "gall"), Qt.Key.Key_Escape)
    window.toolbar.finder.click()
    palette = window.findChild(CommandPalette)
    assert palette.isVisible()
    assert palette.findChild(QLineEdit).text() == ""
    palette.hide()


def test_that_a_closed_command_is_not_offered(window: Window) -> None:
    palette = opened(window)
    typed(palette, ">undo the last change")
    shown = palette.findChild(PaletteList)
    assert "go.undo" not in [entry.key for entry in shown.entries()]
    palette.hide()
    window.session.select(material="gallium")
    typed(opened(window), ">undo the last change")
    assert shown.entries()[0].key == "go.undo"
    palette.hide()


def test_that_a_material_can_be_put_beside_the_one_looked_at(window: Window) -> None:
    for name in ("gallium", "germanium"):
        field = typed(opened(window), name)
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        window.findChild(MaterialBrowser).show()  # the page of comparison stands alone
        window.activateWindow()
    looked = window.session.selection
    assert looked.view == "compare"
    assert looked.compared == ("dysprosium", "gallium", "germanium")
