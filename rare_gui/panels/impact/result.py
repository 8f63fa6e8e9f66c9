"""The middle of the impact page: losses, what is not sized, sectors by materials, limits.

Not for assumptions and for why (`impact_why`).
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.impact.heat_table import HeatTable
from rare_gui.panels.impact.loss_block import LossBlock
from rare_gui.panels.impact.not_sized_chips import NotSizedChips
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.scenes.impact.parts import ImpactScene

_MARGIN = 16


class _Themed(Protocol):
    def apply_theme(self, theme: Theme) -> None: ...


class ImpactResult(QWidget):
    """Blocks one under the other; those without content leave no gap."""

    sector_picked = Signal(str)
    cell_picked = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._losses = LossBlock(theme, compact=False)
        self._chips_title = PaneTitle(theme)
        self._chips = NotSizedChips(theme)
        self._heat_title = PaneTitle(theme)
        self._heat = HeatTable(theme)
        self._limits = FlowText(theme, keyboard=True)
        self._lines = [Hairline(theme) for _ in range(3)]
        self._losses.sector_picked.connect(self.sector_picked)
        self._heat.cell_picked.connect(self.cell_picked)
        self.setFocusProxy(self._losses)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        column.setSpacing(8)
        for part in (
            self._losses,
            self._lines[0], self._chips_title, self._chips,
            self._lines[1], self._heat_title, self._heat,
            self._lines[2], self._limits,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)

    def show_scene(self, scene: ImpactScene) -> None:
        """Show the result of `scene`."""
        self._losses.show_scene(scene)
        self._chips_title.show_words(scene.not_sized_words, "unknown, not zero")
        self._chips.show_chips(scene.not_sized)
        _show(bool(scene.not_sized), self._lines[0], self._chips_title, self._chips)
        self._heat_title.show_words(
            "Sectors by materials", "P50 of direct value added, if that material alone were cut"
        )
        chosen = next((bar.sector for bar in scene.bars if bar.selected), "")
        self._heat.show_map(scene.heat, chosen, scene.selected_material)
        _show(bool(scene.heat.rows), self._lines[1], self._heat_title, self._heat)
        words = [*scene.flags]
        words += [scene.prices] if scene.prices else []
        runs = [Run(" ".join(words) + " ", "note", "warn")] if words else []
        self._limits.show_runs([*runs, Run(scene.limits, "note", "text3")])

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        themed: tuple[_Themed, ...] = (
            self._losses, self._chips_title, self._chips, self._heat_title, self._heat,
            self._limits, *self._lines,
        )  # fmt: skip
        for part in themed:
            part.apply_theme(theme)


def _show(there: bool, *parts: QWidget) -> None:
    for part in parts:
        part.setVisible(there)
