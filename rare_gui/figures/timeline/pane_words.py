"""The words in the panes: which there are, where they would stand well, and painting them.

Not for the room that they find (`pane_labels`) nor for the plots themselves (`panes`).
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.dated_words import dated_wishes, shelf_field
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.layout import PaneRow
from rare_gui.figures.timeline.line_thinning import is_crowded
from rare_gui.figures.timeline.pane_labels import Box, LabelField, Wish, Word, settle
from rare_gui.figures.timeline.pane_marks import mark_boxes, mark_wishes
from rare_gui.figures.timeline.pane_places import (
    band_span,
    column_rect,
    crowded_boxes,
    gap_span,
    hollow_middles,
    last_seen,
    line_points,
    line_token,
    message_left,
)
from rare_gui.scenes.timeline.parts import Band, Line, Missing

_NEAR_CURSOR = 3.5
_RING = 14.0


class PaneWords:
    """The words of the panes. What does not move with the as-of day is worked out once."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, list[Wish], LabelField]] = {}
        self._rested: tuple[Frame, list[Word]] | None = None

    def place(self, frame: Frame) -> list[Word]:
        """The words of all panes of a frame, none across another, a mark or the cursor."""
        if frame.moving and self._rested is not None:
            return _moved(frame, *self._rested)
        words: list[Word] = []
        for row in frame.layout.panes:
            wishes, field = self._field(frame, row)
            gaps = [_gap_box(frame, row, gap) for gap in frame.scene.missing_in(row.pane)]
            boxes: list[Box] = []
            if frame.cursor_seen:
                x = frame.cursor
                foot = frame.layout.axis if row is frame.layout.panes[-1] else row.bottom
                boxes.append((x - _NEAR_CURSOR, row.top, x + _NEAR_CURSOR, foot))
            said = settle(wishes, boxes, gaps)
            taken = boxes + [_box_of(word.rect) for word in said]
            said += settle(_gap_wishes(frame, row, field), taken)
            words += said
        self._rested = (frame, words)
        return words

    def _field(self, frame: Frame, row: PaneRow) -> tuple[list[Wish], LabelField]:
        pane = replace(row.pane, missing=())
        last = row is frame.layout.panes[-1]
        scene = frame.scene
        end = scene.truce[-1].end if scene.truce else None
        days = (scene.data_end, end, scene.known_on, scene.compared_to)
        folded = tuple(pane.key for pane in frame.layout.folded)
        key = (pane, row.top, row.bottom, frame.axis, last, days, folded)
        kept = self._kept.get(pane.key)
        if kept is None or kept[0] != key:
            field = _obstacles(frame, row)
            foot = shelf_field(frame) if folded else field
            free = [foot.free(wish) for wish in dated_wishes(frame, row)] if last else []
            free += [field.free(wish) for wish in _wishes(frame, row)]
            kept = self._kept[pane.key] = (key, free, field)
        return kept[1], kept[2]


def _moved(frame: Frame, rested: Frame, words: list[Word]) -> list[Word]:
    """The words where the axis has taken them, without those that it has taken out of the plot."""
    place, kept = frame.layout, []
    for word in words:
        lead, width = word.wish.lead, word.wish.width
        middle = rested.axis.day(word.left + width / 2)
        left = frame.axis.x(middle) - width / 2
        if place.left + lead <= left and left + width <= place.right + 3:
            kept.append(replace(word, left=left))
    return kept


def pane_words(frame: Frame) -> list[Word]:
    """The words of all panes of a frame."""
    return PaneWords().place(frame)


def paint_pane_words(painter: QPainter, frame: Frame, words: list[Word]) -> None:
    """Draw the words with a halo."""
    theme = frame.theme
    for word in words:
        wish, color = word.wish, theme.color(word.wish.token)
        ink.write(
            painter, wish.role, color, word.left, word.middle, wish.text, halo=theme.color("panel")
        )
        if wish.lead:
            painter.setBrush(theme.color("panel"))
            painter.setPen(QPen(color, 1.1))
            painter.drawEllipse(QPointF(word.left - 8, word.middle), 3.4, 3.4)
            painter.setBrush(Qt.BrushStyle.NoBrush)


def _wish(
    text: str, token: str, places: list[tuple[float, float]], lead: float = 0.0, role: str = "lane"
) -> Wish:
    return Wish(text, role, token, text_width(role, text), tuple(places), lead)


def _obstacles(frame: Frame, row: PaneRow) -> LabelField:
    place, pane = frame.layout, row.pane
    field = LabelField(
        QRectF(place.left + 1, row.top + 2, place.right - place.left + 2, row.bottom - row.top - 3)
    )
    for x in _dotted(frame):
        field.threads.append((x - 1.5, row.top, x + 1.5, row.bottom))
    if pane.message:
        left = message_left(frame, row)
        field.take(QRectF(place.left, row.top + 4, left - place.left, 13))
        field.take(QRectF(left, row.top + 4, text_width("lane_light", pane.message), 13))
    for column in pane.columns:
        rect = column_rect(frame, row, column)
        if rect is not None:
            field.take(rect.adjusted(-1, -12 if column.estimated else -1, 1, 0))
    for line in pane.lines:
        if is_crowded(line):
            field.taken += crowded_boxes(frame, row, line)
            continue
        for points in line_points(frame, row, line):
            field.take_line(points)
            for at in points:
                field.take(QRectF(at.x() - 3, at.y() - 3, 6, 6))
    for x in hollow_middles(frame, row):
        field.take(QRectF(x - 3, row.base - 6, 6, 6))
    field.taken += mark_boxes(frame, row)
    return field


