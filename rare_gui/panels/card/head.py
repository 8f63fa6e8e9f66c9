"""The head of a card: tile with symbol and number, name, Chinese name, kind, one sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.watch_button import WatchButton
from rare_gui.scenes.card.parts import CardScene

_TILE = 56


class CardHead(QWidget):
    """Shows the upper part of a CardScene.

    `mark_picked` carries the number of a source; `watch_asked`: watch the material, or no longer.
    """

    mark_picked = Signal(int)
    watch_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tile, self._name = _Tile(theme), _Name(theme)
        self._sentence = FlowText(theme, keyboard=True)
        self._watch = WatchButton(theme)
        self._watch.clicked.connect(self.watch_asked)
        self._sentence.mark_clicked.connect(self.mark_picked)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._sentence)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._watch, 0, Qt.AlignmentFlag.AlignTop)

    def show_scene(self, scene: CardScene) -> None:
        """Replace the words."""
        self._tile.show_words(scene.symbol or scene.name[:2], scene.number)
        self.setAccessibleName(f"{scene.name}, {scene.native_name}, {scene.kind}")
        self._name.show_words(scene.name, scene.native_name, scene.kind)
        runs = [Run(scene.sentence)]
        for number, mark in enumerate(scene.marks):
            # the narrow space does not break: a mark never begins a line
            runs.append(Run(f"{',' if number else ''}\u202f{mark}", "body", "text3", mark))
        self._sentence.show_runs(runs)

    def show_watched(self, watched: bool) -> None:
        """Say whether the material is on the watch list."""
        self._watch.show_watched(watched)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for part in (self._tile, self._name, self._sentence, self._watch):
            part.apply_theme(theme)


class _Tile(QWidget):
    """The square with the symbol; a long symbol is set smaller."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._symbol = self._number = ""
        self.setFixedSize(_TILE, _TILE)

    def show_words(self, symbol: str, number: str) -> None:
        self._symbol, self._number = symbol, number
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_TILE, _TILE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("time"))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        color, centre = self._theme.color("on-time"), Qt.AlignmentFlag.AlignHCenter
        fits = text_width("figure_large", self._symbol) < _TILE - 6
        role = "figure_large" if fits else "ui_strong"
        middle = _TILE / 2 + (6 if self._number else 0)
        ink.write(painter, role, color, _TILE / 2, middle, self._symbol, centre)
        if self._number:
            ink.write(painter, "note", color, _TILE / 2, 14, self._number, centre)
        painter.end()


class _Name(QWidget):
    """The name, its Chinese form and the kind, on one line; the kind gives way first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ("", "", "")
        self.setFixedHeight(26)

    def show_words(self, name: str, native: str, kind: str) -> None:
        self._words = (name, native, kind)
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = 0.0
        looks = (("title", "ink"), ("body", "text2"), ("body", "text3"))
        for (role, token), word in zip(looks, self._words, strict=True):
            told = elided(role, word, self.width() - x)
            if told:
                x = ink.write(painter, role, self._theme.color(token), x, 12, told).right() + 12
        painter.end()
