"""What the filtered sectors buy of a material."""

from __future__ import annotations

from dataclasses import replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.vocabulary import SupplyForm
from rare_gui.scenes.sector_words import forms_in_use, uses_materials
from rare_gui.scenes.selection import Selection
from tests.scenes.impacts import DAY

DYSPROSIUM = Selection("dysprosium", DAY)


def test_that_a_sector_that_buys_magnets_uses_no_other_form(dataset: Dataset) -> None:
    narrowed = replace(DYSPROSIUM, sectors=("motor_vehicles",))
    assert forms_in_use(dataset, narrowed) == {SupplyForm.MAGNET}


def test_that_all_forms_count_where_no_sector_that_uses_it_is_filtered_for(
    dataset: Dataset,
) -> None:
    assert forms_in_use(dataset, DYSPROSIUM) is None
    assert forms_in_use(dataset, replace(DYSPROSIUM, sectors=("wholesale_trade",))) is None


def test_that_only_some_sectors_use_materials_themselves(dataset: Dataset) -> None:
    assert uses_materials(dataset, "motor_vehicles")
    assert not uses_materials(dataset, "wholesale_trade")
