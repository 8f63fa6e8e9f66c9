"""What the shipped package holds of licences in practice, and for which materials."""

from __future__ import annotations

from datetime import date

import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.licence_practice import PracticeUnit, licence_practice


def test_that_the_figures_for_a_controlled_rare_earth_are_dated_and_sourced(
    dataset: Dataset,
) -> None:
    facts = licence_practice(dataset, "dysprosium")
    assert [fact.day for fact in facts] == [
        date(2025, 11, 5),
        date(2025, 12, 2),
        date(2026, 1, 20),
    ]
    assert [fact.unit for fact in facts] == [
        PracticeUnit.SHARE,
        PracticeUnit.COUNT,
        PracticeUnit.SHARE,
    ]
    assert all(fact.sources and fact.words and fact.metric for fact in facts)


@pytest.mark.parametrize("material", ["gallium", "tungsten", "cerium"])
def test_that_a_material_without_a_figure_of_its_own_has_none(
    dataset: Dataset, material: str
) -> None:
    assert licence_practice(dataset, material) == ()


def test_that_other_goods_under_licence_are_left_out(dataset: Dataset) -> None:
    metrics = {
        fact.metric
        for material in dataset.law.named_forms
        for fact in licence_practice(dataset, material)
    }
    assert metrics
    assert not any("precursor" in metric for metric in metrics)
