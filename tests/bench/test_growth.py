"""What the figures at three sizes are made of; whether a machine is fast enough is no test."""

from __future__ import annotations

from math import log
from pathlib import Path

import pytest

from rare_gui.domain.dataset import Dataset
from tests.bench.growth import LIMITS, SIZES, STATES, STATES_RUNS, Size, frame_times, steepest
from tests.bench.table import ROWS


def test_that_every_kind_of_frame_is_timed_while_made_up_data_are_shown(
    qapp: object, dataset: Dataset, tmp_path: Path
) -> None:
    found = frame_times(dataset, Size(20, 2_000), tmp_path, frames=3)
    assert {kind: len(times) for kind, times in found.items()} == {
        **dict.fromkeys(LIMITS, 3),
        STATES: STATES_RUNS,
    }


def test_that_the_table_holds_each_kind_at_each_size() -> None:
    wanted = {f"{kind}, {size}, p95" for kind in LIMITS for size in SIZES}
    assert wanted <= set(ROWS)


def test_that_growth_as_n_log_n_is_once_and_quadratic_growth_is_more() -> None:
    counts = [100, 1_000, 10_000]
    assert steepest(counts, [n * log(n) for n in counts]) == pytest.approx(1.0)
    assert steepest(counts, [float(n) for n in counts]) < 1
    assert steepest(counts, [float(n * n) for n in counts]) > 5


def test_that_one_steep_step_is_not_hidden_by_a_flat_one() -> None:
    assert steepest([100, 1_000, 10_000], [1.0, 1.0, 50.0]) > 3
