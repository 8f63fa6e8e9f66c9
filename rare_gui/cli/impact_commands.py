"""The sub-command that sizes losses.

Not for the answer: `cli.impact`, imported when it is asked.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from rare_gui.cli.failures import WrongArguments
from rare_gui.cli.options import AsJson, AsOf, Package, opened
from rare_gui.domain.names import Names, read_date


def impact(
    scenario: Annotated[
        str | None,
        typer.Option(
            "--scenario",
            help="slow-licences, truce-lapses, full-stop, or a saved what-if: its name or file.",
        ),
    ] = None,
    material: Annotated[str | None, typer.Option(help="Only these, parted by commas.")] = None,
    form: Annotated[str | None, typer.Option(help="Only these forms, parted by commas.")] = None,
    cut: Annotated[
        str | None, typer.Option(help="Share cut, 0 to 1, or low..middle..high.")
    ] = None,
    weeks: Annotated[int | None, typer.Option(help="How long the cut lasts.")] = None,
    scope: Annotated[
        str | None, typer.Option(help="Whose shipments are cut: destination or world.")
    ] = None,
    as_of: AsOf = None,
    known_on: Annotated[
        str | None, typer.Option(help="Count only what was public by this day.")
    ] = None,
    destination: Annotated[str, typer.Option("--to", help="Destination country.")] = "US",
    draws: Annotated[int, typer.Option(help="Draws; 1 takes the middles.")] = 2_000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same answer.")] = 1,
    order_free: Annotated[
        bool, typer.Option("--order-free", help="Tell what softens the blow free of order.")
    ] = False,
    grid: Annotated[
        bool, typer.Option("--grid", help="Every material, form, cut and length, kept in files.")
    ] = False,
    folder: Annotated[
        Path | None, typer.Option("--output", "-o", help="With --grid: where to keep it.")
    ] = None,
    resume: Annotated[
        bool, typer.Option(help="With --grid: go on where an earlier run was.")
    ] = True,
    jobs: Annotated[
        int | None, typer.Option(help="With --grid: processes; one for each core if left out.")
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="tcp://HOST:PORT", help="Work on the Dask cluster at this address."),
    ] = None,
    package: Package = None,
    as_json: AsJson = False,
) -> None:
    """Size what sectors lose by a cut, with its spread and why; or a whole grid of cuts."""
    from rare_gui.app.paths import scenarios_folder
    from rare_gui.cli import impact as answers
    from rare_gui.cli import impact_grid

    only_grid = {"--output": folder, "--jobs": jobs}
    if not grid and (given := [name for name, value in only_grid.items() if value is not None]):
        raise WrongArguments(f"{given[0]} goes with --grid")
    dataset = opened(package)
    names = Names.from_tables(dataset.tables)
    overrides = answers.overrides(names, material, form, cut, weeks, scope)
    if grid:
        of_a_law = {"--scenario": scenario, "--as-of": as_of, "--known-on": known_on}
        if given := [name for name, value in of_a_law.items() if value is not None]:
            raise WrongArguments(f"--grid takes no {given[0]}: it cuts whatever the law says")
        found = impact_grid.asked_grid(
            dataset, overrides, destination=names.country(destination), draws=draws, seed=seed
        )
        run = impact_grid.GridRun(folder or impact_grid.FOLDER, jobs, scheduler, resume)
        impact_grid.show(impact_grid.run_grid(dataset, found, run), as_json=as_json)
        return
    query = answers.Query(
        scenario=scenario,
        overrides=overrides,
        as_of=read_date(as_of) if as_of is not None else date.today(),
        known_on=read_date(known_on) if known_on is not None else None,
        destination=names.country(destination),
        draws=draws,
        seed=seed,
        scheduler=scheduler,
        order_free=order_free,
    )
    answer = answers.sized(dataset, query, scenarios_folder())
    answers.show(dataset, query, answer, as_json=as_json)
