"""The comparison's page: order, removal, turning, copying, and what stands where nothing is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline import TimelineFigure
from rare_gui.panels.compare.model import CompareModel
from rare_gui.panels.compare.page import ComparePage
from rare_gui.panels.compare.painter import cell_height
from rare_gui.panels.compare.table import LEAST_COLUMN, CompareTable
from rare_gui.panels.pieces.phrase_button import PhraseButton
from rare_gui.panels.pieces.removable_chips import RemovableChips
from rare_gui.scenes.compare.parts import CompareCell, CompareScene
from rare_gui.scenes.compare.scene import compare_scene
from rare_gui.scenes.evidence.scene import evidence
from rare_gui.scenes.selection import Selection

THREE = ("dysprosium", "neodymium", "gallium")
VIEW = Selection("dysprosium", date(2026, 11, 23), compared=THREE)


@pytest.fixture(scope="module")
def scene(dataset: Dataset) -> CompareScene:
    return compare_scene(dataset, VIEW)


@pytest.fixture
def page(light: Theme, shown: Callable[..., QWidget], scene: CompareScene) -> ComparePage:
    made = ComparePage(light)
    made.show_scene(scene)
    shown(made, 1100, 760)
    return made


def table_of(page: ComparePage) -> CompareTable:
    table = page.findChild(CompareTable)
    assert table is not None
    return table


def test_that_the_model_keeps_qts_rules_turned_too(dataset: Dataset, qtbot: QtBot) -> None:
    model = CompareModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for view in (VIEW, replace(VIEW, turned=True), replace(VIEW, differing=True)):
        scene = compare_scene(dataset, view)
        model.show_scene(scene)
        sides = {model.rowCount(), model.columnCount()}
        assert sides == {len(scene.rows), 3}


def test_that_every_cell_speaks(page: ComparePage) -> None:
    model = table_of(page).model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def test_that_delete_removes_the_column_of_the_cell(qtbot: QtBot, page: ComparePage) -> None:
    table = table_of(page)
    table.setCurrentIndex(table.model().index(4, 1))
    with qtbot.waitSignal(page.compared_asked) as told:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert told.args == [("dysprosium", "gallium")]


def test_that_alt_and_an_arrow_move_a_material(qtbot: QtBot, page: ComparePage) -> None:
    table = table_of(page)
    table.setCurrentIndex(table.model().index(0, 2))
    with qtbot.waitSignal(page.compared_asked) as told:
        qtbot.keyClick(table, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert told.args == [("dysprosium", "gallium", "neodymium")]


def test_that_a_dragged_head_asks_for_the_order_and_goes_back_until_it_comes(
    qtbot: QtBot, page: ComparePage
) -> None:
    header = table_of(page).horizontalHeader()
    with qtbot.waitSignal(page.compared_asked) as told:
        header.moveSection(0, 2)
    assert told.args == [("neodymium", "gallium", "dysprosium")]
    assert [header.visualIndex(place) for place in range(3)] == [0, 1, 2]


def test_that_the_cell_stays_with_its_material_when_the_order_changes(
    dataset: Dataset, page: ComparePage
) -> None:
    table = table_of(page)
    table.setCurrentIndex(table.model().index(3, 0))
    page.show_scene(compare_scene(dataset, replace(VIEW, compared=THREE[::-1])))
    assert (table.currentIndex().row(), table.currentIndex().column()) == (3, 2)


def test_that_t_turns_and_the_switch_leaves_out_what_is_alike(
    qtbot: QtBot, page: ComparePage
) -> None:
    with qtbot.waitSignal(page.turned_asked) as told:
        qtbot.keyClick(table_of(page), Qt.Key.Key_T)
    assert told.args == [True]
    switch = next(b for b in page.findChildren(QToolButton) if b.text() == "Only rows that differ")
    with qtbot.waitSignal(page.differing_asked) as told:
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert told.args == [True]


def test_that_left_out_rows_are_counted(dataset: Dataset, page: ComparePage) -> None:
    scene = compare_scene(dataset, replace(VIEW, differing=True))
    page.show_scene(scene)
    assert scene.alike
    words = [label.text() for label in page.findChildren(QLabel)]
    assert any(text.startswith(f"{scene.alike} row") for text in words)


def test_that_ctrl_c_copies_the_table_as_text(qtbot: QtBot, page: ComparePage) -> None:
    qtbot.keyClick(table_of(page), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == "\tDysprosium\tNeodymium\tGallium"


def test_that_a_chip_takes_a_material_out(qtbot: QtBot, page: ComparePage) -> None:
    chips = page.findChild(RemovableChips)
    assert chips is not None
    with qtbot.waitSignal(page.compared_asked) as told:
        qtbot.keyClick(chips, Qt.Key.Key_Delete)
    assert told.args == [("neodymium", "gallium")]


def test_that_six_columns_keep_their_least_width_and_scroll(
    dataset: Dataset, page: ComparePage
) -> None:
    six = (*THREE, "terbium", "antimony", "tungsten")
    page.show_scene(compare_scene(dataset, replace(VIEW, compared=six)))
    table = table_of(page)
    assert {table.columnWidth(column) for column in range(6)} == {LEAST_COLUMN}
    assert table.horizontalScrollBar().maximum() > 0
    add = next(b for b in page.findChildren(PhraseButton) if b.words() == "Add")
    assert not add.isEnabled()


def test_that_one_material_asks_for_another(dataset: Dataset, page: ComparePage) -> None:
    page.show_scene(compare_scene(dataset, replace(VIEW, compared=("gallium",))))
    assert not table_of(page).isVisible()
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Choose one more material." in words


def test_that_the_lanes_tell_days_and_material(qtbot: QtBot, page: ComparePage) -> None:
    figure = page.findChild(TimelineFigure)
    assert figure is not None
    with qtbot.waitSignal(page.material_opened) as told:
        figure.measure_picked.emit("gallium")
    assert told.args == ["gallium"]


def test_that_both_themes_paint_a_ready_and_a_turned_table(
    dataset: Dataset, page: ComparePage, dark: Theme
) -> None:
    before = page.grab().toImage()
    page.apply_theme(dark)
    after = page.grab().toImage()
    assert after != before
    page.show_scene(compare_scene(dataset, replace(VIEW, turned=True)))
    assert page.grab().toImage() != after


def test_that_a_narrow_cell_is_higher_and_never_more_than_three_lines(qtbot: QtBot) -> None:
    cell = CompareCell("Oxide needs an export licence", "because of the announcement " * 20)
    assert cell_height(cell, 900.0) <= cell_height(cell, 200.0)
    assert cell_height(cell, 200.0) == cell_height(cell, 230.0)


def test_that_a_click_and_a_key_on_a_figure_ask_for_the_evidence_of_its_material(
    page: ComparePage, scene: CompareScene, qtbot: QtBot
) -> None:
    table = table_of(page)
    row = next(n for n, one in enumerate(scene.rows) if one.key == "mined")
    index = table.model().index(row, 2)
    table.scrollTo(index)
    place = table.visualRect(index).center()
    with qtbot.waitSignal(page.evidence_asked) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["for:gallium:header.mined"]
    with qtbot.waitSignal(page.evidence_asked) as again:
        qtbot.keyClick(table, Qt.Key.Key_E)
    assert again.args == asked.args


def test_that_a_click_on_a_chip_asks_for_the_state_of_its_form(
    page: ComparePage, scene: CompareScene, qtbot: QtBot
) -> None:
    table = table_of(page)
    box = table.visualRect(table.model().index(0, 0))
    with qtbot.waitSignal(page.evidence_asked) as asked:
        qtbot.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(12 + 110, 14)
        )
    assert asked.args == ["for:dysprosium:state:metal"]


def test_that_every_figure_shown_has_evidence(dataset: Dataset, scene: CompareScene) -> None:
    for row in scene.rows:
        for cell in row.cells:
            for key in filter(None, (cell.key, *cell.chip_keys)):
                found = evidence(dataset, VIEW, key)
                assert cell.missing or not found.gap, (row.key, key, found.gap)
