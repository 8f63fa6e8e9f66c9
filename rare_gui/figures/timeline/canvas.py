"""The surface that the timeline is painted on: one pyqtgraph view, one item per layer.

What never moves with the as-of day is painted once into a pixmap; a step of the cursor costs only
the events, the lanes and the cursor. Not for the pointer: `gestures` reads it.
"""

from __future__ import annotations

import math
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QStyleOptionGraphicsItem, QWidget

from rare_gui.figures.timeline.axis import paint_axis, paint_grid, paint_tick_labels
from rare_gui.figures.timeline.bars import paint_hovered
from rare_gui.figures.timeline.cursor import (
    flag_rect,
    paint_cursor,
    paint_data_end,
    paint_known_on,
)
from rare_gui.figures.timeline.events import PlacedEvent, paint_events, place_events
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.lanes import paint_bodies, paint_words
from rare_gui.figures.timeline.overview import paint_overview, paint_window
from rare_gui.figures.timeline.panes import paint_panes
from rare_gui.figures.timeline.truce import (
    paint_band,
    paint_step_labels,
    paint_tint,
    paint_truce_end,
)


class _Layer(pg.GraphicsObject):
    """An item as large as the view, painted in the view's logical px."""

    def __init__(self, canvas: TimelineCanvas, height: int) -> None:
        super().__init__()
        self.canvas = canvas
        self.setZValue(height)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.canvas.width(), self.canvas.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        frame = self.canvas.frame_shown
        if frame is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            self.paint_frame(painter, frame)

    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        raise NotImplementedError


class _Kept(_Layer):
    """A layer that is kept as a pixmap until its key changes."""

    def __init__(self, canvas: TimelineCanvas, height: int) -> None:
        super().__init__(canvas, height)
        self._key: object = None
        self._pixmap = QPixmap()

    def key(self, frame: Frame) -> object:
        """All that the kept picture depends on, apart from size, axis, theme and scale."""
        raise NotImplementedError

    def paint_kept(self, painter: QPainter, frame: Frame) -> None:
        """Paint the picture to be kept."""
        raise NotImplementedError

    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        place, scale = frame.layout, painter.deviceTransform().m11()
        size = (place.width, place.height, place.pitch, place.axis, place.lanes_bottom)
        key = (frame.theme, scale, frame.axis, size, self.key(frame))
        if key != self._key:
            self._key = key
            wide, high = math.ceil(place.width * scale), math.ceil(place.height * scale)
            self._pixmap = QPixmap(wide, high)
            self._pixmap.setDevicePixelRatio(scale)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            inner = QPainter(self._pixmap)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            self.paint_kept(inner, frame)
            inner.end()
        painter.drawPixmap(0, 0, self._pixmap)


class _Ground(_Kept):
    """Grid, truce, panes, axis and overview: they do not move with the as-of day."""

    def key(self, frame: Frame) -> object:
        scene = frame.scene
        bars = tuple(row.lane.bars for row in frame.layout.lanes)
        return (scene.panes, scene.truce, scene.limits, scene.data_end, bars)

    def paint_kept(self, painter: QPainter, frame: Frame) -> None:
        place = frame.layout
        painter.fillRect(QRectF(0, 0, place.width, place.height), frame.theme.color("panel"))
        paint_tint(painter, frame)
        paint_grid(painter, frame)
        paint_band(painter, frame)
        paint_panes(painter, frame)
        paint_axis(painter, frame)
        paint_overview(painter, frame)


class _Bodies(_Kept):
    def key(self, frame: Frame) -> object:
        return (frame.scroll, tuple(row.lane for row in frame.layout.lanes))

    def paint_kept(self, painter: QPainter, frame: Frame) -> None:
        paint_bodies(painter, frame)


class _Words(_Layer):
    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        paint_words(painter, frame)


class _Events(_Layer):
    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        paint_events(painter, frame, self.canvas.placed_events())
        paint_step_labels(painter, frame)
        paint_truce_end(painter, frame)


class _Above(_Layer):
    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        paint_data_end(painter, frame)
        paint_known_on(painter, frame)
        paint_window(painter, frame)
        paint_tick_labels(painter, frame, flag_rect(frame))
        paint_cursor(painter, frame)
        if self.canvas.hovered is not None:
            paint_hovered(painter, self.canvas.hovered, frame.theme)


class TimelineCanvas(pg.GraphicsView):
    """Shows one frame; handing it another one repaints it. Its coordinates are logical px."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.frame_shown: Frame | None = None
        self.hovered: QRectF | None = None
        self._placed: list[PlacedEvent] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self._layers: list[_Layer] = [
            _Ground(self, 0),
            _Bodies(self, 1),
            _Words(self, 2),
            _Events(self, 3),
            _Above(self, 4),
        ]
        for layer in self._layers:
            self.addItem(layer)

    def show_frame(self, frame: Frame) -> None:
        """Repaint with `frame`."""
        self.frame_shown = frame
        self._placed = None
        self.viewport().update()

    def show_hovered(self, rect: QRectF | None) -> None:
        """Outline the bar at `rect`, or none."""
        if rect != self.hovered:
            self.hovered = rect
            self.viewport().update()

    def placed_events(self) -> list[PlacedEvent]:
        """The events of the frame shown, placed once a frame."""
        if self._placed is None:
            self._placed = place_events(self.frame_shown) if self.frame_shown else []
        return self._placed

    def resizeEvent(self, event: Any) -> None:
        for layer in getattr(self, "_layers", []):
            layer.prepareGeometryChange()
        super().resizeEvent(event)
