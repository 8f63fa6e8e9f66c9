"""The parts page: the list and its columns at the left, what applies to each line at the right.

Not for reading files nor for asking the law: it says what was asked and shows the scene.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.parts.empty import PartsEmpty
from rare_gui.panels.parts.preview import PartsPreview
from rare_gui.panels.parts.result import PartsResult
from rare_gui.scenes.parts.parts import PartsScene

_BESIDE = 860
"""Px from which the result stands beside the list, else under it."""

_LIST_SHARE = 0.3


class PartsPage(QWidget):
    """Shows a PartsScene.

    `file_picked` carries a path, `rows_pasted` the text of copied rows; `mapping_changed` a field
    and its column from 0, -1 for none; `mapping_saved` asks to keep the columns as they are;
    `destinations_picked` a tuple of country codes; `line_picked` the number of a line;
    `candidate_picked` a line and a candidate's key; `material_picked` a slug for the timeline.
    """

    file_picked = Signal(str)
    rows_pasted = Signal(str)
    mapping_saved = Signal()
    mapping_changed = Signal(str, int)
    destinations_picked = Signal(tuple)
    line_picked = Signal(int)
    export_asked = Signal()
    candidate_picked = Signal(int, str)
    material_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = PartsEmpty(theme)
        self._preview = PartsPreview(theme)
        self._result = PartsResult(theme)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.addWidget(self._preview)
        self._split.addWidget(self._result)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(1, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.setAcceptDrops(True)
        self.setAccessibleName("Parts list")
        self._wire()

    def show_scene(self, scene: PartsScene) -> None:
        """Show the list and its answers, or the drop area where there is no list."""
        if scene.file:
            self._preview.show_scene(scene)
            self._result.show_scene(scene)
        self._pages.setCurrentWidget(self._split if scene.file else self._empty)

    def show_reading(self, name: str) -> None:
        """Say that a file is being read."""
        self._empty.show_words(f"Reading {name} …", busy=True)
        self._pages.setCurrentWidget(self._empty)

    def show_fault(self, text: str) -> None:
        """Say in one sentence why a file could not be read."""
        self._empty.show_words(text, busy=False)
        self._pages.setCurrentWidget(self._empty)

    def show_columns_saved(self, text: str, *, failed: bool = False) -> None:
        """Say what became of the columns that were to be saved."""
        self._preview.show_told(text, failed=failed)

    def show_export_result(self, text: str, *, failed: bool = False) -> None:
        """Say what became of the report."""
        self._result.show_told(text, failed=failed)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for part in (self._empty, self._preview, self._result):
            part.apply_theme(theme)
        self._split.setStyleSheet(
            f"QSplitter::handle {{ background: {theme.color('line').name()}; }}"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The result stands beside the list where there is room, else under it."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._split.orientation() != wanted or event.oldSize().width() <= 0:
            self._split.setOrientation(wanted)
            whole = self.width() if beside else self.height()
            share = round(whole * (_LIST_SHARE if beside else 0.45))
            self._split.setSizes([share, whole - share])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file can be dropped anywhere on the page."""
        if _local_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dropped file."""
        if path := _local_file(event.mimeData()):
            event.acceptProposedAction()
            self.file_picked.emit(path)

    def ask_file(self) -> None:
        """Let a file be chosen."""
        path, _ = QFileDialog.getOpenFileName(
            self, "Open a parts list", "", "Lists (*.csv *.tsv *.txt *.xlsx *.xlsm);;All files (*)"
        )
        if path:
            self.file_picked.emit(path)

    def paste(self) -> None:
        """Take what was copied: rows of a table, or a file."""
        copied = QGuiApplication.clipboard().mimeData()
        path = _local_file(copied)
        if path:
            self.file_picked.emit(path)
        else:
            self.rows_pasted.emit(copied.text())

    def _paste_where_empty(self) -> None:
        """Pasting over a list that is open would lose what was settled about it."""
        if self._pages.currentWidget() is self._empty:
            self.paste()

    def _wire(self) -> None:
        self._empty.file_asked.connect(self.ask_file)
        self._empty.rows_asked.connect(self.paste)
        self._preview.mapping_saved.connect(self.mapping_saved)
        self._preview.other_file_asked.connect(self.ask_file)
        self._preview.mapping_changed.connect(self.mapping_changed)
        self._result.destinations_picked.connect(self.destinations_picked)
        self._result.line_picked.connect(self.line_picked)
        self._result.candidate_picked.connect(self.candidate_picked)
        self._result.export_asked.connect(self.export_asked)
        self._result.material_picked.connect(self.material_picked)
        self._result.column_asked.connect(self._preview.setFocus)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._paste_where_empty)


def _local_file(data: QMimeData) -> str:
    """The path of the one local file that is dropped or copied, else empty."""
    urls = data.urls()
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
