"""Small drawing acts shared by all figures: texts, hatching, haloes, dashed and crisp lines.

Everything is in logical px and drawn as shapes, so it scales; nothing here knows a scene.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QStaticText,
    QTransform,
)

from rare_gui.figures.fonts import capitals_middle, font, line_height, metrics, text_width

_HALO_WIDTH = 1.4
_HALO = [
    QPointF(dx, dy)
    for dx, dy in (
        (-1.4, 0.0), (1.4, 0.0), (0.0, -1.4), (0.0, 1.4),
        (-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0),
    )
]  # fmt: skip


def write(
    painter: QPainter,
    role: str,
    color: QColor,
    x: float,
    middle: float,
    text: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    halo: QColor | None = None,
) -> QRectF:
    """Draw one line of text with its capitals centred on `middle`; returns the place it takes.

    `x` is the left end, the middle or the right end by `align`. A halo keeps it legible on lines.
    """
    width = text_width(role, text)
    if align == Qt.AlignmentFlag.AlignRight:
        x -= width
    elif align == Qt.AlignmentFlag.AlignHCenter:
        x -= width / 2
    top = middle - capitals_middle(role)
    if halo is not None and painter.paintEngine().type() is QPaintEngine.Type.Raster:
        scale = painter.deviceTransform().m11()
        stamp = _stamp(role, text, color.rgba(), halo.rgba(), scale)
        at = QPointF(
            math.floor((x - _ROOM) * scale + 0.5) / scale,
            math.floor((top - _ROOM) * scale + 0.5) / scale,
        )
        painter.drawPixmap(at, stamp)
    else:
        if halo is not None:
            path = QPainterPath()
            path.addText(QPointF(x, top + metrics(role).ascent()), font(role), text)
            pen = QPen(halo, 2 * _HALO_WIDTH)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(path, pen)
        painter.setFont(font(role))
        painter.setPen(color)
        painter.drawStaticText(QPointF(x, top), _laid_out(role, text))
    height = line_height(role)
    return QRectF(x, middle - height / 2, width, height)


_ROOM = 2.0  # around a stamp's text, for the halo


@lru_cache(maxsize=2000)
def _laid_out(role: str, text: str) -> QStaticText:
    """A text whose glyphs are chosen once: drawing it again costs a third."""
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(QTransform(), font(role))
    return made


@lru_cache(maxsize=400)
def _stamp(role: str, text: str, color: int, halo: int, scale: float) -> QPixmap:
    """A text with its halo as a picture in device px: nine drawings of the text are paid once."""
    width = text_width(role, text) + 2 * _ROOM
    height = line_height(role) + 2 * _ROOM
    stamp = QPixmap(math.ceil(width * scale), math.ceil(height * scale))
    stamp.setDevicePixelRatio(scale)
    stamp.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.setFont(font(role))
    laid_out = _laid_out(role, text)
    at = QPointF(_ROOM, _ROOM)
    painter.setPen(QColor.fromRgba(halo))
    for offset in _HALO:
        painter.drawStaticText(at + offset, laid_out)
    painter.setPen(QColor.fromRgba(color))
    painter.drawStaticText(at, laid_out)
    painter.end()
    return stamp


def hatch(
    painter: QPainter, rect: QRectF, color: QColor, width: float, pitch: float, origin: float
) -> None:
    """Fill `rect` with rising strokes `width` px wide, `pitch` px apart along x, from `origin`.

    Drawn as lines, for Qt's own hatch brushes stay one device px thin whatever the scale is.
    """
    lines = hatch_lines(rect, pitch, origin)
    if not lines:
        return
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLines(lines)
    painter.restore()


def hatch_lines(rect: QRectF, pitch: float, origin: float) -> Sequence[QLineF]:
    """The strokes of `hatch`: 45 degrees, long enough to cross the whole of `rect`."""
    if rect.isEmpty():
        return []
    height, bottom = rect.height(), rect.bottom()
    first = int((rect.left() - height - origin) // pitch)
    last = int((rect.right() - origin) // pitch) + 1
    over = 2.0
    return [
        QLineF(
            origin + step * pitch - over,
            bottom + over,
            origin + step * pitch + height + over,
            bottom - height - over,
        )
        for step in range(first, last + 1)
    ]


def dashed(color: QColor, width: float, on: float, off: float) -> QPen:
    """A pen with flat dashes of `on` and gaps of `off` px."""
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([on / width, off / width])
    return pen


def horizontal(painter: QPainter, x0: float, x1: float, y: float, color: QColor) -> None:
    """A hairline one px high whose upper edge is at `y`."""
    painter.fillRect(QRectF(x0, y, x1 - x0, 1), color)


def vertical(
    painter: QPainter, x: float, y0: float, y1: float, color: QColor, width: float = 1
) -> None:
    """A crisp line `width` px wide whose left edge is at `x`."""
    painter.fillRect(QRectF(x, y0, width, y1 - y0), color)


def octagon(rect: QRectF) -> QPainterPath:
    """A regular stop-sign outline that fills `rect`."""
    cut_x, cut_y = rect.width() * 0.29, rect.height() * 0.29
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    path = QPainterPath(QPointF(left + cut_x, top))
    for x, y in (
        (right - cut_x, top), (right, top + cut_y), (right, bottom - cut_y),
        (right - cut_x, bottom), (left + cut_x, bottom), (left, bottom - cut_y),
        (left, top + cut_y),
    ):  # fmt: skip
        path.lineTo(x, y)
    path.closeSubpath()
    return path


def diamond(painter: QPainter, x: float, y: float, radius: float, pen: QPen, fill: QBrush) -> None:
    """A square standing on its corner, centred on (x, y)."""
    path = QPainterPath(QPointF(x, y - radius))
    path.lineTo(x + radius, y)
    path.lineTo(x, y + radius)
    path.lineTo(x - radius, y)
    path.closeSubpath()
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawPath(path)
