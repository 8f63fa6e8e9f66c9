"""How bars and chips are to be read: swatches with words, then chips with words.

Shared by the first page and the overlay; not for the short legend under the list.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import font, text_width
from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline.bars import paint_swatch
from rare_gui.panels.pieces.chip_words import ChipWords
from rare_gui.scenes.palette import Chip, Fill

Bars = tuple[tuple[Fill, str], ...]
Chips = tuple[tuple[Chip, str], ...]
_ROLE = "ui"
_PITCH = 22
_SWATCH = (56.0, 14.0)
_GAP = 12
_APART = 20


class ReadingLegend(QWidget):
    """Both legends, one under the other; the bars in so many columns."""

    def __init__(
        self,
        theme: Theme,
        bars: Bars,
        chips: Chips,
        columns: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._titles = [_title("How to read the bars"), _title("Chips in the list")]
        self._bars = _Swatches(theme, bars, columns)
        self._chips = ChipWords(theme, columns=3 if columns > 1 else 2)
        self._chips.show_groups(chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._titles[0])
        column.addWidget(self._bars)
        column.addSpacing(10)
        column.addWidget(self._titles[1])
        column.addWidget(self._chips)

    def least_width(self) -> int:
        """Px that the words of the bars need; the chips do with as much."""
        return self._bars.sizeHint().width()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._bars.apply_theme(theme)
        self._chips.apply_theme(theme)


class _Swatches(QWidget):
    """Pieces of bars, each followed by its words, read down the columns."""

    def __init__(self, theme: Theme, bars: Bars, columns: int) -> None:
        super().__init__()
        self._theme, self._items, self._columns = theme, bars, columns
        self._lines = -(-len(bars) // columns)
        widest = max((text_width(_ROLE, words) for _, words in bars), default=0.0)
        self._column = ceil(_SWATCH[0] + _GAP + widest + _APART)
        self.setAccessibleName("; ".join(words for _, words in bars))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._column * self._columns, _PITCH * self._lines)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (fill, words) in enumerate(self._items):
            column, line = divmod(number, self._lines)
            left = column * self._column
            middle = (line + 0.5) * _PITCH
            width, height = _SWATCH
            paint_swatch(
                painter, QRectF(left, middle - height / 2, width, height), fill, self._theme
            )
            color = self._theme.color("text2")
            ink.write(painter, _ROLE, color, left + width + _GAP, middle, words)
        painter.end()


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font("ui_strong"))
    return label
