"""The user's own notes as small flags at the foot of the events, and where they answer.

Not for the notes' texts: the pointer's words and the list show them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from rare_gui.figures import ink
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.scenes.timeline.parts import NoteMark

_POLE = 11.0
_TOGETHER = 3.0  # px; notes nearer than this share a flag


def placed_notes(frame: Frame) -> list[tuple[float, tuple[NoteMark, ...]]]:
    """The px of each flag in view with its notes, in order of time."""
    flags: list[tuple[float, list[NoteMark]]] = []
    axis = frame.axis
    for note in sorted(frame.scene.notes, key=lambda note: (note.day, note.note)):
        if not axis.first <= note.day <= axis.last:
            continue
        x = axis.x(note.day)
        if flags and x - flags[-1][0] < _TOGETHER:
            flags[-1][1].append(note)
        else:
            flags.append((x, [note]))
    return [(x, tuple(notes)) for x, notes in flags]


def paint_notes(painter: QPainter, frame: Frame) -> None:
    """A pole with a pennant for each; several at one place have a second pennant behind."""
    theme, bottom = frame.theme, frame.layout.events_bottom
    for x, notes in placed_notes(frame):
        left, top = round(x) - 0.5, bottom - _POLE
        if len(notes) > 1:
            _paint_pennant(painter, frame, left + 3, top, "panel")
        _paint_pennant(painter, frame, left, top, "fin")
        ink.vertical(painter, left - 0.5, top, bottom, theme.color("fin"), 1.2)


def _paint_pennant(painter: QPainter, frame: Frame, left: float, top: float, token: str) -> None:
    pen = QPen(frame.theme.color("fin"), 1)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(frame.theme.color(token))
    painter.drawPolygon(
        QPolygonF([QPointF(left, top), QPointF(left + 7, top + 2.8), QPointF(left, top + 5.6)])
    )


def note_hits(frame: Frame) -> list[Hit]:
    """The flags; a click picks the first note of its flag."""
    bottom = frame.layout.events_bottom
    return [_hit(x, bottom, notes) for x, notes in placed_notes(frame)]


def _hit(x: float, bottom: float, notes: Sequence[NoteMark]) -> Hit:
    return Hit(
        QRectF(x - 3, bottom - _POLE - 1, 13, _POLE + 2),
        "\n".join(note.spoken for note in notes),
        "note",
        notes[0].note,
        keys=tuple(note.note for note in notes),
        line=x,
    )
