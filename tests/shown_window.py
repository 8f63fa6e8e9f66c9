"""The program's real window with the shipped data, shown at 1440 x 900 and painted."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from rare_gui.app.main import build
from rare_gui.app.window import Window
from rare_gui.figures.timeline.canvas import TimelineCanvas


def shown_window() -> Window:
    """The window, with its `session` to select in."""
    window = build()
    window.resize(1440, 900)
    window.show()
    QApplication.processEvents()
    return window


def timeline_of(window: Window) -> TimelineCanvas:
    """The surface that the window's timeline is painted on."""
    return window.findChild(TimelineCanvas)
