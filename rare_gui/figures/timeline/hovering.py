"""Paint what the pointer brings out: a bar's outline and whole label, an event's full-height line.

Not for the sentence in words: that is a tooltip.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.frame import Frame, Hit

_RADIUS = 1.5
_EDGE = 4.0  # px that stay free at the figure's edges


def paint_hovered(painter: QPainter, frame: Frame, hit: Hit) -> None:
    """Draw over the figure what explains the place under the pointer."""
    theme, place = frame.theme, frame.layout
    if hit.line is not None:
        x = round(hit.line) - 0.5
        ink.vertical(painter, x, place.events_bottom, place.axis, theme.color("text2"))
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("ink"), 1))
    painter.drawRoundedRect(hit.place.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    words = words_rect(frame, hit)
    if words.width():
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(words.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        middle = hit.place.center().y()
        ink.write(painter, "lane", theme.color("ink"), words.left() + 5, middle, hit.words)


def words_rect(frame: Frame, hit: Hit) -> QRectF:
    """The patch with a label that its bar has no room for; empty when the bar shows it."""
    if not hit.words:
        return QRectF()
    place = frame.layout
    width = text_width("lane", hit.words) + 10
    # From the bar's left end on, so that a cut label disappears under the whole one.
    left = min(hit.place.left() + 1, place.width - _EDGE - width)
    return QRectF(max(_EDGE, left), hit.place.top(), width, hit.place.height())
