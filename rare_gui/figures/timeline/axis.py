"""Paint the grid behind all rows and the time axis with its tick labels.

Not for where the ticks are: `time_axis` computes them.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.time_axis import ticks

TICK_MIDDLE = 12  # below the axis


def paint_grid(painter: QPainter, frame: Frame) -> None:
    """Vertical lines through lanes and panes; the first of January is stronger."""
    theme, place = frame.theme, frame.layout
    for tick in ticks(frame.axis):
        x = round(frame.axis.x(tick.day))
        color = theme.color("line2" if tick.year else "grid")
        ink.vertical(painter, x - 0.5, place.lanes_top - 3, place.axis, color)


def paint_axis(painter: QPainter, frame: Frame) -> None:
    """The line under the panes, with a stroke at every tick."""
    theme, place = frame.theme, frame.layout
    ink.horizontal(painter, place.left, place.right, place.axis, theme.color("line2"))
    for tick in ticks(frame.axis):
        x = round(frame.axis.x(tick.day))
        ink.vertical(painter, x - 0.5, place.axis, place.axis + 5, theme.color("line2"))


def paint_tick_labels(painter: QPainter, frame: Frame) -> None:
    """The ticks' words, years bold; none that would touch its neighbour."""
    theme, middle = frame.theme, frame.layout.axis + TICK_MIDDLE
    for role, token, rect, text in _tick_words(frame):
        ink.write(painter, role, theme.color(token), rect.left() + 1, middle, text)


def clear_tick_labels(painter: QPainter, frame: Frame, flag: QRectF) -> None:
    """Take away the words that the flag would touch: half a word is worse than none."""
    for _, _, rect, _ in _tick_words(frame):
        if flag.left() - 4 < rect.right() and rect.left() < flag.right() + 4:
            painter.fillRect(rect, frame.theme.color("panel"))


def _tick_words(frame: Frame) -> list[tuple[str, str, QRectF, str]]:
    """Role, colour, place and text of each tick's words, from left to right."""
    place = frame.layout
    words: list[tuple[str, str, QRectF, str]] = []
    before = place.left - 30.0
    for tick in ticks(frame.axis):
        x = round(frame.axis.x(tick.day))
        role, token = ("lane_strong", "ink") if tick.year else ("lane_light", "text3")
        width = text_width(role, tick.label)
        left = x - width / 2
        if left < before + 6 or left + width > place.width - 2:
            continue
        before = left + width
        # From under the tick strokes down to the overview.
        words.append((role, token, QRectF(left - 1, place.axis + 6, width + 2, 15), tick.label))
    return words
