"""The foot of the parts result: the chosen line in full, with its sources.

Not for the sentences: the scene brings them.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.scenes.parts.parts import PartDetail

_HEIGHT = 132


class PartsDetail(QWidget):
    """Shows a PartDetail; says when its material is to be shown on the timeline."""

    material_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: PartDetail | None = None
        self._line = Hairline(theme)
        self._title, self._words = QLabel(), QLabel()
        self._timeline = QPushButton("Show on timeline")
        self._sources = QToolButton()
        self._sources.setText("Sources")
        self._sources.setCheckable(True)
        self._sources.setProperty("framed", "true")
        for label, role in ((self._title, "body_strong"), (self._words, "ui")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font(role))
        for button in (self._timeline, self._sources):
            button.setFont(font("ui"))
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._timeline.clicked.connect(self._ask_timeline)
        self._sources.toggled.connect(self._show_words)
        self._lay_out()
        self.apply_theme(theme)

    def show_detail(self, detail: PartDetail | None) -> None:
        """Show a line, or nothing."""
        self._detail = detail
        self._title.setText(detail.title if detail else "")
        self._timeline.setEnabled(bool(detail and detail.material))
        self._sources.setEnabled(bool(detail and detail.sources))
        self._show_words()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._line.apply_theme(theme)
        color = theme.color("ink").name()
        for label in (self._title, self._words):
            label.setStyleSheet(f"color: {color}; background: transparent;")

    def _show_words(self) -> None:
        if self._detail is None:
            self._words.setText("")
        elif self._sources.isChecked():
            self._words.setText("\n".join(source.citation for source in self._detail.sources))
        else:
            self._words.setText(self._detail.sentence)

    def _ask_timeline(self) -> None:
        if self._detail is not None and self._detail.material:
            self.material_picked.emit(self._detail.material)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 12, 2)
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._timeline)
        head.addWidget(self._sources)
        inside = QWidget()
        padded = QVBoxLayout(inside)
        padded.setContentsMargins(8, 0, 12, 8)
        padded.addWidget(self._words)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(inside)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(head)
        column.addWidget(scrolled, 1)
        self.setFixedHeight(_HEIGHT)
