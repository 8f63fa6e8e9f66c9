"""The lines of one block of a card as a list as high as they are; some open into their parts.

Enter or a click opens a line's evidence, or its parts where it has some; E always the evidence.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.card_painter import (
    LEVEL_ROLE,
    LINE_ROLE,
    OPEN_ROLE,
    CardPainter,
    line_height,
)
from rare_gui.scenes.card.parts import CardLine

_NO_INDEX = QModelIndex()


class CardModel(QAbstractListModel):
    """The lines, those of opened ones followed by their parts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[CardLine, ...] = ()
        self._opened: set[str] = set()
        self._rows: list[tuple[CardLine, int]] = []

    def show_lines(self, lines: tuple[CardLine, ...]) -> None:
        """Replace the lines; those with the labels of opened ones stay open."""
        if lines != self._lines:
            self._lines = lines
            self._renew()

    def toggle(self, row: int) -> None:
        """Open a line into its parts, or close it."""
        line, level = self._rows[row]
        if line.parts and level == 0:
            self._opened ^= {line.label}
            self._renew()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """One row a line."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The line, its level and whether it is open; its words for a reader."""
        if not index.isValid():
            return None
        line, level = self._rows[index.row()]
        if role == LINE_ROLE:
            return line
        if role == LEVEL_ROLE:
            return level
        if role == OPEN_ROLE:
            return line.label in self._opened and level == 0
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(line, level)
        return None

    def _spoken(self, line: CardLine, level: int) -> str:
        words = line.spoken or ": ".join(part for part in (line.label, line.text) if part)
        if line.parts and level == 0:
            words += ", open" if line.label in self._opened else ", opens into its parts"
        return words

    def _renew(self) -> None:
        self.beginResetModel()
        self._rows = []
        for line in self._lines:
            self._rows.append((line, 0))
            if line.label in self._opened:
                self._rows += [(part, 1) for part in line.parts]
        self.endResetModel()


class CardList(QListView):
    """Shows lines; `evidence_asked` carries the key of the one that was asked for."""

    evidence_asked = Signal(str)

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = CardModel(self)
        self._painter = CardPainter(theme, self)
        self.setModel(self._source)
        self.setItemDelegate(self._painter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.clicked.connect(self._pick)

    def show_lines(self, lines: tuple[CardLine, ...]) -> None:
        """Replace the lines."""
        self._source.show_lines(lines)
        self._fit()

    def mark_open(self, key: str) -> None:
        """Outline the line whose evidence is on screen; "" for none."""
        if key != self._painter.open_key:
            self._painter.open_key = key
            self.viewport().update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._painter.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks the line, E asks for its evidence; letters search nothing."""
        index, key = self.currentIndex(), Qt.Key(event.key())
        if index.isValid() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(index)
        elif index.isValid() and key == Qt.Key.Key_E:
            self._ask(index)
        elif key == Qt.Key.Key_Escape or (event.text() and event.text().isalnum()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def _pick(self, index: QModelIndex) -> None:
        line: CardLine = index.data(LINE_ROLE)
        if line.parts:
            row = index.row()
            self._source.toggle(row)
            self.setCurrentIndex(self._source.index(row))
            self._fit()
        else:
            self._ask(index)

    def _ask(self, index: QModelIndex) -> None:
        line: CardLine = index.data(LINE_ROLE)
        if line.key:
            self.evidence_asked.emit(line.key)

    def _fit(self) -> None:
        width = self.viewport().width()
        rows = (self._source.index(row) for row in range(self._source.rowCount()))
        heights = (
            line_height(index.data(LINE_ROLE), index.data(LEVEL_ROLE), width) for index in rows
        )
        self.setFixedHeight(sum(heights) + 1)
