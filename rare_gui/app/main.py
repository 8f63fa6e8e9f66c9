"""Start-up, told in order: window painted, libraries and data read, panels shown."""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rare_gui.app.opening import Opening
from rare_gui.app.window import Window
from rare_gui.figures.theme import load_theme

TRACE = "RARE_GUI_TRACE_START"
"""When set, the moments of start-up are printed to stderr in seconds since the process began."""


def application() -> QApplication:
    """The one QApplication, made with this program's names and scaling if there is none yet."""
    existing = QCoreApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    made = QApplication(sys.argv[:1])
    made.setApplicationName("rare_gui")
    made.setDesktopFileName("rare_gui")
    return made


def open_window(package: Path | None = None) -> int:
    """Open the window and run until it is closed; the exit code."""
    # until the first picture nothing becomes garbage, so looking for it only costs time
    gc.disable()
    app = application()
    dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    window = Window(load_theme("dark" if dark else "light"))
    opening = Opening(window)
    opening.shown.connect(_collect_from_now_on)
    window.painted.connect(lambda: _read(opening, package))
    if TRACE in os.environ:
        opening.shown.connect(lambda: QTimer.singleShot(0, lambda: _trace_picture(window)))
    window.show()
    return app.exec()


def build(package: Path | None = None) -> Window:
    """The complete window at once and not yet shown, as tests and benches want it."""
    from rare_gui.app.loading import load

    application()
    window = Window(load_theme("light"))
    Opening(window).show(load(package))
    return window


def _read(opening: Opening, package: Path | None) -> None:
    """After the first paint: data on a thread, while this one imports what draws them."""
    _trace("first_paint")
    opening.open(package)
    import rare_gui.app.exports  # noqa: F401


def _collect_from_now_on() -> None:
    gc.freeze()  # what start-up made stays
    gc.enable()


def _trace_picture(window: Window) -> None:
    window.repaint()
    _trace("first_picture")


def _trace(moment: str) -> None:
    if TRACE in os.environ:
        print(f"{moment} {_since_start():.4f}", file=sys.stderr, flush=True)


def _since_start() -> float:
    """Seconds since the system started this process where it tells, else since the import."""
    try:
        ticks = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19])
    except (OSError, IndexError, ValueError):
        return time.perf_counter() - _IMPORTED
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


_IMPORTED = time.perf_counter()
