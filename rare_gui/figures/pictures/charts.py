"""The charts of sized losses as bodies of a picture, each under its heading.

The painters are those of the screen, which shorten words that have no room: a chart says how wide
it must be for all of its words. Not for choosing charts (`impact`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rare_gui.figures.fonts import text_width
from rare_gui.figures.impact import tornado, waterfall, weeks
from rare_gui.figures.pictures.writing import HEADING, NOTE, Writing, run_in
from rare_gui.figures.theme import Theme
from rare_gui.scenes.impact.parts import FallStep, ImpactScene, InfluenceBar

ZOOM = 1.1
"""The least text of a chart, 10 px on screen, has 8.25 pt then."""
_TITLE = 24.0
_EDGE = 8.0
"""What half a word beneath the last column may need beside the plot, px."""
_LEAST = 280.0
_NAMES = 0.54
"""The share of its width that the painter of influences has for names."""


@dataclass(frozen=True, slots=True)
class ChartBody:
    """A chart of a height in px; `least_width` is that at which none of its words is cut.

    It is painted `zoom` times as large as on screen. One that `grows` fills the height of its
    place, another has its own.
    """

    title: str
    remark: str
    theme: Theme
    chart_height: float
    least_width: float
    paint_chart: Callable[[QPainter, QRectF, Theme], None]
    zoom: float = ZOOM
    grows: bool = False

    def alone(self, zoom: float) -> ChartBody:
        """The same as the one chart of a picture: larger, and as high as there is room."""
        wide = self.least_width / self.zoom * zoom
        return replace(self, least_width=wide, zoom=zoom, grows=True)

    def least_height(self, width: float) -> float:
        """The px of heading and chart."""
        return self._heading(width) + self.chart_height * self.zoom

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw heading and chart from the top of `place`."""
        above, high = self._heading(place.width()), self.chart_height
        if self.grows:
            high = (place.height() - above) / self.zoom
        painter.save()
        painter.translate(place.topLeft())
        for writing in self._lines(place.width()):
            writing.paint(painter, self.theme)
        painter.translate(0, above)
        painter.scale(self.zoom, self.zoom)
        self.paint_chart(painter, QRectF(0, 0, place.width() / self.zoom, high), self.theme)
        painter.restore()

    def _lines(self, width: float) -> tuple[Writing, ...]:
        return run_in(self.title, self.remark, (HEADING, NOTE), (0.0, width), 0.0, 17.0)

    def _heading(self, width: float) -> float:
        return max(writing.middle for writing in self._lines(width)) + _TITLE - 17.0 / 2


def charts(scene: ImpactScene, theme: Theme) -> tuple[ChartBody, ...]:
    """The charts that the result has, the most telling first."""
    found = (
        (scene.waterfall, waterfall_chart),
        (scene.tornado, _tornado_chart),
        (scene.weeks.weeks, weeks_chart),
    )
    return tuple(make(scene, theme) for there, make in found if there)


def waterfall_chart(scene: ImpactScene, theme: Theme) -> ChartBody:
    """From what is exposed to the net loss."""
    steps = scene.waterfall
    return ChartBody(
        "From what is exposed to the loss, US$",
        "each step is the mean over all orders" if scene.order_free else "at the middles",
        theme,
        waterfall.HEIGHT,
        _waterfall_width(steps) * ZOOM,
        lambda painter, place, colors: waterfall.paint_waterfall(painter, place, steps, colors),
    )


def _tornado_chart(scene: ImpactScene, theme: Theme) -> ChartBody:
    bars = scene.tornado
    return ChartBody(
        "What the result hangs on",
        "rank correlation with the total; solid raises it, pale lowers it",
        theme,
        tornado.height_of(bars) + 4.0,
        _tornado_width(bars) * ZOOM,
        lambda painter, place, colors: tornado.paint_tornado(painter, place, bars, colors),
    )


def weeks_chart(scene: ImpactScene, theme: Theme) -> ChartBody:
    """The loss week by week."""
    curve = scene.weeks
    return ChartBody(
        "Loss by week",
        "direct value added, US$; median in the band P5 to P95",
        theme,
        weeks.HEIGHT + _EDGE,
        _LEAST * ZOOM,
        lambda painter, place, colors: weeks.paint_weeks(
            painter, place.adjusted(0, _EDGE, -_EDGE, 0), curve, colors
        ),
    )


def _waterfall_width(steps: tuple[FallStep, ...]) -> float:
    """Px on screen in which the words of no step are cut: each has two eighths of the width."""
    words = max(text_width("note", step.words) for step in steps)
    values = max(text_width("note", step.value) for step in steps) + 4
    return max(4 * words + 1, len(steps) * values, waterfall.LEAST_WIDTH)


def _tornado_width(bars: tuple[InfluenceBar, ...]) -> float:
    """Px on screen in which no name is cut: names have a share of the width."""
    names = max(max(text_width("lane", bar.name), text_width("note", bar.detail)) for bar in bars)
    return max((names + 9) / _NAMES, _LEAST)
