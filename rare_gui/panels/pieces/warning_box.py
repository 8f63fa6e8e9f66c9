"""A lead and running words on the ground of a warning, for what two sides tell differently."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.flow_text import FlowText, Run


class WarningBox(QWidget):
    """Shows a lead in the colour of a warning, then the words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = FlowText(theme)
        self._text.viewport().setAutoFillBackground(False)
        self._text.setStyleSheet("background: transparent;")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self._text)

    def show_words(self, lead: str, words: str) -> None:
        """Replace both."""
        self._text.show_runs([Run(lead, "ui_strong", "warn"), Run(words, "ui", "on-warn")])

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._text.apply_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground under the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("warn-soft"))
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.end()
