"""The cliff board: a strip of dates, the table of clauses with its filters, the chosen one in full.

Not for dates and states (the scene brings them) nor for writing files: it says what was asked.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.cliffs.detail import CliffDetail
from rare_gui.panels.cliffs.filter_bar import CliffFilterBar
from rare_gui.panels.cliffs.model import CliffModel
from rare_gui.panels.cliffs.strip import CliffStrip
from rare_gui.panels.cliffs.table import CliffTable
from rare_gui.panels.pieces.list_and_detail import ListAndDetail
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.panels.pieces.removable_chips import RemovableChips
from rare_gui.scenes.cliffs.row import CliffRow
from rare_gui.scenes.cliffs.scene import CliffsScene


class CliffBoard(QWidget):
    """Shows a CliffsScene.

    `filters_asked` carries the CliffFilters wanted; `calendar_asked` the ids of the clauses to be
    written, as a tuple; `day_opened` the day (since 1970-01-01) to be shown on the timeline;
    `clause_picked` the id of the chosen clause.
    """

    filters_asked = Signal(object)
    calendar_asked = Signal(tuple)
    day_opened = Signal(int)
    material_picked = Signal(str)
    clause_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene: CliffsScene | None = None
        self._chosen = ""
        self._model = CliffModel(self)
        self._title = QLabel()
        self._kept = QLabel()
        self._result = QLabel()
        labels = ((self._title, "title"), (self._kept, "ui"), (self._result, "ui"))
        for label, role in labels:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font(role))
        self._result.setWordWrap(True)
        self._result.hide()
        self._bar = CliffFilterBar(theme)
        self._chips = RemovableChips(theme, "Filters")
        self._all = PhraseButton(theme, icon="calendar")
        self._all.show_words(Word("All as .ics"))
        self._all.setToolTip("Write the rows shown as one calendar file")
        self._strip = CliffStrip(theme)
        self._table = CliffTable(self._model, theme)
        self._detail = CliffDetail(theme)
        self._pages = ListAndDetail(
            self._table,
            self._detail,
            nothing="No dated clause in this range.",
            everything="Show all dates",
            beside=1040,
            detail_width=350,
            least_detail=350,
        )
        self._lay_out()
        self._wire()
        self.setFocusProxy(self._table)
        self.apply_theme(theme)

    def show_scene(self, scene: CliffsScene) -> None:
        """Show `scene`; the chosen clause stays chosen as long as it is listed."""
        self._scene = scene
        self._title.setText(scene.title)
        self._kept.setText(scene.kept)
        self._kept.setVisible(bool(scene.kept))
        self._chips.show_chips(tuple(words for words, _ in scene.removable))
        self._bar.show_scene(scene)
        self._strip.show_scene(scene.strip)
        if self._model.show_groups(scene.groups):
            self._table.unfold()
        rows = scene.rows
        chosen = self._row(self._chosen) or next((r for r in rows if r.days_left > 0), None)
        self._chosen = chosen.clause if chosen else ""
        self._table.select(self._chosen)
        self._detail.show_clause(chosen)
        self._pages.show_any(bool(rows), filtered=bool(scene.filtered))
        self._all.setEnabled(bool(rows))

    def focus_filter(self) -> None:
        """Put the keyboard into the field that filters by words."""
        self._bar.focus_words()

    def show_calendar_result(self, text: str, *, failed: bool = False) -> None:
        """Say under the button what became of a calendar file."""
        self._result.setText(text)
        color = self._theme.color("warn" if failed else "text2").name()
        self._result.setStyleSheet(f"color: {color};")
        self._result.setVisible(bool(text))

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        for part in (
            self._bar, self._chips, self._all, self._strip, self._table, self._detail, self._pages,
        ):  # fmt: skip
            part.apply_theme(theme)
        color = theme.color("ink").name()
        self._title.setStyleSheet(f"color: {color};")
        self._kept.setStyleSheet(f"color: {theme.color('text2').name()};")

    def _row(self, clause: str) -> CliffRow | None:
        rows = self._scene.rows if self._scene is not None else ()
        return next((row for row in rows if row.clause == clause), None)

    def _pick(self, clause: str) -> None:
        self._chosen = clause
        self._detail.show_clause(self._row(clause))
        self.clause_picked.emit(clause)

    def _pick_marker(self, clause: str) -> None:
        self._table.select(clause)
        self._pick(clause)

    def _open_clause(self, clause: str) -> None:
        row = self._row(clause)
        if row is not None:
            self.day_opened.emit(row.day)

    def _remove_filter(self, place: int) -> None:
        if self._scene is not None:
            self.filters_asked.emit(self._scene.removable[place][1])

    def _ask_all(self) -> None:
        if self._scene is not None:
            self.calendar_asked.emit(tuple(row.clause for row in self._scene.rows))

    def _wire(self) -> None:
        self._bar.filters_asked.connect(self.filters_asked)
        self._chips.removed.connect(self._remove_filter)
        self._all.clicked.connect(self._ask_all)
        self._pages.everything_asked.connect(self._bar.clear)
        self._strip.clause_picked.connect(self._pick_marker)
        self._table.row_picked.connect(self._pick)
        self._table.clause_opened.connect(self._open_clause)
        self._table.calendar_asked.connect(lambda clause: self.calendar_asked.emit((clause,)))
        self._table.detail_asked.connect(lambda: self._detail.setVisible(self._detail.isHidden()))
        self._table.material_picked.connect(self.material_picked)
        self._detail.calendar_asked.connect(lambda clause: self.calendar_asked.emit((clause,)))
        self._detail.timeline_asked.connect(self.day_opened)
        self._detail.material_picked.connect(self.material_picked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 14, 2)
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._all)
        kept = QHBoxLayout()
        kept.setSpacing(8)
        kept.addWidget(self._chips, 1)
        kept.addWidget(self._kept)
        filters = QVBoxLayout()
        filters.setContentsMargins(14, 4, 14, 4)
        filters.setSpacing(4)
        filters.addWidget(self._bar)
        filters.addLayout(kept)
        result = QHBoxLayout()
        result.setContentsMargins(14, 0, 14, 4)
        result.addWidget(self._result)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(filters)
        column.addLayout(result)
        column.addWidget(self._strip)
        column.addWidget(self._pages, 1)
