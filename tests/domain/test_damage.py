"""Which goods a row that could not be read may concern."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.damage import Damage, LostRow, OpenedTables, damage_of
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.vocabulary import LegalState, SupplyForm
from rare_gui.intake.package import empty_table

ROW = LostRow("measure_scope.csv, row 8", "“galliun” does not exist")
GOODS = ("gallium", SupplyForm.METAL, "CN", "DE")


@pytest.mark.parametrize(
    ("told", "concerned"),
    [
        ({}, True),
        ({"jurisdiction": "CN"}, True),
        ({"jurisdiction": "US"}, False),
        ({"target_country": "ALL"}, True),
        ({"target_country": "EU"}, True),
        ({"target_country": "US"}, False),
        ({"form": "metal"}, True),
        ({"form": "all"}, True),
        ({"form": "oxide"}, False),
        ({"materials": frozenset({"gallium"})}, True),
        ({"materials": frozenset({"germanium"})}, False),
        ({"jurisdiction": "CN", "form": "metal", "materials": frozenset({"zinc"})}, False),
    ],
)
def test_that_only_what_a_lost_row_tells_for_certain_narrows_it(
    dataset: Dataset, told: dict[str, Any], concerned: bool
) -> None:
    row = replace(ROW, **told)
    assert row.may_concern(dataset.law, *GOODS) is concerned


def test_that_a_group_concerns_its_members(dataset: Dataset) -> None:
    row = replace(ROW, materials=frozenset({"rare-earths"}))
    assert row.may_concern(dataset.law, "dysprosium", SupplyForm.METAL, "CN", "US")
    assert not row.may_concern(dataset.law, *GOODS)


@given(
    effect=st.none() | st.sampled_from([s for s in LegalState if s != "past_its_date"]),
    certain=st.sampled_from([s for s in LegalState if s != "past_its_date"]),
)
def test_that_a_row_that_can_add_nothing_stronger_leaves_a_state_certain(
    dataset: Dataset, effect: LegalState | None, certain: LegalState
) -> None:
    damage = Damage(lost=(replace(ROW, effect=effect),))
    doubted = bool(damage.doubts(dataset.law, *GOODS, certain))
    order = list(LegalState)  # strongest first
    assert doubted is (effect is None or order.index(effect) < order.index(certain))


def test_that_a_sound_package_has_no_damage_and_a_what_if_keeps_that_of_its_package(
    dataset: Dataset,
) -> None:
    assert damage_of(dataset) == Damage()
    damage = Damage(errors=1, rows_dropped=1, lost=(ROW,))
    tables = OpenedTables(frozenset(), dataset.tables.__getitem__, empty_table, damage)
    broken = replace(dataset, tables=tables)
    law = replace(dataset.law, data_through=date(2026, 1, 1))
    assert damage_of(broken.with_law(law)) is damage
