"""A cell of the heat map: one of seven fixed mixes with its number, a dash where nothing is lost.

Not for levels: a continuous ramp would have places where neither text colour is legible.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.theme import Theme
from rare_gui.scenes.impact.parts import HeatCell

MIXES = (0.06, 0.18, 0.30, 0.42, 0.66, 0.80, 0.96)
"""Share of the token `fin` over the panel, by level from 1 on."""


def paint_heat_cell(
    painter: QPainter, place: QRectF, cell: HeatCell, theme: Theme, *, framed: bool = False
) -> None:
    """Fill `place` and write the value in the colour that is most legible on it."""
    box = place.adjusted(0.5, 0.5, -0.5, -0.5)
    centre = Qt.AlignmentFlag.AlignHCenter
    middle, y = box.center().x(), box.center().y()
    if cell.level:
        ground = theme.mixed("fin", MIXES[cell.level - 1])
        painter.fillRect(box, ground)
        color = theme.most_legible(ground, "ink", "panel")
    else:
        painter.fillRect(box, theme.color("sunken"))
        color = theme.color("text3")
    ink.write(painter, "note", color, middle, y, cell.value, centre)
    if framed:
        painter.setPen(QPen(theme.color("ink"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
