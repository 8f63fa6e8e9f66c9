"""The picture of sized losses: sectors with whiskers, what is not sized, and the charts that fit.

Where there is no room sectors give way to the charts down to a few, then the charts do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from rare_gui.figures.pictures.charts import ChartBody, charts
from rare_gui.figures.pictures.fitting import GUTTER, Beside, Offer, Stacked, fitted, lacking
from rare_gui.figures.pictures.frame import Body, FramedPicture, framed, side_margin
from rare_gui.figures.pictures.tables import TableBody, table_bodies
from rare_gui.figures.theme import Theme
from rare_gui.scenes.pictures.frame import PictureFrame
from rare_gui.scenes.pictures.losses import LossesPicture

_SHARES = (0.62, 0.38)
_FEWEST_SECTORS = 6
"""A chart is left out where fewer sectors would stay beside it."""
_TWO = 1300.0  # px from which charts stand beside the sectors


@dataclass(frozen=True, slots=True)
class _Layout:
    """How sectors, charts and what is not sized stand together."""

    frame: PictureFrame
    not_sized: TableBody | None
    every: tuple[ChartBody, ...]
    beside: bool

    def offer(self, make: Callable[[], TableBody], shown: int) -> tuple[PictureFrame, Body]:
        """The losses with the first `shown` charts; the others are named as left out."""
        left: list[Body] = [make()]
        left += [self.not_sized] if self.not_sized else []
        right = self.every[:shown]
        gone = [chart.title[:1].lower() + chart.title[1:] for chart in self.every[shown:]]
        frame = lacking(self.frame, *(words.removesuffix(", US$") for words in gone))
        if not right:
            return frame, Stacked(tuple(left))
        if self.beside:
            return frame, Beside((Stacked(tuple(left)), Stacked(right)), _SHARES)
        return frame, Stacked((*left, *right))


def losses_drawing(
    picture: LossesPicture, theme: Theme, width: float, height: float
) -> FramedPicture:
    """The losses for a size in logical px; only where nothing more can give way it is higher."""
    room = width - 2 * side_margin(width)
    every = charts(picture.scene, theme)
    column = (room - GUTTER) * _SHARES[1]
    beside = width >= _TWO and any(chart.least_width <= column for chart in every)
    wide = column if beside else room
    uncut = tuple(chart for chart in every if chart.least_width <= wide)
    not_sized = TableBody(picture.not_sized, theme) if picture.not_sized.count else None
    layout = _Layout(picture.frame, not_sized, uncut, beside)
    shown = _most_charts(layout, picture, theme, width, height)
    makers = table_bodies(picture.losses, theme, height, zooms=(1.2, 1.1, 1.0))
    offers: list[Offer] = [partial(layout.offer, make, shown) for make in makers]
    return fitted(offers, theme, width, height)


def _most_charts(
    layout: _Layout, picture: LossesPicture, theme: Theme, width: float, height: float
) -> int:
    """How many charts leave room for the sectors that lose most."""
    few = TableBody(picture.losses.first(_FEWEST_SECTORS), theme)
    for shown in range(len(layout.every), 0, -1):
        if framed(*layout.offer(lambda: few, shown), theme, width, height).height <= height:
            return shown
    return 0
