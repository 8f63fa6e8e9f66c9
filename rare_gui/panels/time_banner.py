"""The banner that says that another day, earlier knowledge or a what-if is being looked at.

Not for deciding when: an empty scene hides it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.scenes.travel import TravelScene

HEIGHT = 40


class _Room(QWidget):
    """Holds a label outside any layout: its new words lay out nothing else anew.

    They change with every step of the as-of day; in a layout each would ask the whole window for
    its places again.
    """

    def __init__(self, label: QLabel) -> None:
        super().__init__()
        self._label = label
        label.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._label.setGeometry(self.rect())


class TimeBanner(QFrame):
    """Inverted ink under the toolbar, so that nobody takes another day for today."""

    knowledge_asked = Signal(bool)
    ghosts_asked = Signal(bool)
    comparison_asked = Signal()
    return_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("travel")
        self.setFixedHeight(HEIGHT)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setFont(font("ui_strong"))
        self._known = self._switch("Only what was known then", "Hide what became public later")
        self._ghosts = self._switch("Show later facts faintly", "Draw what became public later")
        compare = self._button("Compare with today", "What changed since that day")
        back = self._button("Return to today (Esc)", "Leave this day, all facts, no what-if")
        self._known.toggled.connect(self.knowledge_asked)
        self._ghosts.toggled.connect(self.ghosts_asked)
        compare.clicked.connect(self.comparison_asked)
        back.clicked.connect(self.return_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(8)
        row.addWidget(_Room(self._text), 1)
        for button in (self._known, self._ghosts, compare, back):
            row.addWidget(button)
        self.apply_theme(theme)
        self.hide()

    def show_scene(self, scene: TravelScene) -> None:
        """Say what `scene` says; hide when it says nothing."""
        self._text.setText(scene.text)
        self._text.setToolTip(scene.text)
        self.setAccessibleName(scene.text)
        for switch, on in ((self._known, scene.limited), (self._ghosts, scene.ghosts)):
            switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(False)
        self._ghosts.setVisible(scene.limited)
        self.setVisible(bool(scene.text))

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`, ground and words exchanged."""
        ink, panel = theme.color("ink").name(), theme.color("panel").name()
        quiet = theme.color("text2").name()
        self.setStyleSheet(
            f"#travel {{ background: {ink}; border: none; }}"
            f"#travel QLabel {{ color: {panel}; background: transparent; }}"
            f"#travel QPushButton {{ color: {panel}; background: {ink};"
            f" border: 1px solid {quiet}; border-radius: 5px; padding: 0 8px; min-height: 22px; }}"
            f"#travel QPushButton:checked {{ color: {ink}; background: {panel}; }}"
            f"#travel QPushButton:focus {{ border: 1.5px solid {panel}; }}"
        )

    def _switch(self, text: str, tip: str) -> QPushButton:
        button = self._button(text, tip)
        button.setCheckable(True)
        return button

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setFont(font("ui"))
        button.setToolTip(tip)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button
