"""Opening a data package: off the GUI thread, and never at the cost of the one that is open.

Not for reading files (`intake.package`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from rare_gui.app.window import Window

if TYPE_CHECKING:
    from rare_gui.domain.dataset import Dataset
    from rare_gui.domain.problems import Problem
    from rare_gui.scenes.selection import Selection

    Opened = tuple[Dataset, tuple[Problem, ...]]


class Opening(QObject):
    """Brings packages into a window; `shown` is sent when one is on screen.

    `opened` carries the path that it was read from, None for the shipped one. `first` gives the
    view that a window begins with. `gives_way` is asked with path and reason when the first package
    is refused: whether the shipped one shall be shown in its place.
    """

    shown = Signal()
    opened = Signal(object)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.first: Callable[[Dataset], Selection] = _usual
        self.gives_way: Callable[[Path | None, str], bool] = lambda _path, _why: False
        window.commands.on("file.open", self.ask)

    def ask(self) -> None:
        """Let the user choose a package's folder."""
        chosen = QFileDialog.getExistingDirectory(self._window, "Open a data package (its folder)")
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path | None) -> None:
        """Read the package at `path` (None: the shipped one) on a thread, then show it."""

        def read() -> Opened:
            # imported here, on the thread: the window has been painted by now
            from rare_gui.app.loading import load

            return load(path)

        def show(opened: Opened) -> None:
            self.show(opened)
            self.opened.emit(path)

        def refuse(error: Exception) -> None:
            self._refuse(path, error)

        self._window.tasks.start("open package", read, show, refuse)

    def show(self, opened: Opened) -> None:
        """Show an opened package: the first one furnishes the window."""
        from rare_gui.app.exporting.exports import Exports
        from rare_gui.app.session import Session
        from rare_gui.app.start import furnish

        dataset, problems = opened
        window = self._window
        if window.is_furnished:
            window.session.open(dataset, problems)
            window.tell(f"Opened {dataset.name} {dataset.version}")
        else:
            session = Session(dataset, self.first(dataset), problems)
            rooms = furnish(window, session)
            rooms.browser.setFocus()  # arrow keys choose a material at once
            window.exports = Exports(window, session, rooms.own_notes)
        self.shown.emit()

    def _refuse(self, path: Path | None, error: Exception) -> None:
        from rare_gui.app.loading import NothingToShow

        if not isinstance(error, NothingToShow):
            raise error
        if self._window.is_furnished:
            told = f"Not opened: {error} The package before stays open."
            self._window.tell(told, warns=True)
        elif self.gives_way(path, str(error)):
            self.open(None)
        else:
            self._window.refuse(str(error))


def _usual(dataset: Dataset) -> Selection:
    from rare_gui.app.start import first_selection

    return first_selection(dataset, date.today())
