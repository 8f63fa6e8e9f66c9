"""How a cell of the list looks: words in the weight that its row's time deserves.

Painted by hand because a style sheet's cells take several times as long, and this table is painted
on every step of the as-of day.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided
from rare_gui.figures.theme import Theme
from rare_gui.panels.listing.model import DAYS_COLUMN, ROW_ROLE, STATE_COLUMN
from rare_gui.scenes.listing import ListRow

PADDING = 6


class ListCells(QStyledItemDelegate):
    """What holds on the day is strong, what is over is quiet, what came later is in italics."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Ground, hairline, words, and the frame of the cell that has the keyboard."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ListRow):
            return
        theme, rect = self.theme, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.color("select" if chosen else "panel"))
        ink.horizontal(painter, rect.left(), rect.right(), rect.bottom() - 1, theme.color("line"))
        role = "lane_italic" if row.later else "lane_light"
        if row.holds and index.column() == STATE_COLUMN:
            role = "lane_strong"
        quiet = "text2" if chosen else "text3"  # text3 is too weak on the ground of a chosen row
        color = theme.color("ink" if row.holds or row.ahead else quiet)
        text = _fitting(role, str(index.data() or ""), int(rect.width()) - 2 * PADDING)
        if index.column() == DAYS_COLUMN:
            right = Qt.AlignmentFlag.AlignRight
            ink.write(painter, role, color, rect.right() - PADDING, rect.center().y(), text, right)
        else:
            ink.write(painter, role, color, rect.left() + PADDING, rect.center().y(), text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("time"))
            painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5))


@lru_cache(maxsize=4096)
def _fitting(role: str, text: str, room: int) -> str:
    return elided(role, text, room)
