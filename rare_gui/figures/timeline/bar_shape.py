"""Where a bar stands and where its label may stand: geometry alone, in px of the figure.

Not for painting: `bars` does.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.timeline.frame import Frame
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.timeline_parts import Bar, Lane

INSET = 7.0  # from a bar's edge to its label
_SAY = "lane"


@dataclass(frozen=True, slots=True)
class BarShape:
    """A bar's visible part. `open_end`: an arrow tip; `soft`: px over which its start fades in."""

    bar: Bar
    rect: QRectF
    open_end: bool
    soft: float


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label that fits: its text, its left end and the px it takes."""

    text: str
    x: float
    width: float


def bar_shapes(frame: Frame, lane: Lane, middle: float) -> list[BarShape]:
    """The visible bars of a lane whose middle is at `middle`, in order of time.

    One px stays free between a bar and the next; a bar is never thinner than 2 px.
    """
    axis, height = frame.axis, frame.layout.bar
    top = round(middle - height / 2)
    made: list[BarShape] = []
    for place, bar in enumerate(lane.bars):
        if bar.start >= axis.last or (bar.end is not None and bar.end <= axis.first):
            continue
        x0 = round(axis.clip(axis.x(bar.start)))
        x1 = axis.right if bar.end is None else round(axis.clip(axis.x(bar.end)))
        following = lane.bars[place + 1] if place + 1 < len(lane.bars) else None
        if following is not None and following.start == bar.end:
            x1 -= 1
        soft = 0.0
        if bar.soft_until is not None and bar.soft_until > bar.start:
            soft = max(0.0, axis.clip(axis.x(bar.soft_until)) - x0)
        rect = QRectF(x0, top, max(2.0, x1 - x0), height)
        open_end = bar.end is None and bar.fill is not Fill.PAST
        made.append(BarShape(bar, rect, open_end, soft))
    return made


def place_label(frame: Frame, shape: BarShape) -> PlacedLabel | None:
    """The longest wording that fits into the bar on one side of the as-of cursor.

    Before the cursor is tried first. When no wording fits, the shortest is cut with an ellipsis;
    None when even that has no room.
    """
    bar, rect = shape.bar, shape.rect
    # A prolonged bar has its "?" at the end already.
    texts = [text for text in bar.labels if text != "?" or bar.fill is not Fill.PROLONGED]
    if not texts:
        return None
    reserved = 12.0 if bar.fill is Fill.PROLONGED else 0.0  # the "?" at its end
    stretches = _stretches(frame, rect.left() + INSET, rect.right() - 4 - reserved)
    for text in texts:
        for left, right in stretches:
            width = text_width(_SAY, text)
            if width <= right - left:
                return PlacedLabel(text, left, width)
    left, right = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    shorter = elided(_SAY, texts[-1], right - left) if right - left >= 36 else ""
    return PlacedLabel(shorter, left, text_width(_SAY, shorter)) if shorter else None


def _stretches(frame: Frame, left: float, right: float) -> list[tuple[float, float]]:
    cursor = frame.cursor
    if not left - INSET < cursor < right + INSET:
        return [(left, right)]
    return [(left, min(right, cursor - 5)), (max(left, cursor + 6), right)]
