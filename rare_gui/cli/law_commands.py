"""The sub-commands that ask what applies, what comes next and what changed.

Not for the answers: each has a module of its own, imported when it is asked.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from rare_gui.cli.options import AsJson, AsOf, Force, Package, Scenario, opened, traded
from rare_gui.domain.names import Names, read_date, read_form
from rare_gui.scenes.selection import MOST_DAYS

POLICY_TABLES = (
    "countries",
    "material_forms",
    "material_groups",
    "materials",
    "measure_scope",
    "measures",
    "status_changes",
)


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
    origin, destination = traded(names, origin, destination)
    query = answers.Query(
        material=names.material(material) if material is not None else None,
        form=read_form(form) if form is not None else None,
        origin=origin,
        destination=destination,
        as_of=read_date(as_of) if as_of is not None else date.today(),
        known_on=read_date(known_on) if known_on is not None else None,
    )
    answers.show(answers.answer(dataset, names, query), as_json=as_json)


def cliffs(
    as_of: AsOf = None,
    material: Annotated[
        list[str] | None, typer.Option(help="Only clauses that hit it; may be repeated.")
    ] = None,
    authority: Annotated[str | None, typer.Option(help="Only measures of this country.")] = None,
    within: Annotated[
        int | None,
        typer.Option(
            min=1, max=MOST_DAYS, metavar="DAYS", help="Only so many days ahead or behind."
        ),
    ] = None,
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
    names = Names.from_tables(dataset.tables)
    wanted = tuple(dict.fromkeys(names.material(one) for one in material or ()))
    place = names.country(authority) if authority is not None else None
    found = answers.chosen(dataset, day, wanted, place, within)
    left_out = answers.told(dataset, wanted, place, within)
    if ics is not None:
        answers.write_calendar(dataset, day, found, ics, force=force, left_out=left_out)
    answers.show(dataset, day, found, as_json=as_json, left_out=left_out)


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
    origin, destination = traded(names, origin, destination)
    query = answers.Query(
        earlier=read_date(from_date),
        later=read_date(to_date),
        material=names.material(material) if material is not None else None,
        origin=origin,
        destination=destination,
        as_known=known,
    )
    answers.show(answers.answer(dataset, query), names, as_json=as_json)
