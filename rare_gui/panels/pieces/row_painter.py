"""Paints the rows of the material browser: group rows, symbol tile, name, chips, sparkline, days.

Not for layout: the view's header gives the cells. Only the columns `shown` are painted, for a step
of the as-of cursor changes one or two of a long list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.row_words import licensed_words
from rare_gui.panels.pieces.stamps import CHIP, DASH, DAYS_GAP, TILE, Stamps, sharpness
from rare_gui.scenes.materials.parts import MaterialGroup, MaterialRow
from rare_gui.scenes.palette import Chip, Shape

LEFT = 10
NAME_GAP = 6
_FOLD_ROOM = 16
_STAR = 11
_LICENCE = Chip(Shape.SQUARE, "lic", "L", "", quiet=True)

Columns = frozenset[int]


class Cells:
    """The places of a row's cells; each is made when asked for, for a step paints few of them.

    `edges` are the left edge and the width of each column.
    """

    def __init__(self, edges: Sequence[tuple[int, int]], top: int, height: int) -> None:
        self._edges, self._top, self._height = edges, top, height

    def __len__(self) -> int:
        return len(self._edges)

    def __getitem__(self, column: int) -> QRect:
        left, width = self._edges[column]
        return QRect(left, self._top, width, self._height)

    @property
    def row(self) -> QRect:
        """All of them."""
        (left, _), (last, width) = self._edges[0], self._edges[-1]
        return QRect(left, self._top, last + width - left, self._height)


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands: chosen, under the pointer, with the keyboard, folded, at the top."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False
    folded: bool = False
    first: bool = False


class RowPainter:
    """Paints one row at a time in the colours and fonts of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._stamps = Stamps(theme)

    def paint_group(
        self,
        painter: QPainter,
        cells: Cells,
        group: MaterialGroup,
        state: RowState,
        shown: Columns,
    ) -> None:
        """A group's name, the chips that its materials share, and how many are under licence."""
        theme, ratio = self._theme, sharpness(painter)
        row = cells.row
        middle = row.top() + row.height() / 2
        if state.hovered:
            painter.fillRect(row, theme.color("hover"))
        if not state.first:  # the header above the first row has a line of its own
            ink.horizontal(painter, row.left(), row.right() + 1, row.top(), theme.color("line"))
        first_chip = next((n for n, chip in enumerate(group.chips, 1) if chip is not None), -2)
        room = cells[first_chip].left() - cells[0].left() - LEFT - _FOLD_ROOM
        name = _short("lane_strong", group.name, room)
        left = cells[0].left() + LEFT
        ink.write(painter, "lane_strong", theme.color("ink"), left, middle, name)
        if state.folded or state.hovered:
            end = left + text_width("lane_strong", name) + 9
            self._fold_mark(painter, QPointF(end, middle + 0.5), state.folded)
        for column, chip in enumerate(group.chips, 1):
            if chip is not None and column in shown:
                self._chip(painter, cells[column], chip, ratio)
        self._licensed(painter, cells, group, ratio)
        self._focus_ring(painter, row, state)

    def paint_material(
        self,
        painter: QPainter,
        cells: Cells,
        record: MaterialRow,
        state: RowState,
        shown: Columns,
    ) -> None:
        """A material's tile, name, chips, sparkline (or a dash), risk and days."""
        theme, ratio = self._theme, sharpness(painter)
        row = cells.row
        if state.selected:
            painter.fillRect(row, theme.color("select"))
            painter.fillRect(QRect(row.left(), row.top(), 3, row.height()), theme.color("time"))
        elif state.hovered:
            painter.fillRect(row, theme.color("hover"))
        if 0 in shown:
            self._name(painter, cells[0], record, state.selected, ratio)
        for column, chip in enumerate(record.chips, 1):
            if column in shown:
                self._chip(painter, cells[column], chip, ratio)
        quiet = "text2" if state.selected else "text3"
        exports, risk, days = range(len(cells) - 3, len(cells))
        if exports in shown:
            self._exports(painter, cells[exports], record, state.selected, ratio)
        if risk in shown:
            unknown = len(record.risk) == 1  # a dash, or what has not come yet
            token = quiet if unknown else "text2"
            self._right_text(painter, cells[risk], record.risk, "ui_figure", token)
        if days in shown:
            stamp = self._stamps.days(
                record.days, record.days_near, record.days_urgent, quiet, cells[days].size(), ratio
            )
            painter.drawPixmap(cells[days].topLeft(), stamp)
        self._focus_ring(painter, row, state)

    def _name(
        self, painter: QPainter, cell: QRect, record: MaterialRow, selected: bool, ratio: float
    ) -> None:
        top = cell.top() + (cell.height() - TILE.height()) // 2
        tile = self._stamps.tile(record.symbol, selected, ratio)
        painter.drawPixmap(QPoint(cell.left() + LEFT, top), tile)
        if record.compared:
            self._compared_edge(painter, cell)
        if record.changed:
            self._changed_dot(painter, QPointF(cell.left() + LEFT + TILE.width() - 0.5, top + 1.5))
        left = cell.left() + LEFT + TILE.width() + NAME_GAP
        role = "ui_strong" if selected else "ui"
        room = cell.right() + 1 - left - (_STAR if record.watched else 0)
        name = _short(role, record.name, room)
        middle = cell.top() + cell.height() / 2
        end = ink.write(painter, role, self._theme.color("ink"), left, middle, name).right()
        if record.watched:
            self._star(painter, QPointF(end + _STAR / 2 + 1, middle))

    def _compared_edge(self, painter: QPainter, cell: QRect) -> None:
        """A thin upright line before the tile: chosen for the comparison."""
        box = QRectF(cell.left() + LEFT - 5, cell.top() + 3, 2.5, cell.height() - 6)
        painter.fillRect(box, self._theme.color("time"))

    def _star(self, painter: QPainter, centre: QPointF) -> None:
        """Behind the name: on the watch list."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("time"))
        corners = [
            QPointF(cos(radians(turn)), sin(radians(turn))) * (4.4 if number % 2 == 0 else 1.9)
            for number, turn in enumerate(range(-90, 270, 36))
        ]
        painter.drawPolygon([centre + corner for corner in corners])
        painter.restore()

    def _licensed(self, painter: QPainter, cells: Cells, group: MaterialGroup, at: float) -> None:
        """At the right how many are under licence, as fully as fits; so too the licence's chip."""
        shared = [column for column, chip in enumerate(group.chips, 1) if chip is not None]
        taken = cells[shared[-1]].center().x() + CHIP.width() / 2 if shared else cells.row.left()
        right = cells[-1].right() + 1 - DAYS_GAP
        wordings = licensed_words(group), f"{group.licensed}/{len(group.rows)}"
        words = next((one for one in wordings if text_width("ui", one) < right - taken), "")
        self._right_text(painter, cells[-1], words, "ui", "text3")
        left = right - text_width("ui", words) - CHIP.width()
        if words and left >= cells[-4].right():
            middle = cells[-1].top() + (cells[-1].height() - CHIP.height()) // 2
            painter.drawPixmap(QPoint(round(left), middle), self._stamps.chip(_LICENCE, at))

    def _changed_dot(self, painter: QPainter, centre: QPointF) -> None:
        """At the tile's corner: something changed since the day compared with."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("panel"), 1))
        painter.setBrush(self._theme.color("time"))
        painter.drawEllipse(centre, 3.2, 3.2)
        painter.restore()

    def _chip(self, painter: QPainter, cell: QRect, chip: Chip, ratio: float) -> None:
        left = cell.left() + (cell.width() - CHIP.width()) // 2
        top = cell.top() + (cell.height() - CHIP.height()) // 2
        painter.drawPixmap(QPoint(left, top), self._stamps.chip(chip, ratio))

    def _exports(
        self, painter: QPainter, cell: QRect, record: MaterialRow, selected: bool, ratio: float
    ) -> None:
        if record.spark is None:
            color = self._theme.color("text2" if selected else "text3")
            centre, middle = cell.left() + cell.width() / 2, cell.top() + cell.height() / 2
            ink.write(painter, "ui", color, centre, middle, DASH, Qt.AlignmentFlag.AlignHCenter)
            return
        room = cell.adjusted(2, 4, -4, -4)
        stamp = self._stamps.spark(record.spark, selected, room.size(), ratio)
        painter.drawPixmap(room.topLeft(), stamp)

    def _right_text(self, painter: QPainter, cell: QRect, text: str, role: str, token: str) -> None:
        right, middle = cell.right() + 1 - DAYS_GAP, cell.top() + cell.height() / 2
        color = self._theme.color(token)
        ink.write(painter, role, color, right, middle, text, Qt.AlignmentFlag.AlignRight)

    def _fold_mark(self, painter: QPainter, centre: QPointF, folded: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("text3"), 1.35))
        painter.translate(centre)
        if folded:
            painter.rotate(-90)
        painter.drawPolyline([QPointF(-3, -1.5), QPointF(0, 1.5), QPointF(3, -1.5)])
        painter.restore()

    def _focus_ring(self, painter: QPainter, row: QRect, state: RowState) -> None:
        if not state.focused:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(row).adjusted(4, 2, -2, -1), 2, 2)
        painter.restore()


@lru_cache(maxsize=512)
def _short(role: str, text: str, room: float) -> str:
    """As `elided`, remembered: the same names are painted sixty times a second."""
    return elided(role, text, room)
