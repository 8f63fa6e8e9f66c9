"""What keys and pinches mean for the window: zoom, page, go to an end, fit the truce.

Not for steps of the as-of day and playing: the panel around the figure has those keys.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.gestures import bounded, scaled

_STEP = 0.75  # of the window remains after the key that zooms in
_PAGE = 0.9  # a page keeps a tenth of what was seen
_AROUND = 0.08  # of the truce's length is shown before and after it

Window = tuple[float, float]


def keyed_window(frame: Frame, key: int) -> Window | None:
    """The window that a key asks for; None when it means no window.

    Zooming keeps the as-of day in its place when it is seen, else the middle.
    """
    axis, (least, most) = frame.axis, frame.scene.limits
    length = axis.last - axis.first
    fixed = frame.cursor if frame.cursor_seen else (axis.left + axis.right) / 2
    match key:
        case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
            return scaled(frame, fixed, _STEP)
        case Qt.Key.Key_Minus | Qt.Key.Key_Underscore:
            return scaled(frame, fixed, 1 / _STEP)
        case Qt.Key.Key_Home:
            return bounded(frame, least, least + length)
        case Qt.Key.Key_End:
            return bounded(frame, most - length, most)
        case Qt.Key.Key_PageUp:
            return bounded(frame, axis.first - length * _PAGE, axis.last - length * _PAGE)
        case Qt.Key.Key_PageDown:
            return bounded(frame, axis.first + length * _PAGE, axis.last + length * _PAGE)
        case Qt.Key.Key_0:
            return _truce_window(frame)
        case _:
            return None


def _truce_window(frame: Frame) -> Window | None:
    truce = frame.scene.truce
    if not truce:
        return None
    first, last = truce[0].start, truce[-1].end
    around = (last - first) * _AROUND
    return bounded(frame, first - around, last + around)


def pinched(event: QEvent) -> tuple[float, float] | None:
    """The px of a pinch's middle and how much wider the fingers went since the last event.

    None when the event is no pinch. Touch pads send native gestures, touch screens Qt's own.
    """
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return None
        return event.position().x(), max(0.2, 1.0 + event.value())
    if isinstance(event, QGestureEvent):
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture):
            event.accept(pinch)
            return pinch.centerPoint().x(), max(0.2, pinch.scaleFactor())
    return None
