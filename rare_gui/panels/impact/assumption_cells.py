"""Paints and edits the cells of the assumption table: headings, numbers, fields, class words.

Not for what the rows are (`assumption_model`).
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDoubleSpinBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, font, text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.impact.assumption_model import (
    CLASS,
    COLUMNS,
    HIGH,
    ITEM_ROLE,
    LOW,
    MIDDLE,
    NAME,
    Item,
    cell_text,
)
from rare_gui.panels.pieces.word_wrap import wrapped
from rare_gui.scenes.impact.parts import Assumption, AssumptionGroup

ROW_HEIGHT = 26
HEADER_HEIGHT = 24
_PAD = 8
_LEFT = 14
_SIGN = 9.0
_LINE = 14.0
_MOST_LINES = 3
_FIELD = 19.0
_RIGHT_ALIGNED = frozenset({LOW, MIDDLE, HIGH})
_CLASS_TOKENS = {"judgement": "warn", "yours": "time"}


class AssumptionCells(QStyledItemDelegate):
    """Paints a cell; edits a middle with a spin box that commits each step."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        item: Item = index.data(ITEM_ROLE)
        cell, theme = QRectF(option.rect), self.theme
        middle = cell.center().y()
        if isinstance(item, AssumptionGroup):
            painter.fillRect(cell, theme.color("hover"))
            room = cell.width() - _LEFT - _PAD
            name = elided("lane_strong", item.name, room)
            ink.write(painter, "lane_strong", theme.color("ink"), cell.left() + _LEFT, middle, name)
        else:
            self._paint_assumption(painter, cell, index.column(), item, index)
        ink.horizontal(painter, cell.left(), cell.right(), cell.bottom() - 1, theme.color("line"))

    def _paint_assumption(
        self, painter: QPainter, cell: QRectF, column: int, item: Assumption, index: QModelIndex
    ) -> None:
        theme, middle = self.theme, cell.center().y()
        text = cell_text(item, column)
        if column == MIDDLE:
            self._paint_field(painter, cell, text, item, index)
        elif column in (LOW, HIGH):
            right = Qt.AlignmentFlag.AlignRight
            at = cell.right() - _PAD + 2
            ink.write(painter, "lane_figure", theme.color("text2"), at, middle, text, right)
        elif column == CLASS:
            token = _CLASS_TOKENS.get(item.data_class, "text2")
            ink.write(painter, "lane", theme.color(token), cell.left() + _PAD, middle, text)
            if item.changed:
                self._paint_reset(painter, self.reset_place(cell.toRect()))
        elif column == NAME:
            role = "lane_strong" if item.changed else "lane"
            lines = name_lines(item, cell.width())
            y = middle - (len(lines) - 1) * _LINE / 2
            for line in lines:
                ink.write(painter, role, theme.color("ink"), cell.left() + _LEFT, y, line)
                y += _LINE
        else:
            words = elided("note", text, cell.width() - 2)
            ink.write(painter, "note", theme.color("text3"), cell.left() + 2, middle, words)

    def _paint_field(
        self, painter: QPainter, cell: QRectF, text: str, item: Assumption, index: QModelIndex
    ) -> None:
        theme = self.theme
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(theme.color("focus" if focused else "line2"), 1.5 if focused else 1))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(field_place(cell), 4, 4)
        painter.restore()
        role = "lane_strong" if item.changed else "lane_figure"
        right = Qt.AlignmentFlag.AlignRight
        ink.write(painter, role, theme.color("ink"), field_place(cell).right() - 6,
                  cell.center().y(), text, right)  # fmt: skip

    def reset_place(self, cell: QRect) -> QRectF:
        """Where the sign that puts a changed value back stands in the class cell."""
        left = cell.left() + _PAD + text_width("lane", "yours") + 8
        return QRectF(left, cell.center().y() + 0.5 - _SIGN / 2, _SIGN, _SIGN)

    def _paint_reset(self, painter: QPainter, place: QRectF) -> None:
        """An arrow that turns back."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(self.theme.color("time"), 1.35))
        path = QPainterPath()
        path.arcMoveTo(place, 150)
        path.arcTo(place, 150, -290)
        painter.drawPath(path)
        tip = QPointF(place.left() + 0.6, place.center().y() - 2.2)
        painter.drawPolyline([tip + QPointF(-1.6, -3.2), tip, tip + QPointF(3.4, -0.6)])
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        item: Item = index.data(ITEM_ROLE)
        editor = _Spin(parent)
        if isinstance(item, Assumption):
            editor.setDecimals(item.decimals)
            editor.setRange(item.least, item.most)
            editor.setSingleStep(item.step)
            editor.setAccessibleName(f"{item.name}, middle, {item.unit}")
            editor.setAccessibleDescription(item.spoken)
        editor.valueChanged.connect(lambda _: self.commitData.emit(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        if isinstance(editor, _Spin):
            editor.blockSignals(True)
            editor.setValue(float(index.data(Qt.ItemDataRole.EditRole) or 0.0))
            editor.blockSignals(False)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex) -> None:
        if isinstance(editor, _Spin):
            editor.interpretText()
            model.setData(index, editor.value())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        editor.setGeometry(field_place(QRectF(option.rect)).adjusted(-1, -1, 1, 1).toRect())


def field_place(cell: QRectF) -> QRectF:
    """The frame of the middle's field in its cell."""
    return QRectF(cell.left() + 4.5, cell.center().y() - _FIELD / 2, cell.width() - 8, _FIELD)


def name_lines(item: Assumption, width: float) -> tuple[str, ...]:
    """The name on up to three lines in a column of `width` px, the last one shortened."""
    role = "lane_strong" if item.changed else "lane"
    room = width - _LEFT - 4
    lines = wrapped(role, item.name, room)
    if len(lines) <= _MOST_LINES:
        return lines
    kept = lines[: _MOST_LINES - 1]
    return (*kept, elided(role, " ".join(lines[_MOST_LINES - 1 :]), room))


def row_height(item: Item, width: float) -> int:
    """Height in px of a row whose name column is `width` px wide."""
    lines = len(name_lines(item, width)) if isinstance(item, Assumption) else 1
    return max(ROW_HEIGHT, round(lines * _LINE) + 8)


class _Spin(QDoubleSpinBox):
    """Arrow keys step, Shift makes ten of one; no buttons, the field is small."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setFont(font("lane_figure"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setKeyboardTracking(False)

    def stepBy(self, steps: int) -> None:
        """Ten steps with Shift."""
        shift = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        super().stepBy(10 * steps if shift else steps)


class AssumptionHeader(QHeaderView):
    """Quiet column names over a line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(30)
        self.setFixedHeight(HEADER_HEIGHT)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.fillRect(rect, self._theme.color("panel"))
        ink.horizontal(painter, rect.left(), rect.right() + 1, rect.bottom(),
                       self._theme.color("line2"))  # fmt: skip
        ends = section in _RIGHT_ALIGNED
        align = Qt.AlignmentFlag.AlignRight if ends else Qt.AlignmentFlag.AlignLeft
        indent = _LEFT if section == NAME else _PAD if section == CLASS else 2
        x = rect.right() - _PAD + 2 if ends else rect.left() + indent
        text = COLUMNS[section]
        ink.write(painter, "note", self._theme.color("text2"), x, rect.center().y(), text, align)
