"""A chart of the impact page as a widget: it gives a painter its place and tells it in words.

Not for what is drawn (`figures.impact`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme

Content = TypeVar("Content")
FRAME = 3.0
"""Px over and under the drawing, for the ring of the keyboard."""


class ImpactChart(QWidget, Generic[Content]):
    """Paints content of one kind; can be reached by Tab, so that a screen reader tells it."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        paint: Callable[[QPainter, QRectF, Content, Theme], None],
        least_width: int = 200,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paint = paint
        self._content: Content | None = None
        self._least_width = least_width
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_content(self, content: Content, spoken: str, height: int) -> None:
        """Replace the content; `spoken` is the same in words, `height` is in px."""
        self.setFixedHeight(height + round(2 * FRAME))
        if content != self._content:
            self._content = content
            self.setAccessibleDescription(spoken)
            self.setToolTip(tooltip_text(spoken))
            self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least_width, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chart, and a ring when the keyboard has reached it."""
        painter = QPainter(self)
        if self._content is not None:
            place = QRectF(self.rect()).adjusted(0, FRAME, 0, -FRAME)
            self._paint(painter, place, self._content, self._theme)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()
