"""The pointer over the timeline's canvas: presses, moves, wheel, pinches and tooltips.

Not for what a press means (`gestures`) and not for what is shown: it asks the figure for that.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.timeline.canvas import TimelineCanvas
from rare_gui.figures.timeline.crosshair import crosshair_seen
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.gestures import (
    Gesture,
    Intents,
    Part,
    bounded,
    part_at,
    scaled,
    zoomed,
)
from rare_gui.figures.timeline.keys import pinched

_CURSORS: dict[Part, Qt.CursorShape] = {
    Part.CURSOR: Qt.CursorShape.SizeHorCursor,
    Part.KNOWN_ON: Qt.CursorShape.SizeHorCursor,
    Part.AXIS: Qt.CursorShape.PointingHandCursor,
    Part.STRIP_FIRST: Qt.CursorShape.SizeHorCursor,
    Part.STRIP_LAST: Qt.CursorShape.SizeHorCursor,
    Part.STRIP: Qt.CursorShape.OpenHandCursor,
}


class Pointed(Protocol):
    """What the pointer needs of the figure that it is over."""

    canvas: TimelineCanvas

    def hit_at(self, at: QPointF) -> Hit | None:
        """The uppermost place at a point, or None."""

    def preview(self, first: float, last: float) -> None:
        """Show a window ahead of the scene."""

    def rest_soon(self) -> None:
        """The window shown ahead rests unless another step follows."""

    def rest(self) -> None:
        """The window shown ahead rests now."""

    def take(self) -> None:
        """Somebody has pressed: keys come here, and nothing settles meanwhile."""

    def scroll_lanes(self, rows: int) -> None:
        """Scroll the lanes by rows."""


class Pointer(QObject):
    """Reads the events of a figure's canvas; pyqtgraph's own panning and menus never see them."""

    _alive = False  # what is left once Python has taken the object apart before Qt does

    def __init__(self, figure: Pointed, intents: Intents) -> None:
        super().__init__(figure.canvas)
        self._figure = figure
        self._intents = intents
        self._gesture: Gesture | None = None
        self._crosshair = True
        self._alive = True
        viewport = figure.canvas.viewport()
        viewport.installEventFilter(self)
        viewport.grabGesture(Qt.GestureType.PinchGesture)

    def set_crosshair(self, shown: bool) -> None:
        """Whether a line and a read-out follow the pointer."""
        self._crosshair = shown
        if not shown:
            self._figure.canvas.show_crosshair(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        frame = self._figure.canvas.frame_shown if self._alive else None
        if frame is None:
            return False
        if isinstance(event, QMouseEvent):
            return self._on_mouse(frame, event)
        if isinstance(event, QWheelEvent):
            self._on_wheel(frame, event)
            return True
        if isinstance(event, QHelpEvent):
            self._on_tooltip(event)
            return True
        pinch = pinched(event)
        if pinch is not None:
            self._figure.preview(*scaled(frame, pinch[0], 1 / pinch[1]))
            self._figure.rest_soon()
            return True
        if event.type() == QEvent.Type.Leave:
            self._figure.canvas.show_hovered(None)
            self._figure.canvas.show_crosshair(None)
        return event.type() == QEvent.Type.ContextMenu

    def _on_mouse(self, frame: Frame, event: QMouseEvent) -> bool:
        at = event.position()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._figure.take()
                self._figure.canvas.show_crosshair(None)
                self._gesture = Gesture(frame, at, self._figure.hit_at(at), self._intents)
                self._gesture.begin(event.modifiers())
            case QEvent.Type.MouseMove if self._gesture is not None:
                self._gesture.move(at, event.modifiers())
            case QEvent.Type.MouseMove:
                self._show_pointer(frame, at)
            case QEvent.Type.MouseButtonRelease if self._gesture is not None:
                gesture, self._gesture = self._gesture, None
                gesture.end()
                self._figure.rest()  # what the wheel left before the press
            case QEvent.Type.MouseButtonDblClick:
                self._gesture = None
                if part_at(frame, at) in (Part.PLOT, Part.STRIP):
                    self._figure.preview(*map(float, frame.scene.limits))
                    self._figure.rest()
        return True

    def _show_pointer(self, frame: Frame, at: QPointF) -> None:
        canvas = self._figure.canvas
        part, hit = part_at(frame, at), self._figure.hit_at(at)
        picks = hit is not None and bool(hit.kind)
        shape = Qt.CursorShape.PointingHandCursor if picks else Qt.CursorShape.ArrowCursor
        canvas.viewport().setCursor(_CURSORS.get(part, shape))
        is_bar = hit is not None and hit.kind == "measure" and at.x() >= frame.layout.left
        brought_out = is_bar or (hit is not None and hit.line is not None)
        canvas.show_hovered(hit if brought_out else None)
        seen = self._crosshair and crosshair_seen(frame, at.x(), at.y())
        canvas.show_crosshair(at.x() if seen and part is not Part.CURSOR else None)

    def _on_wheel(self, frame: Frame, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        sideways = event.angleDelta().x() / 120
        at = event.position()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or at.x() < frame.layout.left:
            self._figure.scroll_lanes(-round((steps or sideways) * 2))
        elif steps:
            self._figure.preview(*zoomed(frame, at.x(), steps))
            self._figure.rest_soon()
        elif sideways:
            days = -sideways * 40 / frame.axis.px_per_day
            self._figure.preview(*bounded(frame, frame.axis.first + days, frame.axis.last + days))
            self._figure.rest_soon()
        event.accept()

    def _on_tooltip(self, event: QHelpEvent) -> None:
        hit = self._figure.hit_at(QPointF(event.pos()))
        if hit is None or not hit.spoken:
            QToolTip.hideText()
            return
        QToolTip.showText(
            event.globalPos(),
            tooltip_text(hit.spoken),
            self._figure.canvas,
            hit.place.toRect(),
        )
