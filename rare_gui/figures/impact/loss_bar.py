"""One bar of the ranking: direct solid, passed on paler, a whisker from P5 to P95.

Not for names and values, which stand in cells of their own, nor for choosing the scale.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import Theme
from rare_gui.scenes.impact.parts import LossBar

BAR = 9.0
PASSED_ON = 0.45
_CAP = 3.5
_WHISKER = 1.1
_STALE = 0.5
_SWATCH = 9.0


@dataclass(frozen=True, slots=True)
class Whisker:
    """Ends of a whisker in the bars' unit; `stale` ones are of an earlier case, half as strong."""

    p5: float
    p95: float
    stale: bool = False


def paint_loss_bar(
    painter: QPainter,
    place: QRectF,
    bar: LossBar,
    top: float,
    whisker: Whisker | None,
    theme: Theme,
) -> None:
    """Draw `bar` into `place`, whose width stands for 0 to `top`; what is longer is cut there."""
    for share, token in ((0.0, "line2"), (0.5, "line"), (1.0, "line")):
        x = round(place.left() + share * (place.width() - 1))
        ink.vertical(painter, x, place.top(), place.bottom(), theme.color(token))
    if not bar.known:
        return

    def at(value: float) -> float:
        return place.left() + min(max(value / top, 0.0), 1.0) * place.width()

    y = place.center().y()
    upper = y - BAR / 2
    zero, direct, end = at(0.0), at(bar.direct), at(bar.direct + bar.passed_on)
    painter.fillRect(QRectF(zero, upper, direct - zero, BAR), theme.color("fin"))
    painter.fillRect(QRectF(direct, upper, end - direct, BAR), theme.mixed("fin", PASSED_ON))
    if whisker is not None and whisker.p95 > 0:
        _paint_whisker(painter, at(whisker.p5), at(whisker.p95), y, whisker, theme)


def _paint_whisker(
    painter: QPainter, left: float, right: float, y: float, whisker: Whisker, theme: Theme
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    strength = _STALE if whisker.stale else 1.0
    # A pale core under the line keeps it visible on the dark part of the bar.
    for token, width in (("panel", _WHISKER + 1.6), ("ink", _WHISKER)):
        pen = QPen(theme.faded(token, strength if token == "ink" else strength * 0.8), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLines(
            [
                QLineF(QPointF(left, y), QPointF(right, y)),
                QLineF(QPointF(left, y - _CAP), QPointF(left, y + _CAP)),
                QLineF(QPointF(right, y - _CAP), QPointF(right, y + _CAP)),
            ]
        )
    painter.restore()


def legend_width() -> float:
    """Width in px of the legend on one line."""
    words = sum(text_width("note", word) for word in ("direct", "passed on", "P5–P95"))
    return words + 3 * (_SWATCH + 5) + 2 * 14 + 10


def paint_legend(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """What the parts of a bar mean, on one line."""
    y, x = place.center().y(), place.left()
    for word, strength in (("direct", 1.0), ("passed on", PASSED_ON)):
        painter.fillRect(QRectF(x, y - _SWATCH / 2, _SWATCH, _SWATCH), theme.mixed("fin", strength))
        said = ink.write(painter, "note", theme.color("text2"), x + _SWATCH + 5, y, word)
        x = said.right() + 14
    _paint_whisker(painter, x + 1, x + 18, y, Whisker(0.0, 1.0), theme)
    ink.write(painter, "note", theme.color("text2"), x + 24, y, "P5–P95")
