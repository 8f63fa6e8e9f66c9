"""The system asks the program to end (log-out, Ctrl+C, `kill`): the window is closed as by hand.

Without this a plain end would look like a crash at the next start. On Windows the window itself is
asked, so there is nothing to do.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class EndingSignals(QObject):
    """Calls `end` on the GUI thread when the process gets SIGINT, SIGTERM or SIGHUP."""

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        if os.name != "posix":
            return
        # Qt waits in machine code where Python's handlers do not run: a byte in a pipe wakes it
        self._read, self._write = os.pipe()
        for side in (self._read, self._write):
            os.set_blocking(side, False)
        signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` asks
                signal.signal(number, lambda _number, _frame: None)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _woken(self) -> None:
        numbers = os.read(self._read, 16)
        if set(numbers) & {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}:
            self._end()
