"""Where the user's own files are: notes, saved what-ifs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths

NAME = "rare_gui"


def user_folder() -> Path:
    """The folder for this program's data of this user; it need not exist yet."""
    if QCoreApplication.applicationName() != NAME:
        QCoreApplication.setApplicationName(NAME)
    place = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(place))


def settings() -> QSettings:
    """What the program remembers of this user between two runs."""
    return QSettings(NAME, NAME)


def scenarios_folder() -> Path:
    """Where saved what-ifs are."""
    return user_folder() / "scenarios"
