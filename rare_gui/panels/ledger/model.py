"""The ledger's rows for Qt: texts of the talks as groups, promises under them.

Not for painting (`ledger_painter`) and not for choosing what is listed: the scene does.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rare_gui.figures.plain_text import tooltip_text
from rare_gui.scenes.ledger.row import LedgerRow
from rare_gui.scenes.ledger.scene import LedgerGroup

ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
"""The LedgerGroup or LedgerRow behind an index."""

COLUMNS = ("By", "Promise", "Due", "According to", "Record since", "Confidence", "Evidence")
BY, PROMISE, DUE, ACCORDING_TO, RECORD, CONFIDENCE, EVIDENCE = range(len(COLUMNS))

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_GROUP = 0
"""Internal id of a group's index; a promise's is one more than its group's place."""


class LedgerModel(QAbstractItemModel):
    """A tree of two levels; replaced as a whole when other rows are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[LedgerGroup, ...] = ()

    def show_groups(self, groups: tuple[LedgerGroup, ...]) -> bool:
        """Take over the groups; True when the rows are other ones and the view was reset."""
        if _names(groups) == _names(self._groups):
            self._groups = groups
            last = len(COLUMNS) - 1
            for place, group in enumerate(groups):
                above = self.index(place, 0)
                self.dataChanged.emit(above, self.index(place, last))
                self.dataChanged.emit(
                    self.index(0, 0, above), self.index(len(group.rows) - 1, last, above)
                )
            return False
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()
        return True

    def promise_index(self, commitment: str) -> QModelIndex:
        """Index of a promise's first column; invalid when it is not listed."""
        for place, group in enumerate(self._groups):
            for number, row in enumerate(group.rows):
                if row.commitment == commitment:
                    return self.createIndex(number, 0, place + 1)
        return QModelIndex()

    def item(self, index: Index) -> LedgerGroup | LedgerRow | None:
        """What stands behind `index`."""
        if not index.isValid():
            return None
        place = int(index.internalId())
        if place == _GROUP:
            return self._groups[index.row()]
        return self._groups[place - 1].rows[index.row()]

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """Index of a row and column under a parent."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    def parent(self, index: Index = _NO_INDEX) -> Any:
        """Index of the text that a promise stands in."""
        place = int(index.internalId()) if index.isValid() else _GROUP
        return QModelIndex() if place == _GROUP else self.createIndex(place - 1, 0, _GROUP)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Number of rows under a parent."""
        if not parent.isValid():
            return len(self._groups)
        if parent.column() > 0 or int(parent.internalId()) != _GROUP:
            return 0
        return len(self._groups[parent.row()].rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """The same columns on both levels."""
        return len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for display, the record for painting, the whole row for tooltip and reader."""
        item = self.item(index)
        if item is None:
            return None
        if role == ITEM_ROLE:
            return item
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(item, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(item) if column == BY else _shown(item, column)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(item, LedgerRow):
            return tooltip_text(item.promise)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(COLUMNS):
            return COLUMNS[section]
        return None


def _spoken(item: LedgerGroup | LedgerRow) -> str:
    return f"{item.name}, {item.remark}" if isinstance(item, LedgerGroup) else item.spoken


def _shown(item: LedgerGroup | LedgerRow, column: int) -> str:
    if isinstance(item, LedgerGroup):
        return item.name if column == BY else ""
    disputed = " \N{NOT EQUAL TO}" if item.disputed else ""
    cells = (
        item.by, item.promise, item.due, f"{item.according_to}{disputed}", item.standing_words,
        item.confidence, str(len(item.evidence)),
    )  # fmt: skip
    return cells[column]


def _names(groups: tuple[LedgerGroup, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(group.key, tuple(row.commitment for row in group.rows)) for group in groups]
