"""The checked lines and the preview of a parts list for Qt.

Not for what they look like (`parts_painter`, `parts_preview`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from rare_gui.figures.plain_text import tooltip_text
from rare_gui.scenes.parts.parts import PartRow, PartsScene, SettleRow

ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
"""What a row of the result shows: a PartRow, a SettleRow, or the words between them."""

PART, READ_AS, FIRST_PLACE = 0, 1, 2
"""Columns of the result; after the destinations come what sets the state, and the days."""

Item = PartRow | SettleRow | str
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class ResultModel(QAbstractTableModel):
    """Matched lines, a line of words, then the lines to settle."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PartRow, ...] = ()
        self._settle: tuple[SettleRow, ...] = ()
        self._places: tuple[str, ...] = ()
        self._codes: tuple[str, ...] = ()
        self._short = False
        self._row_of: dict[int, int] = {}

    def show_scene(self, scene: PartsScene) -> None:
        """Take over the scene's lines and destinations."""
        self.beginResetModel()
        self._rows, self._settle = scene.rows, scene.settle
        self._places, self._codes = scene.place_names(), scene.chosen
        self._row_of = {line.number: row for row, line in enumerate(scene.rows)}
        first = len(scene.rows) + 1
        self._row_of |= {line.number: row for row, line in enumerate(scene.settle, first)}
        self.endResetModel()

    @property
    def places(self) -> tuple[str, ...]:
        """Names of the destinations, in order."""
        return self._places

    def name_places(self, *, short: bool) -> None:
        """Head the destinations with their codes where names have no room."""
        if short != self._short:
            self._short = short
            last = FIRST_PLACE + len(self._places) - 1
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, FIRST_PLACE, last)

    def item(self, row: int) -> Item:
        """What a row shows."""
        if row < len(self._rows):
            return self._rows[row]
        if row == len(self._rows):
            return f"To settle, {len(self._settle):,}"
        return self._settle[row - len(self._rows) - 1]

    def row_of(self, number: int) -> int:
        """The row that shows the line of a number; -1 when none does."""
        return self._row_of.get(number, -1)

    def next_to_settle(self, row: int) -> int:
        """The row after `row` that is to settle, from the top again after the last; -1 for none."""
        if not self._settle:
            return -1
        first = len(self._rows) + 1
        return max(row + 1, first) if row + 1 < self.rowCount() else first

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Lines, and the words between them where there are lines to settle."""
        if parent.isValid():
            return 0
        return len(self._rows) + (len(self._settle) + 1 if self._settle else 0)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Part, read as, destinations, set by, days."""
        return 0 if parent.isValid() else len(self._places) + 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for display, tooltip and screen reader; the line itself."""
        if not index.isValid():
            return None
        item = self.item(index.row())
        if role == ITEM_ROLE:
            return item
        spoken = item if isinstance(item, str) else item.spoken
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(spoken)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(item, index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Column names."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            places = self._codes if self._short else self._places
            return ("Part", "Read as", *places, "Set by", "Days")[section]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return ("Part", "Read as", *self._places, "Set by", "Days to the next clause")[section]
        return None

    def _shown(self, item: Item, column: int) -> str:
        if isinstance(item, str):
            return item if column == PART else ""
        if isinstance(item, SettleRow):
            words = {PART: item.part, READ_AS: item.text, FIRST_PLACE: item.problem}
            return words.get(column, "")
        places = [cell.words for cell in item.cells]
        return (item.part, item.read_as, *places, item.set_by, item.days)[column]


class PreviewModel(QAbstractTableModel):
    """The cells of the list as they stand in the file; lines to settle are tinted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: Sequence[Sequence[str]] = ()
        self._headings: tuple[str, ...] = ()
        self._tinted: frozenset[int] = frozenset()
        self.tint = QColor()
        self.ink = QColor()

    def show_scene(self, scene: PartsScene) -> None:
        """Take over the scene's preview."""
        self.beginResetModel()
        self._cells, self._tinted = scene.preview, scene.tinted
        self._headings = tuple(
            f"{column.heading}, read as {column.words}" for column in scene.columns
        )
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Lines of the list."""
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Columns of the list."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell's text, never as markup, and its ground."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[index.row()][index.column()].replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(self._cells[index.row()][index.column()])
        if index.row() in self._tinted:
            if role == Qt.ItemDataRole.BackgroundRole:
                return self.tint
            if role == Qt.ItemDataRole.ForegroundRole:
                return self.ink
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Heading and field, for the screen reader; the header paints its own."""
        if orientation == Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self._headings[section] if section < len(self._headings) else None
        return None
