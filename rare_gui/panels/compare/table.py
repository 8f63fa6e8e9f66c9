"""The table of a comparison: frozen heads, cells as high as their words, the keyboard by cell.

Not for the cells' looks (`compare_painter`) nor for the order: it says which one is asked for.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from rare_gui.figures import ink
from rare_gui.figures.theme import Theme
from rare_gui.panels.compare.header import HEAD_HEIGHT, ROW_HEAD_WIDTH, CompareHeader
from rare_gui.panels.compare.model import CELL_ROLE, CompareModel
from rare_gui.panels.compare.painter import ComparePainter, cell_height, key_at
from rare_gui.panels.pieces.quiet_table import paint_ring, quieten
from rare_gui.scenes.compare.parts import CompareCell, CompareScene
from rare_gui.scenes.compare.scene import moved

LEAST_COLUMN = 200
"""Px; with more materials than fit at this width the table scrolls, the row heads stay."""
_TURNED_COLUMNS = {"states": 288, "words": 260, "conditions": 230, "sectors": 230, "exports": 240}
_TURNED_COLUMN = 180
_LEAST_ROW = 32


class CompareTable(QTableView):
    """Shows the rows of a CompareScene.

    `order_asked` carries all materials in another order, `removal_asked` one that is to go,
    `material_opened` one whose head was double-clicked, or Enter; `evidence_asked` the key of a
    figure that was clicked, or E; `turn_asked` and `copy_asked`.
    """

    order_asked = Signal(tuple)
    removal_asked = Signal(str)
    material_opened = Signal(str)
    evidence_asked = Signal(str)
    turn_asked = Signal()
    copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: CompareScene | None = None
        self._cells = CompareModel()
        self._heads = CompareHeader(Qt.Orientation.Horizontal, theme, self)
        self._sides = CompareHeader(Qt.Orientation.Vertical, theme, self)
        self._delegate = _Cells(theme, self)
        self.setModel(self._cells)
        self.setHorizontalHeader(self._heads)
        self.setVerticalHeader(self._sides)
        self.setItemDelegate(self._delegate)
        quieten(self)
        self.setAccessibleName("Comparison")
        for header in (self._heads, self._sides):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.sectionMoved.connect(self._move_section)
            header.sectionDoubleClicked.connect(self._open_section)
        self._color_corner(theme)
        self._heads.setFixedHeight(HEAD_HEIGHT)
        self._sides.setFixedWidth(ROW_HEAD_WIDTH)

    def show_scene(self, scene: CompareScene, selected: str = "") -> None:
        """Show `scene`; the current cell stays with its material."""
        before, row = self._cells.material_at(self.currentIndex()), self.currentIndex().row()
        self._scene = scene
        self._heads.selected = self._sides.selected = selected
        if self._cells.show_scene(scene):
            self._heads.setSectionsMovable(not scene.turned)
            self._sides.setSectionsMovable(scene.turned)
            self._choose_again(before, row)
        self._fit()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._heads.apply_theme(theme)
        self._sides.apply_theme(theme)
        self._delegate.apply_theme(theme)
        self._color_corner(theme)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width; rows are as high as their words then are."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow moves a material here; the window's history has it elsewhere."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (_step(event) or _is_copy(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a figure or a chip asks for its evidence."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            box = self.visualRect(index)
            self._ask(key_at(index.data(CELL_ROLE), at.x() - box.left(), box.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes a material, Alt Left and Right move it, E opens evidence, T turns.

        Ctrl C copies the table.
        """
        material = self._cells.material_at(self.currentIndex())
        if step := _step(event):
            self._move(material, step)
        elif _is_copy(event):
            self.copy_asked.emit()
        elif event.key() == Qt.Key.Key_Delete and material:
            self.removal_asked.emit(material)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and material:
            self.material_opened.emit(material)
        elif event.key() == Qt.Key.Key_E and not event.modifiers() and material:
            self._ask(self.currentIndex().data(CELL_ROLE).key)
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            self.turn_asked.emit()
        else:
            super().keyPressEvent(event)

    def mark_open(self, key: str) -> None:
        """Outline the cell whose evidence is on screen; "" for none."""
        self._delegate.open_key = key
        self.viewport().update()

    def _ask(self, key: str) -> None:
        if key:
            self.evidence_asked.emit(key)

    def _color_corner(self, theme: Theme) -> None:
        """Between the headers Qt paints a button of its own."""
        self.setStyleSheet(
            "QTableCornerButton::section { border: none;"
            f" background: {theme.color('panel').name()}; }}"
        )

    def _order(self) -> list[str]:
        return [head.material for head in self._scene.heads] if self._scene else []

    def _move(self, material: str, step: int) -> None:
        self.order_asked.emit(moved(tuple(self._order()), material, step))

    def _move_section(self, _: int, old: int, new: int) -> None:
        """A head was dragged: put it back and ask for the order, which the next scene brings."""
        header = self._sides if self._cells.turned else self._heads
        with QSignalBlocker(header):
            header.moveSection(new, old)
        self._move(self._order()[old], new - old)

    def _open_section(self, section: int) -> None:
        if self.sender() is (self._sides if self._cells.turned else self._heads):
            self.material_opened.emit(self._order()[section])

    def _choose_again(self, material: str, row: int) -> None:
        order = self._order()
        place = order.index(material) if material in order else 0
        last = self._cells.rowCount() - 1
        index = (
            self._cells.index(place, max(self.currentIndex().column(), 0))
            if self._cells.turned
            else self._cells.index(min(max(row, 0), last), place)
        )
        self.setCurrentIndex(index)

    def _fit(self) -> None:
        scene, count = self._scene, self._cells.columnCount()
        if scene is None or not count:
            return
        if scene.turned:
            for column, row in enumerate(scene.rows):
                self._heads.resizeSection(column, _TURNED_COLUMNS.get(row.key, _TURNED_COLUMN))
        else:
            room = self.viewport().width()
            for column in range(count):
                share = room * (column + 1) // count - room * column // count
                self._heads.resizeSection(column, max(share, LEAST_COLUMN))
        for row_number in range(self._cells.rowCount()):
            high = max(
                cell_height(self._cells.cell(row_number, column), self._heads.sectionSize(column))
                for column in range(count)
            )
            least = HEAD_HEIGHT if scene.turned else _least(scene, row_number)
            self._sides.resizeSection(row_number, round(max(high, least)))


def _least(scene: CompareScene, row: int) -> int:
    """A row's head with a note needs two lines."""
    return _LEAST_ROW + (8 if scene.rows[row].note else 0)


def _step(event: QKeyEvent) -> int:
    """Places that the keys move a material by: -1, 1, or 0 for other keys."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)


def _is_copy(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class _Cells(QStyledItemDelegate):
    """Paints the cells, the lines between them, and the ring of the current one."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self.open_key = ""
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._painter = ComparePainter(theme)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        box, theme = QRectF(option.rect), self._theme
        line = theme.color("line")
        ink.horizontal(painter, box.left(), box.right(), box.bottom() - 1, line)
        painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), line)
        painter.save()
        painter.setClipRect(box)
        self._painter.paint(painter, box, index.data(CELL_ROLE))
        painter.restore()
        cell: CompareCell = index.data(CELL_ROLE)
        is_open = bool(self.open_key) and self.open_key in (cell.key, *cell.chip_keys)
        if is_open or (self._view.hasFocus() and index == self._view.currentIndex()):
            paint_ring(painter, box.adjusted(2, 2, -3, -3), theme, 2 if is_open else 1.5)
