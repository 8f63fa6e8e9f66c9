"""Paint the lanes: names, rows, bars, their words, the veil over the future and the group headers.

The events above and the panes below have painters of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rare_gui.domain.counting import counted
from rare_gui.figures import ink
from rare_gui.figures.fonts import elided
from rare_gui.figures.timeline.bar_shape import (
    NOWHERE,
    BarShape,
    PlacedLabel,
    bar_shapes,
    bar_words,
    is_moved_by,
    lane_labels,
)
from rare_gui.figures.timeline.bars import TIP, VEIL, paint_bar, paint_label, paint_question
from rare_gui.figures.timeline.density import paint_density
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.heights import HEADER
from rare_gui.figures.timeline.layout import GUTTER, MARGIN, LaneRow
from rare_gui.figures.timeline.shelf import paint_chevron
from rare_gui.scenes.palette import Fill


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """A lane in view: its bars, and the labels that they have while no cursor is in the way."""

    row: LaneRow
    middle: float
    shapes: tuple[BarShape, ...]
    labels: tuple[PlacedLabel | None, ...]

    def is_crossed(self, cursor: float) -> bool:
        """Whether a cursor at `cursor` px may move one of the labels."""
        return any(map(is_moved_by, self.shapes, self.labels, [cursor] * len(self.shapes)))


def place_lanes(frame: Frame) -> tuple[PlacedLane, ...]:
    """The lanes in view; the same for every as-of day."""
    placed = []
    for row, middle in frame.seen_rows:
        shapes = bar_shapes(frame, row.lane, middle)
        labels = lane_labels(shapes, NOWHERE)
        placed.append(PlacedLane(row, middle, tuple(shapes), tuple(labels)))
    return tuple(placed)


def plot(frame: Frame) -> QRectF:
    """Where bars may be painted."""
    area = frame.lanes_area
    area.setLeft(frame.layout.left - 1)
    area.setRight(frame.layout.right + TIP)
    return area


def row_rect(frame: Frame, lane: PlacedLane) -> QRectF:
    """The row's part of the plot."""
    area, pitch = plot(frame), frame.layout.pitch
    return QRectF(area.left(), lane.middle - pitch / 2, area.width(), pitch)


def paint_bodies(painter: QPainter, frame: Frame, lanes: tuple[PlacedLane, ...]) -> None:
    """Rows, lane names and bars without their words."""
    for lane in lanes:
        _paint_row(painter, frame, lane)
    painter.save()
    painter.setClipRect(plot(frame))
    for lane in lanes:
        # What became known later lies over what was known then.
        for shape in sorted(lane.shapes, key=lambda shape: shape.bar.later):
            if shape.bar.fill is not Fill.PAST:
                paint_bar(painter, shape, frame.theme)
    painter.restore()


def paint_veil(painter: QPainter, frame: Frame, rect: QRectF) -> None:
    """The veil over what lies after the as-of day."""
    painter.fillRect(rect, frame.theme.faded("panel", VEIL))


def paint_words(
    painter: QPainter,
    frame: Frame,
    lane: PlacedLane,
    labels: Sequence[PlacedLabel | None],
    veiled: bool | None = None,
    exposes: Callable[[QRectF], bool] = lambda _: True,
) -> None:
    """What stands above the veil in a row: labels, and bars past their date.

    Nobody can know what those are: no future to be veiled. `veiled`: whether the labels are; when
    None, those after the as-of cursor. `exposes` tells whether any of a bar is to be painted.
    """
    for shape, label in zip(lane.shapes, labels, strict=True):
        if not exposes(shape.rect.adjusted(-1, -1, TIP, 1)):
            continue
        if shape.bar.fill is Fill.PAST:
            paint_bar(painter, shape, frame.theme)
        if not shape.bar.later:
            paint_question(painter, shape, frame.theme)
        if label is not None:
            faint = label.x > frame.cursor if veiled is None else veiled
            paint_label(painter, shape, label, frame.theme, faint)


