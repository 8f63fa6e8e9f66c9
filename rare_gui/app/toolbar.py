"""The line at the top: history, the as-of day, the direction of trade, theme, export."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from rare_gui.figures.theme import Theme, font
from rare_gui.panels.date_field import DateField
from rare_gui.panels.icons import tinted_icon
from rare_gui.panels.place_field import PlaceField
from rare_gui.panels.segments import Segments


def read_typed_day(text: str) -> date | str:
    """The day that a text means, or a hint."""
    from rare_gui.scenes import typed_day  # not before the first paint

    return typed_day.read_typed_day(text, date.today())


VIEWS = (
    ("timeline", "Timeline", "What applied when, drawn on one axis"),
    ("list", "List", "The same as a list"),
    ("cliffs", "Cliffs", "Dated clauses ahead"),
    ("changes", "Changes", "What changed between two days"),
    ("whatif", "What if", "Suppose another law"),
)


class Toolbar(QToolBar):
    """Says what was asked for; everything else is the session's."""

    open_asked = Signal()
    back_asked = Signal()
    forward_asked = Signal()
    theme_asked = Signal()
    panes_asked = Signal()
    export_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Main", parent)
        self.setMovable(False)
        self.setIconSize(QSize(16, 16))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._icons: list[tuple[QToolButton, str]] = []
        self.open = self._button("Open a data package", "open", QKeySequence("Ctrl+O"))
        self.back = self._button("Back to the view before", "back", QKeySequence("Alt+Left"))
        self.forward = self._button("Forward", "forward", QKeySequence("Alt+Right"))
        self.views = Segments(VIEWS, theme)
        self.addWidget(self.views)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
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
        self.panes = self._button("Right pane", "columns", QKeySequence("Ctrl+J"))
        self.theme = self._button("Light or dark", "theme", QKeySequence("Ctrl+Shift+L"))
        self.export = self._button("Export a picture", "export", QKeySequence("Ctrl+E"), "Export")
        self.open.clicked.connect(self.open_asked)
        self.back.clicked.connect(self.back_asked)
        self.forward.clicked.connect(self.forward_asked)
        self.panes.clicked.connect(self.panes_asked)
        self.theme.clicked.connect(self.theme_asked)
        self.export.clicked.connect(self.export_asked)
        self.apply_theme(theme)

    def set_compact(self, compact: bool) -> None:
        """Make do with a narrow window: the banner has the known-on day's switch too."""
        self._known_action.setVisible(not compact)
        style = Qt.ToolButtonStyle
        self.export.setToolButtonStyle(
            style.ToolButtonIconOnly if compact else style.ToolButtonTextBesideIcon
        )
        self.place.set_compact(compact)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for button, icon in self._icons:
            button.setIcon(tinted_icon(icon, theme, "ink"))
        for part in (self.views, self.known):
            part.apply_theme(theme)
        self.day.apply_theme(theme)
        self.place.apply_theme(theme)

    def _button(self, name: str, icon: str, keys: QKeySequence, word: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setFont(font("ui"))
        if word:
            button.setText(f" {word}")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("framed", True)
        button.setShortcut(keys)
        button.setToolTip(f"{name} ({keys.toString()})")
        button.setAccessibleName(name)
        self._icons.append((button, icon))
        self.addWidget(button)
        return button
