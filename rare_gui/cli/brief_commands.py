"""The sub-commands that tell a view as a brief, and as a replay of the as-of day.

Not for the work: each has a module of its own, imported when it is asked.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rare_gui.cli.options import AsOf, Force, Package, Scenario, opened

View = Annotated[str, typer.Option(help='E.g. "known_on=2026-06-01 to=Germany".')]
NoView = Annotated[bool, typer.Option("--no-view", help="The file does not lead back to the view.")]
Theme = Annotated[str, typer.Option(help="E.g. light or dark.")]


def brief(
    output: Annotated[Path, typer.Option("-o", "--output", help="The file, *.pdf or *.html.")],
    material: Annotated[
        str | None, typer.Option(help="One or several, parted by commas, or all.")
    ] = None,
    view: View = "",
    as_of: AsOf = None,
    destination: Annotated[str | None, typer.Option("--to", help="Destination country.")] = None,
    with_impact: Annotated[
        str | None,
        typer.Option(
            "--with-impact",
            metavar="SCENARIO",
            help="List what sectors lose: slow-licences, truce-lapses, full-stop, or a saved one.",
        ),
    ] = None,
    theme: Theme = "light",
    title: Annotated[str | None, typer.Option(help="Your own in place of the data's.")] = None,
    no_view: NoView = False,
    force: Force = False,
    package: Package = None,
    scenario: Scenario = None,
) -> None:
    """Write a brief on materials: what applies, what comes next, on what it rests."""
    from rare_gui.cli.brief import Request, write_brief

    write_brief(
        opened(package),
        Request(
            output=output,
            material=material,
            view=view,
            as_of=as_of,
            destination=destination,
            impact=with_impact,
            scenario=scenario,
            theme=theme,
            title=title,
            with_view=not no_view,
            force=force,
        ),
    )


def replay(
    output: Annotated[Path, typer.Option("-o", "--output", help="The file, *.png or *.gif.")],
    from_date: Annotated[str, typer.Option("--from-date", help="The first as-of day.")],
    to_date: Annotated[str, typer.Option("--to-date", help="The last as-of day.")],
    material: Annotated[str | None, typer.Option(help="Slug, name or symbol.")] = None,
    step: Annotated[str, typer.Option(help="A frame a day, week or month.")] = "week",
    view: View = "",
    size: Annotated[
        str | None,
        typer.Option(help="16:9, square, a4-landscape, 1280x720 (px) or 210x297mm."),
    ] = None,
    scale: Annotated[str, typer.Option(help="Pixels per logical pixel, 1 to 4.")] = "1",
    theme: Theme = "light",
    no_view: NoView = False,
    force: Force = False,
    package: Package = None,
    scenario: Scenario = None,
) -> None:
    """Write how the law changed between two days, as an animated picture."""
    from rare_gui.cli.replay import Request, make_replay

    make_replay(
        opened(package),
        Request(
            output=output,
            material=material,
            view=view,
            first=from_date,
            last=to_date,
            step=step,
            size=size,
            scale=scale,
            scenario=scenario,
            theme=theme,
            with_view=not no_view,
            force=force,
        ),
    )
