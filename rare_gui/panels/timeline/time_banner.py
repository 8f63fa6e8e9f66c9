"""The banner that says that another day, earlier knowledge or a what-if is being looked at.

Not for deciding when: an empty scene hides it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from rare_gui.figures.fonts import elided_words, font, text_width
from rare_gui.figures.theme import Theme
from rare_gui.scenes.timeline.travel import TravelScene

HEIGHT = 40
_BESIDE_WORDS = 18  # px of a button beside its words: padding and border
_GAP = 8
_ENDS = (14, 10)
_KNOWN = ("Only what was known then", "Known then")
_GHOSTS = ("Show later facts faintly", "Later facts")
_COMPARE = ("Compare with today", "Compare")
_BACK = ("Return to today (Esc)", "Today (Esc)")
"""The words of the buttons: where there is room, and where the sentence needs it."""


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
        self._said = ""
        self._known = self._switch(_KNOWN[0], "Hide what became public later")
        self._ghosts = self._switch(_GHOSTS[0], "Draw what became public later")
        compare = self._button(_COMPARE[0], "What changed since that day")
        back = self._button(_BACK[0], "Leave this day, all facts, no what-if")
        self._words = (
            (self._known, _KNOWN), (self._ghosts, _GHOSTS), (compare, _COMPARE), (back, _BACK)
        )  # fmt: skip
        self._known.toggled.connect(self.knowledge_asked)
        self._ghosts.toggled.connect(self.ghosts_asked)
        compare.clicked.connect(self.comparison_asked)
        back.clicked.connect(self.return_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(_ENDS[0], 0, _ENDS[1], 0)
        row.setSpacing(_GAP)
        row.addWidget(_Room(self._text), 1)
        for button in (self._known, self._ghosts, compare, back):
            row.addWidget(button)
        self.apply_theme(theme)
        self.hide()

    def show_scene(self, scene: TravelScene) -> None:
        """Say what `scene` says; hide when it says nothing."""
        self._said = scene.text
        self._text.setToolTip(scene.text)
        self.setAccessibleName(scene.text)
        for switch, on in ((self._known, scene.limited), (self._ghosts, scene.ghosts)):
            switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(False)
        self._ghosts.setVisible(scene.limited)
        self._fit()
        self.setVisible(bool(scene.text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence comes first: the buttons become shorter before it does."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the buttons the words that leave the sentence its room; cut it only after that."""
        wanted = text_width("ui_strong", self._said)
        room, number = self._room(0), 0
        if room < wanted:
            room, number = self._room(1), 1
        for button, words in self._words:
            if button.text() != words[number]:
                button.setText(words[number])
                button.setAccessibleName(words[0])
        self._text.setText(
            self._said if room >= wanted else elided_words("ui_strong", self._said, room)
        )

    def _room(self, number: int) -> float:
        """Px that the buttons leave the sentence, by the number of their words."""
        buttons = [words[number] for button, words in self._words if not button.isHidden()]
        taken = sum(text_width("ui", words) + _BESIDE_WORDS + _GAP for words in buttons)
        return self.width() - sum(_ENDS) - taken

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
