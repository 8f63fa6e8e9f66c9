"""A button whose words differ in weight and colour, such as "As of 23 Nov 2026 today".

Qt's own buttons know one font and one colour; this one paints its words itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import paint_icon

_HEIGHT = 26
_PADDING = 10.0
_ICON = 16.0
_GAP = 7.0
_WORD_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Word:
    """Some words of the button in one font role and colour."""

    text: str
    role: str = "ui"
    token: str = "ink"


class PhraseButton(QAbstractButton):
    """Words with an optional icon before and chevron behind; framed like a field, or flat."""

    def __init__(
        self,
        theme: Theme,
        icon: str = "",
        chevron: bool = False,
        framed: bool = True,
        icon_token: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._chevron = chevron
        self._framed = framed
        self._icon_token = icon_token
        self._words: tuple[Word, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # repainted as the pointer comes and goes
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, *words: Word) -> None:
        """Replace the words; empty ones are left out."""
        new = tuple(word for word in words if word.text)
        if new == self._words:
            return
        self._words = new
        text = " ".join(word.text for word in new)
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """The whole phrase."""
        return " ".join(word.text for word in self._words)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Just wide enough for its words."""
        words = sum(text_width(word.role, word.text) for word in self._words)
        width = 2 * _PADDING + words + _WORD_GAP * max(len(self._words) - 1, 0)
        width += (_ICON + _GAP) if self._icon else 0
        width += (_ICON + 2) if self._chevron else 0
        return QSize(ceil(width), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never shortened."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame, icon, words, chevron."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        self._paint_ground(painter)
        middle = self.height() / 2
        x = _PADDING
        if self._icon:
            box = QRectF(x, middle - _ICON / 2, _ICON, _ICON)
            paint_icon(painter, box, self._icon, self._theme, self._icon_token)
            x += _ICON + _GAP
        for word in self._words:
            place = ink.write(
                painter, word.role, self._theme.color(word.token), x, middle, word.text
            )
            x = place.right() + _WORD_GAP
        if self._chevron:
            box = QRectF(x - _WORD_GAP + 4, middle - 7, 14, 14)
            paint_icon(painter, box, "chevron", self._theme, "text2")
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lit = self.underMouse() and self.isEnabled()
        ground = "select" if self.isDown() else "hover" if lit else "raised"
        painter.setPen(Qt.PenStyle.NoPen)
        if self._framed:
            painter.setPen(QPen(self._theme.color("line2"), 1))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._framed or lit or self.isDown():
            painter.setBrush(self._theme.color(ground))
        painter.drawRoundedRect(box, 5, 5)
