"""The upper part of every picture: title, days, direction, what-if, legend and units.

Not for the words themselves: `scenes.pictures.frame` has them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.pictures.writing import (
    BADGE,
    MIDDLE,
    NOTE,
    RIGHT,
    STRONG,
    SUBTITLE,
    TEXT,
    TITLE,
    TITLE_SMALL,
    Style,
    Writing,
    height_of,
    run_in,
    stacked,
)
from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline.bars import paint_swatch
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.pictures.frame import PictureFrame

_TOP = 22.0
_LINE, _CHANGES = 20.0, 18.0
_BADGE_HEIGHT, _BADGE_GAP = 28.0, 6.0
_SWATCH = (26.0, 13.0)
_WORDS_AFTER = 7.0  # px between a swatch and its words
_APART = 20.0
_KNOWN_ON = Style(BADGE.role, BADGE.zoom, "time")


@dataclass(frozen=True, slots=True)
class Head:
    """Texts and shapes in their places; `height` reaches down to the end of the legend."""

    height: float
    writings: tuple[Writing, ...]
    badges: tuple[QRectF, ...]
    rules: tuple[tuple[float, float, float], ...]  # hairlines: from, to, top
    swatches: tuple[tuple[QRectF, Fill], ...]

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw it; the first badge is filled, the others are outlined."""
        painter.save()
        for number, rect in enumerate(self.badges):
            painter.setPen(QPen(theme.color("time"), 1.2) if number else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if number else theme.color("time"))
            painter.drawRoundedRect(rect, 4, 4)
        for left, right, top in self.rules:
            ink.horizontal(painter, left, right, top, theme.color("line"))
        for rect, fill in self.swatches:
            paint_swatch(painter, rect, fill, theme)
        painter.restore()
        for writing in self.writings:
            writing.paint(painter, theme)


def lay_out_head(frame: PictureFrame, width: float, margin: float) -> Head:
    """Place the head of a picture `width` px wide."""
    right = width - margin
    badges, beside, bottom = _badges(frame, right)
    room = right - margin - max(w.rect.width() for w in beside) - 32
    style = TITLE if width >= 1000 else TITLE_SMALL
    pitch = style.line * 1.02
    title = stacked(style.wrapped(frame.title, room), style, margin, _TOP - 3, pitch)
    top = _TOP - 3 + len(title) * pitch + 5
    written = [*beside, *title]
    subtitle = stacked(SUBTITLE.wrapped(frame.subtitle, room), SUBTITLE, margin, top, _LINE)
    written += subtitle
    top = max(top + height_of(subtitle, _LINE), bottom) + 4
    supposed = _supposed(frame, margin, right, top)
    written += supposed
    top += height_of(supposed, _CHANGES)
    legend, swatches, rules, top = _legend(frame, margin, right, top + 4)
    return Head(top, (*written, *legend), badges, rules, swatches)


def _badges(frame: PictureFrame, right: float) -> tuple[tuple[QRectF, ...], list[Writing], float]:
    """The days in their fields at the right, under them the direction."""
    rects, written, top = [], [], _TOP
    for number, text in enumerate(frame.badges):
        wide = BADGE.width(text) + 26
        rect = QRectF(right - wide, top, wide, _BADGE_HEIGHT)
        rects.append(rect)
        style = _KNOWN_ON if number else BADGE
        at = rect.center()
        written.append(Writing(text, style, at.x(), at.y(), MIDDLE))
        top += _BADGE_HEIGHT + _BADGE_GAP
    written.append(Writing(frame.direction, TEXT, right, top + 8, RIGHT))
    return tuple(rects), written, top + 20


def _supposed(frame: PictureFrame, left: float, right: float, top: float) -> tuple[Writing, ...]:
    """The what-if, then what it changes, in running lines."""
    if not frame.supposed:
        return ()
    name, *changes = frame.supposed
    lead, text = (f"{name}:", f"{'; '.join(changes)}.") if changes else (name, "")
    return run_in(lead, text, (STRONG, TEXT), (left, right), top, _CHANGES)


def _legend(
    frame: PictureFrame, left: float, right: float, top: float
) -> tuple[
    list[Writing], tuple[tuple[QRectF, Fill], ...], tuple[tuple[float, float, float], ...], float
]:
    """Under a hairline the fills that occur, then units and marks."""
    written: list[Writing] = []
    swatches: list[tuple[QRectF, Fill]] = []
    rules = ((left, right, top),)
    if not frame.legend and not frame.notes:
        return written, (), rules, top + 2
    middle, x = top + 15, left
    for fill, words in frame.legend:
        wide = _SWATCH[0] + _WORDS_AFTER + TEXT.width(words)
        if x > left and x + wide > right:
            x, middle = left, middle + 20
        rect = QRectF(x, middle - _SWATCH[1] / 2, *_SWATCH)
        swatches.append((rect, fill))
        written.append(Writing(words, TEXT, rect.right() + _WORDS_AFTER, middle))
        x += wide + _APART
    for line in _pieces(frame.notes, right - left):
        wide = NOTE.width(line)
        if x > left and x + wide > right:
            x, middle = left, middle + 18
        written.append(Writing(line, NOTE, x, middle))
        x += wide + _APART
    return written, tuple(swatches), rules, middle + 10


def _pieces(notes: tuple[str, ...], room: float) -> list[str]:
    """Each note as one or, where it is longer than the picture is wide, several lines."""
    return [line for note in notes for line in NOTE.wrapped(note, room)]
