"""The lines that the palette offers, under the names of their groups.

Not for what is found (`scenes.finding.search`) nor for the typed text (`command_palette`).
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.stamps import CHIP, TILE, Stamps, sharpness
from rare_gui.scenes.finding.entries import Entry, PaletteScene

ROW, HEADING = 28, 24
_ENTRY_ROLE = Qt.ItemDataRole.UserRole
_LEFT, _RIGHT, _GAP = 14, 14, 10
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PaletteModel(QAbstractListModel):
    """A scene's groups and entries as one list; the groups' names cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[str | Entry] = []

    def show_scene(self, scene: PaletteScene) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = []
        for name, entries in scene.groups:
            self._rows += [name, *entries]
        self.endResetModel()

    def entries(self) -> list[Entry]:
        """The entries, from above."""
        return [item for item in self._rows if isinstance(item, Entry)]

    def chosen_rows(self) -> list[int]:
        """The rows that can be chosen, from above."""
        return [row for row, item in enumerate(self._rows) if isinstance(item, Entry)]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title if isinstance(item, Entry) else item
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.spoken if isinstance(item, Entry) else item
        return item if role == _ENTRY_ROLE else None


class PaletteList(QListView):
    """Shows a PaletteScene with one entry current; says which one was clicked."""

    entry_picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = PaletteModel(self)
        self._painter = _EntryPainter(theme, self)
        self.setModel(self._entries)
        self.setItemDelegate(self._painter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay in the field above
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Found")

    def show_scene(self, scene: PaletteScene) -> None:
        """Show `scene` with its first entry current."""
        self._entries.show_scene(scene)
        self.step(0)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._painter.apply_theme(theme)
        self.viewport().update()

    def entries(self) -> list[Entry]:
        """What can be chosen, from above."""
        return self._entries.entries()

    def current(self) -> Entry | None:
        """The entry that Enter would choose."""
        item = self.currentIndex().data(_ENTRY_ROLE)
        return item if isinstance(item, Entry) else None

    def step(self, steps: int) -> None:
        """Go so many entries down (up when negative), round and round; else to the first."""
        rows = self._entries.chosen_rows()
        if not rows:
            return
        here = self.currentIndex().row()
        place = rows.index(here) + steps if here in rows else 0
        if abs(steps) > 1:  # a page stops at the ends
            place = min(max(place, 0), len(rows) - 1)
        self.setCurrentIndex(self._entries.index(rows[place % len(rows)]))
        if place % len(rows) == 0:
            self.scrollToTop()  # with the name of its group

    def whole_height(self) -> int:
        """Px that all rows need."""
        rows = self._entries.rowCount()
        chosen = len(self._entries.chosen_rows())
        return chosen * ROW + (rows - chosen) * HEADING

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is under the pointer becomes current."""
        index = self.indexAt(event.position().toPoint())
        if isinstance(index.data(_ENTRY_ROLE), Entry):
            self.setCurrentIndex(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        entry = self.indexAt(event.position().toPoint()).data(_ENTRY_ROLE)
        if isinstance(entry, Entry) and event.button() is Qt.MouseButton.LeftButton:
            self.entry_picked.emit(entry)


class _EntryPainter(QStyledItemDelegate):
    """Paints a group's name, or an entry: tile, title with typed parts bold, chips, detail."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        self._theme, self._stamps = theme, Stamps(theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        is_entry = isinstance(index.data(_ENTRY_ROLE), Entry)
        return QSize(100, ROW if is_entry else HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        box: QRect = option.rect
        item = index.data(_ENTRY_ROLE)
        if isinstance(item, Entry):
            state: QStyle.StateFlag = option.state
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(box, self._theme.color("select"))
            self._paint_entry(painter, box, item)
        else:
            middle = box.center().y() + 2.0
            ink.write(painter, "note_strong", self._theme.color("text2"), _LEFT, middle, str(item))

    def _paint_entry(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        color, middle = self._theme.color, box.top() + box.height() / 2
        ratio = sharpness(painter)
        right = float(box.right() - _RIGHT)
        if entry.detail:
            right -= text_width("lane", entry.detail)
            ink.write(painter, "lane", color("text2"), right, middle, entry.detail)
            right -= _GAP
        left = float(_LEFT)
        if entry.lead:
            top = middle - TILE.height() / 2
            painter.drawPixmap(round(left), round(top), self._stamps.tile(entry.lead, False, ratio))
            left += TILE.width() + _GAP
        left = self._write_title(painter, entry, left, right - left, middle) + _GAP
        for chip in entry.chips:
            if left + CHIP.width() > right:
                break
            top = middle - CHIP.height() / 2
            painter.drawPixmap(round(left), round(top), self._stamps.chip(chip, ratio))
            left += CHIP.width()

    def _write_title(
        self, painter: QPainter, entry: Entry, left: float, room: float, middle: float
    ) -> float:
        """Write the title with its marked parts bold; the px where it ends."""
        title = elided("ui", entry.title, room * 0.98)  # bold parts are a little wider
        ends = sorted({0, len(title), *(min(end, len(title)) for m in entry.marks for end in m)})
        for first, last in pairwise(ends):
            bold = any(start <= first < end for start, end in entry.marks)
            role, part = "ui_strong" if bold else "ui", title[first:last]
            box = QRectF(left, 0, text_width(role, part), 0)
            ink.write(painter, role, self._theme.color("ink"), left, middle, part)
            left = box.right()
        return left
