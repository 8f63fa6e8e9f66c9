"""Column heads of a parts list's preview: the heading, and a button that says what it is read as.

Not for guessing columns: the scene brings what each is read as.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, font, text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import paint_icon
from rare_gui.scenes.parts.parts import PartColumn

HEIGHT = 50
_PAD = 8


class MappingHeader(QHeaderView):
    """Says which field was chosen for which column (from 0); "" where it is not to be used."""

    field_chosen = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._columns: tuple[PartColumn, ...] = ()
        self._fields: tuple[tuple[str, str], ...] = ()
        self.setFixedHeight(HEIGHT)
        self.setSectionsClickable(True)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(72)

    def show_columns(
        self, columns: tuple[PartColumn, ...], fields: tuple[tuple[str, str], ...]
    ) -> None:
        """Show what each column is read as, out of `fields` (value and words)."""
        self._columns, self._fields = columns, fields
        self.viewport().update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.viewport().update()

    def open_menu(self, column: int) -> QMenu | None:
        """Open the menu of a column under its head; None when there is no such column."""
        if not 0 <= column < len(self._columns):
            return None
        menu = QMenu(self)
        menu.setFont(font("ui"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value, words in (*self._fields, ("", "not used")):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == self._columns[column].field)
            action.triggered.connect(
                lambda _=False, value=value: self.field_chosen.emit(value, column)
            )
        left = self.sectionViewportPosition(column)
        menu.popup(self.viewport().mapToGlobal(QRect(left, 0, 1, HEIGHT).bottomLeft()))
        return menu

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the button opens its menu; pulling at an edge stays what it is."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        column = self.logicalIndexAt(at)
        if event.button() == Qt.MouseButton.LeftButton and at.y() > HEIGHT // 2 - 2:
            self.open_menu(column)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The heading, and under it what the column is read as."""
        theme = self._theme
        painter.fillRect(rect, theme.color("panel"))
        ink.horizontal(painter, rect.left(), rect.right() + 1, rect.bottom(), theme.color("line2"))
        if section >= len(self._columns):
            return
        column, room = self._columns[section], rect.width() - _PAD - 4
        left, top = rect.left() + _PAD, rect.top()
        heading = elided("ui_strong", column.heading, room)
        ink.write(painter, "ui_strong", theme.color("ink"), left, top + 14, heading)
        words = elided("lane", column.words, room - 28)
        pill = QRectF(left + 0.5, top + 25.5, min(text_width("lane", words) + 30, room), 19)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        used = bool(column.field)
        painter.setPen(QPen(theme.color("time-soft" if used else "line2"), 1))
        painter.setBrush(theme.color("time-soft" if used else "raised"))
        painter.drawRoundedRect(pill, 9, 9)
        painter.restore()
        token = "time" if used else "ink"
        ink.write(painter, "lane", theme.color(token), pill.left() + 8, pill.center().y(), words)
        place = QRectF(pill.right() - 18, pill.center().y() - 6, 12, 12)
        paint_icon(painter, place, "chevron", theme, "text2")
