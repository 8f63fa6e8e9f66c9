"""What several sub-commands take, and the data package that they answer from."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from rare_gui.cli.failures import Failed, WrongArguments
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.names import Names
from rare_gui.domain.problems import Severity

Package = Annotated[
    Path | None, typer.Option("--package", help="Another data package: its folder.", metavar="PATH")
]
Scenario = Annotated[
    str | None,
    typer.Option("--scenario", help="A what-if: a built-in or saved name, or a file."),
]
AsOf = Annotated[str | None, typer.Option(help="The day asked about; today if left out.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]


def opened(
    path: Path | None, only: Collection[str] | None = None, scenario: str | None = None
) -> Dataset:
    """The data package at `path` (None: the shipped one), under a scenario if one is named.

    Raises Failed with the fatal problem, WrongArguments for an unknown scenario.
    """
    from rare_gui.intake.package import open_package
    from rare_gui.intake.places import shipped_package

    dataset, problems = open_package(path or shipped_package(), only)
    worst = [problem for problem in problems if problem.severity is not Severity.WARNING]
    if dataset is None:
        raise Failed(str(worst[0]) if worst else "the package cannot be opened")
    for problem in worst:
        print(problem, file=sys.stderr)
    if scenario is None:
        return dataset
    from rare_gui.app.paths import scenarios_folder
    from rare_gui.cli.scenario import scenario_dataset

    return scenario_dataset(dataset, scenario, scenarios_folder())


def traded(names: Names, origin: str, destination: str) -> tuple[str, str]:
    """The codes of two countries; UnknownName, or WrongArguments when they are the same."""
    between = (names.country(origin), names.country(destination))
    if between[0] == between[1]:
        raise WrongArguments(f"goods from {origin} to {destination} are no exports")
    return between
