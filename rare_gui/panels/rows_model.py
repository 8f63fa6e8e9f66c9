"""The material browser's rows for Qt: a two-level tree of groups and materials, and its filter.

Not for painting (see `row_painter`) and not for deciding what is listed: the scene does.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from rare_gui.figures.plain_text import tooltip_text
from rare_gui.scenes.materials import MaterialGroup, MaterialRow, MaterialsScene

NODE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The MaterialGroup or MaterialRow behind an index."""

NAME_COLUMN = 0
FIRST_CHIP_COLUMN = 1

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_GROUP_ID = 0  # internal id of group rows; a material's is the number of its group plus one


class RowsModel(QAbstractItemModel):
    """Groups of materials with the columns material, chips, exports, days."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[tuple[str, str], ...] = ()
        self._groups: tuple[MaterialGroup, ...] = ()

    @property
    def chip_count(self) -> int:
        """Number of chip columns, which stand after the first column."""
        return len(self._columns)

    @property
    def exports_column(self) -> int:
        """Column of the sparkline."""
        return FIRST_CHIP_COLUMN + len(self._columns)

    @property
    def days_column(self) -> int:
        """Column of the days to the next dated clause."""
        return self.exports_column + 1

    def show_scene(self, scene: MaterialsScene) -> bool:
        """Take over `scene`; True when the rows are other ones and the view was reset.

        With the same rows in the same order only what differs is announced, so that selection,
        folding and scroll position stay.
        """
        if scene.columns != self._columns or _shape(scene.groups) != _shape(self._groups):
            self.beginResetModel()
            self._columns, self._groups = scene.columns, scene.groups
            self.endResetModel()
            return True
        old_groups, self._groups = self._groups, scene.groups
        for number, (old, new) in enumerate(zip(old_groups, scene.groups, strict=True)):
            if old is not new:
                self._announce(number, old, new)
        return False

    def material_index(self, material: str) -> QModelIndex:
        """Index of a material's first column; invalid when it is not listed."""
        for number, group in enumerate(self._groups):
            for place, row in enumerate(group.rows):
                if row.material == material:
                    return self.createIndex(place, NAME_COLUMN, number + 1)
        return QModelIndex()

    def _announce(self, number: int, old: MaterialGroup, new: MaterialGroup) -> None:
        last = self.columnCount() - 1
        if old.name != new.name or old.chips != new.chips:
            self._changed(number, _GROUP_ID, NAME_COLUMN, number, last)
        run_of_days: list[int] = []
        for place, (before, after) in enumerate(zip(old.rows, new.rows, strict=True)):
            if before is after or before == after:
                continue
            if _named(before) != _named(after):
                self._changed(place, number + 1, NAME_COLUMN, place, last)
                continue
            for chip, (was, now) in enumerate(zip(before.chips, after.chips, strict=True)):
                if was is not now and was != now:
                    column = FIRST_CHIP_COLUMN + chip
                    self._changed(place, number + 1, column, place, column)
            if before.spark != after.spark:
                column = self.exports_column
                self._changed(place, number + 1, column, place, column)
            if _days(before) != _days(after):
                run_of_days.append(place)
        if run_of_days:
            # One day further changes this column in nearly every row: one word for all of them.
            column = self.days_column
            self._changed(run_of_days[0], number + 1, column, run_of_days[-1], column)

    def _changed(self, top: int, node: int, left: int, bottom: int, right: int) -> None:
        self.dataChanged.emit(
            self.createIndex(top, left, node), self.createIndex(bottom, right, node)
        )

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """Index of a row and column under a group, or of a group."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP_ID)

    def parent(self, index: Index = _NO_INDEX) -> Any:
        """Index of the group that a material stands in."""
        if not index.isValid() or index.internalId() == _GROUP_ID:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, NAME_COLUMN, _GROUP_ID)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Number of groups, or of materials in a group."""
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() != _GROUP_ID or parent.column() != NAME_COLUMN:
            return 0
        return len(self._groups[parent.row()].rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Material, the chips, exports, days."""
        return len(self._columns) + 3

    def node(self, index: Index) -> MaterialGroup | MaterialRow | None:
        """What stands behind `index`."""
        if not index.isValid():
            return None
        identity = int(index.internalId())
        if identity == _GROUP_ID:
            return self._groups[index.row()]
        return self._groups[identity - 1].rows[index.row()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name for display, the record for painting, words for tooltip and screen reader."""
        node = self.node(index)
        if node is None:
            return None
        if role == NODE_ROLE:
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(node, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(node, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(self._spoken(node, index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Short column names; the long ones as tooltip and for the screen reader."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        names = (
            ("Material", "Material"),
            *self._columns,
            ("Exports", "Monthly exports, where a series exists"),
            ("Days", "Days to the next dated clause"),
        )
        if not 0 <= section < len(names):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return names[section][0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(names[section][1])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return names[section][1]
        return None

    def _shown(self, node: MaterialGroup | MaterialRow, column: int) -> str:
        if column == NAME_COLUMN:
            return node.name
        if column == self.days_column:
            return node.days if isinstance(node, MaterialRow) else str(len(node.rows))
        return ""

    def _spoken(self, node: MaterialGroup | MaterialRow, column: int) -> str:
        if column == NAME_COLUMN:
            changed = isinstance(node, MaterialRow) and node.changed
            return f"{node.name}, changed since the day compared with" if changed else node.name
        if column == self.days_column:
            return node.days_spoken if isinstance(node, MaterialRow) else _count(node)
        if column == self.exports_column:
            if isinstance(node, MaterialGroup):
                return ""
            return node.spark.spoken if node.spark else "no monthly exports in these data"
        chip = node.chips[column - FIRST_CHIP_COLUMN]
        return chip.spoken if chip else ""


class RowsFilter(QSortFilterProxyModel):
    """Keeps the materials whose search text holds every typed word, and the groups they are in.

    A group is looked into here: with Qt's recursive filtering every changed cell would announce
    its whole group row as changed too.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()

    def search_for(self, text: str) -> None:
        """Show only what matches `text`; an empty text shows everything."""
        self._words = tuple(text.lower().split())
        self.setFilterFixedString(text)  # has Qt ask for every row again

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """A material by its search text; a group by its materials."""
        if not self._words:
            return True
        if source_parent.isValid():
            group: MaterialGroup = source_parent.data(NODE_ROLE)
            return self._matches(group.rows[source_row])
        group = self.sourceModel().index(source_row, 0).data(NODE_ROLE)
        return any(self._matches(row) for row in group.rows)

    def _matches(self, row: MaterialRow) -> bool:
        return all(word in row.search for word in self._words)


def _shape(groups: tuple[MaterialGroup, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((group.key, tuple(row.material for row in group.rows)) for group in groups)


def _named(row: MaterialRow) -> tuple[str, str, str, bool]:
    return (row.symbol, row.name, row.search, row.changed)


def _days(row: MaterialRow) -> tuple[str, bool, bool, str]:
    return (row.days, row.days_urgent, row.days_near, row.days_spoken)


def _count(group: MaterialGroup) -> str:
    return f"{len(group.rows)} material{'' if len(group.rows) == 1 else 's'}"
