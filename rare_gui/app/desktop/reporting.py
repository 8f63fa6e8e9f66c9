"""What went wrong is told by a quiet notice that leads to a report; the window stays usable.

Not for noticing faults (`app.desktop.crash`, `app.run_marker`) nor for the text (`app.report`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from rare_gui.app.desktop.crash import Fault
from rare_gui.app.desktop.notices import Notices
from rare_gui.app.run_marker import LostRun

if TYPE_CHECKING:
    from rare_gui.app.window import Window
    from rare_gui.panels.help.report import ReportDialog

WENT_WRONG = "Something went wrong. It was written down, and you can go on."
NOT_SHOWN = "Something went wrong before anything could be shown. It was written down."
LAST_TIME = "The program did not end as it should the last time."
SEE = "See the report"
NOTHING_SHOWN_MS = 5000
"""After a fault a window that is still empty then has no notice bar: the report opens itself."""


class Reporting(QObject):
    """Notices and reports of one window. `seen` gives the package and the view looked at."""

    def __init__(
        self,
        window: Window,
        notices: Notices,
        seen: Callable[[], tuple[str, str]],
        log: Callable[[], Path | None],
    ) -> None:
        super().__init__(window)
        self._window, self._notices, self._seen, self._log = window, notices, seen, log
        self._dialog: ReportDialog | None = None

    def tell_fault(self, fault: Fault) -> None:
        """Offer the report on a fault of this run."""
        from rare_gui.app.report import report

        package, view = self._seen()
        text = report(fault.summary, fault.stack, package=package, view=view, log=self._log())
        self._notices.offer(WENT_WRONG, SEE, lambda: self._open(WENT_WRONG, text))
        if not self._window.is_furnished:
            QTimer.singleShot(NOTHING_SHOWN_MS, self, lambda: self._open_where_empty(text))

    def tell_lost_run(self, run: LostRun) -> None:
        """Offer the report on a run before this one."""

        def see() -> None:
            from rare_gui.app.report import report_on_lost_run

            self._open(LAST_TIME, report_on_lost_run(run, self._log()))

        self._notices.offer(LAST_TIME, SEE, see)

    def _open_where_empty(self, text: str) -> None:
        if not self._window.is_furnished:
            self._open(NOT_SHOWN, text)

    def _open(self, lead: str, text: str) -> None:
        from rare_gui.panels.help.report import ReportDialog

        if self._dialog is None:
            self._dialog = ReportDialog(self._window.theme, self._window)
            self._dialog.folder_asked.connect(self._show_folder)
        self._dialog.apply_theme(self._window.theme)
        self._dialog.show_report(lead, text, has_log=self._log() is not None)

    def _show_folder(self) -> None:
        if (log := self._log()) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(log.parent)))
