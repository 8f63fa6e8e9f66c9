"""What is shown of the shipped package, as approved text, and what holds of every view."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.presets import preset
from rare_gui.domain.vocabulary import SupplyForm
from rare_gui.scenes.chips import COLUMNS
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.impact.exposure import exposure_scene
from rare_gui.scenes.materials.scene import materials_scene
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.status_bar import status_bar_scene
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.scene import timeline_scene
from tests.scenes.as_text import compare, exposure_text, header_text, materials_text, timeline_text

VIEWS = {
    "dysprosium-2026-11-23": Selection("dysprosium", date(2026, 11, 23)),
    "dysprosium-2025-04-03": Selection("dysprosium", date(2025, 4, 3)),
    "gallium-2026-11-28": Selection("gallium", date(2026, 11, 28)),
    "gallium-to-germany": Selection("gallium", date(2026, 11, 28), destination="DE"),
    "holmium-known-on-2025-10-15": Selection(
        "holmium", date(2025, 12, 5), form=SupplyForm.METAL, known_on=date(2025, 10, 15)
    ),
    "ndpr-2026-01-05": Selection("ndpr", date(2026, 1, 5)),
    "ndfeb-magnets-2026-11-23": Selection("ndfeb-magnets", date(2026, 11, 23)),
    "antimony-2026-11-23": Selection("antimony", date(2026, 11, 23)),
    "cerium-to-japan-2010-10-01": Selection("cerium", date(2010, 10, 1), destination="JP"),
    "dysprosium-in-time-travel": Selection(
        "dysprosium", date(2025, 7, 12), known_on=date(2025, 7, 12)
    ),
    "gallium-if-the-truce-lapses": Selection("gallium", date(2027, 1, 11), scenario="truce-lapses"),
    "graphite-natural-2026-11-23": Selection("graphite-natural", date(2026, 11, 23)),
    "samarium-2025-10-20": Selection("samarium", date(2025, 10, 20)),
    "scandium-to-japan": Selection("scandium", date(2026, 11, 23), destination="JP"),
    "tungsten-2025-02-03": Selection("tungsten", date(2025, 2, 3)),
    "yttrium-all-lanes": Selection("yttrium", date(2026, 11, 23), all_lanes=True),
}


@pytest.mark.parametrize("name", VIEWS)
def test_that_a_view_is_as_approved(dataset: Dataset, name: str) -> None:
    view = VIEWS[name]
    if view.scenario is not None:
        dataset = preset(dataset.law, view.scenario).apply(dataset)
    compare(
        name,
        [
            *header_text(header_scene(dataset, view)),
            "",
            *timeline_text(timeline_scene(dataset, view)),
            "",
            *exposure_text(exposure_scene(dataset, view)),
        ],
    )


@pytest.mark.parametrize("day", ["2025-04-03", "2025-10-20", "2026-11-23", "2026-11-28"])
def test_that_the_browser_is_as_approved(dataset: Dataset, day: str) -> None:
    view = Selection("dysprosium", date.fromisoformat(day))
    compare(f"browser-{day}", materials_text(materials_scene(dataset, view)))


def test_that_the_browser_lists_34_of_61_materials(dataset: Dataset) -> None:
    scene = materials_scene(dataset, VIEWS["dysprosium-2026-11-23"])
    assert scene.total == 34
    assert [len(group.rows) for group in scene.groups] == [7, 10, 3, 14]
    bar = status_bar_scene(dataset, date(2026, 11, 23), 3, 0)
    assert bar.counts == "34 of 61 materials · 81 measures"


@pytest.mark.parametrize(("days", "warns"), [(30, False), (31, True)])
def test_that_old_data_are_pointed_out_after_thirty_days(
    dataset: Dataset, days: int, warns: bool
) -> None:
    today = dataset.data_through + timedelta(days=days)
    bar = status_bar_scene(dataset, today, 0, 0)
    assert bar.data_age_warns is warns
    assert f"{days} days old" in bar.data_age
    assert "--package" in bar.data_age_detail


def test_that_a_uniform_column_is_told_once_and_never_without_words(dataset: Dataset) -> None:
    scene = materials_scene(dataset, VIEWS["dysprosium-2026-11-23"])
    heavy = next(group for group in scene.groups if group.key == "heavy")
    ore = heavy.chips[0]
    assert ore is not None
    assert ore.letter == "S"
    for row in heavy.rows:
        assert row.chips[0].quiet
        assert "suspended" in row.chips[0].spoken


def test_that_a_form_that_does_not_exist_is_a_dash_with_words(dataset: Dataset) -> None:
    scene = materials_scene(dataset, VIEWS["gallium-2026-11-28"])
    gallium = next(r for g in scene.groups for r in g.rows if r.material == "gallium")
    assert gallium.chips[0].shape == "dash"
    assert "no ore in these data" in gallium.chips[0].spoken


def test_that_a_pause_prolonged_by_statement_is_dashed_after_the_legal_date(
    dataset: Dataset,
) -> None:
    scene = timeline_scene(dataset, Selection("holmium", date(2026, 11, 23)))
    lane = next(x for g in scene.groups for x in g.lanes if x.measure == "cn-2025-57-five-ree")
    assert [(bar.fill, bar.start, bar.end) for bar in lane.bars[1:]] == [
        (Fill.SUSPENDED, axis_day(date(2025, 11, 7)), axis_day(date(2026, 11, 10))),
        (Fill.PROLONGED, axis_day(date(2026, 11, 10)), axis_day(date(2027, 1, 10))),
        (Fill.PAST, axis_day(date(2027, 1, 10)), None),
    ]


def test_that_tariffs_of_which_a_part_is_paused_are_told_as_partly_suspended(
    dataset: Dataset,
) -> None:
    view = Selection("dysprosium", date(2025, 8, 1))
    scene = timeline_scene(dataset, view)
    lane = next(x for g in scene.groups for x in g.lanes if x.measure == "us-ieepa-reciprocal-cn")
    assert any(bar.partial and bar.fill is Fill.SUSPENDED for bar in lane.bars)


def test_that_the_truce_says_nothing_about_other_trade(dataset: Dataset) -> None:
    assert timeline_scene(dataset, VIEWS["gallium-to-germany"]).truce == ()


def test_that_months_without_a_figure_are_never_zero(dataset: Dataset) -> None:
    pane = timeline_scene(dataset, VIEWS["dysprosium-2026-11-23"]).panes[0]
    months = {column.start for column in pane.columns}
    gap = axis_day(date(2025, 1, 1))
    assert gap not in months
    assert gap + 15 in pane.hollow
    assert axis_day(date(2025, 5, 1)) in months  # a published zero is a figure


def test_that_an_index_has_its_base_in_the_unit(dataset: Dataset) -> None:
    pane = timeline_scene(dataset, VIEWS["dysprosium-2026-11-23"]).panes[0]
    assert pane.unit == "index, June 2024 = 100"
    base = next(c for c in pane.columns if c.start == axis_day(date(2024, 6, 1)))
    assert base.value == pytest.approx(100)


def test_that_the_raw_and_finished_routes_tell_the_story_apart(dataset: Dataset) -> None:
    scene = exposure_scene(
        dataset, Selection("dysprosium", date(2026, 11, 23), sector="motor_vehicle_parts")
    )
    assert scene.links[-1].label.startswith("θ 0.03")
    magnets = Selection(
        "dysprosium", date(2026, 11, 23), form=SupplyForm.MAGNET, sector="motor_vehicle_parts"
    )
    assert exposure_scene(dataset, magnets).links[-1].label.startswith("θ 0.45")


def test_that_unknown_dependence_is_said_and_not_taken_for_none(dataset: Dataset) -> None:
    scene = exposure_scene(dataset, Selection("promethium", date(2026, 11, 23)))
    assert scene.sectors == ()
    assert "not the same as none" in scene.unknown


DAYS = st.dates(date(2009, 1, 1), date(2031, 1, 1))


@settings(max_examples=60)
@given(
    number=st.integers(0, 60),
    as_of=DAYS,
    form=st.none() | st.sampled_from(list(SupplyForm)),
    destination=st.sampled_from(["US", "DE", "JP", "KR", "EU", "CH"]),
    origin=st.sampled_from(["CN", "US", "CD"]),
    known_on=st.none() | DAYS,
    all_lanes=st.booleans(),
)
def test_that_every_view_can_be_told(
    dataset: Dataset,
    number: int,
    as_of: date,
    form: SupplyForm | None,
    destination: str,
    origin: str,
    known_on: date | None,
    all_lanes: bool,
) -> None:
    view = Selection(
        material=sorted(dataset.law.named_forms)[number],
        as_of=as_of,
        form=form,
        origin=origin,
        destination=destination,
        known_on=known_on,
        all_lanes=all_lanes,
    )
    header = header_scene(dataset, view)
    assert header.lead
    assert "None" not in header.lead + header.rest
    timeline = timeline_scene(dataset, view)
    for group in timeline.groups:
        for lane in group.lanes:
            for one, following in pairwise(lane.bars):
                assert one.end is not None
                assert one.end <= following.start
    browser = materials_scene(dataset, view)
    assert all(len(row.chips) == len(COLUMNS) for group in browser.groups for row in group.rows)
    assert exposure_scene(dataset, view).lead
