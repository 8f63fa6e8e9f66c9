"""The material browser's rows for Qt: a two-level tree of groups and materials.

Not for painting (see `row_painter`) and not for deciding what is listed: the scene does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from rare_gui.figures.plain_text import tooltip_text
from rare_gui.panels.pieces.row_words import (
    exports_spoken,
    licensed_spoken,
    licensed_words,
    name_spoken,
)
from rare_gui.scenes.materials.parts import MaterialGroup, MaterialRow, MaterialsScene

NODE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The MaterialGroup or MaterialRow behind an index."""

NAME_COLUMN = 0
FIRST_CHIP_COLUMN = 1

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_GROUP_ID = 0  # internal id of group rows; a material's is the number of its group plus one


class RowsModel(QAbstractItemModel):
    """Groups of materials with the columns material, chips, exports, risk, days."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[tuple[str, str], ...] = ()
        self._risk: tuple[str, str] = ("", "")
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
    def risk_column(self) -> int:
        """Column of the score by the method shown."""
        return self.exports_column + 1

    @property
    def days_column(self) -> int:
        """Column of the days to the next dated clause."""
        return self.exports_column + 2

    def show_scene(self, scene: MaterialsScene, materials: frozenset[str] | None = None) -> bool:
        """Take over `scene`, of it only `materials` where they are given.

        True when the rows are other ones and the view was reset. With the same rows in the same
        order only what differs is announced, so that selection, folding and scroll position stay.
        """
        groups = narrowed(scene.groups, materials)
        risk = scene.risk_column or ("", "")
        if (scene.columns, risk) != (self._columns, self._risk) or _shape(groups) != _shape(
            self._groups
        ):
            self.beginResetModel()
            self._columns, self._risk, self._groups = scene.columns, risk, groups
            self.endResetModel()
            return True
        old_groups, self._groups = self._groups, groups
        for number, (old, new) in enumerate(zip(old_groups, groups, strict=True)):
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

    def materials(self) -> tuple[str, ...]:
        """The materials listed, from the first to the last."""
        return tuple(row.material for group in self._groups for row in group.rows)

    def _announce(self, number: int, old: MaterialGroup, new: MaterialGroup) -> None:
        last = self.columnCount() - 1
        if (old.name, old.chips, old.licensed) != (new.name, new.chips, new.licensed):
            self._changed(number, _GROUP_ID, NAME_COLUMN, number, last)
        run_of_days: list[int] = []
        for place, (before, after) in enumerate(zip(old.rows, new.rows, strict=True)):
            if before is after or before == after:
                continue
            if _named(before) != _named(after):
                self._changed(place, number + 1, NAME_COLUMN, place, last)
                continue
            for column in self._differing(before, after):
                self._changed(place, number + 1, column, place, column)
            if _days(before) != _days(after):
                run_of_days.append(place)
        if run_of_days:
            # One day further changes this column in nearly every row: one word for all of them.
            column = self.days_column
            self._changed(run_of_days[0], number + 1, column, run_of_days[-1], column)

    def _differing(self, before: MaterialRow, after: MaterialRow) -> Iterator[int]:
        """The columns between name and days in which two rows differ."""
        for chip, (was, now) in enumerate(zip(before.chips, after.chips, strict=True)):
            if was is not now and was != now:
                yield FIRST_CHIP_COLUMN + chip
        if (before.spark, before.change_spoken) != (after.spark, after.change_spoken):
            yield self.exports_column
        if (before.risk, before.risk_spoken) != (after.risk, after.risk_spoken):
            yield self.risk_column

    def _changed(self, top: int, node: int, left: int, bottom: int, right: int) -> None:
        self.dataChanged.emit(
            self.createIndex(top, left, node), self.createIndex(bottom, right, node)
        )

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """Index of a row and column under a group, or of a group."""
        # counted here and not by hasIndex: a filter's view asks for every row at each letter
        if 0 <= row < self.rowCount(parent) and 0 <= column < self.columnCount():
            node = parent.row() + 1 if parent.isValid() else _GROUP_ID
            return self.createIndex(row, column, node)
        return QModelIndex()

    def hasChildren(self, parent: Index = _NO_INDEX) -> bool:
        """Groups have, materials never."""
        return self.rowCount(parent) > 0

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
        """Material, the chips, exports, risk, days."""
        return len(self._columns) + 4

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
            self._risk,
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
            return node.days if isinstance(node, MaterialRow) else licensed_words(node)
        if column == self.risk_column:
            return node.risk if isinstance(node, MaterialRow) else ""
        return ""

    def _spoken(self, node: MaterialGroup | MaterialRow, column: int) -> str:
        if column == NAME_COLUMN:
            return name_spoken(node) if isinstance(node, MaterialRow) else node.name
        if column == self.days_column:
            return node.days_spoken if isinstance(node, MaterialRow) else licensed_spoken(node)
        if column == self.risk_column:
            return node.risk_spoken if isinstance(node, MaterialRow) else ""
        if column == self.exports_column:
            return exports_spoken(node) if isinstance(node, MaterialRow) else ""
        chip = node.chips[column - FIRST_CHIP_COLUMN]
        return chip.spoken if chip else ""


def narrowed(
    groups: tuple[MaterialGroup, ...], materials: frozenset[str] | None
) -> tuple[MaterialGroup, ...]:
    """The groups with these materials alone, those without any left out; None keeps all."""
    if materials is None:
        return groups
    kept = (
        replace(group, rows=tuple(row for row in group.rows if row.material in materials))
        for group in groups
    )
    return tuple(group for group in kept if group.rows)


def _shape(groups: tuple[MaterialGroup, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((group.key, tuple(row.material for row in group.rows)) for group in groups)


def _named(row: MaterialRow) -> tuple[object, ...]:
    return (
        row.symbol, row.name, row.search, row.changed, row.watched, row.compared, row.licensed,
    )  # fmt: skip


def _days(row: MaterialRow) -> tuple[str, bool, bool, str]:
    return (row.days, row.days_urgent, row.days_near, row.days_spoken)
