"""What stands behind a figure: value, facts, a card a source, what differs, the sum, problems.

Not for finding it: `EvidenceScene` brings it. It takes the place of the pane at the right.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.announcing import announce
from rare_gui.panels.card_list import CardList
from rare_gui.panels.data_notes import DataNotes
from rare_gui.panels.disagree_bar import DisagreeBar
from rare_gui.panels.evidence_facts import EvidenceFacts
from rare_gui.panels.evidence_head import EvidenceHead
from rare_gui.panels.flow_text import FlowText, Run
from rare_gui.panels.hairline import Hairline
from rare_gui.panels.pane_title import PaneTitle
from rare_gui.panels.phrase_button import PhraseButton, Word
from rare_gui.panels.source_card import SourceCardView
from rare_gui.panels.warning_box import WarningBox
from rare_gui.scenes.evidence_parts import EvidenceScene
from rare_gui.scenes.notes import DataNote

_MARGIN = 14
_MOST_CARDS = 12
"""Cards shown before "more" is asked for."""


class _Themed(Protocol):
    def apply_theme(self, theme: Theme) -> None: ...


class EvidenceDrawer(QWidget):
    """Shows an EvidenceScene. `evidence_asked` carries the key of an input of a sum."""

    evidence_asked = Signal(str)
    back_asked = Signal()
    forward_asked = Signal()
    pin_asked = Signal(bool)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene: EvidenceScene | None = None
        self._every = False
        self._head, self._lines = EvidenceHead(theme), [Hairline(theme) for _ in range(3)]
        self._value, self._facts = FlowText(theme, keyboard=True), EvidenceFacts(theme)
        self._difference, self._scale = WarningBox(theme), DisagreeBar(theme)
        self._cards: list[SourceCardView] = []
        self._card_column = QVBoxLayout()
        self._more = PhraseButton(theme, framed=False)
        self._rule = FlowText(theme)
        self._sum_title, self._inputs = PaneTitle(theme), CardList(theme, "Inputs of the sum")
        self._plain, self._bibtex = PhraseButton(theme), PhraseButton(theme)
        self._problems_title, self._problems = PaneTitle(theme), DataNotes(theme)
        self._scroll = QScrollArea()
        self._wire()
        self._lay_out()
        self.setAccessibleName("Evidence")
        self.setFocusProxy(self._value)

    def show_scene(self, scene: EvidenceScene) -> None:
        """Show the evidence on another figure, from its top; it is announced."""
        another = self._scene is None or scene.key != self._scene.key
        self._scene = scene
        if another:
            self._every = False
            self._scroll.verticalScrollBar().setValue(0)
        self._head.show_scene(scene)
        self._show_value(scene)
        self._facts.show_facts(scene.facts)
        self._facts.setVisible(bool(scene.facts))
        self._lines[1].setVisible(bool(scene.facts))
        self._difference.show_words(scene.difference, "")
        self._difference.setVisible(bool(scene.difference))
        self._show_cards(scene)
        self._scale.show_bars(scene.scale)
        self._scale.setVisible(bool(scene.scale))
        self._rule.show_runs([Run("Rule of choice. ", "ui_strong"), Run(scene.rule, "ui")])
        self._rule.setVisible(bool(scene.rule))
        self._sum_title.show_words("How it comes about", scene.formula)
        self._sum_title.setVisible(bool(scene.formula or scene.inputs))
        self._inputs.show_lines(scene.inputs)
        self._inputs.setVisible(bool(scene.inputs))
        for button in (self._plain, self._bibtex):
            button.setVisible(bool(scene.citation))
        self._problems_title.show_words("Problems of the package", f"{len(scene.problems)}")
        self._problems.show_notes(
            tuple(DataNote(f"{one.severity.capitalize()}.", one.text) for one in scene.problems)
        )
        for part in (self._problems_title, self._problems, self._lines[2]):
            part.setVisible(bool(scene.problems))
        if another and self.isVisible():
            announce(self, scene.spoken)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        parts: tuple[_Themed, ...] = (
            self._head, *self._lines, self._value, self._facts, self._difference, self._scale,
            *self._cards, self._more, self._rule, self._sum_title, self._inputs, self._plain,
            self._bibtex, self._problems_title, self._problems,
        )  # fmt: skip
        for part in parts:
            part.apply_theme(theme)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Alt+Left and Alt+Right walk the figures, Ctrl+C copies the citation."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif alt and event.key() == Qt.Key.Key_Left:
            self.back_asked.emit()
        elif alt and event.key() == Qt.Key.Key_Right:
            self.forward_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy(plain=True)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the pane."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("panel"))
        painter.end()

    def _show_value(self, scene: EvidenceScene) -> None:
        if scene.gap:
            title = f"{scene.title}\n" if scene.title else ""
            self._value.show_runs([Run(title, "body_strong"), Run(scene.gap, "ui", "text2")])
            return
        value = "body_strong" if len(scene.value) > 24 else "figure_large"
        self._value.show_runs(
            [
                Run(f"{scene.value}  ", value),
                Run(f"{scene.title}\n", "body_strong"),
                Run(scene.about, "ui", "text2"),
            ]
        )

    def _show_cards(self, scene: EvidenceScene) -> None:
        shown = scene.cards if self._every else scene.cards[:_MOST_CARDS]
        while len(self._cards) < len(shown):
            self._cards.append(card := SourceCardView(self._theme))
            self._card_column.addWidget(card)
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(shown))
            if place < len(shown):
                card.show_card(shown[place])
        self._more.show_words(Word(f"{len(scene.cards) - len(shown)} more", "ui", "time"))
        self._more.setVisible(len(scene.cards) > len(shown))

    def _show_all(self) -> None:
        self._every = True
        if self._scene is not None:
            self._show_cards(self._scene)

    def _copy(self, *, plain: bool) -> None:
        if self._scene is not None and self._scene.citation:
            text = self._scene.citation if plain else self._scene.bibtex
            QGuiApplication.clipboard().setText(text)
            announce(self, "Citation copied")

    def _wire(self) -> None:
        head = self._head
        head.back_asked.connect(self.back_asked)
        head.forward_asked.connect(self.forward_asked)
        head.pin_asked.connect(self.pin_asked)
        head.close_asked.connect(self.closed)
        self._more.clicked.connect(self._show_all)
        self._inputs.evidence_asked.connect(self.evidence_asked)
        self._plain.show_words(Word("Copy citation"))
        self._plain.clicked.connect(lambda: self._copy(plain=True))
        self._bibtex.show_words(Word("Copy BibTeX"))
        self._bibtex.clicked.connect(lambda: self._copy(plain=False))

    def _lay_out(self) -> None:
        whole = QWidget()
        body = QVBoxLayout(whole)
        body.setContentsMargins(_MARGIN, 10, _MARGIN, 14)
        body.setSpacing(10)
        self._card_column.setSpacing(8)
        actions = QHBoxLayout()
        actions.setSpacing(6)
        actions.addWidget(self._plain)
        actions.addWidget(self._bibtex)
        actions.addStretch(1)
        body.addWidget(self._value)
        body.addWidget(self._lines[1])
        body.addWidget(self._facts)
        body.addWidget(self._difference)
        body.addLayout(self._card_column)
        below: tuple[QWidget, ...] = (
            self._more, self._scale, self._rule, self._sum_title, self._inputs,
        )  # fmt: skip
        for part in below:
            body.addWidget(part)
        body.addLayout(actions)
        body.addWidget(self._lines[2])
        body.addWidget(self._problems_title)
        body.addWidget(self._problems)
        body.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._lines[0])
        column.addWidget(self._scroll, 1)
