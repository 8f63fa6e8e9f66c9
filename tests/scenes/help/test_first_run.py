"""The first page tells nothing that is not so on its day, and its trials lead somewhere."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rare_gui.domain.cliffs import Turn, cliffs
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.help.first_run import Trial, first_run_scene
from rare_gui.scenes.palette import Shape
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import day_words

DAY = date(2026, 11, 23)
START = Selection("dysprosium", DAY)


def trial(dataset: Dataset, title: str, day: date = DAY) -> Trial:
    scene = first_run_scene(dataset, Selection("dysprosium", day))
    return next(one for one in scene.trials if one.title == title)


def test_that_there_are_three_things_to_try(dataset: Dataset) -> None:
    scene = first_run_scene(dataset, START)
    titles = [one.title for one in scene.trials]
    assert titles == ["Dysprosium", "When the truce ends", "Gallium and germanium"]
    assert [one.view.view for one in scene.trials] == ["timeline", "cliffs", "compare"]
    assert scene.open_label == "Open dysprosium"


def test_that_counts_end_of_data_and_promise_are_told(dataset: Dataset) -> None:
    scene = first_run_scene(dataset, START)
    assert f"{len(dataset.law.measures)} measures" in scene.loaded
    assert f"{dataset.name} {dataset.version}" in scene.loaded
    assert day_words(dataset.data_through, short=False) in scene.data_stop
    assert "no connection" in scene.promise


def test_that_the_material_tells_what_its_own_page_says(dataset: Dataset) -> None:
    told = trial(dataset, "Dysprosium")
    assert told.words == f"{header_scene(dataset, START).lead}."
    assert told.chip.letter == "L"  # what is banned is its technology, which is no goods


def test_that_the_end_of_the_truce_tells_that_a_statement_moved_it(dataset: Dataset) -> None:
    words = trial(dataset, "When the truce ends").words
    assert words == "10 paused measures return on 10 Jan 2027 by statement, unless prolonged again."


def test_that_a_paused_ban_is_told_until_it_runs_out_and_not_guessed_afterwards(
    dataset: Dataset,
) -> None:
    before = trial(dataset, "Gallium and germanium", date(2026, 11, 26))
    assert before.words.endswith("a ban beneath is paused until 27 Nov 2026.")
    assert before.chip.corner
    after = trial(dataset, "Gallium and germanium", date(2026, 11, 28))
    assert after.words.endswith("the pause ended on 27 Nov 2026, after the data.")
    assert after.chip.past


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(days=st.integers(0, 4000), destination=st.sampled_from(["US", "JP", "DE", "EU", "KR"]))
def test_that_every_trial_is_a_view_that_can_be_shared_on_any_day(
    dataset: Dataset, days: int, destination: str
) -> None:
    day = date(2020, 1, 1) + timedelta(days=days)
    selection = Selection("dysprosium", day, destination=destination)
    scene = first_run_scene(dataset, selection)
    assert scene.trials[0].title == "Dysprosium"
    for one in scene.trials:
        assert one.words.endswith(".")
        assert "  " not in one.words
        assert one.view.as_of == day
        assert Selection.from_text(one.view.to_text(), selection) == one.view
    ahead = [
        one for one in scene.trials if one.chip.shape is Shape.HATCHED and "pause" in one.words
    ]
    returning = [c for c in cliffs(dataset.law, day) if c.turn is Turn.RESUMES and c.day > day]
    assert bool(returning) == any(one.view.view == "cliffs" for one in scene.trials), ahead
