from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import load_theme
from rare_gui.figures.timeline.event_heaps import ALONE, heaps_in_view
from rare_gui.figures.timeline.event_places import PlacedEvent, place_events
from rare_gui.figures.timeline.events import event_hits
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.layout import lay_out
from rare_gui.figures.timeline.time_axis import TimeAxis
from rare_gui.scenes.timeline.parts import EventMark, TimelineScene
from tests.figures.scenes import AS_OF, day, dysprosium, dysprosium_in_july_2025

_WORDS = ("Geneva truce", "No. 18 issued", "IEEPA struck down", "Ban", "Truce prolonged by a year")


def frame_of(scene: TimelineScene, width: int = 752) -> Frame:
    place = lay_out(scene, width, 657)
    axis = TimeAxis(*scene.window, place.left, place.right)
    return Frame(scene, load_theme("light"), axis, place)


def with_events(*days_and_ranks: tuple[int, int]) -> TimelineScene:
    marks = [
        EventMark(f"e{n}", at, _WORDS[n % 5], f"event {n}", rank, at > AS_OF)
        for n, (at, rank) in enumerate(days_and_ranks)
    ]
    return replace(dysprosium(), events=tuple(marks))


def overlaps(placed: list[PlacedEvent]) -> list[tuple[PlacedEvent, PlacedEvent]]:
    return [
        (a, b)
        for a, b in combinations(placed, 2)
        if a.row == b.row and a.left < b.right and b.left < a.right
    ]


def crosses(frame: Frame, event: PlacedEvent) -> bool:
    right = event.label_left + text_width(event.role, event.label)
    return bool(event.label) and event.label_left < frame.cursor < right


@pytest.mark.parametrize("scene", [dysprosium(), dysprosium_in_july_2025()])
def test_that_every_event_of_the_main_picture_has_its_label(
    qapp: object, scene: TimelineScene
) -> None:
    placed = place_events(frame_of(scene))
    assert {event.label for event in placed} == {mark.label for mark in scene.events}
    assert not overlaps(placed)


def test_that_a_label_flips_to_the_left_rather_than_cross_the_cursor(qapp: object) -> None:
    frame = frame_of(with_events((AS_OF - 20, 1)))
    (event,) = place_events(frame)
    assert event.label
    assert event.label_left < event.x < frame.cursor


def test_that_the_better_rank_keeps_its_label_where_there_is_room_for_few(qapp: object) -> None:
    crowd = [(day("2024-12-01") + 36 * n, 1 if n == 7 else 5) for n in range(14)]
    placed = place_events(frame_of(with_events(*crowd), 500))
    labelled = [event.mark.rank for event in placed if event.label]
    assert len(labelled) < len(placed)
    assert 1 in labelled


def test_that_a_crowd_is_counted_and_nothing_is_lost(qapp: object) -> None:
    scene = with_events(*[(day("2025-06-01") + n // 4, n % 4) for n in range(40)])
    placed = place_events(frame_of(scene))
    assert sum(1 + len(event.others) for event in placed) == 40
    assert any("+" in event.label for event in placed)
    said = "\n".join(hit.spoken for hit in event_hits(placed)).splitlines()
    assert sorted(said) == sorted(mark.spoken for mark in scene.events)


def test_that_events_outside_the_window_are_not_placed(qapp: object) -> None:
    assert place_events(frame_of(with_events((day("2012-01-01"), 1)))) == []


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(day("2024-05-21"), day("2027-04-17")), st.integers(0, 9)), max_size=40
    ),
    st.integers(480, 1200),
)
def test_that_labels_and_marks_never_overlap_nor_cross_the_cursor(
    qapp: object, marks: list[tuple[int, int]], width: int
) -> None:
    frame = frame_of(with_events(*marks), width)
    placed = place_events(frame)
    assert not overlaps(placed)
    assert not [event for event in placed if crosses(frame, event)]
    assert sum(1 + len(event.others) for event in placed) == len(marks)


def test_that_a_label_leaves_the_marks_near_it_room_to_stand_apart(qapp: object) -> None:
    apart = 10  # days: two of three neighbours would stand on each other in one row
    near = [(day("2025-10-10") + apart * n, 6) for n in range(9)]
    placed = place_events(frame_of(with_events((day("2025-10-01"), 1), *near)))
    assert not any(event.others for event in placed)
    assert any(event.label for event in placed)
    assert not overlaps(placed)


