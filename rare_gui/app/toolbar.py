"""The line at the top: menu, history, page, command field, days, direction of trade, export.

Its buttons are commands of the table (`app.actions`); its fields say what was chosen in them.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStyle, QToolBar, QToolButton, QWidget

from rare_gui.app.actions import BY_ID, PAGES, page_action
from rare_gui.app.commands import Commands, shown_keys, told
from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.changes.date_field import DateField
from rare_gui.panels.palette.field import CommandField
from rare_gui.panels.pieces.icons import tinted_icon
from rare_gui.panels.timeline.place_field import PlaceField
from rare_gui.panels.timeline.view_picker import ViewPicker

HEIGHT = 40
_LEAST_FIELD = 300
"""Px that the command field keeps while the pages stand in a row."""


def read_typed_day(text: str) -> date | str:
    """The day that a text means, or a hint."""
    from rare_gui.scenes.finding import typed_day  # not before the first paint

    return typed_day.read_typed_day(text, date.today())


class Toolbar(QToolBar):
    """Shows the commands that are used most, and the fields that rule every pane."""

    def __init__(self, theme: Theme, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__("Main", parent)
        self._commands = commands
        self._icons: list[tuple[QToolButton, str]] = []
        self._main_menu: QMenu | None = None
        self.setMovable(False)
        self.setIconSize(QSize(16, 16))
        self.setFixedHeight(HEIGHT)
        # Qt takes the left padding for all four sides: 8 px would cut the fields' lower edges
        self.setStyleSheet("QToolBar { padding: 6px; spacing: 6px; }")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.menu = self._button("go.menu", "menu")
        self.back = self._button("go.back", "back")
        self.forward = self._button("go.forward", "forward")
        self.views = ViewPicker(
            [(page.view, page.title, told(BY_ID[page_action(page.view)])) for page in PAGES], theme
        )
        self.addWidget(self.views)
        self.finder = CommandField(shown_keys(BY_ID["go.find"].keys[0]), theme)
        self.finder.clicked.connect(commands["go.find"].trigger)
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.finder)
        self.addWidget(self._middle)
        self.day = DateField(read_typed_day, theme)
        self.addWidget(self.day)
        self.known = DateField(
            read_typed_day,
            theme,
            lead="Known on",
            tip="Count only what was public by a day",
            free="any day",
        )
        self._known_action = self.addWidget(self.known)
        self.place = PlaceField(theme)
        self.addWidget(self.place)
        self.panes = self._button("view.right", "columns")
        self.theme = self._button("view.theme", "theme")
        self.export = self._button("file.export", "export", "Export")
        commands.on("go.menu", self.open_menu)
        commands.on("time.day", self.day.open_popover)
        commands.on("time.known", self.known.open_popover)
        commands.on("material.destination", self.place.open)
        self.apply_theme(theme)

    def open_menu(self) -> None:
        """Open the menu of all commands under its button."""
        if self._main_menu is None:
            self._main_menu = self._commands.main_menu(self)
        self._main_menu.popup(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))
        self._main_menu.setActiveAction(self._main_menu.actions()[0])

    def set_compact(self, compact: bool) -> None:
        """Make do with a narrow window: the banner has the known-on day's switch too."""
        self._known_action.setVisible(not compact)
        style = Qt.ToolButtonStyle
        self.export.setToolButtonStyle(
            style.ToolButtonIconOnly if compact else style.ToolButtonTextBesideIcon
        )
        self.place.set_compact(compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_views()

    def event(self, event: QEvent) -> bool:
        """Another date or place may need more room, or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_views()
        return super().event(event)

    def _fit_views(self) -> None:
        """The pages stand in a row where the command field keeps its room, else in a menu."""
        margins, metric = self.contentsMargins(), QStyle.PixelMetric
        gap = self.style().pixelMetric(metric.PM_ToolBarItemSpacing, None, self)
        edge = self.style().pixelMetric(metric.PM_ToolBarItemMargin, None, self)
        needed = margins.left() + margins.right() + 2 * edge + self.views.whole_width()
        needed += _LEAST_FIELD
        for action in self.actions():
            widget = self.widgetForAction(action)
            if action.isVisible() and widget is not None:
                others = widget not in (self.views, self._middle)
                needed += gap + (widget.sizeHint().width() if others else 0)
        self.views.set_narrow(needed > self.width())

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for button, icon in self._icons:
            button.defaultAction().setIcon(tinted_icon(icon, theme, "ink"))
        for part in (self.views, self.finder, self.day, self.known, self.place):
            part.apply_theme(theme)

    def _button(self, action_id: str, icon: str, word: str = "") -> QToolButton:
        button, action = QToolButton(self), self._commands[action_id]
        if word:
            action.setIconText(f" {word}")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("framed", True)
        button.setDefaultAction(action)
        button.setFont(font("ui"))
        button.setAccessibleName(BY_ID[action_id].title)
        self._icons.append((button, icon))
        self.addWidget(button)
        return button
