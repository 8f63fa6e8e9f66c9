"""The picture of one chart of sized losses, as large as there is room.

Tables give up rows, the heat map materials too; a painted chart fills the height that is left.
Not for several charts beside the sectors (`impact`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from rare_gui.figures.pictures.charts import ZOOM, ChartBody, waterfall_chart, weeks_chart
from rare_gui.figures.pictures.fitting import Offer, Stacked, fitted
from rare_gui.figures.pictures.frame import Body, FramedPicture, side_margin
from rare_gui.figures.pictures.table_cells import HEAT_WIDTH
from rare_gui.figures.pictures.tables import TableBody, table_drawing
from rare_gui.figures.theme import Theme
from rare_gui.scenes.impact.parts import ImpactScene
from rare_gui.scenes.pictures.frame import PictureFrame
from rare_gui.scenes.pictures.loss_charts import ChartPicture, narrower

_ZOOMS = (1.5, 1.35, 1.2, ZOOM)
_NAMES = 0.3
"""The share of a heat map's width that is kept for the sectors' names."""
_GAP = 8.0

Draw = Callable[[ChartPicture, Theme, float, float], FramedPicture]


def heat_drawing(picture: ChartPicture, theme: Theme, width: float, height: float) -> FramedPicture:
    """Sectors by materials, with as many materials as stand beside each other."""
    room = (width - 2 * side_margin(width)) * (1 - _NAMES)
    table = narrower(picture.table, int(room // (HEAT_WIDTH + _GAP)))
    return table_drawing(picture.frame, table, theme, width, height)


def influence_drawing(
    picture: ChartPicture, theme: Theme, width: float, height: float
) -> FramedPicture:
    """The assumptions by how strongly the total follows them."""
    return table_drawing(picture.frame, picture.table, theme, width, height)


def _painted(make: Callable[[ImpactScene, Theme], ChartBody]) -> Draw:
    def draw(picture: ChartPicture, theme: Theme, width: float, height: float) -> FramedPicture:
        chart = make(picture.scene, theme)
        room = width - 2 * side_margin(width)
        sizes = [chart.alone(zoom) for zoom in _ZOOMS]
        wide = [one for one in sizes if one.least_width <= room] or sizes[-1:]
        offers: list[Offer] = [partial(_offer, picture, theme, one) for one in wide]
        return fitted(offers, theme, width, height)

    return draw


def _offer(picture: ChartPicture, theme: Theme, chart: ChartBody) -> tuple[PictureFrame, Body]:
    """The chart between the words over it and those under it, set as large as it is."""
    over, under = replace(picture.table, after=""), replace(picture.table, before=())
    zoom = chart.zoom if chart.zoom > ZOOM else 1.0
    bodies = (TableBody(over, theme, zoom), chart, TableBody(under, theme))
    return picture.frame, Stacked(bodies, grows=1)


DRAWINGS: Mapping[str, Draw] = {
    "heat": heat_drawing,
    "weeks": _painted(weeks_chart),
    "waterfall": _painted(waterfall_chart),
    "influences": influence_drawing,
}
"""How each of `scenes.pictures.loss_charts.CHARTS` is drawn."""
