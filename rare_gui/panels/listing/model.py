"""The list's rows for Qt: a table that sorts itself, dates as dates and days as numbers.

Not for deciding what is listed: the scene does.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rare_gui.figures.plain_text import tooltip_text
from rare_gui.scenes.listing import ListRow, ListScene

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The ListRow behind an index."""

NAMES = ("Kind", "Name", "What", "From", "To", "State", "Days", "Sources")
FROM_COLUMN, STATE_COLUMN, DAYS_COLUMN = 3, 5, 6
_NEVER = 10**9  # after every day that an axis can hold

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class ListTableModel(QAbstractTableModel):
    """A row for each ListRow, in the order that was last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ListRow] = []
        self._as_of_label = ""
        self._column, self._descending = FROM_COLUMN, False

    @property
    def sorted_by(self) -> tuple[int, bool]:
        """The column that orders the rows, and whether the last comes first."""
        return self._column, self._descending

    def show_scene(self, scene: ListScene) -> bool:
        """Take over `scene`; True when the rows are other ones and the view was reset.

        With the same rows in the same order only their contents are announced as changed, so that
        the current cell and the scroll position stay. The day in the head of the state changes
        silently: Qt would lay out the whole table for it, so the view repaints its header itself.
        """
        rows = self._ordered(scene.rows)
        same = [_identity(row) for row in rows] == [_identity(row) for row in self._rows]
        if not same:
            self.beginResetModel()
        before, self._rows = self._rows, rows
        self._as_of_label = scene.as_of_label
        if not same:
            self.endResetModel()
            return True
        for number, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                last = self.index(number, len(NAMES) - 1)
                self.dataChanged.emit(self.index(number, 0), last)
        return False

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; rows without a date or number always stand last."""
        wanted = column, order == Qt.SortOrder.DescendingOrder
        if not 0 <= column < len(NAMES) or wanted == self.sorted_by:
            return
        self._column, self._descending = wanted
        self.beginResetModel()
        self._rows = self._ordered(self._rows)
        self.endResetModel()

    def place_of(self, row: ListRow) -> int:
        """The number of the row that stands for the same thing; -1 when none does."""
        wanted = _identity(row)
        return next((n for n, other in enumerate(self._rows) if _identity(other) == wanted), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else len(NAMES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for display, tooltip and screen reader; the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(row.spoken)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == DAYS_COLUMN:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Column names; the state's says for which day."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(NAMES):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight
                if section == DAYS_COLUMN
                else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            if section == self._column:
                order = "descending" if self._descending else "ascending"
                return f"{self._name(section)}, sorted {order}"
            return f"{self._name(section)}; sort with a click or Alt+Up"
        return None

    def _name(self, column: int) -> str:
        if column == STATE_COLUMN and self._as_of_label:
            return f"State on {self._as_of_label}"
        return NAMES[column]

    def _spoken(self, row: ListRow, column: int) -> str:
        return f"{self._name(column)}: {_shown(row, column) or 'none'}"

    def _ordered(self, rows: Any) -> list[ListRow]:
        column = self._column
        found = sorted(rows, key=lambda row: _sort_key(row, column), reverse=self._descending)
        # whatever the direction, a row with nothing in the column is of no use at the top
        return sorted(found, key=lambda row: _shown(row, column) == "")


def _identity(row: ListRow) -> tuple[str, str, int, bool, str]:
    """What stays the same of a row while the as-of day moves."""
    return (row.kind, row.key, row.start, row.later, row.what)


def _shown(row: ListRow, column: int) -> str:
    return (
        row.kind.value,
        row.name,
        row.what,
        row.start_label,
        row.end_label,
        row.state,
        row.days_label,
        ", ".join(row.sources),
    )[column]


def _sort_key(row: ListRow, column: int) -> tuple[Any, int]:
    """What orders the rows by a column: dates and days as numbers, words without their case."""
    numbers = {
        FROM_COLUMN: row.start,
        FROM_COLUMN + 1: _NEVER if row.end is None else row.end,
        DAYS_COLUMN: _NEVER if row.days is None else row.days,
    }
    if column in numbers:
        return numbers[column], row.start
    return _shown(row, column).casefold(), row.start
