"""Goods with a chip before a date and a chip from it on, each with its words.

Not for deciding the states: the scene brings StateChanges.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rare_gui.figures import ink
from rare_gui.figures.chips import paint_chip
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.word_wrap import wrapped
from rare_gui.scenes.cliffs.states import CliffStates, StateChange
from rare_gui.scenes.palette import Chip

_LINE = 14.0
_GAP = 8.0
_CHIP = 26.0


class StateChanges(QWidget):
    """Each change on lines of its own: the goods, then both states side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._states: CliffStates | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_states(self, states: CliffStates) -> None:
        """Replace what is shown; without changes nothing is drawn."""
        self._states = states
        self.setAccessibleName(f"{states.title}: {states.sentence}")
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px at a width of `width` px."""
        if self._states is None or not self._states.changes:
            return 0
        return ceil(sum(self._height(change, width) for change in self._states.changes) + _LINE + 4)

    def sizeHint(self) -> QSize:
        """As high as the present width asks for."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow on purpose: the words wrap."""
        return QSize(180, self.heightForWidth(max(self.width(), 180)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The two days, then the changes."""
        states = self._states
        if states is None or not states.changes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        quiet = self._theme.color("text2")
        half = self.width() / 2
        ink.write(painter, "lane", quiet, 0, _LINE / 2, states.before_day)
        ink.write(painter, "lane", quiet, half, _LINE / 2, states.after_day)
        top = _LINE + 4
        for change in states.changes:
            self._paint(painter, change, top)
            top += self._height(change, self.width())
        painter.end()

    def _paint(self, painter: QPainter, change: StateChange, top: float) -> None:
        theme, half = self._theme, self.width() / 2
        for line in wrapped("lane_strong", change.goods, self.width()):
            ink.write(painter, "lane_strong", theme.color("ink"), 0, top + _LINE / 2, line)
            top += _LINE
        both: tuple[tuple[float, Chip, str], ...] = (
            (0.0, change.before, change.before_words),
            (half, change.after, change.after_words),
        )
        for left, chip, words in both:
            paint_chip(painter, QRectF(left, top, 20, 18), chip, theme)
            color = theme.color("warn" if chip.past else "text2")
            y = top + 9
            for line in wrapped("lane", words, half - _CHIP - 4):
                ink.write(painter, "lane", color, left + _CHIP, y, line, Qt.AlignmentFlag.AlignLeft)
                y += _LINE

    def _height(self, change: StateChange, width: float) -> float:
        room = width / 2 - _CHIP - 4
        lines = max(
            len(wrapped("lane", words, room)) for words in (change.before_words, change.after_words)
        )
        goods = len(wrapped("lane_strong", change.goods, width))
        return goods * _LINE + max(18.0, lines * _LINE + 4) + _GAP
