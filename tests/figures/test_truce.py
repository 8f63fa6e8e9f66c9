from __future__ import annotations

from dataclasses import replace

import pytest

from rare_gui.figures.timeline.event_places import place_events
from rare_gui.figures.timeline.layout import event_middle
from rare_gui.figures.timeline.truce import end_rect, truce_hits
from rare_gui.scenes.timeline.parts import EventMark
from tests.figures.scenes import AS_OF, TRUCE, day, dysprosium
from tests.figures.test_pane_words import frame_of

END = TRUCE[-1].end


@pytest.mark.parametrize("width", [560, 640, 752, 1500])
def test_that_the_words_at_the_end_keep_off_the_edge_and_the_cursor(
    qapp: object, width: int
) -> None:
    for last in range(END + 5, END + 400, 11):
        for as_of in (AS_OF, END - 1, END + 4, day("2026-09-01")):
            scene = replace(dysprosium(), as_of=as_of, window=(day("2024-05-21"), last))
            frame = frame_of(scene, width)
            rect = end_rect(frame)
            if rect.width():
                assert rect.right() <= width - 5
                assert not (frame.cursor_seen and rect.left() < frame.cursor < rect.right())


def test_that_the_words_at_the_end_stand_after_it_where_there_is_room(qapp: object) -> None:
    frame = frame_of(dysprosium())
    assert end_rect(frame).left() == pytest.approx(frame.axis.x(END) + 5)
    assert truce_hits(frame)[-1].place == end_rect(frame)


def test_that_the_words_at_the_end_and_an_event_of_that_day_do_not_touch(qapp: object) -> None:
    ends = EventMark("truce-ends", END, "Truce ends", "", 0, True)
    frame = frame_of(replace(dysprosium(), events=(ends,)))
    (event,) = place_events(frame)
    assert event.label
    assert event_middle(2) + 6 < end_rect(frame).top()
