"""The assumption table with its foot: one click puts all values back to the package's.

Not for the table itself (`assumption_table`).
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.impact.assumption_table import AssumptionTable
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.scenes.impact.parts import AssumptionGroup


class AssumptionBlock(QWidget):
    """Passes on what the table says; counts the changed values beside the reset."""

    changed = Signal(str, float, float, float)
    reset_asked = Signal(str)
    all_reset = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = AssumptionTable(theme)
        self._reset = PhraseButton(theme)
        self._reset.show_words(Word("Back to the package’s values"))
        self._count = QLabel()
        self._count.setFont(font("note"))
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setWordWrap(True)
        self._table.changed.connect(self.changed)
        self._table.reset_asked.connect(self.reset_asked)
        self._reset.clicked.connect(self.all_reset)
        self.setFocusProxy(self._table)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 10)
        foot.setSpacing(10)
        foot.addWidget(self._reset)
        foot.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._table, 1)
        column.addLayout(foot)
        self.apply_theme(theme)

    def show_groups(self, groups: tuple[AssumptionGroup, ...]) -> None:
        """Show the groups of assumptions."""
        self._table.show_groups(groups)
        changed = sum(item.changed for group in groups for item in group.assumptions)
        count = sum(len(group.assumptions) for group in groups)
        self._count.setText(f"{changed} of {count} changed" if changed else f"{count} assumptions")
        self._reset.setEnabled(bool(changed))

    def show_key(self, key: str) -> None:
        """Bring an assumption into view and go to it."""
        self._table.show_key(key)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._table.apply_theme(theme)
        self._reset.apply_theme(theme)
        self._count.setStyleSheet(f"color: {theme.color('text3').name()};")
