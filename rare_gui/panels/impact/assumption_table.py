"""The table of assumptions: low, middle in a field, high, class; edited by spin boxes in place.

Not for the rows (`assumption_model`) nor for what a change leads to.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.impact.assumption_cells import (
    ROW_HEIGHT,
    AssumptionCells,
    AssumptionHeader,
    row_height,
)
from rare_gui.panels.impact.assumption_model import (
    CLASS,
    HIGH,
    LOW,
    MIDDLE,
    NAME,
    UNIT,
    AssumptionModel,
)
from rare_gui.scenes.impact.parts import Assumption, AssumptionGroup

_WIDTHS = {UNIT: 38, LOW: 42, MIDDLE: 56, HIGH: 42, CLASS: 78}


class AssumptionTable(QTableView):
    """Arrows go through the middles; a key or a click edits one, Tab goes on to the next.

    `changed` carries key, low, middle, high; `reset_asked` the key to put back.
    """

    changed = Signal(str, float, float, float)
    reset_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = AssumptionModel(self)
        self._cells = AssumptionCells(theme, self)
        self._header = AssumptionHeader(theme, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(self._header)
        self.setAccessibleName("Assumptions")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        for column, width in _WIDTHS.items():
            self._header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self._header.resizeSection(column, width)
        self._header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        # Names wrap by the width that is left for them.
        self._header.sectionResized.connect(self._section_resized)
        self._rows.middle_edited.connect(self.changed)

    def show_groups(self, groups: tuple[AssumptionGroup, ...]) -> None:
        """Show the groups; the current row stays with its assumption."""
        before = self._rows.item(self.currentIndex())
        if self._rows.show_groups(groups):
            self.clearSpans()
            for row in self._rows.headings():
                self.setSpan(row, NAME, 1, len(_WIDTHS) + 1)
            self._fit_rows(self.columnWidth(NAME))
            key = before.key if isinstance(before, Assumption) else ""
            row = self._rows.row_of(key)
            if self._rows.rowCount():
                self.setCurrentIndex(self._rows.index(max(row, 1), MIDDLE))

    def show_key(self, key: str) -> None:
        """Bring an assumption into view and make it the current one."""
        row = self._rows.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self._rows.index(row, MIDDLE))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._cells.theme = theme
        self._header.apply_theme(theme)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """A dozen rows; it takes the height that there is and scrolls by itself."""
        return QSize(430, self._header.height() + 12 * ROW_HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a field edits it, one on the sign beside a changed class puts it back."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        item = self._rows.item(index)
        if event.button() != Qt.MouseButton.LeftButton or not isinstance(item, Assumption):
            return
        if index.column() == CLASS and item.changed:
            sign = self._cells.reset_place(QRect(self.visualRect(index)))
            if sign.adjusted(-4, -4, 4, 4).contains(event.position()):
                self.reset_asked.emit(item.key)
        elif index.column() == MIDDLE:
            self.edit(index)

    def _section_resized(self, column: int, _: int, width: int) -> None:
        if column == NAME:
            self._fit_rows(width)

    def _fit_rows(self, width: int) -> None:
        for row in range(self._rows.rowCount()):
            item = self._rows.item(self._rows.index(row, NAME))
            if item is not None:
                self.setRowHeight(row, row_height(item, width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl 0, Delete and Backspace put the current assumption back."""
        item = self._rows.item(self.currentIndex())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        put_back = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or (
            control and event.key() == Qt.Key.Key_0
        )
        if put_back and isinstance(item, Assumption):
            if item.changed:
                self.reset_asked.emit(item.key)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(item, Assumption):
            if self.state() is QAbstractItemView.State.EditingState:
                return  # the field has taken the value and passes the key on
            self.edit(self.currentIndex().siblingAtColumn(MIDDLE))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl 0 before the window takes it for its own size."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_0
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Every step leads to a middle; headings are passed over."""
        down, up = (
            QAbstractItemView.CursorAction.MoveNext,
            QAbstractItemView.CursorAction.MovePrevious,
        )
        step = {down: 1, up: -1, QAbstractItemView.CursorAction.MoveDown: 1,
                QAbstractItemView.CursorAction.MoveUp: -1}.get(action)  # fmt: skip
        if step is None:
            index = super().moveCursor(action, modifiers)
            row, step = index.row(), 1
        else:
            row = self.currentIndex().row() + step
        while 0 <= row < self._rows.rowCount():
            index = self._rows.index(row, MIDDLE)
            if isinstance(self._rows.item(index), Assumption):
                return index
            row += step
        return self.currentIndex()
