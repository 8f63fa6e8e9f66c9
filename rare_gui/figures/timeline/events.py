"""Give event marks a row and a label, by rank, without overlap; then paint them.

Not for choosing which events there are: the scene does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.layout import MARGIN, event_middle
from rare_gui.scenes.timeline_parts import EventMark

_ROWS = 3
_MARK = 5.0  # half of what a marker takes
_GAP = 8.0  # from a marker's middle to its label
_CROWDED = 15
_ROOM_EACH = 40.0  # px that a mark needs on average, or it is crowded as well
_CLUSTER = 10.0


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """A mark with its row; `label` is empty where there is no room. `others` stand at its place.

    `left` and `right` are the px that the mark and its label take in their row.
    """

    mark: EventMark
    others: tuple[EventMark, ...]
    x: float
    row: int
    label: str
    label_left: float
    left: float
    right: float

    @property
    def role(self) -> str:
        return _role(self.mark)


def _role(mark: EventMark) -> str:
    return "lane_italic" if mark.ahead else "lane"


def place_events(frame: Frame) -> list[PlacedEvent]:
    """Rows and labels for the events in the window.

    Each mark takes the first row where its label fits right of it, else left of it, never across
    the as-of cursor; else it stands alone. This is tried by rank and by day from either end, and
    the outcome that labels most, by rank, is taken. When more than 15 are in view, or more than
    the width has room for, those closer than 10 px become one, labelled with their count.
    """
    axis = frame.axis
    seen = [m for m in frame.scene.events if axis.first <= m.day <= axis.last]
    heaps = _heaps(frame, seen)
    by_rank = sorted(heaps, key=lambda heap: (heap[0].rank, heap[0].day, heap[0].event))
    best: list[PlacedEvent] = []
    most = -1.0
    for order in (by_rank, heaps, heaps[::-1]):
        placed: list[PlacedEvent] = []
        for heap in order:
            _place(frame, heap, placed)
        worth = sum(4.0 ** -min(event.mark.rank, 12) for event in placed if event.label)
        if worth > most:
            best, most = placed, worth
        if all(event.label for event in placed):
            break
    return sorted(best, key=lambda event: (event.x, event.row))


def _heaps(frame: Frame, seen: list[EventMark]) -> list[tuple[EventMark, ...]]:
    """Marks told together, the best-ranked of each first."""
    room = (frame.layout.right - frame.layout.left) / _ROOM_EACH
    crowded = len(seen) > min(_CROWDED, room)
    in_order = sorted(seen, key=lambda mark: (mark.day, mark.rank, mark.event))
    heaps: list[list[EventMark]] = []
    for mark in in_order:
        near = heaps and (mark.day - heaps[-1][0].day) * frame.axis.px_per_day < _CLUSTER
        if near and crowded:
            heaps[-1].append(mark)
        else:
            heaps.append([mark])
    return [tuple(sorted(heap, key=lambda mark: mark.rank)) for heap in heaps]


def _place(frame: Frame, heap: tuple[EventMark, ...], placed: list[PlacedEvent]) -> None:
    mark, others = heap[0], heap[1:]
    x = frame.axis.x(mark.day)
    words = mark.label + (f" +{len(others)}" if others else "")
    width = text_width(_role(mark), words)
    for label_left in (x + _GAP, x - _GAP - width):
        left, right = min(label_left, x - _MARK), max(label_left + width, x + _MARK)
        if not _inside(frame, left, right, label_left, label_left + width):
            continue
        for row in range(_ROWS):
            if _free(placed, row, left, right):
                placed.append(PlacedEvent(mark, others, x, row, words, label_left, left, right))
                return
    left, right = x - _MARK, x + _MARK
    for row in reversed(range(_ROWS)):
        if _free(placed, row, left, right):
            placed.append(PlacedEvent(mark, others, x, row, "", x, left, right))
            return
    # Every row is taken here: a mark may cover another mark, and where labels are in all rows the
    # least important one gives way.
    covering = [e for e in placed if e.label and e.left < right and left < e.right]
    bare_rows = set(range(_ROWS)) - {event.row for event in covering}
    row = max(bare_rows, default=0)
    if not bare_rows:
        loser = max(covering, key=lambda event: event.mark.rank)
        row, at = loser.row, loser.x
        bare = replace(loser, label="", label_left=at, left=at - _MARK, right=at + _MARK)
        placed[placed.index(loser)] = bare
    placed.append(PlacedEvent(mark, others, x, row, "", x, left, right))


def _inside(frame: Frame, left: float, right: float, label_left: float, label_right: float) -> bool:
    """Whether a mark with its label stays in the plot and its label off the as-of cursor."""
    if left < frame.layout.left - 2 or right > frame.layout.right + 14:
        return False
    return not (frame.cursor_seen and label_left - 2 < frame.cursor < label_right + 2)


def _free(placed: list[PlacedEvent], row: int, left: float, right: float) -> bool:
    return not any(
        other.row == row and other.left < right + 4 and left - 4 < other.right for other in placed
    )


def paint_events(painter: QPainter, frame: Frame, placed: list[PlacedEvent]) -> None:
    """Draw the stems, then labels and marks: filled in the past, hollow and italic ahead."""
    theme, bottom = frame.theme, frame.layout.events_bottom
    ink.write(painter, "lane", theme.color("text2"), MARGIN, 17, "Events")
    for event in placed:
        top = event_middle(event.row) + _MARK
        ink.vertical(painter, round(event.x) - 0.5, top, bottom, theme.color("line2"))
    for event in placed:
        middle = event_middle(event.row)
        if event.label:
            ink.write(
                painter, event.role, theme.color("text2"), event.label_left, middle, event.label,
                halo=theme.color("panel"),
            )  # fmt: skip
        _paint_soft(painter, frame, event, middle)
        pen = QPen(Qt.PenStyle.NoPen)
        fill = theme.color("ink")
        if event.mark.ahead:
            pen, fill = QPen(theme.color("text2"), 1.2), theme.color("panel")
        ink.diamond(painter, round(event.x), middle, 4.6, pen, QBrush(fill))


def _paint_soft(painter: QPainter, frame: Frame, event: PlacedEvent, middle: float) -> None:
    """A dotted line over the stretch in which a date known to the month or year may lie."""
    until = event.mark.soft_until
    if until is None:
        return
    end = frame.axis.clip(frame.axis.x(until))
    if end - event.x > 8:
        painter.setPen(ink.dashed(frame.theme.color("text3"), 1, 1.5, 2))
        painter.drawLine(round(event.x) + 5, round(middle + 6), round(end), round(middle + 6))


def event_hits(placed: list[PlacedEvent]) -> list[Hit]:
    """Marks with their labels; a heap says all of its events, one a line, and picks the first."""
    hits: list[Hit] = []
    for event in placed:
        middle, width = event_middle(event.row), event.right - event.left
        spoken = "\n".join(mark.spoken for mark in (event.mark, *event.others))
        hits.append(
            Hit(
                QRectF(event.left - 1, middle - 7, width + 2, 14),
                spoken,
                "event",
                event.mark.event,
            )
        )
    return hits
