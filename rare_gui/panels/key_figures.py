"""A key figure: a large value, what it is, and the raised numbers of its sources; clickable.

Not for rounding or choosing figures: the scene brings the texts.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import metrics, text_width
from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme
from rare_gui.panels.word_wrap import wrapped
from rare_gui.scenes.header import KeyFigure

_VALUE_HEIGHT = 22
_LINE = 14.0
_FOOT = 5
_MARK_GAP = 2.0


class KeyFigureView(QWidget):
    """One figure; a click on it, or on one of its marks, asks for that source."""

    mark_clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figure = KeyFigure("", False, "", (), "")
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

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def natural_width(self) -> int:
        """Width in px with the caption on one line."""
        caption = text_width("note", self._figure.caption) + self._marks_width()
        return ceil(max(text_width("figure", self._value()), caption)) + 1

    def height_for(self, width: float) -> int:
        """Height in px when the caption wraps at `width` px."""
        return ceil(_VALUE_HEIGHT + len(self._lines(width)) * _LINE + _FOOT)

    def sizeHint(self) -> QSize:
        """The natural width."""
        return QSize(self.natural_width(), self.height_for(self.natural_width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Value, caption and marks."""
        painter = QPainter(self)
        width = float(self.width())
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
        painter.setPen(self._theme.color("text2"))
        for mark, box in self._mark_boxes(width):
            ink.write(
                painter, "mark", self._theme.color("text2"), box.left(), box.center().y(), str(mark)
            )
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("focus"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mark under the pointer, or the first one."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask for the first source."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask(QPointF(-1, -1))
        else:
            super().keyPressEvent(event)

    def _ask(self, at: QPointF) -> None:
        for mark, box in self._mark_boxes(float(self.width())):
            if box.adjusted(-1, -4, 1, 4).contains(at):
                self.mark_clicked.emit(mark)
                return
        if self._figure.marks:
            self.mark_clicked.emit(self._figure.marks[0])

    def _value(self) -> str:
        return f"{self._figure.value} e" if self._figure.estimated else self._figure.value

    def _lines(self, width: float) -> tuple[str, ...]:
        # Half a px of grace: the natural width was made from the same widths.
        return wrapped("note", self._figure.caption, max(width - self._marks_width(), 40) + 0.5)

    def _marks_width(self) -> float:
        marks = self._figure.marks
        return sum(text_width("mark", str(mark)) + _MARK_GAP for mark in marks)

    def _mark_boxes(self, width: float) -> list[tuple[int, QRectF]]:
        lines = self._lines(width)
        last = lines[-1] if lines else ""
        need = text_width("note", last) + self._marks_width()
        x = (width - need if self.align_right else 0.0) + text_width("note", last)
        boxes = []
        for mark in self._figure.marks:
            x += _MARK_GAP
            size = text_width("mark", str(mark))
            height = metrics("mark").capHeight()
            middle = self._middle(max(len(lines) - 1, 0)) - 3
            boxes.append((mark, QRectF(x, middle - height / 2, size, height)))
            x += size
        return boxes

    def _middle(self, line: int) -> float:
        return _VALUE_HEIGHT + 6 + line * _LINE
