"""The sub-commands that check packages and write files.

Not for the work: each has a module of its own, imported when it is asked.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rare_gui.cli.options import AsJson, Force, Package, Scenario, opened


def check(
    package: Annotated[Path | None, typer.Argument(help="The package's folder.")] = None,
    as_json: AsJson = False,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Exit 1 when there are errors; warnings alone still exit 0."),
    ] = False,
) -> int:
    """Check a data package and list its problems."""
    from rare_gui.cli.check import check_and_show

    return check_and_show(package, as_json=as_json, strict=strict)


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


def self_test(package: Package = None) -> int:
    """Open the package, draw every figure and write every format; tell what failed."""
    from rare_gui.app.self_test import run_self_test

    return run_self_test(package)
