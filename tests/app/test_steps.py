"""Where steps of the as-of day lead: to changes of the material's own states, both ways."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.app.steps import changed
from rare_gui.domain.cliffs import clauses
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import legal_state
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.travel import no_change_words


def states(dataset: Dataset, view: Selection, day: date) -> list[object]:
    runs = [
        legal_state(
            dataset.law,
            view.material,
            form,
            as_of=day,
            origin=view.origin,
            destination=view.destination,
            known_on=view.known_on,
        )
        for form in dataset.law.forms(view.material, view.origin)
    ]
    return [(run.state, run.at_least, run.could_be) for run in runs]


@pytest.mark.parametrize(
    ("material", "day", "way", "found"),
    [
        ("gallium", date(2025, 1, 1), 1, date(2025, 11, 9)),  # the ban is paused
        ("gallium", date(2025, 11, 9), -1, date(2024, 12, 3)),
        ("gallium", date(2026, 11, 23), 1, date(2026, 11, 27)),  # the pause's clause, ahead
        ("dysprosium", date(2026, 11, 23), 1, date(2027, 1, 10)),
        ("tungsten", date(2026, 11, 23), 1, None),
    ],
)
def test_that_a_change_of_the_materials_own_states_is_found(
    dataset: Dataset, material: str, day: date, way: int, found: date | None
) -> None:
    assert changed(dataset, Selection(material, day), way) == found


def test_that_only_what_was_public_on_the_known_on_day_counts(dataset: Dataset) -> None:
    view = Selection("gallium", date(2025, 7, 12), known_on=date(2025, 7, 12))
    assert changed(dataset, view, 1) is None
    assert changed(dataset, replace(view, known_on=None), 1) == date(2025, 11, 9)
    assert no_change_words(dataset, view, 1) == (
        "Gallium: no change of state and no dated clause after this day, as known on 12 July 2025."
    )


def test_that_the_destination_decides_which_changes_there_are(dataset: Dataset) -> None:
    view = Selection("gallium", date(2024, 1, 1))
    assert changed(dataset, view, 1) == date(2024, 12, 3)
    assert changed(dataset, replace(view, destination="DE"), 1) is None


@settings(max_examples=80)
@given(
    day=st.dates(date(2010, 1, 2), date(2029, 12, 30)),
    material=st.sampled_from(["gallium", "dysprosium", "holmium", "tungsten", "tellurium"]),
    destination=st.sampled_from(["US", "DE", "JP"]),
    known=st.none() | st.dates(date(2023, 1, 1), date(2026, 10, 9)),
    way=st.sampled_from([-1, 1]),
)
def test_that_a_step_leads_to_the_very_next_change(
    dataset: Dataset, day: date, material: str, destination: str, known: date | None, way: int
) -> None:
    view = Selection(material, day, destination=destination, known_on=known)
    found = changed(dataset, view, way)
    limit = date(2029, 12, 31) if way > 0 else date(2010, 1, 1)
    if found is not None:
        assert (found - day).days * way > 0
        before, after = (states(dataset, view, found - timedelta(n)) for n in (1, 0))
        dated = clauses(dataset.law, material, "CN", destination, known)
        assert before != after or found in dated
    end = found or limit
    # nothing changes on the way there
    if way > 0:
        last = end - timedelta(1) if found else end
        assert states(dataset, view, last) == states(dataset, view, day)
    else:
        assert states(dataset, view, end) == states(dataset, view, day - timedelta(1))
