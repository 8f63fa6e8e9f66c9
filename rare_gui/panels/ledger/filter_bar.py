"""The filters over the ledger: subject, side, verdict, disputed or not, and the way back to all.

Not for filtering: it says what is wanted, and the next scene brings what is left.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from rare_gui.domain.commitment_records import Standing
from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.scenes.ledger.filters import SIDES, LedgerFilters
from rare_gui.scenes.ledger.scene import LedgerScene

_Choice = tuple[str, LedgerFilters]
_DISPUTED = ((None, "Disputed or not"), (True, "\N{NOT EQUAL TO} Disputed"), (False, "Undisputed"))


class LedgerFilterBar(QWidget):
    """Shows the filters of a LedgerScene; `filters_asked` carries other LedgerFilters."""

    filters_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = LedgerFilters()
        self._subjects: tuple[tuple[str, str], ...] = ()
        self._clear = PhraseButton(theme, icon="close")
        self._clear.setToolTip("Show all promises")
        self._subject = PhraseButton(theme, chevron=True)
        self._side = PhraseButton(theme, chevron=True)
        self._disputed = PhraseButton(theme, chevron=True)
        self._menu = QMenu(self)
        self._menu.setFont(font("ui"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._clear)
        row.addStretch(1)
        for button in (self._subject, self._side, self._disputed):
            row.addWidget(button)
        self._clear.clicked.connect(self.clear)
        self._subject.clicked.connect(self._open_subjects)
        self._side.clicked.connect(self._open_sides)
        self._disputed.clicked.connect(self._open_disputed)

    def show_scene(self, scene: LedgerScene) -> None:
        """Show the filters that made `scene`."""
        filters = self._filters = scene.filters
        self._subjects = scene.subjects
        self._clear.show_words(Word(scene.filtered, "ui_strong", "time"))
        self._clear.setVisible(bool(scene.filtered))
        self._subject.show_words(
            Word(dict(scene.subjects).get(filters.subject or "", "All subjects"))
        )
        self._side.show_words(Word(dict(SIDES).get(filters.side or "", "Both sides")))
        self._disputed.show_words(Word(dict(_DISPUTED)[filters.disputed]))

    def clear(self) -> None:
        """Ask for every promise."""
        self._ask(LedgerFilters())

    def turn_standing(self, standing: Standing) -> None:
        """Ask for one verdict alone, or for all where it is the one shown."""
        same = self._filters.standing is standing
        self._ask(replace(self._filters, standing=None if same else standing))

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for button in (self._clear, self._subject, self._side, self._disputed):
            button.apply_theme(theme)

    def _open_subjects(self) -> None:
        choices = ((None, "All subjects"), *self._subjects)
        self._open(
            self._subject, [(words, replace(self._filters, subject=key)) for key, words in choices]
        )

    def _open_sides(self) -> None:
        choices = ((None, "Both sides"), *SIDES)
        self._open(
            self._side, [(words, replace(self._filters, side=code)) for code, words in choices]
        )

    def _open_disputed(self) -> None:
        self._open(
            self._disputed,
            [(words, replace(self._filters, disputed=which)) for which, words in _DISPUTED],
        )

    def _open(self, under: QWidget, choices: list[_Choice]) -> None:
        """Open the menu under its button; the choice that holds now is marked."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for words, filters in choices:
            action = QAction(words.replace("&", "&&"), group)
            action.setCheckable(True)
            action.setChecked(filters == self._filters)
            action.triggered.connect(lambda _=False, wanted=filters: self._ask(wanted))
            self._menu.addAction(action)
        self._menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def _ask(self, filters: LedgerFilters) -> None:
        if filters != self._filters:
            self.filters_asked.emit(filters)
