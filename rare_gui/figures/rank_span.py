"""A rank with the range that it may have, on a scale from the first rank to the last.

Not for working out ranks, nor for their words.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures.theme import Theme
from rare_gui.scenes.compare.parts import RankSpan


def paint_rank_span(painter: QPainter, box: QRectF, rank: RankSpan, theme: Theme) -> None:
    """Draw the scale as a line across `box` (px), the range as a bar on it, the rank as a dot."""

    def at(place: int) -> float:
        return box.left() + 4 + (place - 1) / max(rank.of - 1, 1) * (box.width() - 8)

    middle = box.center().y()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
    if rank.best != rank.worst:
        pen = QPen(theme.color("text3"), 5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(at(rank.best), middle), QPointF(at(rank.worst), middle))
    painter.setPen(QPen(theme.color("panel"), 1))
    painter.setBrush(theme.color("ink"))
    painter.drawEllipse(QPointF(at(rank.rank), middle), 3.6, 3.6)
    painter.restore()
