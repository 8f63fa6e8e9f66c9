"""`rare-gui impact --grid`: all parts of a grid sized side by side, kept, and gone on with.

Not for one cell's numbers (`domain.impact.grid`) nor for the folder (`cli.grid_files`).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

from rare_gui.cli.failures import Failed, WrongArguments
from rare_gui.cli.grid_files import MANIFEST, GridFolder
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import SCOPES
from rare_gui.domain.impact.grid import (
    Grid,
    Losses,
    Part,
    known_forms,
    known_materials,
    sized_part,
    why_not_sized,
)
from rare_gui.domain.impact.model import MOST_DRAWS
from rare_gui.domain.impact.portable import packed, unpacked
from rare_gui.domain.impact.ranges import ImpactError

FOLDER = Path("impact-grid")
MOST_JOBS = 256
_NEVER = 1_000_000
"""Parts after which a worker would be renewed. That a number is named at all makes Python start
workers afresh, where it would otherwise copy this process with whatever its threads hold."""


@dataclass(frozen=True, slots=True)
class GridRun:
    """Where and how a grid is run: `jobs` processes here, or the workers of a `scheduler`.

    Without `resume` parts that are done are done again.
    """

    folder: Path = FOLDER
    jobs: int | None = None
    scheduler: str | None = None
    resume: bool = True


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did; times are this run's own."""

    folder: str
    manifest: str
    cells: int
    cells_sized: int
    cells_not_sized: int
    cells_computed: int
    seconds: float
    milliseconds_per_cell: float | None


def asked_grid(
    dataset: Dataset, narrowed: dict[str, str], *, destination: str, draws: int, seed: int
) -> Grid:
    """The grid that the options mean; WrongArguments for what a grid cannot take."""
    if senseless := sorted(set(narrowed) - {"material", "form", "scope"}):
        raise WrongArguments(f"--grid takes every cut and length itself, so no --{senseless[0]}")
    if not 2 <= draws <= MOST_DRAWS:
        raise WrongArguments(f"{draws} draws make no grid; write 2 to {MOST_DRAWS}")
    if seed < 0:
        raise WrongArguments(f"the seed {seed} is below 0")
    scope = narrowed.get("scope", SCOPES[0])
    if scope not in SCOPES:
        raise WrongArguments(f"unknown scope {scope!r}; write {', '.join(SCOPES)}")
    wanted = narrowed.get("material", "").split(",")
    forms = narrowed.get("form", "").split(",")
    return Grid(
        materials=tuple(wanted) if wanted != [""] else known_materials(dataset),
        forms=tuple(f for f in known_forms(dataset) if forms == [""] or f.value in forms),
        scope=scope,
        destination=destination,
        draws=draws,
        seed=seed,
    )


def run_grid(
    dataset: Dataset, grid: Grid, asked: GridRun, tell: Callable[[str], None] | None = None
) -> Summary:
    """Size what is not done yet, keep each part when it is, and tell how far it is.

    Raises WrongArguments for a folder with another run, Failed for a run that cannot go on; then
    the same command goes on where it was.
    """
    tell = tell or (lambda line: print(line, file=sys.stderr, flush=True))
    if asked.jobs is not None and not 1 <= asked.jobs <= MOST_JOBS:
        raise WrongArguments(f"{asked.jobs} jobs cannot be; write 1 to {MOST_JOBS}")
    if not grid.forms:
        raise WrongArguments("the table of supply terms has none of these forms")
    start = perf_counter()
    reasons = {part: why_not_sized(dataset, grid, part) for part in grid.parts}
    folder = GridFolder(asked.folder)
    folder.begin(dataset, grid, reasons)
    sized = [part for part, reason in reasons.items() if not reason]
    left = [part for part in sized if not (asked.resume and folder.has(part))]
    each = grid.cells_a_part
    total = each * len(reasons)
    tell(
        f"{total:,} cells in {asked.folder}: {each * (len(reasons) - len(sized)):,} cannot be "
        f"sized, {each * (len(sized) - len(left)):,} are done, {each * len(left):,} are left"
    )
    began = perf_counter()
    for done, (part, losses) in enumerate(_answers(dataset, grid, left, asked), start=1):
        folder.put(part, losses)
        cost = (perf_counter() - began) / (done * each)
        rest = cost * each * (len(left) - done)
        tell(
            f"{done * each:,} of {each * len(left):,} cells, {part.material} {part.form}; "
            f"{1000 * cost:.1f} ms per cell, {rest:.0f} s left"
        )
    computed = each * len(left)
    took = perf_counter() - began
    return Summary(
        folder=str(asked.folder),
        manifest=str(asked.folder / MANIFEST),
        cells=total,
        cells_sized=each * len(sized),
        cells_not_sized=total - each * len(sized),
        cells_computed=computed,
        seconds=round(perf_counter() - start, 3),
        milliseconds_per_cell=round(1000 * took / computed, 3) if computed else None,
    )


def show(summary: Summary, *, as_json: bool) -> None:
    """Print what was done."""
    if as_json:
        print(json.dumps(asdict(summary), indent=2, ensure_ascii=False))
        return
    print(f"{summary.cells:,} cells, {summary.cells_sized:,} sized, in {summary.folder}")
    print(f"{summary.cells_not_sized:,} not sized (unknown, not zero): why is in {MANIFEST}")
    if summary.milliseconds_per_cell is not None:
        cost = summary.milliseconds_per_cell
        print(f"{summary.cells_computed:,} computed now, {cost:.1f} ms per cell")


def _answers(
    dataset: Dataset, grid: Grid, parts: Sequence[Part], asked: GridRun
) -> Iterator[tuple[Part, Losses]]:
    """The parts and their losses as they are ready, in any order."""
    jobs = min(asked.jobs or os.cpu_count() or 1, len(parts))
    try:
        if asked.scheduler is not None:
            from rare_gui.cli.cluster import on_cluster

            asks = {(grid, part): part for part in parts}
            for ask, losses in on_cluster(asked.scheduler, packed(dataset), size_of, list(asks)):
                yield asks[ask], losses
        elif jobs < 2:
            for part in parts:
                yield part, sized_part(dataset, grid, part)
        else:
            yield from _in_processes(packed(dataset), grid, parts, jobs)
    except ImpactError as error:
        raise Failed(f"nothing can be sized: {error}") from None


def size_of(data: bytes, ask: tuple[Grid, Part]) -> Losses:
    """One part, in a process that was sent the tables."""
    return sized_part(unpacked(data), *ask)


def _in_processes(
    data: bytes, grid: Grid, parts: Sequence[Part], jobs: int
) -> Iterator[tuple[Part, Losses]]:
    with ProcessPoolExecutor(jobs, max_tasks_per_child=_NEVER) as pool:
        tasks = {pool.submit(size_of, data, (grid, part)): part for part in parts}
        try:
            for task in as_completed(tasks):
                yield tasks[task], task.result()
        except BrokenProcessPool:
            raise Failed(
                "a worker process was ended from outside, for want of memory perhaps; "
                "the same command goes on where it was, with fewer --jobs if need be"
            ) from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
