"""Paints a tiny monthly series: lines between neighbouring months, dots for lone months.

Not for judging a series: gaps stay gaps, nothing is filled in.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from rare_gui.scenes.sparks import Spark

LINE_WIDTH = 1.2
DOT_RADIUS = 1.9
LONE_RADIUS = 0.9


def paint_sparkline(
    painter: QPainter, rect: QRectF, spark: Spark, line: QColor, dot: QColor
) -> None:
    """Paint `spark` into `rect` (logical px); the last month is a larger dot in colour `dot`."""
    places = _places(rect.adjusted(DOT_RADIUS, DOT_RADIUS, -DOT_RADIUS, -DOT_RADIUS), spark)
    if not places:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    lone: list[QPointF] = []
    for number, (month, place) in enumerate(places):
        joined = number > 0 and places[number - 1][0] == month - 1
        joins = number + 1 < len(places) and places[number + 1][0] == month + 1
        if joined:
            path.lineTo(place)
        else:
            path.moveTo(place)
            if not joins:
                lone.append(place)
    pen = QPen(line, LINE_WIDTH)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(line)
    for place in lone:
        painter.drawEllipse(place, LONE_RADIUS, LONE_RADIUS)
    painter.setBrush(dot)
    painter.drawEllipse(places[-1][1], DOT_RADIUS, DOT_RADIUS)
    painter.restore()


def _places(rect: QRectF, spark: Spark) -> list[tuple[int, QPointF]]:
    if not spark.points:
        return []
    first, last = spark.points[0][0], spark.points[-1][0]
    values = [value for _, value in spark.points]
    low, high = min(values), max(values)
    months, span = last - first, high - low
    places = []
    for month, value in spark.points:
        across = (month - first) / months if months else 1.0
        up = (value - low) / span if span else 0.5
        places.append(
            (
                month,
                QPointF(rect.left() + across * rect.width(), rect.bottom() - up * rect.height()),
            )
        )
    return places
