"""The command line: one function per sub-command, and how failures end.

Every sub-command exits 0 on success, 2 on wrong arguments, 1 on a failed run with one line on
stderr. Not for the answers themselves: each sub-command has a module of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from datetime import date
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from rare_gui.cli.failures import Failed, WrongArguments
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.names import Names, UnknownName, read_date, read_form
from rare_gui.domain.problems import Severity

app = typer.Typer(
    name="rare-gui",
    help="What export restrictions applied to a strategic material on a day, and what comes next. "
    "Without a command the window opens.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

POLICY_TABLES = (
    "countries",
    "material_forms",
    "material_groups",
    "materials",
    "measure_scope",
    "measures",
    "status_changes",
)

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


def run(arguments: Sequence[str]) -> int:
    """Run the command line and give its exit code; only unforeseen errors raise."""
    _speak_any_terminal()
    try:
        result = app(args=list(arguments), standalone_mode=False)
        sys.stdout.flush()
    except (UnknownName, WrongArguments) as error:
        return _tell(str(error), 2)
    except Failed as error:
        return _tell(str(error), 1)
    except BrokenPipeError:
        return 1
    except OSError as error:
        sys.stdout = StringIO()  # what is left in the broken one is not tried again at the end
        return _tell(f"the answer cannot be written: {error.strerror or error}", 1)
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort:
        return _tell("stopped", 1)
    except Exception as error:
        # wrong arguments are told by the parser with a message and an exit code of their own
        message = getattr(error, "format_message", None)
        if message is None:
            raise
        return _tell(message(), getattr(error, "exit_code", 2))
    return result if isinstance(result, int) else 0


def _speak_any_terminal() -> None:
    """A sign that the terminal's encoding lacks is written as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


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


def _tell(sentence: str, code: int) -> int:
    print(f"rare-gui: {' '.join(sentence.split())}", file=sys.stderr)
    return code


def tell_version(wanted: bool) -> None:
    """Print the version and stop, when it was asked for."""
    if wanted:
        from rare_gui.app.version import version

        print(f"rare-gui {version()}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def window(
    context: typer.Context,
    package: Package = None,
    _version: Annotated[
        bool, typer.Option("--version", callback=tell_version, is_eager=True, help="The version.")
    ] = False,
) -> int | None:
    """Open the window, unless a command is given."""
    if context.invoked_subcommand is not None:
        if package is not None:
            raise WrongArguments("write --package after the command, not before it")
        return None
    from rare_gui.app.main import open_window

    return open_window(package)


@app.command()
def status(
    material: Annotated[
        str | None, typer.Option(help="Slug, name or symbol; all if left out.")
    ] = None,
    form: Annotated[
        str | None, typer.Option(help="E.g. metal; all existing forms if left out.")
    ] = None,
    origin: Annotated[str, typer.Option("--from", help="Exporting country.")] = "CN",
    destination: Annotated[str, typer.Option("--to", help="Destination country.")] = "US",
    as_of: AsOf = None,
    known_on: Annotated[
        str | None, typer.Option(help="Count only what was public by this day.")
    ] = None,
    package: Package = None,
    scenario: Scenario = None,
    as_json: AsJson = False,
) -> None:
    """Tell the legal state of materials and forms on a day."""
    from rare_gui.cli import status as answers

    dataset = opened(package, None if scenario else POLICY_TABLES, scenario)
    names = Names.from_tables(dataset.tables)
    query = answers.Query(
        material=names.material(material) if material is not None else None,
        form=read_form(form) if form is not None else None,
        origin=names.country(origin),
        destination=names.country(destination),
        as_of=read_date(as_of) if as_of is not None else date.today(),
        known_on=read_date(known_on) if known_on is not None else None,
    )
    answers.show(answers.answer(dataset, names, query), as_json=as_json)


@app.command()
def cliffs(
    as_of: AsOf = None,
    material: Annotated[str | None, typer.Option(help="Only clauses that hit it.")] = None,
    ics: Annotated[Path | None, typer.Option("--ics", help="Write a calendar file, *.ics.")] = None,
    force: Force = False,
    package: Package = None,
    scenario: Scenario = None,
    as_json: AsJson = False,
) -> None:
    """List the dated clauses ahead, and those that ran out after the end of the data."""
    from rare_gui.cli import cliffs as answers

    dataset = opened(package, scenario=scenario)
    day = read_date(as_of) if as_of is not None else date.today()
    one = Names.from_tables(dataset.tables).material(material) if material is not None else None
    found = answers.chosen(dataset, day, one)
    if ics is not None:
        answers.write_calendar(dataset, found, ics, force=force)
    answers.show(dataset, day, found, as_json=as_json)


@app.command()
def diff(
    from_date: Annotated[str, typer.Option("--from-date", help="The earlier day.")],
    to_date: Annotated[str, typer.Option("--to-date", help="The later day.")],
    material: Annotated[str | None, typer.Option(help="All if left out.")] = None,
    origin: Annotated[str, typer.Option("--from", help="Exporting country.")] = "CN",
    destination: Annotated[str, typer.Option("--to", help="Destination country.")] = "US",
    known: Annotated[
        bool, typer.Option("--known", help="See each day by what was public on it.")
    ] = False,
    package: Package = None,
    scenario: Scenario = None,
    as_json: AsJson = False,
) -> None:
    """Tell which legal states changed between two days, and what became known."""
    from rare_gui.cli import diff as answers

    dataset = opened(package, scenario=scenario)
    names = Names.from_tables(dataset.tables)
    query = answers.Query(
        earlier=read_date(from_date),
        later=read_date(to_date),
        material=names.material(material) if material is not None else None,
        origin=names.country(origin),
        destination=names.country(destination),
        as_known=known,
    )
    answers.show(answers.answer(dataset, query), names, as_json=as_json)


@app.command()
def check(
    package: Annotated[Path | None, typer.Argument(help="The package's folder.")] = None,
    as_json: AsJson = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when there are errors.")] = False,
) -> int:
    """Check a data package and list its problems."""
    from rare_gui.cli.check import check_and_show

    return check_and_show(package, as_json=as_json, strict=strict)


@app.command()
def export(
    output: Annotated[Path, typer.Option("-o", "--output", help="The picture's file, *.png.")],
    what: Annotated[str, typer.Option(help="timeline or window.")] = "timeline",
    view: Annotated[
        str, typer.Option(help='E.g. "material=dysprosium form=metal as_of=2025-11-20".')
    ] = "",
    size: Annotated[str | None, typer.Option(help="Logical pixels, WIDTHxHEIGHT.")] = None,
    scale: Annotated[float, typer.Option(help="Pixels per logical pixel, 1 to 4.")] = 2.0,
    theme: Annotated[str, typer.Option(help="light or dark.")] = "light",
    force: Force = False,
    package: Package = None,
    scenario: Scenario = None,
) -> None:
    """Write a picture of a view, the same as the window's own export."""
    from rare_gui.cli.export import export_picture

    export_picture(
        opened(package),
        scenario=scenario,
        output=output,
        what=what,
        view=view,
        size=size,
        scale=scale,
        theme=theme,
        force=force,
    )


@app.command("self-test")
def self_test(package: Package = None) -> int:
    """Open the package, draw every figure and write every format; tell what failed."""
    from rare_gui.app.self_test import run_self_test

    return run_self_test(package)
