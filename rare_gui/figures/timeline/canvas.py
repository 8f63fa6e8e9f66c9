"""The surface that the timeline is painted on: one pyqtgraph view with two layers.

What a step of the as-of day leaves alone is kept as pictures; only the cursor, the veil's edge,
and words that the cursor crosses are new. Not for the pointer: `gestures` reads it.
"""

from __future__ import annotations

import math
import sys
import traceback
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QFrame, QStyleOptionGraphicsItem, QWidget

from rare_gui.figures.timeline.axis import clear_tick_labels
from rare_gui.figures.timeline.crosshair import paint_crosshair
from rare_gui.figures.timeline.cursor import (
    flag_rect,
    known_on_rect,
    paint_compared,
    paint_cursor,
    paint_data_end,
    paint_focus,
    paint_frame,
    paint_known_on,
)
from rare_gui.figures.timeline.event_places import PlacedEvent, place_events
from rare_gui.figures.timeline.events import paint_events
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.hovering import paint_hovered
from rare_gui.figures.timeline.kept import Kept
from rare_gui.figures.timeline.overview import paint_window
from rare_gui.figures.timeline.pane_labels import Word
from rare_gui.figures.timeline.pane_words import PaneWords, paint_pane_words
from rare_gui.figures.timeline.panes import paint_gaps
from rare_gui.figures.timeline.read_out import Told, read_out
from rare_gui.figures.timeline.stepping import is_step, stepped_region
from rare_gui.figures.timeline.still import Still
from rare_gui.figures.timeline.truce import paint_step_labels, paint_truce_end


def _tell(error: Exception) -> None:
    """Tell an error here: one that leaves a paint event ends the process within PySide6.

    Its traceback goes along as text, for it would keep the painter beyond its end.
    """
    error.add_note("".join(traceback.format_tb(error.__traceback__)))
    sys.excepthook(type(error), error.with_traceback(None), None)


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
            try:
                self.paint_frame(painter, frame)
            except Exception as error:
                _tell(error)

    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        raise NotImplementedError


class _Below(_Layer):
    """Ground and lanes; the lanes right of the cursor are veiled."""

    def __init__(self, canvas: TimelineCanvas, height: int) -> None:
        super().__init__(canvas, height)
        self.still = Still()

    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        self.still.paint(painter, frame, self.canvas.exposes)


class _Above(_Layer):
    """Events, words and whatever moves with the as-of day."""

    def __init__(self, canvas: TimelineCanvas, height: int) -> None:
        super().__init__(canvas, height)
        self._events = Kept()

    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        self._paint_events(painter, frame)
        paint_step_labels(painter, frame)
        paint_truce_end(painter, frame)
        paint_gaps(painter, frame)
        paint_data_end(painter, frame)
        paint_compared(painter, frame)
        exposes = self.canvas.exposes
        words = [word for word in self.canvas.placed_words() if exposes(word.rect)]
        paint_pane_words(painter, frame, words)
        paint_window(painter, frame)
        for flag in (flag_rect(frame), known_on_rect(frame)):
            if flag.width():
                clear_tick_labels(painter, frame, flag)
        paint_known_on(painter, frame)
        paint_cursor(painter, frame)
        self._paint_pointed(painter, frame)
        paint_frame(painter, frame)
        if self.canvas.focused:
            paint_focus(painter, frame)

    def _paint_pointed(self, painter: QPainter, frame: Frame) -> None:
        """What answers to the pointer: the crosshair, and the outline of what it is on."""
        pointed = self.canvas.pointed
        if pointed is not None:
            paint_crosshair(painter, frame, pointed, self.canvas.told())
        if self.canvas.hovered is not None:
            paint_hovered(painter, frame, self.canvas.hovered)

    def _paint_events(self, painter: QPainter, frame: Frame) -> None:
        placed = self.canvas.placed_events()
        place = frame.layout
        # A label may hang over the truce band by its halo alone.
        rect = QRectF(0, 0, place.width, place.events_bottom)
        if not self.canvas.exposes(rect):
            return
        key = (placed, frame.scene.notes, frame.theme, frame.axis, place.width)
        self._events.renew(
            key, rect, painter.deviceTransform().m11(), None,
            lambda inner: paint_events(inner, frame, placed),
        )  # fmt: skip
        self._events.show(painter)


class TimelineCanvas(pg.GraphicsView):
    """Shows one frame; handing it another one repaints it. Its coordinates are logical px."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.frame_shown: Frame | None = None
        self.hovered: Hit | None = None
        self.pointed: float | None = None  # px of the crosshair
        self.focused = False
        self._told: tuple[Frame, int, list[Told]] | None = None
        self._events: list[PlacedEvent] | None = None
        self._words: list[Word] | None = None
        self._pane_words = PaneWords()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        # The ground covers everything: nothing need be filled before it.
        self.setBackgroundBrush(QBrush(Qt.BrushStyle.NoBrush))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, True)
        self.viewport().setAutoFillBackground(False)
        self._exposed: QRegion | None = None
        self._below = _Below(self, 0)
        self._layers: list[_Layer] = [self._below, _Above(self, 1)]
        for layer in self._layers:
            self.addItem(layer)

    def show_frame(self, frame: Frame) -> None:
        """Repaint with `frame`: after a step of the as-of day only what that changes."""
        before, events, words = self.frame_shown, self._events, self._words
        self.frame_shown = frame
        self._events = self._words = None
        pointed = self.pointed is not None or self.hovered is not None
        if before is None or events is None or words is None or pointed:
            self.viewport().update()
        elif is_step(before, frame):
            both = words, self.placed_words()
            region = stepped_region(before, frame, both, events is self.placed_events())
            self.viewport().update(region + self._below.still.stepped_region(before, frame))
        else:
            self.viewport().update()

    def exposes(self, rect: QRectF) -> bool:
        """Whether any of `rect` is being painted: all is, but for a step of the as-of day."""
        return self._exposed is None or self._exposed.intersects(rect.toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Remember what is to be painted, then paint."""
        self._exposed = event.region()
        super().paintEvent(event)
        self._exposed = None  # a picture of the figure is painted without an event

    def show_hovered(self, hit: Hit | None) -> None:
        """Bring out the bar or event that the pointer is on, or none."""
        if hit != self.hovered:
            self.hovered = hit
            self.viewport().update()

    def show_crosshair(self, x: float | None) -> None:
        """Draw the crosshair at `x` px, or none."""
        if x != self.pointed:
            self.pointed = x
            self.viewport().update()

    def show_focus(self, focused: bool) -> None:
        """Draw the ring of the keyboard's focus, or none."""
        if focused != self.focused:
            self.focused = focused
            self.viewport().update()

    def told(self) -> list[Told]:
        """What the crosshair reads out, worked out once for a day."""
        frame, x = self.frame_shown, self.pointed
        if frame is None or x is None:
            return []
        day = math.floor(frame.axis.day(x))
        if self._told is None or self._told[0] is not frame or self._told[1] != day:
            self._told = (frame, day, read_out(frame, day))
        return self._told[2]

    def placed_events(self) -> list[PlacedEvent]:
        """The events of the frame shown, placed once a frame."""
        if self._events is None:
            self._events = place_events(self.frame_shown) if self.frame_shown else []
        return self._events

    def placed_words(self) -> list[Word]:
        """The words in the panes of the frame shown, placed once a frame."""
        if self._words is None:
            self._words = self._pane_words.place(self.frame_shown) if self.frame_shown else []
        return self._words

    def resizeEvent(self, event: Any) -> None:
        for layer in getattr(self, "_layers", []):
            layer.prepareGeometryChange()
        super().resizeEvent(event)
