"""The tree of the cliff board: columns that fit the width, whole rows painted, keyboard.

Not for the strip and the detail (`cliff_board`), nor for what a row looks like (`cliff_painter`).
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

from rare_gui.figures import ink
from rare_gui.figures.theme import Theme
from rare_gui.panels.cliff_model import (
    BASIS,
    COLUMNS,
    DATE,
    ITEM_ROLE,
    LEFT,
    MATERIALS,
    MEASURE,
    TEXT,
    CliffModel,
    Item,
)
from rare_gui.panels.cliff_painter import (
    CLAUSE_HEIGHT,
    FOLD_HEIGHT,
    GROUP_HEIGHT,
    CliffPainter,
)
from rare_gui.panels.row_painter import RowState
from rare_gui.scenes.cliff_row import CliffRow
from rare_gui.scenes.cliffs import CliffFold, CliffGroup

_WIDTHS = {DATE: 88, LEFT: 66, MEASURE: 104, BASIS: 154, MATERIALS: 128}
_ROOM_FOR_MEASURE = 800
_RIGHT_ALIGNED = frozenset({DATE, LEFT})


class CliffTable(QTreeView):
    """Groups, folded dates and clauses; says which clause is chosen, opened or taken along."""

    clause_picked = Signal(str)
    clause_opened = Signal(str)
    calendar_asked = Signal(str)
    detail_asked = Signal()
    material_picked = Signal(str)

    def __init__(self, model: CliffModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = model
        self._painter = CliffPainter(theme)
        self._hovered = QModelIndex()
        self._selected = ""
        self._silent = False
        self.setModel(model)
        self.setHeader(_Header(theme, self))
        self.setItemDelegate(_RowHeight(self))
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName("Dated clauses")
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(len(COLUMNS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, _WIDTHS.get(column, 100))
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._painter = CliffPainter(theme)
        header = self.header()
        if isinstance(header, _Header):
            header.apply_theme(theme)
        self.viewport().update()

    def unfold(self) -> None:
        """Open every group; passed dates that are folded into one line stay so."""
        self.expandAll()
        for group in range(self._source.rowCount()):
            above = self._source.index(group, DATE)
            for row in range(self._source.rowCount(above)):
                inside = self._source.index(row, DATE, above)
                if self._source.rowCount(inside):
                    self.collapse(inside)

    def select(self, clause: str) -> None:
        """Show a clause as the chosen one, without saying so."""
        index = self._source.clause_index(clause)
        if clause == self._selected and index == self.currentIndex().siblingAtColumn(DATE):
            return  # scrolling and folding stay as the user left them
        self._selected = clause
        self._silent = True
        self.setCurrentIndex(index)
        self._silent = False
        if index.isValid():
            self.expand(index.parent())
            self.scrollTo(index)
        self.viewport().update()

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint one whole row."""
        item: Item = index.data(ITEM_ROLE)
        header = self.header()
        top, height = options.rect.top(), options.rect.height()
        cells = [
            QRect(header.sectionViewportPosition(n), top, header.sectionSize(n), height)
            for n in range(header.count())
        ]
        state = RowState(
            selected=isinstance(item, CliffRow) and item.clause == self._selected,
            hovered=index == self._hovered,
            focused=self.hasFocus() and index == self.currentIndex().siblingAtColumn(DATE),
            folded=not self.isExpanded(index),
        )
        self._painter.paint(painter, cells, item, state)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A group or folded date opens or closes; a tile picks its material, the rest the row."""
        index = self.indexAt(event.position().toPoint())
        item = index.data(ITEM_ROLE)
        if event.button() != Qt.MouseButton.LeftButton or item is None:
            super().mousePressEvent(event)
            return
        event.accept()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCurrentIndex(index.siblingAtColumn(DATE))
        if not isinstance(item, CliffRow):
            row = index.siblingAtColumn(DATE)
            self.setExpanded(row, not self.isExpanded(row))
            return
        at = event.position().toPoint()
        for place, material, _ in self._painter.tiles(self._materials_cell(index), item):
            if place.contains(at):
                self.material_picked.emit(material)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click opens the timeline at the clause's date."""
        item = self.indexAt(event.position().toPoint()).data(ITEM_ROLE)
        if isinstance(item, CliffRow):
            self.clause_opened.emit(item.clause)
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        self._hover(self.indexAt(event.position().toPoint()).siblingAtColumn(DATE))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more."""
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: timeline; Ctrl I: calendar file; Space: detail; Left and Right fold."""
        index = self.currentIndex().siblingAtColumn(DATE)
        item = index.data(ITEM_ROLE)
        clause = item.clause if isinstance(item, CliffRow) else ""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Space:
            self.detail_asked.emit()
        elif clause and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clause_opened.emit(clause)
        elif clause and control and event.key() == Qt.Key.Key_I:
            self.calendar_asked.emit(clause)
        elif event.key() == Qt.Key.Key_Left and (clause or not self.isExpanded(index)):
            if index.parent().isValid():
                self.setCurrentIndex(index.parent())
        elif item is not None and event.key() == Qt.Key.Key_Left:
            self.collapse(index)
        elif item is not None and event.key() == Qt.Key.Key_Right:
            self.expand(index)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """A clause reached by the keyboard or the pointer is chosen."""
        super().currentChanged(current, previous)
        item = current.data(ITEM_ROLE)
        if not self._silent and isinstance(item, CliffRow):
            self._selected = item.clause
            self.clause_picked.emit(item.clause)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the measure where its column would press the text."""
        super().resizeEvent(event)
        self.setColumnHidden(MEASURE, event.size().width() < _ROOM_FOR_MEASURE)

    def _hover(self, index: QModelIndex) -> None:
        if index != self._hovered:
            self._hovered = index
            self.viewport().update()

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


class _Header(QHeaderView):
    """Quiet column names, dates and days at the right as their cells are."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setFixedHeight(24)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One name and the line under it."""
        theme = self._theme
        ink.horizontal(painter, rect.left(), rect.right() + 1, rect.bottom(), theme.color("line2"))
        left = Qt.AlignmentFlag.AlignLeft
        align = Qt.AlignmentFlag.AlignRight if section in _RIGHT_ALIGNED else left
        indent = 0 if section == MATERIALS else 8
        x = rect.right() - 3 if section in _RIGHT_ALIGNED else rect.left() + indent
        ink.write(
            painter, "lane", theme.color("text2"), x, rect.center().y(), COLUMNS[section], align
        )
