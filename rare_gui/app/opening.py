"""Opening a data package: off the GUI thread, and never at the cost of the one that is open.

Not for reading files (`intake.package`).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from rare_gui.app.window import Window

if TYPE_CHECKING:
    from rare_gui.domain.dataset import Dataset
    from rare_gui.domain.problems import Problem

    Opened = tuple[Dataset, tuple[Problem, ...]]


class Opening(QObject):
    """Brings packages into a window; `shown` is sent when one is on screen."""

    shown = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.toolbar.open_asked.connect(self.ask)

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

        self._window.tasks.start("open package", read, self.show, self._refuse)

    def show(self, opened: Opened) -> None:
        """Show an opened package: the first one furnishes the window."""
        from rare_gui.app.exports import ExportMenu
        from rare_gui.app.session import Session
        from rare_gui.app.start import first_selection, furnish

        dataset, problems = opened
        window = self._window
        if window.is_furnished:
            window.session.open(dataset, problems)
            window.tell(f"Opened {dataset.name} {dataset.version}")
        else:
            session = Session(dataset, first_selection(dataset, date.today()), problems)
            furnish(window, session).browser.setFocus()  # arrow keys choose a material at once
            window.exports = ExportMenu(window, session)
        self.shown.emit()

    def _refuse(self, error: Exception) -> None:
        from rare_gui.app.loading import NothingToShow

        if not isinstance(error, NothingToShow):
            raise error
        if self._window.is_furnished:
            self._window.tell(f"Not opened: {error} The package before stays open.")
        else:
            self._window.refuse(str(error))
