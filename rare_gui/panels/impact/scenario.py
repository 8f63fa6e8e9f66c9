"""The scenario in the pane: preset switch, the one sentence why, and the sliders.

Not for the many assumptions, which the page has, nor for running the model.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.impact.sliders import ImpactSliders
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.panels.pieces.segments import Segments
from rare_gui.scenes.impact.parts import ImpactScene
from rare_gui.scenes.impact.words import PRESET_NAMES


class ImpactScenario(QWidget):
    """Says which preset was picked and which value a slider has got."""

    preset_picked = Signal(str)
    changed = Signal(str, float, float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PaneTitle(theme)
        self._presets = Segments(PRESET_NAMES, theme)
        self._reason = FlowText(theme)
        self._sliders = ImpactSliders(theme)
        self._presets.picked.connect(self.preset_picked)
        self._sliders.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._title, self._presets, self._reason, self._sliders):
            column.addWidget(part)

    def show_scene(self, scene: ImpactScene) -> None:
        """Show the scenario of `scene`."""
        self._title.show_words("Scenario", scene.head.draws_words)
        self._presets.mark(scene.head.preset)
        cases = [Run(f" {scene.head.case_words}.", "lane_light", "text3")]
        self._reason.show_runs(
            [Run(scene.head.reason, "lane_light", "text2"), *cases[: bool(scene.head.case_words)]]
        )
        self._sliders.show_controls(scene.controls)
        self._sliders.setVisible(bool(scene.controls))

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for part in (self._title, self._presets, self._reason, self._sliders):
            part.apply_theme(theme)
