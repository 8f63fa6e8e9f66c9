"""Paint the dated lines above everything: end of the data, compared day, known-on day, cursor.

Not for moving them: `gestures` tells the pointer's day, the scene brings the new one.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.frame import Frame
from rare_gui.scenes.wording import day_words

WIDTH = 1.6
_FLAG_HEIGHT = 17.0


def paint_data_end(painter: QPainter, frame: Frame) -> None:
    """A dotted line where the data end; its words are among those of the last pane."""
    _dotted(painter, frame, frame.scene.data_end, "warn")


def paint_compared(painter: QPainter, frame: Frame) -> None:
    """A thin dashed line at the other day of a comparison; its words are the last pane's."""
    day = frame.scene.compared_to
    if day is None:
        return
    x, place = frame.axis.x(day), frame.layout
    if place.left <= x <= place.right:
        painter.setPen(ink.dashed(frame.theme.color("time"), 1, 5, 4))
        painter.drawLine(QPointF(x, place.lanes_top - 3), QPointF(x, place.axis))


def known_on_words(frame: Frame) -> str:
    """What the known-on flag says; empty without such a day."""
    known = frame.scene.known_on
    if known is None:
        return ""
    return f"known on {day_words(date(1970, 1, 1) + timedelta(days=known))}"


def known_on_rect(frame: Frame) -> QRectF:
    """The known-on flag: under the axis, beside the as-of flag where both want one place."""
    known, place = frame.scene.known_on, frame.layout
    if known is None:
        return QRectF()
    x = frame.axis.x(known)
    if not place.left <= x <= place.right:
        return QRectF()
    width = round(text_width("lane", known_on_words(frame)) + 16)
    least, most = place.left - 30, place.width - 4 - width
    left = min(max(x - width / 2, least), most)
    flag = flag_rect(frame)
    if flag.width() and left - 4 < flag.right() and flag.left() < left + width + 4:
        before, after = flag.left() - 4 - width, flag.right() + 4
        earlier = known <= frame.scene.as_of
        fits = before >= least if earlier else after > most
        left = before if fits else after
    return QRectF(round(left), place.axis + 4, width, _FLAG_HEIGHT)


def paint_known_on(painter: QPainter, frame: Frame) -> None:
    """A dashed line at the day whose knowledge is looked through, with an outlined flag."""
    rect, known = known_on_rect(frame), frame.scene.known_on
    if not rect.width() or known is None:
        return
    theme, place, x = frame.theme, frame.layout, frame.axis.x(known)
    if known != frame.scene.as_of:
        painter.setPen(ink.dashed(theme.color("ink"), 1.4, 5, 3))
        painter.drawLine(QPointF(x, place.lanes_top - 3), QPointF(x, place.axis + 4))
    painter.setPen(QPen(theme.color("ink"), 1))
    painter.setBrush(theme.color("panel"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    ink.write(
        painter, "lane", theme.color("ink"), rect.center().x(), rect.center().y(),
        known_on_words(frame), Qt.AlignmentFlag.AlignHCenter,
    )  # fmt: skip


def paint_frame(painter: QPainter, frame: Frame) -> None:
    """The frame around a saved figure that says: not today's picture. A window has its own."""
    if frame.scene.travelling and frame.saved:
        place = frame.layout
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(frame.theme.color("ink"), 3)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(QRectF(1.5, 1.5, place.width - 3, place.height - 3))


def paint_focus(painter: QPainter, frame: Frame) -> None:
    """The ring that says that keys go to the timeline."""
    place = frame.layout
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(frame.theme.color("focus"), 2))
    rect = QRectF(0, 0, place.width, place.height)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 2, 2)


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
