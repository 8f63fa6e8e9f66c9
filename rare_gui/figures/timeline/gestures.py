"""What the pointer means on the timeline: drag the cursor, pan, zoom, pick, move the overview.

It tells what was meant by calling `intents`; it neither paints nor changes a scene.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, Qt

from rare_gui.figures.timeline.cursor import known_on_rect
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.overview import strip, whole_axis, window_rect

_NEAR_CURSOR = 4.5  # half of the 9 px in which the cursor's line can be taken
_SNAP = 5.0
_CLICK = 3.0
LEAST_DAYS = 28.0
_ZOOM = 0.85  # of the window remains after one step of the wheel


class Part(Enum):
    """What lies under the pointer."""

    CURSOR = auto()
    KNOWN_ON = auto()
    AXIS = auto()
    PLOT = auto()
    GUTTER = auto()
    STRIP = auto()
    STRIP_FIRST = auto()
    STRIP_LAST = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Intents:
    """Where the meaning of a gesture goes. Windows are `(first, last)` in days, not yet whole."""

    day: Callable[[int], None]
    known_on: Callable[[int], None]
    preview: Callable[[float, float], None]
    settle: Callable[[], None]
    pick: Callable[[Hit], None]


def part_at(frame: Frame, at: QPointF) -> Part:
    """The part of the timeline at a point in px."""
    place, x, y = frame.layout, at.x(), at.y()
    if strip(frame).adjusted(-5, -2, 5, 2).contains(at):
        window = window_rect(frame)
        if abs(x - window.left()) <= 5:
            return Part.STRIP_FIRST
        if abs(x - window.right()) <= 5:
            return Part.STRIP_LAST
        return Part.STRIP
    if known_on_rect(frame).contains(at):
        return Part.KNOWN_ON
    if place.axis <= y < place.overview_top and x >= place.left - 30:
        return Part.AXIS
    if y >= place.axis:
        return Part.NOTHING
    if frame.cursor_seen and abs(x - frame.cursor) <= _NEAR_CURSOR:
        return Part.CURSOR
    known = frame.scene.known_on
    if known is not None and known_on_rect(frame).width():
        over_lanes = y >= place.lanes_top - 3
        if over_lanes and abs(x - frame.axis.x(known)) <= _NEAR_CURSOR:
            return Part.KNOWN_ON
    return Part.PLOT if x >= place.left else Part.GUTTER


def snapped_day(frame: Frame, x: float, snap: bool) -> int:
    """The day at `x` px, pulled to an event within 5 px, and kept inside the limits."""
    first, last = frame.scene.limits
    if snap:
        near = [(abs(frame.axis.x(mark.day) - x), mark.day) for mark in frame.scene.events]
        if near and min(near)[0] <= _SNAP:
            return min(max(min(near)[1], first), last)
    return min(max(int(frame.axis.day(x) // 1), first), last)


def bounded(frame: Frame, first: float, last: float) -> tuple[float, float]:
    """A window of at least 28 days moved, and if need be cut, to lie inside the limits."""
    least, most = frame.scene.limits
    length = min(max(last - first, LEAST_DAYS), most - least)
    first = min(max(first, least), most - length)
    return first, first + length


def zoomed(frame: Frame, x: float, steps: float) -> tuple[float, float]:
    """The window after zooming by `steps` of the wheel; the day under `x` stays where it is."""
    return scaled(frame, x, _ZOOM**steps)


def scaled(frame: Frame, x: float, share_left: float) -> tuple[float, float]:
    """The window that is `share_left` as long; the day under `x` px stays where it is."""
    axis = frame.axis
    share = (min(max(x, axis.left), axis.right) - axis.left) / (axis.right - axis.left)
    least, most = frame.scene.limits
    length = min(max((axis.last - axis.first) * share_left, LEAST_DAYS), most - least)
    first = axis.first + share * (axis.last - axis.first - length)
    return bounded(frame, first, first + length)


class Gesture:
    """One press of the pointer until its release."""

    def __init__(self, frame: Frame, at: QPointF, hit: Hit | None, intents: Intents) -> None:
        self._start = frame
        self._at = at
        self._hit = hit
        self._intents = intents
        self._moved = False
        self._day: int | None = None
        self.part = part_at(frame, at)
        self._grip = 0.0  # from the line to where its flag was taken
        if self.part is Part.KNOWN_ON and frame.scene.known_on is not None:
            self._grip = at.x() - frame.axis.x(frame.scene.known_on)

    def begin(self, modifiers: Qt.KeyboardModifier) -> None:
        """On the axis a press alone moves the cursor there."""
        if self.part is Part.AXIS:
            self._tell_day(self._at.x(), modifiers)

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the pointer."""
        if not self._moved and (at - self._at).manhattanLength() < _CLICK:
            return
        self._moved = True
        match self.part:
            case Part.CURSOR | Part.AXIS | Part.KNOWN_ON:
                self._tell_day(at.x() - self._grip, modifiers)
            case Part.PLOT:
                self._pan(self._start.axis.px_per_day, self._at.x() - at.x())
            case Part.STRIP | Part.STRIP_FIRST | Part.STRIP_LAST:
                self._move_window(at)
            case _:
                pass

    def end(self) -> None:
        """The release: a click picks what was under it, a drag settles the window."""
        if self._moved:
            if self.part not in (Part.CURSOR, Part.AXIS, Part.KNOWN_ON):
                self._intents.settle()
        elif self.part is Part.STRIP:
            self._centre_window()
        elif self._hit is not None and self._hit.kind:
            self._intents.pick(self._hit)

    def _tell_day(self, x: float, modifiers: Qt.KeyboardModifier) -> None:
        snap = not modifiers & Qt.KeyboardModifier.AltModifier
        day = snapped_day(self._start, x, snap)
        if day != self._day:
            self._day = day
            tell = self._intents.known_on if self.part is Part.KNOWN_ON else self._intents.day
            tell(day)

    def _pan(self, px_per_day: float, px: float) -> None:
        axis = self._start.axis
        days = px / px_per_day
        self._intents.preview(*bounded(self._start, axis.first + days, axis.last + days))

    def _move_window(self, at: QPointF) -> None:
        axis, whole = self._start.axis, whole_axis(self._start)
        days = (at.x() - self._at.x()) / whole.px_per_day
        first, last = axis.first, axis.last
        if self.part is Part.STRIP_FIRST:
            first = min(max(first + days, whole.first), last - LEAST_DAYS)
        elif self.part is Part.STRIP_LAST:
            last = max(min(last + days, whole.last), first + LEAST_DAYS)
        else:
            first, last = first + days, last + days
        self._intents.preview(*bounded(self._start, first, last))

    def _centre_window(self) -> None:
        axis = self._start.axis
        day, half = whole_axis(self._start).day(self._at.x()), (axis.last - axis.first) / 2
        if not axis.first <= day <= axis.last:
            self._intents.preview(*bounded(self._start, day - half, day + half))
            self._intents.settle()
