"""The panel of two days: picking by click and keyboard, words for every cell, the empty state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.changes.counts import ChangeCounts
from rare_gui.panels.changes.date_field import DateField
from rare_gui.panels.changes.list import ChangesList
from rare_gui.panels.changes.matrix import ChangesMatrix
from rare_gui.panels.changes.panel import ChangesPanel
from rare_gui.scenes.changes.matrix import CellChange, ChangeRow, KindCount
from rare_gui.scenes.changes.reasons import Reason
from rare_gui.scenes.changes.scene import ChangeLine, ChangeSection, ChangesScene
from tests.panels.scenes import BAN, FREE, PAUSED_BAN, SUSPENDED

NAMES = ("Europium", "Holmium", "<b>Gallium</b>")


def cell(name: str, count: int = 1, others: int = 0) -> CellChange:
    return CellChange(FREE, SUSPENDED, count, others, f"{name} oxide: free to suspended")


def changes() -> ChangesScene:
    """Not facts: three rows as in the design's picture."""
    rows = (
        ChangeRow("europium", "Eu", NAMES[0], (cell("Europium"), cell("Europium", 2), None), 3),
        ChangeRow("holmium", "Ho", NAMES[1], (None, cell("Holmium", 2, 1), None), 3),
        ChangeRow(
            "gallium",
            "Ga",
            NAMES[2],
            (None, CellChange(BAN, PAUSED_BAN, 1, 0, "<b>Gallium</b> metal: prohibited"), None),
            1,
        ),
    )
    sections = (
        ChangeSection(
            "origin",
            "Measures of China, 2",
            (
                ChangeLine("one", "Five <i>rare</i> earths", "not there", "suspended", "spoken"),
                ChangeLine("two", "Refusal " * 30, "in force", "suspended", "spoken two"),
            ),
        ),
        ChangeSection("facts", "Facts, 1", (ChangeLine("", "Talks", "", "25 Oct 2025", "Talks"),)),
    )
    return ChangesScene(
        earlier=date(2025, 10, 1),
        later=date(2025, 12, 1),
        count=7,
        count_words="of 217 states to the United States changed",
        kinds=(
            KindCount(6, FREE, SUSPENDED, "free to suspended"),
            KindCount(1, BAN, PAUSED_BAN, "prohibited to licence required"),
        ),
        listed="3 of 34 materials",
        columns=("Ore", "Oxide", "Metal"),
        rows=rows,
        reasons=(Reason("6 states, free → suspended.", "No. 57: <u>suspended</u>.", ("one",)),),
        sections=sections,
        note="Notices are not counted.",
        message="",
        reading="all facts known today",
        as_known=False,
        material="holmium",
        material_name="Holmium",
        only_material=False,
    )


def empty() -> ChangesScene:
    return replace(
        changes(), count=0, kinds=(), rows=(), reasons=(), sections=(), message="No state changed."
    )


def read_day(text: str) -> date | str:
    return date(2025, 9, 1) if text == "1 sep 25" else "no day"


@pytest.fixture
def panel(light: Theme, shown: Callable[..., QWidget]) -> ChangesPanel:
    made = ChangesPanel(read_day, light)
    made.show_scene(changes())
    shown(made, 760, 700)
    return made


def matrix_of(panel: ChangesPanel) -> ChangesMatrix:
    found = panel.findChild(ChangesMatrix)
    assert found is not None
    return found


def list_of(panel: ChangesPanel) -> ChangesList:
    found = panel.findChild(ChangesList)
    assert found is not None
    return found


