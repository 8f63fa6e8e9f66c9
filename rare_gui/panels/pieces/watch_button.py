"""The star that puts a material on the watch list, or takes it off.

Not for the list itself: it says what is asked and is told what holds.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import ICON_SIZE, tinted_icon

WATCH_SIZE = 24
"""Px of its sides: the least that WCAG 2.2 asks of a target."""


class WatchButton(QToolButton):
    """Full while the material is watched, an outline while it is not."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setIconSize(ICON_SIZE)
        self.setFixedSize(QSize(WATCH_SIZE, WATCH_SIZE))
        self.setAutoRaise(True)
        self.show_watched(False)

    def show_watched(self, watched: bool) -> None:
        """Say whether the material is watched."""
        self._watched = watched
        words = "Take off the watch list" if watched else "Put on the watch list"
        self.setToolTip(f"{words} (Ctrl+W)")
        self.setAccessibleName(words)
        self._draw()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._draw()

    def _draw(self) -> None:
        name, token = ("watched", "time") if self._watched else ("watch", "text2")
        self.setIcon(tinted_icon(name, self._theme, token))
