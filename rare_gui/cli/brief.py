"""`rare-gui brief`: what applies to materials, with timeline, sources and unknowns, as one file.

Not for what it says (`scenes.brief.scene`), nor for drawing it (`app.exporting.brief`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rare_gui.cli.export import EVERY, needs_no_display, read_view, supposing
from rare_gui.cli.failures import Failed, WrongArguments, advised
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import Impact
from rare_gui.domain.names import Names, read_date
from rare_gui.scenes.selection import Selection

_DRAWS, _SEED = 2_000, 1
"""As `rare-gui impact` takes them when nothing else is said."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was typed. `material` are names parted by commas, or "all"; None for the view's own."""

    output: Path
    material: str | None
    view: str
    as_of: str | None
    destination: str | None
    impact: str | None
    scenario: str | None
    theme: str
    title: str | None
    with_view: bool
    force: bool


def write_brief(dataset: Dataset, request: Request) -> None:
    """Write the brief and tell its file.

    Raises WrongArguments for what cannot be meant and Failed for a place that cannot be written,
    both before anything is drawn where that can be told.
    """
    needs_no_display()
    from rare_gui.app.exporting.brief import AskedBrief, UnusableBrief, brief_file, check_brief
    from rare_gui.app.main import application
    from rare_gui.app.pictures.writing import NotWritten, check_files, write_files

    selection = _selection(dataset, request)
    materials = _materials(dataset, request.material) or (selection.material,)
    # the file leads back to the first of them
    selection = replace(selection, material=materials[0])
    asked = AskedBrief(materials, request.theme, request.title, with_view=request.with_view)
    suffix = request.output.suffix.lower().removeprefix(".")
    try:
        check_brief(asked, suffix)
        check_files([request.output], force=request.force)
        impact = _impact(dataset, selection, materials, request.impact)
        _application = application()  # kept alive while drawing
        content = brief_file(dataset, selection, replace(asked, impact=impact), suffix)
        write_files({request.output: content}, force=request.force)
    except UnusableBrief as error:
        raise WrongArguments(str(error)) from None
    except NotWritten as error:
        raise Failed(advised(error)) from None
    print(request.output)


def _selection(dataset: Dataset, request: Request) -> Selection:
    from rare_gui.app.start import first_selection

    one = read_view(dataset, request.view, first_selection(dataset, date.today()))
    one = supposing(dataset, one, request.scenario)
    if request.as_of is not None:
        one = replace(one, as_of=read_date(request.as_of))
    if request.destination is not None:
        place = Names.from_tables(dataset.tables).country(request.destination)
        if place == one.origin:
            raise WrongArguments(f"goods from {place} to {place} are no exports")
        one = replace(one, destination=place)
    return one


def _materials(dataset: Dataset, text: str | None) -> tuple[str, ...]:
    """The slugs of the materials in the order in which they were named, each once."""
    if text is None:
        return ()
    if text.strip().lower() == EVERY:
        return tuple(dataset.law.named_forms)
    wanted = [name for part in text.split(",") if (name := part.strip())]
    if not wanted:
        raise WrongArguments("--material names nothing")
    names = Names.from_tables(dataset.tables)
    return tuple(dict.fromkeys(names.material(name) for name in wanted))


def _impact(
    dataset: Dataset, selection: Selection, materials: Sequence[str], scenario: str | None
) -> Impact | None:
    """What sectors lose when these materials are cut as the scenario says; None for no scenario."""
    if scenario is None:
        return None
    from rare_gui.app.paths import scenarios_folder
    from rare_gui.cli.impact import Query, sized

    query = Query(
        scenario=scenario,
        overrides={"material": ",".join(materials)},
        as_of=selection.as_of,
        known_on=selection.known_on,
        destination=selection.destination,
        draws=_DRAWS,
        seed=_SEED,
    )
    return sized(dataset, query, scenarios_folder())
