"""The list of materials: filter field, grouped rows with one chip per form column, legend.

Not for deciding states, order or counts: `MaterialsScene` brings them. The typed text alone is the
browser's own: what it means is asked of the scene's search.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.materials.menus import BrowseMenus
from rare_gui.panels.materials.rows_model import RowsModel
from rare_gui.panels.materials.tree import EXPORTS_WIDTH, RISK_WIDTH, MaterialTree
from rare_gui.panels.pieces.chip_words import ChipWords
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.panels.pieces.icons import tinted_icon
from rare_gui.panels.pieces.removable_chips import RemovableChips
from rare_gui.scenes.browse import NO_FILTERS
from rare_gui.scenes.materials.parts import MaterialsScene
from rare_gui.scenes.materials.search import SearchAnswer

LEAST_WIDTH = 326
"""Px; narrower, the names would be unreadable."""
_ALL = SearchAnswer(None)


class MaterialBrowser(QWidget):
    """Shows a MaterialsScene; says which material or chip was picked.

    `material_and_column_picked` counts the chip columns from 0 (ore). `material_opened` is Enter
    or a double click: the user is done choosing and wants the timeline. `filters_asked` carries
    other BrowserFilters, `sort_asked` an order, `risk_asked` a screening method or "" for no such
    column, `watch_asked` a material to be watched or no longer, `compared_asked` the slugs to be
    compared; `comparison_opened`: the user wants to see them side by side. `evidence_asked` carries
    the key of a risk figure, `weights_opened`: the user wants to set weights of their own.
    """

    material_picked = Signal(str)
    material_and_column_picked = Signal(str, int)
    material_opened = Signal(str)
    filters_asked = Signal(object)
    sort_asked = Signal(str)
    risk_asked = Signal(str)
    watch_asked = Signal(str)
    compared_asked = Signal(tuple)
    comparison_opened = Signal()
    evidence_asked = Signal(str)
    weights_opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self._scene: MaterialsScene | None = None
        self._answer = _ALL
        self._model = RowsModel(self)
        self._filter = QLineEdit()
        self._filter.setFont(font("ui"))
        self._filter.setTextMargins(-6, 0, 0, 0)
        self._filter.setAccessibleName("Filter materials")
        self._search = QAction(self._filter)
        self._search.setText("Search")
        self._filter.addAction(self._search, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction("Clear filter", self._filter)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self._filter.clear)
        self._filter.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._filter.textChanged.connect(self._search_for)
        self._filter.installEventFilter(self)
        self._filter.returnPressed.connect(self._pick_only_match)
        self._menus = BrowseMenus(theme)
        self._chips = RemovableChips(theme, "Filters")
        self._told = QLabel()
        self._comparison = RemovableChips(theme, "To compare")
        self._compare = QPushButton()
        self._tree = MaterialTree(self._model, theme)
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
        self._tree.watch_asked.connect(self.watch_asked)
        self._tree.risk_opened.connect(self._ask_risk)
        self._tree.compared_asked.connect(self.compared_asked)
        self._menus.filters_asked.connect(self.filters_asked)
        self._menus.sort_asked.connect(self.sort_asked)
        self._menus.risk_asked.connect(self.risk_asked)
        self._menus.weights_opened.connect(self.weights_opened)
        self._chips.removed.connect(self._remove_filter)
        self._comparison.removed.connect(self._remove_compared)
        self._compare.clicked.connect(self.comparison_opened)
        self.setFocusProxy(self._tree)
        self.setMinimumWidth(LEAST_WIDTH)
        self.apply_theme(theme)

    def show_scene(self, scene: MaterialsScene) -> None:
        """Show `scene`; with the same rows only what differs is repainted."""
        self._scene = scene
        self._tree.mark_compared(tuple(material for material, _ in scene.compared))
        self._show_rows()
        self._tree.select(scene.selected)
        self._filter.setPlaceholderText(f"Filter {scene.total} materials")
        self._legend.show_groups(scene.legend)
        self._menus.show_scene(scene)
        self._chips.show_chips(tuple(chip.text for chip in scene.filter_chips))
        self._comparison.show_chips(tuple(name for _, name in scene.compared))
        self._compare.setText(f"Compare {len(scene.compared)}")
        self._compare.setVisible(bool(scene.compared))
        self._compare.setEnabled(len(scene.compared) > 1)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._search.setIcon(tinted_icon("search", theme, "text3"))
        self._clear.setIcon(tinted_icon("close", theme, "text3"))
        for part in (
            self._tree, self._legend, self._line, self._menus, self._chips, self._comparison,
        ):  # fmt: skip
            part.apply_theme(theme)
        self._told.setStyleSheet(f"color: {theme.color('text2').name()};")

    def focus_filter(self) -> None:
        """Put the keyboard into the filter field with its text selected."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def set_compact(self, compact: bool) -> None:
        """Leave out sparklines and legend where the window is small."""
        self._compact = compact
        self._foot.setHidden(compact)
        self._fix_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer columns fit."""
        super().resizeEvent(event)
        self._fix_columns()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the filter field into the list, Esc clears the field."""
        if watched is self._filter and event.type() == QEvent.Type.FocusIn and self._scene:
            self._scene.search.prepare()
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
        self._answer = self._scene.search.find(text) if self._scene else _ALL
        self._told.setText(self._answer.told)
        self._told.setVisible(bool(self._answer.told))
        self._clear.setVisible(bool(text))
        # Filtering moves the current row; that is not the user choosing a material.
        with QSignalBlocker(self._tree):
            self._show_rows()
            if self._scene:
                self._tree.select(self._scene.selected)

    def _show_rows(self) -> None:
        """The rows of the scene that the typed text means."""
        assert self._scene is not None
        if self._model.show_scene(self._scene, self._answer.materials):
            self._fix_columns()
            self._tree.expandAll()
        self._pages.setCurrentWidget(self._tree if self._model.rowCount() else self._nothing)

    def _fix_columns(self) -> None:
        """Risk stands in the sparklines' place where there is no room for both."""
        with_risk = self._scene is not None and self._scene.risk_column is not None
        either = RISK_WIDTH if with_risk else 0 if self._compact else EXPORTS_WIDTH
        self.setMinimumWidth(LEAST_WIDTH - EXPORTS_WIDTH + either)
        if self._model.rowCount():
            roomy = not with_risk or self.width() >= LEAST_WIDTH + RISK_WIDTH
            self._tree.fix_columns(roomy and not self._compact, with_risk)

    def _pick_only_match(self) -> None:
        """Enter chooses the material where the text leaves a single one."""
        materials = self._model.materials()
        if self._filter.text().strip() and len(materials) == 1:
            self.material_picked.emit(materials[0])

    def _clear_all(self) -> None:
        self._filter.clear()
        if self._scene is not None and self._scene.filters != NO_FILTERS:
            self.filters_asked.emit(NO_FILTERS)

    def _ask_risk(self, material: str) -> None:
        if self._scene is not None and self._scene.risk_method:
            self.evidence_asked.emit(f"risk:{material}:{self._scene.risk_method}")

    def _remove_filter(self, place: int) -> None:
        assert self._scene is not None
        self.filters_asked.emit(self._scene.filter_chips[place].without)

    def _remove_compared(self, place: int) -> None:
        assert self._scene is not None
        materials = [material for material, _ in self._scene.compared]
        self.compared_asked.emit(tuple(materials[:place] + materials[place + 1 :]))

    def _lay_out(self) -> None:
        message = QLabel("No material matches.")
        message.setTextFormat(Qt.TextFormat.PlainText)
        message.setFont(font("ui"))
        clear = QPushButton("Clear filter")
        clear.setFont(font("ui"))
        clear.clicked.connect(self._clear_all)
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
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setFont(font("lane_light"))
        self._told.setWordWrap(True)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._told.hide()
        field = QHBoxLayout()
        field.setSpacing(6)
        field.addWidget(self._filter, 1)
        field.addWidget(self._menus)
        chosen = QHBoxLayout()
        chosen.setSpacing(6)
        self._compare.setFont(font("ui"))
        chosen.addWidget(self._comparison, 1)
        chosen.addWidget(self._compare, 0, Qt.AlignmentFlag.AlignTop)
        top = QVBoxLayout()
        top.setContentsMargins(10, 8, 10, 4)
        top.setSpacing(6)
        top.addLayout(field)
        top.addWidget(self._chips)
        top.addWidget(self._told)
        top.addLayout(chosen)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self._foot)
