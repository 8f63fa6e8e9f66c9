"""Where columns, lines, gaps and dots of a pane stand, in px: shared by painting and wording.

Geometry alone; nothing here paints.
"""

from __future__ import annotations

import numpy as np
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.layout import MARGIN, PaneRow
from rare_gui.figures.timeline.line_thinning import drawn_runs, is_crowded
from rare_gui.figures.timeline.pane_labels import Box
from rare_gui.scenes.timeline.parts import Band, Column, Line, Missing, Point

_WIDEST = 9.0


def column_rect(frame: Frame, row: PaneRow, column: Column) -> QRectF | None:
    """The column's bar; None when it is out of view."""
    axis = frame.axis
    if column.end <= axis.first or column.start >= axis.last:
        return None
    left, right = axis.x(column.start), axis.x(column.end)
    width = max(2.0, min(_WIDEST, (right - left) * 0.5))
    middle, top = (left + right) / 2, row.y(column.value)
    if not axis.left <= middle <= axis.right:
        return None
    height = max(1.0 if column.value > 0 else 0.0, row.base - top)
    return QRectF(round(middle - width / 2), row.base - height, round(width), height)


def line_runs(line: Line) -> list[list[Point]]:
    """The stretches of points that the line joins."""
    runs: list[list[Point]] = []
    for point in line.points:
        if point.gap or not runs:
            runs.append([])
        runs[-1].append(point)
    return runs


def line_points(frame: Frame, row: PaneRow, line: Line) -> list[list[QPointF]]:
    """The same stretches in px."""
    axis = frame.axis
    return [
        [QPointF(axis.x(point.day), row.y(point.value)) for point in run] for run in line_runs(line)
    ]


def crowded_polygons(frame: Frame, row: PaneRow, line: Line) -> list[tuple[QPolygonF, bool]]:
    """The stretches of a line of very many points in px, each with whether it is a ghost."""
    axis = frame.axis
    made: list[tuple[QPolygonF, bool]] = []
    for run in drawn_runs(line, axis):
        xs = axis.left + (run.days - axis.first) * axis.px_per_day
        made.append((arrayToQPolygonF(xs, row.ys(run.values)), run.later))
    return made


def crowded_boxes(frame: Frame, row: PaneRow, line: Line, step: float = 8.0) -> list[Box]:
    """What a line of very many points takes: one box for every `step` px along x."""
    axis = frame.axis
    boxes: list[Box] = []
    for run in drawn_runs(line, axis):
        xs = axis.left + (run.days - axis.first) * axis.px_per_day
        ys = row.ys(run.values)
        blocks = np.floor(xs / step)
        starts = np.append(0, np.flatnonzero(np.diff(blocks)) + 1)
        tops = np.minimum.reduceat(ys, starts) - 1.5
        bottoms = np.maximum.reduceat(ys, starts) + 1.5
        lefts = blocks[starts] * step
        boxes += zip(lefts.tolist(), tops.tolist(), (lefts + step).tolist(), bottoms.tolist(),
                     strict=True)  # fmt: skip
    return boxes


def last_seen(frame: Frame, row: PaneRow, line: Line) -> QPointF | None:
    """The last point of a line that is in view, in px."""
    axis = frame.axis
    if is_crowded(line):
        runs = drawn_runs(line, axis)
        inside = [run for run in runs if run.days[0] <= axis.last and run.days[-1] >= axis.first]
        if not inside:
            return None
        run = inside[-1]
        number = max(0, int(np.searchsorted(run.days, axis.last, "right")) - 1)
        return QPointF(axis.x(float(run.days[number])), row.y(float(run.values[number])))
    seen = [point for point in line.points if axis.first <= point.day <= axis.last]
    return QPointF(axis.x(seen[-1].day), row.y(seen[-1].value)) if seen else None


def line_token(role: str) -> str:
    """The colour of a series: `raw` and `fin` have their own, others are `ink` or `text3`."""
    return "text2" if role == "text3" else role


def band_span(frame: Frame, band: Band) -> tuple[float, float]:
    """The px of a shaded stretch, kept inside the plot."""
    axis = frame.axis
    return round(axis.clip(axis.x(band.start))), round(axis.clip(axis.x(band.end)))


def gap_span(frame: Frame, gap: Missing) -> tuple[float, float]:
    """The px of a stretch without figures, kept inside the plot."""
    axis = frame.axis
    return round(axis.clip(axis.x(gap.start))), round(axis.clip(axis.x(gap.end)))


def hollow_middles(frame: Frame, row: PaneRow) -> list[float]:
    """The px of the months without a figure that are in view."""
    axis = frame.axis
    return [axis.x(day) for day in row.pane.hollow if axis.first <= day <= axis.last]


def message_left(frame: Frame, row: PaneRow) -> float:
    """Where the message of an empty pane begins."""
    return max(frame.layout.left, MARGIN + text_width("lane_strong", row.pane.title)) + 12
