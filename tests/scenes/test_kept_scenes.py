"""What is kept from one day to the next is what would be made anew, and is not made anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.vocabulary import SupplyForm
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.materials.parts import Beside
from rare_gui.scenes.materials.scene import materials_scene
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.events import truce_span
from rare_gui.scenes.timeline.scene import timeline_scene

DAYS = st.dates(date(2010, 1, 1), date(2029, 12, 1))
VIEWS = st.builds(
    Selection,
    material=st.sampled_from(["dysprosium", "gallium", "cerium", "antimony"]),
    as_of=DAYS,
    form=st.none() | st.sampled_from(list(SupplyForm)),
    destination=st.sampled_from(["US", "JP", "DE"]),
    known_on=st.sampled_from([None, date(2025, 7, 12), date(2025, 11, 12)]),
    window=st.sampled_from([None, (date(2023, 1, 1), date(2025, 1, 1))]),
    all_lanes=st.booleans(),
    ghosts=st.booleans(),
)


@settings(max_examples=10, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(views=st.lists(VIEWS, min_size=1, max_size=3), days=st.lists(DAYS, min_size=1, max_size=3))
def test_that_no_order_of_views_changes_what_a_view_shows(
    dataset: Dataset, views: list[Selection], days: list[date]
) -> None:
    for view in (replace(view, as_of=day) for day in days for view in views):
        fresh = dataset.with_law(replace(dataset.law, _kept={}))
        for scene_of in (header_scene, materials_scene, timeline_scene):
            assert scene_of(dataset, view) == scene_of(fresh, view)


def test_that_a_day_on_which_nothing_turns_shows_the_same_lanes_and_words(
    dataset: Dataset,
) -> None:
    view = Selection("dysprosium", date(2026, 6, 1))
    following = replace(view, as_of=view.as_of + timedelta(days=1))
    assert timeline_scene(dataset, view).groups is timeline_scene(dataset, following).groups
    assert header_scene(dataset, view) is header_scene(dataset, following)


def test_that_the_words_about_the_truce_are_of_the_truce_alone(dataset: Dataset) -> None:
    first, end = truce_span(dataset)
    days = (first - timedelta(days=1), first, end - timedelta(days=1), end)
    told = [header_scene(dataset, Selection("dysprosium", day)).rest for day in days]
    assert ["the truce does not cover" in rest for rest in told] == [False, True, True, False]


def test_that_another_material_keeps_the_rows_and_another_day_does_not(dataset: Dataset) -> None:
    view = Selection("dysprosium", date(2026, 6, 1))
    rows = materials_scene(dataset, view).groups
    assert materials_scene(dataset, replace(view, material="gallium")).groups is rows
    assert materials_scene(dataset, view, Beside(frozenset({"gallium"}))).groups != rows
    assert materials_scene(dataset, replace(view, as_of=date(2026, 6, 2))).groups != rows
    assert materials_scene(dataset, replace(view, compared=("gallium",))).groups != rows
