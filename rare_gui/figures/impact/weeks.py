"""Loss by week: the median as a line in a band from P5 to P95, hatched where nothing is known yet.

Not for computing the curve, nor for calendar dates: weeks count from the start of the cut.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.impact.scale import round_top
from rare_gui.figures.theme import Theme
from rare_gui.scenes.impact.parts import WeekCurve
from rare_gui.scenes.impact.units import amount

HEIGHT = 152
_LEFT = 44.0
_FOOT = 20.0
_TICK = 26
_BAND = 0.28
_BESIDE = 6.0  # px between a point and its words
_CLEAR = 4.0  # px between words and a line that may not cross them


def paint_weeks(painter: QPainter, place: QRectF, curve: WeekCurve, theme: Theme) -> None:
    """Draw the curve into `place`, y from zero, x in weeks."""
    plot = QRectF(place.left() + _LEFT, place.top() + 4, place.width() - _LEFT - 8, 0)
    plot.setBottom(place.bottom() - _FOOT)
    if not curve.weeks:
        painter.fillRect(plot, theme.color("nodata"))
        ink.hatch(painter, plot, theme.color("line2"), 1.0, 8.0, plot.left())
        return
    count = len(curve.weeks)
    top = round_top(max(p95 for _, _, p95 in curve.weeks))
    nothing = all(p95 <= 0 for _, _, p95 in curve.weeks)

    def at(week: float, value: float) -> QPointF:
        x = plot.left() + week / max(count - 1, 1) * plot.width()
        return QPointF(x, plot.bottom() - value / top * plot.height())

    _paint_axes(painter, plot, count, 0.0 if nothing else top, theme)
    cut_ends = at(curve.cut_weeks, 0).x() if 0 < curve.cut_weeks < count else None
    if cut_ends is not None:
        low = max(p50 for _, p50, _ in curve.weeks) < top / 2
        # Its words keep clear of those of the week that loses most.
        y = plot.top() + 7 if low else plot.bottom() - 9
        _paint_end_of_cut(painter, plot, cut_ends, y, theme)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    upper = [at(week, p95) for week, (_, _, p95) in enumerate(curve.weeks)]
    lower = [at(week, p5) for week, (p5, _, _) in enumerate(curve.weeks)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.faded("fin", _BAND))
    painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
    painter.setPen(QPen(theme.color("fin"), 1.8))
    painter.drawPolyline(QPolygonF([at(week, p50) for week, (_, p50, _) in enumerate(curve.weeks)]))
    painter.restore()
    if curve.top:
        _paint_top(painter, plot, curve, at, cut_ends, theme)


def _paint_axes(painter: QPainter, plot: QRectF, count: int, top: float, theme: Theme) -> None:
    quiet, right = theme.color("text3"), Qt.AlignmentFlag.AlignRight
    ink.horizontal(painter, plot.left(), plot.right(), plot.bottom(), theme.color("line2"))
    ink.write(painter, "note", quiet, plot.left() - 6, plot.bottom(), "0", right)
    for share in (0.5, 1.0) if top > 0 else ():
        y = round(plot.bottom() - share * plot.height())
        ink.horizontal(painter, plot.left(), plot.right(), y, theme.color("grid"))
        ink.write(painter, "note", quiet, plot.left() - 6, y, amount(share * top), right)
    for week in range(0, count + 1, _TICK):
        x = plot.left() + min(week, count - 1) / max(count - 1, 1) * plot.width()
        last = week + _TICK > count
        words = f"{week} weeks" if last else str(week)
        ink.vertical(painter, round(x), plot.bottom(), plot.bottom() + 4, theme.color("line2"))
        align = right if last and week else Qt.AlignmentFlag.AlignHCenter
        end = min(x + text_width("note", words) / 2, plot.right() + 8) if last and week else x
        ink.write(painter, "note", quiet, end, plot.bottom() + 13, words, align)


def _paint_end_of_cut(painter: QPainter, plot: QRectF, x: float, y: float, theme: Theme) -> None:
    painter.save()
    painter.setPen(ink.dashed(theme.color("time"), 1.2, 1.6, 2.4))
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
    painter.restore()
    words = "cut ends"
    beyond = x + 6 + text_width("note", words) > plot.right()
    align = Qt.AlignmentFlag.AlignRight if beyond else Qt.AlignmentFlag.AlignLeft
    color, halo = theme.color("time"), theme.color("panel")
    at = x - 5 if beyond else x + 5
    ink.write(painter, "note", color, at, y, words, align, halo)


def _paint_top(
    painter: QPainter,
    plot: QRectF,
    curve: WeekCurve,
    at: Callable[[float, float], QPointF],
    cut_ends: float | None,
    theme: Theme,
) -> None:
    """The week that loses most, told beside its point."""
    week = max(range(len(curve.weeks)), key=lambda one: curve.weeks[one][1])
    point = at(week, curve.weeks[week][1])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("fin"))
    painter.drawEllipse(point, 2.6, 2.6)
    width = text_width("note_strong", curve.top)
    x = words_left(point.x(), width, (plot.left(), plot.right()), cut_ends)
    y = max(point.y() - 9, plot.top() + 6)
    color, halo = theme.color("fin"), theme.color("panel")
    ink.write(painter, "note_strong", color, x, y, curve.top, Qt.AlignmentFlag.AlignLeft, halo)


def words_left(point: float, width: float, room: tuple[float, float], line: float | None) -> float:
    """Where words of `width` px begin that tell of a point: beside it, clear of a vertical line.

    Left of the point past the middle of the room, else right of it; on the other side where the
    line would cross them; beyond the line where it crosses both. All in px; `line` may be None.
    """
    low, high = room
    sides = [point + _BESIDE, point - _BESIDE - width]
    if point > (low + high) / 2:
        sides.reverse()
    if line is None:
        return sides[0]
    beyond = [line + _CLEAR, line - _CLEAR - width]
    for left in (*sides, *beyond):
        crossed = left - _CLEAR < line < left + width + _CLEAR
        if not crossed and low <= left and left + width <= high:
            return left
    return sides[0]
