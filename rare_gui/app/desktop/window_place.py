"""Where the window was, and where it can be now: never off the screens that there are.

Not for what is shown in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QSplitter

    from rare_gui.intake.settings_file import Settings

GRIP = QSize(120, 32)
"""Px of a window's upper edge that must be on a screen for it to be moved by hand."""


def fitting_place(wanted: QRect, free: Sequence[QRect], least: QSize) -> QRect:
    """The wanted place moved and shrunk so that it is wholly on one of the screens.

    `free` are the areas that windows may take, the first screen's first. A place whose upper edge
    is still on a screen stays on that one; one that is on none goes to the middle of the first. It
    is never smaller than `least`, even on a screen that is.
    """
    if not free:
        return wanted
    edge = QRect(wanted.topLeft(), QSize(wanted.width(), GRIP.height()))
    seen = [area.intersected(edge) for area in free]
    best = max(range(len(free)), key=lambda at: seen[at].width() * seen[at].height())
    is_lost = seen[best].width() < GRIP.width() or seen[best].isEmpty()
    area = free[0 if is_lost else best]
    size = wanted.size().boundedTo(area.size()).expandedTo(least)
    placed = QRect(wanted.topLeft(), size)
    if is_lost:
        placed.moveCenter(area.center())
    placed.moveLeft(max(area.left(), min(placed.left(), area.right() + 1 - size.width())))
    placed.moveTop(max(area.top(), min(placed.top(), area.bottom() + 1 - size.height())))
    return placed


def restore_place(window: QMainWindow, settings: Settings) -> None:
    """Put a window that is not shown yet where it was, as far as the screens allow."""
    if settings.place is not None:
        first = QGuiApplication.primaryScreen()
        others = [screen for screen in QGuiApplication.screens() if screen is not first]
        style, metric = window.style(), QStyle.PixelMetric
        title = style.pixelMetric(metric.PM_TitleBarHeight)  # there is no frame before showing
        edge = style.pixelMetric(metric.PM_MdiSubWindowFrameWidth)
        free = [
            screen.availableGeometry().adjusted(edge, edge + title, -edge, -edge)
            for screen in (first, *others)
        ]
        place = fitting_place(QRect(*settings.place), free, window.minimumSize())
        window.setGeometry(place)
    if settings.state == "maximised":
        window.setWindowState(Qt.WindowState.WindowMaximized)
    elif settings.state == "full screen":
        window.setWindowState(Qt.WindowState.WindowFullScreen)


def place_of(window: QMainWindow) -> dict[str, Any]:
    """The window's place and state as Settings keep them."""
    if window.isFullScreen():
        state = "full screen"
    else:
        state = "maximised" if window.isMaximized() else "normal"
    # what it goes back to; a window that was never shown otherwise has none
    place = window.normalGeometry() if state != "normal" else window.geometry()
    kept: dict[str, Any] = {"state": state}
    if not place.isEmpty():
        kept["place"] = (place.x(), place.y(), place.width(), place.height())
    return kept


def restore_panes(splitter: QSplitter, widths: Sequence[int]) -> None:
    """Share out the width as it was, in proportion; another number of panes is no such share."""
    if len(widths) == splitter.count() and sum(widths) > 0:
        splitter.setSizes(list(widths))


def panes_of(splitter: QSplitter) -> tuple[int, ...]:
    """The widths of the panes from left to right; empty while one is hidden or makes room."""
    widths = splitter.sizes()
    panes = [splitter.widget(at) for at in range(splitter.count())]
    shown = [pane for pane in panes if pane is not None and not pane.isHidden()]
    if not shown or len(shown) < len(panes) or not all(widths):
        return ()
    # a drawer that is open holds its pane wide by a least width
    return tuple(widths) if shown[-1].minimumWidth() == 0 else ()
