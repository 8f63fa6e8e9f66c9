"""Paint price marks: dots at their day, published ranges as whiskers, means over a stretch.

A mark stands for one published price; joining marks is a `Line` of the scene, never done here.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.layout import PaneRow
from rare_gui.figures.timeline.pane_labels import LabelField, say
from rare_gui.scenes.timeline_parts import Mark

_RADIUS = 2.4


def _color(frame: Frame, mark: Mark) -> QColor:
    return frame.theme.color("text2" if mark.role == "text3" else mark.role)


def _seen(frame: Frame, row: PaneRow) -> list[Mark]:
    axis = frame.axis
    return [
        mark
        for mark in row.pane.marks
        if mark.day <= axis.last
        and (mark.until if mark.until is not None else mark.day) >= axis.first
    ]


def paint_marks(painter: QPainter, frame: Frame, row: PaneRow, labels: LabelField) -> None:
    """Draw all marks first, then their words, so that words keep off every mark."""
    marks = _seen(frame, row)
    for mark in marks:
        color = _color(frame, mark)
        if mark.until is not None:
            _paint_mean(painter, frame, row, mark, color, labels)
        else:
            _paint_dot(painter, frame, row, mark, color, labels)
    for mark in marks:
        if mark.label:
            _say(painter, frame, row, mark, labels)


def _paint_mean(
    painter: QPainter, frame: Frame, row: PaneRow, mark: Mark, color: QColor, labels: LabelField
) -> None:
    axis, y = frame.axis, round(row.y(mark.value))
    start, end = axis.x(mark.day), axis.x(mark.until or mark.day)
    left, right = round(axis.clip(start)), round(axis.clip(end))
    painter.fillRect(QRectF(left, y - 0.5, right - left, 1.5), color)
    for x, shown in ((left, start >= axis.left), (right - 1, end <= axis.right)):
        if shown:
            ink.vertical(painter, x, y - 3, y + 4, color)
    labels.take(QRectF(left, y - 1.5, right - left, 4))


def _paint_dot(
    painter: QPainter, frame: Frame, row: PaneRow, mark: Mark, color: QColor, labels: LabelField
) -> None:
    x, y = frame.axis.x(mark.day), row.y(mark.value)
    if mark.low is not None and mark.high is not None and mark.high > mark.low:
        low, high = row.y(mark.low), row.y(mark.high)
        painter.setPen(QPen(color, 1.2))
        painter.drawLine(QPointF(x, low), QPointF(x, high))
        for end in (low, high):
            painter.drawLine(QPointF(x - 4, end), QPointF(x + 4, end))
        labels.take(QRectF(x - 4, high, 8, low - high))
    painter.setPen(QPen(color, 1.2))
    painter.setBrush(frame.theme.color("panel") if mark.hollow else color)
    painter.drawEllipse(QPointF(x, y), _RADIUS, _RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    labels.take(QRectF(x - 4, y - 4, 8, 8))


def _say(painter: QPainter, frame: Frame, row: PaneRow, mark: Mark, labels: LabelField) -> None:
    axis, theme = frame.axis, frame.theme
    width = text_width("lane", mark.label)
    y = row.y(mark.value)
    if mark.until is not None:
        left = axis.clip(axis.x(mark.day))
        right = axis.clip(axis.x(mark.until))
        if right - left < min(width, 60):
            return
        candidates = [
            (x, y + dy)
            for dy in (-8, 9)
            for x in (left + 10, (left + right - width) / 2, right - width - 4)
        ]
    else:
        x = axis.x(mark.day)
        candidates = [
            (x + 8, y), (x + 8, y + 10), (x + 8, y - 10), (x - width / 2, y - 11),
            (x - width / 2, y + 11), (x - 8 - width, y),
        ]  # fmt: skip
    color, halo = _color(frame, mark), theme.color("panel")
    say(painter, labels, "lane", color, halo, mark.label, candidates, must=False)


def mark_hits(frame: Frame, row: PaneRow) -> list[Hit]:
    """A mark answers around its dot, a mean along its stretch."""
    axis = frame.axis
    hits: list[Hit] = []
    for mark in _seen(frame, row):
        y = row.y(mark.value)
        left = axis.clip(axis.x(mark.day))
        right = left if mark.until is None else axis.clip(axis.x(mark.until))
        reach = 6 if mark.until is None else 0
        hits.append(Hit(QRectF(left - reach, y - 6, right - left + 2 * reach, 12), mark.spoken))
    return hits
