"""The sub-command that asks about a person's own parts list.

Not for the answer: `cli.parts`, imported when it is asked.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from rare_gui.cli.options import AsJson, AsOf, Force, Package, Scenario, opened
from rare_gui.domain.names import Names, read_date


def parts(
    file: Annotated[Path, typer.Argument(help="A CSV or XLSX file with a line for each part.")],
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN",
            help="Read a field (part, material, form, cas, hs, grams, share, country, spend) from "
            "a column: its heading, letter or number; nothing after = takes it away. Repeat it.",
        ),
    ] = None,
    destinations: Annotated[
        str, typer.Option("--to", help="Destinations, up to six: US,JP,Germany.")
    ] = "US",
    origin: Annotated[
        str, typer.Option("--from", help="Country of lines that name no supplier's country.")
    ] = "CN",
    as_of: AsOf = None,
    known_on: Annotated[
        str | None, typer.Option(help="Count only what was public by this day.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write a report, *.csv.")
    ] = None,
    force: Force = False,
    package: Package = None,
    scenario: Scenario = None,
    as_json: AsJson = False,
) -> None:
    """Tell which lines of a parts list touch restricted goods; nothing leaves this computer."""
    from rare_gui.cli import parts as answers
    from rare_gui.domain.parts.check import Question

    fields = answers.read_mapping(mapping or ())
    dataset = opened(package, scenario=scenario)
    names = Names.from_tables(dataset.tables)
    question = Question(
        as_of=read_date(as_of) if as_of is not None else date.today(),
        destinations=answers.read_destinations(names, destinations),
        origin=names.country(origin),
        known_on=read_date(known_on) if known_on is not None else None,
    )
    found, lines = answers.checked(dataset, file, fields, question)
    if output is not None:
        answers.write_report(
            dataset, found, lines, question, output, force=force, scenario=scenario or ""
        )
    answers.show(dataset, found, lines, question, as_json=as_json, scenario=scenario or "")
