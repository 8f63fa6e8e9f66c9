"""Price marks: dots at their day, published ranges as whiskers, means over a stretch as brackets.

A mark stands for one published price; joining marks is a `Line` of the scene, never done here.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.layout import PaneRow
from rare_gui.figures.timeline.pane_labels import Box, Wish
from rare_gui.scenes.timeline.parts import Mark

_RADIUS = 2.4
_GHOST = 0.35  # strength of a small mark that was published later
_HOOK = 5.0  # the ends of a bracket


def _token(mark: Mark) -> str:
    return "text2" if mark.role == "text3" else mark.role


def _seen(frame: Frame, row: PaneRow) -> list[Mark]:
    axis = frame.axis
    return [
        mark
        for mark in row.pane.marks
        if mark.day <= axis.last
        and (mark.until if mark.until is not None else mark.day) >= axis.first
    ]


def _span(frame: Frame, mark: Mark) -> tuple[float, float]:
    """The px of the stretch of a mean, kept inside the plot."""
    axis = frame.axis
    return round(axis.clip(axis.x(mark.day))), round(axis.clip(axis.x(mark.until or mark.day)))


def paint_marks(painter: QPainter, frame: Frame, row: PaneRow) -> None:
    """Draw the marks in view, without their words."""
    for mark in _seen(frame, row):
        token = _token(mark)
        color = frame.theme.faded(token, _GHOST) if mark.later else frame.theme.color(token)
        if mark.until is not None:
            _paint_mean(painter, frame, row, mark, color)
        else:
            _paint_dot(painter, frame, row, mark, color)


def _paint_mean(painter: QPainter, frame: Frame, row: PaneRow, mark: Mark, color: QColor) -> None:
    axis, y = frame.axis, round(row.y(mark.value))
    left, right = _span(frame, mark)
    # One px stays free between the brackets of two years.
    painter.fillRect(QRectF(left + 1, y - 0.5, right - left - 2, 1.5), color)
    ends = ((left + 1, mark.day >= axis.first), (right - 2, (mark.until or 0) <= axis.last))
    for x, shown in ends:
        if shown:
            ink.vertical(painter, x, y - 0.5, y + _HOOK, color)


def _paint_dot(painter: QPainter, frame: Frame, row: PaneRow, mark: Mark, color: QColor) -> None:
    x, y = frame.axis.x(mark.day), row.y(mark.value)
    painter.setPen(QPen(color, 1.2))
    if _has_range(mark):
        low, high = row.y(mark.low or 0.0), row.y(mark.high or 0.0)
        painter.drawLine(QPointF(x, low), QPointF(x, high))
        for end in (low, high):
            painter.drawLine(QPointF(x - 4, end), QPointF(x + 4, end))
    painter.setBrush(frame.theme.color("panel") if mark.hollow else color)
    painter.drawEllipse(QPointF(x, y), _RADIUS, _RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _has_range(mark: Mark) -> bool:
    return mark.low is not None and mark.high is not None and mark.high > mark.low


def mark_boxes(frame: Frame, row: PaneRow) -> list[Box]:
    """The places of the marks in view, which words keep off."""
    boxes: list[Box] = []
    for mark in _seen(frame, row):
        y = row.y(mark.value)
        if mark.until is not None:
            left, right = _span(frame, mark)
            boxes.append((left, y - 1.5, right, y + 2))
            boxes += [(end - 2, y - 1.5, end + 2, y + _HOOK) for end in (left, right)]
            continue
        x = frame.axis.x(mark.day)
        boxes.append((x - 4, y - 4, x + 4, y + 4))
        if _has_range(mark):
            boxes.append((x - 5, row.y(mark.high or 0.0), x + 5, row.y(mark.low or 0.0)))
    return boxes


def mark_wishes(frame: Frame, row: PaneRow) -> list[Wish]:
    """The words of the marks in view; those of dots before those of means."""
    seen = sorted(_seen(frame, row), key=lambda mark: mark.until is not None)
    wishes: list[Wish] = []
    for mark in seen:
        if mark.label:
            width, y = text_width("lane", mark.label), row.y(mark.value)
            places = (
                _by_mean(frame, mark, y, width) if mark.until else _by_dot(frame, mark, y, width)
            )
            wishes.append(Wish(mark.label, "lane", _token(mark), width, tuple(places)))
    return wishes


def _by_mean(frame: Frame, mark: Mark, y: float, width: float) -> list[tuple[float, float]]:
    """Above the bracket or under it; wider words than the stretch may stand out on either side."""
    left, right = _span(frame, mark)
    if right - left < 24:
        return []
    starts = (left + 6, (left + right - width) / 2, right - width - 6)
    return [(x, y + dy) for dy in (-9.0, 10.0, -20.0, 21.0) for x in starts]


def _by_dot(frame: Frame, mark: Mark, y: float, width: float) -> list[tuple[float, float]]:
    x = frame.axis.x(mark.day)
    beside = [(x + 8, y), (x + 7, y - 10), (x + 7, y + 10), (x - 8 - width, y)]
    over = [(x - width / 2, y - 12), (x - width / 2, y + 12)]
    return beside + over + [(x - 7 - width, y - 10), (x - 7 - width, y + 10)]


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
