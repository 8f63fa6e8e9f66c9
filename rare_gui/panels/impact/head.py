"""The line over the impact page: scenario switch, draws, unit, save; under it why and what is cut.

Not for running or keeping anything: it says what was asked.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.panels.pieces.segments import Segments
from rare_gui.scenes.impact.parts import ImpactHead
from rare_gui.scenes.impact.words import PRESET_NAMES

UNITS = (
    ("value_added", "Value added", "Losses as value added"),
    ("output", "Output", "Losses as output"),
    ("jobs", "Jobs", "Losses as jobs, where they are known"),
)
SHARES = (
    ("no", "Amount", "Losses in US$ or in jobs"),
    ("yes", "% of sector", "Losses as a share of each sector"),
)
MATERIALS = (
    ("selected", "Selected", "Size the selected material alone"),
    ("all", "All materials", "Size all materials together"),
)
_MARGIN = 14
_ONE_LINE, _TWO_LINES = 1390, 770


class ImpactHeadLine(QWidget):
    """Shows an ImpactHead on one line of controls, or two where it is narrow."""

    preset_picked = Signal(str)
    unit_picked = Signal(str)
    relative_picked = Signal(bool)
    all_materials_picked = Signal(bool)
    more_draws_asked = Signal()
    cancel_asked = Signal()
    save_asked = Signal()
    scope_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._running = False
        self._title = QLabel()
        self._title.setFont(font("title"))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._presets = Segments(PRESET_NAMES, theme)
        self._materials = Segments(MATERIALS, theme)
        self._draws = PhraseButton(theme)
        self._units = Segments(UNITS, theme)
        self._shares = Segments(SHARES, theme)
        self._save = PhraseButton(theme)
        self._save.show_words(Word("Save what-if"))
        self._save.setToolTip("Keep the what-if with its assumptions (Ctrl S)")
        self._words = FlowText(theme, keyboard=True)
        self._words.link_clicked.connect(self.scope_picked)
        self._presets.picked.connect(self.preset_picked)
        self._units.picked.connect(self.unit_picked)
        self._materials.picked.connect(lambda key: self.all_materials_picked.emit(key == "all"))
        self._shares.picked.connect(lambda key: self.relative_picked.emit(key == "yes"))
        self._draws.clicked.connect(self._ask_draws)
        self._save.clicked.connect(self.save_asked)
        self._controls = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._place()

    def show_head(self, head: ImpactHead) -> None:
        """Show `head`; the draws' button cancels while they run and else asks for more."""
        self._running = head.running
        self._title.setText(head.title)
        self._presets.mark(head.preset)
        self._units.mark(head.losses_as)
        self._materials.mark(head.materials)
        self._shares.mark("yes" if head.relative else "no")
        done = "" if head.progress is None else f"{100 * head.progress:.0f} %"
        words = [Word(head.draws_words), Word(done, "ui_strong")]
        if head.running:
            words.append(Word("Cancel", token="time"))
        elif head.more_draws:
            words.append(Word("Draw 20,000", token="time"))
        self._draws.show_words(*words)
        self._draws.setVisible(bool(self._draws.words()))
        self._draws.setEnabled(head.running or head.more_draws)
        tip = "Stop the draws" if head.running else "Draw 20,000 times"
        self._draws.setToolTip(tip if self._draws.isEnabled() else "")
        self._draws.setAccessibleName(f"{self._draws.words()}: {tip}")
        runs = [Run(head.case_words, "lane_strong"), Run("  " if head.case_words else "")]
        for number, (key, told) in enumerate(head.scopes):
            runs.append(Run(" or " if number else "Instead: ", "lane_light", "text2"))
            runs.append(Run(told, "lane_light", "time", link=key))
        runs.append(Run(".  " if head.scopes else "", "lane_light", "text2"))
        runs.append(Run(head.reason, "lane_light", "text2"))
        self._words.show_runs([run for run in runs if run.text])

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        for part in (
            self._presets,
            self._materials,
            self._draws,
            self._units,
            self._shares,
            self._save,
            self._words,
        ):
            part.apply_theme(theme)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the two lines of controls; one line is for wide windows alone."""
        return QSize(_TWO_LINES, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line of controls where they fit."""
        super().resizeEvent(event)
        wide = event.size().width() >= _ONE_LINE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction is not self._controls.direction():
            self._controls.setDirection(direction)

    def _ask_draws(self) -> None:
        (self.cancel_asked if self._running else self.more_draws_asked).emit()

    def _place(self) -> None:
        left, right = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (left, (self._title, self._presets, self._materials)),
            (right, (self._draws, self._units, self._shares, self._save)),
        ):
            row.setSpacing(8)
            for part in parts:
                row.addWidget(part)
        left.addStretch(1)
        right.insertStretch(0, 1)
        self._controls.setSpacing(6)
        self._controls.addLayout(left, 1)
        self._controls.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        column.setSpacing(6)
        column.addLayout(self._controls)
        column.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
