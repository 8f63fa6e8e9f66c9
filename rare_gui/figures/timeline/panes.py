"""Paint the panes under the lanes: axes, columns, lines, hollow dots and hatched gaps.

Price marks (`pane_marks`) and words (`pane_words`) have painters of their own; nothing here reads
a series.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.timeline.bars import GHOST
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.layout import GUTTER, MARGIN, PaneRow
from rare_gui.figures.timeline.line_thinning import is_crowded, telling_points
from rare_gui.figures.timeline.pane_marks import mark_hits, paint_marks
from rare_gui.figures.timeline.pane_places import (
    band_span,
    column_rect,
    crowded_polygons,
    gap_span,
    hollow_middles,
    line_points,
    line_runs,
    line_token,
    message_left,
)
from rare_gui.figures.timeline.shelf import paint_chevron
from rare_gui.scenes.timeline.parts import Line, Pane

_GHOST_LINE = 0.5  # strength of a thin line: a quarter could not be seen
_ROOM_FOR_E = 6.0  # in narrower columns the marks would run together; the outline says it


def paint_panes(painter: QPainter, frame: Frame) -> None:
    """Draw every pane, from its hairline down, without its gaps and its words."""
    for row in frame.layout.panes:
        _paint_pane(painter, frame, row)


def _paint_pane(painter: QPainter, frame: Frame, row: PaneRow) -> None:
    theme, place, pane = frame.theme, frame.layout, row.pane
    ink.horizontal(painter, MARGIN, place.right, row.top, theme.color("line"))
    if pane.key in place.opened:
        paint_chevron(painter, frame, MARGIN - 7, row.top + 11, folded=False)
    title = elided("lane_strong", pane.title, GUTTER + 4)
    ink.write(painter, "lane_strong", theme.color("ink"), MARGIN, row.top + 11, title)
    if pane.message:
        _paint_message(painter, frame, row)
        return
    _paint_ticks(painter, frame, row)
    ink.write(
        painter, "note", theme.color("text3"), MARGIN, row.top + 25, unit_words(pane),
        halo=theme.color("panel"),
    )  # fmt: skip
    painter.save()
    height = row.base + 9 - row.top
    painter.setClipRect(QRectF(place.left, row.top + 1, place.right - place.left + 4, height))
    for band in pane.bands:
        left, right = band_span(frame, band)
        painter.fillRect(QRectF(left, row.top + 1, right - left, height), theme.color(band.role))
    for value in pane.ticks if pane.bands else ():
        y = round(row.y(value))
        ink.horizontal(painter, place.left, place.right, y, theme.color("line2"))
    _paint_columns(painter, frame, row)
    for line in pane.lines:
        _paint_line(painter, frame, row, line)
    painter.restore()
    painter.setBrush(theme.color("panel"))
    painter.setPen(QPen(theme.color("raw"), 1))
    for x in hollow_middles(frame, row):
        painter.drawEllipse(QPointF(x, row.base - 3), 2, 2)
    paint_marks(painter, frame, row)


def _paint_message(painter: QPainter, frame: Frame, row: PaneRow) -> None:
    left = message_left(frame, row)
    text = elided("lane_light", row.pane.message, frame.layout.right - left)
    ink.write(painter, "lane_light", frame.theme.color("text3"), left, row.top + 11, text)


def _paint_ticks(painter: QPainter, frame: Frame, row: PaneRow) -> None:
    theme, place = frame.theme, frame.layout
    for value in row.pane.ticks:
        y = round(row.y(value))
        color = theme.color("line2" if value == 0 else "grid")
        ink.horizontal(painter, place.left, place.right, y, color)
        # Title and unit stand in the gutter's first two lines: a tick there would cross them.
        words = text_width("note", unit_words(row.pane)) if y > row.top + 17 else place.left
        if y - row.top < 36 and words > GUTTER - 40:
            continue
        ink.write(
            painter, "lane_figure", theme.color("text3"), place.left - 7, y + 0.5,
            tick_words(value), Qt.AlignmentFlag.AlignRight,
        )  # fmt: skip


def unit_words(pane: Pane) -> str:
    """The unit as it fits left of the plot, else the longest of its shorter wordings that does."""
    room = GUTTER - 3.0
    wordings = (pane.unit, *pane.short_units)
    fitting = (words for words in wordings if text_width("note", words) <= room)
    return next(fitting, elided("note", pane.unit, room))


def tick_words(value: float) -> str:
    """A tick's value with thousands commas and no needless decimals."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def paint_gaps(painter: QPainter, frame: Frame) -> None:
    """The hatched stretches without figures; the last one may end with the as-of day."""
    theme = frame.theme
    for row in frame.layout.panes:
        for gap in frame.scene.missing_in(row.pane):
            left, right = gap_span(frame, gap)
            rect = QRectF(left, row.ceiling, right - left, row.base - row.ceiling)
            painter.fillRect(rect, theme.faded("nodata", 0.8))
            ink.hatch(painter, rect, theme.color("line2"), 0.9, 8.5, left)