def _dotted(frame: Frame) -> list[float]:
    """The px of the lines through the panes: end of data and truce, known-on and compared day."""
    scene, axis = frame.scene, frame.axis
    days = [scene.data_end]
    if scene.truce:
        days.append(scene.truce[-1].end)
    days += [day for day in (scene.known_on, scene.compared_to) if day is not None]
    return [axis.x(day) for day in days if axis.first <= day <= axis.last]


def _wishes(frame: Frame, row: PaneRow) -> list[Wish]:
    # First those that can stand nowhere else.
    wishes = [wish for band in row.pane.bands for wish in _band_wish(frame, row, band)]
    wishes += [_line_wish(frame, row, line) for line in row.pane.lines if line.label]
    return [*wishes, *_column_wish(frame, row), *_hollow_wish(frame, row), *mark_wishes(frame, row)]


def _line_wish(frame: Frame, row: PaneRow, line: Line) -> Wish:
    """At the end of the line, else above or below it, else along the top, ever further left."""
    last = last_seen(frame, row, line)
    places: list[tuple[float, float]] = []
    if last is not None:
        x, y, width = last.x(), last.y(), text_width("lane", line.label)
        places = [(x + 7, y), (x + 7, y - 10), (x + 7, y + 10), (x - width, y - 12)]
        places += [(x - width, y + 12)]
        for slide in range(0, 301, 20):
            places += [(x - width - slide, middle) for middle in (y - 12, row.ceiling - 5)]
        for slide in range(0, 301, 20):
            places += [(x - width - slide, y + down) for down in (14, 24, 34)]
    return _wish(line.label, line_token(line.role), places)


def _column_wish(frame: Frame, row: PaneRow) -> list[Wish]:
    """Right of the last column, else above it; where that is out of view, at the beginning."""
    text = row.pane.column_label
    if not text or not row.pane.columns:
        return []
    width = text_width("lane", text)
    last = column_rect(frame, row, row.pane.columns[-1])
    if last is None:
        left = frame.layout.left + 6
        places = [(left, row.ceiling - 5), (frame.layout.right - width - 4, row.ceiling - 5)]
    else:
        x, top = last.center().x(), last.top()
        places = [(last.right() + 7, row.base - 8 - up) for up in (0, 10, 20)]
        shares = (0.5, 0.9, 0.1, 0.7, 0.3)
        starts = [x - width * share for share in shares] + [last.right() - width]
        places += [(left, top - up) for up in (10, 20, 30, 40) for left in starts]
    return [replace(_wish(text, "raw", places), over_gaps=True)]


def _hollow_wish(frame: Frame, row: PaneRow) -> list[Wish]:
    seen, text = hollow_middles(frame, row), row.pane.hollow_label
    if not seen or not text:
        return []
    width = text_width("lane", text)
    starts = [seen[0] + _RING - 6, seen[-1] - width, *[x + 8 for x in seen[1:]]]
    places = [(left, row.base - up) for up in (14, 24) for left in starts]
    return [_wish(text, "raw", places, _RING)]


def _band_wish(frame: Frame, row: PaneRow, band: Band) -> list[Wish]:
    """At the top of the band, from its left end on; else further down. Never outside."""
    left, right = band_span(frame, band)
    width = text_width("note_medium", band.label)
    if not band.label or right - left < width + 8:
        return []
    starts = (left + 4, (left + right - width) / 2, right - width - 4)
    middles = [row.ceiling - 5 + down for down in range(0, int(row.base - row.ceiling), 9)]
    places = [(start, middle) for middle in middles for start in starts]
    return [_wish(band.label, "text2", places, role="note_medium")]


def _gap_wishes(frame: Frame, row: PaneRow, field: LabelField) -> list[Wish]:
    """Inside the widest gap that has these words, there also over a dotted line; else beside it."""
    widest: dict[str, tuple[float, float]] = {}
    for gap in frame.scene.missing_in(row.pane):
        left, right = gap_span(frame, gap)
        before = widest.get(gap.label, (0.0, 0.0))
        if right - left > before[1] - before[0]:
            widest[gap.label] = (left, right)
    wishes: list[Wish] = []
    middle = (row.ceiling + row.base) / 2
    middles = [middle + dy for dy in (0, 14, -14, 26, -26)]
    for text, (left, right) in widest.items():
        width = text_width("lane", text)
        if not text or right - left < 8:
            continue
        starts = [(left + right - width) / 2, left + 4, right - 4 - width]
        starts = starts if width + 8 <= right - left else []
        inside = _wish(text, "text2", [(start, m) for start in starts for m in middles])
        aside = [(start, m) for start in (left - 6 - width, right + 8) for m in middles]
        beside = _wish(text, "text2", aside)
        found = [field.free(inside), field.free(inside, over_threads=True), field.free(beside)]
        wishes.append(replace(inside, places=tuple(p for wish in found for p in wish.places)))
    return wishes


def _gap_box(frame: Frame, row: PaneRow, gap: Missing) -> Box:
    left, right = gap_span(frame, gap)
    return (left, row.ceiling, right, row.base)


def _box_of(rect: QRectF) -> Box:
    return (rect.left() - 2, rect.top(), rect.right() + 2, rect.bottom())
