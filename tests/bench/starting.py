"""How long the program takes to start: the window, a sub-command, a package."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from statistics import median

from tests.bench import floors
from tests.bench.clock import seconds_to_end, seconds_to_line
from tests.bench.table import Row

RUNS = 7
PROGRAM = [sys.executable, "-m", "rare_gui"]

OPEN_PACKAGE = """
import sys
import pandas
from time import perf_counter
from rare_gui.intake.package import open_package
from rare_gui.intake.places import shipped_package

start = perf_counter()
dataset, problems = open_package(shipped_package())
seconds = perf_counter() - start
assert dataset is not None and not problems, problems
assert "pandera" not in sys.modules, "a package whose digests agree is opened without schemas"
print(seconds)
"""


def rows() -> list[Row]:
    """The start-up figures: medians of runs that alternate with those of their floors."""
    paint, picture, window, libraries = _medians(
        lambda: seconds_to_line(PROGRAM, "first_paint"),
        lambda: seconds_to_line(PROGRAM, "first_picture"),
        floors.empty_main_window,
        floors.empty_window_after_imports,
    )
    status, pandas = _medians(
        lambda: seconds_to_end([*PROGRAM, "status", "--material", "dysprosium", "--json"]),
        floors.import_pandas,
    )
    (package,) = _medians(seconds_to_open_the_package)
    return [
        Row("first painted window", paint, "s", 2.0, "empty_main_window", window, times_floor=True),
        Row(
            "first complete picture",
            picture,
            "s",
            1.5,
            "empty_window_after_imports",
            libraries,
            times_floor=True,
        ),
        Row(
            "status --material dysprosium --json",
            status,
            "s",
            2.0,
            "import_pandas",
            pandas,
            times_floor=True,
        ),
        Row("opening the package", package, "s", 0.3),
    ]


def seconds_to_open_the_package() -> float:
    """Seconds of `open_package` alone, in a process that has imported pandas and nothing else."""
    result = subprocess.run(
        [sys.executable, "-c", OPEN_PACKAGE], stdout=subprocess.PIPE, text=True, check=True
    )
    return float(result.stdout)


def _medians(*measures: Callable[[], float]) -> list[float]:
    """The median of each measure; they take turns, so that a busy moment hits all of them.

    The first round does not count: it writes the bytecode.
    """
    rounds = [[measure() for measure in measures] for _ in range(1 + RUNS)][1:]
    return [median(times) for times in zip(*rounds, strict=True)]
