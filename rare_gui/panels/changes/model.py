"""The changed states for Qt: a row a material, a column a chip column, and the number of forms.

Not for painting: `changes_matrix` does.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from rare_gui.domain.counting import counted
from rare_gui.figures.plain_text import tooltip_text
from rare_gui.scenes.changes.matrix import ChangeRow

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The ChangeRow behind an index."""

NAME_COLUMN = 0
FIRST_CHIP_COLUMN = 1

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class ChangesModel(QAbstractTableModel):
    """Materials with a change; every cell tells its change in words to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[ChangeRow, ...] = ()
        self._listed = ""

    def show_rows(self, columns: tuple[str, ...], rows: tuple[ChangeRow, ...], listed: str) -> bool:
        """Replace everything; False when nothing differs. `listed` heads the names."""
        if (columns, rows, listed) == (self._columns, self._rows, self._listed):
            return False
        self.beginResetModel()
        self._columns, self._rows, self._listed = columns, rows, listed
        self.endResetModel()
        return True

    def place_of(self, material: str) -> int:
        """The row of a material; -1 when it has no change."""
        return next((n for n, row in enumerate(self._rows) if row.material == material), -1)

    def row_at(self, index: Index) -> ChangeRow | None:
        """The material behind an index."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Number of materials with a change."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Name, the chip columns, forms."""
        return 0 if parent.isValid() else len(self._columns) + 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name for display, the row for painting, words for tooltip and screen reader."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if index.column() == NAME_COLUMN else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(self._spoken(row, index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The count of materials, the chip columns' names, forms."""
        names = (self._listed, *self._columns, "Forms")
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(names):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return names[section]
        return None

    def _spoken(self, row: ChangeRow, column: int) -> str:
        if column == NAME_COLUMN:
            return row.name
        if column > len(row.cells):
            return f"{row.name}: {counted(row.forms, 'form', 'forms')} changed"
        cell = row.cells[column - FIRST_CHIP_COLUMN]
        if cell is None:
            return f"{row.name}, {self._columns[column - FIRST_CHIP_COLUMN].lower()}: no change"
        return cell.spoken
