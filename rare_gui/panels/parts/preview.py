"""The left half of the parts page: the file, how its columns are read, and its first cells.

Not for the answers (`parts_result`).
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.parts.mapping_header import MappingHeader
from rare_gui.panels.parts.model import PreviewModel
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.scenes.parts.parts import PartsScene

_PRIVACY = "Read on this computer only. Nothing is uploaded or kept."
_HOW = (
    "How names are read: English and Chinese names, symbols, formulae, CAS numbers and customs "
    "codes; then the form words. A guess is never made silently."
)
_ROW_HEIGHT = 26
_FIRST_WIDTH, _OTHER_WIDTH = 96, 118


class PartsPreview(QWidget):
    """Shows the list as it stands in the file; `mapping_changed` is field and column from 0.

    A column of -1 takes the field's column away.
    """

    mapping_changed = Signal(str, int)
    mapping_saved = Signal()
    other_file_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene = PartsScene()
        self._title = _label("title")
        self._title.setText("1  Columns")
        self._file, self._facts = _label("ui_strong"), _label("ui")
        self._privacy, self._how, self._problems = _label("ui"), _label("ui"), _label("ui")
        self._privacy.setText(_PRIVACY)
        self._how.setText(_HOW)
        for label in (self._privacy, self._how, self._problems, self._facts):
            label.setWordWrap(True)
        self._other = PhraseButton(theme, icon="open")
        self._other.show_words(Word("Other file"))
        self._other.clicked.connect(self.other_file_asked)
        self._save = PhraseButton(theme)
        self._save.show_words(Word("Save columns"))
        self._save.setToolTip("Read the next list with the same headings in this way")
        self._save.clicked.connect(self.mapping_saved)
        self._told = _label("ui")
        self._told.setWordWrap(True)
        self._failed = False
        self._model = PreviewModel(self)
        self._table = _Table(theme)
        self._table.setModel(self._model)
        self._table.heads.field_chosen.connect(self._change)
        self._lay_out()
        self.apply_theme(theme)

    def show_scene(self, scene: PartsScene) -> None:
        """Show the scene's file, columns and cells."""
        before, self._scene = self._scene, scene
        self._file.setText(scene.file)
        self._facts.setText(scene.facts)
        self._problems.setText("\n".join(scene.problems[:4]))
        self._problems.setVisible(bool(scene.problems))
        self._save.setVisible(scene.can_save_columns)
        if scene.columns != before.columns or scene.file != before.file:
            self.show_told(scene.columns_words)
        self._table.heads.show_columns(scene.columns, scene.fields)
        same = (scene.preview, scene.tinted, scene.columns) == (
            before.preview, before.tinted, before.columns,
        )  # fmt: skip
        if same:
            return
        self._model.show_scene(scene)
        if len(before.columns) != len(scene.columns) or before.file != scene.file:
            for column in range(len(scene.columns)):
                wide = scene.columns[column].field == "material"
                width = _FIRST_WIDTH if column == 0 else _OTHER_WIDTH + 50 * wide
                self._table.setColumnWidth(column, width)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._other.apply_theme(theme)
        self._save.apply_theme(theme)
        self.show_told(self._told.text(), failed=self._failed)
        self._table.heads.apply_theme(theme)
        self._model.tint, self._model.ink = theme.color("warn-soft"), theme.color("on-warn")
        for label, token in (
            (self._title, "ink"), (self._file, "ink"), (self._facts, "text2"),
            (self._privacy, "text2"), (self._how, "text2"), (self._problems, "warn"),
        ):  # fmt: skip
            label.setStyleSheet(f"color: {theme.color(token).name()};")
        line, panel = theme.color("line").name(), theme.color("panel").name()
        self._table.setStyleSheet(
            f"QTableView {{ background: {panel}; gridline-color: {line}; border: none; }}"
            f"QTableView::item {{ padding: 0 6px; }}"
        )
        self._table.viewport().update()

    def show_told(self, text: str, *, failed: bool = False) -> None:
        """Say how the columns came to be read so, or what became of saving them."""
        self._told.setText(text)
        self._told.setVisible(bool(text))
        self._failed = failed
        self._told.setStyleSheet(
            f"color: {self._theme.color('warn' if failed else 'text2').name()};"
        )

    def _change(self, field: str, column: int) -> None:
        if field:
            self.mapping_changed.emit(field, column)
        elif self._scene.columns[column].field:
            self.mapping_changed.emit(self._scene.columns[column].field, -1)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 6)
        head.addWidget(self._title, 1)
        head.addWidget(self._other)
        facts = QVBoxLayout()
        facts.setContentsMargins(14, 4, 12, 8)
        facts.setSpacing(3)
        for label in (self._file, self._facts, self._privacy, self._problems):
            facts.addWidget(label)
        saving = QHBoxLayout()
        saving.addWidget(self._told, 1)
        saving.addWidget(self._save)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 8, 12, 10)
        foot.setSpacing(8)
        foot.addWidget(self._how)
        foot.addLayout(saving)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(facts)
        column.addWidget(self._table, 1)
        column.addLayout(foot)
        self.setFocusProxy(self._table)


class _Table(QTableView):
    """Cells of the list; Alt+Down opens the menu of the current column."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.heads = MappingHeader(theme, self)
        self.setHorizontalHeader(self.heads)
        self.setAccessibleName("The list as it stands in the file")
        self.setFont(font("ui"))
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the mapping."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_Down:
            self.heads.open_menu(max(self.currentIndex().column(), 0))
        else:
            super().keyPressEvent(event)


def _label(role: str) -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(role))
    return made
