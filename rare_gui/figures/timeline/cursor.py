"""Paint what lies above everything: the end of the data, the known-on day, the as-of cursor.

Not for moving the cursor: `gestures` tells the pointer's day, the scene brings the new one.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.frame import Frame

WIDTH = 1.6
_FLAG_HEIGHT = 17.0


def paint_data_end(painter: QPainter, frame: Frame) -> None:
    """A dotted line where the data end; its words are among those of the last pane."""
    _dotted(painter, frame, frame.scene.data_end, "warn")


def paint_known_on(painter: QPainter, frame: Frame) -> None:
    """A dotted line at the day whose knowledge is looked through, when it is not the as-of day."""
    known = frame.scene.known_on
    if known is not None and known != frame.scene.as_of:
        _dotted(painter, frame, known, "text2")


def _dotted(painter: QPainter, frame: Frame, day: int, token: str) -> None:
    x, place = frame.axis.x(day), frame.layout
    if place.left <= x <= place.right:
        painter.setPen(ink.dashed(frame.theme.color(token), 1.2, 1.6, 2.2))
        painter.drawLine(QPointF(x, place.lanes_top - 3), QPointF(x, place.axis))


def flag_rect(frame: Frame) -> QRectF:
    """The flag with the as-of day under the axis, kept inside the figure; empty when unseen."""
    if not frame.cursor_seen:
        return QRectF()
    place = frame.layout
    width = text_width("lane_strong", frame.scene.as_of_label) + 16
    left = min(max(frame.cursor - width / 2, place.left - 30), place.width - 4 - width)
    return QRectF(round(left), place.axis + 4, round(width), _FLAG_HEIGHT)


def paint_cursor(painter: QPainter, frame: Frame) -> None:
    """The as-of line from the events to the axis, and its flag among the tick labels."""
    if not frame.cursor_seen:
        return
    theme, place = frame.theme, frame.layout
    x, color = frame.cursor, theme.color("time")
    top = 26.0
    ink.vertical(painter, x - WIDTH / 2, top, place.axis + 5, color, WIDTH)
    flag = flag_rect(frame)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(flag, 3, 3)
    painter.drawPolygon(
        QPolygonF([QPointF(x - 6, flag.top() + 0.5), QPointF(x, place.axis - 1),
                   QPointF(x + 6, flag.top() + 0.5)])
    )  # fmt: skip
    ink.write(
        painter, "lane_strong", theme.color("on-time"), flag.center().x(), flag.center().y(),
        frame.scene.as_of_label, Qt.AlignmentFlag.AlignHCenter,
    )  # fmt: skip
