"""The list of materials: filter field, grouped rows with one chip per form column, legend.

Not for deciding states, order or counts: `MaterialsScene` brings them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.chip_words import ChipWords
from rare_gui.panels.hairline import Hairline
from rare_gui.panels.icons import tinted_icon
from rare_gui.panels.material_tree import EXPORTS_WIDTH, MaterialTree
from rare_gui.panels.rows_model import RowsFilter, RowsModel
from rare_gui.scenes.materials import MaterialsScene

LEAST_WIDTH = 326
"""Px; narrower, the names would be unreadable."""


class MaterialBrowser(QWidget):
    """Shows a MaterialsScene; says which material or chip was picked.

    `material_and_column_picked` counts the chip columns from 0 (ore). `material_opened` is Enter
    or a double click: the user is done choosing and wants the timeline.
    """

    material_picked = Signal(str)
    material_and_column_picked = Signal(str, int)
    material_opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_exports = True
        self._model = RowsModel(self)
        self._rows = RowsFilter(self)
        self._rows.setSourceModel(self._model)
        self._filter = QLineEdit()
        self._filter.setFont(font("ui"))
        self._filter.setTextMargins(-6, 0, 0, 0)
        self._filter.setAccessibleName("Filter materials")
        self._search = QAction(self._filter)
        self._filter.addAction(self._search, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction("Clear filter", self._filter)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self._filter.clear)
        self._filter.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._filter.textChanged.connect(self._search_for)
        self._filter.installEventFilter(self)
        self._tree = MaterialTree(self._model, self._rows, theme)
        self._nothing = QWidget()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._tree)
        self._pages.addWidget(self._nothing)
        self._legend = ChipWords(theme, role="lane_light", columns=3)
        self._foot = QFrame()
        self._line = Hairline(theme)
        self._lay_out()
        self._tree.material_picked.connect(self.material_picked)
        self._tree.material_and_column_picked.connect(self.material_and_column_picked)
        self._tree.material_opened.connect(self.material_opened)
        self.setFocusProxy(self._tree)
        self.setMinimumWidth(LEAST_WIDTH)
        self.apply_theme(theme)

    def show_scene(self, scene: MaterialsScene) -> None:
        """Show `scene`; with the same rows only what differs is repainted."""
        if self._model.show_scene(scene):
            self._tree.fix_columns(self._with_exports)
            self._tree.expandAll()
        self._tree.select(scene.selected)
        self._filter.setPlaceholderText(f"Filter {scene.total} materials")
        self._legend.show_groups(scene.legend)
        self._show_page()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._search.setIcon(tinted_icon("search", theme, "text3"))
        self._clear.setIcon(tinted_icon("close", theme, "text3"))
        self._tree.apply_theme(theme)
        self._legend.apply_theme(theme)
        self._line.apply_theme(theme)

    def focus_filter(self) -> None:
        """Put the keyboard into the filter field with its text selected."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def set_compact(self, compact: bool) -> None:
        """Leave out sparklines and legend where the window is small."""
        self._with_exports = not compact
        self._foot.setHidden(compact)
        self.setMinimumWidth(LEAST_WIDTH - (EXPORTS_WIDTH if compact else 0))
        if self._model.rowCount():
            self._tree.fix_columns(self._with_exports)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the filter field into the list, Esc clears the field."""
        if watched is self._filter and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
                self._tree.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self._filter.text():
                # Also taken as a shortcut override, so that no window action gets it first.
                if event.type() == QEvent.Type.KeyPress:
                    self._filter.clear()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _search_for(self, text: str) -> None:
        # Filtering moves the current row; that is not the user choosing a material.
        with QSignalBlocker(self._tree):
            self._rows.search_for(text)
        self._tree.expandAll()
        self._clear.setVisible(bool(text))
        self._show_page()

    def _show_page(self) -> None:
        empty = bool(self._filter.text()) and self._rows.rowCount() == 0
        self._pages.setCurrentWidget(self._nothing if empty else self._tree)

    def _lay_out(self) -> None:
        message = QLabel("No material matches.")
        message.setTextFormat(Qt.TextFormat.PlainText)
        message.setFont(font("ui"))
        clear = QPushButton("Clear filter")
        clear.setFont(font("ui"))
        clear.clicked.connect(self._filter.clear)
        empty = QVBoxLayout(self._nothing)
        empty.setContentsMargins(10, 24, 10, 0)
        empty.setSpacing(8)
        empty.addWidget(message, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addWidget(clear, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addStretch(1)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(self._line)
        legend = QVBoxLayout()
        legend.setContentsMargins(10, 8, 10, 8)
        legend.addWidget(self._legend)
        foot.addLayout(legend)
        top = QVBoxLayout()
        top.setContentsMargins(10, 8, 10, 4)
        top.addWidget(self._filter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self._foot)
