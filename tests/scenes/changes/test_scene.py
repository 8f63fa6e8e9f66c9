"""The view of two days: counts, matrix, reasons, list, and what is said when nothing changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.diff import last_news
from rare_gui.scenes.changes.matrix import ChangeRow
from rare_gui.scenes.changes.scene import ChangesScene, changes_scene
from rare_gui.scenes.compared_days import comparison, day_compared
from rare_gui.scenes.materials.scene import materials_scene
from rare_gui.scenes.palette import Shape
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.scene import timeline_scene

AUTUMN = Selection("gallium", date(2025, 12, 1), compared_to=date(2025, 10, 1))


def row_of(scene: ChangesScene, material: str) -> ChangeRow:
    return next(row for row in scene.rows if row.material == material)


def test_that_the_counts_are_those_of_the_listed_materials(dataset: Dataset) -> None:
    scene = changes_scene(dataset, AUTUMN)
    assert scene.count == 99
    assert scene.count_words == "of 217 states to the United States changed"
    assert [(kind.count, kind.words) for kind in scene.kinds] == [
        (86, "free to suspended"),
        (12, "prohibited to licence required"),
        (1, "free to reported limit"),
    ]
    assert scene.listed == "25 of 34 materials"
    assert len(scene.rows) == 25
    assert sum(row.forms for row in scene.rows) == scene.count
    assert scene.message == ""
    assert "3 more changed of materials that are not in the list" in scene.note


def test_that_a_cell_tells_its_change_in_chips_and_in_words(dataset: Dataset) -> None:
    cells = row_of(changes_scene(dataset, AUTUMN), "europium").cells
    assert [cell and cell.count for cell in cells] == [1, 2, 2, 1, None, 2]
    oxide = cells[1]
    assert oxide is not None
    assert (oxide.before.shape, oxide.after.letter) == (Shape.RING, "S")
    assert oxide.spoken == "Europium oxide and compounds: free to suspended, 2 forms"
    gallium = row_of(changes_scene(dataset, AUTUMN), "gallium").cells[2]
    assert gallium is not None
    assert (gallium.before.letter, gallium.after.letter, gallium.after.corner) == ("B", "L", True)


def test_that_a_cell_with_two_kinds_of_change_tells_both(dataset: Dataset) -> None:
    scene = changes_scene(dataset, replace(AUTUMN, compared_to=date(2020, 1, 1)))
    other = row_of(scene, "lanthanum").cells[-1]
    assert other is not None
    assert (other.count, other.others) == (2, 1)
    assert other.spoken.splitlines() == [
        "Lanthanum products and equipment: free to suspended, 2 forms",
        "Lanthanum technology: free to prohibited",
    ]


def test_that_each_kind_of_change_has_a_sentence_with_dates_and_reasons(dataset: Dataset) -> None:
    told = changes_scene(dataset, AUTUMN).reasons
    assert [reason.lead for reason in told] == [
        "86 states, free → suspended.",
        "12 states, prohibited → licence required.",
        "1 state, free → reported limit.",
    ]
    assert "announced on 9 Oct 2025 to start on 8 Nov 2025" in told[0].rest
    assert "suspended on 7 Nov 2025 by No. 70/2025 until 10 Nov 2026" in told[0].rest
    assert told[1].rest == (
        "No. 46/2024 §2: suspended on 9 Nov 2025 by No. 72/2025 until 27 Nov 2026; "
        "No. 23/2023 and No. 33/2024: as before."
    )
    assert "known only from 24 Dec 2025" in told[2].rest
    assert told[1].measures == ("cn-2024-46-us-ga-ge-sb",)


def test_that_a_change_of_knowledge_alone_says_since_when_it_is_known(dataset: Dataset) -> None:
    view = Selection("ndpr", date(2026, 1, 5), compared_to=date(2025, 12, 1))
    assert changes_scene(dataset, view).count == 0
    scene = changes_scene(dataset, view, as_known=True)
    assert scene.count == 1
    assert "in force from 30 Oct 2025, known from 24 Dec 2025" in scene.reasons[0].rest


def test_that_measures_and_facts_are_listed_by_side(dataset: Dataset) -> None:
    sections = changes_scene(dataset, AUTUMN).sections
    assert [section.title for section in sections][:2] == [
        "Measures of China, 10",
        "Measures of others, 7",
    ]
    assert sections[2].title.startswith("Facts that became known, ")
    line = next(x for x in sections[0].lines if x.measure == "cn-2024-46-us-ga-ge-sb")
    assert (line.before, line.after) == ("in force", "suspended")
    fact = next(x for x in sections[2].lines if x.measure == "cn-2024-46-us-ga-ge-sb")
    assert fact.what.endswith(": suspended on 9 Nov 2025 until 27 Nov 2026")
    assert fact.after == "9 Nov 2025"


def test_that_one_material_can_be_shown_alone(dataset: Dataset) -> None:
    scene = changes_scene(dataset, AUTUMN, only_material=True)
    assert [row.material for row in scene.rows] == ["gallium"]
    assert scene.count == 3
    assert scene.listed == "1 of 1 material"
    names = {line.measure for section in scene.sections[:1] for line in section.lines}
    assert "cn-2025-57-five-ree" not in names


def test_that_without_a_change_the_neighbouring_changes_are_told(dataset: Dataset) -> None:
    quiet = replace(AUTUMN, compared_to=date(2025, 11, 20), as_of=date(2026, 11, 1))
    scene = changes_scene(dataset, quiet)
    assert scene.rows == ()
    assert scene.reasons == ()
    assert scene.message == (
        "No state changed between these days. The last change of any state before was on "
        "9 Nov 2025. The next is on 27 Nov 2026, by the dates in the texts."
    )


@pytest.mark.parametrize(
    ("earlier", "words"),
    [(date(2025, 12, 1), "Both days are 1 Dec 2025"), (date(2026, 1, 1), "lies after 1 Dec 2025")],
)
def test_that_days_in_no_order_are_not_exchanged(
    dataset: Dataset, earlier: date, words: str
) -> None:
    scene = changes_scene(dataset, replace(AUTUMN, compared_to=earlier))
    assert words in scene.message
    assert scene.rows == ()
    assert scene.sections == ()


def test_that_without_a_chosen_day_a_year_before_is_compared() -> None:
    assert day_compared(Selection("gallium", date(2025, 12, 1))) == date(2024, 12, 1)
    assert day_compared(Selection("gallium", date(2024, 2, 29))) == date(2023, 2, 28)


def test_that_the_reading_limits_what_is_known(dataset: Dataset) -> None:
    limited = replace(AUTUMN, known_on=date(2025, 11, 1))
    both = comparison(dataset.law, limited)
    assert (both.earlier_known_on, both.later_known_on) == (limited.known_on, limited.known_on)
    each = comparison(dataset.law, limited, as_known=True)
    assert each.earlier_known_on == last_news(dataset.law, date(2025, 10, 1))
    assert each.later_known_on == last_news(dataset.law, date(2025, 11, 1))


def test_that_the_browser_marks_what_changed_since_a_chosen_day_only(dataset: Dataset) -> None:
    def marked(view: Selection) -> set[str]:
        return {
            r.material for g in materials_scene(dataset, view).groups for r in g.rows if r.changed
        }

    assert marked(AUTUMN) == {row.material for row in changes_scene(dataset, AUTUMN).rows}
    assert marked(replace(AUTUMN, compared_to=None)) == set()
    assert marked(replace(AUTUMN, compared_to=AUTUMN.as_of)) == set()


def test_that_the_timeline_knows_the_day_compared_with(dataset: Dataset) -> None:
    assert timeline_scene(dataset, AUTUMN).compared_to == axis_day(date(2025, 10, 1))
    assert timeline_scene(dataset, replace(AUTUMN, compared_to=None)).compared_to is None


DAYS = st.dates(date(2009, 1, 1), date(2031, 1, 1))


@settings(max_examples=40)
@given(
    earlier=st.none() | DAYS,
    later=DAYS,
    known_on=st.none() | DAYS,
    origin=st.sampled_from(["CN", "US", "CD"]),
    as_known=st.booleans(),
    only=st.booleans(),
)
def test_that_every_two_days_can_be_told(
    dataset: Dataset,
    earlier: date | None,
    later: date,
    known_on: date | None,
    origin: str,
    as_known: bool,
    only: bool,
) -> None:
    view = Selection("dysprosium", later, compared_to=earlier, known_on=known_on, origin=origin)
    scene = changes_scene(dataset, view, as_known=as_known, only_material=only)
    assert bool(scene.message) is (scene.count == 0)
    assert scene.count == sum(row.forms for row in scene.rows)
    assert scene.count == sum(kind.count for kind in scene.kinds)
    assert len(scene.reasons) == len(scene.kinds)
    for row in scene.rows:
        told = [cell for cell in row.cells if cell is not None]
        assert row.forms == sum(cell.count + cell.others for cell in told)
        assert all(cell.spoken.startswith(row.name) for cell in told)
    texts = [scene.message, scene.note, *(reason.rest for reason in scene.reasons)]
    assert not any("None" in text for text in texts)
