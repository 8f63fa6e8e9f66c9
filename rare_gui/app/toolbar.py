"""The line at the top: history, the as-of day, the direction of trade, theme, export."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolBar, QToolButton, QWidget

from rare_gui.figures.theme import Theme, font
from rare_gui.panels.date_field import DateField
from rare_gui.panels.icons import tinted_icon
from rare_gui.panels.place_field import PlaceField
from rare_gui.panels.view_picker import ViewPicker


def read_typed_day(text: str) -> date | str:
    """The day that a text means, or a hint."""
    from rare_gui.scenes import typed_day  # not before the first paint

    return typed_day.read_typed_day(text, date.today())


VIEWS = (
    ("timeline", "Timeline", "What applied when, drawn on one axis"),
    ("card", "Card", "All that is known of the material (Ctrl+D)"),
    ("compare", "Compare", "Two to six materials side by side"),
    ("list", "List", "The same as a list"),
    ("cliffs", "Cliffs", "Dated clauses ahead"),
    ("changes", "Changes", "What changed between two days"),
    ("whatif", "What if", "Suppose another law"),
    ("impact", "Impact", "Which sectors lose how much"),
    ("parts", "Parts", "Your own list of parts against the restrictions"),
    ("ledger", "Truce", "What the truce promised, and what the records show"),
    ("projects", "Projects", "Supply that is being built outside China"),
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
        self.views = ViewPicker(VIEWS, theme)
        self.addWidget(self.views)
        self._spacer = spacer = QWidget()
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_views()

    def event(self, event: QEvent) -> bool:
        """Another date or place may need more room, or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_views()
        return super().event(event)

    def _fit_views(self) -> None:
        """The pages stand in a row where nothing else would be pushed out, else in a menu."""
        margins, metric = self.contentsMargins(), QStyle.PixelMetric
        gap = self.style().pixelMetric(metric.PM_ToolBarItemSpacing, None, self)
        edge = self.style().pixelMetric(metric.PM_ToolBarItemMargin, None, self)
        needed = margins.left() + margins.right() + 2 * edge + self.views.whole_width()
        for action in self.actions():
            widget = self.widgetForAction(action)
            if action.isVisible() and widget is not None:
                others = widget not in (self.views, self._spacer)
                needed += gap + (widget.sizeHint().width() if others else 0)
        self.views.set_narrow(needed > self.width())

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
