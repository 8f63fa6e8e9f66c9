"""The tree view of the material browser: fixed columns, whole rows painted at once, keyboard.

Not for the filter field and the legend (`material_browser`), nor for what a row looks like
(`row_painter`). Rows are painted whole because one call a row is several times cheaper than one
call a cell, and this list is repainted on every step of the as-of cursor.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from rare_gui.figures.theme import Theme
from rare_gui.panels.materials.compared_choice import joined, ranged, toggled
from rare_gui.panels.materials.heading import ListHeader
from rare_gui.panels.materials.rows_model import (
    FIRST_CHIP_COLUMN,
    NAME_COLUMN,
    NODE_ROLE,
    RowsModel,
)
from rare_gui.panels.pieces.row_painter import Cells, RowPainter, RowState
from rare_gui.panels.pieces.stamps import CHIP
from rare_gui.scenes.materials.parts import MaterialGroup, MaterialRow
from rare_gui.scenes.palette import Shape

ROW_HEIGHT = 23
CHIP_PITCH = 20
OVERHANG = (CHIP.width() - CHIP_PITCH + 1) // 2
"""Px that a chip stands over the edge of its cell."""
EXPORTS_WIDTH = 36
RISK_WIDTH = 46
DAYS_WIDTH = 32


class MaterialTree(QTreeView):
    """Groups and materials; says which material, chip or row the user chose.

    `compared_asked` carries the slugs that are to be compared, in their order, `watch_asked` the
    material that is to be watched or no longer, `risk_opened` the one whose risk figure was clicked
    or, with E, asked for.
    """

    material_picked = Signal(str)
    material_and_column_picked = Signal(str, int)
    material_opened = Signal(str)
    compared_asked = Signal(tuple)
    watch_asked = Signal(str)
    risk_opened = Signal(str)

    def __init__(self, model: RowsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = model
        self._compared: tuple[str, ...] = ()
        self._painter = RowPainter(theme)
        self._selected = ""
        self._hovered: object = None
        self._silent = False
        self._edges: list[tuple[int, int]] = []  # left and width of each column
        self._shown: frozenset[int] = frozenset()  # those that are to be painted
        self.setModel(model)
        self.setHeader(ListHeader(theme, self))
        self.setItemDelegate(_RowHeight(self))
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName("Materials")

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._painter = RowPainter(theme)
        header = self.header()
        if isinstance(header, ListHeader):
            header.apply_theme(theme)
        self.viewport().update()

    def fix_columns(self, with_exports: bool = True, with_risk: bool = False) -> None:
        """Give the columns their widths; the name takes what is left."""
        header = self.header()
        header.setMinimumSectionSize(8)
        header.setStretchLastSection(False)
        for column in range(self._source.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, CHIP_PITCH)
        header.setSectionResizeMode(NAME_COLUMN, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(self._source.exports_column, EXPORTS_WIDTH)
        header.resizeSection(self._source.days_column, DAYS_WIDTH)
        header.resizeSection(self._source.risk_column, RISK_WIDTH)
        self.setColumnHidden(self._source.exports_column, not with_exports)
        self.setColumnHidden(self._source.risk_column, not with_risk)

    def mark_compared(self, materials: tuple[str, ...]) -> None:
        """Take over which materials are chosen for the comparison."""
        self._compared = materials

    def select(self, material: str) -> None:
        """Show `material` as the chosen one, without saying so; scrolls only when it is another."""
        if material == self._selected and self._key(self.currentIndex()) == material:
            return
        before, self._selected = self._selected, material
        index = self._source.material_index(material)
        self._silent = True
        self.setCurrentIndex(index)
        self._silent = False
        if index.isValid():
            self.scrollTo(index)
        self._repaint_row(self._source.material_index(before))
        self._repaint_row(index)

    def _repaint_row(self, index: QModelIndex) -> None:
        """Paint one row anew, not the whole list."""
        place = self.visualRect(index)
        if not place.isEmpty():
            self.viewport().update(0, place.top(), self.viewport().width(), place.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Remember which part is to be painted, then paint the rows."""
        box = event.region().boundingRect()
        header = self.header()
        self._edges = [
            (header.sectionViewportPosition(column), header.sectionSize(column))
            for column in range(header.count())
        ]
        self._shown = frozenset(
            column
            for column, (left, width) in enumerate(self._edges)
            if width  # the view hides what it is short of room for
            and left - self._overhang(column) <= box.right()
            and left + width + self._overhang(column) > box.left()
        )
        super().paintEvent(event)

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int] = ()) -> None:
        """Repaint the changed cells alone; Qt's own answer is to repaint the whole list."""
        if QAccessible.isActive():
            super().dataChanged(first, last, roles)
        if not first.isValid():
            return
        place = self.visualRect(first).united(self.visualRect(last))
        if place.isEmpty():
            return  # in a group that is folded
        over = self._overhang(first.column()), self._overhang(last.column())
        self.viewport().update(place.adjusted(-over[0], 0, over[1], 0))

    def _overhang(self, column: int) -> int:
        chips = range(FIRST_CHIP_COLUMN, self._source.exports_column)
        return OVERHANG if column in chips else 0

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint one row, as far as it is in view."""
        node, place = self._source.node(index), options.rect
        painter.save()
        if not self.viewport().rect().contains(place):
            painter.setClipRect(self.viewport().rect())  # no bound of its own in an SVG or a PDF
        cells = Cells(self._edges, place.top(), place.height())
        current = self.hasFocus() and index == self.currentIndex().siblingAtColumn(NAME_COLUMN)
        hovered = self._hovered is not None and _identity(node) == self._hovered
        if isinstance(node, MaterialGroup):
            state = RowState(
                hovered=hovered,
                focused=current,
                folded=not self.isExpanded(index),
                first=index.row() == 0,
            )
            self._painter.paint_group(painter, cells, node, state, self._shown)
        elif isinstance(node, MaterialRow):
            state = RowState(node.material == self._selected, hovered, current)
            self._painter.paint_material(painter, cells, node, state, self._shown)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A group folds; a chip is picked with its material; elsewhere the material is.

        With Ctrl a material is compared or no longer, with Shift all up to it are.
        """
        index = self.indexAt(event.position().toPoint())
        node = index.data(NODE_ROLE)
        if event.button() != Qt.MouseButton.LeftButton or node is None:
            super().mousePressEvent(event)
            return
        if isinstance(node, MaterialRow) and self._choose(node.material, event.modifiers()):
            event.accept()
            return
        self._silent = True
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCurrentIndex(index)
        self._silent = False
        event.accept()
        if isinstance(node, MaterialGroup):
            group = index.siblingAtColumn(NAME_COLUMN)
            self.setExpanded(group, not self.isExpanded(group))
            return
        if index.column() == self._source.risk_column:
            self.material_picked.emit(node.material)
            self.risk_opened.emit(node.material)
            return
        chip = index.column() - FIRST_CHIP_COLUMN
        if 0 <= chip < len(node.chips) and node.chips[chip].shape is not Shape.DASH:
            self.material_and_column_picked.emit(node.material, chip)
        else:
            self.material_picked.emit(node.material)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click opens a material and folds a group back."""
        node = self.indexAt(event.position().toPoint()).data(NODE_ROLE)
        if isinstance(node, MaterialRow):
            self.material_opened.emit(node.material)
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        self._hover(_identity(self.indexAt(event.position().toPoint()).data(NODE_ROLE)))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more."""
        self._hover(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Watching and comparing, for who does not know the keys."""
        node = self.indexAt(event.pos()).data(NODE_ROLE)
        if not isinstance(node, MaterialRow):
            return
        menu = QMenu(self)
        watch = "Take off the watch list" if node.watched else "Put on the watch list"
        compare = "Take out of the comparison" if node.compared else "Compare"
        menu.addAction(watch, lambda: self.watch_asked.emit(node.material)).setShortcut("Ctrl+W")
        act = menu.addAction(compare, lambda: self._toggle(node.material))
        act.setShortcut("Ctrl+Space")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the material; Left folds its group, from a material too.

        Ctrl Space compares, Shift with Up or Down compares the row reached, Ctrl W watches, E opens
        the evidence on the risk figure where that column is shown.
        """
        index = self.currentIndex().siblingAtColumn(NAME_COLUMN)
        node = index.data(NODE_ROLE)
        if isinstance(node, MaterialRow) and self._take_choosing_key(event, node.material):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(node, MaterialRow):
                self.material_opened.emit(node.material)
            elif isinstance(node, MaterialGroup):
                self.setExpanded(index, not self.isExpanded(index))
        elif event.key() == Qt.Key.Key_E and isinstance(node, MaterialRow) and self._shows_risk():
            self.risk_opened.emit(node.material)
        elif event.key() == Qt.Key.Key_Left and isinstance(node, MaterialRow):
            self.setCurrentIndex(index.parent())
        elif event.key() == Qt.Key.Key_Left and isinstance(node, MaterialGroup):
            self.collapse(index)
        elif event.key() == Qt.Key.Key_Right and isinstance(node, MaterialGroup):
            self.expand(index)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """A material reached by the keyboard is picked."""
        super().currentChanged(current, previous)
        self._repaint_row(previous)
        self._repaint_row(current)
        if not self._silent and (material := self._key(current)):
            self.material_picked.emit(material)

    def _shows_risk(self) -> bool:
        return not self.isColumnHidden(self._source.risk_column)

    def _take_choosing_key(self, event: QKeyEvent, material: str) -> bool:
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            if event.key() == Qt.Key.Key_Space:
                self._toggle(material)
                return True
            if event.key() == Qt.Key.Key_W:
                self.watch_asked.emit(material)
                return True
        steps = {Qt.Key.Key_Up: self.indexAbove, Qt.Key.Key_Down: self.indexBelow}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not modifiers & Qt.KeyboardModifier.ShiftModifier:
            return False
        reached = step(self.currentIndex())
        while reached.isValid() and not self._key(reached):
            reached = step(reached)  # over the rows of groups
        if reached.isValid():
            self._silent = True
            self.setCurrentIndex(reached)
            self._silent = False
            before = self._compared or (material,)
            self.compared_asked.emit(joined(before, (self._key(reached),)))
        return True

    def _choose(self, material: str, modifiers: Qt.KeyboardModifier) -> bool:
        """Compare by a click; False for a click without Ctrl or Shift."""
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._toggle(material)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.compared_asked.emit(ranged(self._source.materials(), self._selected, material))
        else:
            return False
        return True

    def _toggle(self, material: str) -> None:
        self.compared_asked.emit(toggled(self._compared, self._selected, material))

    def _key(self, index: QModelIndex) -> str:
        node = index.data(NODE_ROLE)
        return node.material if isinstance(node, MaterialRow) else ""

    def _hover(self, identity: object) -> None:
        if identity != self._hovered:
            self._hovered = identity
            self.viewport().update()


def _identity(node: object) -> object:
    """What stays the same of a row when its scene is replaced."""
    if isinstance(node, MaterialRow):
        return ("material", node.material)
    return ("group", node.key) if isinstance(node, MaterialGroup) else None


class _RowHeight(QStyledItemDelegate):
    """Gives the rows their height; the view paints them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(CHIP_PITCH, ROW_HEIGHT)
