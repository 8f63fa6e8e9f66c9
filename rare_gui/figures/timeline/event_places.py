"""Where event marks stand and what their labels say, kept for as long as that stays the same.

Not for painting them (`events`), for which are told as one (`event_heaps`), nor for finding room
(`event_rows`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import inf

from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.event_heaps import Heap, heaps_in_view, told_apart
from rare_gui.figures.timeline.event_rows import GAP, Shape, arranged
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.time_axis import TimeAxis
from rare_gui.scenes.timeline.parts import EventMark

_EDGE = 6.0  # px that stay free at the figure's right edge


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """A mark with its row; `label` is empty where there is no room. `others` stand at its place.

    `left` and `right` are the px that the mark and its label take in their row. A `crowd` is drawn
    as the count of its marks, without a label.
    """

    mark: EventMark
    others: tuple[EventMark, ...]
    x: float
    row: int
    label: str
    label_left: float
    left: float
    right: float
    crowd: bool = False

    @property
    def role(self) -> str:
        return _role(self.mark)


def _role(mark: EventMark) -> str:
    return "lane_italic" if mark.ahead else "lane"


def place_events(frame: Frame) -> list[PlacedEvent]:
    """Rows and labels for the events in the window, from left to right.

    Each mark's label stands right of it, else left of it, never across the as-of cursor, and never
    so that another mark could be taken for its own; else the mark stands alone. Better ranks come
    first. Marks that lie on each other become one, labelled with their count; where there are many
    the less important ones become counts. No mark stands on another: labels leave them the room.
    """
    first, last = frame.layout.left - 2, frame.layout.width - _EDGE
    crowd = _measured(frame.scene.events, frame.axis, first, last)
    return crowd.placed(frame.cursor if frame.cursor_seen else -inf)


class _Crowd:
    """The events in view with their labels measured; placed anew only when the cursor matters.

    A label stands between `first` and `last` px.
    """

    def __init__(self, heaps: tuple[Heap, ...], first: float, last: float) -> None:
        self._heaps = heaps
        self._words: list[str] = []
        self._widths: list[float] = []
        # For each heap the label's span right of it, and left of it; empty when out of bounds.
        self._spans: list[tuple[float, float]] = []
        for heap in self._heaps:
            x, marks = heap.x, heap.marks
            text = marks[0].label + (f" +{len(marks) - 1}" if len(marks) > 1 else "")
            width = text_width(_role(marks[0]), text)
            for left in (x + GAP, x - GAP - width):
                inside = not heap.crowd and first <= left and left + width <= last
                self._spans.append((left - 3, left + width + 3) if inside else (-inf, inf))
            self._words.append(text)
            self._widths.append(width)
        self._known: dict[tuple[bool, ...], list[PlacedEvent]] = {}

    def placed(self, cursor: float) -> list[PlacedEvent]:
        """The same list for all cursors that cross the same labels."""
        free = tuple([not left <= cursor <= right for left, right in self._spans])
        known = self._known.get(free)
        if known is None:
            if len(self._known) > 500:
                self._known.clear()
            known = self._known[free] = self._place(free)
        return known

    def _place(self, free: tuple[bool, ...]) -> list[PlacedEvent]:
        shapes = tuple(
            Shape(heap.x, heap.rank, heap.half, width, *free[2 * n : 2 * n + 2])
            for n, (heap, width) in enumerate(zip(self._heaps, self._widths, strict=True))
        )
        places = arranged(shapes)
        return [
            PlacedEvent(
                heap.marks[0], heap.marks[1:], heap.x, place.row,
                "" if place.label_left is None else text,
                heap.x if place.label_left is None else place.label_left, place.left, place.right,
                heap.crowd,
            )
            for heap, text, place in zip(self._heaps, self._words, places, strict=True)
        ]  # fmt: skip


@lru_cache(maxsize=32)
def _measured(events: tuple[EventMark, ...], axis: TimeAxis, first: float, last: float) -> _Crowd:
    return _Crowd(told_apart(heaps_in_view(events, axis)), first, last)
