"""Where the keys go: to the next pane of the window, or into the filter field at hand.

Not for moving within a pane: each does that itself.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from rare_gui.app.rooms import Rooms


def page_seen(rooms: Rooms) -> QWidget:
    """The page in the middle of the window."""
    page: QWidget = rooms.pages[rooms.session.selection.view]
    return page


def focus_filter(rooms: Rooms) -> None:
    """The filter field of the page while the keys are there and it has one, else the browser's."""
    page = page_seen(rooms)
    own = getattr(page, "focus_filter", None)
    if own is not None and _has_focus(page):
        own()
    else:
        rooms.browser.focus_filter()


def focus_pane(rooms: Rooms, way: int) -> None:
    """The next pane (`way` 1) or the one before (-1) of those that are seen, round and round."""
    panes = [
        pane
        for pane in (rooms.browser, page_seen(rooms), rooms.right.currentWidget())
        if pane.isVisible()
    ]
    before_first = -1 if way > 0 else len(panes)
    here = next((number for number, pane in enumerate(panes) if _has_focus(pane)), before_first)
    panes[(here + way) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _has_focus(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))
