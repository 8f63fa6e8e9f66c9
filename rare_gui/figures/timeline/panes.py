"""Paint the panes under the lanes: axes, columns, lines, hollow dots and hatched gaps.

Price marks have a painter of their own (`pane_marks`); nothing here reads a series.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline.cursor import data_end_label
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.layout import GUTTER, MARGIN, PaneRow
from rare_gui.figures.timeline.pane_labels import LabelField, say
from rare_gui.figures.timeline.pane_marks import mark_hits, paint_marks
from rare_gui.scenes.timeline_parts import Column, Line, Point

_WIDEST = 9.0
_ROOM_FOR_E = 6.0  # in narrower columns the marks would run together; the outline says it


def line_color(role: str, theme: Theme) -> QColor:
    """The colour of a series: `raw` and `fin` have their own, others are `ink` or `text3`."""
    return theme.color("text2" if role == "text3" else role)


def paint_panes(painter: QPainter, frame: Frame) -> None:
    """Draw every pane, from its hairline down."""
    for row in frame.layout.panes:
        _paint_pane(painter, frame, row)


def _plot(frame: Frame, row: PaneRow) -> QRectF:
    place = frame.layout
    return QRectF(
        place.left, row.ceiling - 4, place.right - place.left, row.base + 1 - row.ceiling + 4
    )


def _paint_pane(painter: QPainter, frame: Frame, row: PaneRow) -> None:
    theme, place, pane = frame.theme, frame.layout, row.pane
    ink.horizontal(painter, MARGIN, place.right, row.top, theme.color("line"))
    title = elided("lane_strong", pane.title, GUTTER + 4)
    ink.write(painter, "lane_strong", theme.color("ink"), MARGIN, row.top + 11, title)
    unit = elided("note", pane.unit, GUTTER + 14)
    if pane.message:
        ink.write(painter, "note", theme.color("text3"), MARGIN, row.top + 25, unit)
        _paint_message(painter, frame, row)
        return
    _paint_ticks(painter, frame, row)
    ink.write(
        painter, "note", theme.color("text3"), MARGIN, row.top + 25, unit,
        halo=theme.color("panel"),
    )  # fmt: skip
    labels = LabelField(
        QRectF(place.left + 2, row.top + 3, place.right - place.left, row.base - row.top - 1)
    )
    if row is place.panes[-1]:
        labels.take(data_end_label(frame))
    painter.save()
    plot = _plot(frame, row)
    painter.setClipRect(plot.adjusted(0, -8, 4, 8))
    _paint_missing(painter, frame, row)
    _paint_columns(painter, frame, row, labels)
    lines = [(line, _paint_line(painter, frame, row, line, labels)) for line in pane.lines]
    painter.restore()
    _paint_hollow(painter, frame, row, labels)
    paint_marks(painter, frame, row, labels)
    _say_missing(painter, frame, row, labels)
    for line, last in lines:
        _say_line(painter, frame, row, line, last, labels)
    _say_columns(painter, frame, row, labels)


def _paint_message(painter: QPainter, frame: Frame, row: PaneRow) -> None:
    place = frame.layout
    left = max(place.left, MARGIN + text_width("lane_strong", row.pane.title)) + 12
    text = elided("lane_light", row.pane.message, place.right - left)
    ink.write(painter, "lane_light", frame.theme.color("text3"), left, row.top + 11, text)


def _paint_ticks(painter: QPainter, frame: Frame, row: PaneRow) -> None:
    theme, place = frame.theme, frame.layout
    for value in row.pane.ticks:
        y = round(row.y(value))
        color = theme.color("line2" if value == 0 else "grid")
        ink.horizontal(painter, place.left, place.right, y, color)
        # The unit stands in the gutter's second line: a tick there would cross it.
        if abs(y - (row.top + 25)) < 9 and text_width("note", row.pane.unit) > GUTTER - 40:
            continue
        ink.write(
            painter, "lane_figure", theme.color("text3"), place.left - 7, y + 0.5,
            tick_words(value), Qt.AlignmentFlag.AlignRight,
        )  # fmt: skip


def tick_words(value: float) -> str:
    """A tick's value with thousands commas and no needless decimals."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def _span(frame: Frame, start: float, end: float) -> tuple[float, float]:
    axis = frame.axis
    return round(axis.clip(axis.x(start))), round(axis.clip(axis.x(end)))


def _paint_missing(painter: QPainter, frame: Frame, row: PaneRow) -> None:
    theme = frame.theme
    for gap in row.pane.missing:
        left, right = _span(frame, gap.start, gap.end)
        rect = QRectF(left, row.ceiling, right - left, row.base - row.ceiling)
        painter.fillRect(rect, theme.faded("nodata", 0.8))
        ink.hatch(painter, rect, theme.color("line2"), 0.9, 8.5, left)


def _say_missing(painter: QPainter, frame: Frame, row: PaneRow, labels: LabelField) -> None:
    theme = frame.theme
    widest: dict[str, tuple[float, float]] = {}
    for gap in row.pane.missing:
        left, right = _span(frame, gap.start, gap.end)
        before = widest.get(gap.label, (0.0, 0.0))
        if right - left > before[1] - before[0]:
            widest[gap.label] = (left, right)
    for text, (left, right) in widest.items():
        width = text_width("lane", text)
        if not text or right - left < min(width * 0.6, 40):
            continue
        # Words wider than their gap end with it: after it stands the as-of cursor.
        x = (left + right - width) / 2 if width <= right - left else right - 3 - width
        middle = (row.ceiling + row.base) / 2
        candidates = [(x, middle + dy) for dy in (4, 18, -12, 26, -24)]
        say(painter, labels, "lane", theme.color("text2"), theme.color("panel"), text, candidates)


