"""Which part of the figure a step of the as-of day changes, so that the rest need not be painted.

Not for painting. Whatever is not listed here as moving with the day makes the whole figure anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QRegion

from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.layout import BELOW_AXIS
from rare_gui.figures.timeline.overview import strip, whole_axis
from rare_gui.figures.timeline.pane_labels import Word

_BESIDE = 9.0  # px on either side of a cursor: its line, its arrow, and a word's edge
_HALO = 3.0
_TRUCE_ROOM = 29.0  # the band's steps, and the two lines at its end
_ABOVE = 20.0  # where the cursor's line begins, with px to spare


def is_step(before: Frame, after: Frame) -> bool:
    """Whether `after` differs from `before` by its as-of day alone, and by what that day decides.

    That is the cursor, which labels are ahead, and the days left of the truce.
    """
    one, other = before.scene, after.scene
    same = (
        # by identity: comparing thousands of bars would take longer than painting them
        one.groups is other.groups
        and one.panes is other.panes
        and before.layout is after.layout
        and before.theme is after.theme
    )
    return same and _rest(before) == _rest(after)


def _rest(frame: Frame) -> tuple[object, ...]:
    scene = frame.scene
    return (
        frame.axis, frame.scroll, frame.moving, frame.saved, scene.truce, scene.notes,
        scene.folded, scene.window, scene.limits, scene.known_on, scene.compared_to,
        scene.data_end, scene.data_end_label, scene.travelling,
        # the end of the last one moves with the day, all of it comes at once
        [len(scene.missing_in(pane)) for pane in scene.panes],
    )  # fmt: skip


def stepped_region(
    before: Frame, after: Frame, words: tuple[Sequence[Word], Sequence[Word]], events_same: bool
) -> QRegion:
    """The px that a step changes, but for the rows of lanes: `Still` knows those.

    `words` are those of the panes before and after; `events_same`: no event has another place.
    """
    place = after.layout
    low, high = sorted((before.cursor, after.cursor))
    rects = [
        # the cursors, and between them what is veiled or no longer
        QRectF(low - _BESIDE, _ABOVE, high - low + 2 * _BESIDE, place.axis + 6 - _ABOVE),
        QRectF(0, place.axis, place.width, BELOW_AXIS),
    ]
    whole, shown = whole_axis(after), strip(after)
    for frame in (before, after):
        x = whole.x(frame.scene.as_of)
        rects.append(QRectF(x - 3, shown.top() - 1, 6, shown.height() + 2))
    if not events_same:
        rects.append(QRectF(0, 0, place.width, place.events_bottom + 1))
    if after.scene.truce:
        rects.append(QRectF(0, place.events_bottom - _HALO, place.width, _TRUCE_ROOM))
    one, other = (set(_placed(each)) for each in words)
    rects += [
        word.rect.adjusted(-_HALO, -_HALO, _HALO, _HALO)
        for each in words
        for word, key in zip(each, _placed(each), strict=True)
        if key in one ^ other
    ]
    return region_of(rects)


def _placed(words: Sequence[Word]) -> list[tuple[str, float, float]]:
    return [(word.wish.text, word.left, word.middle) for word in words]


def region_of(rects: Sequence[QRectF]) -> QRegion:
    """The whole px that the rects touch."""
    region = QRegion()
    for rect in rects:
        region += rect.toAlignedRect()
    return region
