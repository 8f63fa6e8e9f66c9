"""Whatever goes wrong unforeseen is written to the log and told once, and the program goes on.

Takes exceptions in Python (slots, threads, destructors), messages of Qt, and crashes in machine
code, whose stacks go to a file of their own. Not for telling the user: `app.desktop.reporting`.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from rare_gui.app.desktop.log_file import log

WRITTEN_IN_FULL = 3
"""Times that the same fault is written with its stack; a repaint may repeat it endlessly."""

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """`summary` is one line, `stack` the traceback as Python writes it."""

    summary: str
    stack: str


class Crashes(QObject):
    """Takes over the hooks of Python and Qt while it is installed.

    `faulted` carries each Fault the first time that it happens, on the thread of this object.
    """

    faulted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: Counter[tuple[str, ...]] = Counter()
        self._stacks: IO[bytes] | None = None
        self._before: tuple[Any, ...] = ()
        self._qt_before: Any = None
        self._busy = threading.local()

    def install(self, stacks: Path | None = None) -> None:
        """Take over the hooks; `stacks` is the file for crashes in machine code."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._raised
        threading.excepthook = self._raised_in_thread
        sys.unraisablehook = self._not_raised
        self._qt_before = qInstallMessageHandler(self._qt_said)
        if stacks is not None:
            try:
                self._stacks = stacks.open("wb", buffering=0)
            except OSError as error:
                log.warning("no file for crashes in machine code: %s", error)
            else:
                faulthandler.enable(self._stacks)

    def uninstall(self) -> None:
        """Give the hooks back to whom they belonged."""
        if self._before:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            self._before = ()
            qInstallMessageHandler(self._qt_before)
        if self._stacks is not None:
            faulthandler.disable()
            self._stacks.close()
            self._stacks = None

    def take(self, error: BaseException, where: str = "") -> None:
        """Write an exception to the log and tell it; never raises."""
        if getattr(self._busy, "now", False):
            return  # a fault while a fault is written
        self._busy.now = True
        with suppress(Exception):  # nothing is left that could be told
            self._take(error, where)
        self._busy.now = False

    def _take(self, error: BaseException, where: str) -> None:
        summary = " ".join("".join(traceback.format_exception_only(error)).split())
        times = self._count(error)
        if times > WRITTEN_IN_FULL:
            if times in (10, 100, 1000) or times % 10_000 == 0:
                log.error("%s, for the %dth time", summary, times)
            return
        stack = "".join(traceback.format_exception(error))
        log.error("%s%s\n%s", summary, f" {where}" if where else "", stack)
        if times == 1:
            if sys.stderr is not None:  # a program without a console has none
                print(f"rare_gui: {summary} (the log tells more)", file=sys.stderr)
            self.faulted.emit(Fault(summary, stack))

    def _count(self, error: BaseException) -> int:
        frames = traceback.extract_tb(error.__traceback__)
        last = frames[-1] if frames else None
        place = (last.filename, str(last.lineno)) if last else ()
        key = (type(error).__name__, *place)
        self._seen[key] += 1
        return self._seen[key]

    def _raised(
        self, kind: type[BaseException], error: BaseException, stack: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):  # Ctrl+C and the like end the program as ever
            sys.__excepthook__(kind, error, stack)
            return
        self.take(error.with_traceback(stack))

    def _raised_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and isinstance(args.exc_value, Exception):
            name = args.thread.name if args.thread else "that has ended"
            self.take(args.exc_value, f"in the thread {name}")

    def _not_raised(self, args: sys.UnraisableHookArgs) -> None:
        error = args.exc_value
        if isinstance(error, Exception):
            self.take(error, args.err_msg or "while something was cleared away")

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        with suppress(Exception):  # raising into Qt's own code would end the program
            log.log(_LEVELS.get(kind, logging.WARNING), "Qt %s: %s", context.category, message)
