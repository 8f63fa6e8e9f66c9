"""A quiet bar for one notice, with at most one action; it goes away by itself. Never modal.

Not for keeping notices: one replaces the other.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.data_notes import WarningSign
from rare_gui.panels.pieces.icons import ICON_SIZE, tinted_icon

SHOWN_MS = 8000


class NoticeBar(QFrame):
    """Plain words over the whole width; hidden until something is to be said."""

    action_taken = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme, self._warns = theme, False
        self._sign = WarningSign(theme)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setFont(font("ui"))
        self._text.setWordWrap(True)
        self._action = QPushButton()
        self._action.setFont(font("ui"))
        self._action.clicked.connect(self._act)
        self._close = QToolButton()
        self._close.setIconSize(ICON_SIZE)
        self._close.setToolTip("Close")
        self._close.setAccessibleName("Close")
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.apply_theme(theme)
        self.hide()

    @property
    def said(self) -> str:
        """What stands there now; empty while the bar is hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_notice(
        self, text: str, action: str = "", stay: bool = False, warns: bool = False
    ) -> None:
        """Say `text`, with a button `action` when it is not empty.

        The bar hides after eight seconds, or only by hand with `stay`. It wears the colours and
        the sign of a warning only with `warns`.
        """
        self._warns = warns
        self._wear()
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action.replace("&", "&&"))
        self._action.setVisible(bool(action))
        self.show()
        if stay:
            self._timer.stop()
        else:
            self._timer.start(SHOWN_MS)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._sign.apply_theme(theme)
        self._wear()

    def _wear(self) -> None:
        theme, ink = self._theme, "on-warn" if self._warns else "ink"
        ground = theme.color("warn-soft" if self._warns else "raised").name()
        line, words = theme.color("line").name(), theme.color(ink).name()
        self.setStyleSheet(
            f"#notice {{ background: {ground}; border: none; border-top: 1px solid {line};"
            f" border-bottom: 1px solid {line}; }}"
            f"#notice QLabel {{ color: {words}; background: transparent; }}"
        )
        self._sign.setVisible(self._warns)
        self._close.setIcon(tinted_icon("close", theme, ink))

    def _act(self) -> None:
        self.hide()
        self.action_taken.emit()
