"""The impact card, laid out for any size: chips, plot, key figures, next clause and what else fits.

Not for what stands on it (`scenes.pictures.card`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rare_gui.figures import ink
from rare_gui.figures.pictures.block import Block, joined
from rare_gui.figures.pictures.card_blocks import (
    chips_block,
    figures_block,
    how_to_block,
    losses_block,
    next_block,
    unknown_block,
)
from rare_gui.figures.pictures.frame import FramedPicture, framed
from rare_gui.figures.pictures.timeline import TimelineBody, occurring, trimmed
from rare_gui.figures.theme import Theme
from rare_gui.scenes.pictures.card import CardPicture

_APART = 9.0  # above and below a hairline between two blocks
_TWO = 700.0  # px from which two blocks stand side by side
_GUTTER = 32.0
_LANES = 4  # of the first group, that stay beside losses


@dataclass(frozen=True, slots=True)
class CardBody:
    """The card between head and foot. `notes` of what is not known are told, `how_to` shown."""

    picture: CardPicture
    theme: Theme
    notes: int
    how_to: bool

    def least_height(self, width: float) -> float:
        """The px of all blocks with the plot at its least."""
        above, below = self._blocks(width)
        rest = sum(block.height + 2 * _APART for block in (*above, *below))
        return rest + self._plot.least_height(width)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw the blocks from both ends; the plot takes what is between them."""
        above, below = self._blocks(place.width())
        top = place.top()
        for block in above:
            block.paint(painter, self.theme, place.left(), top)
            top += block.height + _APART
            self._rule(painter, place, top)
            top += _APART
        bottom = place.bottom()
        for block in reversed(below):
            bottom -= block.height
            block.paint(painter, self.theme, place.left(), bottom)
            bottom -= _APART
            self._rule(painter, place, bottom)
            bottom -= _APART
        plot = QRectF(place.left(), top, place.width(), bottom - top)
        self._plot.paint(painter, plot)

    @property
    def _plot(self) -> TimelineBody:
        return TimelineBody(self.picture.timeline, self.theme)

    def _rule(self, painter: QPainter, place: QRectF, top: float) -> None:
        ink.horizontal(painter, place.left(), place.right(), top, self.theme.color("line"))

    def _blocks(self, width: float) -> tuple[list[Block], list[Block]]:
        """The blocks above and below the plot, without those that are empty."""
        picture = self.picture
        below = [figures_block(picture.figures, width), next_block(picture, width)]
        below += self._last_blocks(width)
        above = [chips_block(picture.chips, width)]
        return [one for one in above if one.height], [one for one in below if one.height]

    def _last_blocks(self, width: float) -> list[Block]:
        """Losses, what is not known and how to read, in two columns where there is the width."""
        picture, losses = self.picture, self.picture.losses
        notes = picture.unknown[: self.notes]
        two = width >= _TWO and bool(losses or notes) and (self.how_to or bool(losses and notes))
        half = (width - _GUTTER) / 2 if two else width
        left = [losses_block(losses, half)] if losses else []
        right = [how_to_block(picture, half)] if self.how_to else []
        (right if losses else left).append(unknown_block(notes, half))
        if not two:
            return [*left, *right]
        return [joined(_stack(left), _stack(right), half + _GUTTER, 0.0)]


def card_drawing(picture: CardPicture, theme: Theme, width: float, height: float) -> FramedPicture:
    """The card for a size in logical px; only where nothing more can give way it is higher."""
    for less, notes, how_to, left_out in _ever_less(picture):
        frame = replace(
            less.frame,
            legend=occurring(less.timeline),
            notes=(*less.frame.notes, *([left_out] if left_out else [])),
        )
        drawing = framed(frame, CardBody(less, theme, notes, how_to), theme, width, height)
        if drawing.height <= height:
            break
    return drawing


def _ever_less(picture: CardPicture) -> Iterator[tuple[CardPicture, int, bool, str]]:
    """The card with ever less on it: how to read goes first, then notes, then parts of the plot.

    Notes on clauses that have run out always stay. Losses lose their bars, then their sum, before
    the first group loses more than a few lanes.
    """
    every = len(picture.unknown)
    yield picture, every, True, ""
    yield picture, every, False, ""
    yield picture, picture.past_notes, True, ""
    yield picture, picture.past_notes, False, ""
    losses, scene = picture.losses, picture.timeline
    if losses is not None:
        words = f"{len(losses.bars)} sectors"
        least = min(_LANES, len(scene.groups[0].lanes)) if scene.groups else 0
        # sources without a number are counted, not named, before the bars go
        numbered = replace(picture, frame=replace(picture.frame, always=picture.numbered))
        without = replace(losses, bars=())
        for card, told, lacking in (
            (picture, losses, ""), (numbered, losses, ""), (picture, without, words),
        ):  # fmt: skip
            for less, left_out in trimmed(scene, lacking):
                if not less.groups or len(less.groups[0].lanes) >= least:
                    made = replace(card, timeline=less, losses=told)
                    yield made, picture.past_notes, False, left_out
    lacking = f"losses of {len(losses.bars)} sectors" if losses is not None else ""
    for less, left_out in trimmed(scene, lacking):
        made = replace(picture, timeline=less, losses=None)
        yield made, picture.past_notes, False, left_out


def _stack(blocks: list[Block]) -> Block:
    """Blocks under each other as one."""
    made = Block(0.0)
    for block in blocks:
        if block.height:
            down = made.height + 2 * _APART if made.height else 0.0
            made = joined(made, block, 0.0, down)
    return made
