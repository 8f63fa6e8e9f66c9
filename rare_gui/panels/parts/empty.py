"""The parts page without a list: a place to drop a file, and why the last one could not be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures import ink
from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme

_LEAD = "Drop a parts list here"
_HINT = (
    "CSV or XLSX, a line for each part with its material; or copy the rows of a table and paste "
    "them here (Ctrl V).\nIt is read on this computer only; nothing is uploaded or kept."
)


class PartsEmpty(QWidget):
    """A dashed frame with two buttons; says when a file is to be chosen, or rows to be pasted."""

    file_asked = Signal()
    rows_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lead, self._hint, self._told = QLabel(_LEAD), QLabel(_HINT), QLabel()
        for label, role in ((self._lead, "title"), (self._hint, "body"), (self._told, "body")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font(role))
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedSize(220, 4)
        self._button = QPushButton("Choose a file")
        self._button.setFont(font("ui"))
        self._button.setProperty("primary", "true")
        self._button.clicked.connect(self.file_asked)
        self._paste = QPushButton("Paste rows")
        self._paste.setFont(font("ui"))
        self._paste.setToolTip("Read the rows of a table that you copied (Ctrl V)")
        self._paste.clicked.connect(self.rows_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._button)
        buttons.addWidget(self._paste)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(60, 40, 60, 40)
        column.setSpacing(12)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._lead)
        column.addWidget(self._hint)
        column.addLayout(buttons)
        column.addWidget(self._busy, 0, middle)
        column.addWidget(self._told)
        column.addStretch(1)
        self.setFocusProxy(self._button)
        self.show_words("", busy=False)
        self.apply_theme(theme)

    def show_words(self, text: str, *, busy: bool) -> None:
        """Say what is being read, or what went wrong."""
        self._told.setText(text)
        self._told.setVisible(bool(text))
        self._told.setAccessibleName(text)
        self._busy.setVisible(busy)
        self._button.setEnabled(not busy)
        self._paste.setEnabled(not busy)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        for label, token in ((self._lead, "ink"), (self._hint, "text2"), (self._told, "warn")):
            label.setStyleSheet(f"color: {theme.color(token).name()};")
        self._busy.setStyleSheet(
            f"QProgressBar {{ background: {theme.color('line').name()}; border: none; }}"
            f"QProgressBar::chunk {{ background: {theme.color('time').name()}; }}"
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame to drop into."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.color("panel"))
        painter.setPen(ink.dashed(self._theme.color("line2"), 1.5, 6, 5))
        painter.drawRoundedRect(self.rect().adjusted(24, 20, -24, -20), 8, 8)
        painter.end()
