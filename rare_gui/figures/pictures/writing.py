"""Lines of text placed on a picture: each knows where it stands and how large it is printed.

Not for texts inside a plot: their painters place those, and the body scales the painter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from rare_gui.figures import ink
from rare_gui.figures.fonts import font, line_height, text_width
from rare_gui.figures.theme import Theme

POINT = 96 / 72  # logical px
LEAST_POINTS = 8.0
_RUN_ON = 160.0
"""With less room behind a lead the text begins on a line of its own: a word may be as wide."""

LEFT, RIGHT, MIDDLE = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignHCenter,
)


@dataclass(frozen=True, slots=True)
class Style:
    """A role of the design, how much larger than on screen it is set, and its colour's token."""

    role: str
    zoom: float
    token: str = "ink"

    @property
    def points(self) -> float:
        """The size of its letters in pt at 96 logical px an inch."""
        return float(font(self.role).pixelSize() * self.zoom / POINT)

    @property
    def line(self) -> float:
        """The height of a line of text in logical px."""
        return line_height(self.role) * self.zoom

    def width(self, text: str) -> float:
        """The width of a text in logical px."""
        return text_width(self.role, text) * self.zoom

    def wrapped(self, text: str, room: float) -> tuple[str, ...]:
        """The lines of `text`, each at most `room` px wide; a word that is longer is broken."""
        words = words_of(text)
        if words and self.width(" ".join(words)) <= room:
            return (" ".join(words),)
        return tuple(_lines(self.role, words, room / self.zoom))


TITLE = Style("title", 30 / 19)
TITLE_SMALL = Style("title", 24 / 19)
SUBTITLE = Style("body", 15 / 13, "text2")
STRONG = Style("body_strong", 15 / 13)
BADGE = Style("ui_strong", 14 / 12, "on-time")
TEXT = Style("ui", 1.0, "text2")
HEADING = Style("body_strong", 14 / 13)
NOTE = Style("note", 1.1, "text2")
FINE = Style("note", 1.1, "text3")
NOTE_STRONG = Style("note_strong", 1.1)


@dataclass(frozen=True, slots=True)
class Writing:
    """One line of text: its capitals are centred on `middle`; `x` is its end named by `align`."""

    text: str
    style: Style
    x: float
    middle: float
    align: Qt.AlignmentFlag = LEFT

    @property
    def rect(self) -> QRectF:
        """The place that it takes, in logical px of the picture."""
        width = self.style.width(self.text)
        left = self.x
        if self.align == RIGHT:
            left -= width
        elif self.align == MIDDLE:
            left -= width / 2
        height = self.style.line
        return QRectF(left, self.middle - height / 2, width, height)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw it; the painter is given back as it was."""
        painter.save()
        painter.translate(self.x, self.middle)
        painter.scale(self.style.zoom, self.style.zoom)
        color = theme.color(self.style.token)
        ink.write(painter, self.style.role, color, 0, 0, self.text, self.align)
        painter.restore()


def stacked(
    lines: Iterable[str],
    style: Style,
    x: float,
    top: float,
    pitch: float,
    align: Qt.AlignmentFlag = LEFT,
) -> tuple[Writing, ...]:
    """Lines under each other, the first in the `pitch` px below `top`."""
    return tuple(
        Writing(text, style, x, top + (number + 0.5) * pitch, align)
        for number, text in enumerate(lines)
    )


def run_in(
    lead: str,
    text: str,
    styles: tuple[Style, Style],
    span: tuple[float, float],
    top: float,
    pitch: float,
) -> tuple[Writing, ...]:
    """A lead in the first style with the text running on behind it, in lines from `top` down.

    `span` is from where to where the lines may reach.
    """
    (left, right), (strong, plain) = span, styles
    leads = strong.wrapped(lead, right - left)
    written = stacked(leads, strong, left, top, pitch)
    words = words_of(text)
    if not leads or not words:
        return written
    begin = left + strong.width(leads[-1]) + plain.width("  ")
    room = right - begin
    beside = plain.wrapped(text, room) if room > _RUN_ON or plain.width(text) < room else ()
    if beside:
        written += (Writing(beside[0], plain, begin, written[-1].middle),)
        words = words[len(words_of(beside[0])) :]
    rest = plain.wrapped(" ".join(words), right - left)
    return written + stacked(rest, plain, left, top + len(leads) * pitch, pitch)


def height_of(writings: Iterable[Writing], pitch: float) -> float:
    """How many px lines take from the top of the first to the bottom of the last."""
    return pitch * len({writing.middle for writing in writings})


def words_of(text: str) -> list[str]:
    """What lines may be broken between: a no-break space holds two words together."""
    return [word for word in re.split(r"[ \t\r\n]+", text) if word]


def _lines(role: str, words: Iterable[str], room: float) -> list[str]:
    """Words are measured one by one, for the same ones come again; joined they are no wider."""
    lines: list[list[str]] = []
    space, taken = text_width(role, " "), 0.0
    for word in words:
        width = text_width(role, word)
        if lines and taken + space + width <= room - 1:
            lines[-1].append(word)
            taken += space + width
            continue
        pieces = list(_pieces(role, word, room)) if width > room else [word]
        lines += [[piece] for piece in pieces]
        taken = text_width(role, pieces[-1])
    return [" ".join(line) for line in lines]


def _pieces(role: str, word: str, room: float) -> Iterator[str]:
    while len(word) > 1 and text_width(role, word) > room:
        cut = next(
            (n for n in range(len(word) - 1, 1, -1) if text_width(role, word[:n]) <= room), 1
        )
        yield word[:cut]
        word = word[cut:]
    yield word
