"""Rounded chips with a cross that wrap over lines: a click or Delete asks to take one away.

Not for what a chip stands for: it says which place was asked for, and shows what it is given.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.theme import Theme

_HEIGHT = 22.0
_GAP = 5.0
_PAD = 9.0
_CROSS = 18.0


class RemovableChips(QWidget):
    """Chips by their words; `removed` carries the place (from 0) of the one to take away.

    Left and Right go from chip to chip, Delete or Backspace takes the marked one away.
    """

    removed = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._chips: tuple[str, ...] = ()
        self._current = 0
        self._hovered = -1
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    def show_chips(self, chips: tuple[str, ...]) -> None:
        """Replace the chips; without any there is nothing to see."""
        self.setVisible(bool(chips))
        if chips == self._chips:
            return
        self._chips = chips
        self._current = min(self._current, max(len(chips) - 1, 0))
        self._hovered = -1
        self.setAccessibleDescription("; ".join(chips))
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
        places = self._places(width)
        return ceil(places[-1].bottom()) if places else 0

    def sizeHint(self) -> QSize:
        """All chips in one line, or as wide as the widget is."""
        places = self._places(10_000)
        width = ceil(places[-1].right()) if places else 0
        return QSize(width, ceil(_HEIGHT) if self._chips else 0)

    def minimumSizeHint(self) -> QSize:
        """Narrow on purpose: the chips wrap."""
        return QSize(80, ceil(_HEIGHT) if self._chips else 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a chip takes it away."""
        place = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.removed.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the chip under the pointer."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """No chip is under the pointer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which chip the keys go to."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the mark off."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Delete and Backspace."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self._chips:
            self._current = min(max(self._current + steps[key], 0), len(self._chips) - 1)
            self.setAccessibleName(f"{self._name}: {self._chips[self._current]}")
            self.update()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._chips:
            self.removed.emit(self._current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every chip with its words and cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        for number, (box, words) in enumerate(zip(self._placed(), self._chips, strict=True)):
            marked = self.hasFocus() and number == self._current
            lit = number == self._hovered
            edge = theme.color("focus" if marked else "line2")
            painter.setPen(QPen(edge, 1.5 if marked else 1))
            painter.setBrush(theme.color("hover" if lit else "raised"))
            inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
            middle = box.center().y()
            told = elided("lane", words, box.width() - _PAD - _CROSS)
            ink.write(painter, "lane", theme.color("ink"), box.left() + _PAD, middle, told)
            at = QPointF(box.right() - _CROSS / 2 - 1, middle)
            painter.setPen(QPen(theme.color("text2"), 1.2))
            for dx in (-2.6, 2.6):
                painter.drawLine(at - QPointF(dx, 2.6), at + QPointF(dx, 2.6))
        painter.end()

    def _places(self, width: float) -> list[QRectF]:
        places: list[QRectF] = []
        x, y = 0.0, 0.0
        for words in self._chips:
            need = min(text_width("lane", words) + _PAD + _CROSS + 2, max(width, 40.0))
            if x and x + need > width:
                x, y = 0.0, y + _HEIGHT + _GAP
            places.append(QRectF(x, y, need, _HEIGHT))
            x += need + _GAP
        return places

    def _placed(self) -> list[QRectF]:
        """The places in the widget: in the middle where it is higher than its lines."""
        places = self._places(self.width())
        spare = (self.height() - places[-1].bottom()) / 2 if places else 0.0
        return [box.translated(0, max(spare, 0.0)) for box in places]

    def _at(self, point: QPointF) -> int:
        places = self._placed()
        return next((n for n, box in enumerate(places) if box.contains(point)), -1)

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.setToolTip("" if place < 0 else "Click to take away")
            self.update()
