"""The header of a painted table: quiet column names that stand as their cells do, and the sort.

Not for sorting: the table does that.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import Theme

_HEIGHT = 24
_PAD = 8
EDGE = 14
"""Px from a page's left edge to its title: the first column of a page's table stands under it."""


class TableHeader(QHeaderView):
    """Names from the model; `right` are the columns whose cells stand at the right.

    The cells of the columns in `flush` begin without a margin, those of the first one `edge` px
    from the table's.
    """

    def __init__(
        self,
        theme: Theme,
        right: Collection[int],
        parent: QWidget | None = None,
        *,
        flush: Collection[int] = (),
        edge: int = _PAD,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._edge = edge
        self._right, self._flush = frozenset(right), frozenset(flush)
        self.setSectionsClickable(False)
        self.setFixedHeight(_HEIGHT)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One name, the line under it, and the arrow of the column that sorts."""
        theme = self._theme
        ink.horizontal(painter, rect.left(), rect.right() + 1, rect.bottom(), theme.color("line2"))
        name = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        sorts = self.isSortIndicatorShown() and section == self.sortIndicatorSection()
        role, token = ("lane_strong", "ink") if sorts else ("lane", "text2")
        middle = rect.center().y()
        width = text_width(role, name)
        pad = 0 if section in self._flush else _PAD if section else self._edge
        left = rect.right() + 1 - pad - width if section in self._right else rect.left() + pad
        ink.write(painter, role, theme.color(token), left, middle, name)
        if sorts:
            before = section in self._right
            x = left - 7 if before else left + width + 7
            rising = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            _arrow(painter, QPointF(x, middle), theme, rising=rising)


def _arrow(painter: QPainter, centre: QPointF, theme: Theme, *, rising: bool) -> None:
    tip, foot = (-1.5, 1.5) if rising else (1.5, -1.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("text2"), 1.35))
    corners = [QPointF(-3, foot), QPointF(0, tip), QPointF(3, foot)]
    painter.drawPolyline([centre + corner for corner in corners])
    painter.restore()
