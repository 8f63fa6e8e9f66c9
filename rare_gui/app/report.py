"""The text of a report on a fault: versions, system, data, view, stack. Nothing is sent anywhere.

Not for showing it: `panels.help.report`.
"""

from __future__ import annotations

import os
import sys
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path

from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from rare_gui.app.run_marker import LostRun
from rare_gui.app.version import version
from rare_gui.domain.dataset import Dataset

LIBRARIES = {"PySide6": "PySide6-Essentials", "pyqtgraph": "", "pandas": "", "numpy": ""}
"""What a fault may come from: names to import, and those of the distributions that differ."""


def versions() -> str:
    """A few lines: the program, Python, the libraries and the system."""
    lines = [f"rare_gui {version()}", f"Python {sys.version.split()[0]}, Qt {qVersion()}"]
    lines += [f"{name} {_version(name, of)}" for name, of in LIBRARIES.items()]
    lines.append(
        f"{QSysInfo.prettyProductName()}, {QSysInfo.kernelType()} {QSysInfo.kernelVersion()}, "
        f"{QSysInfo.currentCpuArchitecture()}"
    )
    return "\n".join(lines)


def screens() -> str:
    """A line on how the program is drawn; needs the QGuiApplication."""
    shown = [
        f"{one.size().width()}x{one.size().height()} at {one.devicePixelRatio():g}"
        for one in QGuiApplication.screens()
    ]
    return f"{QGuiApplication.platformName()}: {', '.join(shown)}"


def package_words(dataset: Dataset) -> str:
    """Name, version and digest of a package, as pictures and views name it."""
    return f"{dataset.name} {dataset.version} {dataset.digest}"


def report(what: str, stack: str, *, package: str, view: str, log: Path | None) -> str:
    """A report on a fault of this run; the user's home folder is not named in it."""
    parts = [what, versions(), screens(), *_told(package, view)]
    parts.append(f"Log: {log}" if log is not None else "There is no log.")
    return without_home("\n\n".join([*parts, stack.strip()]) + "\n")


def report_on_lost_run(run: LostRun, log: Path | None) -> str:
    """A report on a run before this one."""
    parts = [f"The program did not end as it should. That run began at {run.began}."]
    parts += [run.head or versions(), *_told(run.package, run.view)]
    parts.append(f"Log: {log}" if log is not None else "There is no log.")
    parts.append(
        run.stacks.strip()
        or "It left no stack: it was ended from outside, or the computer stopped."
    )
    return without_home("\n\n".join(parts) + "\n")


def without_home(text: str) -> str:
    """`text` with "~" for the user's home folder, whose name is often that of the user."""
    try:
        home = str(Path.home())
    except RuntimeError:
        return text
    return text if len(home) < 2 else text.replace(f"{home}{os.sep}", f"~{os.sep}")


def _told(package: str, view: str) -> list[str]:
    return [f"Data: {package or 'none opened'}", f"View: {view or 'none'}"]


def _version(name: str, distribution: str) -> str:
    try:
        return installed_version(distribution or name)
    except PackageNotFoundError:  # a bundle may leave such notes out
        return str(getattr(sys.modules.get(name), "__version__", "of unknown version"))
