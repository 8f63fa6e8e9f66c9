"""The sub-commands that ask who supplies a material, how risky that is, and what flows.

Not for the answers: each has a module of its own, imported when it is asked.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from rare_gui.cli.options import AsJson, AsOf, Package, Scenario, opened
from rare_gui.domain.names import Names, read_date

Material = Annotated[str | None, typer.Option(help="Slug, name or symbol; all if left out.")]


def risk(
    material: Material = None,
    seen_as: Annotated[str, typer.Option("--seen-as", help="The importing country.")] = "US",
    year: Annotated[
        int | None, typer.Option(help="Only figures of this year; the latest if left out.")
    ] = None,
    as_of: AsOf = None,
    weights: Annotated[
        str | None,
        typer.Option("--weights", help="Your own score too, e.g. 'hhi=2 import_reliance=1'."),
    ] = None,
    history: Annotated[
        bool, typer.Option("--history", help="Concentration of every year too.")
    ] = False,
    package: Package = None,
    scenario: Scenario = None,
    as_json: AsJson = False,
) -> None:
    """Measure supply risk by published methods, each with its parts."""
    from rare_gui.cli import risk as answers

    own = answers.read_weights(weights) if weights is not None else None
    dataset = opened(package, scenario=scenario)
    names = Names.from_tables(dataset.tables)
    query = answers.Query(
        material=names.material(material) if material is not None else None,
        seen_as=names.country(seen_as),
        year=year,
        as_of=read_date(as_of) if as_of is not None else date.today(),
        weights=own,
        history=history,
    )
    answers.show(answers.answer(dataset, query), names, as_json=as_json)


def flows(
    material: Material = None,
    package: Package = None,
    scenario: Scenario = None,
    as_json: AsJson = False,
) -> None:
    """Tell China's monthly exports, raw against finished, with what is missing."""
    from rare_gui.cli import flows as answers

    dataset = opened(package, scenario=scenario)
    names = Names.from_tables(dataset.tables)
    one = names.material(material) if material is not None else None
    answers.show(answers.answer(dataset, one), names, as_json=as_json)
