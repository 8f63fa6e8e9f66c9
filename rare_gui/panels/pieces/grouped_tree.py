"""A tree of groups and rows that are painted whole: hover, choice, folding, keyboard.

Not for what a row looks like, nor for what choosing one leads to: the tables made of it say that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTreeView, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.row_painter import RowState
from rare_gui.panels.pieces.table_header import TableHeader

FIRST = 0
"""The column that stands for a whole row."""


class PaintsRows(Protocol):
    """Paints one row into the cells of its columns."""

    def paint(
        self, painter: QPainter, cells: list[QRect], item: Any, state: RowState, /
    ) -> None: ...


class GroupedTree(QTreeView):
    """Says which row was chosen by key or pointer, by the key that `key_of` gives it.

    `widths` are those of the columns in px; `stretched` is the one that takes what is left.
    `item_role` of the model gives what stands behind an index.
    """

    row_picked = Signal(str)
    detail_asked = Signal()

    def __init__(
        self,
        model: QAbstractItemModel,
        painter: PaintsRows,
        header: TableHeader,
        *,
        item_role: int,
        widths: Mapping[int, int],
        stretched: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.painter = painter
        self._item_role = item_role
        self._hovered = QModelIndex()
        self._selected = ""
        self._silent = False
        self.setModel(model)
        self.setHeader(header)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        header.setStretchLastSection(False)
        for column in range(model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, widths.get(column, 100))
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def key_of(self, item: object) -> str:
        """The key of a row that can be chosen; empty for a group."""
        raise NotImplementedError

    def index_of(self, key: str) -> QModelIndex:
        """The first column's index of a row; invalid when it is not listed."""
        raise NotImplementedError

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`; `painter` is the tables' own to renew."""
        header = self.header()
        if isinstance(header, TableHeader):
            header.apply_theme(theme)
        self.viewport().update()

    def select(self, key: str) -> None:
        """Show a row as the chosen one, without saying so."""
        index = self.index_of(key)
        if key == self._selected and index == self.currentIndex().siblingAtColumn(FIRST):
            return  # scrolling and folding stay as the user left them
        self._selected = key
        self._silent = True
        self.setCurrentIndex(index)
        self._silent = False
        if index.isValid():
            self.expand(index.parent())
            self.scrollTo(index)
        self.viewport().update()

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint one whole row."""
        item = index.data(self._item_role)
        header = self.header()
        top, height = options.rect.top(), options.rect.height()
        cells = [
            QRect(header.sectionViewportPosition(n), top, header.sectionSize(n), height)
            for n in range(header.count())
        ]
        key = self.key_of(item)
        state = RowState(
            selected=bool(key) and key == self._selected,
            hovered=index == self._hovered,
            focused=self.hasFocus() and index == self.currentIndex().siblingAtColumn(FIRST),
            folded=not self.isExpanded(index),
        )
        self.painter.paint(painter, cells, item, state)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A group opens or closes, a row is chosen."""
        index = self.indexAt(event.position().toPoint()).siblingAtColumn(FIRST)
        item = index.data(self._item_role)
        if event.button() != Qt.MouseButton.LeftButton or item is None:
            super().mousePressEvent(event)
            return
        event.accept()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCurrentIndex(index)
        if not self.key_of(item):
            self.setExpanded(index, not self.isExpanded(index))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        self._hover(self.indexAt(event.position().toPoint()).siblingAtColumn(FIRST))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more."""
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right opens a group, Left closes it; on a row Left goes to its group."""
        index = self.currentIndex().siblingAtColumn(FIRST)
        item, key = index.data(self._item_role), event.key()
        if item is None or key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Right:
            self.expand(index)
        elif self.isExpanded(index) and not self.key_of(item):
            self.collapse(index)
        elif index.parent().isValid():
            self.setCurrentIndex(index.parent())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """A row reached by the keyboard or the pointer is chosen."""
        super().currentChanged(current, previous)
        key = self.key_of(current.data(self._item_role))
        if not self._silent and key and key != self._selected:
            self._selected = key
            self.row_picked.emit(key)
        self.viewport().update()

    def _hover(self, index: QModelIndex) -> None:
        if index != self._hovered:
            self._hovered = index
            self.viewport().update()
