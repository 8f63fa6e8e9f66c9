"""The toolbar's look-alike of a search field: it opens the palette, nothing is typed into it.

Where it is narrow its words are shortened, and at last only the magnifier is left.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import paint_icon

WORDS = "Find a material, measure or command"
_HEIGHT = 26
_WIDEST = 420
_ICON_ALONE = 34
_LEAST_WORDS = 110  # narrower, the shortened words would say nothing
_LEFT, _GAP, _RIGHT = 10.0, 8.0, 8.0
_ICON = 16.0


class CommandField(QAbstractButton):
    """A button as wide as there is room, with the key that does the same at its right."""

    def __init__(self, keys: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = keys
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # repainted as the pointer comes and goes
        self.setAccessibleName(WORDS)
        self.setToolTip(f"{WORDS} ({keys})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(_HEIGHT)
        self.setMaximumWidth(_WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def shown_words(self) -> str:
        """The words as they are seen; empty where the magnifier stands alone."""
        if self.width() < _LEAST_WORDS:
            return ""
        return elided("ui", WORDS, self.width() - _LEFT - _ICON - _GAP - _RIGHT)

    def shows_keys(self) -> bool:
        """Whether there is room for the key beside the whole words."""
        words = _LEFT + _ICON + _GAP + text_width("ui", WORDS)
        return self.width() >= words + 2 * _GAP + self._keys_width() + _RIGHT

    def sizeHint(self) -> QSize:
        """As wide as it may become."""
        return QSize(_WIDEST, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The magnifier alone."""
        return QSize(_ICON_ALONE, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame, magnifier, words, key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        color, middle = self._theme.color, self.height() / 2
        painter.setPen(QPen(color("focus"), 1.5) if self.hasFocus() else QPen(color("line2"), 1))
        painter.setBrush(color("hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        words = self.shown_words()
        left = _LEFT if words else (self.width() - _ICON) / 2
        box = QRectF(left, middle - _ICON / 2, _ICON, _ICON)
        paint_icon(painter, box, "search", self._theme, "text2")
        if words:
            ink.write(painter, "ui", color("text2"), box.right() + _GAP, middle, words)
        if self.shows_keys():
            self._paint_keys(painter, middle)
        painter.end()

    def _paint_keys(self, painter: QPainter, middle: float) -> None:
        width = self._keys_width()
        cap = QRectF(self.width() - _RIGHT - width + 0.5, middle - 8.5, width - 1, 17)
        painter.setPen(QPen(self._theme.color("line2"), 1))
        painter.setBrush(self._theme.color("panel"))
        painter.drawRoundedRect(cap, 3, 3)
        color = self._theme.color("text2")
        ink.write(painter, "note", color, cap.left() + 5, middle, self._keys)

    def _keys_width(self) -> float:
        return text_width("note", self._keys) + 11
