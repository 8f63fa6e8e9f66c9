"""A card for one reading or source: its value, whether it is shown, its facts in rows.

Not for choosing readings: the scene brings SourceCards. All texts can be selected.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.scenes.evidence.parts import SourceCard

LABEL_WIDTH = 74
"""Px for what a fact is; a row's column names need more."""


class SourceCardView(QWidget):
    """Shows a SourceCard; the shown one among several has a strong left edge."""

    def __init__(
        self, theme: Theme, label_width: int = LABEL_WIDTH, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._label_width = theme, label_width
        self._card: SourceCard | None = None
        self._head, self._warning = FlowText(theme), FlowText(theme)
        self._rows: list[tuple[FlowText, FlowText]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnMinimumWidth(0, label_width)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 10, 10)
        column.setSpacing(5)
        column.addWidget(self._head)
        column.addLayout(self._grid)
        column.addWidget(self._warning)
        self._clear_grounds()

    def show_card(self, card: SourceCard) -> None:
        """Replace the card."""
        self._card = card
        self.setAccessibleName(card.spoken)
        standing = f"   {card.standing}" if card.standing else ""
        role, token = ("ui_strong", "time") if card.shown else ("ui", "text3")
        self._head.show_runs(
            [
                Run(card.value, "body_strong"),
                Run(f"  {card.of}" if card.of else "", "ui", "text2"),
                Run(standing, role, token),
            ]
        )
        while len(self._rows) < len(card.facts):
            pair = (FlowText(self._theme), FlowText(self._theme))
            pair[0].setFixedWidth(self._label_width)
            row = len(self._rows)
            self._grid.addWidget(pair[0], row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(pair[1], row, 1)
            self._rows.append(pair)
            self._clear_grounds()
        for number, (label, words) in enumerate(self._rows):
            there = number < len(card.facts)
            label.setVisible(there)
            words.setVisible(there)
            if there:
                name, text = card.facts[number]
                label.show_runs([Run(name, "lane_light", "text3")])
                words.show_runs([Run(text, "lane_light")])
        self._warning.show_runs([Run(card.warning, "lane_strong", "warn")])
        self._warning.setVisible(bool(card.warning))
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._head.apply_theme(theme)
        self._warning.apply_theme(theme)
        for label, words in self._rows:
            label.apply_theme(theme)
            words.apply_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card's ground and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._card is not None and self._card.shown and bool(self._card.standing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.color("time" if strong else "line2"), 1))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(box, 5, 5)
        if strong:
            edge = QRectF(0, 3, 3, self.height() - 6)
            painter.fillRect(edge, self._theme.color("time"))
        painter.end()

    def _clear_grounds(self) -> None:
        """Let the card's ground be seen through its texts."""
        for text in (self._head, self._warning, *(one for row in self._rows for one in row)):
            text.viewport().setAutoFillBackground(False)
            text.setStyleSheet("background: transparent;")


class SourceCards(QWidget):
    """Cards one under the other."""

    def __init__(
        self, theme: Theme, label_width: int = LABEL_WIDTH, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._label_width = theme, label_width
        self._views: list[SourceCardView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_cards(self, cards: tuple[SourceCard, ...]) -> None:
        """Replace the cards."""
        while len(self._views) < len(cards):
            self._views.append(view := SourceCardView(self._theme, self._label_width))
            self._column.addWidget(view)
        for place, view in enumerate(self._views):
            view.setVisible(place < len(cards))
            if place < len(cards):
                view.show_card(cards[place])

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        for view in self._views:
            view.apply_theme(theme)
