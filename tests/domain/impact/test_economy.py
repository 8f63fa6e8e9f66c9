"""The economy of the shipped tables, and tables that cannot be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.economy import economy
from rare_gui.domain.impact.ranges import ImpactError
from tests.domain.impact.worked import three_sectors


def test_that_the_worked_inverse_comes_out() -> None:
    expected = [[1.149632, 0.391593, 0.150889], [0.093408, 1.156817, 0.262260]]
    expected += [[0.132926, 0.107778, 1.142447]]
    np.testing.assert_allclose(three_sectors().inverse, expected, atol=5e-7)


def test_that_the_shipped_economy_has_its_known_sizes(dataset: Dataset) -> None:
    us = economy(dataset)
    assert len(us.sectors) == 65
    assert us.output.sum() / 1e6 == pytest.approx(48_386_808)
    assert us.value_added.sum() / 1e6 == pytest.approx(27_720_704)
    assert np.abs(np.linalg.eigvals(us.coefficients)).max() == pytest.approx(0.413082, rel=1e-5)
    vehicles = us.index["motor_vehicles"]
    # flows are published to 0.1 million, so coefficients keep about five digits
    assert us.inverse[:, vehicles].sum() == pytest.approx(2.119603, rel=1e-5)
    assert economy(dataset) is us


def test_that_only_makers_of_goods_can_be_stopped(dataset: Dataset) -> None:
    us = economy(dataset)
    assert us.goods.sum() == 49
    assert us.goods[us.index["other_manufacturing"]]
    assert not us.goods[us.index["agriculture"]]
    assert not us.cost_weights[:, ~us.goods].any()
    assert not us.part_weights[:, ~us.goods].any()


def test_that_jobs_that_were_not_read_stay_unknown(dataset: Dataset) -> None:
    us = economy(dataset)
    assert us.jobs[us.index["semiconductors"]] == 199_800
    assert np.isnan(us.jobs[us.index["motor_vehicles"]])


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("output", np.array([1.0, 2.0]), "sectors.csv"),
        ("output", np.array([1000.0, 0.0, 1200.0]), "gross output"),
        ("value_added", np.array([1001.0, 1.0, 1.0]), "value added"),
        ("value_added", np.array([np.nan, 1.0, 1.0]), "value added"),
        ("jobs", np.array([-1.0, 1.0, 1.0]), "employment"),
        ("coefficients", np.zeros((3, 2)), "square"),
        ("coefficients", np.full((3, 3), 0.4), "whole output of a, b, c"),
        ("domestic", np.full((3, 3), np.nan), "io_flows.csv"),
        ("imported", np.full((3, 3), -1.0), "io_flows.csv"),
        ("sectors", ("a", "b", "a"), "twice"),
    ],
)
def test_that_sizes_and_flows_that_cannot_be_are_refused_with_their_table(
    field: str, value: Any, told: str
) -> None:
    with pytest.raises(ImpactError, match=told):
        replace(three_sectors(), **{field: value})


def without(dataset: Dataset, table: str, sector: str) -> Dataset:
    frame = dataset.tables[table]
    column = "sector" if table == "sectors" else "from_sector"
    tables = dict(dataset.tables) | {table: frame[frame[column] != sector]}
    return replace(dataset, tables=tables, kept={})


def test_that_flows_of_an_unknown_sector_are_refused_by_name(dataset: Dataset) -> None:
    with pytest.raises(ImpactError, match="steel"):
        economy(without(dataset, "sectors", "steel"))


def test_that_an_empty_table_is_refused(dataset: Dataset) -> None:
    for name in ("sectors", "io_flows"):
        tables = dict(dataset.tables) | {name: dataset.tables[name].iloc[:0]}
        with pytest.raises(ImpactError, match="missing or empty"):
            economy(replace(dataset, tables=tables, kept={}))


def test_that_a_sector_that_sells_nothing_is_no_fault(dataset: Dataset) -> None:
    us = economy(without(dataset, "io_flows", "steel"))
    assert us.coefficients[us.index["steel"]].sum() == 0
