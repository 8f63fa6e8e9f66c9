"""What the program remembers of its user, in one small file that can be read and edited by hand.

One JSON object with a format number. It is written whole or not at all: of two windows that write
it the last one wins, and the two are never mixed. Not for notes, watch list or what-ifs, which are
files of their own, nor for deciding where the folder is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from rare_gui.intake.aside import set_aside
from rare_gui.intake.whole_files import write_whole

FILE_NAME = "settings.json"
FORMAT = 1
BESIDE_NAME = f"settings-{FORMAT}.json"
"""What this version uses where FILE_NAME belongs to a newer one."""
LARGEST_FILE = 1_000_000
"""Bytes; more were not written here."""
SCALES = (80, 200)
"""Per cent: the smallest and the largest size of the interface."""
STATES = ("normal", "maximised", "full screen")
_HEAD = "rare_gui_settings"
_FARTHEST = 1_000_000

Choice = str | int | bool
"""What an export choice can be."""


class SettingsRefused(Exception):
    """The settings cannot be read or written as they are; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered between two runs; each default is what a first run begins with.

    `place` is the window's x, y, width and height in logical px while it is neither maximised nor
    full screen, `state` one of STATES, `panes` the widths in px of the panes from left to right,
    `left_pane` and `right_pane` whether those at the sides are shown. `still` asks for less motion.
    An empty `theme` follows the system. `scale` is in per cent, within SCALES. `view` is a
    Selection's text; `view_of_today` tells that its day was the day of the run, so that the next
    run begins with its own. `package` is the path of the data package last opened; empty: the
    shipped one. `greeted` tells that the first page was shown.
    `export` are the choices made for pictures.
    `others` are parts that this version does not know: they are kept as they are.
    """

    place: tuple[int, int, int, int] | None = None
    state: str = "normal"
    panes: tuple[int, ...] = ()
    left_pane: bool = True
    right_pane: bool = True
    still: bool = False
    theme: str = ""
    scale: int = 100
    view: str = ""
    view_of_today: bool = True
    package: str = ""
    greeted: bool = False
    export: Mapping[str, Choice] = field(default_factory=dict)
    others: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Settings, the file that they are to be saved to, and what the user should know ("" if all is
    well)."""

    settings: Settings
    path: Path
    told: str = ""


def read_settings(folder: Path, today: date) -> ReadSettings:
    """The settings of a user's folder; the defaults where there is no file yet.

    A damaged file is renamed with `today` in its name. One of a newer program stays as it is and
    BESIDE_NAME is used. A part that cannot be used gives way to its default. Raises SettingsRefused
    when a file is there that cannot be opened or renamed; it must then not be written either.
    """
    path = folder / FILE_NAME
    record = _record(path, today)
    if isinstance(record, _Newer):
        beside = folder / BESIDE_NAME
        is_first = not beside.exists()
        told = f"{path} is of a newer version and is left as it is; {beside.name} is used."
        record, path = _record(beside, today), beside
        if isinstance(record, _Newer):
            raise SettingsRefused(f"{beside} is of a newer version; update the program.")
        if is_first:
            return ReadSettings(Settings(), path, told)
    if record is None:
        return ReadSettings(Settings(), path)
    if isinstance(record, Path):
        told = f"{path.name} was damaged; it is now {record}, and the program begins as new."
        return ReadSettings(Settings(), path, told)
    settings, unusable = _settings(record)
    told = f"In {path} {' and '.join(unusable)} cannot be used." if unusable else ""
    return ReadSettings(settings, path, told)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the file whole; its folder is made where it is missing.

    Raises SettingsRefused when the disk refuses: what was saved before is then still there.
    """
    parts = {**settings.others}
    for item in fields(Settings):
        if item.name != "others":
            parts[item.name] = getattr(settings, item.name)
    text = json.dumps({_HEAD: FORMAT, **parts}, indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, f"{text}\n".encode())
    except OSError as error:
        reason = error.strerror or error
        raise SettingsRefused(f"The settings were not saved to {path}: {reason}.") from error


def reset_settings(folder: Path, today: date) -> str:
    """Set the settings aside, so that the program begins as new; a sentence that names the files.

    Notes, watch list and what-ifs stay. Raises SettingsRefused when a file cannot be renamed.
    """
    moved: list[str] = []
    for name in (FILE_NAME, BESIDE_NAME):
        path = folder / name
        if path.exists():
            try:
                moved.append(set_aside(path, today, "before-reset").name)
            except OSError as error:
                raise SettingsRefused(f"{path} cannot be set aside: {error.strerror}.") from error
    if not moved:
        return "There were no settings to set aside."
    return f"The settings were set aside as {' and '.join(moved)} in {folder}; your notes stay."


class _Newer:
    """A file of a newer program."""


def _record(path: Path, today: date) -> dict[str, Any] | Path | _Newer | None:
    """What a file holds: its parts, None without a file, or where a damaged one is now."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SettingsRefused(f"{path} cannot be read: {error.strerror or error}.") from error
    try:
        record = json.loads(content) if len(content) <= LARGEST_FILE else None
    except (ValueError, RecursionError):
        record = None
    number = record.get(_HEAD) if isinstance(record, dict) else None
    if type(number) is int and number > FORMAT:
        return _Newer()
    if type(number) is int and number == FORMAT and isinstance(record, dict):
        return {name: value for name, value in record.items() if name != _HEAD}
    try:
        return set_aside(path, today)
    except OSError as error:
        raise SettingsRefused(
            f"{path} is damaged and cannot be set aside: {error.strerror or error}."
        ) from error


def _settings(record: Mapping[str, Any]) -> tuple[Settings, list[str]]:
    """The usable parts of a file, and the names of those that are not."""
    usable: dict[str, Any] = {}
    unusable: list[str] = []
    for name, takes in _TAKES.items():
        if name in record:
            if takes(record[name]):
                value = record[name]
                usable[name] = tuple(value) if isinstance(value, list) else value
            else:
                unusable.append(name)
    others = {name: value for name, value in record.items() if name not in _TAKES}
    return Settings(**usable, others=others), unusable


def _numbers(value: object) -> bool:
    return isinstance(value, list) and all(
        type(one) is int and abs(one) <= _FARTHEST for one in value
    )


def _text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LARGEST_FILE // 10


def _switch(value: object) -> bool:
    return isinstance(value, bool)


_TAKES: Mapping[str, Callable[[Any], bool]] = {
    "place": lambda value: (
        value is None or (_numbers(value) and len(value) == 4 and min(value[2:]) > 0)
    ),
    "state": lambda value: value in STATES,
    "panes": lambda value: _numbers(value) and all(width >= 0 for width in value),
    "left_pane": _switch,
    "right_pane": _switch,
    "still": _switch,
    "theme": _text,
    "scale": lambda value: type(value) is int and SCALES[0] <= value <= SCALES[1],
    "view": _text,
    "view_of_today": _switch,
    "package": _text,
    "greeted": _switch,
    "export": lambda value: (
        isinstance(value, dict)
        and all(isinstance(one, str | int) and _not_too_large(one) for one in value.values())
    ),
}
"""Whether a part of the file can be used."""


def _not_too_large(value: str | int) -> bool:
    return _text(value) if isinstance(value, str) else abs(value) <= _FARTHEST
