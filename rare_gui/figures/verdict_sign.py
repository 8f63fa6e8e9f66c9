"""The shapes of verdicts: full disc, half disc, struck ring, dotted ring with a question mark.

Drawn in ink only: hue belongs to legal states and time. A word always stands beside a shape.
"""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.domain.commitment_records import Standing
from rare_gui.figures import ink
from rare_gui.figures.theme import Theme

_DOTS = 12


def paint_verdict(
    painter: QPainter,
    centre: QPointF,
    radius: float,
    standing: Standing,
    theme: Theme,
    token: str = "ink",
) -> None:
    """Draw the shape of `standing` with its ring's outer radius in px; before a verdict a dash."""
    color = theme.color(token)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = radius - 0.75
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match standing:
        case Standing.KEPT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(centre, radius, radius)
        case Standing.PARTLY:
            painter.drawEllipse(centre, ring, ring)
            painter.setBrush(color)
            box = QRectF(centre.x() - ring, centre.y() - ring, 2 * ring, 2 * ring)
            painter.drawPie(box, 90 * 16, 180 * 16)
        case Standing.NOT_KEPT:
            painter.drawEllipse(centre, ring, ring)
            side = ring * cos(pi / 4)
            painter.drawLine(centre + QPointF(-side, side), centre + QPointF(side, -side))
        case Standing.CANNOT_TELL:
            _dotted(painter, centre, ring)
            middle = Qt.AlignmentFlag.AlignHCenter
            ink.write(painter, "mark", color, centre.x(), centre.y() + 0.5, "?", middle)
        case Standing.NONE_YET:
            painter.drawLine(centre - QPointF(radius / 2, 0), centre + QPointF(radius / 2, 0))
    painter.restore()


def _dotted(painter: QPainter, centre: QPointF, radius: float) -> None:
    color = painter.pen().color()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for number in range(_DOTS):
        angle = 2 * pi * number / _DOTS
        at = centre + QPointF(radius * cos(angle), radius * sin(angle))
        painter.drawEllipse(at, 0.9, 0.9)
