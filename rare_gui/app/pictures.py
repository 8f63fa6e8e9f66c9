"""Pictures of a selection: the same pixels from the window's export and from the command line."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from PySide6.QtGui import QImage

from rare_gui.app.paths import scenarios_folder
from rare_gui.app.session import Session
from rare_gui.app.start import furnished_window
from rare_gui.app.version import version
from rare_gui.domain.damage import damage_of
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.own_note import Note
from rare_gui.figures.export import render_timeline, render_window, write_png
from rare_gui.figures.theme import load_theme
from rare_gui.intake.scenarios import find_scenario
from rare_gui.scenes.damage import damage_words
from rare_gui.scenes.event_study import selected_timeline
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import day_words

KINDS = ("timeline", "window")
SIZES = {"timeline": (1600, 900), "window": (1440, 900)}
SCALES = (1.0, 4.0)
LARGEST_SIDE = 16_000
"""Pixels; more than this is a mistyped size, not a picture."""
SMALLEST = {"timeline": (640, 480), "window": (900, 600)}


class UnusablePicture(ValueError):
    """A picture that cannot be made as asked; the message says why, before anything is drawn."""


def read_size(text: str | None, what: str, scale: float) -> tuple[int, int]:
    """Logical width and height from "1600x900" (None: the usual size of `what`)."""
    if what not in KINDS:
        raise UnusablePicture(f"unknown picture {what!r}; choose {' or '.join(KINDS)}")
    if not SCALES[0] <= scale <= SCALES[1]:
        raise UnusablePicture(f"the scale {scale:g} is out of range; choose 1 to 4")
    found = re.fullmatch(r"(\d{1,6})x(\d{1,6})", text) if text is not None else None
    if text is not None and found is None:
        raise UnusablePicture(f"{text!r} is no size; write WIDTHxHEIGHT, e.g. 1600x900")
    width, height = (int(found[1]), int(found[2])) if found else SIZES[what]
    least = SMALLEST[what]
    if width < least[0] or height < least[1]:
        raise UnusablePicture(
            f"{width}x{height} is too small for this picture; it needs {least[0]}x{least[1]}"
        )
    if max(width, height) * scale > LARGEST_SIDE:
        raise UnusablePicture(
            f"{width}x{height} at scale {scale:g} is too large; no side may pass {LARGEST_SIDE} px"
        )
    return width, height


def picture(
    dataset: Dataset,
    selection: Selection,
    *,
    what: str,
    size: tuple[int, int],
    scale: float,
    theme: str,
    today: date | None = None,
    notes: tuple[Note, ...] = (),
) -> QImage:
    """The picture, from an off-screen twin laid out for its size; needs a QApplication.

    `dataset` is that of the law as it is; the selection's what-if is applied here. Raises
    UnusablePicture when it cannot be.
    """
    session = Session(dataset, selection)
    session.find = lambda text, base: find_scenario(text, base, scenarios_folder())
    if session.scenario_fault:
        raise UnusablePicture(f"the what-if cannot be used: {session.scenario_fault}")
    if what == "timeline":
        scene = selected_timeline(session.dataset, selection, notes)
        return render_timeline(
            scene, load_theme(theme), *size, scale, footer=footer(dataset, selection)
        )
    window = furnished_window(dataset, selection, theme, today=today)
    window.resize(*size)
    window.settle()
    try:
        return render_window(window, scale)
    finally:
        window.close()
        window.deleteLater()


def save(image: QImage, path: Path, dataset: Dataset, selection: Selection, *, force: bool) -> None:
    """Write the picture with the view and the data's digest inside, whole or not at all.

    Raises FileExistsError without `force`, OSError when it cannot be written.
    """
    if path.suffix.lower() != ".png":
        raise UnusablePicture(f"{path.name!r}: only .png pictures can be written")
    name = dataset.material_names[selection.material]
    texts = {
        "Title": f"{name}, as of {day_words(selection.as_of)}",
        "Software": f"rare_gui {version()}",
        "rare_gui:view": selection.to_text(),
        "rare_gui:package": f"{dataset.name} {dataset.version} {dataset.digest}",
    }
    write_png(image, path, texts, force)


def footer(dataset: Dataset, selection: Selection) -> str:
    """The line at the foot of every picture: program, data, their digest and end, what is lost."""
    damaged = damage_words(damage_of(dataset))
    return (
        f"rare_gui {version()} · {dataset.name} {dataset.version} · {dataset.digest[:12]} · "
        f"policy data to {day_words(known_through(dataset, selection.known_on))}"
        + (f" · {damaged}" if damaged else "")
    )
