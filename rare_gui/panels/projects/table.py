"""The table of listed projects: sortable columns that fit the width, painted cells, keyboard.

Not for filters and detail (`projects_page`).
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.table_header import EDGE, TableHeader
from rare_gui.panels.pieces.word_wrap import wrapped
from rare_gui.panels.projects.model import (
    CAPACITY,
    COLUMNS,
    COUNTRY,
    MATERIALS,
    NAME,
    PROMISED,
    ROW_ROLE,
    STAGE,
    STATUS,
    SUPPORT,
    ProjectsModel,
)
from rare_gui.scenes.project_words import NO_CAPACITY, NO_SUPPORT
from rare_gui.scenes.projects import ProjectRow

_ROW_HEIGHT = 42
_PAD = 8
_UPPER, _LOWER = -7.0, 8.0
_WIDTHS = {
    STAGE: 104, COUNTRY: 104, MATERIALS: 120, STATUS: 124, CAPACITY: 150, PROMISED: 170, SUPPORT: 84
}  # fmt: skip
_FIGURES = frozenset({STATUS, CAPACITY, PROMISED, SUPPORT})
"""A click on what they hold opens its rows."""
_LEAVING = ((1010, SUPPORT), (930, COUNTRY), (820, MATERIALS), (700, STAGE), (560, CAPACITY))
"""Under so many px of width a column is left out; its words stand in the detail."""


class ProjectsTable(QTableView):
    """Says which project is chosen by key or pointer, and when its detail is asked for.

    `evidence_asked` carries the key of the evidence on a project: a figure was clicked, or E.
    """

    project_picked = Signal(str)
    evidence_asked = Signal(str)
    detail_asked = Signal()

    def __init__(self, model: ProjectsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = model
        self._cells = _Cells(theme, self)
        self._silent = False
        self.setModel(model)
        header = TableHeader(theme, (), self, edge=EDGE)
        self.setHorizontalHeader(header)
        header.setSectionsClickable(True)
        header.setStretchLastSection(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(model.sort)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._click)
        self.setAccessibleName("Listed projects outside China")
        for column in range(len(COLUMNS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, _WIDTHS.get(column, 160))
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._cells.theme = theme
        header = self.horizontalHeader()
        if isinstance(header, TableHeader):
            header.apply_theme(theme)
        self.viewport().update()

    def select(self, project: str) -> None:
        """Show a project as the chosen one, without saying so."""
        index = self._source.project_index(project)
        if index.row() == self.currentIndex().row():
            return
        self._silent = True
        self.setCurrentIndex(index)
        self._silent = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: detail; E: evidence; S: sort by the cell's column, again the other way round."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.detail_asked.emit()
        elif event.key() == Qt.Key.Key_E and not event.modifiers():
            self._ask(self.currentIndex())
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
            self._sort_by(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, ProjectRow):
            self.evidence_asked.emit(f"project:{row.project}")

    def _click(self, index: QModelIndex) -> None:
        if index.column() in _FIGURES:
            self._ask(index)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """A project reached by the keyboard or the pointer is chosen."""
        super().currentChanged(current, previous)
        row = current.data(ROW_ROLE)
        before = previous.data(ROW_ROLE)
        if not self._silent and isinstance(row, ProjectRow) and row is not before:
            self.project_picked.emit(row.project)

    def _sort_by(self, column: int) -> None:
        header = self.horizontalHeader()
        rising = Qt.SortOrder.AscendingOrder
        again = header.sortIndicatorSection() == column and header.sortIndicatorOrder() is rising
        header.setSortIndicator(column, Qt.SortOrder.DescendingOrder if again else rising)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns that would press the name."""
        super().resizeEvent(event)
        for width, column in _LEAVING:
            self.setColumnHidden(column, event.size().width() < width)


class _Cells(QStyledItemDelegate):
    """Paints a cell on one line or two: the words, under them the date or basis they rest on."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(40, _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row: ProjectRow = index.data(ROW_ROLE)
        theme, rect = self.theme, QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.color("select" if chosen else "panel"))
        if chosen and index.column() == NAME:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.color("time"))
        ink.horizontal(painter, rect.left(), rect.right() + 1, rect.bottom(), theme.color("line"))
        self._paint_words(painter, rect, row, index.column(), chosen=chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(2, 2, -3, -3))

    def _paint_words(
        self, painter: QPainter, rect: QRect, row: ProjectRow, column: int, *, chosen: bool
    ) -> None:
        if column == NAME:
            rect = rect.adjusted(EDGE - _PAD, 0, 0, 0)
        room = rect.width() - _PAD - 4
        ground = "text2"
        match column:
            case _ if column == NAME:
                role = "ui_strong" if chosen else "ui"
                lines = [(role, "ink", text) for text in wrapped(role, row.name, room)]
            case _ if column == STATUS:
                lines = [("ui", "ink", row.status), ("lane", ground, row.status_date)]
            case _ if column == CAPACITY:
                below = row.basis if row.capacity else row.capacity_line
                lines = [("ui", "ink", row.capacity), ("lane", ground, below)]
            case _ if column == PROMISED:
                late, under = ("warn", "warn") if row.late else ("ink", ground)
                lines = [("ui", late, row.due), ("lane", under, row.outcome or NO_CAPACITY)]
            case _:
                text = {
                    STAGE: row.stage, COUNTRY: row.country, MATERIALS: row.materials,
                    SUPPORT: row.support or NO_SUPPORT,
                }[column]  # fmt: skip
                lines = [("lane", ground, part) for part in wrapped("lane", text, room)]
        lines = [line for line in lines if line[2]]
        if len(lines) > 2:
            role, token, _ = lines[1]
            lines = [lines[0], (role, token, " ".join(text for _, _, text in lines[1:]))]
        places = (_UPPER, _LOWER) if len(lines) == 2 else (0.0,)
        middle = rect.center().y() + 0.5
        for at, (role, token, text) in zip(places, lines, strict=False):
            words = elided(role, text, room)
            ink.write(
                painter, role, self.theme.color(token), rect.left() + _PAD, middle + at, words
            )
