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
    """A dotted line where the data end, with its words left of it at the foot of the panes."""
    theme, place = frame.theme, frame.layout
    x = frame.axis.x(frame.scene.data_end)
    if not place.left <= x <= place.right:
        return
    _dotted(painter, frame, x, "warn")
    rect, label = data_end_label(frame), frame.scene.data_end_label
    left = rect.left()
    if left < frame.cursor < rect.right() and x + 5 + rect.width() < place.right:
        left = x + 5
    ink.write(
        painter, "note_medium", theme.color("warn"), left, rect.center().y(), label,
        halo=theme.color("panel"),
    )  # fmt: skip


def data_end_label(frame: Frame) -> QRectF:
    """Where the words at the end of the data stand, unless the as-of cursor drives them off."""
    x, width = (
        frame.axis.x(frame.scene.data_end),
        text_width("note_medium", frame.scene.data_end_label),
    )
    left = x - 5 - width if x - 5 - width > frame.layout.left else x + 5
    return QRectF(left, frame.layout.axis - 14, width, 12)


def paint_known_on(painter: QPainter, frame: Frame) -> None:
    """A dotted line at the day whose knowledge is looked through, when it is not the as-of day."""
    known = frame.scene.known_on
    if known is None or known == frame.scene.as_of:
        return
    x = frame.axis.x(known)
    if frame.layout.left <= x <= frame.layout.right:
        _dotted(painter, frame, x, "text2")
        ink.write(
            painter, "note_medium", frame.theme.color("text2"), x + 4,
            frame.layout.axis - 19, "known on", halo=frame.theme.color("panel"),
        )  # fmt: skip


def _dotted(painter: QPainter, frame: Frame, x: float, token: str) -> None:
    painter.setPen(ink.dashed(frame.theme.color(token), 1.2, 1.6, 2.2))
    painter.drawLine(QPointF(x, frame.layout.lanes_top - 3), QPointF(x, frame.layout.axis))


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