def spoken(index: QModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_that_a_click_picks_the_material(qtbot: QtBot, panel: ChangesPanel) -> None:
    matrix = matrix_of(panel)
    place = matrix.visualRect(matrix.model().index(0, 2)).center()
    with qtbot.waitSignal(panel.material_picked) as told:
        qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["europium"]


def test_that_arrows_go_by_cell_and_enter_picks(qtbot: QtBot, panel: ChangesPanel) -> None:
    matrix = matrix_of(panel)
    assert matrix.currentIndex().row() == 1  # the chosen material
    with qtbot.assertNotEmitted(panel.material_picked):
        qtbot.keyClick(matrix, Qt.Key.Key_Right)
        qtbot.keyClick(matrix, Qt.Key.Key_Down)
    assert (matrix.currentIndex().row(), matrix.currentIndex().column()) == (2, 1)
    with qtbot.waitSignal(panel.material_picked) as told:
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert told.args == ["gallium"]


def test_that_every_cell_tells_its_change_in_words(panel: ChangesPanel) -> None:
    model = matrix_of(panel).model()
    assert [spoken(model.index(0, column)) for column in range(5)] == [
        "Europium",
        "Europium oxide: free to suspended",
        "Europium oxide: free to suspended",
        "Europium, metal: no change",
        "Europium: 3 forms changed",
    ]
    tip = model.index(2, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip  # never markup


def test_that_the_chosen_cell_stays_with_its_material(panel: ChangesPanel) -> None:
    matrix = matrix_of(panel)
    matrix.setCurrentIndex(matrix.model().index(2, 2))
    panel.show_scene(replace(changes(), rows=changes().rows[1:]))
    assert (matrix.currentIndex().row(), matrix.currentIndex().column()) == (1, 2)


def test_that_a_measure_is_picked_by_click_and_by_enter(qtbot: QtBot, panel: ChangesPanel) -> None:
    tree = list_of(panel)
    first = tree.model().index(0, 0, tree.model().index(0, 0))
    place = tree.visualRect(first).center()
    with qtbot.waitSignal(panel.measure_picked) as told:
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["one"]
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.measure_picked) as told:
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert told.args == ["two"]


def test_that_a_fact_without_a_measure_picks_none_and_a_heading_folds(
    qtbot: QtBot, panel: ChangesPanel
) -> None:
    tree = list_of(panel)
    heading = tree.model().index(1, 0)
    with qtbot.assertNotEmitted(panel.measure_picked):
        tree.setCurrentIndex(tree.model().index(0, 0, heading))
        qtbot.keyClick(tree, Qt.Key.Key_Return)
        tree.setCurrentIndex(heading)
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert not tree.isExpanded(heading)
    panel.show_scene(replace(changes(), sections=changes().sections[1:]))
    assert not tree.isExpanded(tree.model().index(0, 0))


def test_that_each_day_is_told_when_typed(qtbot: QtBot, panel: ChangesPanel) -> None:
    earlier, later = panel.findChildren(DateField)
    with qtbot.waitSignal(panel.earlier_day_typed) as told:
        earlier.day_typed.emit(date(2025, 9, 1))
    assert told.args == [date(2025, 9, 1)]
    with qtbot.waitSignal(panel.later_day_typed):
        later.day_typed.emit(date(2025, 12, 2))


def test_that_reading_and_filter_are_asked_for(qtbot: QtBot, panel: ChangesPanel) -> None:
    each = next(b for b in panel.findChildren(QToolButton) if b.text() == "As known on each day")
    with qtbot.waitSignal(panel.as_known_picked) as told:
        qtbot.mouseClick(each, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    only = next(b for b in panel.findChildren(QPushButton) if b.text() == "Only Holmium")
    with qtbot.waitSignal(panel.only_material_picked) as told:
        qtbot.mouseClick(only, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    with qtbot.assertNotEmitted(panel.only_material_picked):
        panel.show_scene(changes())
    assert not only.isChecked()


def test_that_without_a_change_the_message_stands_in_place_of_the_matrix(
    panel: ChangesPanel,
) -> None:
    panel.show_scene(empty())
    label = next(x for x in panel.findChildren(QLabel) if x.text() == "No state changed.")
    assert label.isVisible()
    assert not matrix_of(panel).isVisible()
    panel.show_scene(changes())
    assert matrix_of(panel).isVisible()


def test_that_the_counts_are_told_in_words_and_wrap(panel: ChangesPanel) -> None:
    counts = panel.findChild(ChangeCounts)
    assert counts is not None
    assert counts.accessibleName() == (
        "7 of 217 states to the United States changed; 6 free to suspended; "
        "1 prohibited to licence required"
    )
    assert counts.heightForWidth(300) > counts.heightForWidth(900)


def test_that_the_list_stands_beside_the_matrix_where_there_is_room(panel: ChangesPanel) -> None:
    parts = panel.findChild(QSplitter)
    assert parts is not None
    assert parts.orientation() == Qt.Orientation.Vertical
    panel.resize(1200, 700)
    assert parts.orientation() == Qt.Orientation.Horizontal
    panel.grab()


def test_that_both_themes_paint_and_nothing_is_markup(panel: ChangesPanel, dark: Theme) -> None:
    before = panel.grab().toImage()
    panel.apply_theme(dark)
    assert panel.grab().toImage() != before
    panel.show_scene(empty())
    panel.grab()
