"""A small scale of readings that differ: one bar each, from zero; the shown one is strong."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.theme import Theme
from rare_gui.scenes.evidence.parts import ScaleBar

_PITCH, _NAME = 20, 84.0


class DisagreeBar(QWidget):
    """Shows ScaleBars one under the other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[ScaleBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: tuple[ScaleBar, ...]) -> None:
        """Replace the bars."""
        self._bars = bars
        self.setFixedHeight(_PITCH * len(bars) + 2)
        self.setAccessibleName(", ".join(f"{one.name} {one.value}" for one in bars))
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(240, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names, bars and values."""
        painter, theme = QPainter(self), self._theme
        values = max((text_width("lane_figure", one.value) for one in self._bars), default=0.0)
        room = max(self.width() - _NAME - values - 8, 20)
        for number, one in enumerate(self._bars):
            middle = (number + 0.5) * _PITCH
            name = elided("lane_light", one.name, _NAME - 8)
            ink.write(painter, "lane_light", theme.color("ink"), 0, middle, name)
            bar = QRectF(_NAME, middle - 5, max(room * one.length, 1.0), 10)
            painter.fillRect(bar, theme.color("raw" if one.shown else "ph-edge"))
            ink.write(
                painter, "lane_figure", theme.color("ink"), self.width(), middle, one.value,
                Qt.AlignmentFlag.AlignRight,
            )  # fmt: skip
        ink.vertical(painter, _NAME, 0, self.height(), theme.color("line2"))
        painter.end()
