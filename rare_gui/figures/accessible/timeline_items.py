"""The timeline in words: events, truce, lanes with their bars, panes with their figures.

Everything that the scene has is told, also lanes that are scrolled away and bars outside of the
window: those have no place. Not for Qt's side (`exposure`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible

from rare_gui.figures.accessible.exposure import Exposure
from rare_gui.figures.accessible.item import Item
from rare_gui.figures.timeline import TimelineFigure
from rare_gui.figures.timeline.bar_shape import bar_shapes
from rare_gui.figures.timeline.bars import TIP
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.layout import PaneRow
from rare_gui.figures.timeline.line_thinning import is_crowded, telling_points
from rare_gui.scenes.spoken_lines import parted
from rare_gui.scenes.timeline.parts import Bar, Lane, LaneGroup, Line, Pane, Point

_LIST, _ENTRY = QAccessible.Role.List, QAccessible.Role.ListItem
_AROUND = 6.0  # px from a point's middle to the edge of its place


def expose_timeline(figure: TimelineFigure) -> Exposure:
    """Make the parts of a timeline known to screen readers."""
    kept: list[tuple[Frame, tuple[Item, ...]]] = []

    def items() -> tuple[Item, ...]:
        frame = figure.frame_shown
        if frame is None:
            return ()
        if not kept or kept[0][0] is not frame:
            kept[:] = [(frame, timeline_items(frame, figure.hits()))]
        return kept[0][1]

    picked = {
        "measure": figure.measure_picked,
        "event": figure.event_picked,
        "note": figure.note_picked,
        "group": figure.group_folded,
    }
    return Exposure(figure, QAccessible.Role.Chart, items, lambda kind, key: picked[kind].emit(key))


def timeline_items(frame: Frame, hits: Iterable[Hit]) -> tuple[Item, ...]:
    """What a frame shows from top to bottom; `hits` are the places that answer to the pointer."""
    places = {(hit.kind, key): hit.place for hit in hits for key in (hit.keys or (hit.key,))}
    middles = {row.lane.measure: middle for row, middle in frame.seen_rows}
    scene = frame.scene
    return (
        *_list_of("events", "Events", _events(frame, places)),
        *_list_of("notes", "Notes", _notes(frame, places)),
        *_list_of("truce", "Truce", _truce(frame)),
        *(_group(frame, group, places, middles) for group in scene.groups),
        *_panes(frame),
    )


def _list_of(key: str, name: str, entries: Iterable[Item]) -> tuple[Item, ...]:
    """A list with its length in its name; nothing when it is empty."""
    children = tuple(entries)
    if not children:
        return ()
    return (
        Item(key, _LIST, f"{name}, {len(children)}", place=_round(children), children=children),
    )


def _events(frame: Frame, places: Mapping[tuple[str, str], QRectF]) -> Iterator[Item]:
    for mark in frame.scene.events:
        at = ("event", mark.event)
        yield _entry(mark.event, mark.spoken, places.get(at), at)


def _notes(frame: Frame, places: Mapping[tuple[str, str], QRectF]) -> Iterator[Item]:
    for note in frame.scene.notes:
        at = ("note", note.note)
        yield _entry(note.note, note.spoken, places.get(at), at)


def _truce(frame: Frame) -> Iterator[Item]:
    top, bottom = frame.layout.events_bottom, frame.layout.truce_bottom
    for number, step in enumerate(frame.scene.truce):
        place = _stretch(frame, step.start, step.end, top, bottom)
        yield _entry(str(number), step.spoken, place)


def _group(
    frame: Frame,
    group: LaneGroup,
    places: Mapping[tuple[str, str], QRectF],
    middles: Mapping[str, float],
) -> Item:
    folded = group.key in frame.scene.folded
    lanes = tuple(_lane(frame, lane, None if folded else middles.get(lane.measure))
                  for lane in group.lanes)  # fmt: skip
    at = ("group", group.key)
    head = places.get(at)
    place = _round(lanes)
    if head is not None:
        place = head if place is None else head.united(place)
    detail = f"{group.summary}; folded" if folded else group.summary
    return Item(
        f"group {group.key}", QAccessible.Role.Grouping, group.name, detail, place, at, lanes
    )


def _lane(frame: Frame, lane: Lane, middle: float | None) -> Item:
    """A lane with its bars; `middle` is its px, None when it is scrolled away or folded."""
    shapes = bar_shapes(frame, lane, middle) if middle is not None else []
    grips = {
        id(shape.bar): shape.rect.adjusted(-1, -1, TIP if shape.open_end else 1, 1)
        for shape in shapes
    }
    at = ("measure", lane.measure)

    def told(number: int, bar: Bar) -> Item:
        return _entry(str(number), bar.spoken, grips.get(id(bar)), at)

    place, pitch = None, frame.layout.pitch
    if middle is not None:
        place = QRectF(0, middle - pitch / 2, frame.layout.right + TIP, pitch)
    detail = "Sets what applies on the day" if lane.binding else ""
    bars = tuple(told(number, bar) for number, bar in enumerate(lane.bars))
    return Item(lane.measure, _LIST, lane.name, detail, place, at, bars)


def _panes(frame: Frame) -> Iterator[Item]:
    rows = {row.pane.key: row for row in frame.layout.panes}
    for pane in frame.scene.panes:
        row = rows.get(pane.key)
        place = None
        if row is not None:
            place = QRectF(0, row.top, frame.layout.width, row.bottom - row.top)
        words = [pane.message, "folded" if row is None else ""]
        yield Item(
            f"pane {pane.key}",
            QAccessible.Role.Chart,
            f"{pane.title}, {pane.unit}" if pane.unit else pane.title,
            "; ".join(word for word in words if word),
            place,
            children=tuple(_figures(frame, pane, row)),
        )


def _figures(frame: Frame, pane: Pane, row: PaneRow | None) -> Iterator[Item]:
    """The figures of a pane: columns, lines, price marks, then stretches without any."""

    def stretch(start: float, end: float) -> QRectF | None:
        return _stretch(frame, start, end, row.ceiling, row.base) if row is not None else None

    def spot(day: float, value: float) -> QRectF | None:
        if row is None or not frame.axis.first <= day <= frame.axis.last:
            return None
        x, y = frame.axis.x(day), row.y(value)
        return QRectF(x - _AROUND, y - _AROUND, 2 * _AROUND, 2 * _AROUND)

    for column in pane.columns:
        yield _entry(f"column {column.start}", column.spoken, stretch(column.start, column.end))
    for number, line in enumerate(pane.lines):
        points = tuple(
            _entry(str(at), point.spoken, spot(point.day, point.value))
            for at, point in enumerate(_points(frame, line))  # a day may have two values
        )
        yield Item(f"line {number}", _LIST, line.name, line.label, _round(points), children=points)
    for number, mark in enumerate(pane.marks):
        yield _entry(f"mark {number}", mark.spoken, spot(mark.day, mark.value))
    if pane.hollow:
        words = f"{pane.hollow_label}: {len(pane.hollow)}"
        yield _entry("hollow", words, stretch(pane.hollow[0], pane.hollow[-1] + 1))
    for number, gap in enumerate(pane.missing):
        yield _entry(f"gap {number}", gap.label, stretch(gap.start, gap.end))


def _entry(
    key: str, spoken: str, place: QRectF | None, picks: tuple[str, str] | None = None
) -> Item:
    """What has one or more lines to say: as one sentence, with its sources kept aside."""
    said, aside = parted(spoken)
    return Item(key, _ENTRY, said, aside, place, picks)


def _points(frame: Frame, line: Line) -> Iterable[Point]:
    """Every point; of thousands those of the window that tell its shape."""
    return telling_points(line, frame.axis) if is_crowded(line) else line.points


def _stretch(frame: Frame, start: float, end: float, top: float, bottom: float) -> QRectF | None:
    """The place of `[start, end)` days, as far as it is in the window."""
    axis = frame.axis
    left, right = axis.clip(axis.x(start)), axis.clip(axis.x(end))
    return QRectF(left, top, right - left, bottom - top) if right > left else None


def _round(items: Iterable[Item]) -> QRectF | None:
    """The least place that holds those of all items."""
    places = [item.place for item in items if item.place is not None]
    whole = QRectF()
    for place in places:
        whole = whole.united(place)
    return whole if places else None
