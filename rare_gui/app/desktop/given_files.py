"""Opens what the program was given: on the command line, by a second start, by a drop.

Not for finding out what a file is (`intake.given_file`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rare_gui.app.desktop.notices import Notices

if TYPE_CHECKING:
    from rare_gui.app.opening import Opening
    from rare_gui.app.window import Window
    from rare_gui.intake.given_file import Given


class GivenFiles(QObject):
    """Opens files in one window; those given before there are data wait for these."""

    def __init__(self, window: Window, opening: Opening, notices: Notices) -> None:
        super().__init__(window)
        self._window, self._opening, self._notices = window, opening, notices
        self._waiting: tuple[Path, ...] = ()
        opening.shown.connect(self._open_waiting)

    def open(self, paths: Sequence[Path]) -> None:
        """Open the first of the files; what else was given is told."""
        if not paths:
            return
        if not self._window.is_furnished:
            self._waiting = tuple(paths)
            return
        first, others = paths[0], paths[1:]
        if others:
            self._notices.tell(f"One file is opened at a time: {first.name}.")

        def read() -> Given:
            from rare_gui.intake.given_file import read_given

            return read_given(first)

        self._window.tasks.start("open file", read, self._take, self._refuse)

    def _open_waiting(self) -> None:
        waiting, self._waiting = self._waiting, ()
        self.open(waiting)

    def _take(self, given: Given) -> None:
        if given.folder is not None:
            self._opening.open(given.folder)
            return
        from datetime import date

        from rare_gui.app.desktop.dropped_files import refusal
        from rare_gui.app.desktop.restored_view import restored_view
        from rare_gui.app.report import package_words
        from rare_gui.app.start import first_selection

        session = self._window.session
        usual = first_selection(session.base, date.today())
        if reason := refusal(session.base, given.name, given.view, usual):
            self._notices.tell(reason, warns=True)
            return
        selection, dropped = restored_view(session.base, given.view, usual)
        session.look(selection)
        told = [f"Opened {given.name}."]
        if given.package and given.package != package_words(session.base):
            made_from = " ".join(given.package.split()[:2])  # name and version, not the digest
            seen = f"{session.base.name} {session.base.version}"
            told.append(f"It was made from {made_from}, and is shown with {seen}.")
        self._notices.tell(" ".join([*told, dropped]).strip())

    def _refuse(self, error: Exception) -> None:
        from rare_gui.intake.given_file import NotOpened

        if not isinstance(error, NotOpened):
            raise error
        self._notices.tell(str(error), warns=True)
