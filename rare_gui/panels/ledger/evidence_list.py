"""The evidence on one promise in order of date: date, what it points to, the fact, its figure.

Not for choosing evidence: the detail hands it the lines.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rare_gui.figures import ink
from rare_gui.figures.theme import Theme
from rare_gui.figures.verdict_sign import paint_verdict
from rare_gui.panels.pieces.word_wrap import wrapped
from rare_gui.scenes.ledger.row import EvidenceLine

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
_DATE, _SIGN = 84, 22
_LINE = 14.0
_PAD = 5
_NO_INDEX = QModelIndex()


class EvidenceModel(QAbstractListModel):
    """The lines shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[EvidenceLine, ...] = ()

    def show_lines(self, lines: tuple[EvidenceLine, ...]) -> None:
        """Replace the lines."""
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """One row a line."""
        return 0 if parent.isValid() else len(self._lines)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> EvidenceLine | str | None:
        """The line for painting, its words for display and for a reader."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return None


class EvidenceList(QListView):
    """A list as high as its lines; `evidence_asked` carries the key of a line: click, Enter, E."""

    evidence_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = EvidenceModel(self)
        self._lines = _Lines(theme, self)
        self.setModel(self._source)
        self.setItemDelegate(self._lines)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Evidence")
        self.clicked.connect(self._ask)

    def show_lines(self, lines: tuple[EvidenceLine, ...]) -> None:
        """Replace the lines."""
        self._source.show_lines(lines)
        self._fit()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._lines.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and E ask for the evidence; letters search nothing."""
        index = self.currentIndex()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_E)
        if index.isValid() and event.key() in keys and not event.modifiers():
            self._ask(index)
        elif event.key() == Qt.Key.Key_Escape or (event.text() and event.text().isalnum()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        line: EvidenceLine = index.data(LINE_ROLE)
        if line.key:
            self.evidence_asked.emit(line.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def _fit(self) -> None:
        heights = (
            line_height(self._source.index(row).data(LINE_ROLE), self.viewport().width())
            for row in range(self._source.rowCount())
        )
        self.setFixedHeight(sum(heights) + 1)


def line_height(line: EvidenceLine, width: int) -> int:
    """Height in px of a line in a list of `width` px."""
    words, metric = _words(line, width)
    return round((len(words) + len(metric)) * _LINE) + 2 * _PAD


def _words(line: EvidenceLine, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = max(width - _DATE - _SIGN - 2, 60)
    metric = f"{line.figure} {line.metric}" if line.figure else ""
    return wrapped("lane_light", line.what, room), wrapped("lane_strong", metric, room)


class _Lines(QStyledItemDelegate):
    """Paints a line; the figure is strong, what it counts is quiet."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, EvidenceList) else option.rect.width()
        return QSize(width, line_height(index.data(LINE_ROLE), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        line: EvidenceLine = index.data(LINE_ROLE)
        theme, rect = self.theme, QRect(option.rect)
        ink.horizontal(painter, rect.left(), rect.right() + 1, rect.top(), theme.color("line"))
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused:
            painter.fillRect(rect, theme.color("select"))
        y = rect.top() + _PAD + _LINE / 2
        ink.write(painter, "lane_figure", theme.color("text2"), rect.left(), y, line.date)
        paint_verdict(
            painter, QPointF(rect.left() + _DATE + 7, y), 5.5, line.points_to, theme, "text2"
        )
        left = rect.left() + _DATE + _SIGN
        words, metric = _words(line, rect.width())
        for text in words:
            ink.write(painter, "lane_light", theme.color("ink"), left, y, text)
            y += _LINE
        for number, text in enumerate(metric):
            rest, x = text, float(left)
            if number == 0 and text.startswith(line.figure):
                place = ink.write(painter, "lane_strong", theme.color("ink"), x, y, line.figure)
                rest, x = text.removeprefix(line.figure).lstrip(), place.right() + 4
            ink.write(painter, "lane", theme.color("text2"), x, y, rest)
            y += _LINE
