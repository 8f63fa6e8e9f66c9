"""The cliff board: choosing, folding, filtering, asking for calendar files, what stays chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import Theme
from rare_gui.panels.cliffs.board import CliffBoard
from rare_gui.panels.cliffs.detail import CliffDetail
from rare_gui.panels.cliffs.model import ITEM_ROLE, CliffModel
from rare_gui.panels.cliffs.strip import CliffStrip
from rare_gui.panels.cliffs.table import CliffTable
from rare_gui.panels.pieces.phrase_button import PhraseButton
from rare_gui.panels.pieces.removable_chips import RemovableChips
from rare_gui.scenes.cliffs.filters import CliffFilters
from rare_gui.scenes.cliffs.row import CliffRow
from rare_gui.scenes.cliffs.scene import CliffsScene, cliffs_scene
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day

GALLIUM = "cn-2024-46-us-ga-ge-sb.2026-11-27.legal_text"


@pytest.fixture(scope="module")
def scene(dataset: Dataset) -> CliffsScene:
    return cliffs_scene(dataset, Selection("gallium", date(2026, 11, 23)))


@pytest.fixture
def board(light: Theme, shown: Callable[..., QWidget], scene: CliffsScene) -> CliffBoard:
    made = CliffBoard(light)
    made.show_scene(scene)
    shown(made, 1200, 860)
    return made


Kind = TypeVar("Kind", bound=QWidget)


def part(board: CliffBoard, kind: type[Kind]) -> Kind:
    found = board.findChild(kind)
    assert found is not None
    return found


def filtered(dataset: Dataset, material: str, filters: CliffFilters) -> CliffsScene:
    view = Selection(material, date(2026, 11, 23))
    return cliffs_scene(dataset, replace(view, **asdict(filters)))


def words_seen(board: CliffBoard) -> list[str]:
    return [label.text() for label in board.findChildren(QLabel) if label.isVisible()]


def switch(board: CliffBoard, text: str) -> QToolButton:
    return next(b for b in board.findChildren(QToolButton) if b.text() == text)


def place_of(board: CliffBoard, clause: str) -> QPoint:
    table = part(board, CliffTable)
    model = table.model()
    assert isinstance(model, CliffModel)
    index = model.clause_index(clause)
    table.scrollTo(index)
    return table.visualRect(index).center()


def click(qtbot: QtBot, board: CliffBoard, at: QPoint) -> None:
    viewport = part(board, CliffTable).viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)


def test_that_the_model_keeps_qts_rules(qtbot: QtBot, scene: CliffsScene) -> None:
    model = CliffModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.show_groups(scene.groups)
    assert not model.show_groups(scene.groups)
    assert model.show_groups(scene.groups[1:])


def test_that_the_first_clause_ahead_is_chosen(board: CliffBoard) -> None:
    current = part(board, CliffTable).currentIndex().data(ITEM_ROLE)
    assert isinstance(current, CliffRow)
    assert current.clause == GALLIUM


def test_that_a_click_chooses_a_row_and_a_second_one_opens_its_day(
    qtbot: QtBot, board: CliffBoard
) -> None:
    clause = "us-dfars-7052.2027-01-01.legal_text"
    at = place_of(board, clause)
    with qtbot.waitSignal(board.clause_picked) as told:
        click(qtbot, board, at)
    assert told.args == [clause]
    with qtbot.waitSignal(board.day_opened) as opened:
        viewport = part(board, CliffTable).viewport()
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [axis_day(date(2027, 1, 1))]


def test_that_a_click_on_a_tile_picks_its_material(qtbot: QtBot, board: CliffBoard) -> None:
    at = place_of(board, GALLIUM)
    table = part(board, CliffTable)
    left = table.header().sectionViewportPosition(5)
    with qtbot.waitSignal(board.material_picked) as told:
        click(qtbot, board, QPoint(left + 10, at.y()))
    assert told.args == ["gallium"]


def test_that_a_marker_chooses_the_row_even_in_a_folded_date(
    qtbot: QtBot, board: CliffBoard, scene: CliffsScene
) -> None:
    strip = part(board, CliffStrip)
    marker = next(m for m in scene.strip.markers if m.date == "10 Nov")
    first, last = scene.strip.window
    x = 16 + (marker.day + 0.3 - first) / (last - first) * (strip.width() - 32)
    with qtbot.waitSignal(board.clause_picked) as told:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPointF(x, 40).toPoint())
    assert told.args == [marker.clause]
    current = part(board, CliffTable).currentIndex()
    assert current.data(ITEM_ROLE).clause == marker.clause
    assert part(board, CliffTable).isExpanded(current.parent())


def test_that_the_keyboard_can_do_what_the_mouse_can(qtbot: QtBot, board: CliffBoard) -> None:
    table = part(board, CliffTable)
    table.setFocus()
    with qtbot.waitSignal(board.clause_picked) as told:
        qtbot.keyClick(table, Qt.Key.Key_Down)
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert told.args == ["us-dfars-7052.2027-01-01.legal_text"]
    with qtbot.waitSignal(board.calendar_asked) as asked:
        qtbot.keyClick(table, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [("us-dfars-7052.2027-01-01.legal_text",)]
    with qtbot.waitSignal(board.day_opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert part(board, CliffDetail).isHidden()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert part(board, CliffDetail).isVisible()
    qtbot.keyClick(table, Qt.Key.Key_Left)
    group = table.currentIndex()
    assert not group.parent().isValid()
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert not table.isExpanded(group)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.isExpanded(group)


def test_that_all_as_ics_asks_for_the_rows_shown(
    qtbot: QtBot, board: CliffBoard, scene: CliffsScene, dataset: Dataset
) -> None:
    every = next(b for b in board.findChildren(PhraseButton) if b.words() == "All as .ics")
    with qtbot.waitSignal(board.calendar_asked) as told:
        every.click()
    assert told.args == [tuple(row.clause for row in scene.rows)]
    board.show_scene(filtered(dataset, "gallium", CliffFilters(only_material=True)))
    with qtbot.waitSignal(board.calendar_asked) as fewer:
        every.click()
    assert fewer.args == [(GALLIUM,)]


def test_that_an_empty_board_says_so_and_offers_all_dates(
    qtbot: QtBot, board: CliffBoard, dataset: Dataset
) -> None:
    board.show_scene(filtered(dataset, "tellurium", CliffFilters(only_material=True, within=14)))
    assert "No dated clause in this range." in words_seen(board)
    assert not board.grab().toImage().isNull()  # a strip without markers can be painted
    again = next(b for b in board.findChildren(QPushButton) if b.text() == "Show all dates")
    with qtbot.waitSignal(board.filters_asked) as asked:
        again.click()
    assert asked.args == [CliffFilters()]
    board.show_scene(filtered(dataset, "tellurium", CliffFilters()))
    assert part(board, CliffTable).isVisible()


def test_that_the_switches_ask_for_other_filters_and_show_those_of_the_scene(
    qtbot: QtBot, board: CliffBoard, dataset: Dataset
) -> None:
    with qtbot.waitSignal(board.filters_asked) as asked:
        switch(board, "Only Gallium").click()
    assert asked.args == [CliffFilters(only_material=True)]
    with qtbot.waitSignal(board.filters_asked) as asked:
        switch(board, "Context measures").click()
    assert asked.args == [CliffFilters(context=False)]
    board.show_scene(filtered(dataset, "gallium", CliffFilters(authority="US", within=90)))
    assert not switch(board, "Only Gallium").isChecked()
    assert switch(board, "Context measures").isChecked()
    buttons = {button.words() for button in board.findChildren(PhraseButton)}
    assert {"United States", "Within 90 days"} <= buttons


@pytest.mark.parametrize(
    ("button", "choice", "filters"),
    [
        ("All authorities", "China", CliffFilters(authority="CN")),
        ("All dates", "Within a year", CliffFilters(within=365)),
    ],
)
def test_that_the_menus_ask_for_an_authority_and_a_range(
    qtbot: QtBot, board: CliffBoard, button: str, choice: str, filters: CliffFilters
) -> None:
    next(b for b in board.findChildren(PhraseButton) if b.words() == button).click()
    menu = part(board, QMenu)
    actions = {action.text(): action for action in menu.actions()}
    assert [text for text, action in actions.items() if action.isChecked()] == [button]
    with qtbot.waitSignal(board.filters_asked) as asked:
        actions[choice].trigger()
    menu.close()
    assert asked.args == [filters]


def test_that_typed_words_are_asked_for_after_a_rest_and_not_overwritten_meanwhile(
    qtbot: QtBot, board: CliffBoard, scene: CliffsScene
) -> None:
    board.focus_filter()
    field = part(board, QLineEdit)
    with qtbot.waitSignal(board.filters_asked) as asked:
        qtbot.keyClicks(field, "Magnet ")
        board.show_scene(scene)
        assert field.text() == "Magnet "
    assert asked.args == [CliffFilters(words="Magnet")]


def test_that_the_head_says_what_is_left_out(board: CliffBoard, dataset: Dataset) -> None:
    board.show_scene(
        filtered(dataset, "gallium", CliffFilters(only_material=True, authority="CN", within=14))
    )
    chips = part(board, RemovableChips)
    assert chips.accessibleDescription() == "Only Gallium; Only by China; Within 14 days"
    assert "1 of 24 clauses" in words_seen(board)
    board.show_scene(filtered(dataset, "gallium", CliffFilters()))
    assert chips.isHidden()
    assert not any("clauses" in words for words in words_seen(board))


def test_that_the_compared_materials_are_offered_and_taken_away_again(
    qtbot: QtBot, board: CliffBoard, dataset: Dataset
) -> None:
    view = Selection("gallium", date(2026, 11, 23))
    board.show_scene(cliffs_scene(dataset, replace(view, compared=("terbium",))))
    assert switch(board, "Only 1 compared").isHidden()
    pair = replace(view, compared=("holmium", "terbium"), only_material=True)
    board.show_scene(cliffs_scene(dataset, pair))
    together = switch(board, "Only 2 compared")
    assert together.isVisible()
    assert "Holmium and Terbium" in together.toolTip()
    with qtbot.waitSignal(board.filters_asked) as asked:
        together.click()
    assert asked.args == [CliffFilters(only_compared=True)]
    board.show_scene(cliffs_scene(dataset, replace(pair, **asdict(asked.args[0]))))
    assert together.isChecked()
    assert not switch(board, "Only Gallium").isChecked()
    with qtbot.waitSignal(board.filters_asked) as asked:
        qtbot.keyClick(part(board, RemovableChips), Qt.Key.Key_Delete)
    assert asked.args == [CliffFilters()]
    board.show_scene(cliffs_scene(dataset, replace(pair, compared=(), only_compared=True)))
    assert together.isHidden()


def test_that_the_chosen_clause_stays_chosen_when_the_day_moves(
    qtbot: QtBot, board: CliffBoard, dataset: Dataset
) -> None:
    clause = "cn-2025-57-five-ree.2027-01-10.official_statement"
    click(qtbot, board, place_of(board, clause))
    with qtbot.assertNotEmitted(board.clause_picked):
        board.show_scene(cliffs_scene(dataset, Selection("gallium", date(2026, 11, 28))))
    assert part(board, CliffTable).currentIndex().data(ITEM_ROLE).clause == clause


def test_that_the_row_is_read_with_the_days_left_first(board: CliffBoard) -> None:
    index = part(board, CliffTable).currentIndex().siblingAtColumn(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("4 days left; 27 Nov 2026")
    strip = part(board, CliffStrip).accessibleName()
    assert "27 Nov 2026: Ga, Ge, Sb, C, 4 days left" in strip
    assert "45 days without data" in strip


def test_that_the_outcome_of_a_file_is_told_under_the_button(board: CliffBoard) -> None:
    board.show_calendar_result("/nowhere/a.ics was not written: <b>no</b> such folder", failed=True)
    label = next(x for x in board.findChildren(QLabel) if "was not written" in x.text())
    assert label.isVisible()
    assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("width", "orientation"),
    [(1200, Qt.Orientation.Horizontal), (700, Qt.Orientation.Vertical)],
)
def test_that_the_detail_stands_beside_the_table_only_where_there_is_room(
    qtbot: QtBot, board: CliffBoard, width: int, orientation: Qt.Orientation
) -> None:
    board.resize(width, 760)
    qtbot.waitUntil(lambda: part(board, QSplitter).orientation() is orientation)
    assert part(board, CliffTable).height() > 200


def test_that_both_themes_paint_every_part(board: CliffBoard, dark: Theme) -> None:
    before = board.grab().toImage()
    board.apply_theme(dark)
    assert board.grab().toImage() != before
