"""A small chart of a page: prices or exports; each figure on it can be asked for.

Not for choosing series: the scene brings a pane. Left and Right go through its figures.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.layout import MARGIN
from rare_gui.figures.timeline.lone_pane import lone_frame, paint_lone_pane
from rare_gui.figures.timeline.panes import pane_hits
from rare_gui.panels.pieces.announcing import announce
from rare_gui.scenes.card.parts import CardChart, ChartKey

HEIGHT, WITHOUT_PLOT = 150, 26
_NEAR = 14.0  # px within which a click means a figure


class CardChartView(QWidget):
    """Shows a CardChart; `evidence_asked` carries the key of a figure."""

    evidence_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart: CardChart | None = None
        self._chosen = -1
        self._open_key = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: CardChart) -> None:
        """Replace the chart."""
        if chart == self._chart:
            return
        self._chart, self._chosen = chart, -1
        pane = chart.pane
        self.setFixedHeight(WITHOUT_PLOT if pane.message else HEIGHT)
        focusable = bool(chart.keys)
        policy = Qt.FocusPolicy.StrongFocus if focusable else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        told = pane.message or f"{len(chart.keys)} figures, {pane.unit}"
        self.setAccessibleName(f"{pane.title}: {told}")
        self.update()

    def mark_open(self, key: str) -> None:
        """Ring the figure whose evidence is on screen; "" for none."""
        if key != self._open_key:
            self._open_key = key
            self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, self.height())

    def minimumSizeHint(self) -> QSize:
        """Legible down to this width."""
        return QSize(280, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plot, and a ring around the chosen figure or the one whose evidence is open."""
        frame = self._frame()
        if frame is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_lone_pane(painter, frame)
        keys = self._chart.keys if self._chart is not None else ()
        ringed = [one for one in keys if one.key == self._open_key]
        if self.hasFocus() and (chosen := self._current()) is not None:
            ringed.append(chosen)
        painter.setPen(QPen(self._theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for one in ringed:
            painter.drawEllipse(self._place(frame, one), 6, 6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The figure nearest to the pointer."""
        near = self._nearest(event.position())
        if near is not None and event.button() == Qt.MouseButton.LeftButton:
            self._chosen = near
            self._ask()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose a figure; Enter and E ask for its evidence."""
        count = len(self._chart.keys) if self._chart is not None else 0
        key = Qt.Key(event.key())
        if count and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            start = self._chosen if self._chosen >= 0 else (-1 if step > 0 else count)
            self._chosen = min(max(start + step, 0), count - 1)
            self._tell()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_E):
            self._ask()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Says what the figure under the pointer is."""
        frame = self._frame()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and frame:
            at = QPointF(event.pos()) + QPointF(MARGIN, 0)
            hits = [hit for hit in pane_hits(frame) if hit.place.contains(at)]
            if hits:
                QToolTip.showText(event.globalPos(), tooltip_text(hits[-1].spoken), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _frame(self) -> Frame | None:
        if self._chart is None:
            return None
        chart = self._chart
        return lone_frame(
            chart.pane, chart.first, chart.last, self.width(), self.height(), self._theme
        )

    def _place(self, frame: Frame, figure: ChartKey) -> QPointF:
        row = frame.layout.panes[0]
        return QPointF(frame.axis.x(figure.day) - MARGIN, row.y(figure.value))

    def _nearest(self, at: QPointF) -> int | None:
        """The figure at a place: of a column anywhere below its top, of a point close by."""
        frame = self._frame()
        if frame is None or self._chart is None or not self._chart.keys:
            return None
        places = [self._place(frame, one) for one in self._chart.keys]
        row = frame.layout.panes[0]
        columns = QRectF(0, row.top, self.width(), row.bottom - row.top)
        near = [
            (abs(place.x() - at.x()) + abs(place.y() - at.y()), number)
            for number, place in enumerate(places)
        ]
        distance, number = min(near)
        if distance <= _NEAR:
            return number
        under = [
            (abs(place.x() - at.x()), number)
            for number, place in enumerate(places)
            if place.y() <= at.y() and number < len(self._chart.pane.columns)
        ]
        if under and columns.contains(at) and min(under)[0] <= _NEAR / 2:
            return min(under)[1]
        return None

    def _current(self) -> ChartKey | None:
        if self._chart is None or not 0 <= self._chosen < len(self._chart.keys):
            return None
        return self._chart.keys[self._chosen]

    def _ask(self) -> None:
        chosen = self._current()
        if chosen is not None:
            self.evidence_asked.emit(chosen.key)
            self.update()

    def _tell(self) -> None:
        chosen = self._current()
        if chosen is not None:
            announce(self, f"{chosen.key.rpartition(':')[2]}: {chosen.value:,g}")