def _column_rect(frame: Frame, row: PaneRow, column: Column) -> QRectF | None:
    axis = frame.axis
    if column.end <= axis.first or column.start >= axis.last:
        return None
    left, right = axis.x(column.start), axis.x(column.end)
    width = max(2.0, min(_WIDEST, (right - left) * 0.5))
    middle, top = (left + right) / 2, row.y(column.value)
    height = max(1.0 if column.value > 0 else 0.0, row.base - top)
    return QRectF(round(middle - width / 2), row.base - height, round(width), height)


def _paint_columns(painter: QPainter, frame: Frame, row: PaneRow, labels: LabelField) -> None:
    theme = frame.theme
    color = theme.color("raw")
    for column in row.pane.columns:
        rect = _column_rect(frame, row, column)
        if rect is None:
            continue
        labels.take(rect)
        if column.estimated:
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


def _say_columns(painter: QPainter, frame: Frame, row: PaneRow, labels: LabelField) -> None:
    text, theme = row.pane.column_label, frame.theme
    rects = [_column_rect(frame, row, column) for column in row.pane.columns]
    seen = [rect for rect in rects if rect is not None]
    if not text or not seen:
        return
    last, width = seen[-1], text_width("lane", text)
    middle = row.base - 8
    candidates = [(last.right() + 6, middle - dy) for dy in (0.0, 12.0, 24.0)]
    candidates += [(last.left() - 6 - width, last.top() - dy) for dy in (8.0, 20.0)]
    candidates = [c for c in candidates if not _on_cursor(frame, c[0], width)] or candidates
    say(painter, labels, "lane", theme.color("raw"), theme.color("panel"), text, candidates)


def _on_cursor(frame: Frame, left: float, width: float) -> bool:
    """Whether words would cross the end of the data, which panes treat like the cursor."""
    return left - 3 < frame.axis.x(frame.scene.data_end) < left + width + 3


def line_runs(line: Line) -> list[list[Point]]:
    """The stretches of points that the line joins."""
    runs: list[list[Point]] = []
    for point in line.points:
        if point.gap or not runs:
            runs.append([])
        runs[-1].append(point)
    return runs


def _paint_line(
    painter: QPainter, frame: Frame, row: PaneRow, line: Line, labels: LabelField
) -> QPointF | None:
    """Draw the joined stretches; short ones get dots. Returns the last point in view."""
    axis, color = frame.axis, line_color(line.role, frame.theme)
    last: QPointF | None = None
    for run in line_runs(line):
        points = [QPointF(axis.x(point.day), row.y(point.value)) for point in run]
        pen = ink.dashed(color, 1.4, 4, 3) if line.dashed else QPen(color, 1.8)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
        labels.take_line(points)
        painter.setPen(QPen(color, 1.2))
        for point, at in zip(run, points, strict=True):
            if point.estimated or len(run) <= 2:
                painter.setBrush(frame.theme.color("panel") if point.estimated else color)
                painter.drawEllipse(at, 2.2, 2.2)
            if axis.left <= at.x() <= axis.right:
                last = at
    return last


def _say_line(
    painter: QPainter, frame: Frame, row: PaneRow, line: Line, last: QPointF | None,
    labels: LabelField,
) -> None:  # fmt: skip
    if last is None or not line.label:
        return
    width = text_width("lane", line.label)
    x, y = last.x(), last.y()
    ends = [(x + 6, y), (x - width, y - 13), (x - width, y + 13), (x - width - 8, y - 22)]
    ends += [(x - width, row.ceiling - 3), (x - width - 60, row.ceiling - 3), (x - width, y + 24)]
    ends = [end for end in ends if not _on_cursor(frame, end[0], width)] or ends
    theme = frame.theme
    color = line_color(line.role, theme)
    say(painter, labels, "lane", color, theme.color("panel"), line.label, ends)


def _paint_hollow(painter: QPainter, frame: Frame, row: PaneRow, labels: LabelField) -> None:
    theme, axis = frame.theme, frame.axis
    seen = [axis.x(day) for day in row.pane.hollow if axis.first <= day <= axis.last]
    painter.setBrush(theme.color("panel"))
    painter.setPen(QPen(theme.color("raw"), 1))
    for x in seen:
        painter.drawEllipse(QPointF(x, row.base - 3), 2, 2)
        labels.take(QRectF(x - 3, row.base - 6, 6, 6))
    if seen and row.pane.hollow_label:
        text = row.pane.hollow_label
        candidates = [
            (x, row.base - up) for up in (12, 24, 36) for x in (seen[0] + 14, seen[-1] + 14)
        ]
        rect = say(
            painter, labels, "lane", theme.color("raw"), theme.color("panel"), text, candidates
        )
        painter.setBrush(theme.color("panel"))
        painter.setPen(QPen(theme.color("raw"), 1.1))
        painter.drawEllipse(QPointF(rect.left() - 8, rect.center().y()), 3.4, 3.4)


def pane_hits(frame: Frame) -> list[Hit]:
    """Columns, points of lines and price marks that say their figure."""
    hits: list[Hit] = []
    axis = frame.axis
    for row in frame.layout.panes:
        for column in row.pane.columns:
            rect = _column_rect(frame, row, column)
            if rect is not None:
                hits.append(Hit(rect.adjusted(-3, -4, 3, 2), column.spoken))
        for line in row.pane.lines:
            for point in line.points:
                if axis.first <= point.day <= axis.last:
                    x, y = axis.x(point.day), row.y(point.value)
                    hits.append(Hit(QRectF(x - 6, y - 6, 12, 12), point.spoken))
        hits += mark_hits(frame, row)
    return hits
