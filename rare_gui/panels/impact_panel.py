"""Who needs the material: dependence of sectors, routes by form, why-path, data notes.

Not for sizes of losses: they need the impact model and are not shown here.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.data_notes import DataNotes
from rare_gui.panels.flow_text import FlowText, Run
from rare_gui.panels.hairline import Hairline
from rare_gui.panels.pane_title import PaneTitle
from rare_gui.panels.sector_row import MARGIN, SectorRow
from rare_gui.panels.why_path import WhyPath
from rare_gui.scenes.exposure import ExposureScene


class _Themed(Protocol):
    def apply_theme(self, theme: Theme) -> None: ...


class ImpactPanel(QScrollArea):
    """Shows an ExposureScene; says which sector was picked. Scrolls only up and down."""

    sector_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
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
        self._lines = [Hairline(theme) for _ in range(4)]
        self._parts: list[QWidget] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._laid_out())

    def show_scene(self, scene: ExposureScene) -> None:
        """Show `scene`; parts without content leave no gap."""
        self._title.show_words(scene.title)
        self._lead.show_runs([Run(scene.lead, "lane_light", "text2")])
        self._lead.setVisible(bool(scene.lead))
        classes = sorted({s.dependence_class for s in scene.sectors if s.dependence_class})
        about = " · ".join(["share of output", "low–mid–high", *classes])
        self._dependence_title.show_words("What hangs on it", about)
        self._show_sectors(scene)
        self._unknown.show_runs([Run(scene.unknown, "note", "text3")])
        self._unknown.setVisible(bool(scene.unknown))
        self._path_title.show_words(scene.path_title, scene.path_weakest)
        self._path.show_path(scene.nodes, scene.links)
        self._notes_title.show_words("Data notes", f"{len(scene.notes)} open")
        self._notes.show_notes(scene.notes)
        self._limits.show_runs([Run(scene.limits, "note", "text3")])
        for part, there in zip(
            self._parts,
            (True, bool(scene.sectors or scene.unknown), bool(scene.nodes), bool(scene.notes),
             bool(scene.limits)),
            strict=True,
        ):  # fmt: skip
            part.setVisible(there)
        self._dependence_title.setVisible(bool(scene.sectors))

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        themed: tuple[_Themed, ...] = (
            self._title, self._lead, self._dependence_title, self._unknown, self._path_title,
            self._path, self._notes_title, self._notes, self._limits, *self._lines, *self._sectors,
        )  # fmt: skip
        for part in themed:
            part.apply_theme(theme)

    def _show_sectors(self, scene: ExposureScene) -> None:
        while len(self._sectors) < len(scene.sectors):
            row = SectorRow(self._theme)
            row.clicked.connect(lambda _=False, row=row: self.sector_picked.emit(row.sector))
            self._sectors.append(row)
            self._sector_column.addWidget(row)
        routes = (route.form for sector in scene.sectors for route in sector.routes)
        forms = tuple(dict.fromkeys(routes))
        for number, row in enumerate(self._sectors):
            row.setVisible(number < len(scene.sectors))
            if number < len(scene.sectors):
                row.show_sector(scene.sectors[number], forms)

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
