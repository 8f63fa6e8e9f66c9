"""The ranked bars as a table: name, bar with whisker, value, week of the first loss, what hit it.

Not for the order (`loss_model`). The compact form shows the first rows alone and never scrolls.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided
from rare_gui.figures.impact.loss_bar import paint_loss_bar
from rare_gui.figures.theme import Theme
from rare_gui.panels.impact.loss_model import BAR, BAR_ROLE, HIT, NAME, VALUE, WEEK, LossModel
from rare_gui.panels.pieces.quiet_table import PickTable, quieten
from rare_gui.scenes.impact.parts import LossBar

ROW_HEIGHT = 24
GUTTER = 13.0
GAP = 8.0
_WIDTHS = {VALUE: 74, WEEK: 58, HIT: 92}
_ROOM_FOR_WEEK, _ROOM_FOR_HIT = 400, 560
_NAME_SHARE, _NARROW_SHARE = 0.42, 0.48
_WIDEST_NAME = 280


class LossTable(PickTable):
    """Shows LossBars; says which sector was picked by click, Enter or Space.

    With `most` only that many rows are shown.
    """

    sector_picked = Signal(str)

    def __init__(self, theme: Theme, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = LossModel(self)
        self._cells = _Cells(theme, self._rows, self)
        self._most = most
        self.setModel(self._rows)
        self.setItemDelegate(self._cells)
        self.setAccessibleName("Sectors by loss")
        quieten(self, ROW_HEIGHT)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(20)
        self.setFixedHeight(0)

    def show_bars(self, bars: tuple[LossBar, ...], unit: str, *, settled: bool) -> None:
        """Show the bars, told in `unit`; see LossModel for what holds until they are settled."""
        current = self._rows.bar(self.currentIndex())
        self._rows.show_bars(bars, unit, settled=settled)
        if bars:
            place = self._rows.place_of(current.sector if current else "")
            self.setCurrentIndex(self._rows.index(max(place, 0), NAME))
        self.setFixedHeight(min(len(bars), self._most) * ROW_HEIGHT)
        self.viewport().update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._cells.theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room, hit first, then the week; the bar takes what is left."""
        super().resizeEvent(event)
        width = self.viewport().width()
        self.setColumnHidden(HIT, width < _ROOM_FOR_HIT)
        self.setColumnHidden(WEEK, width < _ROOM_FOR_WEEK)
        share = _NAME_SHARE if width >= _ROOM_FOR_WEEK else _NARROW_SHARE
        name = min(round(width * share), _WIDEST_NAME)
        rest = width - name
        for column, size in _WIDTHS.items():
            self.setColumnWidth(column, size)
            rest -= 0 if self.isColumnHidden(column) else size
        self.setColumnWidth(NAME, name)
        self.setColumnWidth(BAR, max(rest, 40))

    def pick(self, index: QModelIndex) -> None:
        """Say which was picked."""
        bar = self._rows.bar(index)
        if bar is not None:
            self.sector_picked.emit(bar.sector)


class _Cells(QStyledItemDelegate):
    """Paints one cell; the brackets of "no verdict" stand in the gutter before the names."""

    def __init__(self, theme: Theme, rows: LossModel, view: LossTable) -> None:
        super().__init__(view)
        self._rows, self._view = rows, view
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        bar: LossBar = index.data(BAR_ROLE)
        cell, theme, column = QRectF(option.rect), self.theme, index.column()
        middle = cell.center().y()
        if bar.selected:
            painter.fillRect(cell, theme.color("select"))
        right = Qt.AlignmentFlag.AlignRight
        if column == NAME:
            self._paint_brackets(painter, cell, index.row(), bar)
            role = "ui_strong" if bar.selected else "ui"
            left = cell.left() + GUTTER
            name = elided(role, bar.name, cell.right() - left - GAP)
            ink.write(painter, role, theme.color("ink"), left, middle, name)
            if bar.selected:
                painter.fillRect(
                    QRectF(cell.left(), cell.top(), 3, cell.height()), theme.color("time")
                )
        elif column == BAR:
            paint_loss_bar(painter, cell, bar, self._rows.top, self._rows.whisker(bar), theme)
        elif column == VALUE:
            role, token = ("ui_figure", "ink") if bar.known else ("note", "text3")
            value = elided(role, bar.value, cell.width())
            ink.write(painter, role, theme.color(token), cell.right(), middle, value, right)
        else:
            text = bar.first_week if column == WEEK else bar.hit
            quiet, end = theme.color("text2" if bar.selected else "text3"), cell.right() - 3
            words = elided("note", text, cell.width() - 6)
            ink.write(painter, "note", quiet, end, middle, words, right)
        if column == NAME and self._view.hasFocus():
            self._paint_focus(painter, cell, index)

    def _paint_brackets(self, painter: QPainter, cell: QRectF, row: int, bar: LossBar) -> None:
        x, middle = cell.left() + 6.5, round(cell.center().y()) + 0.5
        painter.setPen(QPen(self.theme.color("text3"), 1))
        for joined, end in (
            (self._rows.tied_to_the_one_above(row), cell.top()),
            (bar.no_verdict, cell.bottom()),
        ):
            if joined:
                # A bracket starts and ends two px off the middle, so that neighbours do not merge.
                start = middle + (-2 if end < middle else 2)
                painter.drawLine(QPointF(x, start), QPointF(x, end))
                painter.drawLine(QPointF(x, start), QPointF(x + 2.5, start))

    def _paint_focus(self, painter: QPainter, cell: QRectF, index: QModelIndex) -> None:
        if index.row() != self._view.currentIndex().row():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(self.theme.color("focus"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(2.5, 1.5, -2.5, -1.5), 3, 3)
        painter.restore()
