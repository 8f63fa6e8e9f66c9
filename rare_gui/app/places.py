"""Every folder of the user's that the program writes to, and none else.

Not for what is kept in them. Nothing is made here but a portable folder that was asked for.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

NAME = "rare_gui"
PORTABLE = "rare_gui-user-files"
"""Beside the program, this folder takes all of the user's files: it is portable then."""


@dataclass(frozen=True, slots=True)
class Places:
    """Folders that need not exist yet.

    `settings` holds the settings, `files` the user's own files (notes, watch list, what-ifs),
    `state` what may be lost (log, marks of runs), `runtime` what lives as long as a session (lock,
    inbox). `told` is a sentence when they are not where a user would look for them.
    """

    settings: Path
    files: Path
    state: Path
    runtime: Path
    told: str = ""

    @property
    def scenarios(self) -> Path:
        """Where saved what-ifs are."""
        return self.files / "scenarios"

    @property
    def log(self) -> Path:
        """Where the log is."""
        return self.state / "log"

    @classmethod
    def all_in(cls, folder: Path, told: str = "") -> Places:
        """Everything in one folder."""
        return cls(folder, folder, folder / "state", folder / "state" / _session(), told)


def places() -> Places:
    """Where this user's files are: beside a portable program, else as the system wants it."""
    beside = program_folder() / PORTABLE
    if beside.is_dir() and os.access(beside, os.W_OK):
        return Places.all_in(beside)
    if not give_home():
        stopgap = Path(tempfile.gettempdir()) / f"{NAME}-{_user()}"
        return Places.all_in(stopgap, f"There is no home folder; your files are in {stopgap}.")
    kinds = QStandardPaths.StandardLocation
    state = _standard(kinds.GenericStateLocation)
    return Places(
        settings=_standard(kinds.GenericConfigLocation),
        files=_standard(kinds.GenericDataLocation),
        state=state,
        runtime=_runtime() or state / _session(),
    )


def make_portable() -> str:
    """Make the folder beside the program that takes the user's files from now on.

    A sentence when it is new, and when it cannot be made, for example for a program on a read-only
    disk; else "".
    """
    beside = program_folder() / PORTABLE
    is_new = not beside.exists()
    try:
        beside.mkdir(exist_ok=True)
    except OSError as error:
        return f"Not portable: {beside} cannot be made ({error.strerror or error})."
    if not os.access(beside, os.W_OK):
        return f"Not portable: {beside} cannot be written to."
    return f"From now on your files are in {beside}; delete it to end that." if is_new else ""


def program_folder() -> Path:
    """The folder that the program lies in as its user sees it.

    For a bundle that of its executable (outside of an AppImage or of a macOS bundle), for an
    installed package that of its environment.
    """
    if not getattr(sys, "frozen", False):
        return Path(sys.prefix)
    inside = os.environ.get("APPIMAGE") or sys.executable
    folder = Path(inside).absolute().parent
    bundles = [one.parent for one in (folder, *folder.parents) if one.suffix == ".app"]
    return bundles[0] if bundles else folder


def give_home() -> bool:
    """Have HOME name the user's home folder, as Qt and other libraries expect; False without one.

    A service, a container or `env -i` may start a program without it.
    """
    if os.name != "posix":
        return True
    try:
        home = Path.home()
    except RuntimeError:  # the user is not in the system's list either
        return False
    if not (home.is_dir() and os.access(home, os.W_OK | os.X_OK)):
        # each folder may still be named by the system on its own
        return all(os.environ.get(name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"))
    os.environ.setdefault("HOME", str(home))
    return True


def _standard(kind: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(kind)) / NAME


def _runtime() -> Path | None:
    """The session's own folder where the system has one; asking Qt would warn and make it."""
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.name != "posix" or not Path(named).is_absolute():
        return None
    folder = Path(named)
    return folder / NAME if folder.is_dir() and os.access(folder, os.W_OK) else None


def _session() -> str:
    """A home folder may be shared by computers, each with a window of its own."""
    return f"run-{platform.node() or 'here'}"


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
