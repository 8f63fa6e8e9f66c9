"""The selection and its one-line text."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.commitment_records import Standing
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import sector_names
from rare_gui.domain.names import Names, UnknownName
from rare_gui.domain.projects import Stage
from rare_gui.domain.risk.assessment import METHODS
from rare_gui.domain.vocabulary import SupplyForm
from rare_gui.scenes.selection import (
    LOSSES,
    MOST_DAYS,
    RISKS,
    SORTS,
    VIEWS,
    Selection,
    SelectionError,
)

DEFAULT = Selection("dysprosium", date(2026, 11, 23))
DAYS = st.dates(date(2010, 1, 1), date(2029, 12, 31))
WORDS = st.text(min_size=1, max_size=20).filter(lambda t: t.strip() == t and "\x00" not in t)


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    first = draw(DAYS)
    window = (first, first + timedelta(days=draw(st.integers(1, 3000))))
    return Selection(
        material=draw(WORDS),
        as_of=draw(DAYS),
        form=draw(st.none() | st.sampled_from(list(SupplyForm))),
        origin=draw(st.sampled_from(["CN", "US"])),
        destination=draw(st.sampled_from(["US", "DE", "JP"])),
        known_on=draw(st.none() | DAYS),
        sector=draw(st.none() | WORDS),
        scenario=draw(st.none() | WORDS),
        window=draw(st.none() | st.just(window)),
        all_lanes=draw(st.booleans()),
        view=draw(st.sampled_from(VIEWS)),
        compared_to=draw(st.none() | DAYS),
        ghosts=draw(st.booleans()),
        tonnes=draw(st.booleans()),
        as_known=draw(st.booleans()),
        only_material=draw(st.booleans()),
        only_compared=draw(st.booleans()),
        folded=draw(st.sampled_from([(), ("origin",), ("origin", "others")])),
        event=draw(st.none() | WORDS),
        authority=draw(st.sampled_from([None, "CN", "EU"])),
        context=draw(st.booleans()),
        within=draw(st.none() | st.integers(1, MOST_DAYS)),
        words=draw(st.none() | WORDS),
        impact=draw(st.none() | WORDS),
        losses_as=draw(st.sampled_from(LOSSES)),
        relative=draw(st.booleans()),
        sort=draw(st.sampled_from(SORTS)),
        risk=draw(st.none() | st.sampled_from(RISKS)),
        states=draw(st.sampled_from([(), ("suspended",), ("prohibited", "free")])),
        forms=draw(st.sampled_from([(), ("metal",), ("ore", "oxide")])),
        groups=draw(st.sampled_from([(), ("heavy",), ("light", "heavy")])),
        sectors=draw(st.sampled_from([(), ("aerospace",)])),
        soon=draw(st.booleans()),
        watched=draw(st.booleans()),
        compared=draw(st.sampled_from([(), ("terbium", "gallium"), ("gone-one", "neodymium")])),
        differing=draw(st.booleans()),
        turned=draw(st.booleans()),
        side=draw(st.sampled_from([None, "CN", "US"])),
        subject=draw(st.none() | WORDS.filter(lambda t: t != "all")),
        standing=draw(st.none() | st.sampled_from(Standing)),
        disputed=draw(st.none() | st.booleans()),
        project_material=draw(st.none() | WORDS),
        project_stage=draw(st.none() | st.sampled_from(Stage)),
        series=draw(st.none() | WORDS),
    )


@given(selections())
def test_that_the_text_of_a_selection_reads_back_to_it(selection: Selection) -> None:
    assert Selection.from_text(selection.to_text(), DEFAULT) == selection
    parts = [getattr(selection, item.name) for item in fields(Selection)]
    assert "\n" not in selection.to_text() or any(
        "\n" in part for part in parts if part == str(part)
    )


def test_that_what_a_text_leaves_out_stays_as_it_was() -> None:
    changed = Selection.from_text("form=metal", DEFAULT)
    assert changed.form is SupplyForm.METAL
    assert (changed.material, changed.as_of) == (DEFAULT.material, DEFAULT.as_of)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("colour=red", "no part of a view"),
        ("sort=weight", "no order of materials"),
        ("risk=mine", "no screening method"),
        ("states=free,lost", "no state"),
        ("forms=gas", "no form"),
        ("compared=a,b,c,d,e,f,g", "compare 6 at most"),
        ("material", "no part of a view"),
        ("material=", "material is empty"),
        ("as_of=12/07/2025", "write YYYY-MM-DD"),
        ("as_of=2025-02-30", "write YYYY-MM-DD"),
        ("as_of=1800-01-01", "choose a day from 1990-01-01"),
        ("known_on=2900-01-01", "is out of range"),
        ("as_of=2025-W28-6", "write YYYY-MM-DD"),
        ("form=metl", "is no form"),
        ("window=2025-01-01", "write YYYY-MM-DD"),
        ("window=2025-01-01..2024-01-01", "FIRST..LAST"),
        ("all_lanes=perhaps", "neither yes nor no"),
        ("view=poster", "is no view"),
        ("losses_as=votes", "choose one of value_added"),
        ("within=0", "is no number of days"),
        ("within=-4", "is no number of days"),
        ("within=soon", "is no number of days"),
        ("context=", "neither yes nor no"),
        ("disputed=all", "neither yes nor no"),
        ("standing=broken", "no verdict"),
        ("subject=", "subject is empty"),
        ("project_stage=shop", "no stage of projects"),
        ("material=a material=b", "given twice"),
        ("material='a", "cannot be read"),
    ],
)
def test_that_a_wrong_text_is_refused_with_the_reason(text: str, told: str) -> None:
    with pytest.raises(SelectionError, match=told):
        Selection.from_text(text, DEFAULT)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sector=foo", "unknown sector 'foo'"),
        ("sector=motor_vehicle_part", "motor_vehicle_parts"),
        ("from=CN to=China", "no exports; choose two countries"),
        ("authority=Atlantis", "unknown country"),
        ("side=Atlantis", "unknown country"),
        ("project_material=unobtainium", "unknown material"),
        ("material=unobtainium", "unknown material"),
    ],
)
def test_that_a_name_that_is_not_in_the_data_is_refused_with_what_would_do(
    dataset: Dataset, text: str, told: str
) -> None:
    names = Names.from_tables(dataset.tables)
    with pytest.raises((SelectionError, UnknownName), match=told):
        Selection.from_text(text, DEFAULT).with_known(names, sector_names(dataset))


def test_that_names_become_slugs_and_codes(dataset: Dataset) -> None:
    view = Selection.from_text("material=Ga to=Japan authority='United States'", DEFAULT)
    known = view.with_known(Names.from_tables(dataset.tables), sector_names(dataset))
    assert (known.material, known.destination, known.authority) == ("gallium", "JP", "US")


def test_that_the_methods_are_those_of_the_risk_engine() -> None:
    assert RISKS == METHODS


def test_that_compared_materials_are_resolved_and_a_missing_one_stays(dataset: Dataset) -> None:
    view = Selection.from_text("compared=Tb,unobtainium,镓,terbium", DEFAULT)
    known = view.with_known(Names.from_tables(dataset.tables), sector_names(dataset))
    assert known.compared == ("terbium", "unobtainium", "gallium")
