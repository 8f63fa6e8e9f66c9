"""How the list is narrowed and ordered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.risk.screening import Screening, screen
from rare_gui.domain.vocabulary import LegalState, SupplyForm
from rare_gui.scenes.browse import BrowserFilters
from rare_gui.scenes.materials.parts import Beside, MaterialRow, MaterialsScene
from rare_gui.scenes.materials.scene import materials_scene
from rare_gui.scenes.selection import SORTS, Selection

VIEW = Selection("dysprosium", date(2026, 11, 23))


@pytest.fixture(scope="module")
def beside(dataset: Dataset) -> Beside:
    return Beside(frozenset({"terbium", "gallium"}), screen(dataset, "US", VIEW.as_of))


def rows_of(scene: MaterialsScene) -> list[MaterialRow]:
    return [row for group in scene.groups for row in group.rows]


@given(
    states=st.sets(st.sampled_from(list(LegalState)), max_size=3),
    forms=st.sets(st.sampled_from(list(SupplyForm)), max_size=3),
    day=st.dates(date(2023, 1, 1), date(2027, 6, 1)),
)
@settings(max_examples=25)
def test_that_states_and_forms_keep_what_the_law_says(
    dataset: Dataset, states: set[LegalState], forms: set[SupplyForm], day: date
) -> None:
    view = replace(
        VIEW, as_of=day, states=tuple(s.value for s in states), forms=tuple(f.value for f in forms)
    )
    kept = {row.material for row in rows_of(materials_scene(dataset, view))}
    law = dataset.law
    for row in rows_of(materials_scene(dataset, replace(VIEW, as_of=day))):
        stands = {
            (form, legal_state(law, row.material, form, as_of=day).state)
            for form in law.forms(row.material, "CN")
        }
        fits = any((not forms or f in forms) and (not states or s in states) for f, s in stands)
        assert (row.material in kept) == (fits or (not states and not forms))


def test_that_groups_sectors_dates_and_the_watch_list_narrow_the_list(
    dataset: Dataset, beside: Beside
) -> None:
    def kept(**changes: object) -> set[str]:
        view = replace(VIEW, **changes)  # type: ignore[arg-type]
        return {row.material for row in rows_of(materials_scene(dataset, view, beside))}

    assert kept(watched=True) == {"terbium", "gallium"}
    assert kept(groups=("heavy",), watched=True) == {"terbium"}
    assert "gallium" in kept(soon=True)
    assert "tungsten" not in kept(soon=True)
    sectors = materials_scene(dataset, VIEW).choices.sectors
    assert all(kept(sectors=(key,)) for key, _ in sectors)


def test_that_every_filter_is_a_chip_that_takes_it_away(dataset: Dataset) -> None:
    filters = BrowserFilters(("suspended", "free"), ("metal",), ("heavy",), (), True, True)
    view = replace(
        VIEW, states=filters.states, forms=filters.forms, groups=filters.groups, soon=True,
        watched=True,
    )  # fmt: skip
    chips = materials_scene(dataset, view).filter_chips
    assert [chip.text for chip in chips] == [
        "Suspended", "Free to export", "Metal", "Heavy, yttrium", "Changes within 90 days",
        "Watch list",
    ]  # fmt: skip
    assert chips[0].without == replace(filters, states=("free",))
    assert chips[-1].without == replace(filters, watched=False)


@pytest.mark.parametrize("order", SORTS)
def test_that_an_order_loses_no_material(dataset: Dataset, beside: Beside, order: str) -> None:
    scene = materials_scene(dataset, replace(VIEW, sort=order), beside)
    assert sorted(row.material for row in rows_of(scene)) == sorted(
        row.material for row in rows_of(materials_scene(dataset, VIEW))
    )
    assert len(scene.groups) == (4 if order == "group" else 1)


def test_that_the_riskiest_and_the_nearest_and_the_deepest_fall_come_first(
    dataset: Dataset, beside: Beside
) -> None:
    def first(order: str) -> list[MaterialRow]:
        return rows_of(materials_scene(dataset, replace(VIEW, sort=order), beside))

    scores = [float(r.risk.replace(",", "")) for r in first("risk") if r.risk not in ("–", "…")]
    assert scores == sorted(scores, reverse=True)
    assert first("risk")[-1].risk == "–"
    days = [int(row.days) for row in first("clause") if row.days.isdigit()]
    assert days == sorted(days)
    assert first("exports")[0].change_spoken.endswith("−97 %.")
    names = [row.name.casefold() for row in first("name")]
    assert names == sorted(names)


def test_that_the_risk_column_names_its_method_waits_and_tells_ranges(
    dataset: Dataset, beside: Beside
) -> None:
    plain = materials_scene(dataset, VIEW)
    assert plain.risk_column is None
    waiting = materials_scene(dataset, replace(VIEW, risk="weighted_hhi"))
    assert {row.risk for row in rows_of(waiting)} == {"…"}
    view = replace(VIEW, risk="weighted_hhi")
    scene = materials_scene(dataset, view, beside)
    assert scene.risk_column == (
        "HHI gov",
        "HHI weighted by governance, seen from the United States",
    )
    screening = beside.screening
    assert isinstance(screening, Screening)
    for row in rows_of(scene):
        rank = screening.ranks["weighted_hhi"].get(row.material)
        if rank is None:
            assert "not computed, because" in row.risk_spoken
        elif rank.is_firm:
            assert f"Rank {rank.rank} of" in row.risk_spoken
        else:
            assert f"from {rank.best} to {rank.worst} within the ranges" in row.risk_spoken


def test_that_a_tie_is_told(dataset: Dataset) -> None:
    from rare_gui.domain.risk.ranking import Rank
    from rare_gui.scenes.materials.risk_column import rank_words

    tied = Screening("US", {}, {"hhi": {"gallium": Rank(2, 1, 3, ("terbium",))}}, {}, ())
    assert rank_words(dataset, tied, "hhi", "gallium") == (
        "Rank 2 of 1 scored, from 1 to 3 within the ranges of the inputs; tied with Terbium."
    )


def test_that_a_group_counts_what_is_under_licence(dataset: Dataset) -> None:
    law = dataset.law
    for group in materials_scene(dataset, VIEW).groups:
        count = sum(
            any(
                legal_state(law, row.material, form, as_of=VIEW.as_of).certain
                is LegalState.LICENCE_REQUIRED
                for form in law.forms(row.material, "CN")
                if form not in (SupplyForm.PRODUCT, SupplyForm.TECHNOLOGY, SupplyForm.EQUIPMENT)
            )
            for row in group.rows
        )
        assert group.licensed == count
