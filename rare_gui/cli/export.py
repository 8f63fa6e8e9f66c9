"""`rare-gui export`: pictures of views without a display, with the window's own engine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rare_gui.cli.failures import Failed, WrongArguments, advised
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import sector_names
from rare_gui.domain.names import Names, UnknownName
from rare_gui.scenes.selection import Selection, SelectionError

if TYPE_CHECKING:
    from rare_gui.app.pictures.kinds import Asked
    from rare_gui.app.pictures.pictures import Beside

EVERY = "all"


@dataclass(frozen=True, slots=True)
class Request:
    """What was typed; `output` is a picture's file, or a folder for several pictures.

    `materials` are names, or "all" alone; none for the view's own. `formats` are those of pictures
    in a folder. `scale` is a scale or a resolution as text.
    """

    output: Path
    what: str
    view: str
    materials: Sequence[str]
    formats: Sequence[str]
    size: str | None
    scale: str
    theme: str
    title: str | None
    with_view: bool
    force: bool
    scenario: str | None


def export_pictures(dataset: Dataset, request: Request, beside: Beside) -> None:
    """Draw the pictures and write them one after the other; each written file is told.

    Raises WrongArguments for what cannot be meant and Failed for a place that cannot be written,
    both before anything is drawn where that can be told.
    """
    needs_no_display()
    from rare_gui.app.main import application
    from rare_gui.app.pictures import pictures
    from rare_gui.app.pictures.writing import NotWritten, check_files, write_files

    selections = _selections(dataset, request)
    asked = _asked(request)
    places = list(_places(selections, request, asked))
    try:
        pictures.check(asked)
        for folder, stem, _ in places:
            # those of the picture itself: what stands beside it depends on what is drawn
            suffixes = ("zip",) if beside.zipped else asked.formats
            check_files((folder / f"{stem}.{suffix}" for suffix in suffixes), force=request.force)
        _application = application()  # kept alive while drawing
        for folder, stem, selection in places:
            made = pictures.files(dataset, selection, asked, stem, beside)
            written = {folder / name: content for name, content in made.items()}
            write_files(written, force=request.force)
            for path in written:
                print(path)
    except pictures.UnusablePicture as error:
        raise WrongArguments(str(error)) from None
    except NotWritten as error:
        raise Failed(advised(error)) from None


def _selections(dataset: Dataset, request: Request) -> list[Selection]:
    from rare_gui.app.start import first_selection

    one = read_view(dataset, request.view, first_selection(dataset, date.today()))
    one = supposing(dataset, one, request.scenario)
    if not request.materials:
        return [one]
    if EVERY in request.materials:
        return [replace(one, material=material) for material in dataset.law.named_forms]
    names = Names.from_tables(dataset.tables)
    wanted = dict.fromkeys(names.material(name) for name in request.materials)
    return [replace(one, material=material) for material in wanted]


def _asked(request: Request) -> Asked:
    from rare_gui.app.pictures.kinds import KINDS, Asked
    from rare_gui.scenes.pictures.size import UnusableSize, read_scale, read_size

    if request.what not in KINDS:
        raise WrongArguments(
            f"unknown picture {request.what!r}; choose {', '.join((*KINDS, 'brief'))}"
        )
    suffix = request.output.suffix.lower().removeprefix(".")
    formats = tuple(request.formats or ("png",)) if request.materials else (suffix,)
    try:
        size = KINDS[request.what].usual if request.size is None else read_size(request.size)
        scale = read_scale(request.scale)
    except UnusableSize as error:
        raise WrongArguments(str(error)) from None
    return Asked(
        request.what, size, scale, request.theme, request.title, formats, request.with_view
    )


def _places(
    selections: Sequence[Selection], request: Request, asked: Asked
) -> Iterator[tuple[Path, str, Selection]]:
    """Folder, name without suffix and selection of each picture; Failed without the folder."""
    output = request.output
    if not request.materials:
        yield output.parent, output.stem, selections[0]
        return
    from rare_gui.app.pictures.writing import safe_name

    if not output.is_dir():
        raise Failed(f"the folder {output} is not there; make it first")
    for selection in selections:
        day = selection.as_of.isoformat()
        yield output, safe_name(f"{selection.material}-{asked.what}-{day}"), selection


def check_place(output: Path, *, force: bool) -> None:
    """Failed when the file cannot be written there, as far as can be told before drawing."""
    try:
        exists, folder = output.exists(), output.absolute().parent
        is_there = folder.is_dir()
    except OSError as error:
        raise Failed(f"{output.name[:40]}… cannot be a file here: {error.strerror}") from None
    if exists and not force:
        raise Failed(f"{output} exists; give --force to overwrite it")
    if not is_there:
        raise Failed(f"the folder {folder} is not there; make it first")


def read_view(dataset: Dataset, text: str, default: Selection) -> Selection:
    """The selection that a view's text means, with names and countries as people write them."""
    try:
        selection = Selection.from_text(text, default)
        return selection.with_known(Names.from_tables(dataset.tables), sector_names(dataset))
    except (SelectionError, UnknownName) as error:
        raise WrongArguments(str(error)) from None


def supposing(dataset: Dataset, selection: Selection, scenario: str | None) -> Selection:
    """The selection under a what-if, None for its own; one that stands in a file is told in full.

    A picture leads back to its view on any computer, and no file is read for one. Raises
    WrongArguments for a what-if that cannot be used.
    """
    from rare_gui.app.paths import scenarios_folder
    from rare_gui.domain.assumptions import ScenarioError
    from rare_gui.domain.presets import PRESETS
    from rare_gui.intake.scenarios import SUFFIX, find_scenario, saved_scenarios

    text = selection.scenario if scenario is None else scenario
    if text is None or "|" in text or text in PRESETS:
        return replace(selection, scenario=text)
    folder = scenarios_folder()
    saved = {one.name.casefold() for one in saved_scenarios(folder)[0]}
    if text.strip().casefold() in saved and not text.endswith(SUFFIX):
        return replace(selection, scenario=text)
    try:
        return replace(selection, scenario=find_scenario(text, dataset, folder).to_text())
    except ScenarioError as error:
        raise WrongArguments(f"the what-if cannot be used: {error}") from None


def needs_no_display() -> None:
    """Draw off screen when there is nowhere to show a window."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
