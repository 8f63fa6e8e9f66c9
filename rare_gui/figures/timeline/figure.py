"""The timeline as a widget: shows a scene and says what the user pointed at; it decides nothing.

Not for making scenes (`scenes.timeline`) and not for keys: the panel around it has them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QToolTip, QWidget

from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme, style_sheet
from rare_gui.figures.timeline.canvas import TimelineCanvas
from rare_gui.figures.timeline.events import event_hits
from rare_gui.figures.timeline.frame import Frame, Hit
from rare_gui.figures.timeline.gestures import Gesture, Intents, Part, bounded, part_at, zoomed
from rare_gui.figures.timeline.lanes import lane_hits, place_lanes
from rare_gui.figures.timeline.layout import Layout, lay_out
from rare_gui.figures.timeline.panes import pane_hits
from rare_gui.figures.timeline.time_axis import TimeAxis
from rare_gui.figures.timeline.truce import truce_hits
from rare_gui.scenes.timeline_parts import TimelineScene

_SETTLE_MS = 160  # after the last step of the wheel the window is told

_CURSORS: dict[Part, Qt.CursorShape] = {
    Part.CURSOR: Qt.CursorShape.SizeHorCursor,
    Part.AXIS: Qt.CursorShape.PointingHandCursor,
    Part.STRIP_FIRST: Qt.CursorShape.SizeHorCursor,
    Part.STRIP_LAST: Qt.CursorShape.SizeHorCursor,
    Part.STRIP: Qt.CursorShape.OpenHandCursor,
}


class TimelineFigure(QWidget):
    """Events, truce, lanes, panes, axis and overview of one TimelineScene.

    Signals: `day_picked` (days since 1970, while the cursor is dragged or the axis clicked),
    `window_picked` (first, last day, when a pan or zoom has come to rest), `measure_picked` and
    `event_picked` (their slugs). The cursor and the window follow the scene alone; only while a
    pan or zoom runs the window is shown ahead of it.
    """

    day_picked = Signal(int)
    window_picked = Signal(int, int)
    measure_picked = Signal(str)
    event_picked = Signal(str)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, scrolls: bool = True
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scrolls = scrolls  # off in a saved picture: all lanes are seen, the panes give way
        self._scene: TimelineScene | None = None
        self._window: tuple[float, float] | None = None  # ahead of the scene, during a gesture
        self._gesture: Gesture | None = None
        self._hits: list[Hit] | None = None
        self.canvas = TimelineCanvas(self)
        self.canvas.viewport().installEventFilter(self)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.valueChanged.connect(self._refresh)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._tell_window)
        self._intents = Intents(
            day=self.day_picked.emit,
            preview=self._preview,
            settle=self._tell_window,
            pick=self._pick,
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(420, 320)
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

    @property
    def frame_shown(self) -> Frame | None:
        """What is painted now: for tests, and for the twin that makes pictures."""
        return self.canvas.frame_shown

    def hits(self) -> list[Hit]:
        """All places that answer to the pointer, the uppermost last."""
        frame = self.canvas.frame_shown
        if self._hits is None and frame is not None:
            events = event_hits(self.canvas.placed_events())
            lanes = lane_hits(frame, place_lanes(frame))
            self._hits = truce_hits(frame) + pane_hits(frame) + lanes + events
        return self._hits or []

    def hit_at(self, at: QPointF) -> Hit | None:
        """The uppermost place at a point of the figure, or None."""
        return next((hit for hit in reversed(self.hits()) if hit.place.contains(at)), None)

    def _refresh(self) -> None:
        scene = self._scene
        if scene is None or self.width() < 1 or self.height() < 1:
            return
        place = lay_out(scene, self.width(), self.height(), self._scrolls)
        first, last = self._window or scene.window
        axis = TimeAxis(first, last, place.left, place.right)
        stops = place.stops
        self._fit_bar(place, len(stops) - 1)
        scroll = stops[min(self._bar.value(), len(stops) - 1)]
        self._hits = None
        self.canvas.show_frame(Frame(scene, self._theme, axis, place, scroll))

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

    def _preview(self, first: float, last: float) -> None:
        self._window = (first, last)
        self._refresh()

    def _tell_window(self) -> None:
        frame = self.canvas.frame_shown
        if self._window is None or frame is None:
            return
        first, last = bounded(frame, *self._window)
        picked = (round(first), round(last))
        if picked == frame.scene.window:
            self._window = None
            self._refresh()
        else:
            self.window_picked.emit(*picked)

    def _pick(self, hit: Hit) -> None:
        signal = self.measure_picked if hit.kind == "measure" else self.event_picked
        signal.emit(hit.key)

    # Qt's own entry points -------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.canvas.setGeometry(self.rect())
        self._refresh()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The canvas's pointer events: pyqtgraph's own panning and menus never see them."""
        frame = self.canvas.frame_shown
        if frame is None:
            return False
        if isinstance(event, QMouseEvent):
            return self._on_mouse(frame, event)
        if isinstance(event, QWheelEvent):
            self._on_wheel(frame, event)
            return True
        if isinstance(event, QHelpEvent):
            self._on_tooltip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self.canvas.show_hovered(None)
        return event.type() == QEvent.Type.ContextMenu

    def _on_mouse(self, frame: Frame, event: QMouseEvent) -> bool:
        at = event.position()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self._settle.stop()
                self._gesture = Gesture(frame, at, self.hit_at(at), self._intents)
                self._gesture.begin(event.modifiers())
            case QEvent.Type.MouseMove if self._gesture is not None:
                self._gesture.move(at, event.modifiers())
            case QEvent.Type.MouseMove:
                self._show_pointer(frame, at)
            case QEvent.Type.MouseButtonRelease if self._gesture is not None:
                gesture, self._gesture = self._gesture, None
                gesture.end()
            case QEvent.Type.MouseButtonDblClick:
                self._gesture = None
                if part_at(frame, at) in (Part.PLOT, Part.STRIP):
                    self._preview(*map(float, frame.scene.limits))
                    self._tell_window()
        return True

    def _show_pointer(self, frame: Frame, at: QPointF) -> None:
        part, hit = part_at(frame, at), self.hit_at(at)
        picks = hit is not None and bool(hit.kind)
        shape = Qt.CursorShape.PointingHandCursor if picks else Qt.CursorShape.ArrowCursor
        self.canvas.viewport().setCursor(_CURSORS.get(part, shape))
        is_bar = hit is not None and hit.kind == "measure" and at.x() >= frame.layout.left
        self.canvas.show_hovered(QRectF(hit.place) if hit is not None and is_bar else None)

    def _on_wheel(self, frame: Frame, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        sideways = event.angleDelta().x() / 120
        at = event.position()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or at.x() < frame.layout.left:
            self._bar.setValue(self._bar.value() - round((steps or sideways) * 2))
        elif steps:
            self._preview(*zoomed(frame, at.x(), steps))
            self._settle.start()
        elif sideways:
            days = -sideways * 40 / frame.axis.px_per_day
            self._preview(*bounded(frame, frame.axis.first + days, frame.axis.last + days))
            self._settle.start()
        event.accept()

    def _on_tooltip(self, event: QHelpEvent) -> None:
        hit = self.hit_at(QPointF(event.pos()))
        if hit is None or not hit.spoken:
            QToolTip.hideText()
            return
        QToolTip.showText(
            event.globalPos(), tooltip_text(hit.spoken), self.canvas, hit.place.toRect()
        )
