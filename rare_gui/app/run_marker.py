"""A mark that a run leaves while it lasts, by which the next one knows that it did not end well.

A run that ends takes its mark away. One that was killed, crashed or lost its power cannot: its
lock is free, and its mark is still there. Not for telling the user.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile

from rare_gui.intake.whole_files import write_whole

LONGEST_STACK = 20_000
"""Letters of a crash's stacks that are worth reading."""


@dataclass(frozen=True, slots=True)
class LostRun:
    """A run that did not end well: when it `began` (local time), and what it had noted.

    `was_shown` tells that its window was complete at some time. `stacks` are those of a crash in
    machine code, empty when the program was ended from outside.
    """

    began: str
    was_shown: bool
    package: str
    view: str
    head: str
    stacks: str


class RunMarker:
    """The mark of this run in `folder`. Where it cannot be written there is none."""

    def __init__(self, folder: Path) -> None:
        self._name = f"{time.time_ns()}-{os.getpid()}"
        self._folder = folder
        self._lock = _lock(folder / f"{self._name}.lock")
        self._noted: dict[str, Any] = {
            "began": datetime.now().astimezone().isoformat(timespec="seconds")
        }
        self._is_kept = False

    @property
    def stacks(self) -> Path:
        """The file for the stacks of a crash in machine code."""
        return self._folder / f"{self._name}.stacks"

    def begin(self) -> bool:
        """Leave the mark; False where that cannot be done."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        self._is_kept = self._lock.tryLock(0)  # before the mark: else another start takes it
        self.note()
        return self._is_kept

    def note(self, **facts: str | bool) -> None:
        """Note what a report on this run should tell: shown, package, view, head."""
        changed = {**self._noted, **facts}
        if not self._is_kept or (changed == self._noted and facts):
            return
        self._noted = changed
        try:
            write_whole(self._folder / f"{self._name}.json", json.dumps(changed).encode())
        except OSError:
            return

    def end(self) -> None:
        """Take the mark away: the run ended well."""
        if self._is_kept:
            self._is_kept = False
            for suffix in ("json", "stacks"):
                _remove(self._folder / f"{self._name}.{suffix}")
            self._lock.unlock()


def lost_runs(folder: Path) -> tuple[LostRun, ...]:
    """The runs that did not end well and were not told yet, oldest first; their marks are removed.

    Of two programs that start at once only one is told of a run.
    """
    found = []
    for path in sorted(folder.glob("*.json")):
        lock = _lock(path.with_suffix(".lock"))
        if lock.tryLock(0):
            run = _lost_run(path)
            _remove(path)
            _remove(path.with_suffix(".stacks"))
            lock.unlock()
            if run is not None:
                found.append(run)
    return tuple(found)


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)  # a run may last for weeks; only one whose process is gone is lost
    return lock


def _lost_run(path: Path) -> LostRun | None:
    try:
        noted = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(noted, dict):
        return None
    try:
        stacks = path.with_suffix(".stacks").read_text("utf-8", "backslashreplace")
    except OSError:
        stacks = ""
    return LostRun(
        began=str(noted.get("began", "")),
        was_shown=noted.get("shown") is True,
        package=str(noted.get("package", "")),
        view=str(noted.get("view", "")),
        head=str(noted.get("head", "")),
        stacks=stacks[:LONGEST_STACK],
    )


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
