"""The build-out's scene: rows in words, sums that name their basis, lanes beside the law."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.projects import Stage, all_projects
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.projects import ProjectFilters, ProjectRow, ProjectsScene, projects_scene
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.parts import Lane
from rare_gui.scenes.timeline.project_lanes import LANE_NAME_LENGTH, project_lanes

VIEW = Selection("dysprosium", date(2026, 11, 23))
MATERIALS = ("dysprosium", "gallium", "ndfeb-magnets", "antimony", "ndpr", "cobalt")


@pytest.fixture(scope="module")
def scene(dataset: Dataset) -> ProjectsScene:
    return projects_scene(dataset, VIEW)


def row(scene: ProjectsScene, project: str) -> ProjectRow:
    return next(one for one in scene.rows if one.project == project)


def lane(dataset: Dataset, material: str, project: str) -> Lane:
    groups = project_lanes(dataset, Selection(material, VIEW.as_of))
    return next(one for group in groups for one in group.lanes if one.measure == project)


def test_that_a_row_tells_status_with_date_and_capacity_with_basis(scene: ProjectsScene) -> None:
    told = row(scene, "us-mountain-pass-dytb")
    assert (told.status, told.status_date) == ("under construction", "January 2026")
    assert told.capacity == "200 t"
    assert told.basis.startswith("Dy plus Tb, nameplate")
    assert told.late
    assert told.promised.startswith("June 2026: over by 101 days or more")


def test_that_every_sum_says_that_it_is_of_listed_projects(scene: ProjectsScene) -> None:
    assert scene.sums
    assert all("listed project" in line for group in scene.sums for line in group.lines)
    assert "110 listed projects" in scene.remark
    magnets = next(group for group in scene.sums if group.title == "Magnets: NdFeB magnets")
    assert "18,000 t a year: 4 listed projects, planned" in magnets.lines


def test_that_one_material_is_told_its_next_tonne_or_why_nobody_can_tell(
    dataset: Dataset, scene: ProjectsScene
) -> None:
    assert scene.next == ""
    dated = projects_scene(dataset, VIEW, ProjectFilters("dysprosium"))
    assert "1 month. Caremag" in dated.next
    dateless = projects_scene(dataset, VIEW, ProjectFilters("tungsten"))
    assert "cannot tell; no listed project has published a date" in dateless.next


def test_that_an_amount_that_is_not_published_is_not_zero(scene: ProjectsScene) -> None:
    acts = row(scene, "us-mountain-pass-ndpr").acts
    assert any("price floor, amount not published" in act for act in acts)


def test_that_filters_say_what_is_left(dataset: Dataset) -> None:
    found = projects_scene(dataset, VIEW, ProjectFilters("dysprosium", Stage.SEPARATION))
    assert found.filtered == f"Dysprosium, separation: {len(found.rows)} of 110"
    nothing = projects_scene(dataset, VIEW, ProjectFilters("cobalt"))
    assert (nothing.rows, nothing.sums) == ((), ())


def test_that_earlier_a_status_is_not_known_and_nothing_later_is_told(dataset: Dataset) -> None:
    early = projects_scene(dataset, Selection("dysprosium", date(2025, 12, 1)))
    told = row(early, "us-mp-independence")
    assert (told.status, told.capacity) == ("not known on this day", "")
    assert not any("commercial-scale equipment" in step for step in told.steps)


def test_that_lanes_stand_in_the_order_of_the_chain(dataset: Dataset) -> None:
    groups = project_lanes(dataset, VIEW)
    assert [group.key for group in groups] == [
        "projects.mine", "projects.separation", "projects.metal_alloy", "projects.recycling",
    ]  # fmt: skip
    assert all(group.summary.startswith("listed projects") for group in groups)
    assert all(len(one.name) <= LANE_NAME_LENGTH for group in groups for one in group.lanes)
    assert not any(one.binding for group in groups for one in group.lanes)


def test_that_a_lane_turns_from_building_to_production(dataset: Dataset) -> None:
    bars = lane(dataset, "ndfeb-magnets", "us-evac-sumter").bars
    assert [bar.fill for bar in bars] == [Fill.ANNOUNCED, Fill.RELIEF]
    assert bars[0].end == bars[1].start == axis_day(date(2025, 12, 1))
    assert bars[1].end is None


def test_that_a_promise_ahead_is_a_scheduled_bar_that_says_what_is_promised(
    dataset: Dataset,
) -> None:
    building, promised = lane(dataset, "dysprosium", "fr-caremag").bars
    assert (building.scheduled, promised.scheduled) == (False, True)
    assert building.end == promised.start == axis_day(date(2026, 12, 1))
    assert promised.fill is Fill.ANNOUNCED
    assert "Commissioning planned" in promised.labels[0]


def test_that_an_overdue_promise_is_told_on_the_bar_of_building(dataset: Dataset) -> None:
    (bar,) = lane(dataset, "dysprosium", "us-mountain-pass-dytb").bars
    assert "over by 101 days or more" in bar.labels[0]
    assert bar.end is None


def test_that_a_paused_project_goes_on_faintly(dataset: Dataset) -> None:
    bars = lane(dataset, "ndpr", "au-yangibana").bars
    assert bars[-1].fill is Fill.ENDED
    assert bars[-1].labels[0] == "paused"


@given(
    st.sampled_from(MATERIALS),
    st.dates(date(2012, 1, 1), date(2028, 1, 1)) | st.none(),
)
def test_that_bars_of_a_lane_follow_each_other_and_tell_nothing_unknown(
    dataset: Dataset, material: str, known: date | None
) -> None:
    view = Selection(material, VIEW.as_of, known_on=known)
    last = axis_day(min(known or dataset.data_through, dataset.data_through))
    listed = {one.id for one in all_projects(dataset) if material in one.materials}
    for group in project_lanes(dataset, view):
        for one in group.lanes:
            assert one.measure in listed
            for bar, following in zip(one.bars, one.bars[1:], strict=False):
                assert bar.end is not None
                assert bar.start < bar.end <= following.start
            assert all(bar.start <= last or bar.scheduled for bar in one.bars)
