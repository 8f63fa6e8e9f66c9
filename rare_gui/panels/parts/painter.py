"""Paints the rows of the parts result: a line with its chips, words between, a line to settle.

Not for layout: the table's header gives the cells.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.parts.model import FIRST_PLACE, PART, READ_AS, Item
from rare_gui.panels.pieces.icons import paint_icon
from rare_gui.panels.pieces.row_painter import RowState
from rare_gui.panels.pieces.stamps import CHIP, Stamps, sharpness
from rare_gui.scenes.parts.parts import PartRow, SettleRow

ROW_HEIGHT = 28
_PAD = 8
_REMARK = "kept in the list and in the report; never counted as free"


class PartsPainter:
    """Paints one row at a time in the colours and fonts of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._stamps = Stamps(theme)

    def paint(self, painter: QPainter, cells: list[QRect], item: Item, state: RowState) -> None:
        """A whole row; `cells` are its places by column."""
        theme = self._theme
        row = QRect(cells[0].topLeft(), cells[-1].bottomRight())
        if isinstance(item, str):
            self._paint_words(painter, row, item)
        else:
            if state.selected:
                painter.fillRect(row, theme.color("select"))
                edge = QRect(row.left(), row.top(), 3, row.height())
                painter.fillRect(edge, theme.color("time"))
            elif state.hovered:
                painter.fillRect(row, theme.color("hover"))
            self._write(painter, cells[PART], "ui_strong", "ink", item.part)
            if isinstance(item, PartRow):
                self._paint_line(painter, cells, item)
            else:
                self._paint_settle(painter, cells, item)
        ink.horizontal(painter, row.left(), row.right() + 1, row.bottom(), theme.color("line"))
        if state.focused:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(row).adjusted(4, 2, -2, -2), 2, 2)
            painter.restore()

    def button(self, cells: list[QRect], row: SettleRow) -> QRect:
        """Where the button of a line to settle stands: at the right end of the row."""
        width = round(text_width("ui", row.choice)) + 38
        right = cells[-1].right() - _PAD
        return QRect(right - width, cells[0].top() + 3, width, cells[0].height() - 6)

    def _paint_words(self, painter: QPainter, row: QRect, words: str) -> None:
        theme = self._theme
        painter.fillRect(row, theme.color("sunken"))
        middle = row.center().y() + 0.5
        place = ink.write(
            painter, "ui_strong", theme.color("ink"), row.left() + _PAD, middle, words
        )
        rest = elided("ui", _REMARK, row.right() - place.right() - 2 * _PAD)
        ink.write(painter, "ui", theme.color("text2"), place.right() + 6, middle, rest)

    def _paint_line(self, painter: QPainter, cells: list[QRect], row: PartRow) -> None:
        self._write(painter, cells[READ_AS], "ui", "ink", row.read_as)
        ratio = sharpness(painter)
        for cell, state in zip(cells[FIRST_PLACE:-2], row.cells, strict=False):
            top = cell.top() + (cell.height() - CHIP.height()) // 2
            at = QPoint(cell.left() + _PAD - 2, top)
            painter.drawPixmap(at, self._stamps.chip(state.chip, ratio))
            beside = cell.adjusted(CHIP.width() + 2, 0, 0, 0)
            self._write(painter, beside, "ui", "text2", state.words)
        self._write(painter, cells[-2], "ui", "text2", row.set_by)
        days, role = cells[-1], "ui_strong" if row.urgent else "ui_figure"
        color = self._theme.color("warn" if row.urgent else "text2")
        right = Qt.AlignmentFlag.AlignRight
        middle = days.center().y() + 0.5
        ink.write(painter, role, color, days.right() - _PAD, middle, row.days or "–", right)

    def _paint_settle(self, painter: QPainter, cells: list[QRect], row: SettleRow) -> None:
        theme = self._theme
        self._write(painter, cells[READ_AS], "ui", "ink", row.text)
        button = self.button(cells, row)
        middle = button.center().y() + 0.5
        left = cells[FIRST_PLACE].left() + _PAD
        paint_icon(painter, QRectF(left - 2, middle - 7, 14, 14), "warning", theme, "warn")
        words = elided("ui", row.problem, button.left() - left - 26)
        ink.write(painter, "ui", theme.color("ink"), left + 18, middle, words)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.restore()
        ink.write(painter, "ui", theme.color("ink"), button.left() + 10, middle, row.choice)
        place = QRectF(button.right() - 22, middle - 6, 12, 12)
        paint_icon(painter, place, "chevron", theme, "text2")

    def _write(self, painter: QPainter, cell: QRect, role: str, token: str, text: str) -> None:
        words = elided(role, text, cell.width() - _PAD - 4)
        middle = cell.center().y() + 0.5
        ink.write(painter, role, self._theme.color(token), cell.left() + _PAD, middle, words)
