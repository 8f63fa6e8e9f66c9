"""The linked lanes: what each point says, what was known by a day, what came later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.event_study import CAUTION, event_study_scene, with_event_bands
from rare_gui.scenes.timeline.parts import Pane
from rare_gui.scenes.timeline.scene import timeline_scene

TODAY = Selection("dysprosium", date(2026, 11, 23))
ON_12_JULY = Selection("dysprosium", date(2025, 7, 12), known_on=date(2025, 7, 12))


def panes_of(dataset: Dataset, selection: Selection) -> dict[str, Pane]:
    return {pane.key: pane for pane in timeline_scene(dataset, selection).panes}


def test_that_every_point_says_value_unit_coverage_basis_and_sources(dataset: Dataset) -> None:
    for material in ("dysprosium", "terbium", "gallium", "germanium", "ndfeb-magnets"):
        for tonnes in (False, True):
            view = replace(TODAY, material=material, tonnes=tonnes)
            for key, pane in panes_of(dataset, view).items():
                points = [p for line in pane.lines for p in line.points]
                for mark in (*pane.columns, *points, *pane.marks):
                    first, *rest = mark.spoken.split("\n")
                    unit = {"prices": "US$/kg", "licences": ""}.get(key)
                    assert (
                        unit in first if unit is not None else (" t " in first or " kg " in first)
                    )
                    assert any(line.startswith("basis: ") for line in rest)
                    assert any(line.startswith("sources: ") and line[9:] for line in rest)
                    if key != "licences":
                        assert any(line.startswith("coverage: ") for line in rest)


def test_that_the_headline_is_a_context_line_with_its_coverage(dataset: Dataset) -> None:
    pane = panes_of(dataset, TODAY)["exports"]
    context = next(line for line in pane.lines if line.name == "rare-earths-all")
    assert context.role == "text3"
    assert context.dashed
    assert context.label.startswith("context: ")
    assert "mostly lanthanum and cerium" in context.points[0].spoken
    assert "index" in context.points[0].spoken


def test_that_tonnes_give_raw_and_finished_goods_an_axis_each(dataset: Dataset) -> None:
    panes = panes_of(dataset, replace(TODAY, tonnes=True))
    raw, finished = panes["exports"], panes["exports-finished"]
    assert (raw.unit, finished.unit) == ("t a month", "t a month")
    assert raw.columns
    assert raw.lines == ()
    assert {line.role for line in finished.lines} == {"fin", "text3"}
    assert raw.top < 50 < 1000 < finished.top


def test_that_a_material_without_two_series_looks_alike_in_tonnes(dataset: Dataset) -> None:
    view = Selection("gallium", date(2026, 11, 23))
    assert (
        panes_of(dataset, view)["exports"]
        == panes_of(dataset, replace(view, tonnes=True))["exports"]
    )


def test_that_a_stretch_without_figures_reaches_to_the_day_in_the_same_panes(
    dataset: Dataset,
) -> None:
    through, later = (
        timeline_scene(dataset, replace(TODAY, as_of=day))
        for day in (dataset.data_through, dataset.data_through + timedelta(days=40))
    )
    assert later.panes is through.panes
    for scene, end in ((through, through.data_end), (later, later.as_of)):
        (gap,) = scene.missing_in(scene.panes[0])
        assert gap.end == end
        assert gap.label.startswith("no figure after ")


def test_that_the_weeks_after_the_last_figure_are_not_told_as_missing(dataset: Dataset) -> None:
    pane = timeline_scene(dataset, TODAY).panes[0]
    assert pane.silent_from is not None
    told = [len(pane.missing_until(pane.silent_from + days)) for days in (-5, 19, 20)]
    assert told == [0, 0, 1]


def test_that_a_month_is_known_once_it_is_published(dataset: Dataset) -> None:
    def last_column(day: date) -> int:
        view = replace(ON_12_JULY, known_on=day)
        return panes_of(dataset, view)["exports"].columns[-1].start

    assert last_column(date(2025, 7, 19)) == axis_day(date(2025, 5, 1))
    assert last_column(date(2025, 7, 20)) == axis_day(date(2025, 6, 1))


def test_that_later_figures_are_hidden_or_marked_and_never_move_the_base(
    dataset: Dataset,
) -> None:
    hidden = panes_of(dataset, ON_12_JULY)["exports"]
    shown = panes_of(dataset, replace(ON_12_JULY, ghosts=True))["exports"]
    assert not any(column.later for column in hidden.columns)
    known = tuple(column for column in shown.columns if not column.later)
    assert known == hidden.columns
    later = [column for column in shown.columns if column.later]
    assert later
    assert all("not yet published" in column.spoken for column in later)
    assert shown.unit == hidden.unit


def test_that_a_mean_of_a_year_is_not_known_within_it(dataset: Dataset) -> None:
    def means(day: date) -> list[float]:
        pane = panes_of(dataset, replace(ON_12_JULY, known_on=day))["prices"]
        return [mark.day for mark in pane.marks if mark.until is not None]

    of_2025 = axis_day(date(2025, 1, 1))
    assert of_2025 not in means(date(2025, 12, 31))
    assert of_2025 in means(date(2026, 1, 1))


def test_that_licence_practice_has_a_pane_only_where_something_is_known(
    dataset: Dataset,
) -> None:
    pane = panes_of(dataset, TODAY)["licences"]
    assert pane.unit == "% of applications"
    assert [mark.value for mark in pane.marks] == [50.0, 50.0]
    assert all("exporters with a general licence" in mark.spoken.lower() for mark in pane.marks)
    assert "licences" not in panes_of(dataset, replace(TODAY, material="gallium"))
    assert "licences" not in panes_of(dataset, ON_12_JULY)


def test_that_a_pause_that_came_later_is_a_ghost_over_what_was_thought(dataset: Dataset) -> None:
    view = Selection("holmium", date(2025, 12, 5), known_on=date(2025, 10, 15))
    plain, ghosted = (
        next(
            lane
            for group in timeline_scene(dataset, one).groups
            for lane in group.lanes
            if lane.measure == "cn-2025-57-five-ree"
        )
        for one in (view, replace(view, ghosts=True))
    )
    later = [bar for bar in ghosted.bars if bar.later]
    assert ghosted.bars[: len(plain.bars)] == plain.bars
    assert ghosted.bars[len(plain.bars) :] == tuple(later)
    assert later[0].start == axis_day(date(2025, 11, 7))
    assert "suspended" in later[0].spoken


@settings(max_examples=40)
@given(
    number=st.integers(0, 60),
    as_of=st.dates(date(2010, 1, 1), date(2030, 1, 1)),
    known_on=st.dates(date(2010, 1, 1), date(2030, 1, 1)),
    tonnes=st.booleans(),
)
def test_that_ghosts_add_and_never_change_what_was_known(
    dataset: Dataset, number: int, as_of: date, known_on: date, tonnes: bool
) -> None:
    view = Selection(
        material=sorted(dataset.law.named_forms)[number],
        as_of=as_of,
        known_on=known_on,
        tonnes=tonnes,
        all_lanes=True,
    )
    plain = timeline_scene(dataset, view)
    ghosted = timeline_scene(dataset, replace(view, ghosts=True))
    known = {lane.measure: lane.bars for group in plain.groups for lane in group.lanes}
    for group in ghosted.groups:
        for lane in group.lanes:
            bars = tuple(bar for bar in lane.bars if not bar.later)
            assert bars == known.get(lane.measure, ())
            for one, following in pairwise([bar for bar in lane.bars if bar.later]):
                assert one.end is not None
                assert one.end <= following.start
    assert plain.events == tuple(mark for mark in ghosted.events if not mark.later)
    assert not any(mark.day <= axis_day(known_on) for mark in ghosted.events if mark.later)


def test_that_an_event_study_is_told_in_plain_words(dataset: Dataset) -> None:
    view = Selection("gallium", date(2026, 11, 23))
    scene = event_study_scene(dataset, view, "ev-2025-04-04-ree")
    assert CAUTION in scene.notes
    (gallium,) = scene.series
    assert gallium.before is None
    assert "cannot tell, no figure for January 2024" in gallium.sentences[0]
    assert gallium.after == pytest.approx(-0.42, abs=0.01)
    assert "42 % less than the same months a year earlier" in gallium.sentences[1]
    assert scene.sources


def test_that_an_event_study_uses_only_what_was_published_by_the_known_on_day(
    dataset: Dataset,
) -> None:
    view = Selection("gallium", date(2025, 6, 1), known_on=date(2025, 6, 1))
    (gallium,) = event_study_scene(dataset, view, "ev-2025-04-04-ree").series
    assert gallium.after is None


def test_that_a_material_without_series_cannot_be_studied(dataset: Dataset) -> None:
    view = Selection("tungsten", date(2026, 11, 23))
    scene = event_study_scene(dataset, view, "ev-2025-04-04-ree")
    assert "cannot tell" in scene.lead
    assert scene.series == ()
    with pytest.raises(KeyError):
        event_study_scene(dataset, view, "no-such-event")


def test_that_the_bands_of_an_event_touch_at_its_day(dataset: Dataset) -> None:
    view = Selection("gallium", date(2026, 11, 23))
    scene = with_event_bands(timeline_scene(dataset, view), dataset, view, "ev-2025-04-04-ree")
    exports = next(pane for pane in scene.panes if pane.key == "exports")
    assert [band.label for band in exports.bands] == ["before: cannot tell", "after: −42 %"]
    day = axis_day(date(2025, 4, 4))
    assert [(band.start, band.end) for band in exports.bands] == [(day - 90, day), (day, day + 90)]
    assert all(pane.bands == () for pane in scene.panes if pane.key != "exports")
