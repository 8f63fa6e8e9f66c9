"""Paint the bars of the lanes: fills, hatching, outlines, arrow tips and labels.

Not for deciding what a bar states: its `Fill` says that.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from rare_gui.figures import ink
from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline.bar_shape import BarShape, PlacedLabel
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.timeline.parts import Bar

TIP = 6.0
SCHEDULED = 0.55  # strength of a fill that takes effect after what was known
GHOST = 0.25  # strength of what became known only later
VEIL = 0.38  # of the panel's colour over what lies after the as-of day
_RADIUS = 1.5

_ROLE: dict[Fill, str] = {
    Fill.LICENCE: "lic",
    Fill.BAN: "ban",
    Fill.SUSPENDED: "sus",
    Fill.PROLONGED: "sus",
    Fill.REPORTED: "rep",
    Fill.QUOTA: "tar",
    Fill.DUTY: "tar",
    Fill.CONTEXT: "tar",
    Fill.RELIEF: "relief",
    Fill.ENDED: "tar",
}


def fill_color(fill: Fill, theme: Theme) -> QColor:
    """The main colour of a fill, as the overview and the legend show it."""
    if fill is Fill.ANNOUNCED:
        return theme.color("text3")
    if fill is Fill.PAST:
        return theme.color("warn")
    if fill in (Fill.SUSPENDED, Fill.PROLONGED):
        return theme.color("sus-edge")
    if fill is Fill.ENDED:
        return theme.mixed("tar", 0.6)
    return theme.color(_ROLE[fill])


def paint_swatch(painter: QPainter, rect: QRectF, fill: Fill, theme: Theme) -> None:
    """A piece of a bar, for a legend."""
    shape = BarShape(Bar(0, 1, fill, (), ""), rect, False, 0.0)
    paint_bar(painter, shape, theme)
    paint_question(painter, shape, theme)


def paint_bar(painter: QPainter, shape: BarShape, theme: Theme) -> None:
    """Draw a bar's body without its words: as a ghost when it became known later."""
    if shape.bar.later:
        painter.save()
        painter.setOpacity(GHOST)
        _paint_body(painter, shape, theme)
        painter.restore()
        _paint_edge(painter, shape, ink.dashed(theme.color("text3"), 1, 1.2, 2))
    else:
        _paint_body(painter, shape, theme)
    if shape.bar.hypothetical:
        pen = QPen(theme.color("ink"), 1.2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([5, 2, 1, 2])
        _paint_edge(painter, shape, pen)


def _paint_edge(painter: QPainter, shape: BarShape, pen: QPen) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(_outline(shape, 0.5))


def _paint_body(painter: QPainter, shape: BarShape, theme: Theme) -> None:
    fill = shape.bar.fill
    if fill is Fill.ANNOUNCED:
        _paint_outline(painter, shape, theme)
    elif fill is Fill.PAST:
        _paint_past(painter, shape, theme)
    elif fill is Fill.PROLONGED:
        _paint_prolonged(painter, shape, theme)
    elif fill is Fill.SUSPENDED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_brush(shape, theme.color("sus")))
        painter.drawPath(_outline(shape))
        _paint_stripes(painter, shape, theme)
    else:
        color = theme.color(_ROLE[fill])
        if fill is Fill.ENDED:
            color = theme.mixed("tar", 0.38)
        elif shape.bar.scheduled:
            color = theme.mixed(_ROLE[fill], SCHEDULED)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_brush(shape, color))
        painter.drawPath(_outline(shape))
        if fill in (Fill.QUOTA, Fill.DUTY):
            # Same grey as context: the edge says that this one does set a state.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("tar-edge"), 1))
            painter.drawPath(_outline(shape, 0.5))


