"""Paints the rows of the cliff board: group lines, folded dates, and clauses on two lines.

Not for layout: the table's header gives the cells.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rare_gui.domain.vocabulary import Basis
from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.cliffs.model import BASIS, DATE, LEFT, MATERIALS, MEASURE, TEXT, Item
from rare_gui.panels.pieces.icons import paint_icon
from rare_gui.panels.pieces.row_painter import RowState
from rare_gui.panels.pieces.stamps import TILE, Stamps, sharpness
from rare_gui.panels.pieces.word_wrap import wrapped
from rare_gui.scenes.cliffs.row import CliffRow
from rare_gui.scenes.cliffs.scene import CliffFold, CliffGroup

GROUP_HEIGHT, FOLD_HEIGHT, CLAUSE_HEIGHT = 26, 30, 42
BASIS_ICONS = {
    Basis.LEGAL_TEXT: "document",
    Basis.OFFICIAL_STATEMENT: "statement",
    Basis.PRESS: "press",
    Basis.DE_FACTO: "practice",
    Basis.SCENARIO: "warning",
}
_PAD = 8
_UPPER, _LOWER = -8.0, 8.0  # the two lines of a row, from its middle
_ICON = 14.0
_TILE_GAP = 4


class CliffPainter:
    """Paints one row at a time in the colours and fonts of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._stamps = Stamps(theme)

    def paint(self, painter: QPainter, cells: list[QRect], item: Item, state: RowState) -> None:
        """A whole row; `cells` are its places by column, hidden ones without width."""
        row = QRect(cells[DATE].topLeft(), cells[MATERIALS].bottomRight())
        if isinstance(item, CliffGroup):
            self._paint_group(painter, row, item, state)
        elif isinstance(item, CliffFold):
            self._paint_fold(painter, cells, row, item, state)
        else:
            self._paint_clause(painter, cells, row, item, state)
        ink.horizontal(
            painter, row.left(), row.right() + 1, row.bottom(), self._theme.color("line")
        )
        if state.focused:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(row).adjusted(4, 2, -2, -2), 2, 2)
            painter.restore()

    def tiles(self, cell: QRect, row: CliffRow) -> list[tuple[QRect, str, str]]:
        """Place, material and symbol of each tile in the materials' cell; none where words stand.

        Materials of one symbol are one tile, that of the first. Two lines at most.
        """
        first = {symbol: material for material, symbol in reversed(row.tiles) if symbol}
        pitch = TILE.width() + _TILE_GAP
        across = max((cell.width() - _PAD + _TILE_GAP) // pitch, 1)
        symbols = list(dict.fromkeys(symbol for _, symbol in row.tiles if symbol))
        lines = -(-len(symbols) // across)
        if not symbols or lines > 2 or len({m for m, _ in row.tiles}) > 2 * len(symbols):
            return []
        middle = cell.center().y() + 1
        tops = [middle - TILE.height() // 2] if lines == 1 else [middle - 19, middle + 1]
        return [
            (
                QRect(
                    QPoint(cell.left() + (number % across) * pitch, tops[number // across]), TILE
                ),
                first[symbol],
                symbol,
            )
            for number, symbol in enumerate(symbols)
        ]

    def _paint_group(
        self, painter: QPainter, row: QRect, group: CliffGroup, state: RowState
    ) -> None:
        theme = self._theme
        painter.fillRect(row, theme.color("hover" if state.hovered else "sunken"))
        middle = row.center().y() + 0.5
        self._fold_mark(painter, QPointF(row.left() + _PAD + 4, middle), state.folded)
        left = row.left() + _PAD + 16
        place = ink.write(painter, "ui_strong", theme.color("ink"), left, middle, group.name)
        room = row.right() - place.right() - 2 * _PAD
        text = elided("lane", group.remark, room)
        ink.write(painter, "lane", theme.color("text2"), place.right() + 6, middle, text)

    def _paint_fold(
        self, painter: QPainter, cells: list[QRect], row: QRect, fold: CliffFold, state: RowState
    ) -> None:
        theme = self._theme
        painter.fillRect(row, theme.color("warn-soft"))
        middle = row.center().y() + 0.5
        warn = theme.color("warn")
        self._right(painter, cells[DATE], middle, "ui_strong", warn, fold.date)
        self._right(painter, cells[LEFT], middle, "ui_strong", warn, fold.left)
        text = cells[TEXT]
        self._fold_mark(painter, QPointF(text.left() + _PAD + 3, middle), state.folded)
        left = text.left() + _PAD + 14
        room = row.right() - left - _PAD
        words = elided("ui_strong", fold.words, room)
        place = ink.write(painter, "ui_strong", theme.color("on-warn"), left, middle, words)
        rest = elided("ui", fold.detail, row.right() - place.right() - 2 * _PAD)
        ink.write(painter, "ui", theme.color("on-warn"), place.right() + 8, middle, rest)

    def _paint_clause(
        self, painter: QPainter, cells: list[QRect], row: QRect, clause: CliffRow, state: RowState
    ) -> None:
        theme = self._theme
        passed = clause.days_left <= 0
        if state.selected:
            painter.fillRect(row, theme.color("select"))
            painter.fillRect(QRect(row.left(), row.top(), 3, row.height()), theme.color("time"))
        elif passed:
            painter.fillRect(row, theme.color("warn-soft"))
        elif state.hovered:
            painter.fillRect(row, theme.color("hover"))
        middle = row.center().y() + 0.5
        on_warn = passed and not state.selected
        strong = theme.color("on-warn" if on_warn else "ink")
        quiet = theme.color("on-warn" if on_warn else "text2")
        role = "ui_strong" if clause.urgent else "ui"
        when = theme.color("warn") if passed else theme.color("ink")
        self._right(painter, cells[DATE], middle, role, when, clause.date)
        left = theme.color("warn" if clause.urgent else "text2")
        self._right(painter, cells[LEFT], middle, role, left, clause.left)
        told = cells[MEASURE].width() > 2 * _PAD
        self._two_lines(
            painter,
            cells[TEXT],
            middle,
            ("ui_strong", strong, clause.lead),
            ("ui", quiet, clause.title if told else f"{clause.lane} · {clause.title}"),
        )
        if told:
            self._wrapped(painter, cells[MEASURE], middle, strong, clause.lane)
        self._paint_basis(painter, cells[BASIS], middle, clause, quiet)
        self._paint_materials(painter, cells[MATERIALS], middle, clause, quiet)

    def _paint_basis(
        self, painter: QPainter, cell: QRect, middle: float, clause: CliffRow, quiet: QColor
    ) -> None:
        theme = self._theme
        token = "text2" if quiet != theme.color("on-warn") else "on-warn"
        note = ""
        if clause.legal_text:
            note = f"text: {clause.legal_text}{', passed' if clause.legal_passed else ''}"
        elif clause.other:
            note = clause.other
        at = middle + (_UPPER if note else 0)
        box = QRectF(cell.left() + _PAD, at - _ICON / 2, _ICON, _ICON)
        paint_icon(painter, box, BASIS_ICONS[clause.basis], theme, token)
        left = box.right() + 5
        words = elided("ui", clause.basis_words, cell.right() - left)
        ink.write(painter, "ui", theme.color(token), left, at, words)
        if note:
            color = theme.color("warn" if clause.legal_passed else token)
            short = elided("lane", note, cell.right() - cell.left() - _PAD)
            ink.write(painter, "lane", color, cell.left() + _PAD, middle + _LOWER, short)

    def _paint_materials(
        self, painter: QPainter, cell: QRect, middle: float, clause: CliffRow, quiet: QColor
    ) -> None:
        tiles = self.tiles(cell, clause)
        ratio = sharpness(painter)
        for place, _, symbol in tiles:
            painter.drawPixmap(place.topLeft(), self._stamps.tile(symbol, False, ratio))
        if not tiles:
            self._wrapped(painter, cell.adjusted(-_PAD, 0, 0, 0), middle, quiet, clause.goods)

    def _two_lines(
        self,
        painter: QPainter,
        cell: QRect,
        middle: float,
        upper: tuple[str, QColor, str],
        lower: tuple[str, QColor, str],
    ) -> None:
        room = cell.width() - 2 * _PAD
        for at, (role, color, text) in ((_UPPER, upper), (_LOWER, lower)):
            words = elided(role, text, room)
            ink.write(painter, role, color, cell.left() + _PAD, middle + at, words)

    def _wrapped(
        self, painter: QPainter, cell: QRect, middle: float, color: QColor, text: str
    ) -> None:
        """Words on one line or two, the second shortened."""
        room = cell.width() - _PAD - 4
        lines = wrapped("lane", text, room)
        if len(lines) > 2:
            lines = (lines[0], elided("lane", " ".join(lines[1:]), room))
        y = middle - (len(lines) - 1) * 7
        for line in lines:
            ink.write(painter, "lane", color, cell.left() + _PAD, y, line)
            y += 14

    def _right(
        self, painter: QPainter, cell: QRect, middle: float, role: str, color: QColor, text: str
    ) -> None:
        x = cell.right() + 1 - 4 - text_width(role, text)
        ink.write(painter, role, color, x, middle, text)

    def _fold_mark(self, painter: QPainter, centre: QPointF, folded: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("text2"), 1.35))
        painter.translate(centre)
        if folded:
            painter.rotate(-90)
        painter.drawPolyline([QPointF(-3, -1.5), QPointF(0, 1.5), QPointF(3, -1.5)])
        painter.restore()
