"""The card of a material as a page: head, blocks in two columns if there is room, charts, sources.

Not for choosing what is told: `CardScene` brings it. Every figure says when it is asked for.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.theme import Theme
from rare_gui.panels.card.block import CardBlockView
from rare_gui.panels.card.head import CardHead
from rare_gui.panels.card.plot import CardPlot
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.panels.pieces.key_figures import EDGE, KeyFigureView
from rare_gui.scenes.card.parts import CardBlock, CardScene

BESIDE = 860
"""Px of width from which the facts stand beside the blocks."""
_MARGIN = 18
_FIGURES = 4


class _Themed(Protocol):
    def apply_theme(self, theme: Theme) -> None: ...


class CardPage(QScrollArea):
    """Shows a CardScene. Scrolls only up and down.

    `evidence_asked` carries the key of a figure; `watch_asked`: watch the material, or no longer.
    """

    evidence_asked = Signal(str)
    watch_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene: CardScene | None = None
        self._open_key = ""
        self._head, self._line = CardHead(theme), Hairline(theme)
        self._figures = [KeyFigureView(theme) for _ in range(_FIGURES)]
        self._wide: list[CardBlockView] = []
        self._lower: list[CardBlockView] = []
        self._narrow: list[CardBlockView] = []
        self._charts: list[CardPlot] = []
        self._sources = FlowText(theme, keyboard=True)
        self._wide_column, self._narrow_column = QVBoxLayout(), QVBoxLayout()
        self._chart_column, self._lower_column = QVBoxLayout(), QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setObjectName("columns")
        self._wire()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Card of the material")
        self.setWidget(self._laid_out())

    def show_scene(self, scene: CardScene) -> None:
        """Show another card; another material starts at its top."""
        if self._scene is None or scene.material != self._scene.material:
            self.verticalScrollBar().setValue(0)
        self._scene = scene
        self._head.show_scene(scene)
        for place, view in enumerate(self._figures):
            view.setVisible(place < len(scene.figures))
            if place < len(scene.figures):
                view.show_figure(scene.figures[place])
        self._show_blocks(self._wide, self._wide_column, scene.wide)
        self._show_blocks(self._lower, self._lower_column, scene.lower)
        self._show_blocks(self._narrow, self._narrow_column, scene.narrow)
        while len(self._charts) < len(scene.charts):
            self._charts.append(chart := CardPlot(self._theme))
            chart.evidence_asked.connect(self.evidence_asked)
            self._chart_column.addWidget(chart)
        for place, chart in enumerate(self._charts):
            chart.setVisible(place < len(scene.charts))
            if place < len(scene.charts):
                chart.show_chart(scene.charts[place])
        self._show_sources(scene)
        self.mark_open(self._open_key)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._head.apply_theme(theme)
        self._line.apply_theme(theme)
        self._sources.apply_theme(theme)
        blocks = (*self._wide, *self._lower, *self._narrow)
        themed: tuple[_Themed, ...] = (*self._figures, *blocks, *self._charts)
        for view in themed:
            view.apply_theme(theme)

    def show_watched(self, watched: bool) -> None:
        """Say whether the material is on the watch list."""
        self._head.show_watched(watched)

    def mark_open(self, key: str) -> None:
        """Outline the figure whose evidence is on screen; "" for none."""
        self._open_key = key
        keys = self._scene.figure_keys if self._scene is not None else ()
        for view, own in zip(self._figures, keys, strict=False):
            view.mark_open(own == key)
        for block in (*self._wide, *self._lower, *self._narrow):
            block.mark_open(key)
        for chart in self._charts:
            chart.mark_open(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The facts stand beside the blocks where there is room, else under them."""
        super().resizeEvent(event)
        beside = event.size().width() >= BESIDE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._columns.direction():
            self._columns.setDirection(direction)

    def _show_blocks(
        self, views: list[CardBlockView], column: QVBoxLayout, blocks: tuple[CardBlock, ...]
    ) -> None:
        while len(views) < len(blocks):
            views.append(view := CardBlockView(self._theme))
            view.evidence_asked.connect(self.evidence_asked)
            column.addWidget(view)
        for place, view in enumerate(views):
            view.setVisible(place < len(blocks))
            if place < len(blocks):
                view.show_block(blocks[place])

    def _show_sources(self, scene: CardScene) -> None:
        runs = []
        for mark, source in enumerate(scene.sources, 1):
            runs.append(Run(str(mark), "lane_light", "text2", mark))
            runs.append(Run(f" {source.citation}   ", "lane_light", "text3"))
        runs.append(Run("e: derived or estimated", "lane_light", "text3"))
        self._sources.show_runs(runs)

    def _ask_source(self, mark: int) -> None:
        if self._scene is not None and 0 < mark <= len(self._scene.sources):
            self.evidence_asked.emit(f"source:{self._scene.sources[mark - 1].source_id}")

    def _ask_figure(self, place: int) -> None:
        if self._scene is not None and place < len(self._scene.figure_keys):
            self.evidence_asked.emit(self._scene.figure_keys[place])

    def _wire(self) -> None:
        self._head.mark_picked.connect(self._ask_source)
        self._head.watch_asked.connect(self.watch_asked)
        self._sources.mark_clicked.connect(self._ask_source)
        for place, view in enumerate(self._figures):
            view.align_right = False
            view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            view.setMinimumSize(120, 44)
            view.asked.connect(lambda place=place: self._ask_figure(place))

    def _laid_out(self) -> QWidget:
        whole = QWidget()
        left, right = QWidget(), QWidget()
        inner = (
            self._wide_column, self._chart_column, self._lower_column, self._narrow_column,
        )  # fmt: skip
        for layout in inner:
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(14)
        wide = QVBoxLayout(left)
        wide.setContentsMargins(0, 0, 0, 0)
        wide.setSpacing(14)
        wide.addLayout(self._wide_column)
        wide.addLayout(self._chart_column)
        wide.addLayout(self._lower_column)
        wide.addStretch(1)
        figures = QGridLayout()
        figures.setHorizontalSpacing(16)
        figures.setContentsMargins(-EDGE, 0, 0, 0)  # the words stand over those of the blocks
        for place, view in enumerate(self._figures):
            figures.addWidget(view, place // 2, place % 2)
        narrow = QVBoxLayout(right)
        narrow.setContentsMargins(EDGE, 0, 0, 0)
        narrow.setSpacing(14)
        narrow.addLayout(figures)
        narrow.addLayout(self._narrow_column)
        narrow.addStretch(1)
        self._columns.setSpacing(24)
        self._columns.addWidget(left, 3)
        self._columns.addWidget(right, 2)
        column = QVBoxLayout(whole)
        column.setContentsMargins(_MARGIN, 14, _MARGIN, 16)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._line)
        column.addLayout(self._columns)
        column.addWidget(self._sources)
        column.addStretch(1)
        return whole
