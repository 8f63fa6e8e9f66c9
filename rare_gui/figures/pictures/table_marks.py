"""The small marks in a table's cells: verdicts, chips, fills, bars, sparklines, ranks.

Each is painted by what paints it on screen. Not for words and the chips among them (`table_cells`).
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from rare_gui.domain.commitment_records import Standing
from rare_gui.figures.chips import paint_chip
from rare_gui.figures.impact.heat import paint_heat_cell
from rare_gui.figures.impact.loss_bar import Whisker, paint_loss_bar
from rare_gui.figures.impact.tornado import paint_influence
from rare_gui.figures.pictures.block import CHIP_ZOOM
from rare_gui.figures.rank_span import paint_rank_span
from rare_gui.figures.sparkline import paint_sparkline
from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline.bars import paint_swatch
from rare_gui.figures.verdict_sign import paint_verdict
from rare_gui.scenes.impact.parts import HeatCell
from rare_gui.scenes.palette import Chip, Fill
from rare_gui.scenes.pictures.table_parts import Influence, Loss, Plot, Share, Sign
from rare_gui.scenes.sparks import Spark

_SIGN_ZOOM = 1.2
"""The question mark in a verdict, 9 px on screen, has 8.1 pt then."""
_HEAT_ZOOM = 1.1
"""The number in a cell of the heat map, 10 px on screen, has 8.25 pt then."""
_BAR = 7.0
_WIDEST = {Spark: 140.0, Share: 1e9, Loss: 1e9, Influence: 1e9, HeatCell: 120.0}
_WIDEST_RANK = 180.0


def paint_mark(painter: QPainter, place: QRectF, mark: Sign | Plot, theme: Theme) -> None:
    """Draw `mark` into `place`; the painter is given back as it was."""
    painter.save()
    box = QRectF(place)
    box.setWidth(min(place.width(), _WIDEST.get(type(mark), _WIDEST_RANK)))
    match mark:
        case Standing():
            painter.translate(place.center())
            painter.scale(_SIGN_ZOOM, _SIGN_ZOOM)
            paint_verdict(painter, QPointF(0, 0), place.height() / 2 / _SIGN_ZOOM, mark, theme)
        case Chip():
            painter.translate(place.center())
            painter.scale(CHIP_ZOOM, CHIP_ZOOM)
            paint_chip(painter, QRectF(-9, -8, 18, 16), mark, theme)
        case Fill():
            paint_swatch(painter, place, mark, theme)
        case Share(part):
            bar = QRectF(place.left(), place.center().y() - _BAR / 2, place.width() * part, _BAR)
            painter.fillRect(bar, theme.color("fin"))
        case Loss(bar=loss, top=top):
            paint_loss_bar(painter, place, loss, top, Whisker(loss.p5, loss.p95), theme)
        case Influence(part):
            paint_influence(painter, place, part, _BAR, theme)
        case HeatCell():
            painter.translate(box.topLeft())
            painter.scale(_HEAT_ZOOM, _HEAT_ZOOM)
            inner = QRectF(0, 0, box.width() / _HEAT_ZOOM, box.height() / _HEAT_ZOOM)
            paint_heat_cell(painter, inner, mark, theme)
        case Spark():
            line, dot = theme.color("text2"), theme.color(mark.role)
            paint_sparkline(painter, box.adjusted(0, 2, 0, -3), mark, line, dot)
        case _:
            paint_rank_span(painter, box, mark, theme)
    painter.restore()
