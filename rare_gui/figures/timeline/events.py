"""Paint event marks with their labels, and say where they answer to the pointer.

Not for where they stand: `event_places` decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.timeline.bars import GHOST
from rare_gui.figures.timeline.event_heaps import MARK
from rare_gui.figures.timeline.event_places import PlacedEvent
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.layout import MARGIN, event_middle
from rare_gui.figures.timeline.note_flags import paint_notes


def paint_events(painter: QPainter, frame: Frame, placed: Sequence[PlacedEvent]) -> None:
    """Draw the stems, then labels and marks: filled in the past, hollow and italic ahead."""
    theme, bottom = frame.theme, frame.layout.events_bottom
    if frame.scene.events or (frame.scene.with_events and not frame.saved):
        ink.write(painter, "lane", theme.color("text2"), MARGIN, 17, "Events")
    paint_notes(painter, frame)
    for event in placed:
        top = event_middle(event.row) + MARK
        ink.vertical(painter, round(event.x) - 0.5, top, bottom, theme.color("line2"))
        _paint_soft(painter, frame, event)
    for event in placed:
        middle = event_middle(event.row)
        if event.crowd:
            _paint_count(painter, frame, event)
            continue
        if event.label:
            color = theme.color("text3" if event.mark.later else "text2")
            ink.write(
                painter, event.role, color, event.label_left, middle, event.label,
                halo=theme.color("panel"),
            )  # fmt: skip
        pen = QPen(Qt.PenStyle.NoPen)
        fill = theme.color("ink")
        if event.mark.ahead:
            pen, fill = QPen(theme.color("text2"), 1.2), theme.color("panel")
        if event.mark.later:
            pen, fill = ink.dashed(theme.color("text3"), 1, 1.2, 1.6), theme.faded("ink", GHOST)
        ink.diamond(painter, round(event.x), middle, 4.6, pen, QBrush(fill))


def _paint_count(painter: QPainter, frame: Frame, event: PlacedEvent) -> None:
    """A crowd as a small field with the number of its events."""
    theme, middle = frame.theme, event_middle(event.row)
    rect = QRectF(round(event.left) + 0.5, middle - 5.5, round(event.right - event.left) - 1, 11)
    painter.setPen(QPen(theme.color("text3"), 1))
    painter.setBrush(theme.color("panel"))
    painter.drawRoundedRect(rect, 5.5, 5.5)
    ink.write(
        painter, "note_medium", theme.color("text2"), rect.center().x(), middle + 0.5,
        str(1 + len(event.others)), Qt.AlignmentFlag.AlignHCenter,
    )  # fmt: skip


def _paint_soft(painter: QPainter, frame: Frame, event: PlacedEvent) -> None:
    """At the stem's foot, the stretch in which a date known to the month or year may lie.

    Down there it cannot be taken for part of a label.
    """
    until = event.mark.soft_until
    if until is None:
        return
    end = frame.axis.clip(frame.axis.x(until))
    if end - event.x > 4:
        left = round(event.x) - 0.5
        place = QRectF(left, frame.layout.events_bottom - 2, round(end) - left, 1.5)
        painter.fillRect(place, frame.theme.color("line2"))


def event_hits(placed: Sequence[PlacedEvent]) -> list[Hit]:
    """Marks with their labels; a heap says all of its events, one a line, and picks the first."""
    hits: list[Hit] = []
    for event in placed:
        middle, width = event_middle(event.row), event.right - event.left
        marks = (event.mark, *event.others)
        spoken = "\n".join(mark.spoken for mark in marks)
        hits.append(
            Hit(
                QRectF(event.left - 1, middle - 7, width + 2, 14),
                spoken,
                "event",
                event.mark.event,
                keys=tuple(mark.event for mark in marks),
                line=event.x,
            )
        )
    return hits
