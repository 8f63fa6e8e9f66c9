"""The tree of the cliff board: columns that fit the width, whole rows painted, keyboard.

Not for the strip and the detail (`cliff_board`), nor for what a row looks like (`cliff_painter`).
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.cliffs.model import (
    BASIS,
    DATE,
    ITEM_ROLE,
    LEFT,
    MATERIALS,
    MEASURE,
    TEXT,
    CliffModel,
)
from rare_gui.panels.cliffs.painter import (
    CLAUSE_HEIGHT,
    FOLD_HEIGHT,
    GROUP_HEIGHT,
    CliffPainter,
)
from rare_gui.panels.pieces.grouped_tree import GroupedTree
from rare_gui.panels.pieces.table_header import TableHeader
from rare_gui.scenes.cliffs.row import CliffRow
from rare_gui.scenes.cliffs.scene import CliffFold, CliffGroup

_WIDTHS = {DATE: 88, LEFT: 66, MEASURE: 104, BASIS: 154, MATERIALS: 128}
_ROOM_FOR_MEASURE = 800
_RIGHT_ALIGNED = frozenset({DATE, LEFT})


class CliffTable(GroupedTree):
    """Groups, folded dates and clauses; says which clause is chosen, opened or taken along."""

    clause_opened = Signal(str)
    calendar_asked = Signal(str)
    material_picked = Signal(str)

    def __init__(self, model: CliffModel, theme: Theme, parent: QWidget | None = None) -> None:
        self._source = model
        self._cliffs = CliffPainter(theme)
        super().__init__(
            model,
            self._cliffs,
            TableHeader(theme, _RIGHT_ALIGNED, flush={MATERIALS}),
            item_role=ITEM_ROLE,
            widths=_WIDTHS,
            stretched=TEXT,
            parent=parent,
        )
        self.setItemDelegate(_RowHeight(self))
        self.setAccessibleName("Dated clauses")

    def key_of(self, item: object) -> str:
        """The id of a clause."""
        return item.clause if isinstance(item, CliffRow) else ""

    def index_of(self, key: str) -> QModelIndex:
        """Index of a clause's first column."""
        return self._source.clause_index(key)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self.painter = self._cliffs = CliffPainter(theme)
        super().apply_theme(theme)

    def unfold(self) -> None:
        """Open every group; passed dates that are folded into one line stay so."""
        self.expandAll()
        for group in range(self._source.rowCount()):
            above = self._source.index(group, DATE)
            for row in range(self._source.rowCount(above)):
                inside = self._source.index(row, DATE, above)
                if self._source.rowCount(inside):
                    self.collapse(inside)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A group or folded date opens or closes; a tile picks its material, the rest the row."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        item = index.data(ITEM_ROLE)
        if event.button() != Qt.MouseButton.LeftButton or not isinstance(item, CliffRow):
            return
        for place, material, _ in self._cliffs.tiles(self._materials_cell(index), item):
            if place.contains(at):
                self.material_picked.emit(material)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click opens the timeline at the clause's date."""
        item = self.indexAt(event.position().toPoint()).data(ITEM_ROLE)
        if isinstance(item, CliffRow):
            self.clause_opened.emit(item.clause)
        else:
            self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: timeline; Ctrl I: calendar file; Space: detail; Left and Right fold."""
        clause = self.key_of(self.currentIndex().siblingAtColumn(DATE).data(ITEM_ROLE))
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Space:
            self.detail_asked.emit()
        elif clause and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clause_opened.emit(clause)
        elif clause and control and event.key() == Qt.Key.Key_I:
            self.calendar_asked.emit(clause)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the measure where its column would press the text."""
        super().resizeEvent(event)
        self.setColumnHidden(MEASURE, event.size().width() < _ROOM_FOR_MEASURE)

    def _materials_cell(self, index: QModelIndex) -> QRect:
        rect = self.visualRect(index.siblingAtColumn(DATE))
        header = self.header()
        left, width = header.sectionViewportPosition(MATERIALS), header.sectionSize(MATERIALS)
        return QRect(left, rect.top(), width, rect.height())


class _RowHeight(QStyledItemDelegate):
    """Gives each kind of row its height; the view paints them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        item = index.data(ITEM_ROLE)
        height = CLAUSE_HEIGHT
        if isinstance(item, CliffGroup):
            height = GROUP_HEIGHT
        elif isinstance(item, CliffFold):
            height = FOLD_HEIGHT
        return QSize(40, height)
