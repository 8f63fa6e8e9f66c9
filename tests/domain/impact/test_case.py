"""A case is one line of text; what cannot be meant is refused in one clear sentence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import (
    ANSWERS,
    LONGEST_WEEKS,
    PRESETS,
    RATIONING,
    SCOPES,
    CaseError,
    ImpactCase,
    check_names,
    default_preset,
)
from rare_gui.domain.impact.ranges import Range
from rare_gui.domain.vocabulary import SupplyForm

DAY = date(2026, 11, 23)
SHARES = st.lists(st.floats(0, 1), min_size=3, max_size=3).map(lambda three: Range(*sorted(three)))
SLUGS = st.from_regex(r"[a-z][a-z0-9-]{0,15}", fullmatch=True)
KEYS = st.from_regex(r"(kappa|theta|stock|model)(\.[a-z][a-z0-9_-]{0,9}){1,3}", fullmatch=True)
CASES = st.builds(
    ImpactCase,
    preset=st.sampled_from(PRESETS),
    materials=st.lists(SLUGS, max_size=3, unique=True).map(tuple),
    forms=st.sets(st.sampled_from(SupplyForm), max_size=3).map(
        lambda chosen: tuple(form for form in SupplyForm if form in chosen)
    ),
    cut=st.none() | SHARES,
    weeks=st.none() | st.integers(0, LONGEST_WEEKS),
    scope=st.none() | st.sampled_from(SCOPES),
    rationing=st.sampled_from(RATIONING),
    answer=st.sampled_from(ANSWERS),
    changed=st.dictionaries(KEYS, SHARES, max_size=4).map(lambda made: tuple(sorted(made.items()))),
)


@given(CASES)
def test_that_a_case_is_read_back_from_its_line(case: ImpactCase) -> None:
    assert ImpactCase.from_text(case.to_text()) == case


def test_that_the_line_says_only_what_differs_from_the_preset() -> None:
    assert ImpactCase("slow-licences").to_text() == "preset=slow-licences"
    line = "preset=full-stop material=gallium,germanium cut=0.1..0.25..0.5 weeks=26 scope=world"
    assert ImpactCase.from_text(line).to_text() == line


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("material=gallium", "needs its preset"),
        ("preset=panic", "unknown preset 'panic'; write slow-licences"),
        ("preset=own scope=moon", "unknown scope 'moon'; write destination, world"),
        ("preset=own rationing=queue", "unknown rationing"),
        ("preset=own answer=prayer", "unknown answer"),
        ("preset=own cut=1.5", "cut=1.5 is no share"),
        ("preset=own cut=-0.1", "is no share"),
        ("preset=own cut=0.5..0.2..0.9", "not in order"),
        ("preset=own cut=0.1..0.2", "is no number"),
        ("preset=own cut=nan", "is no number"),
        ("preset=own cut=lots", "is no number"),
        ("preset=own weeks=-1", "write 0 to 260"),
        ("preset=own weeks=261", "write 0 to 260"),
        ("preset=own weeks=ten", "no whole number"),
        ("preset=own form=soup", "unknown form 'soup'"),
        ("preset=own colour=red", "'colour' is no word of a case"),
        ("preset=own weeks", "is no word=value"),
        ("preset=own weeks=1 weeks=2", "said twice"),
        ("preset=own kappa.x.y=2..1..3", "not in order"),
    ],
)
def test_that_what_cannot_be_meant_is_told(line: str, why: str) -> None:
    with pytest.raises(CaseError, match=why) as told:
        ImpactCase.from_text(line)
    assert "\n" not in str(told.value)


@given(st.text(max_size=60))
def test_that_any_text_is_read_or_refused(text: str) -> None:
    try:
        case = ImpactCase.from_text(text)
    except CaseError:
        return
    assert ImpactCase.from_text(case.to_text()) == case


def test_that_a_change_is_put_back_by_none() -> None:
    case = ImpactCase("full-stop")
    changed = case.with_change("model.leakage", Range.of(0.1)).with_change("a.b", Range.of(1))
    assert [key for key, _ in changed.changed] == ["a.b", "model.leakage"]
    assert changed.with_change("a.b", None).with_change("model.leakage", None) == case


def test_that_a_material_of_no_name_is_answered_with_the_nearest(dataset: Dataset) -> None:
    check_names(dataset, ImpactCase("own", ("gallium",)))
    with pytest.raises(CaseError, match="unknown material 'galium'; the nearest known: gallium"):
        check_names(dataset, ImpactCase("own", ("galium",)))


@pytest.mark.parametrize(
    ("material", "preset"),
    [
        ("dysprosium", "slow-licences"),  # under licence whatever becomes of the truce
        ("tungsten", "slow-licences"),
        ("gallium", "truce-lapses"),  # a ban sleeps under the licence
        ("holmium", "truce-lapses"),  # nothing but a sleeping licence
        ("copper", "slow-licences"),
    ],
)
def test_that_the_preset_follows_the_material(dataset: Dataset, material: str, preset: str) -> None:
    assert default_preset(dataset, material, DAY) == preset
