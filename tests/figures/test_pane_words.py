from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import load_theme
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.layout import GUTTER, PaneRow, lay_out
from rare_gui.figures.timeline.pane_labels import Word
from rare_gui.figures.timeline.pane_marks import mark_boxes
from rare_gui.figures.timeline.pane_places import column_rect, gap_span
from rare_gui.figures.timeline.pane_words import PaneWords, pane_words
from rare_gui.figures.timeline.panes import pane_hits, unit_words
from rare_gui.figures.timeline.time_axis import TimeAxis
from rare_gui.scenes.timeline.parts import Mark, Missing, Pane, TimelineScene
from tests.figures.scenes import AS_OF, day, dysprosium


def frame_of(scene: TimelineScene, width: int = 752, height: int = 657) -> Frame:
    place = lay_out(scene, width, height)
    axis = TimeAxis(*scene.window, place.left, place.right)
    return Frame(scene, load_theme("light"), axis, place)


def crowded_prices() -> Pane:
    """Three means over one year at nearly one price, and dots about them: the labels collide."""
    start, end = day("2025-01-01"), float(day("2026-01-01"))
    labels = (
        "volume-weighted, ~96% of world use",
        "volume-weighted, ~4% of world use",
        "FOB (Argus/Asian Metal), annual average",
    )
    means = [
        Mark(start, 239 + 6 * n, None, None, "text3", label, label, until=end)
        for n, label in enumerate(labels)
    ]
    dots = [
        Mark(day("2025-03-01") + 25 * n, 250 + 20 * n, None, None, "ink", f"Europe spot {n}", "")
        for n in range(12)
    ]
    return replace(dysprosium().panes[1], lines=(), marks=(*means, *dots))


def with_panes(**changes: object) -> TimelineScene:
    exports, price = dysprosium().panes
    return replace(dysprosium(), panes=(replace(exports, **changes), price))  # type: ignore[arg-type]


def scenes() -> Iterator[TimelineScene]:
    for as_of in range(day("2024-06-01"), day("2027-04-01"), 13):
        scene = replace(dysprosium(), as_of=as_of)
        until = max(as_of, scene.data_end)
        gap = Missing(day("2026-09"), until, "no figure after August 2026")
        exports, price = scene.panes
        yield replace(scene, panes=(replace(exports, missing=(gap,)), price))
        yield replace(scene, panes=(exports, crowded_prices()))


def row_of(frame: Frame, word: Word) -> PaneRow:
    return next(row for row in frame.layout.panes if row.top < word.middle < row.bottom)


def named(words: list[Word], text: str) -> Word | None:
    return next((word for word in words if word.wish.text == text), None)


@pytest.mark.parametrize("width", [640, 752, 1500])
def test_that_words_touch_neither_each_other_nor_marks_nor_the_cursor(
    qapp: object, width: int
) -> None:
    for scene in scenes():
        frame = frame_of(scene, width)
        words = pane_words(frame)
        for one, other in combinations(words, 2):
            assert not one.rect.intersects(other.rect), (one.wish.text, other.wish.text)
        for word in words:
            rect, row = word.rect, row_of(frame, word)
            assert not (frame.cursor_seen and rect.left() < frame.cursor < rect.right())
            assert rect.left() >= frame.layout.left
            assert rect.right() <= frame.layout.right + 3
            assert row.top <= rect.top()
            assert rect.bottom() <= row.bottom
            for left, top, right, bottom in mark_boxes(frame, row):
                assert not rect.intersects(QRectF(left, top, right - left, bottom - top))
            for column in row.pane.columns:
                bar = column_rect(frame, row, column)
                assert bar is None or not rect.intersects(bar)


def test_that_words_without_room_are_left_out_and_still_spoken(qapp: object) -> None:
    exports, _ = dysprosium().panes
    scene = replace(dysprosium(), panes=(exports, crowded_prices()))
    frame = frame_of(scene, 640)
    said = {word.wish.text for word in pane_words(frame)}
    labels = {mark.label for mark in crowded_prices().marks}
    assert labels - said
    assert {hit.spoken for hit in pane_hits(frame)} >= {label for label in labels if "vol" in label}


def test_that_the_words_for_the_last_column_stand_right_of_it_or_above(qapp: object) -> None:
    frame = frame_of(dysprosium())
    row = frame.layout.panes[0]
    last = column_rect(frame, row, row.pane.columns[-1])
    word = named(pane_words(frame), row.pane.column_label)
    assert last is not None
    assert word is not None
    assert word.left > last.right() or word.rect.bottom() < last.top()


def test_that_a_last_column_out_of_view_lends_its_words_to_no_other(qapp: object) -> None:
    scene = replace(dysprosium(), window=(day("2024-05-21"), day("2025-09-01")))
    frame = frame_of(scene)
    row = frame.layout.panes[0]
    word = named(pane_words(frame), row.pane.column_label)
    rects = [column_rect(frame, row, column) for column in row.pane.columns]
    nearest = [rect for rect in rects if rect is not None][-1]
    assert word is None or abs(word.left - nearest.right()) > 20


def test_that_a_wide_gap_holds_its_words_and_a_narrow_one_has_them_beside(qapp: object) -> None:
    text = "no figure after June 2025"
    for start, inside in (("2025-07", True), ("2026-10", False)):
        gap = Missing(day(start), AS_OF, text)
        frame = frame_of(with_panes(missing=(gap,), columns=(), lines=(), hollow=()))
        word = named(pane_words(frame), text)
        left, right = gap_span(frame, gap)
        assert word is not None
        if inside:
            assert left < word.rect.left()
            assert word.rect.right() < right
        else:
            assert word.rect.right() <= left or word.rect.left() >= right


def test_that_a_gap_says_itself_under_the_pointer(qapp: object) -> None:
    assert "no figure" in {hit.spoken for hit in pane_hits(frame_of(dysprosium()))}


def test_that_kept_places_are_those_of_a_fresh_figure(qapp: object) -> None:
    kept = PaneWords()
    for scene in scenes():
        frame = frame_of(scene)
        assert kept.place(frame) == pane_words(frame)


def test_that_the_end_of_the_data_is_said_even_in_an_empty_pane(qapp: object) -> None:
    empty = Pane("prices", "Price", "US$/kg", 1.0, (), message="No dollar price in these data")
    frame = frame_of(replace(dysprosium(), panes=(dysprosium().panes[0], empty)))
    assert named(pane_words(frame), "data to 9 Oct 2026") is not None


@pytest.mark.parametrize(
    ("unit", "shorter"),
    [
        ("t", ()),
        ("index, June 2024 = 100", ("June 2024 = 100", "Jun 2024 = 100")),
        ("index, September 2024 = 100", ("September 2024 = 100", "Sep 2024 = 100")),
        ("USD/kg, FOB China", ()),
    ],
)
def test_that_the_unit_of_a_pane_ends_before_its_plot(
    qapp: object, unit: str, shorter: tuple[str, ...]
) -> None:
    pane = replace(dysprosium().panes[0], unit=unit, short_units=shorter)
    assert text_width("note", unit_words(pane)) < GUTTER
    assert unit_words(pane) in (unit, *shorter)
