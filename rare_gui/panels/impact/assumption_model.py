"""The assumptions for Qt: a flat table of headings and rows, whose middle can be edited.

Not for painting (`assumption_table`) nor for keeping changes: `middle_edited` says what was typed.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from rare_gui.figures.plain_text import tooltip_text
from rare_gui.scenes.impact.parts import Assumption, AssumptionGroup

COLUMNS = ("Assumption", "", "Low", "Middle", "High", "Class")
NAME, UNIT, LOW, MIDDLE, HIGH, CLASS = range(len(COLUMNS))
ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
"""The Assumption of a row, or the AssumptionGroup of a heading."""

Item = Assumption | AssumptionGroup
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class AssumptionModel(QAbstractTableModel):
    """Headings and assumptions in the scene's order.

    `middle_edited` carries the key and the new low, middle and high: a middle outside its range
    widens it.
    """

    middle_edited = Signal(str, float, float, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()

    def show_groups(self, groups: tuple[AssumptionGroup, ...]) -> bool:
        """Take over `groups`; True when the rows are other ones and the view was reset.

        The same rows with other numbers are announced one by one, so that an open editor stays.
        """
        found: list[Item] = []
        for group in groups:
            found += [group, *group.assumptions]
        items = tuple(found)
        if [_key(item) for item in items] != [_key(item) for item in self._items]:
            self.beginResetModel()
            self._items = items
            self.endResetModel()
            return True
        before, self._items = self._items, items
        for row, (old, new) in enumerate(zip(before, items, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, NAME), self.index(row, CLASS))
        return False

    def item(self, index: Index) -> Item | None:
        """What stands in the row of `index`."""
        return self._items[index.row()] if index.isValid() else None

    def row_of(self, key: str) -> int:
        """The row of an assumption; -1 if it is not listed."""
        keys = [item.key if isinstance(item, Assumption) else "" for item in self._items]
        return keys.index(key) if key and key in keys else -1

    def headings(self) -> tuple[int, ...]:
        """The rows that are headings."""
        return tuple(n for n, item in enumerate(self._items) if isinstance(item, AssumptionGroup))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        item = self.item(index)
        if item is None:
            return Qt.ItemFlag.NoItemFlags
        if not isinstance(item, Assumption):
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == MIDDLE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index)
        if item is None:
            return None
        if role == ITEM_ROLE:
            return item
        if isinstance(item, AssumptionGroup):
            spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return item.name if spoken and index.column() == NAME else None
        if role == Qt.ItemDataRole.EditRole and index.column() == MIDDLE:
            return item.mid
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(item, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(item.spoken)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        item = self.item(index)
        if role != Qt.ItemDataRole.EditRole or not isinstance(item, Assumption):
            return False
        if not isinstance(value, (int, float)) or round(value, item.decimals) == round(
            item.mid, item.decimals
        ):
            return False
        mid = min(max(float(value), item.least), item.most)
        self.middle_edited.emit(item.key, min(item.low, mid), mid, max(item.high, mid))
        return True


def cell_text(item: Assumption, column: int) -> str:
    """What the cell of an assumption reads."""
    numbers = {LOW: item.low, MIDDLE: item.mid, HIGH: item.high}
    if column in numbers:
        return f"{numbers[column]:.{item.decimals}f}".replace("-", "\u2212")
    return {NAME: item.name, UNIT: item.unit, CLASS: item.data_class}[column]


def _key(item: Item) -> str:
    return item.key if isinstance(item, Assumption) else f"group {item.name}"
