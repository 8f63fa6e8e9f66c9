"""The right of the impact page: path to the sector, what softens the blow, weeks, what it hangs on.

Not for the losses themselves (`impact_result`).
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rare_gui.figures.impact import waterfall, weeks
from rare_gui.figures.theme import Theme
from rare_gui.panels.impact.chart import ImpactChart
from rare_gui.panels.impact.influence_chart import InfluenceChart
from rare_gui.panels.impact.why_path import WhyPath
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.panels.pieces.segments import Segments
from rare_gui.scenes.impact.parts import (
    FallStep,
    ImpactScene,
    WeekCurve,
)

ORDERS = (
    ("order", "In order", "Each step spares what the ones before it left over"),
    ("free", "Free of order", "Each step's mean over all orders (Shapley's value)"),
)
_MARGIN = 16


class _Themed(Protocol):
    def apply_theme(self, theme: Theme) -> None: ...


class ImpactWhy(QWidget):
    """Four blocks; those without content leave no gap.

    `influence_picked` carries the key of an assumption, `order_free_picked` whether what softens
    the blow is told free of order.
    """

    influence_picked = Signal(str)
    order_free_picked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path_title = PaneTitle(theme)
        self._path = WhyPath(theme)
        self._reasons = FlowText(theme, keyboard=True)
        self._fall_title = PaneTitle(theme)
        self._orders = Segments(ORDERS, theme)
        self._orders.picked.connect(lambda key: self.order_free_picked.emit(key == "free"))
        self._fall_head = QWidget()
        head = QHBoxLayout(self._fall_head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._fall_title, 1)
        head.addWidget(self._orders)
        self._fall: ImpactChart[tuple[FallStep, ...]] = ImpactChart(
            theme, "What softens the blow", waterfall.paint_waterfall, waterfall.LEAST_WIDTH
        )
        self._weeks_title = PaneTitle(theme)
        self._weeks: ImpactChart[WeekCurve] = ImpactChart(theme, "Loss by week", weeks.paint_weeks)
        self._hangs_title = PaneTitle(theme)
        self._hangs = InfluenceChart(theme)
        self._hangs.influence_picked.connect(self.influence_picked)
        self._lines = [Hairline(theme) for _ in range(3)]
        self.setFocusProxy(self._fall)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        column.setSpacing(8)
        for part in (
            self._path_title, self._path, self._reasons,
            self._lines[0], self._fall_head, self._fall,
            self._lines[1], self._weeks_title, self._weeks,
            self._lines[2], self._hangs_title, self._hangs,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)

    def show_scene(self, scene: ImpactScene) -> None:
        """Show why the result of `scene` is what it is."""
        self._path_title.show_words(scene.path_title, scene.path_weakest)
        self._path.show_path(scene.nodes, scene.links)
        self._reasons.show_runs([Run("\n".join(scene.why), "lane_light", "text2")])
        self._path_title.setVisible(bool(scene.path_title))
        self._path.setVisible(bool(scene.nodes))
        self._reasons.setVisible(bool(scene.why))
        self._fall_title.show_words("What softens the blow", "value added at the middles")
        self._orders.mark("free" if scene.order_free else "order")
        how = "free of order: " if scene.order_free else ""
        told = how + ", ".join(f"{step.words} {step.value}" for step in scene.waterfall)
        self._fall.show_content(scene.waterfall, told, waterfall.HEIGHT)
        self._weeks_title.show_words("Loss by week", "direct value added, P50 in P5–P95")
        self._weeks.show_content(scene.weeks, scene.weeks.spoken, weeks.HEIGHT)
        self._hangs_title.show_words("What the result hangs on", "rank correlation")
        self._hangs.show_bars(scene.tornado)
        fall, weekly = bool(scene.waterfall), bool(scene.weeks.weeks)
        _show(bool(scene.path_title) and fall, self._lines[0])
        _show(fall, self._fall_head, self._fall)
        _show(fall and weekly, self._lines[1])
        _show(weekly, self._weeks_title, self._weeks)
        _show(bool(scene.tornado), self._lines[2], self._hangs_title, self._hangs)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        themed: tuple[_Themed, ...] = (
            self._path_title, self._path, self._reasons, self._fall_title, self._orders,
            self._fall, self._weeks_title, self._weeks, self._hangs_title, self._hangs,
            *self._lines,
        )  # fmt: skip
        for part in themed:
            part.apply_theme(theme)


def _show(there: bool, *parts: QWidget) -> None:
    for part in parts:
        part.setVisible(there)
