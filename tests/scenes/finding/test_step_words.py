"""What a step through the views changed, in a few words."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.finding.step_words import FIELD_WORDS, step_words
from rare_gui.scenes.selection import Selection

FIRST = Selection("dysprosium", date(2026, 11, 23))
CHANGES = {
    "material": "gallium", "as_of": date(2025, 7, 12), "view": "list", "known_on": date(2025, 1, 1),
    "all_lanes": True, "ghosts": True, "tonnes": True, "sort": "name", "destination": "DE",
}  # fmt: skip


def test_that_every_part_of_a_selection_has_words() -> None:
    assert set(FIELD_WORDS) == {item.name for item in fields(Selection)}


def test_that_one_change_tells_the_new_value_where_it_has_a_name(dataset: Dataset) -> None:
    def told(**changes: object) -> str:
        return step_words(dataset, FIRST, replace(FIRST, **changes))  # type: ignore[arg-type]

    assert told(material="gallium") == "material, now Gallium"
    assert told(as_of=date(2025, 7, 12)) == "day, now 12 July 2025"
    assert told(destination="DE") == "destination, now Germany"
    assert told(all_lanes=True) == "choice of lanes"
    assert told() == ""


@given(names=st.sets(st.sampled_from(sorted(CHANGES))))
def test_that_any_step_is_told_shortly(dataset: Dataset, names: set[str]) -> None:
    reached = replace(FIRST, **{name: CHANGES[name] for name in names})  # type: ignore[arg-type]
    told = step_words(dataset, FIRST, reached)
    assert bool(told) == bool(names)
    assert len(told) <= 80
