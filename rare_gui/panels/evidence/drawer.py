"""What stands behind a figure: value, facts, a card a source, what differs, the sum, problems.

Not for finding it: `EvidenceScene` brings it. It takes the place of the pane at the right.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.evidence.actions import EvidenceActions
from rare_gui.panels.evidence.disagree_bar import DisagreeBar
from rare_gui.panels.evidence.facts import EvidenceFacts
from rare_gui.panels.evidence.head import EvidenceHead
from rare_gui.panels.evidence.source_card import SourceCards
from rare_gui.panels.pieces.announcing import announce
from rare_gui.panels.pieces.card_list import CardList
from rare_gui.panels.pieces.data_notes import DataNotes
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.panels.pieces.warning_box import WarningBox
from rare_gui.scenes.evidence.parts import EvidenceScene
from rare_gui.scenes.notes import DataNote

_MARGIN = 14
_MOST_CARDS = 12
"""Cards shown before "more" is asked for."""


class _Themed(Protocol):
    def apply_theme(self, theme: Theme) -> None: ...


class EvidenceDrawer(QWidget):
    """Shows an EvidenceScene.

    `evidence_asked` carries the key of an input of a sum, `series_asked` the series of output
    figures that is to stand in front, None for the one that the package prefers.
    """

    evidence_asked = Signal(str)
    series_asked = Signal(object)
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
        self._cards, self._rows = SourceCards(theme), SourceCards(theme, label_width=120)
        self._note = WarningBox(theme)
        self._more = PhraseButton(theme, framed=False)
        self._rule = FlowText(theme)
        self._sum_title, self._inputs = PaneTitle(theme), CardList(theme, "Inputs of the sum")
        self._actions = EvidenceActions(theme)
        self._problems_title, self._problems = PaneTitle(theme), DataNotes(theme)
        self._scroll = QScrollArea()
        self._wire()
        self._lay_out()
        self.setAccessibleName("Evidence")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_scene(self, scene: EvidenceScene) -> None:
        """Show the evidence on another figure, from its top; it is announced."""
        another = self._scene is None or scene.key != self._scene.key
        self._scene = scene
        if another:
            self._every = False
            self._actions.close_rows()
            self._scroll.verticalScrollBar().setValue(0)
        self._head.show_scene(scene)
        self._show_value(scene)
        self._facts.show_facts(scene.facts)
        self._facts.setVisible(bool(scene.facts))
        self._lines[1].setVisible(bool(scene.facts))
        self._difference.show_words(scene.difference, "")
        self._difference.setVisible(bool(scene.difference))
        self._note.show_words(scene.other.note if scene.other else "", "")
        self._note.setVisible(bool(scene.other and scene.other.note))
        self._show_cards(scene)
        self._scale.show_bars(scene.scale)
        self._scale.setVisible(bool(scene.scale))
        self._rule.show_runs([Run("Rule of choice. ", "ui_strong"), Run(scene.rule, "ui")])
        self._rule.setVisible(bool(scene.rule))
        self._sum_title.show_words("How it comes about", scene.formula)
        self._sum_title.setVisible(bool(scene.formula or scene.inputs))
        self._inputs.show_lines(scene.inputs)
        self._inputs.setVisible(bool(scene.inputs))
        self._actions.show_scene(scene)
        self._show_rows(self._actions.shows_rows)
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
            self._head, *self._lines, self._value, self._facts, self._difference, self._note,
            self._scale, self._cards, self._more, self._rule, self._sum_title, self._inputs,
            self._actions, self._rows, self._problems_title, self._problems,
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
            self.copy_citation()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+C in a text without a choice of words copies the citation, not nothing."""
        if (
            isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
            and not self._value.textCursor().hasSelection()
        ):
            if event.type() == QEvent.Type.KeyPress:
                self.copy_citation()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def copy_citation(self, bibtex: bool = False) -> None:
        """Put the citation of the shown figure on the clipboard."""
        if self._scene is not None and self._scene.citation:
            text = self._scene.bibtex if bibtex else self._scene.citation
            QGuiApplication.clipboard().setText(text)
            announce(self, "Citation copied")

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
        self._cards.show_cards(shown)
        self._more.show_words(Word(f"{len(scene.cards) - len(shown)} more", "ui", "time"))
        self._more.setVisible(len(scene.cards) > len(shown))

    def _show_rows(self, shown: bool) -> None:
        """The package's rows, cell by cell, or none of them."""
        self._rows.show_cards(self._scene.rows if self._scene is not None and shown else ())
        self._rows.setVisible(shown)

    def _show_all(self) -> None:
        self._every = True
        if self._scene is not None:
            self._show_cards(self._scene)

    def _ask_series(self) -> None:
        if self._scene is not None and self._scene.other is not None:
            self.series_asked.emit(self._scene.other.series)

    def _wire(self) -> None:
        head = self._head
        head.back_asked.connect(self.back_asked)
        head.forward_asked.connect(self.forward_asked)
        head.pin_asked.connect(self.pin_asked)
        head.close_asked.connect(self.closed)
        self._more.clicked.connect(self._show_all)
        self._inputs.evidence_asked.connect(self.evidence_asked)
        self._actions.citation_asked.connect(self.copy_citation)
        self._actions.rows_asked.connect(self._show_rows)
        self._actions.other_asked.connect(self._ask_series)
        self._value.installEventFilter(self)

    def _lay_out(self) -> None:
        whole = QWidget()
        body = QVBoxLayout(whole)
        body.setContentsMargins(_MARGIN, 10, _MARGIN, 14)
        body.setSpacing(10)
        parts: tuple[QWidget, ...] = (
            self._value, self._lines[1], self._facts, self._note, self._difference, self._cards,
            self._more, self._scale, self._rule, self._sum_title, self._inputs, self._actions,
            self._rows, self._lines[2], self._problems_title, self._problems,
        )  # fmt: skip
        for part in parts:
            body.addWidget(part)
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
