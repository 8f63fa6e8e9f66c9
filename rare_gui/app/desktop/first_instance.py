"""One window per user: a second start hands what it was given to the first and ends.

A lock file says who is first, a watched folder takes what others hand over. No connection is
opened. Not for opening what was handed over.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QTimer, Signal

from rare_gui.intake.whole_files import write_whole

TAKEN_WITHIN = 4.0
"""Seconds that a second start waits for the first to take what it hands over."""
_LOOK_EVERY = 0.02
_POLL_MS = 500
_OLDEST = 60.0
"""Seconds; what lies in the inbox for longer was left by a start that was killed."""
_LARGEST = 100_000
_HEAD = "rare_gui_request"
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""With these a desktop lets the first window come to the front for the second start."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a start was given: absolute paths, and the tokens of its desktop by name."""

    paths: tuple[Path, ...] = ()
    tokens: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, paths: tuple[Path, ...]) -> Request:
        """The request of this process, whose relative paths mean its own folder."""
        tokens = ((name, os.environ[name]) for name in _TOKENS if os.environ.get(name))
        return cls(tuple(path.absolute() for path in paths), tuple(tokens))


class FirstInstance(QObject):
    """Holds the lock for as long as it lives; `handed` carries the Request of another start."""

    handed = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = folder / "inbox"
        self._lock = QLockFile(str(folder / "first.lock"))
        self._lock.setStaleLockTime(0)  # only a lock whose process is gone is stale, however old
        self._watcher: QFileSystemWatcher | None = None
        self._holds = False

    @property
    def holds(self) -> bool:
        """Whether this process is the first."""
        return self._holds

    def claim(self) -> bool:
        """Become the first if nobody is; the lock of a process that was killed does not count.

        Where the folder cannot be written to, nobody can be first: False.
        """
        try:
            self._inbox.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            return False
        # a lock that is held here cannot be taken a second time
        self._holds = self._holds or self._lock.tryLock(0)
        return self._holds

    def hand_over(self, request: Request, within: float = TAKEN_WITHIN) -> bool:
        """Hand a request to the first instance; False, and nothing left, if it is not taken.

        `within` are the seconds to wait: the first may have ended, or hang.
        """
        name = f"{time.time_ns()}-{os.getpid()}.json"
        path = self._inbox / name
        record = {
            _HEAD: 1,
            "paths": [str(one) for one in request.paths],
            "tokens": dict(request.tokens),
        }
        try:
            write_whole(path, json.dumps(record).encode())
        except OSError:
            return False
        until = time.monotonic() + within
        while time.monotonic() < until:
            if not path.exists():
                return True
            time.sleep(_LOOK_EVERY)
        try:
            path.unlink()
        except OSError:
            return True  # taken at the last moment
        # its process is gone but another of the same name has got its number
        self._lock.removeStaleLockFile()
        return False

    def release(self) -> None:
        """Let another be the first; a request that comes from now on is not taken."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._holds:
            self._holds = False
            self._lock.unlock()

    def look(self) -> None:
        """Take what lies in the inbox, oldest first."""
        if not self._holds:
            return
        for path in sorted(self._inbox.glob("*.json")):
            request = _taken(path)
            if request is not None:
                self.handed.emit(request)

    def listen(self) -> None:
        """Take what comes in from now on; needs the application and its event loop."""
        if not self._holds:
            return
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        if not self._watcher.addPath(str(self._inbox)):
            # a system that has no more watches to give, or a disk over a network
            timer = QTimer(self._watcher)
            timer.timeout.connect(self._look)
            timer.start(_POLL_MS)
        QTimer.singleShot(0, self, self.look)  # what came in before there was a watch

    def _look(self, _folder: str = "") -> None:
        self.look()


def _taken(path: Path) -> Request | None:
    """The request in a file that is taken out of the inbox; None for none, or one too old."""
    try:
        age = time.time() - path.stat().st_mtime
        with path.open("rb") as file:
            content = file.read(_LARGEST)
        path.unlink()
    except OSError:
        return None
    try:
        record = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if age > _OLDEST or not isinstance(record, dict) or record.get(_HEAD) != 1:
        return None
    paths, tokens = record.get("paths"), record.get("tokens")
    if not isinstance(paths, list) or not isinstance(tokens, dict):
        return None
    return Request(
        tuple(Path(one) for one in paths if isinstance(one, str) and one),
        tuple((name, str(tokens[name])) for name in _TOKENS if tokens.get(name)),
    )
