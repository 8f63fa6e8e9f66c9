"""The picture of the cliff board: a strip with its dates over the table of dated clauses.

Where there is no room for both the strip gives way first, then rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.pictures.fitting import Stacked, fitted, lacking
from rare_gui.figures.pictures.frame import Body, FramedPicture
from rare_gui.figures.pictures.tables import TableBody, table_bodies
from rare_gui.figures.pictures.writing import LEFT, MIDDLE, NOTE, NOTE_STRONG, RIGHT, Style, Writing
from rare_gui.figures.theme import Theme
from rare_gui.scenes.cliffs.strip import StripMarker, StripScene
from rare_gui.scenes.pictures.frame import PictureFrame
from rare_gui.scenes.pictures.views import TablePicture

_HEIGHT = 96.0
_LEVELS = (25.0, 8.0)  # of the markers' words, the lower one first
_BAND_TOP, _BAND = 38.0, 18.0
_MONTHS, _DAYS = 68.0, 86.0
_APART = 8.0
_TIME = Style(NOTE_STRONG.role, NOTE_STRONG.zoom, "time")
_BAND_WORDS = Style(NOTE.role, NOTE.zoom, "time")
_WARN = Style(NOTE.role, NOTE.zoom, "warn")
_FEWEST_ROWS = 6
"""The strip stays while so many rows do."""


@dataclass(frozen=True, slots=True)
class StripBody:
    """The strip of dates; a label that finds no free place is told by the table alone."""

    strip: StripScene
    theme: Theme

    def least_height(self, width: float) -> float:
        """One height at every width."""
        return _HEIGHT

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw it at the top of `place`."""
        painter.save()
        painter.translate(place.topLeft())
        self._paint_spans(painter, place.width())
        self._paint_days(painter, place.width())
        for writing in self.writings(place.width()):
            writing.paint(painter, self.theme)
        painter.restore()

    def writings(self, width: float) -> tuple[Writing, ...]:
        """The labels that have a place, the most telling first; none touches another."""
        placed: list[Writing] = []
        taken: list[QRectF] = []
        for options in self._labels(width):
            for one in options:
                box = one.rect.adjusted(-_APART / 2, 0, _APART / 2, 0)
                inside = one.rect.left() >= 0 and one.rect.right() <= width
                if inside and not any(box.intersects(other) for other in taken):
                    placed.append(one)
                    taken.append(box)
                    break
        return tuple(placed)

    def _labels(self, width: float) -> Iterator[list[Writing]]:
        """For each label the places that it may have, the best first."""
        strip = self.strip
        aligned = (MIDDLE, LEFT, RIGHT)
        as_of = self._x(strip.as_of, width)
        yield [Writing(strip.as_of_label, _TIME, as_of, _DAYS, align) for align in aligned]
        if strip.window[0] <= strip.data_end <= strip.window[1]:
            end = self._x(strip.data_end, width)
            yield [Writing(strip.data_end_label, _WARN, end, _DAYS, one) for one in aligned]
        for marker in strip.markers:
            yield list(self._marker_places(marker, width))
        if strip.later:
            yield [Writing(strip.later, NOTE, width, _MONTHS, RIGHT)]
        middle = _BAND_TOP + _BAND / 2
        for span in strip.truce:
            left, right = self._x(span.start, width), self._x(span.end, width)
            inner = right - left - 2 * _APART
            if _BAND_WORDS.width(span.label) <= inner and not any(
                left < self._x(marker.day, width) < left + 2 * _APART + inner
                for marker in strip.markers
            ):
                yield [Writing(span.label, _BAND_WORDS, left + _APART, middle)]
        for day, words in strip.months:
            yield [Writing(words, NOTE, self._x(day, width), _MONTHS, MIDDLE)]

    def _marker_places(self, marker: StripMarker, width: float) -> Iterator[Writing]:
        x = self._x(marker.day, width)
        for words in (f"{marker.date}: {marker.words}", marker.date):
            for level in _LEVELS:
                for align, shift in ((MIDDLE, 0.0), (LEFT, -5.0), (RIGHT, 5.0)):
                    yield Writing(words, NOTE_STRONG, x + shift, level, align)

    def _x(self, day: float, width: float) -> float:
        first, last = self.strip.window
        return (day - first) / (last - first) * width

    def _paint_spans(self, painter: QPainter, width: float) -> None:
        strip, theme = self.strip, self.theme
        for span in strip.truce:
            box = self._band(span.start, span.end, width)
            if span.by_statement:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(ink.dashed(theme.color("time"), 1.2, 3, 2))
                painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
            else:
                painter.fillRect(box, theme.color("time-soft"))
        if strip.uncovered is not None:
            start = max(strip.uncovered[0], strip.window[0])
            box = self._band(start, strip.uncovered[1], width)
            ink.hatch(painter, box, theme.faded("warn", 0.45), 1.0, 7.0, box.left())
        bottom = _BAND_TOP + _BAND
        ink.horizontal(painter, 0, width, bottom, theme.color("line2"))
        for day, _ in strip.months:
            x = round(self._x(day, width))
            ink.vertical(painter, x, bottom, bottom + 4, theme.color("line2"))

    def _paint_days(self, painter: QPainter, width: float) -> None:
        strip, theme = self.strip, self.theme
        bottom, top = _DAYS - 8, _BAND_TOP - 4
        as_of = round(self._x(strip.as_of, width))
        ink.vertical(painter, as_of - 1, top, bottom, theme.color("time"), 2)
        if strip.window[0] <= strip.data_end <= strip.window[1]:
            end = self._x(strip.data_end, width)
            painter.setPen(ink.dashed(theme.color("warn"), 1.2, 1.5, 2.5))
            painter.drawLine(QPointF(end, top), QPointF(end, bottom))
        for marker in strip.markers:
            color = theme.color("warn" if marker.passed else "ink")
            fill = QBrush(theme.color("panel") if marker.passed else color)
            at, middle = self._x(marker.day, width), _BAND_TOP + _BAND / 2
            ink.diamond(painter, at, middle, 6.0, QPen(color, 1.4), fill)

    def _band(self, start: int, end: int, width: float) -> QRectF:
        left = self._x(start, width)
        return QRectF(left, _BAND_TOP, self._x(end, width) - left, _BAND)


def cliffs_drawing(
    picture: TablePicture, theme: Theme, width: float, height: float
) -> FramedPicture:
    """The board for a size in logical px; only where nothing more can give way it is higher."""
    table = picture.tables[0]
    makers = table_bodies(table, theme, height, zooms=(1.2, 1.1, 1.0))
    offers = []
    if picture.strip is not None:
        strip = StripBody(picture.strip, theme)
        least = min(_FEWEST_ROWS, table.count)
        kept = makers[: max(len(makers) - least + 1, 1)]
        offers = [partial(_offer, picture.frame, make, strip) for make in kept]
    told = lacking(picture.frame, "the strip of dates") if offers else picture.frame
    few = makers[len(offers) :]
    offers += [partial(_offer, told, make, None) for make in few]
    return fitted(offers, theme, width, height)


def _offer(
    frame: PictureFrame, make: Callable[[], TableBody], strip: StripBody | None
) -> tuple[PictureFrame, Body]:
    table = make()
    return frame, Stacked((strip, table)) if strip is not None else table
