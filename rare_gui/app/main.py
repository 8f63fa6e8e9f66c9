"""Start-up, told in order: window painted, libraries and data read, panels shown."""

from __future__ import annotations

import gc
import os
import sys
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from rare_gui.app.accessible_roles import give_roles
from rare_gui.app.desktop.run import Desktop, Start
from rare_gui.app.dressing import Dressing, Stillness, system_is_still
from rare_gui.app.opening import Opening
from rare_gui.app.ui_scale import application_at
from rare_gui.app.window import LEAST, Window
from rare_gui.figures.resources import resource_path
from rare_gui.figures.theme import load_theme

TRACE = "RARE_GUI_TRACE_START"
"""When set, the moments of start-up are printed to stderr in seconds since the process began."""


def application(scale: int = 100) -> QApplication:
    """The one QApplication, made with this program's names if there is none yet.

    `scale` is the size of the interface in per cent, as far as the screen has room for it.
    """
    give_roles()
    existing = QCoreApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    made = application_at(scale, QSize(*LEAST), lambda: QApplication(sys.argv[:1]))
    made.setApplicationName("rare_gui")
    made.setDesktopFileName("rare_gui")
    made.setWindowIcon(QIcon(str(resource_path("icons/app/rare_gui.svg"))))
    return made


def open_window(start: Start | None = None) -> int:
    """Open the window and run until it is closed; the exit code.

    Where one is open already, it takes what this start was given, and this one ends.
    """
    # until the first picture nothing becomes garbage, so looking for it only costs time
    gc.disable()
    desktop = Desktop(start or Start(), date.today())
    if not desktop.begin():
        return 0
    app = application(desktop.settings.now.scale)
    stillness = Stillness()
    dressing = Dressing(desktop.settings.now.theme, app)
    window = Window(dressing.theme)
    dressing.changed.connect(window.apply_theme)
    window.theme_chosen.connect(dressing.wear)
    window.still_changed.connect(stillness.keep)
    window.set_still(desktop.settings.now.still or system_is_still())
    desktop.restore(window)
    opening = Opening(window)
    opening.first = desktop.first_selection
    opening.shown.connect(_collect_from_now_on)
    desktop.follow(window, opening)
    window.painted.connect(lambda: _read(opening, desktop.first_package()))
    if TRACE in os.environ:
        opening.shown.connect(lambda: QTimer.singleShot(0, lambda: _trace_picture(window)))
    window.show()
    code = app.exec()
    desktop.end()
    return code


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
    import rare_gui.app.exporting.exports
    import rare_gui.app.start  # noqa: F401


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
