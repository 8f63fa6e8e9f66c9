"""Paints a change: the chip before, an arrow, the chip after, how many forms.

Not for the place of the cells: the view's header gives it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.chips import CHIP_WIDTH, paint_chip
from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import Theme
from rare_gui.scenes.changes.matrix import CellChange
from rare_gui.scenes.palette import Chip

ARROW = 12.0
_GAP = 4.0
CHANGE_WIDTH = 2 * CHIP_WIDTH + ARROW + 2 * _GAP
"""Px from the first chip's left edge to the last one's right edge."""


def paint_change(
    painter: QPainter, left: float, middle: float, before: Chip, after: Chip, theme: Theme
) -> float:
    """Two chips with an arrow between them, centred on `middle`; the right end in px."""
    top, height = middle - 10, 20.0
    paint_chip(painter, QRectF(left, top, CHIP_WIDTH, height), before, theme)
    start = left + CHIP_WIDTH + _GAP
    paint_arrow(painter, start, middle, theme)
    paint_chip(painter, QRectF(start + ARROW + _GAP, top, CHIP_WIDTH, height), after, theme)
    return left + CHANGE_WIDTH


def paint_arrow(painter: QPainter, left: float, middle: float, theme: Theme) -> None:
    """An arrow to the right, as long as ARROW."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("text2"), 1.2))
    tip = QPointF(left + ARROW - 1, middle)
    painter.drawLine(QPointF(left + 1, middle), tip)
    painter.drawPolyline([tip + QPointF(-3.5, -3.5), tip, tip + QPointF(-3.5, 3.5)])
    painter.restore()


def paint_cell(painter: QPainter, cell: QRectF, change: CellChange, theme: Theme) -> None:
    """A change in the middle of its cell, with the number of forms where there are several."""
    middle = cell.center().y()
    left = cell.left() + (cell.width() - CHANGE_WIDTH - _most_words()) / 2
    right = paint_change(
        painter, max(left, cell.left()), middle, change.before, change.after, theme
    )
    words = f"×{change.count}" if change.count > 1 else ""
    if change.others:
        words = f"{words} +{change.others}".strip()
    if words:
        ink.write(painter, "note", theme.color("text2"), right + 4, middle, words)


def paint_no_change(painter: QPainter, cell: QRectF, theme: Theme) -> None:
    """A dot: no form of this column changed."""
    align = Qt.AlignmentFlag.AlignHCenter
    ink.write(painter, "ui", theme.color("text3"), cell.center().x(), cell.center().y(), "·", align)


def _most_words() -> float:
    """Room kept at the right of every change, so that chips stand under each other."""
    return 4 + text_width("note", "×2")
