"""A key figure: a large value, what it is, and the raised numbers of its sources; can be asked for.

Not for rounding or choosing figures: the scene brings the texts.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.word_wrap import wrapped
from rare_gui.scenes.header import KeyFigure

_VALUE_HEIGHT = 22
_LINE = 14.0
_FOOT = 5
_MARK_GAP = 2.0
EDGE = 6
"""Px left and right of the words, so that the outline does not touch them."""


class KeyFigureView(QWidget):
    """One figure; a click on it asks for its evidence, as Enter, Space and E do."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figure = KeyFigure("", False, "", (), "")
        self._open = False
        self.align_right = True

    def show_figure(self, figure: KeyFigure) -> None:
        """Replace the figure."""
        if figure == self._figure:
            return
        self._figure = figure
        clickable = bool(figure.marks)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if clickable else Qt.FocusPolicy.NoFocus)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor
        )
        self.setAccessibleName(f"{figure.caption}: {figure.spoken}")
        self.setToolTip(tooltip_text(f"{figure.caption}: {figure.spoken}"))
        self.update()

    def mark_open(self, is_open: bool) -> None:
        """Outline the figure while its evidence is on screen."""
        if is_open != self._open:
            self._open = is_open
            self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def natural_width(self) -> int:
        """Width in px of the words with the caption on one line, without the edges."""
        caption = text_width("note", self._figure.caption) + self._marks_width()
        return ceil(max(text_width("figure", self._value()), caption)) + 1

    def height_for(self, width: float) -> int:
        """Height in px when the caption wraps at `width` px, without the edges."""
        return ceil(_VALUE_HEIGHT + len(self._lines(width)) * _LINE + _FOOT)

    def sizeHint(self) -> QSize:
        """The natural width."""
        width = self.natural_width()
        return QSize(width + 2 * EDGE, self.height_for(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Value, caption and marks."""
        painter = QPainter(self)
        painter.translate(EDGE, 0)
        width = float(self.width() - 2 * EDGE)
        value = self._value()
        left = width - text_width("figure", value) if self.align_right else 0.0
        ink.write(painter, "figure", self._theme.color("ink"), left, 10.0, value)
        quiet = self._theme.color("text3")
        lines = self._lines(width)
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            need = text_width("note", line) + (self._marks_width() if last else 0.0)
            left = width - need if self.align_right else 0.0
            ink.write(painter, "note", quiet, left, self._middle(number), line)
        self._paint_marks(painter, width, lines[-1] if lines else "")
        painter.resetTransform()
        if self.hasFocus() or self._open:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("focus"), 2 if self._open else 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Anywhere on the figure."""
        if event.button() == Qt.MouseButton.LeftButton and self._figure.marks:
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space and E."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_E)
        if event.key() in keys and self._figure.marks:
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def _value(self) -> str:
        return f"{self._figure.value} e" if self._figure.estimated else self._figure.value

    def _lines(self, width: float) -> tuple[str, ...]:
        # Half a px of grace: the natural width was made from the same widths.
        return wrapped("note", self._figure.caption, max(width - self._marks_width(), 40) + 0.5)

    def _marks_width(self) -> float:
        marks = self._figure.marks
        return sum(text_width("mark", str(mark)) + _MARK_GAP for mark in marks)

    def _paint_marks(self, painter: QPainter, width: float, last: str) -> None:
        """The numbers of the sources, raised behind the last words."""
        words = text_width("note", last)
        x = (width - words - self._marks_width() if self.align_right else 0.0) + words
        middle = self._middle(max(len(self._lines(width)) - 1, 0)) - 3
        for mark in self._figure.marks:
            x += _MARK_GAP
            ink.write(painter, "mark", self._theme.color("text2"), x, middle, str(mark))
            x += text_width("mark", str(mark))

    def _middle(self, line: int) -> float:
        return _VALUE_HEIGHT + 6 + line * _LINE
