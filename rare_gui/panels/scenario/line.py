"""One line of a what-if with its number and the button that takes it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from rare_gui.figures.fonts import line_height
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.icons import ICON_SIZE, tinted_icon

_BUTTON = (26, 24)


class ScenarioLine(QWidget):
    """Says what is supposed; a line at fault is written in the colour of warnings with a sign."""

    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = FlowText(theme)
        self._button = QToolButton()
        self._button.setIconSize(ICON_SIZE)
        self._button.setFixedSize(*_BUTTON)
        self._button.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        words = QVBoxLayout()  # the first line of the words beside the middle of the button
        words.setContentsMargins(0, round((_BUTTON[1] - line_height("body")) / 2), 0, 0)
        words.addWidget(self._words)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.apply_theme(theme)

    def show_line(self, number: int, words: str, *, faulty: bool) -> None:
        """Show a line by its number (from 1)."""
        token = "warn" if faulty else "ink"
        mark = "! " if faulty else ""
        self._words.show_runs(
            (Run(f"{number}  ", "note", "text3"), Run(f"{mark}{words}", "body", token))
        )
        self._button.setAccessibleName(f"Remove line {number}: {words}")
        self._button.setToolTip("Remove this line")

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._words.apply_theme(theme)
        self._button.setIcon(tinted_icon("close", theme))
