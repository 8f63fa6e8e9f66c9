"""The names of panes folded for want of height, on a line over the axis; a click opens one.

Not for choosing which are folded: `heights` does.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.heights import SHELF
from rare_gui.figures.timeline.layout import MARGIN
from rare_gui.scenes.timeline.parts import Pane

_ROLE = "lane_strong"
_APART = 22.0  # from one name's end to the next one's beginning: its chevron stands there
_CHEVRON = 7.0  # its middle, left of a name


def shelf_places(frame: Frame) -> Iterator[tuple[Pane, QRectF]]:
    """The folded panes with the px of their names, from the left."""
    left, place = float(MARGIN), frame.layout
    for pane in place.folded:
        width = text_width(_ROLE, pane.title)
        yield pane, QRectF(left, place.shelf_top, width, SHELF)
        left += width + _APART


def paint_shelf(painter: QPainter, frame: Frame) -> None:
    """A hairline, and under it each name with a chevron that points to the right."""
    theme, place = frame.theme, frame.layout
    if not place.folded:
        return
    ink.horizontal(painter, MARGIN, place.right, place.shelf_top, theme.color("line"))
    for pane, rect in shelf_places(frame):
        middle = rect.center().y() + 1
        paint_chevron(painter, frame, rect.left() - _CHEVRON, middle, folded=True)
        ink.write(
            painter, _ROLE, theme.color("text2"), rect.left(), middle, pane.title,
            halo=theme.color("panel"),
        )  # fmt: skip


def paint_chevron(painter: QPainter, frame: Frame, x: float, y: float, *, folded: bool) -> None:
    """A small angle around a point: to the right when folded, else down."""
    points = ((-2, -3), (1.5, 0), (-2, 3)) if folded else ((-3, -1.5), (0, 2), (3, -1.5))
    pen = QPen(frame.theme.color("text3"), 1.3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([QPointF(x + right, y + down) for right, down in points])


def shelf_hits(frame: Frame) -> list[Hit]:
    """The names of folded panes, and the titles of those that were opened: a click turns them."""
    hits = []
    for pane, rect in shelf_places(frame):
        spoken = f"{pane.title}, folded to leave the lanes their rows\nClick to open"
        hits.append(Hit(rect.adjusted(-12, 0, 4, 0), spoken, "pane", pane.key))
    for row in frame.layout.panes:
        if row.pane.key in frame.layout.opened:
            rect = QRectF(0, row.top + 2, MARGIN + text_width(_ROLE, row.pane.title), 17)
            hits.append(Hit(rect, f"{row.pane.title}\nClick to fold", "pane", row.pane.key))
    return hits
