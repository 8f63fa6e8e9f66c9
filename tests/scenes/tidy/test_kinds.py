"""The tidy rows of every kind of picture: traced, cited, half-open, and readable by others."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.own_note import Note
from rare_gui.domain.presets import preset
from rare_gui.domain.scenario import differing
from rare_gui.scenes.impact.charts import week_curve
from rare_gui.scenes.selection import VIEWS, Selection
from rare_gui.scenes.tidy.impact_inputs import PROGRAM
from rare_gui.scenes.tidy.kinds import KINDS, Drawn, observations
from rare_gui.scenes.tidy.observation import OWN, SCENARIO, Observation, Presence
from rare_gui.scenes.tidy.table import HEAD, csv_of, table_of
from rare_gui.scenes.timeline.scene import timeline_scene
from tests.scenes.impacts import impact

DAY = date(2026, 11, 23)
VIEW = Selection("dysprosium", DAY, compared=("dysprosium", "gallium", "unobtainium"))
NOTE = Note("1", date(2025, 5, 1), "=ask the buyer\nagain", "dysprosium")


def drawn(dataset: Dataset, **changes: object) -> Drawn:
    return Drawn(dataset, replace(VIEW, **changes), impact(), None, (NOTE,))  # type: ignore[arg-type]


def untraced(found: tuple[Observation, ...]) -> list[Observation]:
    """Numbers without a row of the package; the program's own assumptions say what they are."""
    return [
        one
        for one in found
        if one.value is not None and not one.rows and one.basis != PROGRAM
        and one.data_class not in (SCENARIO, OWN) and one.kind not in ("influence", "assumption")
    ]  # fmt: skip


@pytest.mark.parametrize("what", KINDS)
def test_that_every_number_traces_to_a_row_that_exists(dataset: Dataset, what: str) -> None:
    found = observations(what, drawn(dataset))
    assert found
    assert untraced(found) == []
    for one in found:
        for row in one.rows:
            table, _, line = row.partition(":")
            assert 2 <= int(line) < len(dataset.tables[table]) + 2


@pytest.mark.parametrize("what", KINDS)
def test_that_presence_says_whether_there_is_a_figure(dataset: Dataset, what: str) -> None:
    for one in observations(what, drawn(dataset)):
        assert (one.value is not None) == (one.presence is Presence.OBSERVED), one


@pytest.mark.parametrize("what", KINDS)
def test_that_stretches_of_time_are_half_open(dataset: Dataset, what: str) -> None:
    for one in observations(what, drawn(dataset)):
        assert one.start is None or one.end is None or one.start < one.end, one


@pytest.mark.parametrize("what", KINDS)
def test_that_pandas_reads_the_table_back(dataset: Dataset, what: str) -> None:
    found = observations(what, drawn(dataset))
    frame = pd.read_csv(io.BytesIO(csv_of(found)), keep_default_na=False, dtype=str)
    assert list(frame.columns) == list(HEAD)
    assert len(frame) == len(found)
    values = [float(text) if text else None for text in frame["value"]]
    assert values == [one.value for one in found]
    assert list(frame["source_ids"]) == [";".join(one.sources) for one in found]


def test_that_the_bars_are_those_of_the_timeline(dataset: Dataset) -> None:
    scene = timeline_scene(dataset, VIEW)
    bars = sum(len(lane.bars) for group in scene.groups for lane in group.lanes)
    rows = [one for one in observations("timeline", drawn(dataset)) if one.kind == "measure"]
    assert 0 < len(rows) <= bars
    seven = [one for one in rows if one.subject == "cn-2025-18-seven-ree"]
    assert [(one.start, one.end, one.state) for one in seven] == [
        (date(2025, 4, 4), None, "licence required")
    ]


def test_that_a_pause_beyond_its_legal_text_is_a_row_of_its_own(dataset: Dataset) -> None:
    rows = observations("timeline", drawn(dataset, form=None, all_lanes=True))
    pause = [one for one in rows if one.state == "prolonged by statement only"]
    assert pause
    equipment = [one for one in pause if one.subject == "cn-2025-56-ree-equipment"]
    assert [(one.start, one.end) for one in equipment] == [(date(2026, 11, 10), date(2027, 1, 10))]


