"""The head of the evidence drawer: title, place among the figures asked for, its four buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.icons import ICON_SIZE, tinted_icon
from rare_gui.scenes.evidence.parts import EvidenceScene


class EvidenceHead(QWidget):
    """Says which way the user goes; `pin_asked` carries whether the drawer is to stay."""

    back_asked = Signal()
    forward_asked = Signal()
    pin_asked = Signal(bool)
    close_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = FlowText(theme)
        self._back = _button("Figure before (Alt+Left)")
        self._forward = _button("Figure after (Alt+Right)")
        self._pin = _button("Keep this open when another material is chosen")
        self._close = _button("Close (Esc)")
        self._pin.setCheckable(True)
        self._pin.setText("Pin")
        self._back.clicked.connect(self.back_asked)
        self._forward.clicked.connect(self.forward_asked)
        self._pin.clicked.connect(self.pin_asked)
        self._close.clicked.connect(self.close_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(2)
        row.addWidget(self._title, 1)
        for button in (self._back, self._forward, self._pin, self._close):
            row.addWidget(button)
        self.apply_theme(theme)

    def show_scene(self, scene: EvidenceScene) -> None:
        """Replace the words and what can be done."""
        self._title.show_runs(
            [Run("Evidence", "body_strong"), Run(f"   {scene.place}", "lane_light", "text3")]
        )
        self._back.setEnabled(scene.can_go_back)
        self._forward.setEnabled(scene.can_go_forward)
        self._pin.setChecked(scene.pinned)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._title.apply_theme(theme)
        icons = ((self._back, "back"), (self._forward, "forward"), (self._close, "close"))
        for button, name in icons:
            button.setIcon(tinted_icon(name, theme))


def _button(tooltip: str) -> QToolButton:
    made = QToolButton()
    made.setIconSize(ICON_SIZE)
    made.setMinimumSize(QSize(26, 26))
    made.setToolTip(tooltip)
    made.setAccessibleName(tooltip)
    return made
