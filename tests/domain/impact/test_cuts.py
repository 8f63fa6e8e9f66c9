"""The law of a day becomes cuts: which goods, how much, for how long, and for whom."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import PRESETS, SHIPPED, CaseError, ImpactCase
from rare_gui.domain.impact.cuts import Cut, cuts
from rare_gui.domain.impact.ranges import Range
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.presets import preset
from rare_gui.domain.scenario import Scenario
from rare_gui.domain.vocabulary import LegalState, SupplyForm

DAY = date(2026, 11, 23)


def goods(found: tuple[Cut, ...]) -> set[tuple[str, str]]:
    return {(cut.material, cut.form.value) for cut in found}


def one(found: tuple[Cut, ...], material: str, form: SupplyForm) -> Cut:
    (cut,) = (cut for cut in found if (cut.material, cut.form) == (material, form))
    return cut


def test_that_slow_licences_cut_what_is_under_licence_on_the_day(dataset: Dataset) -> None:
    found = cuts(dataset, ImpactCase("slow-licences"), DAY)
    for cut in found:
        run = legal_state(dataset.law, cut.material, cut.form, as_of=DAY)
        assert run.certain is LegalState.LICENCE_REQUIRED
        assert (cut.share, cut.weeks) == (Range(0.10, 0.25, 0.50), 26)
    assert {("dysprosium", "metal"), ("gallium", "metal")} <= goods(found)
    assert ("ndpr", "oxide") not in goods(found)  # held back by report, no licence
    assert ("holmium", "oxide") not in goods(found)  # its licence is suspended


def test_that_a_measure_for_everyone_cuts_the_world(dataset: Dataset) -> None:
    found = cuts(dataset, ImpactCase("slow-licences"), DAY)
    cut = one(found, "dysprosium", SupplyForm.METAL)
    assert cut.scope == "world"
    assert cut.measures == ("cn-2025-18-seven-ree",)


def test_that_a_lapsed_truce_prohibits_gallium_for_the_us_alone(dataset: Dataset) -> None:
    found = cuts(dataset, ImpactCase("truce-lapses"), DAY)
    cut = one(found, "gallium", SupplyForm.METAL)
    assert (cut.share, cut.weeks, cut.scope) == (Range(0.80, 0.95, 1.00), 39, "destination")
    assert cut.because == "prohibited"


def test_that_a_lapsed_truce_brings_licences_back_to_everyone(dataset: Dataset) -> None:
    found = cuts(dataset, ImpactCase("truce-lapses"), DAY)
    cut = one(found, "holmium", SupplyForm.OXIDE)
    assert (cut.share, cut.scope) == (Range(0.10, 0.30, 0.60), "world")


def test_that_what_was_under_licence_before_stays_as_it_is(dataset: Dataset) -> None:
    found = goods(cuts(dataset, ImpactCase("truce-lapses"), DAY))
    assert ("dysprosium", "metal") not in found
    assert ("tungsten", "metal") not in found


def test_that_a_full_stop_takes_all_that_is_limited_from_the_whole_world(dataset: Dataset) -> None:
    found = cuts(dataset, ImpactCase("full-stop"), DAY)
    assert {(cut.share, cut.weeks, cut.scope) for cut in found} == {(Range.of(1.0), 52, "world")}
    assert {("ndpr", "oxide"), ("dysprosium", "metal")} <= goods(found)
    assert ("copper", "metal") not in goods(found)


def test_that_the_law_of_what_was_known_is_used(dataset: Dataset) -> None:
    early = cuts(dataset, ImpactCase("slow-licences"), date(2025, 3, 1))
    assert ("dysprosium", "metal") not in goods(early)
    ignorant = cuts(dataset, ImpactCase("slow-licences"), DAY, known_on=date(2025, 3, 1))
    assert ("dysprosium", "metal") not in goods(ignorant)


def test_that_options_stand_in_for_the_preset(dataset: Dataset) -> None:
    case = ImpactCase.from_text(
        "preset=slow-licences material=gallium form=metal cut=0.4 weeks=8 scope=destination"
    )
    (cut,) = cuts(dataset, case, DAY)
    assert (cut.material, cut.share, cut.weeks, cut.scope) == (
        "gallium",
        Range.of(0.4),
        8,
        "destination",
    )


def test_that_a_changed_severity_moves_every_cut_of_its_kind(dataset: Dataset) -> None:
    case = ImpactCase("slow-licences").with_change("cut.licence_delay", Range(0.2, 0.3, 0.4))
    assert {cut.share for cut in cuts(dataset, case, DAY)} == {Range(0.2, 0.3, 0.4)}


def test_that_a_what_if_cuts_what_it_newly_limits(dataset: Dataset) -> None:
    scenario = Scenario.from_text(
        "x | listed material=neodymium date=2027-01-01 effect=ban forms=oxide,metal to=US"
    )
    found = cuts(scenario.apply(dataset), ImpactCase("what-if"), DAY, today=dataset)
    assert goods(found) == {("neodymium", "oxide"), ("neodymium", "metal")}
    assert {(cut.key, cut.scope) for cut in found} == {("cut.newly_prohibited", "destination")}


def test_that_a_saved_lapse_cuts_what_the_preset_cuts(dataset: Dataset) -> None:
    lapsed = preset(dataset.law, "truce-lapses").apply(dataset)
    assert cuts(lapsed, ImpactCase("what-if"), DAY, today=dataset) == cuts(
        dataset, ImpactCase("truce-lapses"), DAY
    )


def test_that_a_what_if_that_frees_goods_cuts_nothing(dataset: Dataset) -> None:
    freed = Scenario.from_text("x | freed material=gallium date=2026-01-01").apply(dataset)
    assert cuts(freed, ImpactCase("what-if"), DAY, today=dataset) == ()
    slow = goods(cuts(freed, ImpactCase("slow-licences"), DAY))
    assert not any(material == "gallium" for material, _ in slow)


def test_that_a_cut_of_ones_own_needs_material_and_share(dataset: Dataset) -> None:
    for line in ("preset=own", "preset=own material=gallium", "preset=own cut=0.5"):
        with pytest.raises(CaseError, match="needs its material and the share"):
            cuts(dataset, ImpactCase.from_text(line), DAY)
    with pytest.raises(CaseError, match="gallium has none of the forms named; it has"):
        cuts(dataset, ImpactCase.from_text("preset=own material=gallium form=magnet cut=1"), DAY)


@given(
    day=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    name=st.sampled_from([name for name in PRESETS if name != "own"]),
    destination=st.sampled_from(["US", "JP", "DE", "EU"]),
)
def test_that_on_any_day_cuts_are_shares_of_what_can_be_shipped(
    dataset: Dataset, day: date, name: str, destination: str
) -> None:
    for cut in cuts(dataset, ImpactCase(name), day, destination=destination):
        assert cut.form in SHIPPED
        assert 0 <= cut.share.low <= cut.share.mid <= cut.share.high <= 1
        assert cut.measures


def test_that_cuts_kept_for_the_next_run_are_never_those_of_another_question(
    dataset: Dataset,
) -> None:
    asked = [
        (ImpactCase(name), day, known_on, "CN", country)
        for name in ("slow-licences", "truce-lapses", "full-stop")
        for day in (DAY, date(2025, 7, 12))
        for known_on in (None, date(2025, 1, 1))
        for country in ("US", "JP")
    ]
    for question in asked:
        fresh = dataset.with_law(dataset.law)  # nothing is kept there
        assert cuts(dataset, *question) == cuts(fresh, *question)
