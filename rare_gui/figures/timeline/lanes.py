"""Paint the lanes: group headers, lane names, rows, bars and the veil over the future.

The events above and the panes below have painters of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided
from rare_gui.figures.timeline.bar_shape import BarShape, bar_shapes, place_label
from rare_gui.figures.timeline.bars import TIP, VEIL, paint_bar, paint_label
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.layout import GUTTER, HEADER, MARGIN, LaneRow
from rare_gui.scenes.palette import Fill


def paint_bodies(painter: QPainter, frame: Frame) -> None:
    """Rows, lane names and bars without their words: what a step of the as-of day leaves alone."""
    painter.save()
    painter.setClipRect(frame.lanes_area)
    shapes: list[BarShape] = []
    for row, middle in visible_rows(frame):
        _paint_row(painter, frame, row, middle)
        shapes += bar_shapes(frame, row.lane, middle)
    painter.setClipRect(_plot(frame))
    for shape in shapes:
        if shape.bar.fill is not Fill.PAST:
            paint_bar(painter, shape, frame.theme)
    painter.restore()


def paint_words(painter: QPainter, frame: Frame) -> None:
    """The veil over the future, and what stands above it: labels, headers, bars past their date."""
    painter.save()
    painter.setClipRect(_plot(frame))
    _paint_veil(painter, frame)
    for row, middle in visible_rows(frame):
        for shape in bar_shapes(frame, row.lane, middle):
            # What nobody can know is no future to be veiled: it stands above the veil.
            if shape.bar.fill is Fill.PAST:
                paint_bar(painter, shape, frame.theme)
            label = place_label(frame, shape)
            if label is not None:
                paint_label(painter, shape, label, frame.theme, veiled=label.x > frame.cursor)
    painter.setClipRect(frame.lanes_area)
    _paint_headers(painter, frame)
    painter.restore()


def visible_rows(frame: Frame) -> Iterator[tuple[LaneRow, float]]:
    """The lanes that are at least partly seen, each with its middle in the figure."""
    place, shift, half = frame.layout, frame.lanes_shift, frame.layout.pitch / 2
    for row in place.lanes:
        middle = row.middle + shift
        if place.lanes_top < middle + half and middle - half < place.lanes_bottom:
            yield row, middle


def lane_hits(frame: Frame) -> list[Hit]:
    """Bars and lane names that answer to the pointer; a bar says itself, a name its measure."""
    area = frame.lanes_area
    hits: list[Hit] = []
    for row, middle in visible_rows(frame):
        lane, pitch = row.lane, frame.layout.pitch
        name = QRectF(MARGIN, middle - pitch / 2, GUTTER - 4, pitch)
        spoken = lane.bars[-1].spoken if lane.bars else lane.name
        hits.append(Hit(name.intersected(area), spoken, "measure", lane.measure))
        for shape in bar_shapes(frame, lane, middle):
            grip = shape.rect.adjusted(-1, -1, TIP if shape.open_end else 1, 1)
            hits.append(Hit(grip.intersected(area), shape.bar.spoken, "measure", lane.measure))
    return hits


def _plot(frame: Frame) -> QRectF:
    area = frame.lanes_area
    area.setLeft(frame.layout.left - 1)
    return area


def _paint_headers(painter: QPainter, frame: Frame) -> None:
    place, theme, shift = frame.layout, frame.theme, frame.lanes_shift
    for row in place.groups:
        top = round(row.top + shift)
        ink.horizontal(painter, MARGIN, place.right, top, theme.color("line"))
        middle = top + HEADER / 2 + 1
        name = elided("lane_strong", row.group.name, GUTTER - 6)
        ink.write(painter, "lane_strong", theme.color("ink"), MARGIN, middle, name)
        summary = elided("lane_light", row.group.summary, place.right - place.left)
        ink.write(painter, "lane_light", theme.color("text3"), place.left, middle, summary)
    if not place.groups:
        middle = place.lanes_top + HEADER / 2
        words = "No measure touches this material in these data."
        ink.write(painter, "lane_light", theme.color("text3"), place.left, middle, words)


def _paint_row(painter: QPainter, frame: Frame, row: LaneRow, middle: float) -> None:
    place, theme = frame.layout, frame.theme
    role = "lane"
    if row.lane.binding:
        role = "lane_strong"
        ground = QRectF(MARGIN - 4, middle - place.pitch / 2, 0, place.pitch)
        ground.setRight(place.right)
        painter.fillRect(ground, theme.color("select"))
    name = elided(role, row.lane.name, GUTTER - 6)
    ink.write(painter, role, theme.color("ink"), MARGIN, middle, name)


def _paint_veil(painter: QPainter, frame: Frame) -> None:
    left = max(frame.cursor, frame.layout.left)
    right = frame.layout.right + TIP
    if left < right:
        veil = frame.lanes_area
        veil.setLeft(left)
        veil.setRight(right)
        painter.fillRect(veil, frame.theme.faded("panel", VEIL))
