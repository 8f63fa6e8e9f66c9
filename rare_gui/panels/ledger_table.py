"""The tree of the ledger: columns that fit the width, whole rows painted, keyboard.

Not for filters and detail (`ledger_page`), nor for what a row looks like (`ledger_painter`).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from rare_gui.domain.commitment_records import Standing
from rare_gui.figures.theme import Theme
from rare_gui.panels.ledger_model import (
    ACCORDING_TO,
    BY,
    COLUMNS,
    CONFIDENCE,
    DUE,
    EVIDENCE,
    ITEM_ROLE,
    PROMISE,
    RECORD,
    LedgerModel,
)
from rare_gui.panels.ledger_painter import GROUP_HEIGHT, LedgerPainter, promise_height
from rare_gui.panels.row_painter import RowState
from rare_gui.panels.table_header import TableHeader
from rare_gui.scenes.ledger import LedgerGroup
from rare_gui.scenes.ledger_row import LedgerRow

_WIDTHS = {BY: 62, DUE: 96, ACCORDING_TO: 132, RECORD: 112, CONFIDENCE: 82, EVIDENCE: 68}
_LEAVING = ((860, CONFIDENCE), (740, ACCORDING_TO), (560, DUE))
"""Under so many px of width a column is left out; its words stand in the detail."""
_RIGHT_ALIGNED = frozenset({DUE, EVIDENCE})
_VERDICT_KEYS = {
    Qt.Key.Key_1: Standing.KEPT,
    Qt.Key.Key_2: Standing.PARTLY,
    Qt.Key.Key_3: Standing.NOT_KEPT,
    Qt.Key.Key_4: Standing.CANNOT_TELL,
}


class LedgerTable(QTreeView):
    """Texts and promises; says which promise is chosen, opened or to be noted."""

    promise_picked = Signal(str)
    detail_asked = Signal()
    note_asked = Signal(str)
    standing_asked = Signal(object)

    def __init__(self, model: LedgerModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = model
        self._painter = LedgerPainter(theme)
        self._hovered = QModelIndex()
        self._selected = ""
        self._silent = False
        self.setModel(model)
        self.setHeader(TableHeader(theme, _RIGHT_ALIGNED, self))
        self.setItemDelegate(_RowHeight(self))
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName("Promises of the truce")
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(len(COLUMNS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, _WIDTHS.get(column, 100))
        header.setSectionResizeMode(PROMISE, QHeaderView.ResizeMode.Stretch)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._painter = LedgerPainter(theme)
        header = self.header()
        if isinstance(header, TableHeader):
            header.apply_theme(theme)
        self.viewport().update()

    def select(self, commitment: str) -> None:
        """Show a promise as the chosen one, without saying so."""
        index = self._source.promise_index(commitment)
        if commitment == self._selected and index == self.currentIndex().siblingAtColumn(BY):
            return  # scrolling and folding stay as the user left them
        self._selected = commitment
        self._silent = True
        self.setCurrentIndex(index)
        self._silent = False
        if index.isValid():
            self.expand(index.parent())
            self.scrollTo(index)
        self.viewport().update()

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint one whole row."""
        item: LedgerGroup | LedgerRow = index.data(ITEM_ROLE)
        header = self.header()
        top, height = options.rect.top(), options.rect.height()
        cells = [
            QRect(header.sectionViewportPosition(n), top, header.sectionSize(n), height)
            for n in range(header.count())
        ]
        state = RowState(
            selected=isinstance(item, LedgerRow) and item.commitment == self._selected,
            hovered=index == self._hovered,
            focused=self.hasFocus() and index == self.currentIndex().siblingAtColumn(BY),
            folded=not self.isExpanded(index),
        )
        self._painter.paint(painter, cells, item, state)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A text opens or closes, a promise is chosen."""
        index = self.indexAt(event.position().toPoint()).siblingAtColumn(BY)
        item = index.data(ITEM_ROLE)
        if event.button() != Qt.MouseButton.LeftButton or item is None:
            super().mousePressEvent(event)
            return
        event.accept()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCurrentIndex(index)
        if isinstance(item, LedgerGroup):
            self.setExpanded(index, not self.isExpanded(index))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        self._hover(self.indexAt(event.position().toPoint()).siblingAtColumn(BY))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more."""
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: detail; N: note; 1 to 4: one verdict; Left and Right: texts."""
        index = self.currentIndex().siblingAtColumn(BY)
        item = index.data(ITEM_ROLE)
        promise = item.commitment if isinstance(item, LedgerRow) else ""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _VERDICT_KEYS:
            self.standing_asked.emit(_VERDICT_KEYS[key])
        elif promise and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.detail_asked.emit()
        elif promise and key == Qt.Key.Key_N:
            self.note_asked.emit(promise)
        elif promise and key == Qt.Key.Key_Left:
            self.setCurrentIndex(index.parent())
        elif item is not None and key == Qt.Key.Key_Left:
            self.collapse(index)
        elif item is not None and key == Qt.Key.Key_Right:
            self.expand(index)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """A promise reached by the keyboard or the pointer is chosen."""
        super().currentChanged(current, previous)
        item = current.data(ITEM_ROLE)
        if not self._silent and isinstance(item, LedgerRow) and item.commitment != self._selected:
            self._selected = item.commitment
            self.promise_picked.emit(item.commitment)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns that would press the promise; its lines are broken anew."""
        super().resizeEvent(event)
        for width, column in _LEAVING:
            self.setColumnHidden(column, event.size().width() < width)
        self.scheduleDelayedItemsLayout()

    def _hover(self, index: QModelIndex) -> None:
        if index != self._hovered:
            self._hovered = index
            self.viewport().update()


class _RowHeight(QStyledItemDelegate):
    """Gives each row its height; the view paints them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        item = index.data(ITEM_ROLE)
        view = self.parent()
        if not isinstance(item, LedgerRow) or not isinstance(view, LedgerTable):
            return QSize(40, GROUP_HEIGHT)
        return QSize(40, promise_height(item.promise, view.header().sectionSize(PROMISE)))
