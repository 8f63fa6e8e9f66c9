"""One row of the table of figures, and the table as Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

PERFORMANCE = Path(__file__).with_name("performance.md")

ROWS = (
    "first painted window",
    "first complete picture",
    "as-of step by one day, p95",
    "another material, p95",
    "status --material dysprosium --json",
    "opening the package",
    "references to None lost in 2,000 repaints",
    "memory gained in 2,000 repaints",
    "as-of step, 100 measures, 10,000 points, p95",
    "as-of step, 1,000 measures, 100,000 points, p95",
    "as-of step, 10,000 measures, 1,000,000 points, p95",
    "pan, 100 measures, 10,000 points, p95",
    "pan, 1,000 measures, 100,000 points, p95",
    "pan, 10,000 measures, 1,000,000 points, p95",
    "zoom, 100 measures, 10,000 points, p95",
    "zoom, 1,000 measures, 100,000 points, p95",
    "zoom, 10,000 measures, 1,000,000 points, p95",
    "as-of step, growth as multiple of n log n",
    "pan, growth as multiple of n log n",
    "zoom, growth as multiple of n log n",
    "all states anew, growth as multiple of n log n",
    "seven materials, 2,000 draws, p95",
    "seven materials at the middles, p95",
    "seven materials, 20,000 draws",
    "memory at 20,000 draws",
    "a cell of the grid, 2,000 draws",
    "slider to repaint, seven materials, p95",
    "all indices, all materials, 8 years, one country, p95",
    "bilateral trade, first time needed",
    "filter keystroke to repaint, p95",
    "scrolling 1,000 materials, p95",
    "timeline as PNG, 1600x900 x2, p95",
    "timeline as PNG, 1600x900 x2, p95, against the plot",
    "memory gained in 100 pictures",
    "timeline as PNG, A4 at 300 dpi",
)
"""Every figure that the table holds, in its order."""


@dataclass(frozen=True, slots=True)
class Row:
    """A measured figure, its limit, and the floor that it is compared with.

    `limit` is in `unit`, or with `times_floor` in multiples of the floor. `floor_name` is its
    function in this folder; a figure without a floor has neither.
    """

    what: str
    measured: float
    unit: str
    limit: float
    floor_name: str = ""
    floor: float | None = None
    times_floor: bool = False

    @property
    def met(self) -> bool:
        """Whether the figure keeps its limit."""
        return self.measured <= self.limit * (self.floor or 1 if self.times_floor else 1)

    def cells(self) -> tuple[str, ...]:
        """The row as it stands in the table."""
        floor = "" if self.floor is None else f"{_number(self.floor)} {self.unit}"
        times = "" if not self.floor else f"{self.measured / self.floor:.2f}"
        limit = (
            f"{self.limit:.1f} x floor"
            if self.times_floor
            else f"{self.limit:g} {self.unit}".rstrip()
        )
        return (
            self.what,
            f"{_number(self.measured)} {self.unit}".rstrip(),
            limit,
            "met" if self.met else "**missed**",
            floor,
            f"`{self.floor_name}`" if self.floor_name else "",
            times,
        )


def as_markdown(rows: Sequence[Row], day: date) -> str:
    """The whole file: when and where it was measured, then the rows in their order."""
    heads = ("what", "measured", "limit", "", "floor", "floor's function", "times floor")
    where = (
        f"Written by `make bench` on {day.isoformat()}: {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}, "
        f"PySide6 {version('PySide6-Essentials')}, pyqtgraph {version('pyqtgraph')}, "
        f"pandas {version('pandas')}, Qt's offscreen platform. Floors are functions of "
        "`tests/bench`, measured in the same run."
    )
    lines = [
        "# Speed and memory",
        "",
        where,
        "",
        f"| {' | '.join(heads)} |",
        "|---" * len(heads) + "|",
    ]
    lines += [f"| {' | '.join(row.cells())} |" for row in sorted(rows, key=_place)]
    return "\n".join(lines) + "\n"


def _place(row: Row) -> int:
    return ROWS.index(row.what)


def _number(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    return f"{value:.3f}" if abs(value) < 1 else f"{value:.1f}"
