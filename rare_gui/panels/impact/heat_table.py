"""The heat map of sectors by materials as a table: a number in every cell, keyboard by cell.

Not for colours and levels (`figures.impact.heat`, the scene).
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided
from rare_gui.figures.impact.heat import paint_heat_cell
from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.quiet_table import PickTable, quieten
from rare_gui.scenes.impact.parts import NO_HEAT, HeatCell, HeatMap, HeatRow

ROW_HEIGHT = 22
CELL_WIDTH = 42
HEADER_HEIGHT = 22
_LEAST_NAME = 120
_CELL_ROLE = int(Qt.ItemDataRole.UserRole)
_NAME = 0


class HeatTable(PickTable):
    """Shows a HeatMap; a click or Enter picks sector and material together.

    As high as its rows; it scrolls sideways where the materials have no room.
    """

    cell_picked = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _HeatModel(self)
        self._cells = _Cells(theme, self)
        self._header = _Header(theme, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(self._header)
        self.setAccessibleName("Sectors by materials")
        quieten(self, ROW_HEIGHT)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_map(self, heat: HeatMap, sector: str, material: str) -> None:
        """Show the map with the chosen cell in a frame."""
        other = self._rows.show_map(heat)
        if not other and self._cells.chosen == (sector, material):
            return
        self._cells.chosen = (sector, material)
        if other and heat.rows:
            self.setCurrentIndex(self._rows.index(0, 1))
        self._fit()
        self.viewport().update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._cells.theme = theme
        self._header.apply_theme(theme)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names take what the cells leave."""
        super().resizeEvent(event)
        self._fit()

    def pick(self, index: QModelIndex) -> None:
        """Say which was picked."""
        row = self._rows.row_at(index)
        if row is not None:
            cell = row.cells[max(index.column() - 1, 0)]
            self.cell_picked.emit(row.sector, cell.material)

    def _fit(self) -> None:
        cells = self._rows.columnCount() - 1
        room = self.viewport().width() - cells * CELL_WIDTH
        self.setColumnWidth(_NAME, max(room, _LEAST_NAME))
        for column in range(1, cells + 1):
            self.setColumnWidth(column, CELL_WIDTH)
        height = HEADER_HEIGHT + self._rows.rowCount() * ROW_HEIGHT
        height += 12 if room < _LEAST_NAME else 0  # the scroll bar
        if height != self.height():
            self.setFixedHeight(height)


class _HeatModel(QAbstractTableModel):
    """Rows of the map; the first column is the sector's name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heat = NO_HEAT

    def show_map(self, heat: HeatMap) -> bool:
        """Take over the map; False when it is the one shown."""
        if heat == self._heat:
            return False
        self.beginResetModel()
        self._heat = heat
        self.endResetModel()
        return True

    def row_at(self, index: QModelIndex) -> HeatRow | None:
        return self._heat.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heat.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heat.columns) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if section == _NAME:
            return self._heat.unit if role == Qt.ItemDataRole.DisplayRole else None
        material, symbol, name = self._heat.columns[section - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return symbol or material
        spoken = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return tooltip_text(name) if role in spoken else None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if index.column() == _NAME:
            return row.name if role == Qt.ItemDataRole.DisplayRole else None
        cell = row.cells[index.column() - 1]
        spoken = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if role == _CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.value
        return tooltip_text(cell.spoken) if role in spoken else None


class _Cells(QStyledItemDelegate):
    """Names and heat cells; the chosen or focused cell has a frame."""

    def __init__(self, theme: Theme, view: HeatTable) -> None:
        super().__init__(view)
        self._view = view
        self.theme = theme
        self.chosen = ("", "")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        place = QRectF(option.rect)
        model = index.model()
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        if index.column() == _NAME:
            role = "lane_strong" if focused else "lane"
            name = elided(role, str(index.data()), place.width() - 8)
            ink.write(
                painter, role, self.theme.color("ink"), place.left(), place.center().y(), name
            )
            return
        cell: HeatCell = index.data(_CELL_ROLE)
        row = model.row_at(index) if isinstance(model, _HeatModel) else None
        chosen = row is not None and (row.sector, cell.material) == self.chosen
        paint_heat_cell(painter, place, cell, self.theme, framed=chosen or focused)


class _Header(QHeaderView):
    """Symbols over their columns, the unit over the names."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(20)
        self.setFixedHeight(HEADER_HEIGHT)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.fillRect(rect, self._theme.color("panel"))
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        middle = rect.center().y()
        if section == _NAME:
            ink.write(painter, "note", self._theme.color("text3"), rect.left(), middle, text)
            return
        text = elided("note_strong", text, rect.width() - 2)
        x, align = rect.left() + rect.width() / 2, Qt.AlignmentFlag.AlignHCenter
        ink.write(painter, "note_strong", self._theme.color("text2"), x, middle, text, align)
