"""Notes on a window never lie over each other, over a number, or over the edge."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF

from rare_gui.panels.help.call_out_places import GAP, disc_places, note_places

AREA = QRectF(0, 0, 900, 600)
PARTS = st.lists(
    st.builds(
        QRectF,
        st.floats(0, 860),
        st.floats(0, 560),
        st.floats(30, 900),
        st.floats(20, 600),
    ).map(lambda part: part.intersected(AREA)),
    max_size=9,
)


@settings(max_examples=30)
@given(PARTS, st.floats(40, 320), st.floats(20, 200))
def test_that_notes_touch_neither_each_other_nor_a_number_nor_the_edge(
    parts: list[QRectF], width: float, height: float
) -> None:
    discs = disc_places(parts, AREA)
    placed = [
        place
        for place in note_places(discs, [QSizeF(width, height)] * len(discs), AREA, parts)
        if place is not None
    ]
    inner = AREA.adjusted(GAP, GAP, -GAP, -GAP)
    for number, place in enumerate(placed):
        assert inner.contains(place)
        assert not any(place.intersects(other) for other in (*placed[:number], *discs))


@given(PARTS)
def test_that_every_number_stays_in_the_window(parts: list[QRectF]) -> None:
    assert all(AREA.contains(disc) for disc in disc_places(parts, AREA))


def test_that_a_note_goes_near_its_part_and_rather_within_it() -> None:
    parts = [QRectF(0, 0, 440, 600), QRectF(450, 0, 440, 600)]
    discs = disc_places(parts, AREA)
    left, right = note_places(discs, [QSizeF(200, 80)] * 2, AREA, parts)
    assert left is not None
    assert right is not None
    assert parts[0].contains(left)
    assert parts[1].contains(right)
    assert left.top() < 100


def test_that_the_number_of_a_field_leaves_its_words_alone() -> None:
    field, foot = QRectF(300, 8, 180, 26), QRectF(0, 575, 900, 25)
    upper, lower = disc_places([field, foot], AREA)
    assert upper.center().y() > field.bottom()
    assert lower.center().y() < foot.top()


def test_that_a_note_without_room_has_no_place() -> None:
    (place,) = note_places([QRectF(0, 0, 22, 22)], [QSizeF(2000, 40)], AREA, [AREA])
    assert place is None
