"""The two buttons beside the filter field: what the list keeps, and how it is ordered.

Not for filtering and sorting: they say what is wanted, and the next scene brings it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import tinted_icon
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.scenes.browse import NEAR_DAYS, NO_FILTERS, SORT_WORDS, Choices
from rare_gui.scenes.materials.parts import MaterialsScene
from rare_gui.scenes.selection import OWN_WEIGHTS

_SIDE = 26


class BrowseMenus(QWidget):
    """Shows the filters and the order of a MaterialsScene.

    `filters_asked` carries other BrowserFilters, `sort_asked` one of the orders, `risk_asked` a
    screening method whose column is to be shown, or "" for none; `weights_opened`: the user wants
    to set weights of their own.
    """

    filters_asked = Signal(object)
    sort_asked = Signal(str)
    risk_asked = Signal(str)
    weights_opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: MaterialsScene | None = None
        self._filter = QToolButton()
        self._filter.setFixedSize(_SIDE, _SIDE)
        self._filter.setProperty("framed", "true")
        self._filter.setToolTip("Filter by state, form, group or sector")
        self._filter.setAccessibleName("Filters")
        self._sort = PhraseButton(theme, chevron=True)
        self._sort.setToolTip("Order of the list, and its risk column")
        self._menu = QMenu(self)
        self._menu.setFont(font("ui"))
        self._filter.clicked.connect(self._open_filters)
        self._sort.clicked.connect(self._open_orders)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._filter)
        row.addWidget(self._sort)
        self.apply_theme(theme)

    def show_scene(self, scene: MaterialsScene) -> None:
        """Show the filters and the order that made `scene`."""
        self._scene = scene
        self._sort.show_words(Word(SORT_WORDS[scene.sort]))
        self._tint()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._sort.apply_theme(theme)
        self._tint()

    def _tint(self) -> None:
        holds = self._scene is not None and self._scene.filters != NO_FILTERS
        self._filter.setIcon(tinted_icon("filter", self._theme, "time" if holds else "text2"))

    def _open_filters(self) -> None:
        scene, menu = self._scene, self._menu
        if scene is None:
            return
        menu.clear()
        filters, choices = scene.filters, scene.choices
        for title, field, offered in (
            ("State", "states", choices.states),
            ("Form", "forms", choices.forms),
            ("Group", "groups", choices.groups),
            ("Sector in need", "sectors", choices.sectors),
        ):
            self._add_choices(menu.addMenu(title), field, offered)
        menu.addSeparator()
        soon, watched = (
            replace(filters, soon=not filters.soon),
            replace(filters, watched=not filters.watched),
        )
        self._add(menu, f"Changes within {NEAR_DAYS} days", filters.soon,
                  partial(self.filters_asked.emit, soon))  # fmt: skip
        self._add(menu, "Watch list", filters.watched, partial(self.filters_asked.emit, watched))
        menu.addSeparator()
        clear = menu.addAction("Clear all filters", partial(self.filters_asked.emit, NO_FILTERS))
        clear.setEnabled(filters != NO_FILTERS)
        menu.popup(self._filter.mapToGlobal(self._filter.rect().bottomLeft()))

    def _add_choices(self, menu: QMenu, field: str, offered: Choices) -> None:
        assert self._scene is not None
        menu.setFont(font("ui"))
        filters = self._scene.filters
        for key, words in offered:
            wanted = filters.toggled(field, key)
            holds = key in getattr(filters, field)
            self._add(menu, words, holds, partial(self.filters_asked.emit, wanted))

    def _open_orders(self) -> None:
        scene, menu = self._scene, self._menu
        if scene is None:
            return
        menu.clear()
        menu.addSection("Order")
        orders = QActionGroup(menu)
        for key, words in SORT_WORDS.items():
            act = self._add(menu, words, scene.sort == key,
                            partial(self.sort_asked.emit, key))  # fmt: skip
            orders.addAction(act)
        menu.addSection("Risk column")
        methods = QActionGroup(menu)
        for key, words in (("", "None"), *scene.choices.methods):
            holds = (scene.risk_method or "") == key
            act = self._add(menu, words, holds, partial(self.risk_asked.emit, key))
            act.setEnabled(bool(key) or scene.sort != "risk")
            methods.addAction(act)
        holds = scene.risk_method == OWN_WEIGHTS
        methods.addAction(self._add(menu, "Your own weights …", holds, self.weights_opened.emit))
        menu.popup(self._sort.mapToGlobal(self._sort.rect().bottomLeft()))

    @staticmethod
    def _add(menu: QMenu, words: str, holds: bool, act: Callable[[], object]) -> QAction:
        action = QAction(words.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(holds)
        action.triggered.connect(lambda _=False: act())
        menu.addAction(action)
        return action
