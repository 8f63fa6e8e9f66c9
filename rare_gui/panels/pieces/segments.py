"""A row of joined buttons of which at most one is pressed; for short, exclusive choices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from rare_gui.figures.fonts import font, text_width
from rare_gui.figures.theme import Theme

_HEIGHT = 26
_PADDING = 10


class Segments(QFrame):
    """Buttons from (key, text, tooltip) triples; says which one the user pressed."""

    picked = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        self.setObjectName("segments")
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for key, text, tooltip in choices:
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tooltip)
            button.setAccessibleName(tooltip)
            button.setCheckable(True)
            button.setFont(font("ui"))
            button.setFixedSize(round(text_width("ui_strong", text)) + 2 * _PADDING, _HEIGHT - 2)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, key=key: self._press(key))
            row.addWidget(button)
            self._buttons[key] = button
        self.apply_theme(theme)

    def mark(self, key: str | None) -> None:
        """Press the button of `key` without a word; None or an unknown key releases all."""
        for own, button in self._buttons.items():
            button.setChecked(own == key)
            button.setFont(font("ui_strong" if own == key else "ui"))

    def marked(self) -> str | None:
        """The key of the pressed button."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), None)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        names = {
            token: theme.color(token).name()
            for token in ("line2", "raised", "ink", "hover", "time", "time-soft", "focus", "text2")
        }
        self.setStyleSheet(
            f"#segments {{ border: 1px solid {names['line2']}; border-radius: 5px;"
            f" background: {names['raised']}; }}"
            f"QToolButton {{ border: none; border-right: 1px solid {names['line2']};"
            f" border-radius: 0; padding: 0; background: transparent; color: {names['text2']}; }}"
            f"QToolButton:hover {{ background: {names['hover']}; }}"
            f"QToolButton:checked {{ background: {names['time-soft']}; color: {names['time']}; }}"
            f"QToolButton:focus {{ border: 1.5px solid {names['focus']}; }}"
            "QToolButton#last { border-right: none; border-top-right-radius: 4px;"
            " border-bottom-right-radius: 4px; }"
            "QToolButton#first { border-top-left-radius: 4px; border-bottom-left-radius: 4px; }"
        )
        buttons = list(self._buttons.values())
        buttons[0].setObjectName("first")
        buttons[-1].setObjectName("last")

    def _press(self, key: str) -> None:
        self.mark(key)
        self.picked.emit(key)
