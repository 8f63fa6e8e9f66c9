"""`rare-gui export`: a picture of a view without a display, with the window's own engine."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from rare_gui.cli.failures import Failed, WrongArguments
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import sector_names
from rare_gui.domain.names import Names, UnknownName
from rare_gui.scenes.selection import Selection, SelectionError


def export_picture(
    dataset: Dataset,
    *,
    output: Path,
    what: str,
    view: str,
    size: str | None,
    scale: float,
    theme: str,
    force: bool,
    scenario: str | None = None,
) -> None:
    """Draw the picture and write it; wrong words are told before anything is drawn."""
    needs_no_display()
    from rare_gui.app import pictures
    from rare_gui.app.main import application
    from rare_gui.app.start import first_selection
    from rare_gui.figures.theme import THEME_NAMES

    selection = read_view(dataset, view, first_selection(dataset, date.today()))
    if scenario is not None:
        selection = replace(selection, scenario=scenario)
    if theme not in THEME_NAMES:
        raise WrongArguments(f"unknown theme {theme!r}; choose {' or '.join(THEME_NAMES)}")
    if output.suffix.lower() != ".png":
        raise WrongArguments(f"{output.name!r}: only .png pictures can be written")
    check_place(output, force=force)
    _application = application()  # kept alive while drawing
    try:
        pixels = pictures.read_size(size, what, scale)
        image = pictures.picture(
            dataset, selection, what=what, size=pixels, scale=scale, theme=theme
        )
        pictures.save(image, output, dataset, selection, force=force)
    except pictures.UnusablePicture as error:
        raise WrongArguments(str(error)) from None
    except OSError as error:
        raise Failed(f"{output} was not written: {error.strerror or error}") from None
    print(output)


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


def needs_no_display() -> None:
    """Draw off screen when there is nowhere to show a window."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
