"""The truce ledger: counts, filters, the table of promises, the chosen one in full.

Not for verdicts (data) nor for dates: it shows a scene and says what was asked.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rare_gui.domain.commitment_records import Standing
from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.ledger.detail import LedgerDetail
from rare_gui.panels.ledger.filter_bar import LedgerFilterBar
from rare_gui.panels.ledger.model import LedgerModel
from rare_gui.panels.ledger.table import LedgerTable
from rare_gui.panels.ledger.verdict_counts import VerdictCounts
from rare_gui.panels.pieces.list_and_detail import ListAndDetail
from rare_gui.scenes.ledger.row import LedgerRow
from rare_gui.scenes.ledger.scene import LedgerScene


class LedgerPage(QWidget):
    """Shows a LedgerScene.

    `filters_asked` carries the LedgerFilters wanted; `commitment_picked`, `measures_asked`,
    `flows_asked` and `note_asked` the id of a promise; `source_picked` that of a source,
    `evidence_asked` the key of evidence.
    """

    filters_asked = Signal(object)
    commitment_picked = Signal(str)
    measures_asked = Signal(str)
    flows_asked = Signal(str)
    source_picked = Signal(str)
    evidence_asked = Signal(str)
    note_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: LedgerScene | None = None
        self._chosen = ""
        self._model = LedgerModel(self)
        self._title = QLabel()
        self._total = QLabel()
        for label, role in ((self._title, "title"), (self._total, "ui")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font(role))
        self._counts = VerdictCounts(theme)
        self._bar = LedgerFilterBar(theme)
        self._table = LedgerTable(self._model, theme)
        self._detail = LedgerDetail(theme)
        self._pages = ListAndDetail(
            self._table,
            self._detail,
            nothing="No promise matches.",
            everything="Show all promises",
            beside=920,
            detail_width=370,
            least_detail=300,
        )
        self._lay_out()
        self._wire()
        self.setFocusProxy(self._table)
        self.apply_theme(theme)

    def show_scene(self, scene: LedgerScene) -> None:
        """Show `scene`; the chosen promise stays chosen as long as it is listed."""
        self._scene = scene
        self._title.setText(scene.title)
        self._total.setText(f"all {scene.total}:")
        self._counts.show_counts(scene.counts, scene.filters.standing)
        self._bar.show_scene(scene)
        if self._model.show_groups(scene.groups):
            self._table.expandAll()
        rows = scene.rows
        chosen = self._row(self._chosen) or next(iter(rows), None)
        self._chosen = chosen.commitment if chosen else ""
        self._table.select(self._chosen)
        self._detail.show_promise(chosen)
        self._pages.show_any(bool(rows), filtered=bool(scene.filtered))

    def show_commitment(self, commitment: str) -> None:
        """Choose a promise, if it is listed, without saying so."""
        row = self._row(commitment)
        if row is not None:
            self._chosen = commitment
            self._table.select(commitment)
            self._detail.show_promise(row)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for part in (self._counts, self._bar, self._table, self._detail, self._pages):
            part.apply_theme(theme)
        self._title.setStyleSheet(f"color: {theme.color('ink').name()};")
        self._total.setStyleSheet(f"color: {theme.color('text2').name()};")

    def _row(self, commitment: str) -> LedgerRow | None:
        rows = self._scene.rows if self._scene is not None else ()
        return next((row for row in rows if row.commitment == commitment), None)

    def _pick(self, commitment: str) -> None:
        self._chosen = commitment
        self._detail.show_promise(self._row(commitment))
        self.commitment_picked.emit(commitment)

    def _turn(self, standing: Standing) -> None:
        self._bar.turn_standing(standing)

    def _wire(self) -> None:
        self._bar.filters_asked.connect(self.filters_asked)
        self._pages.everything_asked.connect(self._bar.clear)
        self._counts.standing_asked.connect(self._turn)
        self._table.standing_asked.connect(self._turn)
        self._table.row_picked.connect(self._pick)
        self._table.detail_asked.connect(self._detail.focus_text)
        for part in (self._table, self._detail):
            part.note_asked.connect(self.note_asked)
            part.evidence_asked.connect(self.evidence_asked)
        self._detail.measures_asked.connect(self.measures_asked)
        self._detail.flows_asked.connect(self.flows_asked)
        self._detail.source_picked.connect(self.source_picked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 14, 2)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._total)
        head.addWidget(self._counts)
        head.addStretch(1)
        filters = QHBoxLayout()
        filters.setContentsMargins(14, 2, 14, 6)
        filters.addWidget(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(filters)
        column.addWidget(self._pages, 1)
