"""A report on something that went wrong: a text to read, mend and copy. Nothing is sent.

Not for writing the report nor for opening folders: it says what was asked for.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.announcing import announce

_SIZE = QSize(640, 480)
_COPIED_MS = 2000
_PROMISE = (
    "Nothing is sent. The text stays on this computer unless you copy it and pass it on; "
    "strike out what you would rather keep to yourself."
)


class ReportDialog(QDialog):
    """Shows one report at a time, beside the window that it never blocks.

    `copied` carries the text that went to the clipboard; `folder_asked` asks for the log's folder.
    """

    copied = Signal(str)
    folder_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Report – rare_gui")
        self.setModal(False)
        self.resize(_SIZE)
        self._lead = _label("title")
        self._promise = _label("body")
        self._promise.setText(_PROMISE)
        self._text = QPlainTextEdit()
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName("Text of the report")
        self._copy = QPushButton("Copy")
        self._copy.setProperty("primary", True)
        self._copy.setDefault(True)
        self._folder = QPushButton("Show the log")
        self._close = QPushButton("Close")
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(lambda: self._copy.setText("Copy"))
        self._copy.clicked.connect(self._copy_text)
        self._folder.clicked.connect(self.folder_asked)
        self._close.clicked.connect(self.close)
        self._lay_out()
        self.apply_theme(theme)

    def show_report(self, lead: str, text: str, *, has_log: bool = True) -> None:
        """Show a report: what happened in a sentence, and the text; one before it is forgotten."""
        self._lead.setText(lead)
        self.setAccessibleName(lead)
        self._text.setPlainText(text)
        self._folder.setVisible(has_log)
        self.show()
        self.raise_()
        self._copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        ground, line = theme.color("panel").name(), theme.color("line2").name()
        words, quiet = theme.color("ink").name(), theme.color("text2").name()
        focus, raised = theme.color("time").name(), theme.color("raised").name()
        self.setStyleSheet(
            f"QDialog {{ background: {ground}; }}"
            f"QLabel {{ color: {words}; background: transparent; }}"
            f"#promise {{ color: {quiet}; }}"
            f"QPlainTextEdit {{ background: {raised}; color: {words}; border: 1px solid {line};"
            " border-radius: 5px; padding: 4px; }"
            f"QPlainTextEdit:focus {{ border-color: {focus}; }}"
        )

    def _lay_out(self) -> None:
        self._promise.setObjectName("promise")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._folder, self._close, self._copy):
            button.setFont(font("ui"))
        buttons.addWidget(self._folder)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(self._lead)
        column.addWidget(self._promise)
        column.addWidget(self._text, 1)
        column.addLayout(buttons)
        order = (self._text, self._folder, self._close, self._copy)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _copy_text(self) -> None:
        text = self._text.toPlainText()
        QGuiApplication.clipboard().setText(text)
        self._copy.setText("Copied")
        self._again.start(_COPIED_MS)
        announce(self, "Copied")
        self.copied.emit(text)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(role))
    label.setWordWrap(True)
    return label
