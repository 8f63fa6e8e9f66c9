"""How fast a case and a cell of the grid are sized, beside the same work on ready arrays.

The case has seven materials, 65 sectors, and a grid of 104 weeks. One core, one BLAS thread.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from statistics import quantiles

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy, as the program itself does

import numpy as np

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.impact.economy import economy
from rare_gui.domain.impact.model import point, size
from rare_gui.domain.impact.normal import phi
from tests.bench.clock import milliseconds
from tests.bench.table import Row

DAY = date(2026, 11, 23)
SEVEN = "dysprosium,terbium,gallium,germanium,antimony,tungsten,yttrium"
CASE = ImpactCase.from_text(f"preset=slow-licences material={SEVEN}")
DRAWS, MANY = 2_000, 20_000
RUNS, WARM_UP = 40, 3
CHAINS, FLOWS = 28, 13
"""Chains of product and sector in the case, and flows that are cut."""

PEAK = """
import resource
from datetime import date
from rare_gui.intake.package import open_package
from rare_gui.intake.places import shipped_package
from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.impact.model import size

dataset, _ = open_package(shipped_package())
size(dataset, ImpactCase.from_text({case!r}), as_of=date(2026, 11, 23), draws={draws})
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def rows(dataset: Dataset) -> list[Row]:
    """The figures of sizing; runs and their floor take turns, so a busy moment hits both."""
    floor, run = sizing_floor(dataset), sizing(dataset, DRAWS)
    for _ in range(WARM_UP):
        floor()
        run()
    pairs = [(milliseconds(run), milliseconds(floor)) for _ in range(RUNS)]
    took, least = (quantiles(times, n=20)[-1] for times in zip(*pairs, strict=True))
    at_middles = [milliseconds(lambda: point(dataset, CASE, as_of=DAY)) for _ in range(RUNS)]
    many = milliseconds(sizing(dataset, MANY)) / 1000
    return [
        Row("seven materials, 2,000 draws, p95", took, "ms", 150.0, "sizing_floor", least),
        Row("seven materials at the middles, p95", quantiles(at_middles, n=20)[-1], "ms", 50.0),
        Row("seven materials, 20,000 draws", many, "s", 2.0),
        Row("memory at 20,000 draws", peak_megabytes(MANY), "MB", 300.0),
    ]


def sizing(dataset: Dataset, draws: int) -> Callable[[], object]:
    """The act of sizing the case."""
    return lambda: size(dataset, CASE, as_of=DAY, draws=draws)


def sizing_floor(dataset: Dataset) -> Callable[[], object]:
    """The same arithmetic on ready arrays, with nothing joined, drawn, ranked or explained."""
    chance = np.random.default_rng(1)
    made = economy(dataset)
    n, weeks, sectors = 400, 26, len(made.sectors)
    flows = chance.random((FLOWS, n, weeks)) * 0.3
    theta, kappa, stock = (chance.random((CHAINS, n, 1)) for _ in range(3))
    direct = chance.random((DRAWS, sectors)) * made.output * 0.01

    def act() -> None:
        for _ in range(DRAWS // n):
            for flow in flows:
                np.maximum(flow - 0.05, 0.0)
            for place in range(CHAINS):
                short = flows[place % FLOWS] * theta[place]
                used = np.cumsum(short, axis=1) - 0.5 * short
                empty = phi((np.log(used) - stock[place]) / 0.6)
                (kappa[place] * short * empty).sum(axis=1)
        lost = direct @ made.inverse.T
        np.maximum(lost, lost @ made.cost_weights)
        np.percentile(lost, (5, 50, 95), axis=0)

    return act


def peak_megabytes(draws: int) -> float:
    """The most memory that a process of its own takes to size the case, libraries included."""
    script = PEAK.format(case=CASE.to_text(), draws=draws)
    result = subprocess.run(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, check=True
    )
    return float(result.stdout)
