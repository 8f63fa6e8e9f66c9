"""The panel of own weights: off until one is set, and its parts add up to the score."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.screening import Screening, screen
from rare_gui.scenes.materials.parts import Beside
from rare_gui.scenes.materials.scene import materials_scene
from rare_gui.scenes.own_weights import OFF, own_weights, weights_scene, weights_text
from rare_gui.scenes.selection import OWN_WEIGHTS, RISKS, Selection, SelectionError

DAY = date(2026, 11, 23)
VIEW = Selection("dysprosium", DAY)
WEIGHED = replace(VIEW, weights="hhi=3 top_share=1", risk=OWN_WEIGHTS)


def screened(dataset: Dataset, selection: Selection) -> Screening:
    return screen(dataset, "US", DAY, None, own_weights(selection))


def test_that_without_a_weight_the_panel_is_off_and_nothing_is_weighted(dataset: Dataset) -> None:
    made = weights_scene(dataset, VIEW, None)
    assert (made.is_on, made.total) == (False, OFF)
    assert {row.weight for row in made.rows} == {0.0}
    assert OWN_WEIGHTS not in screened(dataset, VIEW).assessed["dysprosium"].figures


def test_that_the_parts_shown_add_up_to_the_score_shown(dataset: Dataset) -> None:
    made = weights_scene(dataset, WEIGHED, screened(dataset, WEIGHED))
    parts = [float(row.part) for row in made.rows if row.weight]
    assert len(parts) == 2
    assert sum(parts) == pytest.approx(float(made.total.split()[0]), abs=0.0011)
    assert made.is_on


def test_that_a_material_that_lacks_a_figure_says_so_and_gets_no_score(dataset: Dataset) -> None:
    lacking = replace(WEIGHED, material="promethium")
    made = weights_scene(dataset, lacking, screened(dataset, lacking))
    assert made.total.startswith("not computed, because")
    assert [row.part for row in made.rows if row.weight] == ["not known", "not known"]


def test_that_a_figure_that_no_material_has_cannot_be_weighted(dataset: Dataset) -> None:
    made = weights_scene(dataset, WEIGHED, screened(dataset, WEIGHED))
    assert {row.key for row in made.rows if not row.usable} == {"nassar", "eu_supply_risk"}


def test_that_the_list_names_the_column_as_the_users_own(dataset: Dataset) -> None:
    beside = Beside(screening=screened(dataset, WEIGHED))
    made = materials_scene(dataset, replace(WEIGHED, sort="risk"), beside)
    assert made.risk_column is not None
    assert made.risk_column[1].startswith("Your own weights")
    shown = [float(row.risk) for group in made.groups for row in group.rows if row.risk != "–"]
    assert shown == sorted(shown, reverse=True)
    assert len(shown) > 20


def test_that_own_weights_stay_out_of_the_ranks_across_the_published_methods(
    dataset: Dataset,
) -> None:
    made = screened(dataset, WEIGHED)
    assert set(made.methods_across) <= set(RISKS)
    assert made.across == screened(dataset, VIEW).across
    assert made.ranks[OWN_WEIGHTS]["gallium"].rank < made.ranks[OWN_WEIGHTS]["tin"].rank


def test_that_a_view_carries_the_weights_and_refuses_what_is_none() -> None:
    assert Selection.from_text(WEIGHED.to_text(), VIEW) == WEIGHED
    assert Selection.from_text("weights=hhi=3,top_share=1", VIEW).weights == WEIGHED.weights
    with pytest.raises(SelectionError, match="cannot be weighted"):
        Selection.from_text("weights=hhy=1", VIEW)


def test_that_weights_of_nothing_switch_the_score_off() -> None:
    assert weights_text({"hhi": 0.0, "top_share": 0.0}) is None
    assert weights_text({"hhi": 2.0, "top_share": 0.0}) == "hhi=2"
