"""The boxes of the notes over a window: one note with its number, and the legend.

Not for where they stand (`call_out_places`).
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from rare_gui.figures import ink
from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.help.reading_legend import ReadingLegend
from rare_gui.scenes.help.how_to_read import ANY_KEY, BARS, CHIPS, CallOut

_PAD = 16


class _Box(QFrame):
    """A raised box with rounded corners that lets clicks through."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("box")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)

    def fitted(self, width: int) -> QSizeF:
        """Its size when it is `width` px wide."""
        return QSizeF(width, self._column.totalHeightForWidth(width))

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        ground, line = theme.color("raised").name(), theme.color("time").name()
        words, quiet = theme.color("ink").name(), theme.color("text2").name()
        self.setStyleSheet(
            f"#box {{ background: {ground}; border: 1px solid {line}; border-radius: 6px; }}"
            f"#box QLabel {{ color: {words}; background: transparent; }}"
            f"#box QLabel#quiet {{ color: {quiet}; }}"
        )


class CallOutNote(_Box):
    """A number, a title and a sentence."""

    def __init__(self, theme: Theme, number: int, call_out: CallOut) -> None:
        super().__init__()
        self._theme = theme
        self.number, self.part = number, call_out.part
        column = self._column
        column.setContentsMargins(12, 8, 12, 9)
        column.setSpacing(2)
        title = _label(call_out.title, "ui_strong")
        title.setContentsMargins(24, 0, 0, 0)
        title.setMinimumHeight(20)
        column.addWidget(title)
        text = _label(call_out.text, "lane_light")
        text.setObjectName("quiet")
        column.addWidget(text)
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        super().apply_theme(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_number(painter, QRectF(10, 9, 18, 18), self.number, self._theme)
        painter.end()


class LegendBox(_Box):
    """The legend of bars and chips, and how to go on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._legend = ReadingLegend(theme, BARS, CHIPS, columns=2)
        self.setAccessibleName("Legend")
        close = _label(ANY_KEY, "ui_strong")
        close.setObjectName("quiet")
        column = self._column
        column.setContentsMargins(_PAD, 12, _PAD, 12)
        column.setSpacing(10)
        column.addWidget(self._legend)
        column.addWidget(close)
        self.apply_theme(theme)

    def fitted(self, width: int = 0) -> QSizeF:
        return super().fitted(width or self._legend.least_width() + 2 * _PAD)

    def apply_theme(self, theme: Theme) -> None:
        super().apply_theme(theme)
        self._legend.apply_theme(theme)


def paint_number(painter: QPainter, disc: QRectF, number: int, theme: Theme) -> None:
    """A number on a filled disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("time"))
    painter.drawEllipse(disc)
    middle, centred = disc.center(), Qt.AlignmentFlag.AlignHCenter
    ink.write(
        painter, "ui_strong", theme.color("on-time"), middle.x(), middle.y(), str(number), centred
    )


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(role))
    label.setWordWrap(True)
    return label