def test_that_a_month_without_a_figure_is_missing_and_no_zero(dataset: Dataset) -> None:
    rows = [one for one in observations("timeline", drawn(dataset)) if one.kind == "export"]
    july = next(
        one for one in rows if one.subject == "dysprosium" and one.start == date(2024, 7, 1)
    )
    assert (july.presence, july.value) == (Presence.MISSING, None)
    assert july.cells()[HEAD.index("value")] == ""
    june = next(
        one for one in rows if one.subject == "dysprosium" and one.start == date(2024, 6, 1)
    )
    assert june.presence is Presence.OBSERVED
    assert june.value == pytest.approx(26.037)
    assert june.drawn == pytest.approx(100)


def test_that_a_zero_is_written_as_a_figure() -> None:
    cells = Observation("export", "x", "X", value=0.0, presence=Presence.OBSERVED).cells()
    assert cells[HEAD.index("value")] == "0"


def test_that_tonnes_on_the_axis_are_not_told_twice(dataset: Dataset) -> None:
    rows = observations("timeline", drawn(dataset, tonnes=True))
    assert {one.drawn for one in rows if one.kind == "export"} == {None}


def test_that_what_was_known_later_is_marked(dataset: Dataset) -> None:
    early = date(2025, 6, 1)
    hidden = observations("timeline", drawn(dataset, known_on=early))
    assert not any(one.known_later for one in hidden)
    ghosts = observations("timeline", drawn(dataset, known_on=early, ghosts=True))
    assert any(one.known_later for one in ghosts)


def test_that_what_only_a_what_if_says_has_no_source(dataset: Dataset) -> None:
    name = "truce-lapses"
    supposed = preset(dataset.law, name).apply(dataset)
    rows = observations("timeline", Drawn(supposed, replace(VIEW, scenario=name, all_lanes=True)))
    made = [one for one in rows if one.data_class == SCENARIO]
    assert made
    assert all(not one.sources for one in made)


def test_that_a_note_is_the_users_own_and_cannot_run(dataset: Dataset) -> None:
    found = [one for one in observations("list", drawn(dataset)) if one.kind == "own_note"]
    assert [one.data_class for one in found] == [OWN]
    assert b"'=ask the buyer" in csv_of(found)


def test_that_without_a_result_one_row_says_so(dataset: Dataset) -> None:
    (one,) = observations("impact", Drawn(dataset, VIEW))
    assert one.presence is Presence.NOT_COMPUTED
    assert one.note == "Losses by sector were not computed for this picture."


def test_that_losses_carry_their_range_and_class(dataset: Dataset) -> None:
    rows = observations("impact", drawn(dataset))
    total = next(one for one in rows if one.kind == "loss" and one.part == "value added")
    assert [total.low, total.value, total.high] == pytest.approx([6.7e9, 13.4e9, 20.1e9])
    assert total.data_class == "judgement"
    gap = next(one for one in rows if one.subject == "lutetium" and one.kind == "loss")
    assert gap.presence is Presence.NOT_COMPUTED


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("heat", "loss_by_material"),
        ("weeks", "weekly_loss"),
        ("waterfall", "waterfall"),
        ("influences", "influence"),
    ],
)
def test_that_a_chart_has_its_own_rows_with_what_they_rest_on(
    dataset: Dataset, what: str, kind: str
) -> None:
    rows = observations(what, drawn(dataset))
    assert {one.kind for one in rows} == {"loss", kind, "cut", "assumption"}
    assert {one.subject for one in rows if one.kind == "loss"} == {"all-sectors"}
    assert set(rows) <= set(observations("impact", drawn(dataset)))


def test_that_weeks_are_numbered_as_on_the_curve(dataset: Dataset) -> None:
    rows = [one for one in observations("weeks", drawn(dataset)) if one.kind == "weekly_loss"]
    most = max(rows, key=lambda one: one.value or 0.0)
    assert week_curve(impact()).top == f"US$ 500 m in {most.part}"


