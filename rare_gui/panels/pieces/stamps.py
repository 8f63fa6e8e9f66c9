"""Small pictures drawn once and laid down many times: chips, symbol tiles, sparklines, days left.

Not for text that only one row shows. One set of stamps belongs to one theme.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPaintEngine,
    QPainter,
    QPen,
    QPixmap,
)

from rare_gui.figures import ink
from rare_gui.figures.chips import paint_chip
from rare_gui.figures.fonts import font
from rare_gui.figures.sparkline import paint_sparkline
from rare_gui.figures.theme import Theme
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.sparks import Spark

CHIP = QSize(22, 20)
"""Room for a chip with its dashed frame, corner and dot."""

TILE = QSize(26, 18)
DAYS_GAP = 4
"""Px right of the days."""

DASH = "–"
"""Stands where there is nothing to tell."""

_MOST = 2000
_PRINTED = 4.0


def sharpness(painter: QPainter) -> float:
    """Pixels of what is painted on for each logical px; vector files get as many as print needs.

    Not the device's own ratio: a widget that is painted into a picture is enlarged besides.
    """
    scale = painter.deviceTransform().m11()
    is_raster = painter.paintEngine().type() == QPaintEngine.Type.Raster
    return scale if is_raster else scale * _PRINTED


class Stamps:
    """Pictures for one theme, kept by what they show and how sharp they are."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[Hashable, QPixmap] = {}

    def chip(self, chip: Chip, ratio: float) -> QPixmap:
        """A chip in the middle of CHIP."""
        key = (
            chip.shape, chip.role, chip.letter, chip.corner, chip.condition, chip.past, chip.quiet,
            ratio,
        )  # fmt: skip
        return self._stamp(
            key,
            CHIP,
            ratio,
            lambda painter, box: paint_chip(painter, box, chip, self._theme),
        )

    def tile(self, symbol: str, selected: bool, ratio: float) -> QPixmap:
        """A symbol in its rounded box."""

        def draw(painter: QPainter, box: QRectF) -> None:
            theme = self._theme
            painter.setPen(QPen(theme.color("time" if selected else "line"), 1))
            painter.setBrush(theme.color("time" if selected else "sunken"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setFont(_tile_font(symbol))
            painter.setPen(theme.color("on-time" if selected else "text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, symbol)

        return self._stamp(("tile", symbol, selected, ratio), TILE, ratio, draw)

    def spark(self, spark: Spark, selected: bool, size: QSize, ratio: float) -> QPixmap:
        """A sparkline over the whole of `size`."""

        def draw(painter: QPainter, box: QRectF) -> None:
            line = self._theme.color("ink" if selected else "text2")
            paint_sparkline(painter, box, spark, line, self._theme.color(spark.role))

        key = ("spark", spark, selected, size.width(), size.height(), ratio)
        return self._stamp(key, size, ratio, draw)

    def days(
        self, text: str, near: bool, urgent: bool, quiet: str, size: QSize, ratio: float
    ) -> QPixmap:
        """Days left, over the whole of `size`; a dash has the colour `quiet`.

        Left of the days of a near clause stands a small diamond; an urgent one is strong as well.
        """

        def draw(painter: QPainter, box: QRectF) -> None:
            role, token = "ui", quiet if text == DASH else "text2"
            if urgent:
                role, token = "ui_strong", "warn"
            right, middle = box.right() - DAYS_GAP, box.center().y()
            color = self._theme.color(token)
            place = ink.write(
                painter, role, color, right, middle, text, Qt.AlignmentFlag.AlignRight
            )
            left = place.left() - 6
            if near and left > box.left():
                warn = self._theme.color("warn")
                fill = QBrush(warn) if urgent else QBrush(Qt.BrushStyle.NoBrush)
                ink.diamond(painter, left, middle, 2.6, QPen(warn, 1), fill)

        key = ("days", text, near, urgent, quiet, size.width(), size.height(), ratio)
        return self._stamp(key, size, ratio, draw)

    def _stamp(
        self, key: Hashable, size: QSize, ratio: float, draw: Callable[[QPainter, QRectF], None]
    ) -> QPixmap:
        made = self._kept.get(key)
        if made is None:
            if len(self._kept) > _MOST:
                self._kept.clear()
            made = QPixmap(size * ratio)
            made.setDevicePixelRatio(ratio)
            made.fill(QColor(0, 0, 0, 0))
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter, QRectF(0, 0, size.width(), size.height()))
            painter.end()
            self._kept[key] = made
        return made


@cache
def _tile_font(symbol: str) -> QFont:
    """The strongest small font in which `symbol` fits the tile."""
    for size in (10, 9, 8, 7):
        made = QFont(font("note_strong"))
        made.setPixelSize(size)
        if QFontMetricsF(made).horizontalAdvance(symbol) <= TILE.width() - 4:
            break
    return made
