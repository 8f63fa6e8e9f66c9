"""The list beside the matrix: what measures did before and do now, and facts that became known.

Not for sentences: `changes_panel` shows those above it.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided_words
from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme
from rare_gui.scenes.changes.scene import ChangeLine, ChangeSection

ROW_HEIGHT = 21
HEADING_HEIGHT = 30
MARGIN = 14
_GAP = 10
_LINE_ROLE = int(Qt.ItemDataRole.UserRole)


class ChangesList(QTreeView):
    """Sections of lines; says which measure was picked by click or Enter."""

    measure_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[ChangeSection, ...] = ()
        self._items = QStandardItemModel(self)
        self._painter = _LinePainter(theme, self)
        self.setModel(self._items)
        self.setItemDelegate(self._painter)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(True)
        self.setIndentation(0)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Changed measures and facts")
        self.clicked.connect(self._pick)

    def show_sections(self, sections: tuple[ChangeSection, ...]) -> None:
        """Replace the lines; sections that were folded stay so."""
        if sections == self._sections:
            return
        folded = {
            section.key
            for number, section in enumerate(self._sections)
            if not self.isExpanded(self._items.index(number, 0))
        }
        self._sections = sections
        self._items.clear()
        for section in sections:
            heading = _item(section.title, section.title, section)
            for line in section.lines:
                heading.appendRow(_item(line.what, line.spoken, line))
            self._items.appendRow(heading)
        for number, section in enumerate(sections):
            self.setExpanded(self._items.index(number, 0), section.key not in folded)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._painter.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks the measure or folds the section."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: object, index: QModelIndex) -> None:
        """No branches: headings stand out by their weight."""

    def _pick(self, index: QModelIndex) -> None:
        line = index.data(_LINE_ROLE)
        if isinstance(line, ChangeSection):
            self.setExpanded(index, not self.isExpanded(index))
        elif isinstance(line, ChangeLine) and line.measure:
            self.measure_picked.emit(line.measure)


def _item(text: str, spoken: str, line: ChangeLine | ChangeSection) -> QStandardItem:
    made = QStandardItem(text)
    made.setData(line, _LINE_ROLE)
    made.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    made.setData(tooltip_text(spoken), Qt.ItemDataRole.ToolTipRole)
    made.setEditable(False)
    return made


class _LinePainter(QStyledItemDelegate):
    """What at the left; before, arrow and after at the right."""

    def __init__(self, theme: Theme, parent: QTreeView) -> None:
        super().__init__(parent)
        self._view = parent
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        heading = isinstance(index.data(_LINE_ROLE), ChangeSection)
        return QSize(120, HEADING_HEIGHT if heading else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row, line = QRectF(option.rect), index.data(_LINE_ROLE)
        middle = row.center().y()
        if isinstance(line, ChangeSection):
            mark = "" if self._view.isExpanded(index) else " …"
            ink.write(
                painter, "lane_strong", self.theme.color("ink"), row.left() + MARGIN, middle + 2,
                line.title + mark,
            )  # fmt: skip
        else:
            ink.horizontal(
                painter, row.left() + MARGIN, row.right() - MARGIN, row.bottom() - 1,
                self.theme.color("line"),
            )  # fmt: skip
            self._paint_line(painter, row, line)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.theme.color("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(5, 1, -5, -2), 3, 3)
            painter.restore()

    def _paint_line(self, painter: QPainter, row: QRectF, line: ChangeLine) -> None:
        right, middle = row.right() - MARGIN, row.center().y()
        end = Qt.AlignmentFlag.AlignRight
        role = "lane_strong" if line.before else "lane_light"
        token = "ink" if line.before else "text2"
        color, quiet = self.theme.color(token), self.theme.color("text2")
        right = ink.write(painter, role, color, right, middle, line.after, end).left()
        if line.before:
            words = f"{line.before} → "
            right = ink.write(painter, "lane_light", quiet, right, middle, words, end).left()
        left = row.left() + MARGIN
        what = elided_words("lane_light", line.what, right - _GAP - left)
        ink.write(painter, "lane_light", self.theme.color("ink"), left, middle, what)
