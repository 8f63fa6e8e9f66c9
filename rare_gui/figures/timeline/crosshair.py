"""Paint the crosshair: a thin line through lanes and panes, and a box with what stands there.

Not for the words (`read_out`); everything here lies over the figure and changes nothing in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.timeline.bars import fill_color
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.pane_places import line_token
from rare_gui.figures.timeline.read_out import Told

_LINE, _PAD, _ASIDE = 14.0, 7.0, 12.0
_WIDEST = 330.0
_SIGN = 12.0  # the square before a line
_NAME = 96.0  # the most px of a name


def crosshair_seen(frame: Frame, x: float, y: float) -> bool:
    """Whether a pointer there has a crosshair: over the lanes and panes."""
    place = frame.layout
    return place.left <= x <= place.right and place.truce_bottom <= y < place.axis


def box_rect(frame: Frame, x: float, told: Sequence[Told]) -> QRectF:
    """The box beside the line at `x`: right of it, else left, always inside the figure."""
    place = frame.layout
    high = 2 * _PAD + _LINE * len(shown_lines(frame, told))
    width = min(_WIDEST, max(_width(line) for line in told) + 2 * _PAD, place.width - 8)
    left = x + _ASIDE
    if left + width > place.width - 4:
        left = x - _ASIDE - width
    left = min(max(left, 4.0), place.width - 4 - width)
    top = min(place.lanes_top + 4, place.height - 4 - high)
    return QRectF(round(left), round(max(4.0, top)), round(width), high)


def shown_lines(frame: Frame, told: Sequence[Told]) -> list[Told]:
    """As many lines as the figure is high enough for; those left out are counted."""
    room = int((frame.layout.height - frame.layout.lanes_top - 12 - 2 * _PAD) // _LINE)
    if len(told) <= room:
        return list(told)
    kept = list(told[: max(1, room - 1)])
    return [*kept, Told(f"and {len(told) - len(kept)} more", "")]


def _width(line: Told) -> float:
    if line.title:
        unit = text_width("note", line.words) + 8 if line.words else 0
        return text_width("lane_strong", line.name) + unit
    name = min(_NAME, text_width("note_medium", line.name)) + 6 if line.name else 0
    return _SIGN + name + text_width("note", line.words)


def paint_crosshair(painter: QPainter, frame: Frame, x: float, told: Sequence[Told]) -> None:
    """Draw the line at `x` px and the box with `told`."""
    theme, place = frame.theme, frame.layout
    ink.vertical(painter, round(x) - 0.5, place.truce_bottom, place.axis, theme.faded("ink", 0.45))
    rect = box_rect(frame, x, told)
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.setBrush(theme.color("raised"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    middle = rect.top() + _PAD + _LINE / 2
    for line in shown_lines(frame, told):
        _paint_line(painter, frame, line, rect.left() + _PAD, rect.right() - _PAD, middle)
        middle += _LINE


def _paint_line(
    painter: QPainter, frame: Frame, line: Told, left: float, right: float, middle: float
) -> None:
    theme = frame.theme
    if line.title:
        name = elided("lane_strong", line.name, right - left)
        place = ink.write(painter, "lane_strong", theme.color("ink"), left, middle, name)
        unit = elided("note", line.words, right - place.right() - 8)
        ink.write(painter, "note", theme.color("text3"), place.right() + 8, middle, unit)
        return
    color = fill_color(line.fill, theme) if line.fill else None
    if line.token:
        color = theme.color(line_token(line.token))
    if color is not None:
        painter.fillRect(QRectF(left, round(middle - 3), 7, 7), color)
    left += _SIGN
    if line.name:
        name = elided("note_medium", line.name, min(_NAME, right - left))
        place = ink.write(painter, "note_medium", theme.color("ink"), left, middle, name)
        left = place.right() + 6
    words = elided("note", line.words, right - left)
    ink.write(painter, "note", theme.color("text2"), left, middle, words)
