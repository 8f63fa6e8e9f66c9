"""How fast supply risk is measured, and how fast the bilateral trade is read when first needed.

Each beside the same work with nothing of this program in it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date

import pandas as pd

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.assessment import assess
from rare_gui.domain.risk.bilateral import imports_of
from rare_gui.domain.risk.governance import governance
from rare_gui.domain.risk.world_supply import WorldSupply, families
from rare_gui.intake.package import open_package
from rare_gui.intake.places import shipped_package
from tests.bench.clock import milliseconds, p95
from tests.bench.table import Row

DAY = date(2026, 11, 23)
YEARS = range(2018, 2026)
RUNS, LOADS, WARM_UP = 20, 5, 2
IMPORTER = "US"


def rows(dataset: Dataset) -> list[Row]:
    """The figures of risk; runs and their floors take turns, so a busy moment hits both."""
    run, floor = measuring(dataset), measuring_floor(dataset)
    for _ in range(WARM_UP):
        run()
        floor()
    gc.collect()
    gc.freeze()  # as the program does with its first picture
    pairs = [(milliseconds(run), milliseconds(floor)) for _ in range(RUNS)]
    gc.unfreeze()
    took, least = (p95(times) for times in zip(*pairs, strict=True))
    loads = [(milliseconds(reading()), milliseconds(reading_floor)) for _ in range(LOADS)]
    read, read_least = (sorted(times)[LOADS // 2] / 1000 for times in zip(*loads, strict=True))
    return [
        Row(
            "all indices, all materials, 8 years, one country, p95",
            took,
            "ms",
            100.0,
            "measuring_floor",
            least,
        ),
        Row("bilateral trade, first time needed", read, "s", 0.5, "reading_floor", read_least),
    ]


def measuring(dataset: Dataset) -> Callable[[], object]:
    """The act of measuring every material in every year as one country sees it."""
    return lambda: [
        assess(dataset, material, IMPORTER, as_of=DAY, year=year)
        for year in YEARS
        for material in dataset.material_names
    ]


def measuring_floor(dataset: Dataset) -> Callable[[], object]:
    """The sums over squared shares alone, on ready shares and risks: no choice, range or reason."""
    ready = []
    for material in dataset.material_names:
        for years in families(dataset, material).values():
            for year in set(YEARS) & set(years):
                supply, risks = years[year], governance(dataset, min(year, 2024))
                if isinstance(supply, WorldSupply):
                    ready.append([(s, risks.of(c).risk) for c, s in supply.shares.items()])
    return lambda: [
        (sum(s * s for s, _ in one), sum(s * s * r for s, r in one), max(one)) for one in ready
    ]


def reading() -> Callable[[], object]:
    """The act of reading and sorting the bilateral rows, in a package opened for this alone."""
    dataset, problems = open_package(shipped_package())
    assert dataset is not None, problems
    return lambda: imports_of(dataset, IMPORTER)


def reading_floor() -> None:
    """The same file read by pandas alone."""
    pd.read_csv(shipped_package() / "trade_annual.csv.gz", keep_default_na=False, na_values=[""])
