"""One block of a card: heading, column heads, lines; an empty one says why it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rare_gui.figures import ink
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.card_list import CardList
from rare_gui.panels.pieces.card_painter import columns
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.scenes.card.parts import CardBlock


class CardBlockView(QWidget):
    """Shows a CardBlock; `evidence_asked` carries the key of a line."""

    evidence_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._missing = PaneTitle(theme), FlowText(theme)
        self._heads, self._lines = _ColumnHeads(theme), CardList(theme)
        self._lines.evidence_asked.connect(self.evidence_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for part in (self._title, self._heads, self._lines, self._missing):
            column.addWidget(part)

    def show_block(self, block: CardBlock) -> None:
        """Replace the block."""
        self._title.show_words(block.title, block.remark)
        self._heads.show_words(block.columns)
        self._heads.setVisible(bool(block.columns and block.lines))
        self._lines.setAccessibleName(block.title)
        self._lines.show_lines(block.lines)
        self._lines.setVisible(bool(block.lines))
        self._missing.show_runs([Run(block.message, "ui", "text3")])
        self._missing.setVisible(bool(block.message))

    def mark_open(self, key: str) -> None:
        """Outline the line whose evidence is on screen; "" for none."""
        self._lines.mark_open(key)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._title.apply_theme(theme)
        self._heads.apply_theme(theme)
        self._lines.apply_theme(theme)
        self._missing.apply_theme(theme)


class _ColumnHeads(QWidget):
    """The words over the columns of a block."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words: tuple[str, ...] = ()
        self.setFixedHeight(20)

    def show_words(self, words: tuple[str, ...]) -> None:
        self._words = words
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color("text3")
        for word, (left, _) in zip(self._words, columns(self.width()), strict=False):
            ink.write(painter, "lane_light", color, left, 8, word)
        ink.horizontal(painter, 0, self.width(), self.height() - 1, self._theme.color("line2"))
        painter.end()
