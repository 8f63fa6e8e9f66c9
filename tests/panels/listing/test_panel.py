"""The table of bars and events: order, keyboard, words for the screen reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.listing import panel as list_panel
from rare_gui.panels.listing.model import DAYS_COLUMN, FROM_COLUMN, NAMES, STATE_COLUMN
from rare_gui.panels.listing.panel import ListPanel
from rare_gui.scenes.listing import ListRow, ListScene, RowKind


def row(
    kind: RowKind, key: str, start: int, label: str, end: int | None, days: int | None
) -> ListRow:
    return ListRow(
        kind=kind,
        key=key,
        name=f"Name of {key}",
        what="<b>Ban</b>, all dual-use items",
        start=start,
        start_label=label,
        end=end,
        end_label="" if end is None else f"day {end}",
        state="prohibited",
        days=days,
        days_label="" if days is None else f"{days} left",
        sources=("source-1",),
        spoken="<i>spoken</i>",
        holds=days is not None,
        ahead=False,
    )


ROWS = (
    row(RowKind.MEASURE, "m1", 100, "2 Jan 2025", 300, 9),
    row(RowKind.EVENT, "e1", 200, "1 Apr 2025", None, None),
    row(RowKind.NOTE, "n1", 1000, "10 Feb 2026", None, None),
    row(RowKind.TRUCE, "", 1100, "9 May 2026", 1200, 100),
)
SCENE = ListScene(ROWS, 250, "6 Sept 2025", 2, 67, False, "6 Sept 2025. Something applies.")


@pytest.fixture
def panel(light: Theme, shown: Callable[..., QWidget]) -> ListPanel:
    made = ListPanel(light)
    made.show_scene(SCENE)
    shown(made, 900, 300)
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(list_panel, "announce", lambda _, text: words.append(text))
    return words


def table_of(panel: ListPanel) -> QTableView:
    found = panel.findChild(QTableView)
    assert found is not None
    return found


def shown_column(panel: ListPanel, column: int) -> list[str]:
    model = table_of(panel).model()
    return [str(model.index(n, column).data()) for n in range(model.rowCount())]


def test_that_dates_sort_as_dates_and_not_as_words(panel: ListPanel, qtbot: QtBot) -> None:
    table = table_of(panel)
    table.sortByColumn(FROM_COLUMN, Qt.SortOrder.DescendingOrder)
    assert shown_column(panel, FROM_COLUMN) == [
        "9 May 2026",
        "10 Feb 2026",
        "1 Apr 2025",
        "2 Jan 2025",
    ]


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_that_days_sort_as_numbers_with_empty_cells_last(
    panel: ListPanel, order: Qt.SortOrder
) -> None:
    table_of(panel).sortByColumn(DAYS_COLUMN, order)
    wanted = ["9 left", "100 left"]
    if order == Qt.SortOrder.DescendingOrder:
        wanted.reverse()
    assert shown_column(panel, DAYS_COLUMN) == [*wanted, "", ""]


def test_that_every_column_can_be_sorted_by_the_keyboard(
    panel: ListPanel, qtbot: QtBot, said: list[str]
) -> None:
    table = table_of(panel)
    table.setCurrentIndex(table.model().index(0, 0))
    for column, name in enumerate(NAMES):
        for key, words in ((Qt.Key.Key_Down, "descending"), (Qt.Key.Key_Up, "ascending")):
            table.setCurrentIndex(table.currentIndex().siblingAtColumn(column))
            qtbot.keyClick(table, key, Qt.KeyboardModifier.AltModifier)
            assert said[-1] == f"Sorted by {name}, {words}"
            assert table.horizontalHeader().sortIndicatorSection() == column


def test_that_a_click_on_a_head_sorts_and_another_one_turns_the_order(
    panel: ListPanel, qtbot: QtBot
) -> None:
    head = table_of(panel).horizontalHeader()
    place = QPoint(head.sectionViewportPosition(1) + 20, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    first = shown_column(panel, 1)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sorted(first) in (first, first[::-1])
    assert shown_column(panel, 1) == first[::-1]


def test_that_sorting_keeps_the_current_row(panel: ListPanel) -> None:
    table = table_of(panel)
    table.setCurrentIndex(table.model().index(0, 1))
    table.sortByColumn(FROM_COLUMN, Qt.SortOrder.DescendingOrder)
    assert table.currentIndex().data() == "Name of m1"
    assert table.currentIndex().row() == 3


def test_that_enter_picks_the_measure_the_event_or_the_note(panel: ListPanel, qtbot: QtBot) -> None:
    table = table_of(panel)
    wanted = ((panel.measure_picked, "m1"), (panel.event_picked, "e1"), (panel.note_picked, "n1"))
    for number, (signal, key) in enumerate(wanted):
        table.setCurrentIndex(table.model().index(number, 2))
        with qtbot.waitSignal(signal) as picked:
            qtbot.keyClick(table, Qt.Key.Key_Return)
        assert picked.args == [key]


def test_that_tab_leaves_the_table(panel: ListPanel) -> None:
    assert not table_of(panel).tabKeyNavigation()


def test_that_each_cell_says_its_column_and_its_words(panel: ListPanel) -> None:
    model = table_of(panel).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, FROM_COLUMN).data(role) == "From: 2 Jan 2025"
    assert model.index(0, STATE_COLUMN).data(role) == "State on 6 Sept 2025: prohibited"
    assert model.index(1, DAYS_COLUMN).data(role) == "Days: none"
    for number in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert model.index(number, column).data(role)


def test_that_texts_of_the_data_are_never_html_in_a_tooltip(panel: ListPanel) -> None:
    tip = str(table_of(panel).model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "<i>" not in tip


def test_that_the_state_is_announced_when_the_day_moves_and_only_then(
    panel: ListPanel, said: list[str]
) -> None:
    panel.show_scene(replace(SCENE, all_lanes=True))
    assert said == []
    panel.show_scene(replace(SCENE, as_of=251, announcement="7 Sept 2025. Something else."))
    assert said == ["7 Sept 2025. Something else."]


def test_that_a_step_of_the_day_keeps_the_current_cell(panel: ListPanel) -> None:
    table = table_of(panel)
    table.setCurrentIndex(table.model().index(1, 4))
    moved = tuple(replace(one, state="over", days=None, days_label="") for one in ROWS)
    panel.show_scene(replace(SCENE, rows=moved, as_of=260, as_of_label="16 Sept 2025"))
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 4)
    assert shown_column(panel, STATE_COLUMN) == ["over"] * 4


def test_that_rows_that_come_and_go_keep_the_current_one(panel: ListPanel) -> None:
    table = table_of(panel)
    table.setCurrentIndex(table.model().index(1, 2))
    panel.show_scene(replace(SCENE, rows=ROWS[1:]))
    assert table.currentIndex().row() == 0
    panel.show_scene(replace(SCENE, rows=()))
    assert not table.currentIndex().isValid()
    assert table.model().rowCount() == 0


def test_that_where_room_is_short_only_the_sources_lie_beyond_the_edge(
    panel: ListPanel, qtbot: QtBot
) -> None:
    table, head = table_of(panel), table_of(panel).horizontalHeader()
    for width in (700, 1300):
        panel.resize(width, 300)
        qtbot.waitUntil(lambda width=width: table.width() == width)  # type: ignore[misc]
        right = head.sectionViewportPosition(DAYS_COLUMN) + head.sectionSize(DAYS_COLUMN)
        assert right <= table.viewport().width()
    assert head.length() <= table.viewport().width()


def test_that_more_lanes_can_be_asked_for(panel: ListPanel, qtbot: QtBot) -> None:
    button = next(b for b in panel.findChildren(QWidget) if b.property("text") == "Lanes 2 of 67")
    with qtbot.waitSignal(panel.all_lanes_asked) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [True]


def test_that_both_themes_paint_it(panel: ListPanel, dark: Theme) -> None:
    panel.apply_theme(dark)
    assert not panel.grab().isNull()