def lane_hits(frame: Frame, lanes: tuple[PlacedLane, ...]) -> list[Hit]:
    """Bars and lane names that answer to the pointer; a bar says itself, a name its measure."""
    hits: list[Hit] = []
    pitch = frame.layout.pitch
    for placed in lanes:
        lane, middle = placed.row.lane, placed.middle
        name = QRectF(MARGIN, middle - pitch / 2, GUTTER - 4, pitch)
        spoken = lane.bars[-1].spoken if lane.bars else lane.name
        hits.append(Hit(name, spoken, "measure", lane.measure))
        labels = lane_labels(placed.shapes, frame.cursor if frame.cursor_seen else NOWHERE)
        for shape, label in zip(placed.shapes, labels, strict=True):
            grip = shape.rect.adjusted(-1, -1, TIP if shape.open_end else 1, 1)
            words = next(iter(bar_words(shape)), "")
            if label is not None and label.text == words:
                words = ""
            hits.append(Hit(grip, shape.bar.spoken, "measure", lane.measure, words=words))
    return hits


def paint_headers(painter: QPainter, frame: Frame) -> None:
    """The groups' names and summaries, and how many lanes are scrolled away."""
    place, theme, shift = frame.layout, frame.theme, frame.lanes_shift
    for row in place.groups_seen(frame.scroll):
        top = round(row.top + shift)
        ink.horizontal(painter, MARGIN, place.right, top, theme.color("line"))
        middle = top + HEADER / 2 + 1
        if row.folded:
            middle -= 2  # the skyline stands under the words
            paint_density(painter, frame, row.group, top + HEADER)
        if row.folded or not frame.saved:
            paint_chevron(painter, frame, MARGIN - 7, middle, folded=row.folded)
        name = elided("lane_strong", row.group.name, GUTTER - 6)
        ink.write(painter, "lane_strong", theme.color("ink"), MARGIN, middle, name)
        summary = elided("lane_light", row.group.summary, place.right - place.left)
        ink.write(painter, "lane_light", theme.color("text3"), place.left, middle, summary)
    if not place.groups:
        middle = place.lanes_top + HEADER / 2
        words = "No measure touches this material in these data."
        ink.write(painter, "lane_light", theme.color("text3"), place.left, middle, words)
    if place.hidden:
        middle = place.lanes_bottom - 8
        words = hint_words(frame)
        ink.write(painter, "note_medium", theme.color("text2"), place.left, middle, words)


def hint_words(frame: Frame) -> str:
    """How many lanes are scrolled away: "3 more below", "2 more above, 1 below"."""
    above, end = frame.layout.span_seen(frame.scroll)
    below = len(frame.layout.lanes) - end
    if above and below:
        return f"{above} more above, {below} below"
    return f"{above} more above" if above else f"{below} more below"


def group_hits(frame: Frame) -> list[Hit]:
    """The headers of the groups: a click folds or unfolds."""
    shift, place = frame.lanes_shift, frame.layout
    hits: list[Hit] = []
    for row in place.groups_seen(frame.scroll):
        act = "open" if row.folded else "fold"
        count = len(row.group.lanes)
        lanes = counted(count, "lane", "lanes")
        rect = QRectF(0, row.top + shift, place.right, HEADER)
        spoken = f"{row.group.name}: {row.group.summary}\nClick to {act} {lanes}"
        hits.append(Hit(rect, spoken, "group", row.group.key))
    return hits


def _paint_row(painter: QPainter, frame: Frame, lane: PlacedLane) -> None:
    place, theme = frame.layout, frame.theme
    role = "lane"
    if lane.row.lane.binding:
        role = "lane_strong"
        ground = QRectF(MARGIN - 4, lane.middle - place.pitch / 2, 0, place.pitch)
        ground.setRight(place.right)
        painter.fillRect(ground, theme.color("select"))
    name = elided(role, lane.row.lane.name, GUTTER - 6)
    ink.write(painter, role, theme.color("ink"), MARGIN, lane.middle, name)
