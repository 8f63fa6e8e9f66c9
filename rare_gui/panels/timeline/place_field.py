"""The toolbar button "From China to United States" with a menu of destinations."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word


class PlaceField(QWidget):
    """Shows the direction of trade; says which destination was picked (its code)."""

    destination_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[tuple[str, str], ...] = ()
        self._shown = ("", "")
        self._compact = False
        self._button = PhraseButton(theme, chevron=True)
        self._button.setToolTip("Destination of the exports")
        self._button.clicked.connect(self.open)
        self._menu = QMenu(self)
        self._menu.setFont(font("ui"))
        self._group = QActionGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        self.setFocusProxy(self._button)

    def show_places(
        self, origin: str, choices: Sequence[tuple[str, str]], destination: str
    ) -> None:
        """Show the origin's name and the destination `destination` out of (code, name) pairs.

        A code that is not among the pairs is shown as it is.
        """
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._fill()
        for action in self._group.actions():
            action.setChecked(action.data() == destination)
        name = dict(self._choices).get(destination, destination)
        self._shown = (origin, name)
        self._show_words()

    def set_compact(self, compact: bool) -> None:
        """Name the destination alone where there is little room."""
        self._compact = compact
        self._show_words()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._button.apply_theme(theme)

    def open(self) -> None:
        """Open the menu of destinations."""
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _show_words(self) -> None:
        origin, name = self._shown
        words = (Word("From"), Word(origin, "ui_strong")) if not self._compact else ()
        self._button.show_words(*words, Word("to"), Word(name, "ui_strong"))

    def _fill(self) -> None:
        self._menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
        for code, name in self._choices:
            # A doubled & is shown as one; a single one would become a keyboard mark.
            action = QAction(name.replace("&", "&&"), self._menu)
            action.setData(code)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, code=code: self.destination_picked.emit(code))
            self._group.addAction(action)
            self._menu.addAction(action)
