"""Views as tables of a picture: nothing that a view shows is lost or told otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.commitment_records import Standing
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import NotSized
from rare_gui.scenes.card.scene import card_scene
from rare_gui.scenes.changes.scene import changes_scene
from rare_gui.scenes.cliffs.scene import cliffs_scene
from rare_gui.scenes.compare.scene import compare_scene
from rare_gui.scenes.impact.scene import impact_scene
from rare_gui.scenes.ledger.scene import ledger_scene
from rare_gui.scenes.listing import list_scene
from rare_gui.scenes.pictures.columns import (
    card_tables,
    compare_table,
    losses_table,
    not_sized_table,
)
from rare_gui.scenes.pictures.losses import losses_picture
from rare_gui.scenes.pictures.material import material_picture
from rare_gui.scenes.pictures.of_view import ALWAYS_NAMED, Told, view_frame
from rare_gui.scenes.pictures.table_parts import (
    ARROW,
    Loss,
    TableCell,
    TableColumn,
    TableGroup,
    TableRow,
    TableScene,
)
from rare_gui.scenes.pictures.tables import (
    changes_tables,
    cliffs_table,
    ledger_table,
    list_table,
    projects_table,
)
from rare_gui.scenes.pictures.views import (
    changes_picture,
    cliffs_picture,
    compare_picture,
    ledger_picture,
    list_picture,
    projects_picture,
)
from rare_gui.scenes.projects import projects_scene
from rare_gui.scenes.selection import Selection
from tests.scenes import impacts

DAY = date(2026, 11, 23)
VIEW = Selection(
    "dysprosium", DAY, compared_to=date(2025, 11, 1), compared=("dysprosium", "gallium")
)
TOLD = Told("rare_gui 1.0")


def rows_of(table: TableScene) -> Iterator[TableRow]:
    return (row for group in table.groups for row in group.rows)


def words_of(row: TableRow) -> str:
    return " ".join(f"{cell.lead} {cell.text} {cell.rest}" for cell in row)


def check_even(table: TableScene) -> None:
    """Every row has a cell for each column."""
    assert {len(row) for row in rows_of(table)} <= {len(table.columns)}


counts = st.lists(st.integers(0, 7), max_size=5)


@given(sizes=counts, count=st.integers(0, 40))
def test_that_a_shorter_table_counts_what_it_leaves_out(sizes: list[int], count: int) -> None:
    groups = tuple(
        TableGroup(f"g{n}", "", tuple((TableCell(text=f"{n}.{m}"),) for m in range(size)))
        for n, size in enumerate(sizes)
    )
    table = TableScene((TableColumn(""),), groups, ("row", "rows"), after="More.")
    shorter = table.first(count)
    left_out = max(sum(sizes) - count, 0)
    assert shorter.count == sum(sizes) - left_out
    assert list(rows_of(shorter)) == list(rows_of(table))[:count]
    assert shorter.after.startswith(f"and {left_out} more row") is bool(left_out)
    assert shorter.after.endswith("More.")
    if left_out:
        assert all(group.rows or not sizes[int(group.title[1:])] for group in shorter.groups)


def test_that_every_clause_of_the_board_is_a_row(dataset: Dataset) -> None:
    scene = cliffs_scene(dataset, VIEW)
    table = cliffs_table(scene)
    check_even(table)
    assert table.count == sum(len(group.items) for group in scene.groups)
    told = " ".join(words_of(row) for row in rows_of(table))
    assert all(row.title in told for group in scene.groups[1:] for row in group.rows)
    urgent = [row for row in rows_of(table) if row[0].tone == "warn"]
    assert any("4 days" in row[0].lead for row in urgent)


def test_that_each_change_of_state_keeps_both_its_chips(dataset: Dataset) -> None:
    scene = changes_scene(dataset, VIEW)
    matrix, lists = changes_tables(scene)
    check_even(matrix)
    check_even(lists)
    for row, shown in zip(scene.rows, rows_of(matrix), strict=True):
        for change, cell in zip(row.cells, shown[1:-1], strict=True):
            if change is None:
                assert cell.chips == ()
            else:
                (before, arrow), (after, _) = cell.chips
                assert (before, arrow, after) == (change.before, ARROW, change.after)
    assert lists.count == sum(len(section.lines) for section in scene.sections)
    assert [lead for lead, _ in matrix.before] == [one.lead for one in scene.reasons]


def test_that_days_without_a_change_say_why(dataset: Dataset) -> None:
    picture = changes_picture(dataset, replace(VIEW, compared_to=DAY), TOLD)
    assert picture.tables[0].count == 0
    assert "choose an earlier day" in picture.tables[0].before[0][0]
    assert picture.frame.title.startswith("0 of ")


def test_that_each_verdict_has_its_sign_and_word(dataset: Dataset) -> None:
    scene = ledger_scene(dataset, replace(VIEW, subject=None))
    table = ledger_table(scene)
    check_even(table)
    assert table.count == scene.total
    for row, shown in zip(scene.rows, rows_of(table), strict=True):
        assert shown[0].lead == row.standing_words
        assert shown[0].sign is (None if row.standing is Standing.NONE_YET else row.standing)
        assert row.promise in words_of(shown)


def test_that_projects_keep_their_bases_and_late_promises_stand_out(dataset: Dataset) -> None:
    scene = projects_scene(dataset, VIEW)
    table = projects_table(scene)
    check_even(table)
    for row, shown in zip(scene.rows, rows_of(table), strict=True):
        assert row.name in shown[0].lead
        assert row.basis == shown[6].rest
        assert (shown[7].lead != "") is row.late
    assert table.after == ""  # sums of all materials together say nothing


def test_that_the_list_begins_with_what_is_ahead(dataset: Dataset) -> None:
    scene = list_scene(dataset, VIEW)
    table = list_table(scene)
    check_even(table)
    assert table.count == len(scene.rows)
    assert [group.title for group in table.groups] == ["Ahead", "On 23 Nov 2026", "Over"]
    over = [row[0].text for row in table.groups[2].rows]
    assert over[0].endswith("2026")
    assert over[-1].endswith("2010")


@pytest.mark.parametrize("turned", [False, True])
def test_that_materials_are_columns_however_the_screen_is_turned(
    dataset: Dataset, turned: bool
) -> None:
    view = replace(VIEW, turned=turned, compared=("dysprosium", "gallium", "gone"))
    scene = compare_scene(dataset, view)
    table = compare_table(scene)
    check_even(table)
    assert len(table.columns) == 4
    heads, *rows = rows_of(table)
    assert [head.lead.split()[-1] for head in heads[1:]] == ["Dysprosium", "Gallium", "gone"]
    assert len(rows) == len(scene.rows)
    assert all(not row[3].lead for row in rows)  # a missing figure is never strong
    assert "not in this package" in words_of(rows[0])


def test_that_ranks_wait_until_they_are_known(dataset: Dataset) -> None:
    told = " ".join(
        words_of(row) for row in rows_of(compare_picture(dataset, VIEW, TOLD).tables[0])
    )
    assert "Rank by HHI" not in told
    assert "…" not in told


def test_that_a_card_keeps_every_line_and_says_what_is_missing(dataset: Dataset) -> None:
    scene = card_scene(dataset, VIEW)
    tables = card_tables(scene)
    blocks = (*scene.wide, *scene.narrow, *scene.lower)
    for block, table in zip(blocks, tables, strict=True):
        check_even(table)
        assert table.groups[0].title == block.title
        assert table.after == block.missing
        told = " ".join(words_of(row) for row in rows_of(table)).casefold()
        assert all(line.label.casefold() in told for line in block.lines)
        marks = {mark for line in block.lines for mark in line.marks}
        assert table.last_mark == max(marks, default=0)


def test_that_numbers_on_a_card_are_those_of_the_frame(dataset: Dataset) -> None:
    picture = material_picture(dataset, VIEW, TOLD)
    highest = max(table.last_mark for table in (picture.forms, *picture.blocks))
    assert 0 < highest <= len(picture.frame.sources)
    filled = [block.count > 0 for block in picture.blocks]
    assert filled == sorted(filled, reverse=True)  # what is empty gives way first
    assert not any("being measured" in words_of(r) for t in picture.blocks for r in rows_of(t))


def test_that_losses_keep_whiskers_order_and_doubt(dataset: Dataset) -> None:
    scene = impact_scene(dataset, VIEW, impacts.impact(), stale=False, draws_running=False)
    table = losses_table(scene)
    check_even(table)
    for bar, row in zip(scene.bars, rows_of(table), strict=True):
        assert isinstance(row[1].plot, Loss)
        assert row[1].plot.bar is bar
        assert bar.p95 <= row[1].plot.top
        assert row[0].text.endswith("†") is bar.no_verdict
    assert "†: no verdict on the order" in table.after
    assert scene.limits in table.after


def test_that_what_is_not_sized_is_told_by_what_the_data_lack(dataset: Dataset) -> None:
    result = impacts.impact()
    gaps = (
        *result.not_sized,
        NotSized("scandium", result.not_sized[0].reason),
        NotSized("bismuth", "no supply terms"),
    )
    scene = impact_scene(
        dataset, VIEW, replace(result, not_sized=gaps), stale=False, draws_running=False
    )
    found = {row[1].rest: row[0].text for row in rows_of(not_sized_table(scene))}
    assert found == {"no supply terms": "Bismuth", gaps[0].reason: "Lutetium, Scandium"}


def test_that_jobs_that_are_not_known_have_no_bar(dataset: Dataset) -> None:
    view = replace(VIEW, losses_as="jobs")
    picture = losses_picture(dataset, view, impacts.impact(), TOLD)
    unknown = [row for row in rows_of(picture.losses) if row[1].plot is None]
    assert len(unknown) == 2
    assert all(not row[2].lead for row in unknown)
    assert "jobs at risk" in picture.frame.title


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (cliffs_picture, "14 dated clauses ahead"),
        (changes_picture, "98 of 217 states"),
        (ledger_picture, "of 45 promises 16 kept"),
        (projects_picture, "Supply build-out"),
        (list_picture, "Dysprosium: measures, events and the truce"),
        (compare_picture, "Dysprosium and Gallium compared"),
    ],
)
def test_that_a_view_has_a_title_of_its_own_unless_the_user_writes_one(
    dataset: Dataset, make: type, words: str
) -> None:
    frame = make(dataset, VIEW, TOLD).frame
    assert words in frame.title
    assert not frame.edited
    own = make(dataset, VIEW, replace(TOLD, title=" Mine ")).frame
    assert (own.title, own.edited) == ("Mine", True)
    assert frame.sources
    assert frame.always == min(ALWAYS_NAMED, len(frame.sources))


@given(own=st.text(" ab\n", max_size=6))
def test_that_a_blank_title_is_none(dataset: Dataset, own: str) -> None:
    frame = view_frame(dataset, VIEW, ("Default", ""), replace(TOLD, title=own))
    assert frame.edited is bool(own.split())
    assert frame.title == (" ".join(own.split()) or "Default")


def test_that_the_sign_of_an_open_order_is_explained_where_the_scene_says_it_is_open(
    dataset: Dataset,
) -> None:
    scene = impact_scene(dataset, VIEW, impacts.impact(), stale=False, draws_running=False)
    assert scene.unsettled
    assert scene.verdict_words not in losses_table(scene).after
    other = replace(scene, unsettled=False, verdict_words="All are in order.")
    assert "All are in order." in losses_table(other).after
    assert "†:" not in losses_table(other).after


def test_that_the_capacity_alone_stands_at_the_right(dataset: Dataset) -> None:
    columns = projects_table(projects_scene(dataset, VIEW)).columns
    assert [one.head for one in columns if one.right] == ["Capacity a year"]