def test_that_the_steps_are_those_of_the_order_that_is_drawn(dataset: Dataset) -> None:
    free = observations("waterfall", drawn(dataset, order_free=True))
    steps = [one.value for one in free if one.kind == "waterfall"]
    assert steps == [one.value for one in impact().order_free]


def test_that_a_what_if_has_each_differing_state_twice(dataset: Dataset) -> None:
    supposed = preset(dataset.law, "truce-lapses").apply(dataset)
    view = replace(VIEW, as_of=date(2027, 2, 1), scenario="truce-lapses")
    rows = observations("whatif", Drawn(supposed, view))
    found = list(differing(dataset, supposed, view.as_of))
    assert found
    assert len(rows) == 2 * len(found)
    assert [one.state for one in rows[:2]] == [
        found[0].before.state.value,
        found[0].after.state.value,
    ]
    assert rows[0].note.startswith("by the law as it is")
    assert rows[1].note.startswith("under the what-if")


def test_that_without_a_what_if_one_row_says_so(dataset: Dataset) -> None:
    (one,) = observations("whatif", drawn(dataset))
    assert (one.presence, one.note) == (Presence.NOT_COMPUTED, "no what-if is on")


@pytest.mark.parametrize("view", VIEWS)
def test_that_the_window_has_what_each_view_shows(dataset: Dataset, view: str) -> None:
    found = set(observations("window", drawn(dataset, view=view)))
    kinds = {one.kind for one in found}
    assert {"state", "figure"} <= kinds
    inside = {"compare": "comparison", "card": "material"}.get(view, view)
    if inside in KINDS:
        assert set(observations(inside, drawn(dataset, view=view))) <= found


def test_that_a_material_that_is_gone_is_told_in_a_comparison(dataset: Dataset) -> None:
    gone = [one for one in observations("comparison", drawn(dataset)) if one.kind == "material"]
    assert [one.subject for one in gone] == ["unobtainium"]


def test_that_the_clipboard_has_the_same_rows(dataset: Dataset) -> None:
    found = observations("cliffs", drawn(dataset))
    lines = table_of(found).splitlines()
    assert len(lines) == len(found) + 1
    assert len({line.count("\t") for line in lines}) == 1


@settings(max_examples=25)
@given(
    material=st.sampled_from(
        ["gallium", "dysprosium", "ndfeb-magnets", "graphite-natural", "scandium"]
    ),
    day=st.dates(date(2009, 1, 1), date(2027, 12, 31)),
    known=st.none() | st.dates(date(2010, 1, 1), date(2026, 12, 31)),
    way=st.sampled_from([("CN", "US"), ("CN", "JP"), ("US", "CN"), ("CN", "DE")]),
)
def test_that_any_view_gives_traced_rows(
    dataset: Dataset, material: str, day: date, known: date | None, way: tuple[str, str]
) -> None:
    view = Selection(
        material, day, known_on=known, origin=way[0], destination=way[1], all_lanes=True
    )
    for what in ("timeline", "card", "cliffs"):
        found = observations(what, Drawn(dataset, view))
        assert untraced(found) == []
        csv_of(found)


def test_that_the_rows_of_the_clauses_are_those_of_the_compared_materials(
    dataset: Dataset,
) -> None:
    def subjects(what: str, **changes: object) -> list[str]:
        found = observations(what, drawn(dataset, **changes))
        return [one.subject for one in found if one.kind == "clause"]

    board = subjects("cliffs", compared=("gallium", "holmium"), only_compared=True)
    assert board == subjects("cliffs", compared=("holmium", "gallium"), only_compared=True)
    own = (subjects("cliffs", material=one, only_material=True) for one in ("gallium", "holmium"))
    assert set(board) == set().union(*own)
    # each material of a brief has the clauses of its own
    assert subjects("brief", compared=("gallium", "holmium"), only_compared=True) == subjects(
        "brief"
    )
