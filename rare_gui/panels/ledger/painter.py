"""Paints the rows of the ledger: lines of the texts, and promises on one line or two.

Not for layout: the table's header gives the cells.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.theme import Theme
from rare_gui.figures.verdict_sign import paint_verdict
from rare_gui.panels.ledger.model import (
    ACCORDING_TO,
    BY,
    CONFIDENCE,
    DUE,
    EVIDENCE,
    PROMISE,
    RECORD,
)
from rare_gui.panels.pieces.row_painter import RowState
from rare_gui.panels.pieces.table_header import EDGE
from rare_gui.panels.pieces.word_wrap import wrapped
from rare_gui.scenes.ledger.row import LedgerRow
from rare_gui.scenes.ledger.scene import LedgerGroup

GROUP_HEIGHT = 26
_ONE_LINE, _TWO_LINES = 26, 40
_PAD = 8
_LINE = 15.0
_RADIUS = 6.5
_SIGN_ROOM = 2 * _RADIUS + 5


def promise_height(promise: str, cell_width: int) -> int:
    """Height in px of a row whose promise stands in a cell of `cell_width` px."""
    lines = wrapped("ui", promise, cell_width - 2 * _PAD)
    return _ONE_LINE if len(lines) < 2 else _TWO_LINES


class LedgerPainter:
    """Paints one row at a time in the colours and fonts of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        cells: list[QRect],
        item: LedgerGroup | LedgerRow,
        state: RowState,
    ) -> None:
        """A whole row; `cells` are its places by column, hidden ones without width."""
        theme = self._theme
        row = QRect(cells[BY].topLeft(), cells[EVIDENCE].bottomRight())
        if isinstance(item, LedgerGroup):
            self._paint_group(painter, row, item, state)
        else:
            self._paint_promise(painter, cells, row, item, state)
        ink.horizontal(painter, row.left(), row.right() + 1, row.bottom(), theme.color("line"))
        if state.focused:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(row).adjusted(4, 2, -2, -2), 2, 2)
            painter.restore()

    def _paint_group(
        self, painter: QPainter, row: QRect, group: LedgerGroup, state: RowState
    ) -> None:
        theme = self._theme
        painter.fillRect(row, theme.color("hover" if state.hovered else "sunken"))
        middle = row.center().y() + 0.5
        self._fold_mark(painter, QPointF(row.left() + EDGE + 3, middle), state.folded)
        left = row.left() + EDGE + 15
        place = ink.write(painter, "ui_strong", theme.color("ink"), left, middle, group.name)
        ink.write(painter, "lane", theme.color("text2"), place.right() + 6, middle, group.remark)

    def _paint_promise(
        self, painter: QPainter, cells: list[QRect], row: QRect, item: LedgerRow, state: RowState
    ) -> None:
        theme = self._theme
        if state.selected:
            painter.fillRect(row, theme.color("select"))
            painter.fillRect(QRect(row.left(), row.top(), 3, row.height()), theme.color("time"))
        elif state.hovered:
            painter.fillRect(row, theme.color("hover"))
        middle = row.center().y() + 0.5
        quiet, strong = theme.color("text2"), theme.color("ink")
        side = cells[BY].adjusted(EDGE - _PAD, 0, 0, 0)
        self._text(painter, side, middle, "text2", item.by)
        self._paint_words(painter, cells[PROMISE], middle, item.promise, bold=state.selected)
        if _open(cells[DUE]):
            self._right(painter, cells[DUE], middle, item.due)
        if _open(cells[ACCORDING_TO]):
            self._paint_account(painter, cells[ACCORDING_TO], middle, item)
        left = cells[RECORD].left() + _PAD
        paint_verdict(painter, QPointF(left + _RADIUS, middle), _RADIUS, item.standing, theme)
        room = cells[RECORD].width() - _PAD - _SIGN_ROOM
        words = elided("ui", item.standing_words, room)
        ink.write(painter, "ui", strong, left + _SIGN_ROOM, middle, words)
        if _open(cells[CONFIDENCE]):
            self._text(painter, cells[CONFIDENCE], middle, "text2", item.confidence)
        count = str(len(item.evidence))
        x = cells[EVIDENCE].right() + 1 - _PAD - text_width("ui_figure", count)
        ink.write(painter, "ui_figure", quiet, x, middle, count)

    def _paint_words(
        self, painter: QPainter, cell: QRect, middle: float, promise: str, *, bold: bool
    ) -> None:
        """The promise on one line or two, the second shortened."""
        role = "ui_strong" if bold else "ui"
        room = cell.width() - 2 * _PAD
        lines = wrapped(role, promise, room)
        if len(lines) > 2 or (len(lines) == 2 and cell.height() < _TWO_LINES):
            most = 1 if cell.height() < _TWO_LINES else 2
            rest = " ".join(lines[most - 1 :])
            lines = (*lines[: most - 1], elided(role, rest, room))
        y = middle - (len(lines) - 1) * _LINE / 2
        for line in lines:
            ink.write(painter, role, self._theme.color("ink"), cell.left() + _PAD, y, line)
            y += _LINE

    def _paint_account(
        self, painter: QPainter, cell: QRect, middle: float, item: LedgerRow
    ) -> None:
        """Whose text it is; the sign of unequal where the other side tells it otherwise."""
        theme = self._theme
        room = cell.width() - 2 * _PAD - (14 if item.disputed else 0)
        words = elided("ui", item.according_to, room)
        place = ink.write(painter, "ui", theme.color("text2"), cell.left() + _PAD, middle, words)
        if item.disputed:
            warn = theme.color("warn")
            ink.write(painter, "ui_strong", warn, place.right() + 4, middle, "\N{NOT EQUAL TO}")

    def _text(self, painter: QPainter, cell: QRect, middle: float, token: str, text: str) -> None:
        words = elided("ui", text, cell.width() - _PAD)
        ink.write(painter, "ui", self._theme.color(token), cell.left() + _PAD, middle, words)

    def _right(self, painter: QPainter, cell: QRect, middle: float, text: str) -> None:
        x = cell.right() + 1 - _PAD - text_width("ui_figure", text)
        ink.write(painter, "ui_figure", self._theme.color("text2"), x, middle, text)

    def _fold_mark(self, painter: QPainter, centre: QPointF, folded: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("text2"), 1.35))
        painter.translate(centre)
        if folded:
            painter.rotate(-90)
        painter.drawPolyline([QPointF(-3, -1.5), QPointF(0, 1.5), QPointF(3, -1.5)])
        painter.restore()


def _open(cell: QRect) -> bool:
    """Whether the column is shown."""
    return cell.width() > 2 * _PAD
