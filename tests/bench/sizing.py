"""How fast a case and a cell of the grid are sized, beside the same work on ready arrays.

The case has seven materials, 65 sectors, and a grid of 104 weeks, and is worked out by two threads,
a cell of the grid by one; BLAS has one thread.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from statistics import quantiles
from time import monotonic
from typing import TYPE_CHECKING

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy, as the program itself does

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.impact.grid import (
    Grid,
    known_forms,
    known_materials,
    sized_part,
    why_not_sized,
)
from rare_gui.domain.impact.model import point, size
from rare_gui.domain.impact.ranges import Range
from tests.bench import floors
from tests.bench.clock import milliseconds, p95
from tests.bench.table import Row

if TYPE_CHECKING:
    from rare_gui.app.window import Window

DAY = date(2026, 11, 23)
SEVEN = "dysprosium,terbium,gallium,germanium,antimony,tungsten,yttrium"
CASE = ImpactCase.from_text(f"preset=slow-licences material={SEVEN}")
DRAWS, MANY = 2_000, 20_000
RUNS, WARM_UP = 40, 3
PATIENCE = 30.0
"""Seconds that a picture may take before the bench gives up."""
CELL = 87.5
"""Milliseconds: 14,400 cells in 21 minutes on one core."""

PEAK = """
import os
os.environ["OPENBLAS_NUM_THREADS"] = "1"
from datetime import date
from rare_gui.intake.package import open_package
from rare_gui.intake.places import shipped_package
from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.impact.model import size

dataset, _ = open_package(shipped_package())
size(dataset, ImpactCase.from_text({case!r}), as_of=date(2026, 11, 23), draws={draws})
# the high-water mark of this program; ru_maxrss would count the one that started it as well
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(int(status["VmHWM"].split()[0]) / 1024)
"""


def rows(dataset: Dataset) -> list[Row]:
    """The figures of sizing; runs and their floor take turns, so a busy moment hits both."""
    floor, run = floors.sizing_floor(), sizing(dataset, DRAWS)
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


def slider_rows() -> list[Row]:
    """How long a slider's move waits for the numbers on the page; the window's own loop runs."""
    from rare_gui.app.main import application
    from tests.shown_window import shown_window

    application()
    window = shown_window()
    took = slider_moves(window)
    window.close()
    return [Row("slider to repaint, seven materials, p95", p95(took[WARM_UP:]), "ms", 100.0)]


def slider_moves(window: Window) -> list[float]:
    """Milliseconds from each move of the cut to the picture with its total."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication, QWidget

    from rare_gui.panels.impact.page import ImpactPage

    window.session.select(view="impact", impact=CASE.to_text())
    page = next(iter(window.findChildren(ImpactPage)))

    def total() -> str:
        names = (part.accessibleName() for part in page.findChildren(QWidget))
        return next((name for name in names if name.startswith("US value added at risk, US$")), "")

    def until_another(before: str) -> None:
        until = monotonic() + PATIENCE
        while total() in (before, ""):
            assert monotonic() < until, "no other total is shown"
            # waits: a loop that never rests would take the time of the thread that sizes
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()  # what is shown is painted

    def move(share: float) -> Callable[[], None]:
        moved = replace(CASE, cut=Range(share, share, share))

        def act() -> None:
            before = total()
            window.session.select(impact=moved.to_text())
            until_another(before)

        return act

    until_another("")
    return [milliseconds(move((20 + step) / 100)) for step in range(RUNS + WARM_UP)]


def grid_rows(dataset: Dataset) -> list[Row]:
    """The figure of the full grid."""
    floor = floors.grid_cell_floor()
    least = min(milliseconds(floor) for _ in range(WARM_UP))
    what = "a cell of the grid, 2,000 draws"
    return [Row(what, cell_cost(dataset), "ms", CELL, "grid_cell_floor", least)]


def sizing(dataset: Dataset, draws: int) -> Callable[[], object]:
    """The act of sizing the case."""
    return lambda: size(dataset, CASE, as_of=DAY, draws=draws)


def cell_cost(dataset: Dataset) -> float:
    """Milliseconds of a cell of the full grid in one process: the mean over parts and lengths.

    One cut stands for all ten: how much is cut does not change the work.
    """
    grid = Grid(known_materials(dataset), known_forms(dataset), cuts=(0.5,), draws=DRAWS)
    parts = [part for part in grid.parts if not why_not_sized(dataset, grid, part)]
    sized_part(dataset, grid, parts[0])  # the draws are made once
    took = sum(milliseconds(lambda part=part: sized_part(dataset, grid, part)) for part in parts)
    return took / (len(parts) * grid.cells_a_part)


def peak_megabytes(draws: int) -> float:
    """The most memory that a process of its own takes to size the case, libraries included."""
    script = PEAK.format(case=CASE.to_text(), draws=draws)
    result = subprocess.run(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, check=True
    )
    return float(result.stdout)
