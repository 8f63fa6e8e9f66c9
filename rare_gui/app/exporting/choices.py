"""The choices for pictures: kept between two runs, and turned into what the engine is asked for.

Not for the words and the form of the dialog (`scenes.pictures.export_form`), nor for drawing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QStandardPaths

from rare_gui.app.paths import settings
from rare_gui.app.pictures.pictures import FORMATS, KINDS, Asked, Beside
from rare_gui.app.pictures.writing import safe_name
from rare_gui.figures.theme import THEME_NAMES
from rare_gui.scenes.pictures.export_form import (
    AS_WINDOW,
    VIEW,
    ExportChoices,
    choices_in,
    picture_of_view,
    record_of,
)
from rare_gui.scenes.pictures.size import read_scale, read_size
from rare_gui.scenes.selection import Selection

if TYPE_CHECKING:
    from rare_gui.app.settings import KeptSettings

_KEY = "export"
_LAST_DAY = "last_as_of"
"""In the record: the as-of day of the last picture that left the program."""
_BESIDE = ("-sources.", "-datapackage.", "-citation.")
"""What follows the stem in the names of files beside a picture."""


class Store(Protocol):
    """Where a record of texts and switches is kept."""

    def read(self) -> Mapping[str, Any]: ...
    def write(self, record: Mapping[str, str | bool]) -> None: ...


class SystemStore:
    """The record as JSON in the system's own settings."""

    def read(self) -> Mapping[str, Any]:
        """The record; empty where there is none that can be read."""
        try:
            found = json.loads(str(settings().value(_KEY, "{}")))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def write(self, record: Mapping[str, str | bool]) -> None:
        """Keep the record."""
        settings().setValue(_KEY, json.dumps(record))


class SettingsStore:
    """The record within the program's own settings, written with them."""

    def __init__(self, kept: KeptSettings) -> None:
        self._kept = kept

    def read(self) -> Mapping[str, Any]:
        """The record."""
        return self._kept.now.export

    def write(self, record: Mapping[str, str | bool]) -> None:
        """Keep the record."""
        self._kept.keep(export=record)


class RememberedChoices:
    """The last choices. They are read when they are asked for: another window may have made them.

    What the kept record names that does not exist here has its default.
    """

    def __init__(self, store: Store | None = None) -> None:
        self._store: Store = store or SystemStore()

    def keep_in(self, store: Store) -> None:
        """Read and keep them there from now on."""
        self._store = store

    @property
    def now(self) -> ExportChoices:
        """The choices for the next picture."""
        return choices_in(self._store.read()).usable(KINDS, THEME_NAMES, FORMATS)

    @property
    def last_day(self) -> date | None:
        """The as-of day of the last picture; None when there was none."""
        try:
            return date.fromisoformat(str(self._store.read().get(_LAST_DAY, "")))
        except ValueError:
            return None

    def keep(self, choices: ExportChoices, last_day: date | None = None) -> None:
        """Keep the choices, and the day of a picture that was just made."""
        day = last_day or self.last_day
        days = {_LAST_DAY: day.isoformat()} if day else {}
        self._store.write({**record_of(choices), **days})


def kind_of(choices: ExportChoices, selection: Selection) -> str:
    """The kind of picture that is meant while a page is looked at."""
    return picture_of_view(selection.view, KINDS) if choices.what == VIEW else choices.what


def asked_for(
    choices: ExportChoices, selection: Selection, window_theme: str, title: str | None = None
) -> Asked:
    """What the engine is asked for; raises UnusableSize for a size that is none."""
    return Asked(
        what=kind_of(choices, selection),
        size=read_size(choices.size),
        scale=read_scale(choices.scale),
        theme=window_theme if choices.theme == AS_WINDOW else choices.theme,
        title=title,
        formats=(choices.format,),
        with_view=choices.with_view,
    )


def beside_of(choices: ExportChoices) -> Beside:
    """What is wanted beside the picture."""
    return Beside(choices.data, choices.sources, choices.citation, choices.zipped)


def folder_of(choices: ExportChoices) -> Path:
    """The last folder; the user's pictures, else the home folder, before there was one."""
    if choices.folder:
        return Path(choices.folder)
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(pictures) if pictures and Path(pictures).is_dir() else Path.home()


def stem_of(choices: ExportChoices, selection: Selection) -> str:
    """The usual name of a picture without suffix."""
    kind, day = kind_of(choices, selection), selection.as_of.isoformat()
    return safe_name(f"{selection.material}-{kind}-{day}")


def free_stem(folder: Path, stem: str) -> str:
    """`stem`, or with the first number from 2 on under which the folder has no file of a picture.

    A folder that cannot be read takes any name: writing will tell.
    """
    try:
        taken = [one.name.casefold() for one in folder.iterdir()]
    except OSError:
        return stem
    number, free = 1, stem
    while any(name.startswith(_names(free)) for name in taken):
        number += 1
        free = f"{stem}-{number}"
    return free


def _names(stem: str) -> tuple[str, ...]:
    """The beginnings of the names of a picture's files."""
    own = stem.casefold()
    return tuple(f"{own}{rest}" for rest in (".", *_BESIDE))