def test_that_marks_that_find_no_row_beside_each_other_are_counted(qapp: object) -> None:
    # few enough to stand alone, but more than three within ten px
    scene = with_events(*[(day("2025-06-01") + 6 * n, n % 4) for n in range(ALONE)])
    placed = place_events(frame_of(scene))
    assert any(event.crowd for event in placed)
    assert not all(event.crowd for event in placed)
    assert not overlaps(placed)
    said = "\n".join(hit.spoken for hit in event_hits(placed)).splitlines()
    assert sorted(said) == sorted(mark.spoken for mark in scene.events)


def test_that_placing_is_the_same_each_time(qtbot: QtBot) -> None:
    frame = frame_of(with_events(*[(day("2025-01-01") + 9 * n, n % 3) for n in range(30)]))
    assert place_events(frame) == place_events(frame)


def test_that_few_marks_are_counted_as_one_only_where_they_lie_on_each_other(qapp: object) -> None:
    apart = with_events(*[(day("2025-06-01") + 8 * n, n % 4) for n in range(ALONE)])
    assert not [event for event in place_events(frame_of(apart)) if event.others]
    same = with_events((day("2025-06-01"), 2), (day("2025-06-01"), 1), (day("2025-06-02"), 3))
    (event,) = place_events(frame_of(same))
    assert event.mark.rank == 1
    assert event.label.endswith(" +2")


def test_that_of_many_events_the_important_ones_stand_alone_and_the_rest_are_counted(
    qapp: object,
) -> None:
    days = [day("2025-01-01") + 9 * n for n in range(60)]
    scene = with_events(*[(at, 1 if n % 5 == 2 else 7) for n, at in enumerate(days)])
    placed = place_events(frame_of(scene))
    assert len(placed) < 40
    important = [event for event in placed if event.mark.rank == 1]
    assert len(important) == 12
    assert not any(event.crowd or event.others for event in important)
    crowds = [event for event in placed if event.crowd]
    assert crowds
    assert all(not event.label and event.mark.rank == 7 for event in crowds)
    assert sum(1 + len(event.others) for event in placed) == 60


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(day("2024-05-21"), day("2027-04-17")), st.integers(0, 9)),
        min_size=16,
        max_size=60,
    ),
    st.integers(480, 1200),
)
def test_that_no_better_rank_is_counted_while_a_worse_one_stands_alone_as_a_leader(
    qapp: object, marks: list[tuple[int, int]], width: int
) -> None:
    scene = with_events(*marks)
    heaps = heaps_in_view(scene.events, frame_of(scene, width).axis)
    assert sorted(mark.event for heap in heaps for mark in heap.marks) == sorted(
        mark.event for mark in scene.events
    )
    assert [heap.x for heap in heaps] == sorted(heap.x for heap in heaps)
    crowded = [heap.rank for heap in heaps if heap.crowd]
    alone = sorted(heap.rank for heap in heaps if not heap.crowd)
    if crowded:
        assert len(alone) >= ALONE
        assert alone[ALONE - 1] <= min(crowded)


def test_that_a_wide_figure_shows_more_events_alone(qapp: object) -> None:
    scene = with_events(*[(day("2024-07-01") + 19 * n, n % 5) for n in range(50)])
    narrow, wide = (place_events(frame_of(scene, width)) for width in (752, 3000))
    assert any(event.crowd for event in narrow)
    assert not any(event.crowd for event in wide)


def test_that_a_label_stands_by_its_own_mark_and_away_from_others(qapp: object) -> None:
    scene = with_events(*[(day("2024-07-01") + 19 * n, n % 5) for n in range(50)])
    placed = place_events(frame_of(scene))
    assert any(event.label for event in placed)
    for event in placed:
        if not event.label:
            continue
        end = event.label_left + text_width(event.role, event.label)
        own = min(abs(event.label_left - event.x), abs(end - event.x))
        assert own == pytest.approx(8)
        for other in placed:
            if other is not event and other.row == event.row:
                assert not event.label_left - 1 < other.x < end + 1


def test_that_labels_end_before_the_right_edge(qapp: object) -> None:
    frame = frame_of(dysprosium())
    for at in range(AS_OF, dysprosium().window[1], 3):
        (event,) = place_events(frame_of(with_events((at, 1))))
        assert event.right <= frame.layout.width - 5


def test_that_a_step_of_the_day_that_crosses_no_label_places_nothing_anew(qapp: object) -> None:
    scene = dysprosium()
    first = place_events(frame_of(scene))
    days = [place_events(frame_of(replace(scene, as_of=AS_OF + n))) for n in range(40)]
    assert sum(placed is not first for placed in days) < 40
    assert place_events(frame_of(replace(scene, as_of=AS_OF))) is first
