"""The timeline as a sortable table, for the keyboard, the screen reader and whoever likes lists.

Not for dates and states: `ListScene` brings them, with what is to be announced.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rare_gui.domain.counting import counted
from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.listing.cells import PADDING, ListCells
from rare_gui.panels.listing.model import (
    NAMES,
    ROW_ROLE,
    ListTableModel,
)
from rare_gui.panels.pieces.announcing import announce
from rare_gui.scenes.listing import ListRow, ListScene, RowKind

ROW_HEIGHT = 24
_WIDTHS = (60, 132, 300, 84, 84, 132, 78, 150)
"""Px of the columns at first; the user may pull them, the third takes what is left."""
_WHAT_COLUMN = 2
_LEAST_WHAT = 120  # where there is no room beside it, the sources go beyond the right edge


class ListPanel(QWidget):
    """Shows a ListScene. Enter or a double click picks the row's measure, project, event or note.

    A click on a head sorts by that column; so do Alt+Up and Alt+Down by the column of the current
    cell, ascending and descending.
    """

    measure_picked = Signal(str)
    event_picked = Signal(str)
    note_picked = Signal(str)
    all_lanes_asked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._as_of: int | None = None
        self._model = ListTableModel(self)
        self._table = _Table(theme)
        self._table.setModel(self._model)
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setFont(font("note"))
        self._lanes = QToolButton()
        self._lanes.setFont(font("ui"))
        self._lanes.setCheckable(True)
        self._lanes.setToolTip("List the measures of every lane, or only those that bear on this")
        self._lanes.clicked.connect(self.all_lanes_asked)
        self._table.opened.connect(self._open)
        self._table.sort_asked.connect(self._sort)
        self._table.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 8, 4)
        head.addWidget(self._count, 1)
        head.addWidget(self._lanes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._table, 1)
        self.setFocusProxy(self._table)
        self.setAccessibleName("Timeline as a list")
        self._table.mark_sorted(*self._model.sorted_by)
        for number, width in enumerate(_WIDTHS):
            self._table.setColumnWidth(number, width)
        self.apply_theme(theme)

    def show_scene(self, scene: ListScene) -> None:
        """Show `scene`; when the day has moved, a screen reader is told what applies."""
        self._keeping_place(lambda: self._model.show_scene(scene))
        self._table.horizontalHeader().viewport().update()  # the day in the head of the state
        rows = len(scene.rows)
        self._count.setText(
            f"{counted(rows, 'row', 'rows')} · Enter opens · Alt+Up and Alt+Down sort"
            if rows
            else "No measure and no event in this view. Show all lanes, or choose another range."
        )
        self._lanes.setText(f"Lanes {scene.lanes_shown} of {scene.lanes_total}")
        self._lanes.setChecked(scene.all_lanes)
        moved = self._as_of is not None and scene.as_of != self._as_of
        self._as_of = scene.as_of
        if moved:
            announce(self._table, scene.announcement)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._count.setStyleSheet(f"color: {theme.color('text3').name()};")
        self._table.apply_theme(theme)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ListRow):
            return
        signals = {
            RowKind.MEASURE: self.measure_picked,
            RowKind.PROJECT: self.measure_picked,  # evidence asks for lanes, of whatever they are
            RowKind.EVENT: self.event_picked,
            RowKind.NOTE: self.note_picked,
        }
        if row.key and row.kind in signals:
            signals[row.kind].emit(row.key)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        if (column, order == Qt.SortOrder.DescendingOrder) == self._model.sorted_by:
            return
        self._keeping_place(lambda: self._model.sort(column, order))
        self._table.mark_sorted(*self._model.sorted_by)
        words = "descending" if order == Qt.SortOrder.DescendingOrder else "ascending"
        announce(self._table, f"Sorted by {NAMES[column]}, {words}")

    def _keeping_place(self, act: Callable[[], object]) -> None:
        """Do `act` and return to the row and column that was current, where it is still there."""
        current = self._table.currentIndex()
        row = current.data(ROW_ROLE)
        act()
        if isinstance(row, ListRow) and not self._table.currentIndex().isValid():
            place = self._model.place_of(row)
            if place >= 0:
                self._table.setCurrentIndex(self._model.index(place, current.column()))


class _Table(QTableView):
    """Rows of one height; Enter and double click open, Alt with Up or Down sorts."""

    opened = Signal(QModelIndex)
    sort_asked = Signal(int, Qt.SortOrder)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._cells = ListCells(theme)
        self.setItemDelegate(self._cells)
        self.setAccessibleName("Bars and events of the timeline")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)  # Tab leads out of the table, arrows through it
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setFont(font("note"))
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        self.doubleClicked.connect(self.opened)

    def mark_sorted(self, column: int, descending: bool) -> None:
        """Show which column sorts."""
        head = self.horizontalHeader()
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        head.setSortIndicator(column, order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words what the other columns leave; the sources are the first to make room."""
        super().resizeEvent(event)
        others = [self.columnWidth(n) for n in range(len(NAMES)) if n != _WHAT_COLUMN]
        room = self.viewport().width() - sum(others)
        if room < _LEAST_WHAT:
            room = max(_LEAST_WHAT, room + others[-1])
        self.setColumnWidth(_WHAT_COLUMN, room)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._cells.theme = theme
        panel, weak = theme.color("panel").name(), theme.color("text3").name()
        line = theme.color("line").name()
        self.horizontalHeader().setStyleSheet(
            f"QHeaderView {{ background: {panel}; border: none; }}"
            f"QHeaderView::section {{ background: {panel}; color: {weak}; border: none;"
            f" border-bottom: 1px solid {line}; padding: 4px {PADDING}px; }}"
        )
        self.viewport().update()

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int] = ()) -> None:
        """Repaint the changed rows alone; Qt's own answer is to repaint the whole table."""
        if QAccessible.isActive():
            super().dataChanged(first, last, roles)
        top = self.rowViewportPosition(first.row())
        bottom = self.rowViewportPosition(last.row()) + ROW_HEIGHT
        self.viewport().update(0, top, self.viewport().width(), bottom - top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row, Alt with Up or Down sorts by the current column."""
        current = self.currentIndex()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if current.isValid() and not modifiers and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(current)
        elif (
            current.isValid()
            and modifiers == Qt.KeyboardModifier.AltModifier
            and key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            descending = key == Qt.Key.Key_Down
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self.sort_asked.emit(current.column(), order)
        else:
            super().keyPressEvent(event)
