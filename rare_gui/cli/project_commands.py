"""The sub-commands on what is promised and built: the truce ledger, projects outside China.

Not for the answers: each has a module of its own, imported when it is asked.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from rare_gui.cli.options import AsJson, AsOf, Package, Scenario, opened
from rare_gui.domain.names import Names, read_date


def ledger(
    as_of: AsOf = None,
    package: Package = None,
    scenario: Scenario = None,
    as_json: AsJson = False,
) -> None:
    """List the promises of the truce and what the records show since."""
    from rare_gui.cli import ledger as answers

    day = read_date(as_of) if as_of is not None else date.today()
    answers.show(opened(package, scenario=scenario), day, as_json=as_json)


def projects(
    material: Annotated[str | None, typer.Option(help="Only projects that name it.")] = None,
    stage: Annotated[
        str | None,
        typer.Option(help="mine, separation, refining, metal_alloy, magnet or recycling."),
    ] = None,
    as_of: AsOf = None,
    package: Package = None,
    scenario: Scenario = None,
    as_json: AsJson = False,
) -> None:
    """List the projects outside China: status, promises kept and late, public support."""
    from rare_gui.cli import projects as answers

    only = answers.read_stage(stage) if stage is not None else None
    day = read_date(as_of) if as_of is not None else date.today()
    dataset = opened(package, scenario=scenario)
    names = Names.from_tables(dataset.tables)
    one = names.material(material) if material is not None else None
    answers.show(dataset, day, one, only, as_json=as_json)
