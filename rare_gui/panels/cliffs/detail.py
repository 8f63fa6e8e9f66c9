"""One dated clause in full: days left, what its text does, states around it, sources, actions.

Not for choosing the clause: the board hands it one.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.cliffs.state_changes import StateChanges
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.scenes.cliffs.row import CliffRow

_MARGIN = 14
_MOST_SECTORS = 8


class _Themed(Protocol):
    def apply_theme(self, theme: Theme) -> None: ...


class CliffDetail(QScrollArea):
    """Shows a CliffRow; without one it says how to choose. Scrolls only up and down."""

    calendar_asked = Signal(str)
    timeline_asked = Signal(int)
    material_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: CliffRow | None = None
        self._head = FlowText(theme, keyboard=True)
        self._text = FlowText(theme)
        self._facts = FlowText(theme)
        self._states_title = PaneTitle(theme)
        self._changes = StateChanges(theme)
        self._no_changes = FlowText(theme)
        self._sources_title = PaneTitle(theme)
        self._sources = FlowText(theme)
        self._lines = [Hairline(theme) for _ in range(2)]
        self._take = PhraseButton(theme, icon="calendar", icon_token="time")
        self._take.show_words(Word("Add to calendar (.ics)"))
        self._open = PhraseButton(theme)
        self._open.show_words(Word("On the timeline"))
        self._copy = PhraseButton(theme)
        self._copy.show_words(Word("Copy"))
        self._materials = PhraseButton(theme, chevron=True)
        self._materials.show_words(Word("Look at a material"))
        self._menu = QMenu(self)
        self._menu.setFont(font("ui"))
        self._take.clicked.connect(self._ask_calendar)
        self._open.clicked.connect(self._ask_timeline)
        self._copy.clicked.connect(self._copy_text)
        self._materials.clicked.connect(self._open_menu)
        self._actions = QWidget()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("The chosen clause")
        self.setWidget(self._laid_out())
        self.show_clause(None)

    def show_clause(self, row: CliffRow | None) -> None:
        """Show a clause in full."""
        self._row = row
        for part in (self._text, self._facts, self._states_title, self._changes, self._no_changes,
                     self._sources_title, self._sources, self._actions, *self._lines):  # fmt: skip
            part.setVisible(row is not None)
        if row is None:
            self._head.show_runs([Run("Choose a row to read it in full.", "ui", "text2")])
            return
        urgent = "warn" if row.urgent else "ink"
        self._head.show_runs(
            [
                Run(row.left_spoken, "body_strong", urgent),
                Run(f" · {row.weekday}\n", "body", "text2"),
                Run(f"{row.lead}: {row.title}", "body_strong"),
            ]
        )
        told = (row.unknown, row.summary)
        self._text.show_runs([Run("\n".join(part for part in told if part), "ui", "text2")])
        self._facts.show_runs(_facts(row))
        states = row.states
        self._states_title.show_words(states.title)
        self._changes.show_states(states)
        self._changes.setVisible(bool(states.changes))
        self._no_changes.show_runs([Run(states.sentence, "lane_light", "text2")])
        self._no_changes.setVisible(not states.changes)
        self._sources_title.show_words("Sources")
        cited = "\n".join(
            f"{source.citation}{f' · {source.url}' if source.url else ''}" for source in row.sources
        )
        self._sources.show_runs([Run(cited or "none in these data", "lane_light", "text2")])
        self._materials.setVisible(bool(row.tiles))

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        parts: tuple[_Themed, ...] = (
            self._head, self._text, self._facts, self._states_title, self._changes,
            self._no_changes, self._sources_title, self._sources, *self._lines, self._take,
            self._open, self._copy, self._materials,
        )  # fmt: skip
        for part in parts:
            part.apply_theme(theme)

    def _ask_calendar(self) -> None:
        if self._row is not None:
            self.calendar_asked.emit(self._row.clause)

    def _ask_timeline(self) -> None:
        if self._row is not None:
            self.timeline_asked.emit(self._row.day)

    def _copy_text(self) -> None:
        row = self._row
        if row is not None:
            cited = "; ".join(source.citation for source in row.sources)
            text = f"{row.date}: {row.sentence} Basis: {row.basis_words}. Sources: {cited}."
            QGuiApplication.clipboard().setText(text)

    def _open_menu(self) -> None:
        self._menu.clear()
        for material, symbol in self._row.tiles if self._row is not None else ():
            action = self._menu.addAction(f"{material.replace('-', ' ')} ({symbol})")
            action.triggered.connect(lambda _=False, m=material: self.material_picked.emit(m))
        below = self._materials.rect().bottomLeft()
        self._menu.popup(self._materials.mapToGlobal(below))

    def _laid_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        column.setSpacing(8)
        rows = QVBoxLayout(self._actions)
        rows.setContentsMargins(0, 2, 0, 2)
        rows.setSpacing(6)
        for buttons in ((self._take, self._open), (self._copy, self._materials)):
            line = QHBoxLayout()
            line.setSpacing(6)
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            rows.addLayout(line)
        for part in (self._head, self._actions, self._text, self._facts, self._lines[0],
                     self._states_title, self._changes, self._no_changes, self._lines[1],
                     self._sources_title, self._sources):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        return whole


def _facts(row: CliffRow) -> list[Run]:
    legal = ""
    if row.legal_text:
        legal = f"{row.legal_text}{', passed' if row.legal_passed else ''}"
    sectors = ", ".join(row.sectors[:_MOST_SECTORS])
    more = len(row.sectors) - _MOST_SECTORS
    facts = (
        ("Measure", f"{row.citation} ({row.lane})"),
        ("Basis", row.basis_words),
        ("Legal text", legal),
        ("Hits", row.goods),
        ("Sectors", f"{sectors} and {more} more" if more > 0 else sectors),
    )
    shown = [(name, words) for name, words in facts if words]
    runs: list[Run] = []
    for number, (name, words) in enumerate(shown):
        end = "\n" if number < len(shown) - 1 else ""
        runs += [Run(f"{name}: ", "ui", "text3"), Run(f"{words}{end}", "ui", "ink")]
    return runs
