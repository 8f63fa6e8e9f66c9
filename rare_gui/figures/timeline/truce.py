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
from rare_gui.scenes.timeline_parts import TruceStep


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
    for step, rect in _seen(frame):
        left, right = rect.left() + 4, rect.right() - 4
        stretches = [(left, right)]
        if left < frame.cursor < right:
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


def paint_truce_end(painter: QPainter, frame: Frame) -> None:
    """The date on which the truce ends and the days left, right of the band."""
    scene, theme, place = frame.scene, frame.theme, frame.layout
    if not scene.truce or not scene.truce_end_label:
        return
    end = frame.axis.x(scene.truce[-1].end)
    if not place.left <= end <= place.right:
        return
    roles = ("lane_strong", "note_medium")
    width = max(text_width(r, t) for r, t in zip(roles, scene.truce_end_label, strict=False))
    x = min(end + 5, place.width - 2 - width)
    top = place.events_bottom + 4
    colors = (theme.color("time"), theme.color("text2"))
    lines = zip(roles, colors, scene.truce_end_label, strict=False)
    for line, (role, color, text) in enumerate(lines):
        ink.write(painter, role, color, x, top + 12 * line, text, halo=theme.color("panel"))


def truce_hits(frame: Frame) -> list[Hit]:
    """The steps, each saying itself."""
    return [Hit(rect, step.spoken) for step, rect in _seen(frame)]