def paint_label(
    painter: QPainter, shape: BarShape, label: PlacedLabel, theme: Theme, veiled: bool
) -> None:
    """Draw the label that `place_label` found room for; on hatching it stands on a patch.

    `veiled`: it stands after the as-of cursor, where the bar's own text colour would be too faint
    on the veiled fill.
    """
    fill = shape.bar.fill
    role, patch = "lane", ""
    match fill:
        case _ if shape.bar.later:
            color = theme.color("text2")
        case Fill.ANNOUNCED:
            color = theme.color("text2")
        case Fill.ENDED:
            color = theme.color("tar-edge")
        case Fill.PAST:
            color, role, patch = theme.color("warn"), "lane_strong", "panel"
        case Fill.SUSPENDED:
            color, patch = theme.color("on-sus"), "sus"
        case Fill.PROLONGED:
            color, patch = theme.color("sus-edge"), "panel"
        case _ if veiled or shape.bar.scheduled:
            color = _color_on_faint(fill, theme, shape.bar.scheduled, veiled)
        case _:
            color = theme.color(f"on-{_ROLE[fill]}")
    if patch:
        inside = shape.rect.adjusted(1.5, 1.5, -1.5, -1.5)
        ground = QRectF(label.x - 5, inside.top(), label.width + 10, inside.height())
        solid = theme.mixed(patch, 1 - VEIL) if veiled else theme.color(patch)
        painter.fillRect(ground.intersected(inside), solid)
    ink.write(painter, role, color, label.x, shape.rect.center().y(), label.text)


@cache
def _color_on_faint(fill: Fill, theme: Theme, scheduled: bool, veiled: bool) -> QColor:
    """The text colour on a fill that is lightened, veiled, or both."""
    role = _ROLE[fill]
    strength = (SCHEDULED if scheduled else 1.0) * (1 - VEIL if veiled else 1.0)
    return theme.most_legible(theme.mixed(role, strength), "ink", f"on-{role}", "on-ban")


def _outline(shape: BarShape, inset: float = 0.0) -> QPainterPath:
    rect = shape.rect.adjusted(inset, inset, -inset, -inset)
    path = QPainterPath()
    if not shape.open_end:
        path.addRoundedRect(rect, _RADIUS, _RADIUS)
        return path
    path.moveTo(rect.topLeft())
    path.lineTo(rect.topRight())
    path.lineTo(rect.right() + TIP, rect.center().y())
    path.lineTo(rect.bottomRight())
    path.lineTo(rect.bottomLeft())
    path.closeSubpath()
    return path


def _brush(shape: BarShape, color: QColor) -> QBrush:
    """Solid, or fading in over the stretch in which the start is known only to lie."""
    if shape.soft < 1:
        return QBrush(color)
    left = shape.rect.left()
    gradient = QLinearGradient(QPointF(left, 0), QPointF(left + shape.soft, 0))
    clear = QColor(color)
    clear.setAlphaF(0.12)
    gradient.setColorAt(0, clear)
    gradient.setColorAt(1, color)
    return QBrush(gradient)


def _paint_stripes(painter: QPainter, shape: BarShape, theme: Theme) -> None:
    rect = QRectF(shape.rect)
    if shape.bar.partial:
        # Half-hatched: only a part of the measure is suspended.
        rect.setTop(rect.center().y())
    if shape.soft >= 1:
        rect.setLeft(min(rect.right(), rect.left() + shape.soft))
    ink.hatch(painter, rect, theme.color("sus-hatch"), 2.5, 8.5, shape.rect.left())


def _paint_outline(painter: QPainter, shape: BarShape, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(_brush(shape, theme.color("tar-edge")), 1)
    painter.setPen(pen)
    painter.drawPath(_outline(shape, 0.5))


def _paint_prolonged(painter: QPainter, shape: BarShape, theme: Theme) -> None:
    rect = shape.rect
    painter.fillRect(rect, theme.faded("panel", 0.5))
    ink.hatch(painter, rect, theme.color("sus-hatch"), 1.0, 8.5, rect.left())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(ink.dashed(theme.color("sus-edge"), 1, 2.5, 1.5))
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def paint_question(painter: QPainter, shape: BarShape, theme: Theme) -> None:
    """The "?" at the end of a bar that is prolonged by statement alone."""
    rect = shape.rect
    if shape.bar.fill is Fill.PROLONGED and rect.width() >= 14:
        ground = QRectF(rect.right() - 12, rect.top() + 2, 10, rect.height() - 4)
        painter.fillRect(ground, theme.color("panel"))
        ink.write(
            painter, "lane_strong", theme.color("sus-edge"), ground.center().x(),
            rect.center().y(), "?", Qt.AlignmentFlag.AlignHCenter,
        )  # fmt: skip


def _paint_past(painter: QPainter, shape: BarShape, theme: Theme) -> None:
    rect = shape.rect
    painter.fillRect(rect, theme.color("nodata"))
    ink.hatch(painter, rect, theme.color("line2"), 1.0, 6.5, rect.left())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(ink.dashed(theme.color("warn"), 1.5, 4, 2.6))
    painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)
