"""What can be done with the evidence on a figure: cite it, open its rows, see the other series.

Not for doing it: the drawer does.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.scenes.evidence.parts import EvidenceScene


class EvidenceActions(QWidget):
    """Buttons for what an EvidenceScene allows.

    `citation_asked` carries whether it is BibTeX, `rows_asked` whether the rows are to be seen;
    `other_asked`: the other series is to stand in front.
    """

    citation_asked = Signal(bool)
    rows_asked = Signal(bool)
    other_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shows_rows = False
        self._plain, self._bibtex = PhraseButton(theme), PhraseButton(theme)
        self._rows, self._other = PhraseButton(theme), PhraseButton(theme)
        self._plain.show_words(Word("Copy citation"))
        self._bibtex.show_words(Word("Copy BibTeX"))
        self._plain.setToolTip("Copy citation (Ctrl+C)")
        self._rows.setToolTip("Every cell of the rows that the figure rests on")
        self._other.setToolTip("Draw every figure of output from it (Ctrl+Z goes back)")
        self._plain.clicked.connect(lambda: self.citation_asked.emit(False))
        self._bibtex.clicked.connect(lambda: self.citation_asked.emit(True))
        self._rows.clicked.connect(self._turn_rows)
        self._other.clicked.connect(self.other_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for pair in ((self._plain, self._bibtex, self._rows), (self._other,)):
            row = QHBoxLayout()
            row.setSpacing(6)
            for button in pair:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)

    def show_scene(self, scene: EvidenceScene) -> None:
        """Offer what the figure allows."""
        for button in (self._plain, self._bibtex):
            button.setVisible(bool(scene.citation))
        self._rows.setVisible(bool(scene.rows))
        self._other.setVisible(scene.other is not None)
        if scene.other is not None:
            self._other.show_words(Word(scene.other.words))
        self._name_rows()

    def close_rows(self) -> None:
        """Another figure begins without its rows."""
        self.shows_rows = False
        self._name_rows()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for button in (self._plain, self._bibtex, self._rows, self._other):
            button.apply_theme(theme)

    def _turn_rows(self) -> None:
        self.shows_rows = not self.shows_rows
        self._name_rows()
        self.rows_asked.emit(self.shows_rows)

    def _name_rows(self) -> None:
        self._rows.show_words(Word("Close row" if self.shows_rows else "Open row"))
