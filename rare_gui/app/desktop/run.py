"""What the program does as a citizen of a desktop: one window, remembered, and honest on faults.

Told in the order in which it happens: `begin` before the application, `restore` before the window
is shown, `follow` while it is open, `end` after it. Not for what is shown in the window.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

from rare_gui.app.desktop.crash import Crashes
from rare_gui.app.desktop.first_instance import FirstInstance, Request
from rare_gui.app.desktop.log_file import LogFile, log
from rare_gui.app.desktop.notices import Notices
from rare_gui.app.desktop.window_place import panes_of, place_of, restore_panes, restore_place
from rare_gui.app.places import Places, make_portable, places
from rare_gui.app.run_marker import LostRun, RunMarker, lost_runs
from rare_gui.app.settings import KeptSettings
from rare_gui.intake.settings_file import SettingsRefused, reset_settings

if TYPE_CHECKING:
    from rare_gui.app.opening import Opening
    from rare_gui.app.window import Window
    from rare_gui.domain.dataset import Dataset
    from rare_gui.scenes.selection import Selection

_MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange)


@dataclass(frozen=True, slots=True)
class Start:
    """What the program is started with: a package, files to open, and what to do first."""

    package: Path | None = None
    files: tuple[Path, ...] = ()
    portable: bool = False
    reset: bool = False


class Desktop(QObject):
    """One run of the windowed program. `today` is the real day."""

    def __init__(self, start: Start, today: date) -> None:
        super().__init__()
        self._start, self._today = start, today
        self._told: list[str] = []
        self._lost: tuple[LostRun, ...] = ()
        self._window: Window | None = None
        self._is_complete = False
        self.crashes = Crashes(self)

    def begin(self) -> bool:
        """Become the window of this user; False when another one has taken what was given.

        Needs no application, for what it reads may decide how that is made.
        """
        if self._start.portable:
            self._told.append(make_portable())
        self.places: Places = places()
        self.first = FirstInstance(self.places.runtime, self)
        request = Request.of(self._given())
        if not self.first.claim() and self.first.hand_over(request):
            if self._start.reset:
                print("rare-gui: the window is open; close it to reset the settings")
            return False
        self.first.claim()  # again: the first may have ended, or left its lock behind
        self._told.append(self.places.told)
        runs = self.places.state / "runs"
        self._lost = lost_runs(runs)
        self._marker = RunMarker(runs)
        is_marked = self._marker.begin()
        self.log_file = LogFile(self.places.log, _head)
        self.crashes.install(self._marker.stacks if is_marked else None)
        if self._start.reset:
            try:
                self._told.append(reset_settings(self.places.settings, self._today))
            except SettingsRefused as error:
                self._told.append(str(error))
        self.settings = KeptSettings(self.places.settings, self._today, self)
        self._told.append(self.settings.found)
        return True

    def restore(self, window: Window) -> None:
        """Put the window where it was."""
        restore_place(window, self.settings.now)

    def first_package(self) -> Path | None:
        """The package to begin with: the one that was given, else the last one; None: shipped."""
        if self._start.package is not None:
            return self._start.package
        last = Path(self.settings.now.package)
        if self._may_return and self.settings.now.package:
            if last.is_dir():
                return last
            self._told.append(f"{last} is not there any more; the shipped data are shown.")
        return None

    def first_selection(self, dataset: Dataset) -> Selection:
        """The view to begin with: the last one as far as these data allow."""
        from rare_gui.app.desktop.restored_view import restored_view
        from rare_gui.app.start import first_selection

        usual = first_selection(dataset, self._today)
        kept = self.settings.now
        if not kept.view:
            return usual
        if not self._may_return:
            self._told.append("It begins anew, for it did not come up with the view before.")
            return usual
        selection, told = restored_view(dataset, kept.view, usual)
        self._told.append(told)
        return replace(selection, as_of=usual.as_of) if kept.view_of_today else selection

    def follow(self, window: Window, opening: Opening) -> None:
        """From now on remember, report, and open what is handed over or dropped."""
        from rare_gui.app.desktop.dropping import Dropping
        from rare_gui.app.desktop.ending import EndingSignals
        from rare_gui.app.desktop.given_files import GivenFiles
        from rare_gui.app.desktop.reporting import Reporting

        self._window = window
        self.notices = Notices(window)
        self.reporting = Reporting(window, self.notices, self._seen, lambda: self.log_file.path)
        self.crashes.faulted.connect(self.reporting.tell_fault)
        self.settings.told.connect(self.notices.tell)
        self.given = GivenFiles(window, opening, self.notices)
        self.given.open(self._start.files)
        Dropping(window).dropped.connect(self.given.open)
        self.first.handed.connect(self._take)
        self.first.listen()
        EndingSignals(self._close, self)
        window.installEventFilter(self)
        window.theme_chosen.connect(lambda name: self.settings.keep(theme=name))
        window.still_changed.connect(lambda still: self.settings.keep(still=still))
        window.scale_asked.connect(self._scale)
        opening.shown.connect(self._shown)
        # looking for the libraries' versions takes long, so the first picture comes before it
        once = Qt.ConnectionType.SingleShotConnection
        opening.shown.connect(
            lambda: QTimer.singleShot(0, lambda: QTimer.singleShot(0, self._note_versions)), once
        )
        opening.opened.connect(self._remember_package)
        opening.gives_way = self._forgets

    def end(self) -> None:
        """The window was closed: write what is remembered, and leave no mark."""
        self.settings.write()
        self.first.release()
        self._marker.end()
        self.crashes.uninstall()
        self.log_file.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED:
            self.settings.write_soon()
        return False

    @property
    def _may_return(self) -> bool:
        """Whether the last view may be shown: not if the last run broke down over it."""
        return not self._lost or self._lost[-1].was_shown

    def _given(self) -> tuple[Path, ...]:
        package = self._start.package
        return (package, *self._start.files) if package is not None else self._start.files

    def _shown(self) -> None:
        """The first package is on screen: the session begins, and what waited is told."""
        if self._window is None or self._is_complete:
            return
        self._is_complete = True
        from rare_gui.app.exporting.exports import Exports
        from rare_gui.app.window import NARROW

        window, kept = self._window, self.settings.now
        if isinstance(window.exports, Exports):
            window.exports.keep_in(self.settings)
        if not kept.left_pane and window.shows_left:
            window.commands.trigger("view.left")
        if not kept.right_pane and window.shows_right and window.width() >= NARROW:
            window.commands.trigger("view.right")
        restore_panes(window.splitter, kept.panes)
        self._marker.note(shown=True)
        self.settings.before_writing(self._remembered)
        window.session.changed.connect(self.settings.write_soon)
        window.splitter.splitterMoved.connect(self.settings.write_soon)
        self.notices.tell(" ".join(filter(None, self._told)))
        if self._lost:
            self.reporting.tell_lost_run(self._lost[-1])
        self._greet(window)

    def _close(self) -> None:
        """The system asks for the end: close the window, and end even where another one is open."""
        if self._window is not None:
            self._window.close()
        QCoreApplication.quit()

    def _greet(self, window: Window) -> None:
        """The first page, once; not over what was asked for, nor in front of what is to be told."""
        from rare_gui.app.help_room import HelpRoom

        told = any(self._told) or bool(self._lost)
        room = window.findChild(HelpRoom)
        if room is not None:
            room.greet(
                seen=self.settings.now.greeted,
                asked=bool(self._given()) or told,
                mark_seen=lambda: self.settings.keep(greeted=True),
            )

    def _scale(self, steps: int) -> None:
        """Keep another size of the interface; Qt can wear it from the next start on."""
        from rare_gui.app.ui_scale import step_from

        scale = step_from(self.settings.now.scale, steps) if steps else 100
        self.settings.keep(scale=scale)
        self.notices.tell(f"Size of the interface: {scale} %, from the next start on.")

    def _remembered(self) -> dict[str, Any]:
        """What the window is like now, as Settings keep it; noted for a report as well."""
        from rare_gui.app.window import NARROW

        window = self._window
        if window is None:
            return {}
        selection, (package, view) = window.session.selection, self._seen()
        self._marker.note(package=package, view=view)
        kept: dict[str, Any] = {
            **place_of(window), "view": view, "view_of_today": selection.as_of == self._today,
            "left_pane": window.shows_left,
        }  # fmt: skip
        if window.width() >= NARROW:  # else the width decides, not the user
            kept["right_pane"] = window.shows_right
        if panes := panes_of(window.splitter):
            kept["panes"] = panes
        return kept

    def _seen(self) -> tuple[str, str]:
        """The package and the view looked at, in words for a report."""
        from rare_gui.app.report import package_words

        if self._window is None or not self._window.is_furnished:
            return "", ""
        session = self._window.session
        return package_words(session.base), session.selection.to_text()

    def _remember_package(self, path: Path | None) -> None:
        self.settings.keep(package="" if path is None else str(path.absolute()))

    def _forgets(self, path: Path | None, why: str) -> bool:
        """Whether a refused package was only the last one, which is then told once and forgotten.

        What this start was given does not give way to something else.
        """
        if path is None or path == self._start.package:
            return False
        self._told.append(f"{path} is not opened: {why} The shipped data are shown.")
        return True  # the shipped package, once it is shown, is what is remembered

    def _take(self, request: Request) -> None:
        """Another start was given something: open it here, and come to the front."""
        os.environ.update(request.tokens)
        if self._window is None:
            return
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self.given.open(request.paths)

    def _note_versions(self) -> None:
        self.log_file.begin()
        from rare_gui.app.report import versions

        self._marker.note(head=versions())
        log.info("versions\n%s", versions())


def _head() -> str:
    """What is known of this run without importing more than the window needs."""
    return f"Python {sys.version.split()[0]} on {sys.platform}, process {os.getpid()}"
