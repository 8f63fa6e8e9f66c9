"""Paint the strip under the axis: all lanes over the whole range, and the window in it.

Not for moving the window: `gestures` does, with the places that are told here.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.timeline.bars import fill_color
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.layout import MARGIN
from rare_gui.figures.timeline.time_axis import TimeAxis, ticks
from rare_gui.scenes.palette import Fill

_GRIP_WIDTH, _GRIP_HEIGHT = 5.0, 14.0


def whole_axis(frame: Frame) -> TimeAxis:
    """The strip's own axis: everything that the timeline may show."""
    first, last = frame.scene.limits
    return TimeAxis(first, last, frame.layout.left, frame.layout.right)


def strip(frame: Frame) -> QRectF:
    """The place of the whole strip in the figure."""
    place = frame.layout
    return QRectF(
        place.left,
        place.overview_top,
        place.right - place.left,
        place.overview_bottom - place.overview_top,
    )


def window_rect(frame: Frame) -> QRectF:
    """The window's frame inside the strip."""
    axis, rect = whole_axis(frame), strip(frame)
    left, right = axis.clip(axis.x(frame.axis.first)), axis.clip(axis.x(frame.axis.last))
    return QRectF(left, rect.top(), max(4.0, right - left), rect.height())


def paint_overview(painter: QPainter, frame: Frame) -> None:
    """The strip without its window: ground, a line per lane and the years."""
    theme, rect, axis = frame.theme, strip(frame), whole_axis(frame)
    ink.write(painter, "lane", theme.color("text2"), MARGIN, rect.center().y(), "Overview")
    painter.fillRect(rect, theme.color("sunken"))
    lanes = [lane for row in frame.layout.groups for lane in row.group.lanes]  # folded or not
    years = 12.0
    step = min(2.4, (rect.height() - years - 3) / max(1, len(lanes)))
    for place, lane in enumerate(lanes):
        y = rect.top() + 3 + place * step
        for bar in lane.bars:
            left = axis.clip(axis.x(bar.start))
            right = rect.right() if bar.end is None else axis.clip(axis.x(bar.end))
            if right <= left:
                continue
            color = fill_color(bar.fill, theme)
            if bar.later:
                continue  # the strip is too low for ghosts
            if bar.fill in (Fill.PROLONGED, Fill.PAST):
                color = theme.mixed("sus-edge" if bar.fill is Fill.PROLONGED else "warn", 0.5)
            painter.fillRect(QRectF(left, y, right - left, min(1.8, step)), color)
    before = rect.left()
    for tick in ticks(axis, 60):
        x = axis.x(tick.day)
        if tick.year and x - 16 > before and x + 16 < rect.right():
            ink.write(
                painter, "note", theme.color("text3"), x, rect.bottom() - 6, tick.label,
                Qt.AlignmentFlag.AlignHCenter, halo=theme.color("sunken"),
            )  # fmt: skip
            before = x + 16


def paint_window(painter: QPainter, frame: Frame) -> None:
    """Dim what is outside the window, frame it, draw its grips and repeat the as-of cursor."""
    theme, rect, window = frame.theme, strip(frame), window_rect(frame)
    for left, right in ((rect.left(), window.left()), (window.right(), rect.right())):
        outside = QRectF(left, rect.top(), right - left, rect.height())
        painter.fillRect(outside, theme.faded("panel", 0.55))
    axis = whole_axis(frame)
    cursor = axis.x(frame.scene.as_of)
    if rect.left() <= cursor <= rect.right():
        ink.vertical(painter, cursor - 0.8, rect.top(), rect.bottom(), theme.color("time"), 1.6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("text2"), 1.2))
    painter.drawRoundedRect(window.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    painter.setBrush(theme.color("raised"))
    for x in (window.left() + 0.5, window.right() - 0.5):
        painter.drawRoundedRect(
            QRectF(x - _GRIP_WIDTH / 2, rect.center().y() - _GRIP_HEIGHT / 2, _GRIP_WIDTH,
                   _GRIP_HEIGHT),
            2, 2,
        )  # fmt: skip
