"""The heads of a comparison: a material with its tile, or a row with its note; materials move.

Not for the order itself: the table says which one is asked for.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided
from rare_gui.figures.theme import Theme
from rare_gui.panels.compare.model import HEAD_ROLE
from rare_gui.panels.pieces.stamps import TILE, Stamps, sharpness
from rare_gui.panels.pieces.word_wrap import wrapped
from rare_gui.scenes.compare.parts import CompareHead, CompareRow

HEAD_HEIGHT = 46
ROW_HEAD_WIDTH = 148
_PAD = 12


class CompareHeader(QHeaderView):
    """One of the table's two headers; `selected` is the material that is looked at elsewhere."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.selected = ""
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._stamps = Stamps(theme)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as a material's head, or as wide as a row's."""
        return QSize(ROW_HEAD_WIDTH, HEAD_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One head, with the line that parts it from the cells and from the next."""
        theme = self._theme
        painter.save()
        painter.fillRect(rect, theme.color("panel"))
        line = theme.color("line")
        ink.horizontal(painter, rect.left(), rect.right() + 1, rect.bottom(), line)
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), line)
        head = self.model().headerData(section, self.orientation(), HEAD_ROLE)
        if isinstance(head, CompareHead):
            self._paint_material(painter, rect, head)
        elif isinstance(head, CompareRow):
            self._paint_row(painter, rect, head)
        painter.restore()

    def _paint_material(self, painter: QPainter, rect: QRect, head: CompareHead) -> None:
        theme, middle = self._theme, rect.top() + HEAD_HEIGHT / 2
        ratio = sharpness(painter)
        left = rect.left() + _PAD
        tile = self._stamps.tile(head.symbol or "?", head.material == self.selected, ratio)
        painter.drawPixmap(QPoint(left, round(middle - TILE.height() / 2)), tile)
        left += TILE.width() + 9
        room = rect.right() - left - 4
        ink_token = "ink" if head.known else "text3"
        name = elided("body_strong", head.name, room)
        ink.write(painter, "body_strong", theme.color(ink_token), left, middle - 8, name)
        kind = elided("lane", head.kind, room)
        ink.write(painter, "lane", theme.color("text2"), left, middle + 9, kind)

    def _paint_row(self, painter: QPainter, rect: QRect, row: CompareRow) -> None:
        theme, room = self._theme, rect.width() - 2 * _PAD
        left, middle = rect.left() + _PAD, rect.top() + 16.0
        title = elided("ui", row.title, room)
        ink.write(painter, "ui", theme.color("ink"), left, middle, title)
        for line in wrapped("note", row.note, room)[:2]:
            middle += 14
            if middle + 6 <= rect.bottom():
                ink.write(painter, "note", theme.color("text2"), left, middle, line)
