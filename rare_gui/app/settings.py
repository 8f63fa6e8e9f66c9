"""What the program remembers, while it runs: changed part by part, written soon after.

Not for the file's form (`intake.settings_file`) nor for what is remembered of a window
(`app.desktop.window_place`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from rare_gui.intake.settings_file import (
    Settings,
    SettingsRefused,
    read_settings,
    save_settings,
)

QUIET_MS = 2000
"""A change is written when nothing has changed for so long: dragging writes once."""


class KeptSettings(QObject):
    """The settings of one run. `told` carries what the user should know.

    Two windows may write the same file: the last one wins as a whole.
    """

    told = Signal(str)

    def __init__(self, folder: Path, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._asked: list[Callable[[], dict[str, Any]]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.write)
        self.now = Settings()
        self.found = ""
        """A sentence about the file as it was found; empty when all was well."""
        try:
            read = read_settings(folder, today)
        except SettingsRefused as error:
            self.found = f"{error} Nothing is remembered in this run."
        else:
            self.now, self._path, self.found = read.settings, read.path, read.told
        self._written = self.now

    def keep(self, **changes: Any) -> None:
        """Change some parts, named as in Settings; they are written soon."""
        self.now = replace(self.now, **changes)
        self.write_soon()

    def before_writing(self, ask: Callable[[], dict[str, Any]]) -> None:
        """Ask for parts whenever the file is written, instead of being told each change."""
        self._asked.append(ask)

    def write_soon(self) -> None:
        """Write once it has been quiet for a while."""
        self._timer.start()

    def write(self) -> None:
        """Write now, if anything differs; a failure is told, and what was saved before stays."""
        self._timer.stop()
        for ask in self._asked:
            self.now = replace(self.now, **ask())
        if self._path is None or self.now == self._written:
            return
        self._written = self.now  # a full disk is told once, not at each change
        try:
            save_settings(self._path, self.now)
        except SettingsRefused as error:
            self.told.emit(str(error))
