"""The title of a picture: written from the data until the user writes another one.

Not for writing the default.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme

LONGEST = 300
"""Letters that are taken."""
_HEIGHT = 58


class ExportCaption(QPlainTextEdit):
    """A short field that wraps; Enter saves the picture, and an empty field gives the default.

    `edited` is sent when the user has changed the title.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._default = ""
        self._is_own = False
        self.setFont(font("body"))
        self.setFixedHeight(_HEIGHT)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Caption: the title of the picture")
        self.setToolTip("The title of the picture; clear it for the one written from the data")
        self.textChanged.connect(self._follow)
        self.apply_theme(theme)

    def show_default(self, title: str) -> None:
        """Tell the title written from the data; it stands in the field unless there is another."""
        self._default = title
        self.setPlaceholderText(title)
        if not self._is_own:
            self._set(title)

    def forget(self) -> None:
        """Drop the user's own title: what is looked at has changed."""
        self._is_own = False
        self._set(self._default)

    def title(self) -> str | None:
        """The user's own title in one line; None for the default."""
        own = " ".join(self.toPlainText().split())[:LONGEST]
        return own if self._is_own and own and own != self._default else None

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        raised, line, focus, ink = (
            theme.color(token).name() for token in ("raised", "line2", "time", "ink")
        )
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {raised}; color: {ink}; border: 1px solid {line};"
            f" border-radius: 5px; padding: 2px; }}"
            f"QPlainTextEdit:focus {{ border: 1.5px solid {focus}; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the dialog's main button takes it
            return
        super().keyPressEvent(event)

    def _set(self, text: str) -> None:
        if text == self.toPlainText():
            return
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)

    def _follow(self) -> None:
        self._is_own = self.toPlainText().strip() not in ("", self._default)
        self.edited.emit()
