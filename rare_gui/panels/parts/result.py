"""The right half of the parts page: counts, destinations, the lines, and the chosen one in full.

Not for the list itself (`parts_preview`).
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.parts.detail import PartsDetail
from rare_gui.panels.parts.model import ResultModel
from rare_gui.panels.parts.table import PartsTable
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.scenes.parts.parts import PartsScene

_MOST_NAMED = 3


class PartsResult(QWidget):
    """Shows the answers of a PartsScene; signals as `parts_page.PartsPage` has them."""

    destinations_picked = Signal(tuple)
    line_picked = Signal(int)
    export_asked = Signal()
    candidate_picked = Signal(int, str)
    material_picked = Signal(str)
    column_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene = PartsScene()
        self._title, self._summary, self._told = QLabel("2  Result"), QLabel(), QLabel()
        for label, role in ((self._title, "title"), (self._summary, "ui"), (self._told, "ui")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font(role))
            label.setWordWrap(label is not self._title)
        self._matched, self._settle = QLabel(), QToolButton()
        self._matched.setTextFormat(Qt.TextFormat.PlainText)
        self._matched.setFont(font("ui_strong"))
        self._settle.setFont(font("ui"))
        self._settle.setProperty("framed", "true")
        self._settle.setToolTip("Go to the next line to settle (F8)")
        self._places = PhraseButton(theme, chevron=True)
        self._places.setToolTip("Destinations of the exports, up to six")
        self._export = PhraseButton(theme, icon="export")
        self._export.show_words(Word("CSV"))
        self._export.setToolTip("Write the report: your lines in their order, answers beside them")
        self._model = ResultModel(self)
        self._table = PartsTable(self._model, theme)
        self._detail = PartsDetail(theme)
        self._lay_out()
        self._wire()
        self.setFocusProxy(self._table)
        self.apply_theme(theme)

    def show_scene(self, scene: PartsScene) -> None:
        """Show the scene's answers; the scroll position stays where the lines do."""
        before, self._scene = self._scene, scene
        self._matched.setText(scene.matched)
        self._settle.setText(scene.to_settle)
        self._settle.setEnabled(bool(scene.settle))
        self._summary.setText(scene.summary)
        names = scene.place_names()
        named = ", ".join(names) if len(names) <= _MOST_NAMED else f"{len(names)} places"
        self._places.show_words(Word(f"From {scene.origin} to"), Word(named, "ui_strong"))
        if (before.rows, before.settle, before.chosen) != (scene.rows, scene.settle, scene.chosen):
            place = self._table.verticalScrollBar().value()
            self._model.show_scene(scene)
            self._table.fit_columns()
            self._table.verticalScrollBar().setValue(place)
        if scene.detail is not None:
            self._table.select(scene.detail.number)
        self._detail.show_detail(scene.detail)
        if before.file != scene.file:
            self.show_told("")

    def show_told(self, text: str, *, failed: bool = False) -> None:
        """Say what became of the report."""
        self._told.setText(text)
        self._told.setStyleSheet(
            f"color: {self._theme.color('warn' if failed else 'text2').name()};"
        )
        self._told.setVisible(bool(text))

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        for part in (self._places, self._export, self._table, self._detail):
            part.apply_theme(theme)
        self._title.setStyleSheet(f"color: {theme.color('ink').name()};")
        self._summary.setStyleSheet(f"color: {theme.color('text2').name()};")
        self._matched.setStyleSheet(
            f"color: {theme.color('time').name()}; background: {theme.color('time-soft').name()};"
            " border-radius: 10px; padding: 3px 10px;"
        )

    def open_places(self) -> QMenu:
        """Open the menu of destinations."""
        menu = QMenu(self)
        menu.setFont(font("ui"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self._scene.chosen
        full = len(chosen) >= self._scene.most_places
        for code, name in self._scene.places:
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(code in chosen)
            # the last one cannot be taken away, and a seventh cannot be added
            action.setEnabled(chosen != (code,) if code in chosen else not full)
            action.triggered.connect(lambda _=False, code=code: self._toggle(code))
        menu.popup(self._places.mapToGlobal(self._places.rect().bottomLeft()))
        return menu

    def _toggle(self, code: str) -> None:
        chosen = self._scene.chosen
        left = tuple(one for one in chosen if one != code)
        self.destinations_picked.emit(left if code in chosen else (*chosen, code))

    def _wire(self) -> None:
        self._places.clicked.connect(self.open_places)
        self._export.clicked.connect(self.export_asked)
        self._settle.clicked.connect(self._table.next_to_settle)
        self._table.line_picked.connect(self.line_picked)
        self._table.candidate_picked.connect(self.candidate_picked)
        self._table.column_asked.connect(self.column_asked)
        self._detail.material_picked.connect(self.material_picked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 4)
        head.setSpacing(8)
        for widget in (self._title, self._matched, self._settle):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._export)
        second = QHBoxLayout()
        second.setContentsMargins(14, 0, 12, 6)
        second.addWidget(self._summary, 1)
        second.addWidget(self._places)
        told = QHBoxLayout()
        told.setContentsMargins(14, 0, 12, 4)
        told.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(second)
        column.addLayout(told)
        column.addWidget(self._table, 1)
        column.addWidget(self._detail)
