"""A comparison for Qt's table: materials as columns, or as rows where it is turned.

Not for choosing rows nor their order: the scene does.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from rare_gui.figures.plain_text import tooltip_text
from rare_gui.scenes.compare.parts import CompareCell, CompareHead, CompareRow, CompareScene

CELL_ROLE = int(Qt.ItemDataRole.UserRole)
"""The CompareCell behind an index."""
HEAD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Of a header: the CompareHead or CompareRow that it names."""

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class CompareModel(QAbstractTableModel):
    """The cells of a CompareScene."""

    def __init__(self) -> None:
        super().__init__()
        self._heads: tuple[CompareHead, ...] = ()
        self._rows: tuple[CompareRow, ...] = ()
        self._turned = False

    @property
    def turned(self) -> bool:
        """Whether the materials are the rows."""
        return self._turned

    def show_scene(self, scene: CompareScene) -> bool:
        """Take over `scene`; True when rows or columns are other ones and the view was reset."""
        old = (self._heads, [row.key for row in self._rows], self._turned)
        new = (scene.heads, [row.key for row in scene.rows], scene.turned)
        if old == new:
            self._rows = scene.rows
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return False
        self.beginResetModel()
        self._heads, self._rows, self._turned = scene.heads, scene.rows, scene.turned
        self.endResetModel()
        return True

    def material_at(self, index: Index) -> str:
        """The material of a cell, "" for no cell."""
        if not index.isValid():
            return ""
        return self._heads[index.row() if self._turned else index.column()].material

    def cell(self, row: int, column: int) -> CompareCell:
        """The cell at a place of the table as it stands."""
        of_row, of_head = (column, row) if self._turned else (row, column)
        return self._rows[of_row].cells[of_head]

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Rows as they stand."""
        if parent.isValid():
            return 0
        return len(self._heads) if self._turned else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Columns as they stand."""
        if parent.isValid():
            return 0
        return len(self._rows) if self._turned else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell for painting, its words for tooltip and screen reader."""
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken or cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(cell.spoken)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of materials and rows."""
        of_materials = (orientation == Qt.Orientation.Horizontal) != self._turned
        heads: tuple[CompareHead, ...] | tuple[CompareRow, ...] = (
            self._heads if of_materials else self._rows
        )
        if not 0 <= section < len(heads):
            return None
        head = heads[section]
        if role == HEAD_ROLE:
            return head
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return head.name if isinstance(head, CompareHead) else head.title
        if role == Qt.ItemDataRole.ToolTipRole:
            told = head.kind if isinstance(head, CompareHead) else head.note
            return tooltip_text(told)
        return None
