"""The header of the material browser: short column names, never shortened to dots.

Qt's own header elides a name that is wider than its column; these are as wide as a chip.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.materials.rows_model import NAME_COLUMN
from rare_gui.panels.pieces.row_painter import LEFT, NAME_GAP
from rare_gui.panels.pieces.stamps import DAYS_GAP, TILE

_HEADER_HEIGHT = 22


class ListHeader(QHeaderView):
    """Small column names that may stand a little wider than their column."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        # The short names are as wide as a chip column: a little closer, so that they stay apart.
        self._tight = QFont(font("note"))
        self._tight.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.3)
        self.setSectionsClickable(False)
        self.setFixedHeight(_HEADER_HEIGHT)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One name: at the left for the material, at the right for the days, else centred."""
        ink.horizontal(
            painter, rect.left(), rect.right() + 1, rect.bottom(), self._theme.color("line")
        )
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        painter.setFont(self._tight)
        painter.setPen(self._theme.color("text3"))
        width = QFontMetricsF(self._tight).horizontalAdvance(text)
        if section == NAME_COLUMN:
            left: float = LEFT + TILE.width() + NAME_GAP
        elif section == self.count() - 1:
            left = rect.right() + 1 - DAYS_GAP - width
        else:
            left = rect.left() + (rect.width() - width) / 2
        painter.drawText(
            QPointF(left, rect.center().y() + 1.0 + QFontMetricsF(self._tight).capHeight() / 2),
            text,
        )
