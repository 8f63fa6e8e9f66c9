"""What the links from a material to a sector rest on."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset, Tables
from rare_gui.domain.exposure import Dependence, Route, dependences, weakest
from rare_gui.domain.vocabulary import DataClass

CLASSES = st.sampled_from(list(DataClass))


def test_that_contents_vouched_for_by_the_package_alone_are_judgement(dataset: Dataset) -> None:
    found = dependences(dataset, "dysprosium")
    assert {item.contains_class for item in found} == {DataClass.JUDGEMENT}


def test_that_contents_with_a_source_of_others_are_published(dataset: Dataset) -> None:
    contains = dataset.tables["contains"].copy()
    contains["source_ids"] = "rare-gui-vocabulary;usgs-mcs2026"

    def read(name: str) -> pd.DataFrame:
        return contains if name == "contains" else dataset.tables[name]

    tables = Tables(frozenset(dataset.tables), read, dataset.tables.__getitem__)
    found = dependences(replace(dataset, tables=tables, kept={}), "dysprosium")
    assert {item.contains_class for item in found} == {DataClass.PUBLISHED}


def test_that_what_a_sector_needs_itself_is_contained_in_nothing(dataset: Dataset) -> None:
    own = [item for item in dependences(dataset, "gallium") if item.product == "gallium"]
    assert own
    assert {item.contains_class for item in own} == {None}


@given(kappa=CLASSES, theta=CLASSES)
def test_that_a_need_is_no_surer_than_its_route(kappa: DataClass, theta: DataClass) -> None:
    route = Route("metal", 0.1, 0.2, 0.3, theta)
    item = Dependence("gallium", "lamps", (0.1, 0.2, 0.3), kappa, "", (route,), "")
    order = list(DataClass)
    assert order.index(item.need_class(route)) == max(order.index(kappa), order.index(theta))
    assert item.need_class(None) is kappa


@given(classes=st.lists(CLASSES, min_size=1))
def test_that_a_chain_is_as_strong_as_its_weakest_link(classes: list[DataClass]) -> None:
    assert weakest(*classes) in classes
    assert (DataClass.JUDGEMENT in classes) is (weakest(*classes) is DataClass.JUDGEMENT)
