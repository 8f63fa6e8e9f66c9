"""World supply of a form by legal state on the day: each producer under its own measures."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.risk.restriction import RESTRICTING, RestrictionShare, restriction_shares
from rare_gui.domain.vocabulary import DataClass, LegalState, SupplyForm

METAL, OXIDE, MAGNET = SupplyForm.METAL, SupplyForm.OXIDE, SupplyForm.MAGNET


def share(
    dataset: Dataset, material: str, form: SupplyForm, day: date, importer: str = "US"
) -> RestrictionShare:
    found = restriction_shares(dataset, material, importer=importer, as_of=day)[form]
    assert isinstance(found, RestrictionShare), found
    return found


def test_that_gallium_for_the_us_is_prohibited_by_china_and_free_elsewhere(
    dataset: Dataset,
) -> None:
    """2024: China 839, Russia 6, Japan 3, US 0 of 848 t: 98.9387 % prohibited, 1.0613 % free."""
    day = date(2025, 3, 1)
    found = restriction_shares(dataset, "gallium", importer="US", as_of=day, year=2024)[METAL]
    assert isinstance(found, RestrictionShare)
    assert found.states == {
        LegalState.PROHIBITED: pytest.approx(100 * 839 / 848),
        LegalState.FREE: pytest.approx(100 * 9 / 848),
    }
    assert found.restricted == pytest.approx(100 * 839 / 848)
    assert found.by_country["RU"][1] is LegalState.FREE


def test_that_a_producer_other_than_china_stands_under_its_own_measures(dataset: Dataset) -> None:
    """Indonesia bars its nickel ore, 62.3 % of the mined nickel of 2024."""
    day = date(2025, 6, 1)
    found = restriction_shares(dataset, "nickel", importer="US", as_of=day, year=2024)
    ore = found[SupplyForm.ORE]
    assert isinstance(ore, RestrictionShare)
    percent, state = ore.by_country["ID"]
    assert (percent, state) == (pytest.approx(62.264, abs=0.01), LegalState.PROHIBITED)


def test_that_a_state_past_its_date_counts_by_what_is_certain(dataset: Dataset) -> None:
    found = share(dataset, "gallium", METAL, date(2026, 11, 27))
    assert LegalState.PAST_ITS_DATE in found.states
    assert found.restricted == pytest.approx(found.states[LegalState.PAST_ITS_DATE])


def test_that_before_any_measure_nothing_is_restricted(dataset: Dataset) -> None:
    found = share(dataset, "gallium", METAL, date(2022, 1, 1))
    assert (found.restricted, found.could_be) == (0, pytest.approx(100 * found.supply.rest))


def test_that_unnamed_producers_are_unknown_and_not_free(dataset: Dataset) -> None:
    found = share(dataset, "dysprosium", OXIDE, date(2025, 11, 20))
    assert found.unknown > 0
    assert found.could_be >= found.restricted + found.unknown - 1e-9


def test_that_the_importers_own_output_needs_no_export(dataset: Dataset) -> None:
    found = share(dataset, "rare-earths", SupplyForm.ORE, date(2026, 1, 1))
    assert found.own == pytest.approx(100 * 51_000 / 390_000)
    assert "US" not in found.by_country
    in_eu = share(dataset, "graphite-natural", SupplyForm.ORE, date(2026, 1, 1), "EU")
    assert dataset.law.eu_members.isdisjoint(in_eu.by_country)


def test_that_what_stands_for_the_form_is_told_and_is_a_judgement(dataset: Dataset) -> None:
    found = share(dataset, "dysprosium", METAL, date(2025, 11, 20))
    assert "separation-refining stands for metal" in found.stands_for
    assert "magnet rare earths stand for dysprosium" in found.stands_for
    assert found.data_class is DataClass.JUDGEMENT
    assert found.supply.sources == ("iea-cmde-2025",)


def test_that_a_form_without_known_output_is_not_computed(dataset: Dataset) -> None:
    found = restriction_shares(dataset, "dysprosium", importer="US", as_of=date(2025, 11, 20))
    assert isinstance(found[SupplyForm.TECHNOLOGY], NotComputed)
    assert isinstance(found[MAGNET], NotComputed)


@settings(max_examples=40)
@given(
    day=st.dates(date(2010, 1, 1), date(2027, 12, 31)),
    material=st.sampled_from(["gallium", "antimony", "dysprosium", "rare-earths", "nickel"]),
    importer=st.sampled_from(["US", "JP", "DE", "EU", "CN"]),
)
def test_that_the_shares_add_up_and_agree_with_the_law(
    dataset: Dataset, day: date, material: str, importer: str
) -> None:
    for form, one in restriction_shares(dataset, material, importer=importer, as_of=day).items():
        if isinstance(one, NotComputed):
            continue
        assert sum(one.states.values()) + one.own + one.unknown == pytest.approx(100)
        assert 0 <= one.restricted <= one.could_be <= 100 + 1e-9
        certain = 0.0
        for country, (percent, state) in one.by_country.items():
            run = legal_state(
                dataset.law, material, form, as_of=day, origin=country, destination=importer
            )
            assert run.state is state
            certain += percent if run.certain in RESTRICTING else 0.0
        assert one.restricted == pytest.approx(certain)
