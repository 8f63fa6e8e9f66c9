"""The lower part of every picture: program, data, digest and end of data, then the sources.

Where there is little room sources are named more briefly, and those that may be are counted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rare_gui.figures import ink
from rare_gui.figures.pictures.writing import FINE, NOTE, Writing, stacked
from rare_gui.figures.theme import Theme
from rare_gui.scenes.pictures.frame import PictureFrame

_PITCH = 14.5
_ABOVE, _BELOW = 8.0, 12.0
_SHARE = 0.14
"""The most of a picture's height that its sources take, unless they need it to be named at all."""
_MARK = 17.0  # the side of the program's sign


@dataclass(frozen=True, slots=True)
class Foot:
    """Texts in their places, measured from `top`, where a hairline stands."""

    top: float
    height: float
    left: float
    right: float
    rows: tuple[Writing, ...]

    @property
    def writings(self) -> tuple[Writing, ...]:
        """The texts in their places on the picture."""
        return tuple(replace(one, middle=one.middle + self.top) for one in self.rows)

    def moved(self, top: float) -> Foot:
        """The same foot beginning at `top` px."""
        return replace(self, top=top)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the hairline, the program's sign and the texts."""
        ink.horizontal(painter, self.left, self.right, self.top, theme.color("line"))
        _paint_sign(painter, theme, self.left, self.top + _ABOVE + 3)
        for writing in self.writings:
            writing.paint(painter, theme)


def lay_out_foot(
    frame: PictureFrame, size: tuple[float, float], margin: float, spare: float
) -> Foot:
    """Place the foot of a picture of a size in at most `spare` px where that is enough."""
    width, height = size
    left, right = margin + _MARK + 9, width - margin
    room = right - left
    footer = FINE.wrapped(frame.footer, room)
    fixed = _ABOVE + _BELOW + len(footer) * _PITCH
    most = min(spare - fixed, _SHARE * height)
    strip = source_lines(frame, room, int(max(most, 0.0) // _PITCH))
    rows = stacked(footer, FINE, left, _ABOVE, _PITCH)
    rows += stacked(strip, NOTE, left, _ABOVE + len(footer) * _PITCH, _PITCH)
    return Foot(0.0, fixed + len(strip) * _PITCH, margin, right, rows)


def source_lines(frame: PictureFrame, room: float, most: int) -> tuple[str, ...]:
    """The sources, numbered, in running lines of `room` px; at most `most` where that can be.

    The first `frame.always` are always told. As many as possible are cited, the next ones told
    briefly, the last ones counted.
    """
    if not frame.sources:
        return ()
    numbers = range(len(frame.sources))
    cited = [f"{number + 1}\u00a0{frame.sources[number]}" for number in numbers]
    brief = [f"{number + 1}\u00a0{frame.briefly[number]}" for number in numbers]

    def lines(told: int, in_full: int) -> tuple[str, ...]:
        texts = [*cited[:in_full], *brief[in_full:told]]
        if told < len(cited):
            texts.append(f"and {len(cited) - told} more in the data package")
        return NOTE.wrapped(f"Sources: {' · '.join(texts)}", room)

    def fits(told: int, in_full: int) -> bool:
        return len(lines(told, in_full)) <= most

    always = min(frame.always, len(cited))
    in_full = _most(0, always, lambda count: fits(always, count))
    told = always
    if in_full == always:
        told = _most(always, len(cited), lambda count: fits(count, count))
        in_full = told
    return lines(told, in_full)


def _most(low: int, high: int, fits: Callable[[int], bool]) -> int:
    """The largest number from `low` to `high` that fits; `low` where none does."""
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _paint_sign(painter: QPainter, theme: Theme, left: float, top: float) -> None:
    """The program's sign: a brown half over a green one."""
    half = _MARK / 2 - 1
    painter.save()
    for number, token in enumerate(("raw", "time")):
        place = QRectF(left, top + number * (half + 2), _MARK, half)
        painter.fillRect(place, theme.color(token))
    painter.restore()
