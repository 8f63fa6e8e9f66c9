"""The lines of a parts list with their answers: whole rows painted, candidates in a menu, keyboard.

Not for what a row looks like (`parts_painter`).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.parts.model import ITEM_ROLE, READ_AS, ResultModel
from rare_gui.panels.parts.painter import ROW_HEIGHT, PartsPainter
from rare_gui.panels.pieces.row_painter import RowState
from rare_gui.scenes.parts.parts import SettleRow

_PART, _READ, _PLACE, _CHIP_ONLY, _DAYS, _LEAST_SET_BY = 72, 178, 112, 42, 52, 150


class PartsTable(QTreeView):
    """Says which line is chosen and what was picked for a line to settle; F8 goes to the next.

    `column_asked`: the line can only be settled by another column.
    """

    line_picked = Signal(int)
    candidate_picked = Signal(int, str)
    column_asked = Signal()

    def __init__(self, model: ResultModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = model
        self._painter = PartsPainter(theme)
        self._hovered = -1
        self._silent = False
        self.setModel(model)
        self.setItemDelegate(_RowHeight(self))
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName("Lines of the list with their states")
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionsClickable(False)
        head.setFont(font("note"))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._painter = PartsPainter(theme)
        panel, weak = theme.color("panel").name(), theme.color("text3").name()
        self.header().setStyleSheet(
            f"QHeaderView {{ background: {panel}; border: none; }}"
            f"QHeaderView::section {{ background: {panel}; color: {weak}; border: none;"
            f" border-bottom: 1px solid {theme.color('line').name()}; padding: 5px 8px; }}"
        )
        self.viewport().update()

    def fit_columns(self) -> None:
        """Share the width: states lose their words before anything is cut off."""
        places = len(self._source.places)
        if not places:
            return
        head, width = self.header(), self.viewport().width()
        rest = width - _PART - _READ - _DAYS
        place = _PLACE if rest - places * _PLACE >= _LEAST_SET_BY else _CHIP_ONLY
        self._source.name_places(short=place == _CHIP_ONLY)
        read = _READ if width > 620 else 130
        for column, size in ((0, _PART), (READ_AS, read), (places + 3, _DAYS)):
            head.resizeSection(column, size)
        for column in range(2, places + 2):
            head.resizeSection(column, place)
        left = width - _PART - read - _DAYS - places * place
        head.resizeSection(places + 2, max(left, 60))

    def select(self, number: int) -> None:
        """Show a line as the chosen one, without saying so."""
        row = self._source.row_of(number)
        if row < 0:
            return
        self._silent = True
        self.setCurrentIndex(self._source.index(row, 0))
        self._silent = False
        self.viewport().update()

    def next_to_settle(self) -> None:
        """Go to the next line that is to settle."""
        row = self._source.next_to_settle(self.currentIndex().row())
        if row >= 0:
            self.setCurrentIndex(self._source.index(row, 0))

    def open_candidates(self) -> QMenu | None:
        """Open the candidates of the current line; None when it has nothing to settle."""
        item = self.currentIndex().data(ITEM_ROLE)
        if not isinstance(item, SettleRow):
            return None
        if item.asks_column or not item.candidates:
            self.column_asked.emit()
            return None
        menu = QMenu(self)
        menu.setFont(font("ui"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in item.candidates:
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(
                lambda _=False, key=key: self.candidate_picked.emit(item.number, key)
            )
        cells = self._cells(self.visualRect(self.currentIndex()))
        menu.popup(self.viewport().mapToGlobal(self._painter.button(cells, item).bottomLeft()))
        return menu

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint one whole row."""
        chosen = index.row() == self.currentIndex().row()
        state = RowState(
            selected=chosen,
            hovered=index.row() == self._hovered,
            focused=self.hasFocus() and chosen,
        )
        self._painter.paint(painter, self._cells(options.rect), index.data(ITEM_ROLE), state)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Tell which line is chosen."""
        super().currentChanged(current, previous)
        self.viewport().update()
        item = current.data(ITEM_ROLE)
        if not self._silent and item is not None and not isinstance(item, str):
            self.line_picked.emit(item.number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row; its button opens the candidates."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        item = index.data(ITEM_ROLE)
        if isinstance(item, SettleRow):
            cells = self._cells(self.visualRect(index.siblingAtColumn(0)))
            if self._painter.button(cells, item).contains(at):
                self.open_candidates()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the candidates, F8 goes to the next line to settle."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_candidates()
        elif event.key() == Qt.Key.Key_F8:
            self.next_to_settle()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every column its share."""
        super().resizeEvent(event)
        self.fit_columns()

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _cells(self, row: QRect) -> list[QRect]:
        head = self.header()
        return [
            QRect(head.sectionViewportPosition(n), row.top(), head.sectionSize(n), row.height())
            for n in range(head.count())
        ]


class _RowHeight(QStyledItemDelegate):
    """All rows are equally high."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """The height of a row."""
        return QSize(40, ROW_HEIGHT)
