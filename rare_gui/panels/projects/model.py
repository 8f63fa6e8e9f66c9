"""The listed projects for Qt: one row a project, sorted by any column.

Not for painting (`projects_table`) and not for choosing what is listed: the scene does.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rare_gui.figures.plain_text import tooltip_text
from rare_gui.scenes.project_words import NO_CAPACITY, NO_SUPPORT
from rare_gui.scenes.projects import ProjectRow

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The ProjectRow behind an index."""

COLUMNS = (
    "Project", "Stage", "Country", "Materials", "Status, read", "Capacity a year", "Promised",
    "Support",
)  # fmt: skip
NAME, STAGE, COUNTRY, MATERIALS, STATUS, CAPACITY, PROMISED, SUPPORT = range(len(COLUMNS))

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class ProjectsModel(QAbstractTableModel):
    """The rows in the order asked for; rows of one key keep the scene's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[ProjectRow, ...] = ()
        self._rows: list[ProjectRow] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: tuple[ProjectRow, ...]) -> None:
        """Replace the rows; they are sorted as those before."""
        if rows == self._given:
            return
        self.beginResetModel()
        self._given = rows
        self._rows = self._in_order()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the scene's own order."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [(self._rows[index.row()].project, index.column()) for index in before]
        self._sorted = (column, order) if 0 <= column < len(COLUMNS) else None
        self._rows = self._in_order()
        after = [self.project_index(project, column) for project, column in places]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def project_index(self, project: str, column: int = NAME) -> QModelIndex:
        """Index of a project's cell; invalid when it is not listed."""
        for number, row in enumerate(self._rows):
            if row.project == project:
                return self.index(number, column)
        return QModelIndex()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """One row a project."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """The same columns always."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for display, the record for painting, the whole row for a reader."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken if column == NAME else _shown(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(_shown(row, column))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(COLUMNS):
            return COLUMNS[section]
        return None

    def _in_order(self) -> list[ProjectRow]:
        if self._sorted is None:
            return list(self._given)
        column, order = self._sorted
        falling = order is Qt.SortOrder.DescendingOrder
        return sorted(self._given, key=lambda row: row.sort[column], reverse=falling)


def _shown(row: ProjectRow, column: int) -> str:
    basis = f" ({row.basis})" if row.basis else ""
    read = f", read {row.status_date}" if row.status_date else ""
    cells = (
        row.name, row.stage, row.country, row.materials, f"{row.status}{read}",
        f"{row.capacity}{basis}" if row.capacity else row.capacity_line,
        row.promised or NO_CAPACITY, row.support or NO_SUPPORT,
    )  # fmt: skip
    return cells[column]
