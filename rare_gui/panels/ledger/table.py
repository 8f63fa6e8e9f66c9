"""The tree of the ledger: columns that fit the width, whole rows painted, keyboard.

Not for filters and detail (`ledger_page`), nor for what a row looks like (`ledger_painter`).
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rare_gui.domain.commitment_records import Standing
from rare_gui.figures.theme import Theme
from rare_gui.panels.ledger.model import (
    ACCORDING_TO,
    BY,
    CONFIDENCE,
    DUE,
    EVIDENCE,
    ITEM_ROLE,
    PROMISE,
    RECORD,
    LedgerModel,
)
from rare_gui.panels.ledger.painter import GROUP_HEIGHT, LedgerPainter, promise_height
from rare_gui.panels.pieces.grouped_tree import GroupedTree
from rare_gui.panels.pieces.table_header import EDGE, TableHeader
from rare_gui.scenes.ledger.row import LedgerRow

_WIDTHS = {BY: 68, DUE: 96, ACCORDING_TO: 132, RECORD: 112, CONFIDENCE: 82, EVIDENCE: 68}
_LEAVING = ((860, CONFIDENCE), (740, ACCORDING_TO), (560, DUE))
"""Under so many px of width a column is left out; its words stand in the detail."""
_RIGHT_ALIGNED = frozenset({DUE, EVIDENCE})
_VERDICT_KEYS = {
    Qt.Key.Key_1: Standing.KEPT,
    Qt.Key.Key_2: Standing.PARTLY,
    Qt.Key.Key_3: Standing.NOT_KEPT,
    Qt.Key.Key_4: Standing.CANNOT_TELL,
}


class LedgerTable(GroupedTree):
    """Texts and promises; says which promise is chosen, opened or to be noted.

    `evidence_asked` carries the key of the evidence on a promise: its count was clicked, or E.
    """

    note_asked = Signal(str)
    evidence_asked = Signal(str)
    standing_asked = Signal(object)

    def __init__(self, model: LedgerModel, theme: Theme, parent: QWidget | None = None) -> None:
        self._source = model
        super().__init__(
            model,
            LedgerPainter(theme),
            TableHeader(theme, _RIGHT_ALIGNED, edge=EDGE),
            item_role=ITEM_ROLE,
            widths=_WIDTHS,
            stretched=PROMISE,
            parent=parent,
        )
        self.setItemDelegate(_RowHeight(self))
        self.setAccessibleName("Promises of the truce")

    def key_of(self, item: object) -> str:
        """The id of a promise."""
        return item.commitment if isinstance(item, LedgerRow) else ""

    def index_of(self, key: str) -> QModelIndex:
        """Index of a promise's first column."""
        return self._source.promise_index(key)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self.painter = LedgerPainter(theme)
        super().apply_theme(theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The count of pieces and the verdict open the evidence on the promise too."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        promise = self.key_of(index.siblingAtColumn(BY).data(ITEM_ROLE))
        pressed = event.button() == Qt.MouseButton.LeftButton
        if pressed and promise and index.column() in (EVIDENCE, RECORD):
            self.evidence_asked.emit(f"promise:{promise}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: detail; E: evidence; N: note; 1 to 4: one verdict; Left and Right: texts."""
        promise = self.key_of(self.currentIndex().siblingAtColumn(BY).data(ITEM_ROLE))
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _VERDICT_KEYS:
            self.standing_asked.emit(_VERDICT_KEYS[key])
        elif promise and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.detail_asked.emit()
        elif promise and key == Qt.Key.Key_E:
            self.evidence_asked.emit(f"promise:{promise}")
        elif promise and key == Qt.Key.Key_N:
            self.note_asked.emit(promise)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns that would press the promise; its lines are broken anew."""
        super().resizeEvent(event)
        for width, column in _LEAVING:
            self.setColumnHidden(column, event.size().width() < width)
        self.scheduleDelayedItemsLayout()


class _RowHeight(QStyledItemDelegate):
    """Gives each row its height; the view paints them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        item = index.data(ITEM_ROLE)
        view = self.parent()
        if not isinstance(item, LedgerRow) or not isinstance(view, LedgerTable):
            return QSize(40, GROUP_HEIGHT)
        return QSize(40, promise_height(item.promise, view.header().sectionSize(PROMISE)))
