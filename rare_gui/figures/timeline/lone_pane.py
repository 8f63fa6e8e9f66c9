"""One pane of the timeline by itself, with its own time axis: a small chart on a page.

The painters are the timeline's own; nothing here is draggable.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter

from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline.axis import paint_axis, paint_grid, paint_tick_labels
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.layout import GUTTER, MARGIN, RIGHT, Layout, PaneRow
from rare_gui.figures.timeline.pane_words import paint_pane_words, pane_words
from rare_gui.figures.timeline.panes import paint_gaps, paint_panes
from rare_gui.figures.timeline.time_axis import TimeAxis
from rare_gui.scenes.timeline.parts import Pane, TimelineScene

BELOW = 22
"""Px under the axis, for its words."""
_FAR = 1_000_000  # days: where the cursor and the end of the data are not seen


def lone_frame(
    pane: Pane, first: int, last: int, width: float, height: float, theme: Theme
) -> Frame:
    """The picture of a pane over `[first, last]` in `width` x `height` px, its left end at 0."""
    axis_at = height - BELOW
    left, right = float(GUTTER), width - RIGHT
    layout = Layout(
        width=width + MARGIN, height=height, left=left + MARGIN, right=right + MARGIN,
        events_bottom=0, truce_bottom=0, lanes_top=3, lanes_bottom=3, lanes_height=0, pitch=20,
        bar=14, groups=(), lanes=(), panes=(PaneRow(pane, 0.0, axis_at),), folded=(),
        opened=frozenset(), shelf_top=axis_at, axis=axis_at, overview_top=height,
        overview_bottom=height,
    )  # fmt: skip
    scene = TimelineScene(
        title=pane.title, subtitle="", as_of=_FAR, as_of_label="", known_on=None, data_end=_FAR,
        data_end_label="", window=(first, last), limits=(first, last), events=(), truce=(),
        truce_end_label=(), groups=(), lanes_shown=0, lanes_total=0, panes=(pane,), legend=(),
        sources=(),
    )  # fmt: skip
    return Frame(scene, theme, TimeAxis(first, last, layout.left, layout.right), layout)


def paint_lone_pane(painter: QPainter, frame: Frame) -> None:
    """Draw the pane; one with a message instead of a plot has no axis."""
    painter.save()
    painter.translate(-MARGIN, 0)
    if not frame.scene.panes[0].message:
        paint_grid(painter, frame)
    paint_panes(painter, frame)
    paint_gaps(painter, frame)
    if not frame.scene.panes[0].message:
        paint_axis(painter, frame)
        paint_tick_labels(painter, frame)
    paint_pane_words(painter, frame, pane_words(frame))
    painter.restore()
