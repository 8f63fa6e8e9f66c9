"""The filters over the cliff board: materials, authority, context measures, range, words.

Not for filtering: it says what is wanted, and the next scene brings what is left.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import tinted_icon
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.scenes.cliffs.filters import RANGES, CliffFilters, within_words
from rare_gui.scenes.cliffs.scene import CliffsScene
from rare_gui.scenes.selection import FEWEST_COMPARED
from rare_gui.scenes.wording import listed

REST_MS = 250
"""After the last letter typed the words are asked for."""


class CliffFilterBar(QWidget):
    """Shows the filters of a CliffsScene; `filters_asked` carries other CliffFilters."""

    filters_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = CliffFilters()
        self._own = _switch("Only the selected material")
        self._compared = _switch("Only the compared materials")
        self._context = _switch("Context measures")
        self._context.setToolTip("Measures that name no material: tariffs, listings of firms")
        self._authority = PhraseButton(theme, chevron=True)
        self._authority.setToolTip("Whose measures are listed")
        self._within = PhraseButton(theme, chevron=True)
        self._within.setToolTip("How far from the as-of day")
        self._menu = QMenu(self)
        self._menu.setFont(font("ui"))
        self._authorities: tuple[tuple[str, str], ...] = ()
        self._words = QLineEdit()
        self._words.setFont(font("ui"))
        self._words.setPlaceholderText("Filter clauses")
        self._words.setAccessibleName("Filter clauses by words")
        self._words.setClearButtonEnabled(True)
        self._words.setMinimumWidth(90)
        self._search = QAction(self._words)
        self._search.setText("Search")
        self._words.addAction(self._search, QLineEdit.ActionPosition.LeadingPosition)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        shown = (self._own, self._compared, self._authority, self._context, self._within)
        for widget in shown:
            row.addWidget(widget)
        row.addWidget(self._words, 1)
        self._wire()
        self.apply_theme(theme)

    def show_scene(self, scene: CliffsScene) -> None:
        """Show the filters that made `scene`; words that are being typed stay."""
        filters = self._filters = scene.filters
        self._own.setText(f"Only {scene.material}".replace("&", "&&"))
        self._own.setToolTip(tooltip_text(f"Only clauses that hit {scene.material}"))
        self._authorities = scene.authorities
        compared = len(scene.compared)
        self._compared.setText(f"Only {compared} compared")
        self._compared.setToolTip(
            tooltip_text(f"Only clauses that hit one of {listed(scene.compared)}")
        )
        self._compared.setVisible(compared >= FEWEST_COMPARED or filters.only_compared)
        for switch, on in (
            (self._own, filters.only_material),
            (self._compared, filters.only_compared),
            (self._context, filters.context),
        ):
            with QSignalBlocker(switch):
                switch.setChecked(on)
        names = dict(scene.authorities)
        authority = names.get(filters.authority or "", "All authorities")
        self._authority.show_words(Word(authority))
        self._within.show_words(Word(_range_words(filters.within)))
        words = filters.words or ""
        if not self._rest.isActive() and self._words.text().strip() != words:
            with QSignalBlocker(self._words):
                self._words.setText(words)

    def clear(self) -> None:
        """Ask for every clause."""
        self._rest.stop()
        self._ask(CliffFilters())

    def focus_words(self) -> None:
        """Put the keyboard into the words' field with its text selected."""
        self._words.setFocus()
        self._words.selectAll()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._search.setIcon(tinted_icon("search", theme, "text3"))
        self._authority.apply_theme(theme)
        self._within.apply_theme(theme)

    def _wire(self) -> None:
        self._own.toggled.connect(lambda on: self._ask_materials(own=on))
        self._compared.toggled.connect(lambda on: self._ask_materials(compared=on))
        self._context.toggled.connect(lambda on: self._ask(replace(self._filters, context=on)))
        self._authority.clicked.connect(self._open_authorities)
        self._within.clicked.connect(self._open_ranges)
        self._words.textChanged.connect(lambda _: self._rest.start())
        self._words.returnPressed.connect(self._ask_words)
        self._rest.timeout.connect(self._ask_words)

    def _ask_words(self) -> None:
        self._rest.stop()
        self._ask(replace(self._filters, words=self._words.text().strip() or None))

    def _ask_materials(self, *, own: bool = False, compared: bool = False) -> None:
        """Of the two limits to materials one at most holds."""
        self._ask(replace(self._filters, only_material=own, only_compared=compared))

    def _ask(self, filters: CliffFilters) -> None:
        if filters != self._filters:
            self.filters_asked.emit(filters)

    def _open_authorities(self) -> None:
        choices = ((None, "All authorities"), *self._authorities)
        self._open(
            self._authority,
            [
                (words, replace(self._filters, authority=code), code == self._filters.authority)
                for code, words in choices
            ],
        )

    def _open_ranges(self) -> None:
        self._open(
            self._within,
            [
                (_range_words(days), replace(self._filters, within=days), days == filtered)
                for filtered in (self._filters.within,)
                for days, _ in RANGES
            ],
        )

    def _open(self, under: QWidget, choices: list[tuple[str, CliffFilters, bool]]) -> None:
        """Open the menu under its button; the choice that holds now is marked."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for words, filters, chosen in choices:
            action = QAction(words.replace("&", "&&"), group)
            action.setCheckable(True)
            action.setChecked(chosen)
            action.triggered.connect(lambda _=False, wanted=filters: self._ask(wanted))
            self._menu.addAction(action)
        self._menu.popup(under.mapToGlobal(under.rect().bottomLeft()))


def _range_words(days: int | None) -> str:
    return "All dates" if days is None else f"Within {within_words(days)}"


def _switch(text: str) -> QToolButton:
    """A framed button that stays pressed."""
    made = QToolButton()
    made.setText(text)
    made.setCheckable(True)
    made.setProperty("framed", "true")
    made.setFont(font("ui"))
    return made
