"""What the painted tables have in common: no grid, no selection of Qt's, a ring round a cell.

Not for what a cell shows: each table has a delegate of its own.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from rare_gui.figures.theme import Theme

RING_RADIUS = 3


def quieten(table: QTableView, row_height: int | None = None) -> None:
    """Leave the table to its delegate; with `row_height` (px) all rows are alike and unnamed."""
    table.setShowGrid(False)
    table.setFrameShape(QTableView.Shape.NoFrame)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    if row_height is not None:
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(row_height)


def paint_ring(painter: QPainter, box: QRectF, theme: Theme, width: float = 1.5) -> None:
    """The ring round the cell that has the keyboard, or whose evidence is open."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("focus"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, RING_RADIUS, RING_RADIUS)
    painter.restore()


class PickTable(QTableView):
    """A table of which a click, Enter or Space picks a cell; arrows go from cell to cell."""

    def pick(self, index: QModelIndex) -> None:
        """Say what stands at `index`, which may be no cell."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.pick(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space pick."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pick(self.currentIndex())
        else:
            super().keyPressEvent(event)
