"""The timeline as a widget: shows a scene and says what the user pointed at; it decides nothing.

Not for making scenes (`scenes.timeline.scene`), and not for the keys that step and play: the panel
around it has them.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QWidget

from rare_gui.figures.theme import Theme, style_sheet
from rare_gui.figures.timeline.canvas import TimelineCanvas
from rare_gui.figures.timeline.events import event_hits
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.gestures import Intents, bounded
from rare_gui.figures.timeline.kept_layout import KeptLayout
from rare_gui.figures.timeline.keys import keyed_window
from rare_gui.figures.timeline.lanes import group_hits, lane_hits, place_lanes
from rare_gui.figures.timeline.layout import Layout
from rare_gui.figures.timeline.note_flags import note_hits
from rare_gui.figures.timeline.panes import pane_hits
from rare_gui.figures.timeline.pointer import Pointer
from rare_gui.figures.timeline.shelf import shelf_hits
from rare_gui.figures.timeline.time_axis import TimeAxis
from rare_gui.figures.timeline.truce import truce_hits
from rare_gui.scenes.timeline.parts import TimelineScene

_SETTLE_MS = 160  # after the last step of the wheel the window is told

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
"""Ways of coming here that leave the user without a pointer to see where the keys go."""


class TimelineFigure(QWidget):
    """Events, truce, lanes, panes, axis and overview of one TimelineScene.

    Signals: `day_picked` and `known_on_picked` (days since 1970, while their line is dragged or
    the axis clicked), `window_picked` (first, last day, when a pan or zoom has come to rest),
    `measure_picked`, `event_picked`, `note_picked` (their slugs), `events_picked` (a tuple of
    slugs: a cluster was clicked), `group_folded` (a group's key: its header was clicked),
    `change_asked` (-1 or 1: the previous or next change of what is shown). The cursor, the folds
    and the window follow the scene alone; only while a pan or zoom runs the window is shown ahead
    of it. Panes that are folded for want of height open by a click or the key P.
    """

    day_picked = Signal(int)
    known_on_picked = Signal(int)
    window_picked = Signal(int, int)
    measure_picked = Signal(str)
    event_picked = Signal(str)
    events_picked = Signal(tuple)
    note_picked = Signal(str)
    group_folded = Signal(str)
    change_asked = Signal(int)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, scrolls: bool = True
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scrolls = scrolls  # off in a saved picture: all lanes are seen, the panes give way
        self._scene: TimelineScene | None = None
        self._window: tuple[float, float] | None = None  # ahead of the scene, during a gesture
        self._resting = True
        self._hits: list[Hit] | None = None
        self._opened: frozenset[str] = frozenset()  # panes that the user wants open
        self._layout = KeptLayout()
        self.canvas = TimelineCanvas(self)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.valueChanged.connect(self._refresh)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.rest)
        intents = Intents(
            day=self.day_picked.emit,
            known_on=self.known_on_picked.emit,
            preview=self.preview,
            settle=self.rest,
            pick=self._pick,
        )
        self._pointer = Pointer(self, intents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(420, 250)
        self.setAccessibleName("Timeline")
        self.apply_theme(theme)

    def sizeHint(self) -> QSize:
        return QSize(725, 640)

    def show_scene(self, scene: TimelineScene) -> None:
        """Show `scene`; a pan or zoom that was under way is taken as settled by it."""
        if self._scene is not None and scene.window != self._scene.window:
            self._settle.stop()
            self._window = None
        if self._scene is None or scene.title != self._scene.title:
            self._bar.setValue(0)
        self._scene = scene
        self.setAccessibleName(f"Timeline of {scene.title}")
        self.setAccessibleDescription(f"{scene.subtitle}; as of {scene.as_of_label}")
        self._refresh()

    def apply_theme(self, theme: Theme) -> None:
        """Show the same scene in other colours."""
        self._theme = theme
        self._bar.setStyleSheet(style_sheet(theme))
        self._refresh()

    def set_crosshair(self, shown: bool) -> None:
        """Whether a line and a read-out follow the pointer."""
        self._pointer.set_crosshair(shown)

    @property
    def frame_shown(self) -> Frame | None:
        """What is painted now: for tests, and for the twin that makes pictures."""
        return self.canvas.frame_shown

    def hits(self) -> list[Hit]:
        """All places that answer to the pointer, the uppermost last."""
        frame = self.canvas.frame_shown
        if self._hits is None and frame is not None:
            events = event_hits(self.canvas.placed_events()) + note_hits(frame)
            lanes = group_hits(frame) + lane_hits(frame, place_lanes(frame))
            panes = pane_hits(frame) + shelf_hits(frame)
            self._hits = truce_hits(frame) + panes + lanes + events
        return self._hits or []

    def hit_at(self, at: QPointF) -> Hit | None:
        """The uppermost place at a point of the figure, or None."""
        return next((hit for hit in reversed(self.hits()) if hit.place.contains(at)), None)

    def _refresh(self) -> None:
        scene = self._scene
        if scene is None or self.width() < 1 or self.height() < 1:
            return
        size = (self.width(), self.height())
        place, stops = self._layout.of(scene, size, self._scrolls, self._opened)
        first, last = self._window or scene.window
        axis = TimeAxis(first, last, place.left, place.right)
        self._fit_bar(place, len(stops) - 1)
        scroll = stops[min(self._bar.value(), len(stops) - 1)]
        self._hits = None
        moving = self._window is not None and not self._resting
        self.canvas.show_frame(
            Frame(scene, self._theme, axis, place, scroll, moving, not self._scrolls)
        )

    def _fit_bar(self, place: Layout, last: int) -> None:
        """The scroll bar counts whole rows."""
        if self._bar.maximum() != last:
            self._bar.blockSignals(True)
            self._bar.setRange(0, last)
            self._bar.blockSignals(False)
        if not last:
            self._bar.hide()
            return
        self._bar.setPageStep(max(1, int(place.lanes_room // place.pitch) - 1))
        high = int(place.lanes_bottom - place.lanes_top) - 4
        self._bar.setGeometry(int(place.width) - 11, int(place.lanes_top) + 2, 10, max(0, high))
        self._bar.show()

    # What the pointer and keys do to the window ---------------------------------------------

    def preview(self, first: float, last: float) -> None:
        """Show the window `first` to `last` (days) ahead of the scene, until it rests."""
        self._window, self._resting = (first, last), False
        self._refresh()

    def rest_soon(self) -> None:
        """Tell the window shown ahead, unless another step follows at once."""
        self._settle.start()

    def rest(self) -> None:
        """Tell the window shown ahead, once."""
        self._settle.stop()
        frame = self.canvas.frame_shown
        if self._window is None or self._resting or frame is None:
            return
        first, last = bounded(frame, *self._window)
        picked = (round(first), round(last))
        self._resting = True
        if picked == frame.scene.window:
            self._window = None
            self._refresh()
        else:
            self.window_picked.emit(*picked)
            if self._window is not None:
                self._refresh()  # nobody took it: words find their places all the same

    def take(self) -> None:
        """Take the keys; a window that was about to settle waits for the release."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._settle.stop()

    def scroll_lanes(self, rows: int) -> None:
        """Scroll the lanes by whole rows, down when positive."""
        self._bar.setValue(self._bar.value() + rows)

    def _pick(self, hit: Hit) -> None:
        if hit.kind == "event" and len(hit.keys) > 1:
            self.events_picked.emit(hit.keys)
            return
        if hit.kind == "pane":
            self._open_panes(self._opened ^ {hit.key})
            return
        signals = {
            "measure": self.measure_picked,
            "event": self.event_picked,
            "note": self.note_picked,
            "group": self.group_folded,
        }
        signals[hit.kind].emit(hit.key)

    def _open_panes(self, keys: frozenset[str]) -> None:
        self._opened = keys
        self._refresh()

    # Qt's own entry points -------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.canvas.setGeometry(self.rect())
        self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.canvas.show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.canvas.show_focus(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, page, go to an end; Up and Down scroll; [ and ] ask for changes; P opens panes."""
        frame, modifiers = self.canvas.frame_shown, event.modifiers()
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if frame is None or modifiers & held:
            super().keyPressEvent(event)  # the window's own keys
            return
        self.canvas.show_focus(True)
        window = keyed_window(frame, event.key())
        match event.key():
            case _ if window is not None:
                self.preview(*window)
                self.rest_soon()
            case Qt.Key.Key_BracketLeft | Qt.Key.Key_BracketRight:
                self.change_asked.emit(-1 if event.key() == Qt.Key.Key_BracketLeft else 1)
            case Qt.Key.Key_P:
                every = frozenset(pane.key for pane in frame.scene.panes)
                self._open_panes(every if frame.layout.folded else frozenset())
            case Qt.Key.Key_Up | Qt.Key.Key_Down if self._bar.maximum():
                self.scroll_lanes(1 if event.key() == Qt.Key.Key_Down else -1)
            case _:
                super().keyPressEvent(event)
                return
        event.accept()
