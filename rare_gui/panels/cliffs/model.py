"""The cliff board's rows for Qt: groups, folded dates and clauses as a tree.

Not for painting (`cliff_painter`) and not for choosing what is listed: the scene does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rare_gui.figures.plain_text import tooltip_text
from rare_gui.scenes.cliffs.row import CliffRow
from rare_gui.scenes.cliffs.scene import CliffFold, CliffGroup

ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
"""The CliffGroup, CliffFold or CliffRow behind an index."""

COLUMNS = ("Date", "Left", "By its text", "Measure", "Basis", "Materials")
DATE, LEFT, TEXT, MEASURE, BASIS, MATERIALS = range(len(COLUMNS))

Item = CliffGroup | CliffFold | CliffRow
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(slots=True)
class _Node:
    item: Item
    parent: int  # place among the nodes, -1 for a group
    row: int
    children: list[int]


class CliffModel(QAbstractItemModel):
    """A tree of at most three levels; replaced as a whole when other rows are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[_Node] = []
        self._roots: list[int] = []

    def show_groups(self, groups: tuple[CliffGroup, ...]) -> bool:
        """Take over the groups; True when the rows are other ones and the view was reset."""
        nodes, roots = _nodes(groups)
        if [_name(node.item) for node in nodes] == [_name(node.item) for node in self._nodes]:
            self._nodes = nodes
            last = len(COLUMNS) - 1
            for place, node in enumerate(nodes):
                self.dataChanged.emit(
                    self.createIndex(node.row, 0, place), self.createIndex(node.row, last, place)
                )
            return False
        self.beginResetModel()
        self._nodes, self._roots = nodes, roots
        self.endResetModel()
        return True

    def clause_index(self, clause: str) -> QModelIndex:
        """Index of a clause's first column; invalid when it is not listed."""
        for place, node in enumerate(self._nodes):
            if isinstance(node.item, CliffRow) and node.item.clause == clause:
                return self.createIndex(node.row, 0, place)
        return QModelIndex()

    def item(self, index: Index) -> Item | None:
        """What stands behind `index`."""
        return self._nodes[int(index.internalId())].item if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """Index of a row and column under a parent."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._children(parent)[row])

    def parent(self, index: Index = _NO_INDEX) -> Any:
        """Index of the group or folded date that a row stands in."""
        if not index.isValid():
            return QModelIndex()
        above = self._nodes[int(index.internalId())].parent
        return self.createIndex(self._nodes[above].row, 0, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Number of rows under a parent."""
        return len(self._children(parent)) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """The same columns on every level."""
        return len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for display, the record for painting, the whole row for tooltip and reader."""
        item = self.item(index)
        if item is None:
            return None
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(item, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(item) if index.column() == DATE else _shown(item, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and not isinstance(item, CliffGroup):
            return tooltip_text(spoken(item))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(COLUMNS):
            return COLUMNS[section]
        return None

    def _children(self, parent: Index) -> list[int]:
        return self._nodes[int(parent.internalId())].children if parent.isValid() else self._roots


def spoken(item: Item) -> str:
    """The whole row in words, in the order of the columns."""
    return f"{item.name}, {item.remark}" if isinstance(item, CliffGroup) else item.spoken


def _shown(item: Item, column: int) -> str:
    if isinstance(item, CliffGroup):
        return item.name if column == DATE else ""
    if isinstance(item, CliffFold):
        return {DATE: item.date, LEFT: item.left, TEXT: item.words}.get(column, "")
    legal = f"; legal text {item.legal_text}" if item.legal_text else ""
    cells = (
        item.date, item.left, f"{item.lead}: {item.title}", item.lane,
        f"{item.basis_words}{legal}", item.goods,
    )  # fmt: skip
    return cells[column]


def _name(item: Item) -> tuple[str, str]:
    if isinstance(item, CliffRow):
        return "clause", item.clause
    return type(item).__name__, item.key


def _nodes(groups: tuple[CliffGroup, ...]) -> tuple[list[_Node], list[int]]:
    nodes: list[_Node] = []

    def add(item: Item, parent: int, row: int) -> int:
        place = len(nodes)
        node = _Node(item, parent, row, [])
        nodes.append(node)
        inside: tuple[CliffRow | CliffFold, ...] = ()
        if isinstance(item, CliffGroup):
            inside = item.items
        elif isinstance(item, CliffFold):
            inside = item.rows
        for number, child in enumerate(inside):
            node.children.append(add(child, place, number))
        return place

    return nodes, [add(group, -1, number) for number, group in enumerate(groups)]
