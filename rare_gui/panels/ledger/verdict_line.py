"""A verdict in a line: its shape and word, beside them its day and confidence."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rare_gui.figures import ink
from rare_gui.figures.theme import Theme
from rare_gui.figures.verdict_sign import paint_verdict
from rare_gui.scenes.ledger.row import LedgerRow


class VerdictLine(QWidget):
    """Shows how the promise of a LedgerRow stands."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row: LedgerRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_row(self, row: LedgerRow) -> None:
        """Replace the verdict."""
        self._row = row
        parts = (row.standing_words, row.verdict_day, _confidence(row))
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Two small lines high."""
        return QSize(200, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shape, word, and the two quiet lines."""
        row, theme = self._row, self._theme
        if row is None:
            return
        painter = QPainter(self)
        middle = self.height() / 2
        paint_verdict(painter, QPointF(10, middle), 9, row.standing, theme)
        color = theme.color("ink")
        place = ink.write(painter, "ui_strong", color, 26, middle, row.standing_words)
        told = [part for part in (row.verdict_day, _confidence(row)) if part]
        left = place.right() + 14
        y = middle - (len(told) - 1) * 7
        for part in told:
            ink.write(painter, "lane", theme.color("text2"), left, y, part)
            y += 14
        painter.end()


def _confidence(row: LedgerRow) -> str:
    return f"confidence: {row.confidence}" if row.confidence else ""