def _paint_columns(painter: QPainter, frame: Frame, row: PaneRow) -> None:
    theme = frame.theme
    color = theme.color("raw")
    for column in row.pane.columns:
        rect = column_rect(frame, row, column)
        if rect is None:
            continue
        if column.later:
            painter.fillRect(rect, theme.faded("raw", GHOST))
            painter.setPen(ink.dashed(color, 1, 1.2, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, 0))
        elif column.estimated:
            # An estimate is an outline with a faint body, and says e where there is room.
            painter.fillRect(rect, theme.faded("raw", 0.35))
            painter.setPen(QPen(color, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, 0))
            if rect.width() >= _ROOM_FOR_E:
                ink.write(
                    painter, "note", color, rect.center().x(), rect.top() - 6, "e",
                    Qt.AlignmentFlag.AlignHCenter, theme.color("panel"),
                )  # fmt: skip
        else:
            painter.fillRect(rect, color)


def _paint_line(painter: QPainter, frame: Frame, row: PaneRow, line: Line) -> None:
    """Draw the joined stretches; short ones get dots, what was published later is a ghost."""
    token = line_token(line.role)
    color = frame.theme.color(token)
    if is_crowded(line):
        _paint_crowded(painter, frame, row, line)
        return
    for run, points in zip(line_runs(line), line_points(frame, row, line), strict=True):
        known = next((n for n, point in enumerate(run) if point.later), len(run))
        pen = ink.dashed(color, 1.4, 4, 3) if line.dashed else QPen(color, 1.8)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points[:known])
        if known < len(run):
            painter.setPen(ink.dashed(frame.theme.faded(token, _GHOST_LINE), 1.4, 1.4, 2))
            painter.drawPolyline(points[max(0, known - 1) :])
        painter.setPen(QPen(color, 1.2))
        for point, at in zip(run, points, strict=True):
            if point.later and len(run) <= 2:
                painter.setBrush(frame.theme.faded(token, GHOST))
                painter.drawEllipse(at, 2.2, 2.2)
            elif point.estimated or len(run) <= 2:
                painter.setBrush(frame.theme.color("panel") if point.estimated else color)
                painter.drawEllipse(at, 2.2, 2.2)


def _paint_crowded(painter: QPainter, frame: Frame, row: PaneRow, line: Line) -> None:
    """Thousands of points, one crisp px wide: a broad smoothed pen would take far longer."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    token = line_token(line.role)
    for polygon, later in crowded_polygons(frame, row, line):
        painter.setPen(QPen(frame.theme.faded(token, _GHOST_LINE if later else 1.0), 0))
        painter.drawPolyline(polygon)
    painter.restore()


def pane_hits(frame: Frame) -> list[Hit]:
    """Gaps, columns, points of lines and price marks that say their figure or its absence."""
    hits: list[Hit] = []
    for row in frame.layout.panes:
        for gap in frame.scene.missing_in(row.pane):
            left, right = gap_span(frame, gap)
            if right > left:
                place = QRectF(left, row.ceiling, right - left, row.base - row.ceiling)
                hits.append(Hit(place, gap.label))
        for band in row.pane.bands:
            left, right = band_span(frame, band)
            if right > left:
                place = QRectF(left, row.top + 1, right - left, row.bottom - row.top - 1)
                hits.append(Hit(place, band.label))
        hits += [
            Hit(QRectF(x - 5, row.base - 8, 10, 10), row.pane.hollow_label)
            for x in hollow_middles(frame, row)
        ]
        for column in row.pane.columns:
            rect = column_rect(frame, row, column)
            if rect is not None:
                hits.append(Hit(rect.adjusted(-3, -4, 3, 2), column.spoken))
        hits += [hit for line in row.pane.lines for hit in _line_hits(frame, row, line)]
        hits += mark_hits(frame, row)
    return hits


def _line_hits(frame: Frame, row: PaneRow, line: Line) -> list[Hit]:
    axis = frame.axis
    points = telling_points(line, axis) if is_crowded(line) else line.points
    return [
        Hit(QRectF(axis.x(point.day) - 6, row.y(point.value) - 6, 12, 12), point.spoken)
        for point in points
        if axis.first <= point.day <= axis.last
    ]
