"""Paint the truce: its steps as a band, its tint down through all panes, the words at its end.

Not for when it ends: the scene says that, and whether a legal text carries it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.layout import MARGIN
from rare_gui.scenes.timeline.parts import TruceStep


def _rect(frame: Frame, step: TruceStep) -> QRectF:
    axis, place = frame.axis, frame.layout
    left = round(axis.clip(axis.x(step.start)))
    right = round(axis.clip(axis.x(step.end)))
    return QRectF(left, place.events_bottom, right - left, 17)


def _seen(frame: Frame) -> list[tuple[TruceStep, QRectF]]:
    places = [(step, _rect(frame, step)) for step in frame.scene.truce]
    return [(step, rect) for step, rect in places if rect.width() > 0]


def paint_tint(painter: QPainter, frame: Frame) -> None:
    """The tint under everything; steps by statement alone have none, only a dotted end."""
    place, theme = frame.layout, frame.theme
    for step, rect in _seen(frame):
        if not step.by_statement:
            tint = QRectF(rect.left(), rect.bottom(), rect.width(), place.axis - rect.bottom())
            painter.fillRect(tint, theme.color("band"))


def paint_band(painter: QPainter, frame: Frame) -> None:
    """The steps without their words, and the dotted line at the truce's end."""
    theme, place = frame.theme, frame.layout
    if not frame.scene.truce:
        return
    middle = place.events_bottom + 8.5
    ink.write(painter, "lane", theme.color("text2"), MARGIN, middle, "Truce")
    for step, rect in _seen(frame):
        if step.by_statement:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(ink.dashed(theme.color("time"), 1, 3, 2))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.fillRect(rect.adjusted(0, 0, -1, 0), theme.color("time-soft"))
    end = frame.scene.truce[-1].end
    if frame.axis.first <= end <= frame.axis.last:
        painter.setPen(ink.dashed(theme.color("time"), 1.2, 2.5, 2.5))
        x = round(frame.axis.x(end)) - 0.5
        painter.drawLine(QPointF(x, place.events_bottom + 17), QPointF(x, place.axis))


def paint_step_labels(painter: QPainter, frame: Frame) -> None:
    """In every step its longest label that fits before the as-of cursor or after it."""
    taken = end_rect(frame)
    for step, rect in _seen(frame):
        left, right = rect.left() + 4, rect.right() - 4
        if taken.left() - 6 < right:
            right = taken.left() - 6  # the words at the end stand before it when none fit after
        stretches = [(left, right)]
        if left - 4 < frame.cursor < right + 4:
            stretches = [(left, frame.cursor - 4), (frame.cursor + 4, right)]
        _paint_label(painter, frame, step, rect.center().y(), stretches)


def _paint_label(
    painter: QPainter,
    frame: Frame,
    step: TruceStep,
    middle: float,
    stretches: list[tuple[float, float]],
) -> None:
    for text in step.labels:
        width = text_width("lane_strong", text)
        for left, right in stretches:
            spare = right - left - width
            if spare >= 0:
                # In a short step the label stands in the middle, in a long one at its beginning.
                x = left + spare / 2 if spare < 30 else left + 4
                ink.write(painter, "lane_strong", frame.theme.color("time"), x, middle, text)
                return


_END_ROLES = ("lane_strong", "note_medium")
_EDGE = 6.0  # px that stay free at the figure's right edge


def end_rect(frame: Frame) -> QRectF:
    """The place of the words at the truce's end: after it, else before it; or at infinity."""
    nowhere = QRectF(1e6, 0, 0, 0)
    scene, place = frame.scene, frame.layout
    if not scene.truce or not scene.truce_end_label:
        return nowhere
    end = frame.axis.x(scene.truce[-1].end)
    if not place.left <= end <= place.right:
        return nowhere
    texts = zip(_END_ROLES, scene.truce_end_label, strict=False)
    width = max(text_width(role, text) for role, text in texts)
    starts = [end + 5, end - 5 - width]
    if frame.cursor_seen:
        starts[1:1] = [max(end, frame.cursor) + 5]
    for left in starts:
        crossed = frame.cursor_seen and left - 3 < frame.cursor < left + width + 3
        if not crossed and place.left <= left and left + width <= place.width - _EDGE:
            return QRectF(left, place.events_bottom - 2, width, 24)
    return nowhere


def paint_truce_end(painter: QPainter, frame: Frame) -> None:
    """The date on which the truce ends and the days left; left out where there is no room."""
    theme, rect = frame.theme, end_rect(frame)
    if not rect.width():
        return
    before = rect.right() <= frame.axis.x(frame.scene.truce[-1].end)
    colors = (theme.color("time"), theme.color("text2"))
    top = frame.layout.events_bottom + 4
    lines = zip(_END_ROLES, colors, frame.scene.truce_end_label, strict=False)
    for line, (role, color, text) in enumerate(lines):
        x = rect.right() - text_width(role, text) if before else rect.left()
        ink.write(painter, role, color, x, top + 12 * line, text, halo=theme.color("panel"))


def truce_hits(frame: Frame) -> list[Hit]:
    """The steps, each saying itself; the words at the end say the last one."""
    hits = [Hit(rect, step.spoken) for step, rect in _seen(frame)]
    end = end_rect(frame)
    return [*hits, Hit(end, frame.scene.truce[-1].spoken)] if end.width() else hits
