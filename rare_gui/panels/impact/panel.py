"""Who is hurt: scenario and losses of the model, what they hang on, why-path, data notes.

Without a result of the model only who needs the material is shown. Not for running the model.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.impact.loss_block import LossBlock
from rare_gui.panels.impact.scenario import ImpactScenario
from rare_gui.panels.impact.sector_row import MARGIN, SectorRow
from rare_gui.panels.impact.why_path import WhyPath
from rare_gui.panels.pieces.data_notes import DataNotes
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.scenes.impact.assumptions import CUT, WEEKS
from rare_gui.scenes.impact.exposure import ExposureScene
from rare_gui.scenes.impact.parts import ImpactScene

LEAST_WIDTH = 300
"""Px that the presets and the losses need; narrower they would be cut at the right."""


class _Themed(Protocol):
    def apply_theme(self, theme: Theme) -> None: ...


class ImpactPanel(QScrollArea):
    """Shows an ExposureScene and, over it, an ImpactScene. Scrolls only up and down.

    `assumption_changed` carries key, low, middle, high; `cut_changed` the same without a key.
    `evidence_asked` carries the key of a dependence.
    """

    sector_picked = Signal(str)
    evidence_asked = Signal(str)
    preset_picked = Signal(str)
    cut_changed = Signal(float, float, float)
    weeks_changed = Signal(int)
    assumption_changed = Signal(str, float, float, float)
    page_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._exposure: ExposureScene | None = None
        self._impact: ImpactScene | None = None
        self._scenario = ImpactScenario(theme)
        self._losses = LossBlock(theme, compact=True)
        self._page = PhraseButton(theme)
        self._page.show_words(Word("All assumptions and charts"))
        self._title = PaneTitle(theme)
        self._lead = FlowText(theme)
        self._dependence_title = PaneTitle(theme)
        self._sectors: list[SectorRow] = []
        self._sector_column = QVBoxLayout()
        self._unknown = FlowText(theme)
        self._path_title = PaneTitle(theme)
        self._path = WhyPath(theme)
        self._notes_title = PaneTitle(theme)
        self._notes = DataNotes(theme)
        self._limits = FlowText(theme)
        self._lines = [Hairline(theme) for _ in range(6)]
        self._parts: list[QWidget] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scenario.preset_picked.connect(self.preset_picked)
        self._scenario.changed.connect(self._change)
        self._losses.sector_picked.connect(self.sector_picked)
        self._page.clicked.connect(self.page_asked)
        self.setWidget(self._laid_out())
        for part in self._parts[:2]:
            part.hide()

    def show_scene(self, scene: ExposureScene) -> None:
        """Show who needs the material; parts without content leave no gap."""
        self._exposure = scene
        self._title.show_words(scene.title)
        self._lead.show_runs([Run(scene.lead, "lane_light", "text2")])
        self._lead.setVisible(bool(scene.lead))
        classes = sorted({s.dependence_class for s in scene.sectors if s.dependence_class})
        about = " · ".join(["share of output", "low–mid–high", *classes]) if scene.sectors else ""
        self._dependence_title.show_words("What hangs on it", about)
        self._unknown.show_runs([Run(scene.unknown, "note", "text3")])
        self._unknown.setVisible(bool(scene.unknown))
        self._notes_title.show_words("Data notes", f"{len(scene.notes)} open")
        self._notes.show_notes(scene.notes)
        self._dependence_title.setVisible(bool(scene.sectors or scene.unknown))
        self._show_shared()

    def show_impact(self, scene: ImpactScene | None) -> None:
        """Show the scenario and its losses over who needs the material; None hides both."""
        self._impact = scene
        if scene is not None:
            self._scenario.show_scene(scene)
            self._losses.show_scene(scene)
        self._show_shared()

    def _show_shared(self) -> None:
        """What both scenes have a say in: the path, the limits, and which parts are there."""
        exposure, impact = self._exposure, self._impact
        if exposure is None:
            return
        sized = impact is not None and bool(impact.nodes)
        path = impact if impact is not None and sized else exposure
        self._path_title.show_words(path.path_title, path.path_weakest)
        self._path.show_path(path.nodes, path.links)
        limits = exposure.limits
        if impact is not None:
            limits = " ".join([*impact.flags, impact.limits])
        self._show_sectors(exposure, impact.path_sector if impact is not None else "")
        self._limits.show_runs([Run(limits, "note", "text3")])
        there = (
            impact is not None,
            impact is not None,
            impact is None,
            bool(exposure.sectors or exposure.unknown),
            bool(path.nodes),
            bool(exposure.notes),
            bool(limits),
        )
        for part, shown in zip(self._parts, there, strict=True):
            part.setVisible(shown)
        first = there.index(True)
        for number, line in enumerate(self._lines):
            line.setVisible(number + 1 > first)

    def _change(self, key: str, low: float, mid: float, high: float) -> None:
        if key == CUT:
            self.cut_changed.emit(low, mid, high)
        elif key == WEEKS:
            self.weeks_changed.emit(round(mid))
        else:
            self.assumption_changed.emit(key, low, mid, high)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        themed: tuple[_Themed, ...] = (
            self._scenario, self._losses, self._page, self._title, self._lead,
            self._dependence_title, self._unknown, self._path_title,
            self._path, self._notes_title, self._notes, self._limits, *self._lines, *self._sectors,
        )  # fmt: skip
        for part in themed:
            part.apply_theme(theme)

    def _show_sectors(self, scene: ExposureScene, told: str) -> None:
        """The rows; where losses are sized, the one that the path tells about is the open one."""
        shown = scene.sectors
        if told:
            shown = tuple(replace(one, selected=one.sector == told) for one in shown)
        while len(self._sectors) < len(shown):
            row = SectorRow(self._theme)
            row.clicked.connect(lambda _=False, row=row: self.sector_picked.emit(row.sector))
            row.evidence_asked.connect(self.evidence_asked)
            self._sectors.append(row)
            self._sector_column.addWidget(row)
        routes = (route.form for sector in shown for route in sector.routes)
        forms = tuple(dict.fromkeys(routes))
        # laid out once at the end: each row that comes or goes would have all of them laid out
        self._sector_column.setEnabled(False)
        for number, row in enumerate(self._sectors):
            row.setVisible(number < len(shown))
            if number < len(shown):
                row.show_sector(shown[number], forms)
        self._sector_column.setEnabled(True)
        self._sector_column.invalidate()

    def _laid_out(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._sector_column.setContentsMargins(0, 0, 0, 0)
        self._sector_column.setSpacing(0)
        sectors = QWidget()
        sectors.setLayout(self._sector_column)
        blocks: tuple[tuple[QWidget, ...], ...] = (
            (self._scenario,),
            (self._losses, self._page),
            (self._title, self._lead),
            (self._dependence_title, sectors, self._unknown),
            (self._path_title, self._path),
            (self._notes_title, self._notes),
            (self._limits,),
        )
        for number, block in enumerate(blocks):
            part = QWidget()
            inside = QVBoxLayout(part)
            inside.setContentsMargins(0, 0, 0, 12)
            inside.setSpacing(5)
            if number:
                inside.addWidget(self._lines[number - 1])
            inside.addSpacing(5)
            for widget in block:
                if widget is sectors:
                    # Its rows reach both edges: their ground shows which one is chosen.
                    inside.addWidget(widget)
                    continue
                framed = QVBoxLayout()
                framed.setContentsMargins(MARGIN, 0, MARGIN, 0)
                framed.addWidget(widget)
                inside.addLayout(framed)
            self._parts.append(part)
            column.addWidget(part)
        column.addStretch(1)
        return whole
