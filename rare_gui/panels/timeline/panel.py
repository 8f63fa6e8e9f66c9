"""The timeline with its controls: one panel around a TimelineFigure and a TransportRow.

Not for dates and lanes: it says what was asked or pointed at, and shows the scene it is given.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rare_gui.figures.accessible.timeline_items import expose_timeline
from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline import TimelineFigure
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.panels.timeline.transport_row import TransportRow
from rare_gui.scenes.timeline.parts import TimelineScene

FAR = 10
"""Steps that Left and Right make while Shift is held."""


class TimelinePanel(QWidget):
    """Shows a TimelineScene.

    `step_asked` carries the unit (event, day, week, month) and the number of steps with its sign;
    `range_asked` one of 1y, truce, 3y, all; days are days since 1970-01-01.
    """

    step_asked = Signal(str, int)
    range_asked = Signal(str)
    all_lanes_asked = Signal(bool)
    day_picked = Signal(int)
    window_picked = Signal(int, int)
    measure_picked = Signal(str)
    event_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._transport = TransportRow(theme)
        self._line = Hairline(theme)
        self.figure = TimelineFigure(theme)
        self._spoken = expose_timeline(self.figure)
        self._transport.step_asked.connect(self.step_asked)
        self._transport.range_asked.connect(self.range_asked)
        self._transport.all_lanes_asked.connect(self.all_lanes_asked)
        self._transport.crosshair_switched.connect(self.figure.set_crosshair)
        self.figure.day_picked.connect(self._take_day)
        self.figure.window_picked.connect(self._take_window)
        self.figure.measure_picked.connect(self.measure_picked)
        self.figure.event_picked.connect(self.event_picked)
        self.figure.installEventFilter(self)
        self.setFocusProxy(self.figure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self._transport)
        column.addWidget(self.figure, 1)

    def show_scene(self, scene: TimelineScene) -> None:
        """Show `scene`."""
        self._transport.show_lanes(scene.lanes_shown, scene.lanes_total)
        self._transport.show_as_of(scene.as_of)
        self.figure.show_scene(scene)
        self._spoken.tell_changed()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._transport.apply_theme(theme)
        self._line.apply_theme(theme)
        self.figure.apply_theme(theme)

    def set_still(self, still: bool) -> None:
        """Less motion: every step of play is held as long as an event."""
        self._transport.set_still(still)

    def mark_range(self, name: str | None) -> None:
        """Mark the named range that the window has now; None when it has none."""
        self._transport.mark_range(name)

    def stop(self) -> None:
        """Stop playing."""
        self._transport.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the figure: Space plays, Left and Right step, Shift ten at once, X crosshair."""
        if (
            watched is self.figure
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._take_key(event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shifted = modifiers == Qt.KeyboardModifier.ShiftModifier
        if modifiers and not shifted:
            return False  # Alt Left and the like belong to the window
        if event.key() == Qt.Key.Key_Space:
            self._transport.toggle_play()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            steps = FAR if shifted else 1
            sign = 1 if event.key() == Qt.Key.Key_Right else -1
            self.step_asked.emit(self._transport.unit(), sign * steps)
        elif event.key() == Qt.Key.Key_X and not event.isAutoRepeat():
            self._transport.switch_crosshair()
        elif event.key() == Qt.Key.Key_0:
            self._transport.mark_range("truce")
            self.range_asked.emit("truce")
        else:
            return False
        return True

    def _take_day(self, day: int) -> None:
        self._transport.stop()  # whoever takes the cursor by hand wants it to stay
        self.day_picked.emit(day)

    def _take_window(self, first: int, last: int) -> None:
        self._transport.mark_range(None)
        self.window_picked.emit(first, last)
