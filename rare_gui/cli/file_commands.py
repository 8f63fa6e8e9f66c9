"""The sub-commands that check packages and write files.

Not for the work: each has a module of its own, imported when it is asked.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rare_gui.cli.failures import WrongArguments
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
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help="The picture's file, *.png, *.svg or *.pdf; or a folder."
        ),
    ],
    what: Annotated[
        str,
        typer.Option(
            help="timeline, card, impact, heat, weeks, waterfall, influences, comparison, cliffs, "
            "changes, whatif, material, list, ledger, projects, window, or brief (a PDF). "
            "Your own parts are in no picture."
        ),
    ] = "timeline",
    view: Annotated[
        str, typer.Option(help='E.g. "material=dysprosium form=metal as_of=2025-11-20".')
    ] = "",
    material: Annotated[
        list[str] | None,
        typer.Option(help="A picture of each into the folder; may be repeated, or all."),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", help="Of pictures in a folder: png, svg or pdf; may be repeated."),
    ] = None,
    size: Annotated[
        str | None,
        typer.Option(help="16:9, square, a4, a4-landscape, 1600x900 (px) or 210x297mm."),
    ] = None,
    scale: Annotated[
        str | None, typer.Option(help="Pixels per logical pixel, 1 to 4; 2 if left out.")
    ] = None,
    dpi: Annotated[int | None, typer.Option(help="The same as a resolution, 96 to 384.")] = None,
    theme: Annotated[str, typer.Option(help="light, dark or high-contrast.")] = "light",
    title: Annotated[str | None, typer.Option(help="Your own in place of the data's.")] = None,
    no_view: Annotated[
        bool, typer.Option("--no-view", help="The file does not lead back to the view.")
    ] = False,
    with_data: Annotated[
        bool, typer.Option("--with-data", help="Beside it: what is drawn, as CSV.")
    ] = False,
    with_sources: Annotated[
        bool, typer.Option("--with-sources", help="Beside it: its sources, as CSV.")
    ] = False,
    with_citation: Annotated[
        bool, typer.Option("--with-citation", help="Beside it: how to cite it.")
    ] = False,
    as_zip: Annotated[
        bool, typer.Option("--zip", help="All of it in one zip of the picture's name.")
    ] = False,
    force: Force = False,
    package: Package = None,
    scenario: Scenario = None,
) -> None:
    """Write pictures of views, the same as the window's own export."""
    from rare_gui.cli.export import Request, export_pictures, needs_no_display

    if scale is not None and dpi is not None:
        raise WrongArguments("--scale and --dpi say the same; give one of them")
    needs_no_display()  # before Qt is imported
    if what == "brief":
        from rare_gui.cli.brief import Request as BriefRequest
        from rare_gui.cli.brief import write_brief

        write_brief(
            opened(package),
            BriefRequest(
                output=output,
                material=",".join(material) if material else None,
                view=view,
                as_of=None,
                destination=None,
                impact=None,
                scenario=scenario,
                theme=theme,
                title=title,
                with_view=not no_view,
                force=force,
            ),
        )
        return
    from rare_gui.app.pictures.pictures import Beside

    export_pictures(
        opened(package),
        Request(
            output=output,
            what=what,
            view=view,
            materials=material or (),
            formats=[one.lower().removeprefix(".") for one in formats or ()],
            size=size,
            scale=f"{dpi}dpi" if dpi is not None else scale or "2",
            theme=theme,
            title=title,
            with_view=not no_view,
            force=force,
            scenario=scenario,
        ),
        Beside(with_data, with_sources, with_citation, as_zip),
    )


def self_test(package: Package = None) -> int:
    """Open the package, draw every figure and write every format; tell what failed."""
    from rare_gui.app.self_test import run_self_test

    return run_self_test(package)
