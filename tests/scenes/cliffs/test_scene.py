"""The cliff board's scene: which clauses stand where, in which words, with what filters keep."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.cliffs import cliffs, hit
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import dependences, sector_names
from rare_gui.domain.vocabulary import Basis
from rare_gui.scenes.cliff_words import left_words, sectors_hit
from rare_gui.scenes.cliffs.filters import CliffFilters
from rare_gui.scenes.cliffs.row import CliffRow
from rare_gui.scenes.cliffs.scene import CliffFold, CliffsScene, calendar_of, cliffs_scene
from rare_gui.scenes.materials.scene import materials_scene
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day

VIEW = Selection("gallium", date(2026, 11, 23))


@pytest.fixture(scope="module")
def scene(dataset: Dataset) -> CliffsScene:
    return cliffs_scene(dataset, VIEW)


def row_of(scene: CliffsScene, measure: str, day: date) -> CliffRow:
    return next(r for r in scene.rows if r.measure == measure and r.day == axis_day(day))


def test_that_rows_stand_in_groups_by_days_left(scene: CliffsScene) -> None:
    assert [group.name for group in scene.groups] == [
        "Older than the data can tell",
        "Next 14 days",
        "Within 90 days",
        "Later",
    ]
    days = [{row.days_left for row in group.rows} for group in scene.groups]
    assert days == [{-14, -13}, {4}, {39, 48}, {403, 770}]


def test_that_passed_clauses_of_one_date_are_folded(scene: CliffsScene) -> None:
    alone, folded = scene.groups[0].items
    assert isinstance(alone, CliffRow)
    assert isinstance(folded, CliffFold)
    assert len(folded.rows) == 9
    assert folded.words == "9 dated clauses by their text"
    assert "10 Nov 2026, 13 days ago" in folded.spoken


def test_that_a_pause_of_what_never_applied_ends_in_a_beginning(scene: CliffsScene) -> None:
    never = row_of(scene, "cn-2025-57-five-ree", date(2027, 1, 10))
    assert never.sentence == (
        "A licence duty begins: Five further rare earths; the legal text says 10 Nov 2026."
    )
    applied = row_of(scene, "cn-2025-62-ree-technology", date(2027, 1, 10))
    assert applied.lead == "A licence duty for technology applies again"


def test_that_a_statement_shows_the_passed_date_of_the_legal_text(scene: CliffsScene) -> None:
    row = row_of(scene, "cn-2025-57-five-ree", date(2027, 1, 10))
    assert (row.basis, row.legal_text, row.legal_passed) == (
        Basis.OFFICIAL_STATEMENT,
        "10 Nov 2026",
        True,
    )
    passed = row_of(scene, "cn-2025-57-five-ree", date(2026, 11, 10))
    assert passed.legal_text == ""
    assert passed.other == "prolonged by official statement to 10 Jan 2027"
    assert "passed by its text" in passed.unknown


def test_that_the_states_before_and_after_a_clause_are_told(scene: CliffsScene) -> None:
    states = row_of(scene, "cn-2024-46-us-ga-ge-sb", date(2026, 11, 27)).states
    assert (states.before_day, states.after_day) == ("26 Nov 2026", "from 27 Nov 2026")
    gallium = states.changes[0]
    assert gallium.spoken == (
        "Gallium: oxide, compounds and metal, licence required before; at least licence required, "
        "could be prohibited from then on"
    )
    assert gallium.after.past
    assert not gallium.before.past
    graphite = next(change for change in states.changes if change.goods.startswith("Graphite"))
    assert graphite.spoken.endswith("licence required as before")


def test_that_a_rule_for_some_users_changes_no_state_of_goods(scene: CliffsScene) -> None:
    states = row_of(scene, "us-dfars-7052", date(2027, 1, 1)).states
    assert states.changes == ()
    assert "defence contractors" in states.sentence


def test_that_a_row_names_the_materials_and_sectors_it_hits(scene: CliffsScene) -> None:
    row = row_of(scene, "cn-2024-46-us-ga-ge-sb", date(2026, 11, 27))
    assert ("gallium", "Ga") in row.tiles
    assert "Lamps and lighting fixtures" in row.sectors
    assert row.sources
    assert row.spoken.startswith("4 days left; 27 Nov 2026; An export ban applies again")


def test_that_the_sectors_hit_are_those_that_depend_on_the_materials(dataset: Dataset) -> None:
    for cliff in cliffs(dataset.law, VIEW.as_of):
        names = sector_names(dataset)
        depend = {
            names[item.sector]
            for material in hit(dataset.law, cliff.measure)
            for item in dependences(dataset, material)
        }
        assert sectors_hit(dataset, cliff.measure) == tuple(sorted(depend))


def test_that_the_strip_has_what_the_table_has(scene: CliffsScene) -> None:
    strip = scene.strip
    assert [span.by_statement for span in strip.truce] == [False, True]
    assert strip.truce[1].start == axis_day(date(2026, 11, 10))
    assert strip.uncovered == (axis_day(date(2026, 10, 9)), axis_day(VIEW.as_of))
    assert strip.uncovered_label == "45 days without data"
    assert [(m.date, m.words) for m in strip.markers] == [
        ("9 Nov", "50 % rule · \u221214 days"),
        ("10 Nov", "9 clauses · \u221213 days"),
        ("27 Nov", "Ga, Ge, Sb, C · 4 days"),
        ("1 Jan", "Nd, Sm, W, Ta · 39 days"),
        ("10 Jan", "10 clauses · 48 days"),
    ]
    assert strip.later == "2 later"


def filtered(dataset: Dataset, view: Selection = VIEW, **filters: object) -> CliffsScene:
    return cliffs_scene(dataset, replace(view, **filters))  # type: ignore[arg-type]


def test_that_filters_leave_out_rows_and_markers_alike(
    dataset: Dataset, scene: CliffsScene
) -> None:
    own = filtered(dataset, only_material=True)
    assert [row.measure for row in own.rows] == ["cn-2024-46-us-ga-ge-sb"]
    assert [marker.date for marker in own.strip.markers] == ["27 Nov"]
    assert own.strip.later == ""
    without = filtered(dataset, context=False)
    left_out = {row.measure for row in scene.rows} - {row.measure for row in without.rows}
    assert "cn-us-retaliatory-tariff-2025" in left_out
    assert "us-dfars-7052" not in left_out
    assert {row.days_left for row in filtered(dataset, within=39).rows} == {-14, -13, 4, 39}
    assert {row.measure for row in filtered(dataset, words="DFARS magnets").rows} == {
        "us-dfars-7052"
    }


def test_that_what_is_left_out_is_told_in_words(dataset: Dataset, scene: CliffsScene) -> None:
    assert scene.filtered == ""
    told = filtered(dataset, authority="US", context=False, within=365, words=" magnet ").filtered
    assert told.startswith(
        "Only by the United States, no context measures, within a year, with “magnet”: "
    )
    assert ("US", "United States") in scene.authorities


def test_that_the_compared_materials_have_the_clauses_that_hit_any_of_them(
    dataset: Dataset,
) -> None:
    def clauses(view: Selection) -> set[str]:
        return {row.clause for row in cliffs_scene(dataset, view).rows}

    pair = replace(VIEW, material="dysprosium", compared=("gallium", "holmium"))
    both = cliffs_scene(dataset, replace(pair, only_compared=True))
    own = [clauses(replace(pair, material=one, only_material=True)) for one in pair.compared]
    assert {row.clause for row in both.rows} == own[0] | own[1]
    assert own[0] != own[1]
    assert both.filtered == f"Only Gallium and Holmium: {len(both.rows)} of 24 clauses"
    assert {marker.day for marker in both.strip.markers} <= {row.day for row in both.rows}


def test_that_of_both_limits_to_materials_the_compared_ones_hold(dataset: Dataset) -> None:
    view = Selection.from_text("compared=gallium,holmium only_compared=yes only_material=yes", VIEW)
    scene = cliffs_scene(dataset, view)
    assert (scene.filters.only_compared, scene.filters.only_material) == (True, False)
    assert scene.filtered.startswith("Only Gallium and Holmium: ")


@pytest.mark.parametrize(
    ("compared", "told"),
    [
        ((), ""),
        (("holmium",), "Only Holmium: 8 of 24 clauses"),
        (("gone-one", "gallium"), "Only gone-one and Gallium: 1 of 24 clauses"),
    ],
)
def test_that_the_filter_tells_what_is_left_of_the_comparison(
    dataset: Dataset, compared: tuple[str, ...], told: str
) -> None:
    assert filtered(dataset, compared=compared, only_compared=True).filtered == told


def test_that_each_filter_can_be_taken_away_by_itself(dataset: Dataset) -> None:
    chosen = {"compared": ("gallium", "holmium"), "only_compared": True, "authority": "CN"}
    scene = filtered(dataset, context=False, within=90, words="rare", **chosen)
    assert dict(scene.removable) == {
        "Only Gallium and Holmium": replace(scene.filters, only_compared=False),
        "Only by China": replace(scene.filters, authority=None),
        "No context measures": replace(scene.filters, context=True),
        "Within 90 days": replace(scene.filters, within=None),
        "With “rare”": replace(scene.filters, words=None),
    }
    assert filtered(dataset).removable == ()


@settings(max_examples=40)
@given(
    material=st.sampled_from(["gallium", "holmium", "tellurium"]),
    compared=st.sampled_from([(), ("holmium",), ("gallium", "terbium")]),
    filters=st.builds(
        CliffFilters,
        only_material=st.booleans(),
        only_compared=st.booleans(),
        authority=st.sampled_from([None, "CN", "US", "EU"]),
        context=st.booleans(),
        within=st.none() | st.integers(1, 800),
        words=st.none() | st.sampled_from(["licence", "TARIFF us", "no such words"]),
    ),
)
def test_that_every_filter_holds_for_every_row_and_nothing_else_goes(
    dataset: Dataset, material: str, compared: tuple[str, ...], filters: CliffFilters
) -> None:
    view = replace(VIEW, material=material, compared=compared)
    together = filters.only_compared and bool(compared)
    every = {row.clause: row for row in cliffs_scene(dataset, view).rows}
    kept = {row.clause for row in filtered(dataset, view, **asdict(filters)).rows}
    assert kept <= set(every)
    for clause, row in every.items():
        wanted = (
            (row.own or not filters.only_material or together)
            and (not together or any(slug in compared for slug, _ in row.tiles))
            and (filters.context or not row.context)
            and (filters.within is None or -filters.within <= row.days_left <= filters.within)
            and (filters.authority in (None, dataset.law.measures[row.measure].jurisdiction))
        )
        if filters.words is None:
            assert (clause in kept) is wanted
        elif not wanted:
            assert clause not in kept


def test_that_other_trade_has_no_truce_in_its_strip(dataset: Dataset) -> None:
    view = Selection("gallium", date(2026, 11, 23), destination="DE")
    assert cliffs_scene(dataset, view).strip.truce == ()


def test_that_a_clause_on_its_own_day_has_passed(dataset: Dataset) -> None:
    scene = cliffs_scene(dataset, Selection("gallium", date(2026, 11, 27)))
    row = row_of(scene, "cn-2024-46-us-ga-ge-sb", date(2026, 11, 27))
    assert row.left == "today"
    assert row in scene.groups[0].rows
    assert "not known from these data" in row.unknown


def test_that_knowledge_of_an_earlier_day_moves_the_end_of_what_is_known(dataset: Dataset) -> None:
    view = Selection("holmium", date(2025, 12, 5), known_on=date(2025, 10, 15))
    scene = cliffs_scene(dataset, view)
    assert scene.known_to == "15 Oct 2025"
    assert scene.strip.data_end_label == "known to 15 Oct 2025"
    assert "cn-2025-57-five-ree" in {row.measure for row in scene.groups[0].rows}


def test_that_the_calendar_file_of_a_view_holds_the_asked_clauses_alone(
    dataset: Dataset, scene: CliffsScene
) -> None:
    text = calendar_of(dataset, VIEW, (scene.rows[-1].clause, "no such clause"))
    assert text.count("BEGIN:VEVENT") == 1


def test_that_days_left_have_words() -> None:
    assert [left_words(n) for n in (-2, -1, 0, 1, 2)] == [
        "\u22122 days",
        "\u22121 day",
        "today",
        "1 day",
        "2 days",
    ]


@pytest.mark.parametrize(
    ("material", "urgent", "near"),
    [("gallium", True, True), ("dysprosium", False, True), ("tungsten", False, False)],
)
def test_that_the_browser_marks_a_clause_within_ninety_days(
    dataset: Dataset, material: str, urgent: bool, near: bool
) -> None:
    scene = materials_scene(dataset, VIEW)
    row = next(r for g in scene.groups for r in g.rows if r.material == material)
    assert (row.days_urgent, row.days_near) == (urgent, near)
    assert ("within 90 days" in row.days_spoken) is (near and not urgent)


@settings(max_examples=60)
@given(
    after=st.integers(-2000, 1200),
    material=st.sampled_from(["gallium", "dysprosium", "helium", "manganese"]),
    destination=st.sampled_from(["US", "DE", "JP"]),
    known=st.none() | st.integers(-400, 400),
)
def test_that_every_day_can_be_told(
    dataset: Dataset, after: int, material: str, destination: str, known: int | None
) -> None:
    if material not in dataset.law.named_forms:
        material = "gallium"
    day = VIEW.as_of + timedelta(days=after)
    known_on = None if known is None else day + timedelta(days=known)
    view = Selection(material, day, destination=destination, known_on=known_on)
    scene = cliffs_scene(dataset, view)
    clauses = [row.clause for row in scene.rows]
    assert len(set(clauses)) == len(clauses)
    assert [row.day for row in scene.rows] == sorted(row.day for row in scene.rows)
    first, last = scene.strip.window
    assert first < scene.strip.as_of < last
    assert all(first <= marker.day <= last for marker in scene.strip.markers)
    for row in scene.rows:
        assert row.days_left == row.day - axis_day(day)
        assert row.lead
        assert row.states.sentence
