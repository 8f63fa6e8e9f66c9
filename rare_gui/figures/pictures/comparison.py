"""The picture of a comparison: the table of materials, below it their lanes on one time axis.

Where there is no room for both the lanes give way, then rows of the table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from rare_gui.figures.pictures.fitting import Offer, Stacked, fitted, lacking
from rare_gui.figures.pictures.frame import Body, FramedPicture
from rare_gui.figures.pictures.tables import ZOOMS, TableBody, table_bodies
from rare_gui.figures.pictures.timeline import TimelineBody
from rare_gui.figures.theme import Theme
from rare_gui.scenes.pictures.frame import Legend, PictureFrame
from rare_gui.scenes.pictures.views import TablePicture
from rare_gui.scenes.timeline.parts import TimelineScene


def compare_drawing(
    picture: TablePicture, theme: Theme, width: float, height: float
) -> FramedPicture:
    """The comparison for a size in logical px, as large as there is room.

    Only where nothing more can give way it is higher.
    """
    table, scene = picture.tables[0], picture.timeline
    offers: list[Offer] = []
    told = replace(picture.frame, legend=())
    if scene is not None:
        lanes = TimelineBody(scene, theme)
        frame = replace(picture.frame, legend=_seen(scene))
        offers = [
            partial(_offer, frame, partial(TableBody, table, theme, zoom), lanes) for zoom in ZOOMS
        ]
        told = lacking(told, "lanes of the law by material")
    makers = table_bodies(table, theme, height, zooms=(1.0,) if offers else ZOOMS)
    offers += [partial(_offer, told, make, None) for make in makers]
    return fitted(offers, theme, width, height)


def _offer(
    frame: PictureFrame, make: Callable[[], TableBody], lanes: TimelineBody | None
) -> tuple[PictureFrame, Body]:
    table = make()
    return frame, Stacked((table, lanes)) if lanes is not None else table


def _seen(scene: TimelineScene) -> Legend:
    """The legend of the fills within the window: a lane's bars may begin decades before it."""
    first, last = scene.window
    fills = {
        bar.fill
        for group in scene.groups
        for lane in group.lanes
        for bar in lane.bars
        if bar.start < last and (bar.end is None or bar.end > first)
    }
    return tuple((fill, words) for fill, words in scene.legend if fill in fills)
