"""The timeline painted straight on to a picture, in shapes: nothing of it is a kept image.

The painters are those of the screen. Not for the pointer, and without the overview, which only
serves it.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline.axis import (
    clear_tick_labels,
    paint_axis,
    paint_grid,
    paint_tick_labels,
)
from rare_gui.figures.timeline.bar_shape import NOWHERE, lane_labels
from rare_gui.figures.timeline.cursor import (
    flag_rect,
    known_on_rect,
    paint_compared,
    paint_cursor,
    paint_data_end,
    paint_known_on,
)
from rare_gui.figures.timeline.event_places import place_events
from rare_gui.figures.timeline.events import paint_events
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.lanes import (
    paint_bodies,
    paint_headers,
    paint_veil,
    paint_words,
    place_lanes,
    plot,
)
from rare_gui.figures.timeline.layout import FOOT, lay_out, whole_height
from rare_gui.figures.timeline.pane_words import paint_pane_words, pane_words
from rare_gui.figures.timeline.panes import paint_gaps, paint_panes
from rare_gui.figures.timeline.time_axis import TimeAxis
from rare_gui.figures.timeline.truce import (
    paint_band,
    paint_step_labels,
    paint_tint,
    paint_truce_end,
)
from rare_gui.scenes.timeline.parts import TimelineScene

_OVERVIEW = 24.0 + FOOT
"""The px at the lower edge of the layout that hold the overview; more in a very high one."""


def least_plot_height(scene: TimelineScene) -> float:
    """The px, at 100 %, in which every lane and every pane is seen."""
    return whole_height(scene) - _OVERVIEW


def plot_frame(scene: TimelineScene, theme: Theme, width: float, height: float) -> Frame:
    """What the painters are handed for a plot of a size in px at 100 %."""
    place = lay_out(scene, width, height + _OVERVIEW, scrolls=False)
    axis = TimeAxis(*scene.window, place.left, place.right)
    return Frame(scene, theme, axis, place, saved=True)


def paint_plot(painter: QPainter, frame: Frame) -> None:
    """Draw the whole timeline at the painter's origin."""
    for paint in (
        paint_tint, paint_grid, paint_band, paint_panes, paint_axis, paint_tick_labels,
        _paint_lanes, _paint_events, paint_step_labels, paint_truce_end, paint_gaps,
        paint_data_end, paint_compared,
    ):  # fmt: skip
        paint(painter, frame)
    paint_pane_words(painter, frame, pane_words(frame))
    for flag in (flag_rect(frame), known_on_rect(frame)):
        if flag.width():
            clear_tick_labels(painter, frame, flag)
    paint_known_on(painter, frame)
    paint_cursor(painter, frame)


def _paint_events(painter: QPainter, frame: Frame) -> None:
    paint_events(painter, frame, place_events(frame))


def _paint_lanes(painter: QPainter, frame: Frame) -> None:
    """Bars under the veil of the future, then their words, none across the as-of day."""
    lanes, bars = place_lanes(frame), plot(frame)
    cursor = frame.cursor if frame.cursor_seen else NOWHERE
    paint_bodies(painter, frame, lanes)
    painter.save()
    painter.setClipRect(bars)
    veiled = QRectF(bars)
    veiled.setLeft(min(max(frame.cursor, bars.left()), bars.right()))
    paint_veil(painter, frame, veiled)
    for lane in lanes:
        crossed = cursor is not NOWHERE and lane.is_crossed(cursor)
        labels = lane_labels(lane.shapes, cursor) if crossed else lane.labels
        paint_words(painter, frame, lane, labels)
    painter.restore()
    paint_headers(painter, frame)
