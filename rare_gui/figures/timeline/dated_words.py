"""What the dotted lines through the panes mean: the end of the data, and a compared day.

Not for the lines (`cursor`) nor for the room that their words find (`pane_labels`).
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QRectF

from rare_gui.figures.fonts import text_width
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.layout import PaneRow
from rare_gui.figures.timeline.pane_labels import LabelField, Wish
from rare_gui.figures.timeline.shelf import shelf_places
from rare_gui.scenes.wording import day_words


def dated_wishes(frame: Frame, row: PaneRow) -> list[Wish]:
    """What the dotted lines mean, said once, at the foot of the last pane or on the shelf."""
    scene, axis, place = frame.scene, frame.axis, frame.layout
    wishes: list[Wish] = []
    middles = [row.bottom - 8 - up for up in (0, 12, 24)]
    if place.folded:
        middles = [(place.shelf_top + place.axis) / 2 + 1]
    dated = [(scene.data_end, scene.data_end_label, "warn")]
    if scene.compared_to is not None:
        compared = day_words(date(1970, 1, 1) + timedelta(days=scene.compared_to))
        dated.append((scene.compared_to, f"compared with {compared}", "time"))
    for day, text, token in dated:
        x, width = axis.x(day), text_width("note_medium", text)
        if axis.first <= day <= axis.last:
            places = [(left, m) for m in middles for left in (x - 5 - width, x + 5)]
            wishes.append(Wish(text, "note_medium", token, width, tuple(places)))
    return wishes


def shelf_field(frame: Frame) -> LabelField:
    """The shelf's line beside the names on it."""
    place = frame.layout
    area = QRectF(
        place.left + 1, place.shelf_top, place.right - place.left + 2, place.axis - place.shelf_top
    )
    field = LabelField(area)
    for _, rect in shelf_places(frame):
        field.take(rect.adjusted(-14, 0, 8, 0))
    return field
