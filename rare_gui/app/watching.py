"""The materials that the user watches: read once, written at each change.

What cannot be read or written is told quietly; nothing is ever overwritten for it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from rare_gui.app.session import Session
from rare_gui.intake.watch_list import WatchListRefused, read_watch_list, save_watch_list


class Watching(QObject):
    """The watch list in the user's folder; `told` carries what the user should know."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, folder: Path, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._today = folder, today
        self._read = False
        self._materials: tuple[str, ...] = ()

    @property
    def materials(self) -> tuple[str, ...]:
        """Slugs of the watched materials, read when first asked for."""
        if not self._read:
            self._read = True
            self._load()
        return self._materials

    def toggle(self, material: str) -> None:
        """Watch a material, or no longer; the file is read anew, for another window may differ."""
        if not self._load():
            return
        others = tuple(one for one in self._materials if one != material)
        wanted = others if material in self._materials else (*others, material)
        try:
            save_watch_list(self._folder, wanted)
        except WatchListRefused as error:
            self.told.emit(str(error))
            return
        self._materials = wanted
        self.changed.emit()

    def _load(self) -> bool:
        self._read = True
        try:
            found = read_watch_list(self._folder, self._today)
        except WatchListRefused as error:
            self.told.emit(str(error))
            return False
        self._materials = found.materials
        if found.told:
            self.told.emit(found.told)
        return True


class Starred(Protocol):
    """A panel with a star for the material that is looked at; `watch_asked` is a signal."""

    watch_asked: Any

    def show_watched(self, watched: bool, /) -> None: ...


def keep_starred(panel: Starred, watching: Watching, session: Session) -> None:
    """Show on a panel whether its material is watched, and change that when it is asked."""

    def show() -> None:
        panel.show_watched(session.selection.material in watching.materials)

    panel.watch_asked.connect(lambda: watching.toggle(session.selection.material))
    session.changed.connect(show)
    watching.changed.connect(show)
    show()
