"""What the result hangs on: rank correlations as bars to both sides of a zero line.

Not for ranking them: the scene brings the largest first.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided
from rare_gui.figures.theme import Theme
from rare_gui.scenes.impact.parts import InfluenceBar

ROW = 30.0
_NAME_SHARE = 0.54
_VALUE = 38.0
_BAR = 9.0
_WEAKENING = 0.45


def height_of(bars: tuple[InfluenceBar, ...]) -> int:
    """Height in px that the bars need."""
    return round(ROW * len(bars))


def paint_tornado(
    painter: QPainter, place: QRectF, bars: tuple[InfluenceBar, ...], theme: Theme
) -> None:
    """Draw one row per assumption; solid raises the loss, pale lowers it, and the sign is told."""
    left = place.left() + place.width() * _NAME_SHARE
    right = place.right() - _VALUE
    zero = (left + right) / 2
    half = (right - left) / 2
    largest = max((abs(bar.correlation) for bar in bars), default=1.0) or 1.0
    ink.vertical(painter, round(zero), place.top(), place.top() + ROW * len(bars),
                 theme.color("line2"))  # fmt: skip
    for number, bar in enumerate(bars):
        y = place.top() + (number + 0.5) * ROW
        room = left - place.left() - 8
        upper = y - 7 if bar.detail else y
        name = elided("lane", bar.name, room)
        ink.write(painter, "lane", theme.color("ink"), place.left(), upper, name)
        detail = elided("note", bar.detail, room)
        ink.write(painter, "note", theme.color("text3"), place.left(), y + 6.5, detail)
        row = QRectF(zero - half, y - ROW / 2, 2 * half, ROW)
        paint_influence(painter, row, bar.correlation / largest, _BAR, theme)
        ink.write(painter, "lane_figure", theme.color("ink"), place.right(), y, bar.value,
                  Qt.AlignmentFlag.AlignRight)  # fmt: skip


def paint_influence(
    painter: QPainter, place: QRectF, part: float, high: float, theme: Theme
) -> None:
    """One bar `high` px from the middle of `place`, to the right or left by `part` (-1 to 1)."""
    zero = place.center().x()
    end = zero + part * place.width() / 2
    strength = 1.0 if part >= 0 else _WEAKENING
    box = QRectF(min(zero, end), place.center().y() - high / 2, abs(end - zero), high)
    painter.fillRect(box, theme.mixed("fin", strength))
