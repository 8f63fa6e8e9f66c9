"""All materials as one country sees them."""

from __future__ import annotations

from datetime import date

import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.screening import Screening, screen


@pytest.fixture(scope="module")
def found(dataset: Dataset) -> Screening:
    return screen(dataset, "US", date(2026, 11, 23))


def test_that_every_material_is_measured(dataset: Dataset, found: Screening) -> None:
    assert set(found.assessed) == set(dataset.material_names)
    assert {one.importer for one in found.assessed.values()} == {"US"}


def test_that_ranks_by_a_method_are_of_what_it_scores(found: Screening) -> None:
    for method, ranks in found.ranks.items():
        scored = {m for m, one in found.assessed.items() if one.figures[method].value is not None}
        assert set(ranks) == scored


def test_that_ranks_across_are_of_what_every_method_scores(found: Screening) -> None:
    assert found.across
    for material, rank in found.across.items():
        assert all(material in found.ranks[method] for method in found.methods_across)
        assert rank.best <= rank.rank <= rank.worst
