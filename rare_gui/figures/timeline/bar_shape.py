"""Where a bar stands and where its label may stand: geometry alone, in px of the figure.

Not for painting: `bars` does.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from rare_gui.figures.fonts import elided_words, text_width
from rare_gui.figures.timeline.frame import Frame
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.timeline.parts import Bar, Lane

INSET = 7.0  # from a bar's edge to its label
NOWHERE = -math.inf  # an as-of cursor that is in nobody's way
_BEFORE, _AFTER = 5.0, 6.0  # px that stay free beside the cursor
_SAY = "lane"


@dataclass(frozen=True, slots=True)
class BarShape:
    """A bar's visible part. `open_end`: an arrow tip; `soft`: px over which its start fades in.

    `lent`: the words of the bar before, for a bar without words that goes on with the same fill.
    """

    bar: Bar
    rect: QRectF
    open_end: bool
    soft: float
    lent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label that fits: its text, its left end, the px it takes, and whether it was cut."""

    text: str
    x: float
    width: float
    cut: bool = False


Labels = tuple[PlacedLabel | None, ...]
"""Those of a lane's bars, in their order; None where one has no room."""


def bar_shapes(frame: Frame, lane: Lane, middle: float) -> list[BarShape]:
    """The visible bars of a lane whose middle is at `middle`, in order of time.

    One px stays free between a bar and the next; a bar is never thinner than 2 px.
    """
    axis, height = frame.axis, frame.layout.bar
    top = round(middle - height / 2)
    made: list[BarShape] = []
    before: Bar | None = None
    lent: tuple[str, ...] = ()
    for place, bar in enumerate(lane.bars):
        goes_on = before is not None and before.fill is bar.fill and before.end == bar.start
        goes_on = goes_on and before is not None and before.later is bar.later
        lent = lent if goes_on and not bar.labels else ()
        if not (bar.start >= axis.last or (bar.end is not None and bar.end <= axis.first)):
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
            made.append(BarShape(bar, rect, open_end, soft, lent))
        before, lent = bar, bar.labels or lent
    return made


def lane_labels(shapes: Sequence[BarShape], cursor: float) -> list[PlacedLabel | None]:
    """The label of each bar of a lane, none across the as-of cursor at `cursor` px.

    A bar without words of its own says those of the bar before when that one had no room for them.
    """
    labels: list[PlacedLabel | None] = []
    said: PlacedLabel | None = None  # by the run of bars that share their words
    for place, shape in enumerate(shapes):
        if shape.bar.later and _lies_over_another(shapes, place):
            labels.append(None)  # the words of what was known then stay legible
            continue
        if not shape.lent:
            said = place_label(shape, shape.bar.labels, cursor)
            labels.append(said)
            continue
        label = place_label(shape, shape.lent, cursor) if said is None or said.cut else None
        if label is not None and not label.cut:
            # In full here: the words cut short further left would only repeat it.
            _drop_cut(shapes, labels, place)
        elif said is not None:
            label = None
        labels.append(label)
        said = label or said
    return labels


def _drop_cut(shapes: Sequence[BarShape], labels: list[PlacedLabel | None], place: int) -> None:
    while place and shapes[place].lent:
        place -= 1
        labels[place] = None


def bar_words(shape: BarShape, texts: Sequence[str] | None = None) -> tuple[str, ...]:
    """What the bar may say, the longest first; what is only so in a what-if begins with "if"."""
    said = tuple(shape.bar.labels or shape.lent if texts is None else texts)
    if not shape.bar.hypothetical:
        return said
    return (*(f"if {text}" for text in said), "if")


def _lies_over_another(shapes: Sequence[BarShape], place: int) -> bool:
    rect = shapes[place].rect
    return any(
        number != place
        and not shape.bar.later
        and shape.rect.left() < rect.right()
        and rect.left() < shape.rect.right()
        for number, shape in enumerate(shapes)
    )


def place_label(shape: BarShape, texts: Sequence[str], cursor: float) -> PlacedLabel | None:
    """The longest wording that fits into the bar on one side of the as-of cursor.

    Before the cursor is tried first. When no wording fits, the shortest is cut after a word;
    None when even that has no room.
    """
    prolonged = shape.bar.fill is Fill.PROLONGED
    # A prolonged bar has its "?" at the end already.
    texts = [text for text in bar_words(shape, texts) if text != "?" or not prolonged]
    if not texts:
        return None
    rect, reserved = shape.rect, 12.0 if prolonged else 0.0
    stretches = _stretches(cursor, rect.left() + INSET, rect.right() - 4 - reserved)
    for text in texts:
        width = text_width(_SAY, text)
        for left, right in stretches:
            if width <= right - left:
                return PlacedLabel(text, left, width)
    if prolonged:
        return None  # its "?" says enough
    left, right = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    shorter = elided_words(_SAY, texts[-1], right - left)
    return PlacedLabel(shorter, left, text_width(_SAY, shorter), True) if shorter else None


def is_moved_by(shape: BarShape, label: PlacedLabel | None, cursor: float) -> bool:
    """Whether the cursor at `cursor` px may change the label that the bar has without a cursor."""
    rect = shape.rect
    if not rect.left() - INSET < cursor < rect.right() + INSET:
        return False
    if label is None:
        return False  # less room gives no label either
    return label.cut or cursor < label.x + label.width + INSET


def _stretches(cursor: float, left: float, right: float) -> list[tuple[float, float]]:
    if not left - INSET < cursor < right + INSET:
        return [(left, right)]
    return [(left, min(right, cursor - _BEFORE)), (max(left, cursor + _AFTER), right)]
