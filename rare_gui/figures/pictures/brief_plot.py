"""The timeline of a brief alone, under its legend: the figure of a page that has its own texts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rare_gui.figures.pictures.brief_figures import plot
from rare_gui.figures.pictures.brief_flow import Page, height, pages
from rare_gui.figures.theme import Theme
from rare_gui.scenes.timeline.parts import TimelineScene

_SIDE = 8.0  # px on either side, into which tips of arrows reach


@dataclass(frozen=True, slots=True)
class BriefPlot:
    """A drawing of every lane and pane of a timeline, as high as they need."""

    width: float
    height: float
    theme: Theme
    page: Page

    def paint(self, painter: QPainter) -> None:
        """Draw it, its ground included."""
        painter.fillRect(QRectF(0, 0, self.width, self.height), self.theme.color("panel"))
        for placed in self.page:
            place = QRectF(_SIDE, placed.top, self.width - 2 * _SIDE, placed.height)
            placed.piece.paint(painter, self.theme, place)


def brief_plot(scene: TimelineScene, theme: Theme, width: float) -> BriefPlot:
    """The drawing for a width in logical px."""
    (page,) = pages(plot(scene, "", theme, width - 2 * _SIDE), 1e6)[:1]
    return BriefPlot(width, height(page), theme, page)
