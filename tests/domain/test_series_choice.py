"""Another series of output figures in front: used where it tells anything, never mixed in."""

from __future__ import annotations

from datetime import date

import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.risk.assessment import assess
from rare_gui.domain.series_choice import preferring
from rare_gui.domain.supply import production
from rare_gui.domain.vocabulary import SupplyForm

DAY = date(2026, 11, 23)


def test_that_without_a_known_series_nothing_changes(dataset: Dataset) -> None:
    assert preferring(dataset, None) is dataset
    assert preferring(dataset, "no such series") is dataset


def test_that_figures_come_from_the_series_where_it_tells_them(dataset: Dataset) -> None:
    other = preferring(dataset, "wmd")
    made = production(other, "gallium", "refined")
    assert made is not None
    assert (made.series, made.year) == ("wmd", 2024)
    assert made.share("CN") == pytest.approx(100 * 974 / 987, abs=0.1)
    assert assess(other, "gallium", "US", as_of=DAY).figures["hhi"].value == pytest.approx(made.hhi)


def test_that_what_it_does_not_tell_keeps_the_preferred_series(dataset: Dataset) -> None:
    other = preferring(dataset, "wmd")
    assert production(other, "dysprosium", "mine") == production(dataset, "dysprosium", "mine")


def test_that_the_first_dataset_and_the_law_stay_as_they_are(dataset: Dataset) -> None:
    before = production(dataset, "gallium", "refined")
    other = preferring(dataset, "wmd")
    assert production(dataset, "gallium", "refined") == before
    goods = {"as_of": DAY, "origin": "CN", "destination": "US"}
    first, second = (
        legal_state(one.law, "gallium", SupplyForm.METAL, **goods)  # type: ignore[arg-type]
        for one in (dataset, other)
    )
    assert (first.state, first.since) == (second.state, second.since)


def test_that_asking_again_gives_the_same_dataset(dataset: Dataset) -> None:
    assert preferring(dataset, "wmd") is preferring(dataset, "wmd")
