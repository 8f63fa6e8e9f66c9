"""A block of a picture: texts and chips placed from its own upper left corner.

Not for plots: those have painters of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from rare_gui.figures.chips import CHIP_HEIGHT, CHIP_WIDTH, paint_chip
from rare_gui.figures.impact.loss_bar import Whisker, paint_loss_bar
from rare_gui.figures.pictures.writing import Writing
from rare_gui.figures.theme import Theme
from rare_gui.scenes.impact.parts import LossBar
from rare_gui.scenes.palette import Chip

CHIP_ZOOM = 1.4
"""The letters in a chip past its date, 9 px on screen, have 9.4 pt then."""
CHIP = CHIP_WIDTH * CHIP_ZOOM


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of losses in its place, whose width stands for 0 to `top`."""

    place: QRectF
    bar: LossBar
    top: float


@dataclass(frozen=True, slots=True)
class Block:
    """What stands in a block `height` px high; chips by their middles."""

    height: float
    writings: tuple[Writing, ...] = ()
    chips: tuple[tuple[QPointF, Chip], ...] = ()
    bars: tuple[Bar, ...] = ()

    def paint(self, painter: QPainter, theme: Theme, left: float, top: float) -> None:
        """Draw it with its upper left corner at a point; the painter is given back as it was."""
        painter.save()
        painter.translate(left, top)
        for bar in self.bars:
            whisker = Whisker(bar.bar.p5, bar.bar.p95)
            paint_loss_bar(painter, bar.place, bar.bar, bar.top, whisker, theme)
        for middle, chip in self.chips:
            painter.save()
            painter.translate(middle)
            painter.scale(CHIP_ZOOM, CHIP_ZOOM)
            rect = QRectF(-CHIP_WIDTH / 2, -CHIP_HEIGHT / 2, CHIP_WIDTH, CHIP_HEIGHT)
            paint_chip(painter, rect, chip, theme)
            painter.restore()
        for writing in self.writings:
            writing.paint(painter, theme)
        painter.restore()


def joined(first: Block, second: Block, right: float, down: float) -> Block:
    """Two blocks as one, the second `right` and `down` px from the first one's corner."""
    shift = QPointF(right, down)
    return Block(
        max(first.height, down + second.height),
        (*first.writings, *(_moved(one, right, down) for one in second.writings)),
        (*first.chips, *((at + shift, chip) for at, chip in second.chips)),
        (*first.bars, *(replace(one, place=one.place.translated(shift)) for one in second.bars)),
    )


def _moved(writing: Writing, right: float, down: float) -> Writing:
    return replace(writing, x=writing.x + right, middle=writing.middle + down)
