"""The list says the same as the picture, row by row."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.own_note import Note
from rare_gui.scenes.announcement import announcement
from rare_gui.scenes.listing import LATER, ListRow, RowKind, list_scene
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.scene import FILL_WORDS, timeline_scene

DYSPROSIUM = Selection("dysprosium", date(2026, 11, 23))
NOTES = (
    Note("n1", date(2025, 5, 2), "asked the supplier\nno answer", "dysprosium"),
    Note("n2", date(2025, 6, 2), "for everything"),
    Note("n3", date(2025, 7, 2), "of no concern here", "gallium"),
)


def rows_of(dataset: Dataset, selection: Selection, kind: RowKind) -> list[ListRow]:
    return [row for row in list_scene(dataset, selection).rows if row.kind is kind]


def test_that_every_bar_event_and_step_of_the_picture_has_a_row(dataset: Dataset) -> None:
    picture = timeline_scene(dataset, DYSPROSIUM, NOTES)
    rows = list_scene(dataset, DYSPROSIUM, NOTES).rows
    bars = Counter(
        (lane.measure, bar.start, bar.end, bar.spoken)
        for group in picture.groups
        for lane in group.lanes
        for bar in lane.bars
    )
    listed = Counter(
        (row.key, row.start, row.end, row.spoken) for row in rows if row.kind is RowKind.MEASURE
    )
    assert listed == bars
    assert {row.key for row in rows if row.kind is RowKind.EVENT} == {
        mark.event for mark in picture.events
    }
    assert sum(row.kind is RowKind.TRUCE for row in rows) == len(picture.truce)
    assert [row.key for row in rows if row.kind is RowKind.NOTE] == ["n1", "n2"]


def test_that_a_running_pause_tells_its_state_and_the_days_left(dataset: Dataset) -> None:
    rows = [
        row
        for row in rows_of(dataset, Selection("holmium", date(2026, 11, 23)), RowKind.MEASURE)
        if row.key == "cn-2025-57-five-ree"
    ]
    assert [(row.state, row.days_label) for row in rows] == [
        ("over", ""),
        ("over", ""),
        ("prolonged by statement only", "48 left"),
        ("ahead", "48 to start"),
    ]
    assert rows[-1].end_label == "open"


def test_that_a_start_known_to_the_month_is_told_no_more_exactly(dataset: Dataset) -> None:
    rows = rows_of(dataset, Selection("gallium", date(2026, 11, 28)), RowKind.MEASURE)
    row = next(row for row in rows if row.start == axis_day(date(2023, 6, 1)))
    assert row.start_label == "June 2023"


def test_that_later_facts_are_listed_only_as_ghosts_and_say_so(dataset: Dataset) -> None:
    view = Selection("holmium", date(2025, 12, 5), known_on=date(2025, 10, 15))
    assert not any(row.later for row in list_scene(dataset, view).rows)
    ghosts = [row for row in list_scene(dataset, _with_ghosts(view)).rows if row.later]
    assert ghosts
    assert all(row.state.endswith(LATER) for row in ghosts)


def test_that_the_announcement_tells_day_event_and_what_applies(dataset: Dataset) -> None:
    text = announcement(dataset, Selection("dysprosium", date(2025, 4, 4)))
    assert text.startswith("4 Apr 2025. No. 18 issued. ")
    assert "need an export licence" in text
    assert text.endswith(".")


@settings(max_examples=40)
@given(
    number=st.integers(0, 60),
    as_of=st.dates(date(2009, 1, 1), date(2031, 1, 1)),
    known_on=st.none() | st.dates(date(2009, 1, 1), date(2031, 1, 1)),
    ghosts=st.booleans(),
    all_lanes=st.booleans(),
)
def test_that_every_view_can_be_listed(
    dataset: Dataset,
    number: int,
    as_of: date,
    known_on: date | None,
    ghosts: bool,
    all_lanes: bool,
) -> None:
    view = Selection(
        material=sorted(dataset.law.named_forms)[number],
        as_of=as_of,
        known_on=known_on,
        ghosts=ghosts,
        all_lanes=all_lanes,
    )
    scene = list_scene(dataset, view)
    assert [row.start for row in scene.rows] == sorted(row.start for row in scene.rows)
    for row in scene.rows:
        assert row.name
        assert row.what
        assert row.start_label
        assert row.state
        assert (row.days is None) == (row.days_label == "")
        assert row.days is None or row.days > 0
        assert row.sources
        assert "None" not in row.what + row.state
    assert scene.announcement


def _with_ghosts(view: Selection) -> Selection:
    return Selection(view.material, view.as_of, known_on=view.known_on, ghosts=True)


@pytest.mark.parametrize("material", ["dysprosium", "gallium"])
def test_that_the_columns_of_other_trade_are_no_part_of_the_truce(
    dataset: Dataset, material: str
) -> None:
    view = Selection(material, date(2026, 11, 23), destination="DE")
    assert rows_of(dataset, view, RowKind.TRUCE) == []


def test_that_projects_are_listed_with_every_lane_as_the_picture_draws_them(
    dataset: Dataset,
) -> None:
    view = replace(DYSPROSIUM, all_lanes=True)
    drawn = Counter(
        (lane.measure, bar.start, bar.end, bar.spoken)
        for group in timeline_scene(dataset, view).groups
        if group.key.startswith("projects.")
        for lane in group.lanes
        for bar in lane.bars
    )
    rows = rows_of(dataset, view, RowKind.PROJECT)
    assert Counter((row.key, row.start, row.end, row.spoken) for row in rows) == drawn
    assert drawn
    assert not rows_of(dataset, DYSPROSIUM, RowKind.PROJECT)
    # what is being built is no state of the law
    law = {*FILL_WORDS.values()}
    assert not [row for row in rows if row.state in law]
    assert {row.state for row in rows} >= {"producing"}


def test_that_an_event_is_told_by_its_title(dataset: Dataset) -> None:
    picture = timeline_scene(dataset, DYSPROSIUM)
    titles = {mark.event: mark.title for mark in picture.events}
    rows = rows_of(dataset, DYSPROSIUM, RowKind.EVENT)
    assert {row.key: row.what for row in rows} == titles
    assert all(titles.values())
