"""The open points about the data behind a view."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.damage import Damage, LostRow
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.vocabulary import LegalState
from rare_gui.scenes.notes import ROWS_TOLD, data_notes, known_through
from rare_gui.scenes.selection import Selection
from tests.scenes.test_status_bar import damaged

DAY = date(2026, 11, 23)


def notes(dataset: Dataset, selection: Selection) -> dict[str, str]:
    return {note.lead: note.text for note in data_notes(dataset, selection)}


def lost(number: int, *materials: str, effect: LegalState | None = None) -> LostRow:
    where = f"measure_scope.csv, row {number}"
    return LostRow(where, "“x” does not exist", "CN", materials=frozenset(materials), effect=effect)


def test_that_rows_that_may_name_the_material_are_told_with_place_and_slug(
    dataset: Dataset,
) -> None:
    broken = damaged(dataset, Damage(lost=(lost(8), lost(9, "germanium"))))
    told = notes(broken, Selection("gallium", DAY))["Not certain."]
    assert "measure_scope.csv, row 8: “x” does not exist" in told
    assert "row 9" not in told


def test_that_many_lost_rows_are_told_in_order_and_the_rest_is_counted(dataset: Dataset) -> None:
    broken = damaged(dataset, Damage(lost=tuple(lost(number) for number in range(2, 9))))
    told = notes(broken, Selection("gallium", DAY))["Not certain."]
    assert told.count("measure_scope.csv") == ROWS_TOLD
    assert told.index("row 2:") < told.index("row 3:") < told.index("row 4:")
    assert told.endswith("; and 4 more.")


def test_that_a_row_that_can_change_no_state_of_the_material_is_not_told(
    dataset: Dataset,
) -> None:
    broken = damaged(dataset, Damage(lost=(lost(8, effect=LegalState.FREE),)))
    assert "Not certain." not in notes(broken, Selection("gallium", DAY))
    assert "Not certain." not in notes(dataset, Selection("gallium", DAY))


def test_that_time_travel_tells_by_what_habit_figures_count_as_known(dataset: Dataset) -> None:
    habit = "When figures were known."
    assert habit not in notes(dataset, Selection("dysprosium", DAY))
    told = notes(dataset, Selection("dysprosium", DAY, known_on=date(2025, 7, 12)))[habit]
    assert "from the 20th of the next" in told
    assert "the first day of the next year" in told


@given(known_on=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_that_what_is_known_on_a_day_reaches_no_later_than_day_or_data(
    dataset: Dataset, known_on: date | None
) -> None:
    reach = known_through(dataset, known_on)
    assert reach <= dataset.data_through
    assert reach in (known_on, dataset.data_through)
    assert known_on is None or reach <= known_on


def test_that_a_pause_past_its_date_names_the_reach_of_what_was_known(dataset: Dataset) -> None:
    known_on = date(2025, 12, 1)
    told = notes(dataset, Selection("gallium", date(2026, 11, 28), known_on=known_on))
    assert "the data reach to 1 Dec 2025" in told["Past its date."]
    assert "2026-10-09" not in str(told)
    assert "9 Oct 2026" not in str(told)


@pytest.mark.parametrize(
    ("material", "part"),
    [
        ("cobalt", "How many of them hold cobalt"),
        ("samarium", "How many of them hold samarium"),
        ("smco-magnets", "How many of them are SmCo magnets"),
    ],
)
def test_that_a_customs_line_wider_than_the_material_is_told(
    dataset: Dataset, material: str, part: str
) -> None:
    told = notes(dataset, Selection(material, DAY))["A wider line."]
    assert told.startswith("Rare earth magnets: exports of NdFeB magnets and SmCo magnets together")
    assert part in told


def test_that_a_line_of_the_material_alone_is_not_called_wider(dataset: Dataset) -> None:
    assert "A wider line." not in notes(dataset, Selection("gallium", DAY))


def test_that_notes_say_whether_they_put_a_state_in_doubt(dataset: Dataset) -> None:
    broken = damaged(dataset, Damage(lost=(lost(8),)))
    told = data_notes(broken, Selection("gallium", date(2026, 11, 28)))
    assert {"Not certain.", "Past its date."} == {note.lead for note in told if note.in_doubt}
    assert any(not note.in_doubt for note in told)
