"""The status chip: one state of one form, told by colour, shape and letter at once.

Shared by the material browser and the header; it decides nothing about which state it is.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from rare_gui.figures import ink
from rare_gui.figures.theme import Theme
from rare_gui.scenes.palette import Chip, Shape

CHIP_WIDTH, CHIP_HEIGHT = 18.0, 16.0
_QUIET = 0.6


def paint_chip(painter: QPainter, rect: QRectF, chip: Chip, theme: Theme) -> None:
    """Draw `chip` in the middle of `rect`, 18 x 16 px whatever the size of `rect` is.

    A quiet chip is 60 % as large and has no letter; a chip past its date stands in a dashed frame
    of 20 x 18 px. The painter's state is kept.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    middle = QPointF(rect.center())
    body = _centred(middle, CHIP_WIDTH, CHIP_HEIGHT)
    if chip.past:
        _paint_frame(painter, _centred(middle, 19, 17), theme)
        inset = _centred(middle, 13.5, 12)
        _paint_body(painter, inset, chip, theme, "chip_past", chip.letter + "?")
    elif chip.quiet:
        small = _centred(middle, CHIP_WIDTH * _QUIET, CHIP_HEIGHT * _QUIET)
        _paint_body(painter, small, chip, theme, "chip", "")
    else:
        _paint_body(painter, body, chip, theme, "chip", chip.letter)
    if chip.corner:
        _paint_corner(painter, body, theme)
    if chip.condition:
        _paint_condition(painter, body, chip, theme)
    painter.restore()


def _centred(middle: QPointF, width: float, height: float) -> QRectF:
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)


def _paint_body(
    painter: QPainter, rect: QRectF, chip: Chip, theme: Theme, role: str, letter: str
) -> None:
    fill, on = theme.color(chip.role), theme.color(f"on-{chip.role}")
    edge = theme.color(f"{chip.role}-edge")
    small = rect.width() < 12
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    match chip.shape:
        case Shape.DASH:
            painter.fillRect(_centred(rect.center(), 4, 1.2), theme.color("text3"))
            return
        case Shape.RING:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("free-edge"), 1.3))
            # The ring is small already: quiet or not, it keeps its 7 px.
            aside = QPointF(3.2 if letter else 0, 0)
            painter.drawEllipse(rect.center() - aside, 3.5, 3.5)
            if letter:
                ink.write(painter, role, on, rect.center().x() + 2.4, rect.center().y(), letter)
            return
        case Shape.SQUARE:
            radius = 1.8 if small else min(3.5, rect.height() * 0.22)
            painter.drawRoundedRect(rect, radius, radius)
        case Shape.OCTAGON:
            side = rect.height() if small else rect.height() + 1
            painter.drawPath(ink.octagon(_centred(rect.center(), side, side)))
        case Shape.DISC:
            side = rect.height() if small else rect.height() + 1
            painter.drawEllipse(_centred(rect.center(), side, side))
        case Shape.HATCHED:
            _paint_hatched(painter, rect, chip, theme, bool(letter))
        case Shape.OUTLINE:
            on = edge
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(edge, 1.2))
            painter.drawRoundedRect(rect.adjusted(0.6, 0.6, -0.6, -0.6), 3, 3)
    if letter:
        ink.write(
            painter, role, on, rect.center().x(), rect.center().y(), letter,
            Qt.AlignmentFlag.AlignHCenter,
        )  # fmt: skip


def _paint_hatched(
    painter: QPainter, rect: QRectF, chip: Chip, theme: Theme, lettered: bool
) -> None:
    inner = rect.adjusted(0.6, 0.6, -0.6, -0.6)
    painter.fillRect(inner, theme.color(chip.role))
    strokes = (2.2, 7.6) if lettered else (1.4, 4.4)
    ink.hatch(painter, inner, theme.color(f"{chip.role}-hatch"), *strokes, rect.left())
    if lettered:
        # A letter on stripes is unreadable: it stands on a solid patch of the ground.
        painter.fillRect(_centred(rect.center(), 9, 11.5), theme.color(chip.role))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(theme.color(f"{chip.role}-edge"), 1.2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(inner)


def _paint_frame(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(ink.dashed(theme.color("warn"), 1.5, 2.6, 1.9))
    painter.drawRoundedRect(rect, 4, 4)


def _paint_corner(painter: QPainter, body: QRectF, theme: Theme) -> None:
    at, side = body.bottomRight(), 8.0
    triangle = QPolygonF([at, at - QPointF(side, 0), at - QPointF(0, side)])
    # A thin edge in the ground's colour keeps the corner apart from any fill.
    painter.setPen(QPen(theme.color("panel"), 1))
    painter.setBrush(theme.color("sus-edge"))
    painter.drawPolygon(triangle)
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_condition(painter: QPainter, body: QRectF, chip: Chip, theme: Theme) -> None:
    ring = chip.shape is Shape.RING
    at = body.center() + QPointF(-4.6, 4.6) if ring else body.bottomLeft() + QPointF(1.6, -1.6)
    painter.setPen(QPen(theme.color("panel"), 1))
    painter.setBrush(theme.color("lic-edge"))
    painter.drawEllipse(at, 2.6, 2.6)
