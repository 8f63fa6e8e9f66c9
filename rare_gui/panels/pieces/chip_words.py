"""Status chips with their words, in a wrapping line (header) or in columns (legend).

Those of the header can be picked, by mouse and by keys.

Not for the chips of the list, which stand without words.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rare_gui.figures import ink
from rare_gui.figures.chips import paint_chip
from rare_gui.figures.fonts import text_width
from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.word_wrap import wrapped
from rare_gui.scenes.palette import Chip

Words = tuple[tuple[Chip, str], ...]

_CHIP = 18.0
_WORD_GAP = 8.0
_ITEM_GAP = 14.0
_LINE = 20.0
_WORD_LINE = 14.0
_DIVIDER = 15.0


class ChipWords(QWidget):
    """Groups of chips, each chip followed by its word; a thin line divides the groups.

    With `columns` the chips stand in as many equal columns (at most that many) as hold the words.
    """

    def __init__(
        self, theme: Theme, role: str = "ui", columns: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._columns = columns
        self._groups: tuple[Words, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_groups(self, *groups: Words) -> None:
        """Replace the chips; an empty group leaves no divider."""
        new = tuple(group for group in groups if group)
        if new == self._groups:
            return
        self._groups = new
        spoken = [f"{word}: {chip.spoken}" for group in new for chip, word in group]
        self.setAccessibleName("; ".join(spoken))
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The chips wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px when the chips wrap at `width` px."""
        boxes, _ = self._places(width)
        return ceil(max((box.bottom() for box, _, _ in boxes), default=0.0))

    def sizeHint(self) -> QSize:
        """As high as the lines at the present width."""
        width = max(self.width(), 100)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow on purpose: the chips wrap."""
        return QSize(100, self.heightForWidth(max(self.width(), 100)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chips, words and dividers."""
        painter = QPainter(self)
        boxes, dividers = self._places(self.width())
        color = self._theme.color("text2")
        for box, chip, word in boxes:
            first = box.top() + _LINE / 2
            paint_chip(painter, QRectF(box.left(), box.top(), _CHIP, _LINE), chip, self._theme)
            left = box.left() + _CHIP + _WORD_GAP
            # One px of grace: the room was made from the same widths.
            for number, line in enumerate(wrapped(self._role, word, box.right() - left + 1)):
                ink.write(painter, self._role, color, left, first + number * _WORD_LINE, line)
        for x, y in dividers:
            ink.vertical(painter, x, y + 3, y + _LINE - 3, self._theme.color("line2"))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Says a chip's meaning beside the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for box, chip, _ in self._places(self.width())[0]:
                if box.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), tooltip_text(chip.spoken), self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)

    def _places(
        self, width: float
    ) -> tuple[list[tuple[QRectF, Chip, str]], list[tuple[float, float]]]:
        """Where each chip with its word stands, and the upper ends of the dividers."""
        if self._columns:
            return self._in_columns(width), []
        boxes: list[tuple[QRectF, Chip, str]] = []
        dividers: list[tuple[float, float]] = []
        x = y = 0.0
        for number, group in enumerate(self._groups):
            for place, (chip, word) in enumerate(group):
                need = _CHIP + _WORD_GAP + text_width(self._role, word)
                divided = number > 0 and place == 0
                before = _DIVIDER if divided and x else 0.0
                if x and x + before + need > width:
                    x, y, before = 0.0, y + _LINE + 4, 0.0
                if before:
                    dividers.append((x, y))
                x += before
                lines = len(wrapped(self._role, word, width - _CHIP - _WORD_GAP + 1))
                height = _LINE + max(lines - 1, 0) * _WORD_LINE
                boxes.append((QRectF(x, y, min(need, width), height), chip, word))
                x += need + _ITEM_GAP
                y += height - _LINE
        return boxes, dividers

    def _in_columns(self, width: float) -> list[tuple[QRectF, Chip, str]]:
        words = [item for group in self._groups for item in group]
        widest = max((text_width(self._role, word) for _, word in words), default=0.0)
        need = _CHIP + _WORD_GAP + widest
        columns = max(1, min(self._columns, int((width + _WORD_GAP) // (need + _WORD_GAP))))
        pitch = width / columns
        return [
            (QRectF(number % columns * pitch, number // columns * _LINE, pitch, _LINE), chip, word)
            for number, (chip, word) in enumerate(words)
        ]


class PickableChips(ChipWords):
    """Chips of which one can be picked: click, or Left and Right, then Enter, Space or E.

    `picked` carries its place, counted over all groups.
    """

    picked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._current = 0
        self._open: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_groups(self, *groups: Words) -> None:
        """Replace the chips; the keyboard's place stays as far as there are as many."""
        super().show_groups(*groups)
        self._current = max(0, min(self._current, self._count() - 1))
        self._describe()

    def mark_open(self, place: int | None) -> None:
        """Outline the chip whose evidence is on screen; None for none."""
        if place != self._open:
            self._open = place
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chips, then frames round the one that is open and the one with the keyboard."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, width in ((self._open, 2.0), (self._current if self.hasFocus() else None, 1.5)):
            if place is not None and place < self._count():
                painter.setPen(QPen(self._theme.color("focus"), width))
                painter.drawRoundedRect(self._frame(place), 3, 3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a chip or its word picks it."""
        places = self._places(self.width())[0]
        if event.button() == Qt.MouseButton.LeftButton:
            for place, (box, _, _) in enumerate(places):
                if box.contains(event.position()):
                    self._current = place
                    self.picked.emit(place)
                    return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from chip to chip; Enter, Space and E pick."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._count():
            self._current = max(0, min(self._current + step, self._count() - 1))
            self._describe()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_E):
            if self._count():
                self.picked.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame comes with the keyboard."""
        super().focusInEvent(event)
        self._describe()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And goes with it."""
        super().focusOutEvent(event)
        self.update()

    def _describe(self) -> None:
        items = [item for group in self._groups for item in group]
        if items:
            chip, word = items[self._current]
            self.setAccessibleDescription(f"{word}: {chip.spoken}; Enter opens its evidence")

    def _count(self) -> int:
        return sum(map(len, self._groups))

    def _frame(self, place: int) -> QRectF:
        """Round the chip, inside the widget's own edges."""
        box = self._places(self.width())[0][place][0]
        square = QRectF(box.left(), box.top(), _CHIP, _LINE)
        return square.intersected(QRectF(self.rect())).adjusted(0.75, 0.75, -0.75, -0.75)
