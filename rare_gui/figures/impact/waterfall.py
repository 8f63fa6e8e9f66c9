"""From what is exposed to the net loss: whole columns solid, what takes away or adds dashed.

Not for the order of the steps: the scene brings columns with their feet and tops.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.theme import Theme
from rare_gui.scenes.impact.parts import FallStep

HEIGHT = 176
LEAST_WIDTH = 330
_WORDS = 44.0  # below the ground: values, then words on two levels
_VALUE, _UPPER, _LOWER = 9.0, 23.0, 37.0
_GAP = 3.0


def paint_waterfall(
    painter: QPainter, place: QRectF, steps: tuple[FallStep, ...], theme: Theme
) -> None:
    """Draw the steps side by side; neighbours' words stand on two levels, so that none is cut."""
    top = max((step.top for step in steps), default=0.0)
    ground = place.bottom() - _WORDS
    ink.horizontal(painter, place.left(), place.right(), ground, theme.color("line2"))
    if not steps:
        return
    pitch = place.width() / len(steps)
    rise = (ground - place.top() - 4) / top if top > 0 else 0.0
    for number, step in enumerate(steps):
        left = place.left() + number * pitch
        box = QRectF(left + _GAP, ground - step.top * rise, pitch - 2 * _GAP, 0)
        box.setBottom(ground - step.bottom * rise)
        _paint_column(painter, box, step, theme)
        if number + 1 < len(steps):
            _paint_joint(painter, steps, number, ground, rise, box.right(), theme)
        _paint_words(painter, place, left + pitch / 2, ground, number, step, theme)


def _paint_column(painter: QPainter, box: QRectF, step: FallStep, theme: Theme) -> None:
    if step.whole:
        painter.fillRect(box, theme.color("fin"))
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    ink.hatch(painter, box, theme.mixed("fin", 0.35), 1.0, 6.0, box.left())
    painter.setPen(ink.dashed(theme.color("fin"), 1.2, 3.0, 2.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if box.height() > 1 else box)
    painter.restore()


def _paint_joint(
    painter: QPainter,
    steps: tuple[FallStep, ...],
    number: int,
    ground: float,
    rise: float,
    right: float,
    theme: Theme,
) -> None:
    """The level that a column leaves, carried on to the next one."""
    step, following = steps[number], steps[number + 1]
    levels = {step.top, step.bottom} & {following.top, following.bottom} - {0.0}
    if levels:
        y = ground - max(levels) * rise
        painter.setPen(QPen(theme.color("text3"), 1))
        painter.drawLine(round(right), round(y), round(right + 2 * _GAP), round(y))


def _paint_words(
    painter: QPainter,
    place: QRectF,
    middle: float,
    ground: float,
    number: int,
    step: FallStep,
    theme: Theme,
) -> None:
    centre = Qt.AlignmentFlag.AlignHCenter
    ink.write(painter, "note", theme.color("ink"), middle, ground + _VALUE, step.value, centre)
    words = elided("note", step.words, 2 * place.width() / 8)
    half = text_width("note", words) / 2
    x = min(max(middle, place.left() + half), place.right() - half)
    y = ground + (_LOWER if number % 2 else _UPPER)
    ink.write(painter, "note", theme.color("text2"), x, y, words, centre)
