"""Where the user's own files are: notes, saved what-ifs. The folders are told in `app.places`."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from rare_gui.app.places import NAME, places


def user_folder() -> Path:
    """The folder for this program's data of this user; it need not exist yet."""
    return places().files


def settings() -> QSettings:
    """What the program remembers of this user between two runs."""
    return QSettings(NAME, NAME)


def scenarios_folder() -> Path:
    """Where saved what-ifs are."""
    return places().scenarios
