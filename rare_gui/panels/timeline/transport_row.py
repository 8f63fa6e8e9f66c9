"""The controls over the timeline: steps, play, range, lanes, crosshair.

Not for dates: it says what was asked, and the presenter computes where that leads. No pyqtgraph.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import ICON_SIZE, tinted_icon
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.panels.pieces.segments import Segments

UNITS = ("event", "day", "week", "month")
RANGES = (
    ("1y", "1 y", "The year around the as-of day"),
    ("truce", "Truce", "From before the truce to its end"),
    ("3y", "3 y", "Three years"),
    ("all", "All", "Everything in the data"),
)
SPEEDS = (("slowly", 2.0), ("at normal speed", 1.0), ("fast", 0.5))
"""Words for the three speeds of play, and what each multiplies the time of a step by."""
PLAY_INTERVAL_MS = 125
"""Eight steps a second at normal speed."""
EVENT_HOLD_MS = 1200
"""Each event is held long enough to be read."""


class TransportRow(QWidget):
    """Buttons for stepping through time and for choosing the visible range and lanes.

    `step_asked` carries a unit of UNITS and +1 or -1; `range_asked` a key of RANGES.
    """

    step_asked = Signal(str, int)
    range_asked = Signal(str)
    all_lanes_asked = Signal(bool)
    crosshair_switched = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._unit = UNITS[0]
        self._still = False
        self._pace = 1.0
        self._as_of: int | None = None
        self._played_from: int | None = None
        self._all_shown = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._play_on)
        self._previous = self._tool("Previous event")
        self._play = self._tool("Play")
        self._next = self._tool("Next event")
        self._units = PhraseButton(theme, chevron=True, framed=False)
        self._ranges = Segments(RANGES, theme)
        self._lanes = PhraseButton(theme, icon="filter", framed=False)
        self._crosshair = self._tool("Crosshair")
        self._crosshair.setFixedWidth(26)
        self._crosshair.setCheckable(True)
        self._crosshair.setChecked(True)
        self._crosshair.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._crosshair.toggled.connect(self._show_crosshair)
        self._crosshair.toggled.connect(self.crosshair_switched)
        self._previous.clicked.connect(lambda: self.step_asked.emit("event", -1))
        self._next.clicked.connect(lambda: self.step_asked.emit("event", 1))
        self._play.clicked.connect(self.toggle_play)
        self._units.clicked.connect(self._open_units)
        self._ranges.picked.connect(self.range_asked)
        self._lanes.clicked.connect(lambda: self.all_lanes_asked.emit(not self._all_shown))
        self._menu = self._unit_menu()
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 5, 8, 5)
        row.setSpacing(3)
        for button in (self._previous, self._play, self._next):
            row.addWidget(button)
        row.addWidget(self._units)
        row.addStretch(1)
        row.addWidget(self._ranges)
        row.addWidget(self._lanes)
        row.addWidget(self._crosshair)
        self.setFixedHeight(36)
        self._show_unit()
        self.apply_theme(theme)

    def show_lanes(self, shown: int, total: int) -> None:
        """Say how many lanes are shown; a press asks for all, or for the few again."""
        self._all_shown = shown >= total
        self._lanes.show_words(Word(f"Lanes {shown} of {total}", token="text2"))
        self._lanes.setToolTip("Show only lanes that bind" if self._all_shown else "Show all lanes")
        self._lanes.setEnabled(total > 0)

    def show_as_of(self, day: int) -> None:
        """Take note of the as-of day (days since 1970), so that play stops where it ends."""
        self._as_of = day

    def mark_range(self, name: str | None) -> None:
        """Mark the range that the window has by its key; None when it has none of them."""
        self._ranges.mark(name)

    def unit(self) -> str:
        """The unit of a step."""
        return self._unit

    def set_still(self, still: bool) -> None:
        """Less motion: every step of play is held as long as an event."""
        self._still = still

    def interval(self) -> int:
        """Milliseconds between two steps of play."""
        slow = self._still or self._unit == "event"
        step = EVENT_HOLD_MS if slow else PLAY_INTERVAL_MS
        return round(step * self._pace)

    def is_playing(self) -> bool:
        """Whether steps are being asked for in turn."""
        return self._timer.isActive()

    def toggle_play(self) -> None:
        """Start or stop asking for steps; the first comes at once."""
        if self._timer.isActive():
            self.stop()
            return
        self._played_from = None
        self._timer.start(self.interval())
        self._show_play()
        self._play_on()

    def switch_crosshair(self) -> None:
        """Off becomes on and the other way round."""
        self._crosshair.toggle()

    def stop(self) -> None:
        """Stop playing; harmless when not playing."""
        self._timer.stop()
        self._show_play()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._previous.setIcon(tinted_icon("previous-event", theme))
        self._next.setIcon(tinted_icon("next-event", theme))
        self._units.apply_theme(theme)
        self._ranges.apply_theme(theme)
        self._lanes.apply_theme(theme)
        self._show_crosshair(self._crosshair.isChecked())
        self._show_play()

    def _play_on(self) -> None:
        if self._as_of is not None and self._as_of == self._played_from:
            self.stop()  # the last step led nowhere: the end is reached
            return
        self._played_from = self._as_of
        self.step_asked.emit(self._unit, 1)

    def _show_play(self) -> None:
        playing = self._timer.isActive()
        self._play.setIcon(tinted_icon("pause" if playing else "play", self._theme, "ink"))
        self._play.setToolTip("Pause" if playing else f"Play by {self._unit}")
        self._play.setAccessibleName("Pause" if playing else "Play")

    def _show_crosshair(self, on: bool) -> None:
        token = "time" if on else "text2"
        self._crosshair.setIcon(tinted_icon("crosshair", self._theme, token))
        self._crosshair.setToolTip(
            f"Crosshair {'on' if on else 'off'}: reads out every value under the pointer (X)"
        )

    def _tool(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setIconSize(ICON_SIZE)
        button.setFixedSize(30, 26)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _unit_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setFont(font("ui"))
        group = QActionGroup(menu)
        for unit in UNITS:
            action = QAction(f"Step by {unit}", group)
            action.setCheckable(True)
            action.setChecked(unit == self._unit)
            action.triggered.connect(lambda _=False, unit=unit: self._choose_unit(unit))
            menu.addAction(action)
        menu.addSeparator()
        speeds = QActionGroup(menu)
        for words, pace in SPEEDS:
            action = QAction(f"Play {words}", speeds)
            action.setCheckable(True)
            action.setChecked(pace == self._pace)
            action.triggered.connect(lambda _=False, pace=pace: self._choose_pace(pace))
            menu.addAction(action)
        return menu

    def _open_units(self) -> None:
        self._menu.popup(self._units.mapToGlobal(self._units.rect().bottomLeft()))

    def _choose_unit(self, unit: str) -> None:
        self._unit = unit
        self.stop()
        self._show_unit()

    def _choose_pace(self, pace: float) -> None:
        self._pace = pace
        if self.is_playing():
            self._timer.start(self.interval())

    def _show_unit(self) -> None:
        self._units.show_words(Word(f"Step by {self._unit}", token="text2"))
        self._units.setToolTip("What one step of play is")
        self._show_play()
