"""Where a picture is saved to: the file's name, and a button for another place.

Not for asking for the place.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from rare_gui.figures.fonts import font, text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import ICON_SIZE, paint_icon

_WORD = "Change"


class ExportPlace(QPushButton):
    """One wide button: folder sign, name, and the word that says what a click does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self.setAutoDefault(False)
        self.setFixedHeight(28)
        self.setMinimumWidth(160)

    def show_path(self, path: Path) -> None:
        """Show the file's name; its whole path is in the tooltip."""
        self._name = path.name
        self.setToolTip(str(path))
        self.setAccessibleName(f"Save to {path}. Change")
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        focused = self.hasFocus()
        painter.setPen(QPen(color("focus" if focused else "line2"), 1.5 if focused else 1.0))
        painter.setBrush(color("hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 5, 5)
        middle = self.height() / 2
        side = ICON_SIZE.width()
        paint_icon(painter, QRectF(9, middle - side / 2, side, side), "open", self._theme, "text2")
        word = text_width("ui", _WORD)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        room = QRectF(32, 0, self.width() - 32 - word - 22, self.height())
        painter.setFont(font("ui"))
        painter.setPen(color("ink"))
        shown = QFontMetricsF(font("ui")).elidedText(
            self._name, Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room, flags, shown)
        painter.setPen(color("time"))
        painter.drawText(QRectF(self.width() - word - 11, 0, word + 2, self.height()), flags, _WORD)
        painter.end()
