"""Paint the grid behind all rows and the time axis with its tick labels.

Not for where the ticks are: `time_axis` computes them.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
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


def paint_tick_labels(painter: QPainter, frame: Frame, taken: QRectF) -> None:
    """The ticks' words, years bold; none that would touch its neighbour or the place `taken`."""
    theme, place = frame.theme, frame.layout
    before = place.left - 30.0
    for tick in ticks(frame.axis):
        x = round(frame.axis.x(tick.day))
        role = "lane_strong" if tick.year else "lane_light"
        half = text_width(role, tick.label) / 2
        if x - half < before + 6 or x + half > place.width - 2:
            continue
        before = x + half
        if taken.left() - 4 < x + half and x - half < taken.right() + 4:
            continue
        color = theme.color("ink" if tick.year else "text3")
        ink.write(
            painter, role, color, x, place.axis + TICK_MIDDLE, tick.label,
            Qt.AlignmentFlag.AlignHCenter,
        )  # fmt: skip
