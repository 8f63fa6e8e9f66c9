"""The choice of the page in the middle: a row of segments, or one button with a menu.

Not for pages: it says which one was picked.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.panels.pieces.segments import Segments


class ViewPicker(QWidget):
    """Choices from (key, text, tooltip) triples, of which one is marked."""

    picked = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = {key: text for key, text, _ in choices}
        self._segments = Segments(choices, theme)
        self._segments.picked.connect(self.picked)
        self._button = PhraseButton(theme, chevron=True)
        self._button.setToolTip("What the middle shows")
        self._button.clicked.connect(self._open)
        self._button.hide()
        self._menu = QMenu(self)
        self._menu.setFont(font("ui"))
        self._group = QActionGroup(self._menu)
        for key, text, tooltip in choices:
            action = QAction(text.replace("&", "&&"), self._group)
            action.setToolTip(tooltip)
            action.setData(key)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, key=key: self.picked.emit(key))
            self._menu.addAction(action)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._segments)
        row.addWidget(self._button)
        self.mark(choices[0][0])

    def mark(self, key: str) -> None:
        """Mark the choice of `key` without a word."""
        self._segments.mark(key)
        self._button.show_words(Word(self._names.get(key, key), "ui_strong", "time"))
        for action in self._group.actions():
            action.setChecked(action.data() == key)

    def whole_width(self) -> int:
        """The px that the segments need."""
        return self._segments.sizeHint().width()

    def set_narrow(self, narrow: bool) -> None:
        """Make do with one button and its menu, or show all segments."""
        self._segments.setHidden(narrow)
        self._button.setVisible(narrow)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._segments.apply_theme(theme)
        self._button.apply_theme(theme)

    def _open(self) -> None:
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))
