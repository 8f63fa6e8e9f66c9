"""What the result hangs on, with a row that can be picked: it leads to the assumption behind it.

Not for what is drawn (`figures.impact.tornado`).
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from rare_gui.figures.impact.tornado import ROW, height_of, paint_tornado
from rare_gui.figures.theme import Theme
from rare_gui.panels.impact.chart import FRAME, ImpactChart
from rare_gui.panels.pieces.announcing import announce
from rare_gui.scenes.impact.parts import InfluenceBar


class InfluenceChart(ImpactChart[tuple[InfluenceBar, ...]]):
    """A click, or Enter after the arrows, picks the key of an assumption."""

    influence_picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "What the result hangs on", paint_tornado)
        self._bars: tuple[InfluenceBar, ...] = ()
        self._current = 0

    def show_bars(self, bars: tuple[InfluenceBar, ...]) -> None:
        """Replace the bars; the current row stays where it is, if it still is one."""
        self._bars = bars
        self._current = min(self._current, max(len(bars) - 1, 0))
        told = ", ".join(_words(bar) for bar in bars)
        self.show_content(bars, told, height_of(bars))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer."""
        row = int((event.position().y() - FRAME) // ROW)
        if event.button() == Qt.MouseButton.LeftButton and 0 <= row < len(self._bars):
            self._current = row
            self.influence_picked.emit(self._bars[row].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the rows, Enter and Space pick one."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if self._bars and step is not None:
            self._current = min(max(self._current + step, 0), len(self._bars) - 1)
            announce(self, _words(self._bars[self._current]))
            self.update()
        elif self._bars and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.influence_picked.emit(self._bars[self._current].key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The current row has a ground of its own while the keyboard is here."""
        if self.hasFocus() and self._bars:
            painter = QPainter(self)
            row = QRectF(0, FRAME + self._current * ROW, self.width(), ROW)
            painter.fillRect(row, self._theme.color("select"))
            painter.end()
        super().paintEvent(event)


def _words(bar: InfluenceBar) -> str:
    return " ".join(word for word in (bar.name, bar.detail, bar.value) if word)
