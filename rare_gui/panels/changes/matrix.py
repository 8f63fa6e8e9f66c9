"""The matrix of changed states: materials by chip column, with the keyboard by cell.

Not for the words of a cell (`changes_model`).
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided
from rare_gui.figures.theme import Theme
from rare_gui.panels.changes.model import FIRST_CHIP_COLUMN, NAME_COLUMN, ROW_ROLE, ChangesModel
from rare_gui.panels.changes.painter import paint_cell, paint_no_change
from rare_gui.panels.pieces.quiet_table import paint_ring, quieten
from rare_gui.panels.pieces.stamps import TILE, Stamps, sharpness
from rare_gui.scenes.changes.matrix import ChangeRow

ROW_HEIGHT = 24
HEADER_HEIGHT = 26
CHIP_COLUMN_WIDTH = 84
FORMS_WIDTH = 48
_MARGIN = 14
_GAP = 8


class ChangesMatrix(QTableView):
    """Shows ChangeRows; says which material was picked by click or Enter."""

    material_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = ChangesModel()
        self._header = _Header(theme, self)
        self._painter = _CellPainter(theme, self)
        self._selected = ""
        self.setModel(self._rows)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(self._painter)
        quieten(self, ROW_HEIGHT)
        self.setAccessibleName("Changed states")

    def show_rows(
        self, columns: tuple[str, ...], rows: tuple[ChangeRow, ...], listed: str, selected: str
    ) -> None:
        """Replace the rows; the chosen cell stays with its material."""
        current = self.currentIndex()
        row = self._rows.row_at(current)
        before, column = row.material if row else selected, max(current.column(), 0)
        self._selected = self._painter.selected = selected
        if self._rows.show_rows(columns, rows, listed):
            self._fix_columns()
            place = max(self._rows.place_of(before), 0)
            if rows:
                self.setCurrentIndex(self._rows.index(place, min(column, len(columns) + 1)))
        self.viewport().update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._painter.apply_theme(theme)
        self._header.apply_theme(theme)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click picks the row's material."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pick(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks the material; arrows go by cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _pick(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index)
        if row is not None:
            self.material_picked.emit(row.material)

    def _fix_columns(self) -> None:
        header, last = self._header, self._rows.columnCount() - 1
        header.setMinimumSectionSize(FORMS_WIDTH)
        for column in range(last + 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, CHIP_COLUMN_WIDTH)
        header.setSectionResizeMode(NAME_COLUMN, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(last, FORMS_WIDTH)


class _CellPainter(QStyledItemDelegate):
    """Tile and name, changes, number of forms."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self.selected = ""
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._stamps = Stamps(theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(CHIP_COLUMN_WIDTH, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row: ChangeRow = index.data(ROW_ROLE)
        cell, column, theme = QRectF(option.rect), index.column(), self._theme
        chosen = row.material == self.selected
        if chosen:
            painter.fillRect(cell, theme.color("select"))
        ink.horizontal(painter, cell.left(), cell.right(), cell.bottom() - 1, theme.color("line"))
        if column == NAME_COLUMN:
            self._paint_name(painter, option.rect, row, chosen)
        elif column <= len(row.cells):
            change = row.cells[column - FIRST_CHIP_COLUMN]
            if change is None:
                paint_no_change(painter, cell, theme)
            else:
                paint_cell(painter, cell, change, theme)
        else:
            right, middle = cell.right() - _MARGIN, cell.center().y()
            end = Qt.AlignmentFlag.AlignRight
            color = theme.color("ink")
            ink.write(painter, "ui_figure", color, right, middle, str(row.forms), end)
        if self._view.hasFocus() and index == self._view.currentIndex():
            paint_ring(painter, cell.adjusted(1.5, 1.5, -1.5, -2.5), theme)

    def _paint_name(self, painter: QPainter, cell: QRect, row: ChangeRow, chosen: bool) -> None:
        ratio = sharpness(painter)
        left, middle = cell.left() + _MARGIN, cell.top() + (ROW_HEIGHT - 1) / 2
        tile = self._stamps.tile(row.symbol, chosen, ratio)
        painter.drawPixmap(left, round(middle - TILE.height() / 2), tile)
        left += TILE.width() + _GAP
        role = "ui_strong" if chosen else "ui"
        name = elided(role, row.name, cell.right() - left)
        ink.write(painter, role, self._theme.color("ink"), left, middle, name)


class _Header(QHeaderView):
    """Quiet column names over a line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setFixedHeight(HEADER_HEIGHT)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.fillRect(rect, self._theme.color("panel"))
        line = self._theme.color("line2")
        ink.horizontal(painter, rect.left(), rect.right() + 1, rect.bottom(), line)
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        x, align = rect.left() + rect.width() / 2, Qt.AlignmentFlag.AlignHCenter
        if section == NAME_COLUMN:
            x, align = rect.left() + _MARGIN, Qt.AlignmentFlag.AlignLeft
        elif section == self.count() - 1:
            x, align = rect.right() + 1 - _MARGIN, Qt.AlignmentFlag.AlignRight
        color = self._theme.color("text2")
        ink.write(painter, "lane", color, x, rect.center().y(), text, align)
