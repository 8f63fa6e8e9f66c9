"""One log in the user's folder, with the versions at the top of each run; old ones are few.

The file is opened after the first paint, or at the first error if that comes before: what opens it
takes longer to import than the rest. Not for deciding what is written to it (`app.desktop.crash`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

FILE_NAME = "rare_gui.log"
LARGEST = 1_000_000
"""Bytes of one log file; beyond it a new one is begun."""
OLD_ONES = 3
"""Log files that are kept beside the one in use."""
_LINE = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"

log = logging.getLogger("rare_gui")


class LogFile:
    """The program's messages in a file in `folder`; `head` gives the lines that it begins with.

    Where the file cannot be written there is none, and nothing fails for it.
    """

    def __init__(self, folder: Path, head: Callable[[], str]) -> None:
        self._folder, self._head = folder, head
        self.path: Path | None = None
        """The file, once it is begun."""
        self._handler = _Late(self.begin)
        log.addHandler(self._handler)
        log.setLevel(logging.INFO)
        log.propagate = False

    def begin(self) -> None:
        """Open the file and write what has waited for it; the second time nothing happens."""
        if self._handler.file is not None:
            return
        from logging.handlers import RotatingFileHandler

        file: logging.Handler = logging.NullHandler()
        path = self._folder / FILE_NAME
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            file = RotatingFileHandler(
                path,
                maxBytes=LARGEST,
                backupCount=OLD_ONES,
                encoding="utf-8",
                errors="backslashreplace",
            )
            self.path = path
        logging.raiseExceptions = False  # a full disk must not bring down what works
        file.setFormatter(logging.Formatter(_LINE))
        waiting = self._handler.forward_to(file)
        log.info("begins\n%s", self._head())
        for record in waiting:
            file.handle(record)

    def close(self) -> None:
        """Write what waits, and close the file."""
        self.begin()
        log.info("ends")
        log.removeHandler(self._handler)
        self._handler.close()


class _Late(logging.Handler):
    """Keeps messages until there is a file; an error does not wait."""

    def __init__(self, begin: Callable[[], None]) -> None:
        super().__init__()
        self.file: logging.Handler | None = None
        self._waiting: list[logging.LogRecord] = []
        self._begin = begin

    def forward_to(self, file: logging.Handler) -> list[logging.LogRecord]:
        """Hand everything on to `file` from now on; what has waited for it."""
        self.file = file
        return self._waiting

    def emit(self, record: logging.LogRecord) -> None:
        if self.file is not None:
            self.file.handle(record)
            return
        self._waiting.append(record)
        if record.levelno >= logging.ERROR:
            self._begin()

    def close(self) -> None:
        if self.file is not None:
            self.file.close()
        super().close()
