"""The timeline's ground and lanes as kept pictures, put together for an as-of day.

Two pictures of the lanes, lit and veiled, meet at the cursor; only a row whose label the cursor
crosses is painted anew. Not for events, panes' words and the cursor itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QRegion

from rare_gui.figures.timeline.axis import paint_axis, paint_grid, paint_tick_labels
from rare_gui.figures.timeline.bar_shape import NOWHERE, Labels, lane_labels
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.kept import Kept
from rare_gui.figures.timeline.lanes import (
    PlacedLane,
    paint_bodies,
    paint_headers,
    paint_veil,
    paint_words,
    place_lanes,
    plot,
    row_rect,
)
from rare_gui.figures.timeline.overview import paint_overview, strip
from rare_gui.figures.timeline.panes import paint_panes
from rare_gui.figures.timeline.shelf import paint_shelf
from rare_gui.figures.timeline.stepping import region_of
from rare_gui.figures.timeline.truce import paint_band, paint_tint

_MOST_SAID = 200

Exposes = Callable[[QRectF], bool]
"""Whether any of a rect is to be painted."""


def _everything(_: QRectF) -> bool:
    return True


class Still:
    """The kept pictures of one figure."""

    def __init__(self) -> None:
        self._ground, self._overview = Kept(), Kept()
        self._bare, self._lit, self._veiled = Kept(), Kept(), Kept()
        self._lanes: tuple[PlacedLane, ...] = ()
        self._said: dict[tuple[float, float], Labels] = {}  # by a lane's middle and the cursor

    def stepped_region(self, before: Frame, after: Frame) -> QRegion:
        """The rows whose labels stand elsewhere, or not at all, after a step of the as-of day."""
        rows = [
            row_rect(after, lane)
            for lane in self._lanes
            if self._labels(lane, before) != self._labels(lane, after)
        ]
        return region_of(rows)

    def _labels(self, lane: PlacedLane, frame: Frame) -> Labels:
        """The lane's labels out of the cursor's way; worked out once to compare and to paint."""
        cursor = frame.cursor
        if not frame.cursor_seen or not lane.is_crossed(cursor):
            return lane.labels
        key = (lane.middle, cursor)
        if key not in self._said:
            if len(self._said) >= _MOST_SAID:
                self._said.clear()
            self._said[key] = tuple(lane_labels(lane.shapes, cursor))
        return self._said[key]

    def paint(self, painter: QPainter, frame: Frame, exposes: Exposes = _everything) -> None:
        """Draw everything that lies below the events and the words of the panes."""
        scale = painter.deviceTransform().m11()
        self._renew(frame, scale)
        self._ground.show(painter)
        self._overview.show(painter)
        if frame.moving:
            self._paint_moving(painter, frame)
            return
        area, bars = frame.lanes_area, plot(frame)
        # On a whole pixel, or a column of pixels would be mixed from both pictures.
        cut = round(frame.cursor * scale) / scale
        cut = min(max(cut, bars.left()), bars.right())
        self._lit.show(painter)
        if cut < bars.right():
            self._veiled.show(painter, QRectF(cut, area.top(), bars.right() - cut, area.height()))
        for lane in self._lanes:
            self._paint_crossed(painter, frame, lane, cut, exposes)

    def _paint_moving(self, painter: QPainter, frame: Frame) -> None:
        """Straight on to the figure: the next frame has another axis, nothing is worth keeping."""
        self._bare.show(painter)
        cursor = frame.cursor if frame.cursor_seen else NOWHERE
        bars = plot(frame)
        painter.save()
        painter.setClipRect(bars)
        veiled = QRectF(bars)
        veiled.setLeft(min(max(round(frame.cursor), bars.left()), bars.right()))
        paint_veil(painter, frame, veiled)
        for lane in self._lanes:
            crossed = cursor is not NOWHERE and lane.is_crossed(cursor)
            labels = lane_labels(lane.shapes, cursor) if crossed else lane.labels
            paint_words(painter, frame, lane, labels)
        painter.restore()
        paint_headers(painter, frame)

    def _paint_crossed(
        self,
        painter: QPainter,
        frame: Frame,
        lane: PlacedLane,
        cut: float,
        exposes: Exposes,
    ) -> None:
        labels = self._labels(lane, frame)
        if labels == lane.labels:
            return  # the cursor is in the bar but in no word's way
        rect = row_rect(frame, lane)
        self._bare.show(painter, rect)
        painter.save()
        painter.setClipRect(rect)
        veiled = QRectF(rect)
        veiled.setLeft(cut)
        paint_veil(painter, frame, veiled)
        paint_words(painter, frame, lane, labels, exposes=exposes)
        painter.restore()

    def _renew(self, frame: Frame, scale: float) -> None:
        scene, place, theme = frame.scene, frame.layout, frame.theme
        panel = theme.color("panel")
        size = (
            place.width, place.height, place.lanes_top, place.lanes_bottom, place.axis,
            tuple((row.top, row.bottom) for row in place.panes), place.opened,
            tuple(pane.key for pane in place.folded),
        )  # fmt: skip
        panes = tuple(
            (p.key, p.title, p.unit, p.top, p.ticks, p.columns, p.lines, p.marks, p.hollow,
             p.message, p.bands)
            for p in scene.panes
        )  # fmt: skip
        ground = (theme, frame.axis, size, panes, scene.truce)
        whole = QRectF(0, 0, place.width, place.height)
        self._ground.renew(ground, whole, scale, panel, lambda inner: _paint_ground(inner, frame))
        # Only the lanes in view: comparing 10,000 at every step would take longer than painting.
        lanes = (len(place.lanes), place.lanes_seen(frame.scroll))
        # The bars alone: the strip does not tell which lanes bind on the as-of day.
        bars = [lane.bars for row in place.groups for lane in row.group.lanes]
        overview = (theme, strip(frame).getRect(), scene.limits, bars)
        self._overview.renew(
            overview, QRectF(0, strip(frame).top(), place.width, strip(frame).height()), scale,
            panel, lambda inner: paint_overview(inner, frame),
        )  # fmt: skip
        summaries = tuple(
            (row.group.name, row.group.summary, row.folded and row.group.lanes)
            for row in place.groups
        )
        key = (ground, frame.scroll, place.pitch, lanes, summaries)
        self._renew_lanes(frame, scale, key)

    def _renew_lanes(self, frame: Frame, scale: float, key: object) -> None:
        area, panel = frame.lanes_area, frame.theme.color("panel")

        def paint_bare(inner: QPainter) -> None:
            self._lanes = place_lanes(frame)
            self._said.clear()
            self._ground.show(inner)
            paint_bodies(inner, frame, self._lanes)

        def paint_all(inner: QPainter, veiled: bool) -> None:
            self._bare.show(inner)
            inner.save()
            inner.setClipRect(plot(frame))
            if veiled:
                paint_veil(inner, frame, plot(frame))
            for lane in self._lanes:
                paint_words(inner, frame, lane, lane.labels, veiled)
            inner.restore()
            paint_headers(inner, frame)

        self._bare.renew(key, area, scale, panel, paint_bare)
        if not frame.moving:
            self._lit.renew(key, area, scale, panel, lambda inner: paint_all(inner, False))
            self._veiled.renew(key, area, scale, panel, lambda inner: paint_all(inner, True))


def _paint_ground(painter: QPainter, frame: Frame) -> None:
    """Grid, truce, panes and axis: they do not move with the as-of day."""
    paint_tint(painter, frame)
    paint_grid(painter, frame)
    paint_band(painter, frame)
    paint_panes(painter, frame)
    paint_shelf(painter, frame)
    paint_axis(painter, frame)
    paint_tick_labels(painter, frame)
