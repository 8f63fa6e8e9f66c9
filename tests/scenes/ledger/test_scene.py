"""The ledger's scene: groups, counts, filters, the words of a promise, the way to the timeline."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.commitment_records import Standing
from rare_gui.domain.commitments import ledger
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.ledger.filters import SIDES, LedgerFilters
from rare_gui.scenes.ledger.row import LedgerRow
from rare_gui.scenes.ledger.scene import LedgerScene, ledger_scene
from rare_gui.scenes.ledger.timeline import ledger_timeline
from rare_gui.scenes.selection import EXPORT_CONTROLS, Selection

VIEW = Selection("dysprosium", date(2026, 11, 23))
SUBJECTS = (None, EXPORT_CONTROLS, "tariffs", "no such subject")


@pytest.fixture(scope="module")
def scene(dataset: Dataset) -> LedgerScene:
    return ledger_scene(dataset, VIEW, LedgerFilters())


def row(scene: LedgerScene, commitment: str) -> LedgerRow:
    return next(one for one in scene.rows if one.commitment == commitment)


def test_that_promises_stand_under_their_text_with_how_many_are_shown(dataset: Dataset) -> None:
    found = ledger_scene(dataset, VIEW, LedgerFilters(subject=EXPORT_CONTROLS))
    assert found.filtered == "Export controls: 13 of 45"
    assert [(group.name, group.remark) for group in found.groups] == [
        ("Washington, September 2026", "1 shown of 4"),
        ("Beijing, May 2026", "2 shown of 8"),
        ("Kuala Lumpur and Busan, 30 Oct 2025", "7 shown of 22"),
        ("Stockholm, July 2025", "1 shown of 3"),
        ("London, June 2025", "1 shown of 3"),
        ("Geneva, May 2025", "1 shown of 4"),
    ]


def test_that_the_counts_are_of_all_promises_whatever_is_filtered(
    dataset: Dataset, scene: LedgerScene
) -> None:
    told = [(one.words, one.count) for one in scene.counts]
    assert told == [("Kept", 16), ("Partly", 10), ("Not kept", 2), ("Cannot tell", 17)]
    only = ledger_scene(dataset, VIEW, LedgerFilters(standing=Standing.NOT_KEPT))
    assert (only.counts, only.shown) == (scene.counts, 2)


@given(
    st.sampled_from([None, *(code for code, _ in SIDES)]),
    st.sampled_from(SUBJECTS),
    st.none() | st.sampled_from(Standing),
    st.none() | st.booleans(),
)
def test_that_filters_keep_what_each_of_them_keeps_alone(
    dataset: Dataset,
    side: str | None,
    subject: str | None,
    standing: Standing | None,
    disputed: bool | None,
) -> None:
    filters = LedgerFilters(side, subject, standing, disputed)
    alone = (
        LedgerFilters(side=side),
        LedgerFilters(subject=subject),
        LedgerFilters(standing=standing),
        LedgerFilters(disputed=disputed),
    )
    for entry in ledger(dataset, VIEW.as_of):
        assert filters.keep(entry) is all(one.keep(entry) for one in alone)


def test_that_a_promise_is_spoken_in_the_order_of_its_columns(scene: LedgerScene) -> None:
    assert row(scene, "bus-cn-general-licences").spoken == (
        "China, Issue general licences for rare earths, gallium, germanium, antimony and graphite "
        "for US end users and their suppliers worldwide, no due date, partly, medium confidence, "
        "8 pieces of evidence, disputed"
    )


def test_that_both_texts_are_told_where_they_differ(scene: LedgerScene) -> None:
    assert "never speaks of the older ones" in row(scene, "bus-cn-de-facto").dispute
    assert row(scene, "bus-cn-oct-controls").dispute == ""


def test_that_a_figure_is_told_as_the_table_has_it_with_what_it_counts(
    scene: LedgerScene,
) -> None:
    lines = row(scene, "bus-cn-de-facto").evidence
    assert ("0.995", "dysprosium exports to world, t") in {(e.figure, e.metric) for e in lines}
    bare = next(line for line in lines if line.what.startswith("Greer says"))
    assert (bare.figure, bare.metric) == ("", "")


def test_that_flows_say_how_many_months_they_rest_on(scene: LedgerScene) -> None:
    told = row(scene, "bus-cn-de-facto")
    assert any("7 published months" in one.words and "12 months" in one.words for one in told.flows)
    assert "months without a figure are left out" in told.flow_note
    unmatched = row(scene, "bei-cn-equipment")
    assert (unmatched.flows, unmatched.flow_note) == (
        (),
        "Not compared: too few published months on one side of the promise.",
    )
    assert row(scene, "bus-us-ports").flow_note == ""


def test_that_before_its_day_a_verdict_is_not_given_away(dataset: Dataset) -> None:
    early = ledger_scene(dataset, Selection("dysprosium", date(2025, 12, 1), subject=None))
    told = row(early, "bus-cn-de-facto")
    assert (told.standing_words, told.confidence, told.verdict_day) == ("No verdict yet", "", "")
    assert "of the older controls" not in told.reason
    assert early.counts[-1].words == "No verdict yet"


@pytest.mark.parametrize(
    ("selected", "commitment", "material"),
    [
        ("dysprosium", "bus-cn-de-facto", "dysprosium"),
        ("lithium", "bus-cn-gagesb-denial", "gallium"),
        ("lithium", "bus-us-ports", "lithium"),
        ("lithium", "no-such-promise", "lithium"),
    ],
)
def test_that_the_timeline_shows_a_material_that_the_promise_names(
    dataset: Dataset, selected: str, commitment: str, material: str
) -> None:
    view = Selection(selected, VIEW.as_of, view="list")
    shown = ledger_timeline(dataset, view, commitment)
    assert (shown.view, shown.material, shown.all_lanes) == ("timeline", material, True)
