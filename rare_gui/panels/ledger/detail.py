"""One promise in full: verdict, reason, both texts, evidence in order of date, measures, flows.

Not for choosing the promise: the page hands it one. A verdict cannot be changed here.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.ledger.evidence_list import EvidenceList
from rare_gui.panels.ledger.verdict_line import VerdictLine
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.panels.pieces.warning_box import WarningBox
from rare_gui.scenes.ledger.row import LedgerRow

_MARGIN = 14
_FIRST_LINES = 5
"""Pieces of evidence shown before "more" is asked for."""


class _Themed(Protocol):
    def apply_theme(self, theme: Theme) -> None: ...


class LedgerDetail(QScrollArea):
    """Shows a LedgerRow; without one it says how to choose. Scrolls only up and down.

    `measures_asked`, `flows_asked` and `note_asked` carry the promise's id, `source_picked` that of
    a source, `evidence_asked` the key of a piece of evidence.
    """

    measures_asked = Signal(str)
    flows_asked = Signal(str)
    source_picked = Signal(str)
    evidence_asked = Signal(str)
    note_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: LedgerRow | None = None
        self._all_evidence = False
        self._head = FlowText(theme, keyboard=True)
        self._verdict = VerdictLine(theme)
        self._reason = FlowText(theme)
        self._dispute = WarningBox(theme)
        self._evidence_title = PaneTitle(theme)
        self._evidence = EvidenceList(theme)
        self._more = PhraseButton(theme, framed=False)
        self._measures_title = PaneTitle(theme)
        self._measures = FlowText(theme, keyboard=True)
        self._flows_title = PaneTitle(theme)
        self._flows = FlowText(theme, keyboard=True)
        self._lines = [Hairline(theme) for _ in range(2)]
        self._sources = PhraseButton(theme, chevron=True)
        self._open_measures = _button(theme, "Measures", "Show the measures on the timeline")
        self._open_flows = _button(theme, "Flows", "Show the exports on the timeline")
        self._note = _button(theme, "Note", "Write a note of your own (N)")
        self._copy = _button(theme, "Copy", "Copy the promise with verdict and sources")
        self._menu = QMenu(self)
        self._menu.setFont(font("ui"))
        self._wire()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("The chosen promise")
        self._actions = QWidget()
        self._whole = self._laid_out()
        self.setWidget(self._whole)
        self.show_promise(None)

    def show_promise(self, row: LedgerRow | None) -> None:
        """Show a promise in full; another one starts at its top."""
        if row is None or self._row is None or row.commitment != self._row.commitment:
            self._all_evidence = False
            self.verticalScrollBar().setValue(0)
        self._row = row
        for part in self._parts()[1:]:
            part.setVisible(row is not None)
        if row is None:
            self._head.show_runs([Run("Choose a promise to read it in full.", "ui", "text2")])
            return
        self._head.show_runs(
            [Run(f"{row.context}\n", "lane", "text2"), Run(row.promise, "body_strong")]
        )
        self._verdict.show_row(row)
        self._reason.show_runs([Run(row.reason, "ui")])
        self._dispute.show_words("\N{NOT EQUAL TO} Two texts. ", row.dispute)
        self._dispute.setVisible(bool(row.dispute))
        self._show_evidence(row)
        self._show_record(row)
        self._sources.show_words(Word(f"Sources, {len(row.sources)}"))
        self._sources.setEnabled(bool(row.sources))
        self._open_measures.setEnabled(bool(row.measures))
        self._open_flows.setEnabled(bool(row.flows))

    def focus_text(self) -> None:
        """Put the keyboard into the text, so that it can be read and scrolled."""
        self._head.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        parts: tuple[_Themed, ...] = (
                     self._head, self._verdict, self._reason, self._dispute, self._evidence_title,
                     self._evidence, self._more, self._measures_title, self._measures,
                     self._flows_title, self._flows, *self._lines, self._sources,
                     self._open_measures, self._open_flows, self._note, self._copy)  # fmt: skip
        for part in parts:
            part.apply_theme(theme)

    def _show_evidence(self, row: LedgerRow) -> None:
        count = len(row.evidence)
        self._evidence_title.show_words(f"Evidence, {count}" if count else "Evidence: none found")
        shown = row.evidence if self._all_evidence else row.evidence[:_FIRST_LINES]
        self._evidence.show_lines(shown)
        self._evidence.setVisible(bool(shown))
        self._more.show_words(Word(f"{count - len(shown)} more", "ui", "time"))
        self._more.setVisible(count > len(shown))

    def _show_record(self, row: LedgerRow) -> None:
        self._measures_title.show_words("Measures on the day")
        self._measures.show_runs(
            _linked([(line.words, f"lane:{line.measure}") for line in row.measures])
        )
        self._flows_title.show_words("Exports against the months before")
        told = [*((line.words, line.key) for line in row.flows), (row.flow_note, "")]
        self._flows.show_runs(_linked(told))
        for part in (self._measures_title, self._measures):
            part.setVisible(bool(row.measures))
        for part in (self._flows_title, self._flows):
            part.setVisible(bool(row.flow_note))

    def _show_all(self) -> None:
        self._all_evidence = True
        if self._row is not None:
            self._show_evidence(self._row)

    def _open_sources(self) -> None:
        self._menu.clear()
        for source in self._row.sources if self._row is not None else ():
            action = self._menu.addAction(source.citation.replace("&", "&&"))
            action.triggered.connect(
                lambda _=False, wanted=source.source_id: self.source_picked.emit(wanted)
            )
        self._menu.popup(self._sources.mapToGlobal(self._sources.rect().bottomLeft()))

    def _copy_text(self) -> None:
        row = self._row
        if row is not None:
            cited = "; ".join(source.citation for source in row.sources)
            verdict = " ".join(part for part in (row.standing_words, row.verdict_day) if part)
            dispute = f" Two texts: {row.dispute}." if row.dispute else ""
            QGuiApplication.clipboard().setText(
                f"{row.context}. {row.promise} {verdict}. {row.reason}{dispute} Sources: {cited}."
            )

    def _ask(self, signal: str) -> None:
        if self._row is not None:
            getattr(self, signal).emit(self._row.commitment)

    def _wire(self) -> None:
        self._more.clicked.connect(self._show_all)
        self._evidence.evidence_asked.connect(self.evidence_asked)
        self._measures.link_clicked.connect(self.evidence_asked)
        self._flows.link_clicked.connect(self.evidence_asked)
        self._sources.clicked.connect(self._open_sources)
        self._copy.clicked.connect(self._copy_text)
        self._open_measures.clicked.connect(lambda: self._ask("measures_asked"))
        self._open_flows.clicked.connect(lambda: self._ask("flows_asked"))
        self._note.clicked.connect(lambda: self._ask("note_asked"))

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self._head, self._lines[0], self._verdict, self._lines[1], self._reason, self._dispute,
            self._actions, self._evidence_title, self._evidence, self._more, self._measures_title,
            self._measures, self._flows_title, self._flows,
        )  # fmt: skip

    def _laid_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        column.setSpacing(8)
        rows = QVBoxLayout(self._actions)
        rows.setContentsMargins(0, 2, 0, 2)
        rows.setSpacing(6)
        for buttons in (
            (self._sources, self._open_measures, self._open_flows), (self._note, self._copy)
        ):  # fmt: skip
            line = QHBoxLayout()
            line.setSpacing(6)
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            rows.addLayout(line)
        for part in self._parts():
            column.addWidget(part)
        column.addStretch(1)
        return whole


def _linked(lines: list[tuple[str, str]]) -> list[Run]:
    """A paragraph for each line; those with a key are clickable."""
    runs: list[Run] = []
    for words, key in lines:
        if runs:
            runs.append(Run("\n", "lane_light"))
        runs.append(Run(words, "lane_light", "text2", link=key))
    return runs


def _button(theme: Theme, words: str, tooltip: str) -> PhraseButton:
    made = PhraseButton(theme)
    made.show_words(Word(words))
    made.setToolTip(tooltip)
    return made
