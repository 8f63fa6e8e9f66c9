"""Which events of the timeline are told first."""

from __future__ import annotations

from datetime import date

import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.events import event_marks


def ranks(dataset: Dataset, material: str, *, all_lanes: bool = False) -> dict[str, int]:
    view = Selection(material, date(2026, 11, 23), all_lanes=all_lanes)
    return {mark.label: mark.rank for mark in event_marks(dataset, view)}


def test_that_the_materials_own_restriction_and_days_on_which_its_law_turned_come_first(
    dataset: Dataset,
) -> None:
    found = ranks(dataset, "dysprosium")
    first = {label for label, rank in found.items() if rank == min(found.values())}
    assert {"No. 18 issued", "October package", "Trump–Xi, Busan", "Truce ends"} <= first
    assert "Stockholm talks" not in first


@pytest.mark.parametrize("material", ["dysprosium", "gallium", "antimony"])
def test_that_the_truce_comes_before_what_is_not_of_the_material(
    dataset: Dataset, material: str
) -> None:
    few, every = ranks(dataset, material), ranks(dataset, material, all_lanes=True)
    assert set(few) < set(every)
    talks = every["Madrid talks"]
    assert talks <= every["Section 232: negotiate"]
    others = [rank for label, rank in every.items() if label not in few]
    assert sum(talks < rank for rank in others) > len(others) / 2
