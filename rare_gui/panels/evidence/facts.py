"""Short facts on a figure side by side: what each is over its words.

Not for facts of a source, which stand in rows (`source_card`).
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rare_gui.figures import ink
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.word_wrap import wrapped

_LABEL, _LINE, _GAP = 16.0, 15.0, 10.0
_PITCH, _NARROW = 84.0, 330.0


class EvidenceFacts(QWidget):
    """Facts in columns; their words wrap."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: tuple[tuple[str, str], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Replace the facts."""
        self._facts = facts
        self.setAccessibleName("; ".join(f"{label}: {words}" for label, words in facts))
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px at a width of `width` px."""
        bottoms = (top + _LABEL + len(words) * _LINE for _, words, _, top in self._places(width))
        return ceil(max(bottoms, default=0.0) + 2)

    def sizeHint(self) -> QSize:
        """As high as the present width asks for."""
        width = max(self.width(), 240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow on purpose: the words wrap."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """What each is, and its words under it."""
        painter = QPainter(self)
        for label, words, left, top in self._places(self.width()):
            ink.write(painter, "note", self._theme.color("text3"), left, top + 7, label)
            for place, line in enumerate(words):
                middle = top + _LABEL + (place + 0.5) * _LINE
                ink.write(painter, "ui_strong", self._theme.color("ink"), left, middle, line)
        painter.end()

    def _places(self, width: float) -> list[tuple[str, tuple[str, ...], float, float]]:
        """Each fact with its wrapped words, left end and top; two in a row where it is narrow.

        The last of a row takes the room that is left.
        """
        count = 2 if width < _NARROW else max(len(self._facts), 1)
        pitch = width / 2 if width < _NARROW else _PITCH
        found, top = [], 0.0
        for first in range(0, len(self._facts), count):
            row = self._facts[first : first + count]
            height = 0.0
            for number, (label, words) in enumerate(row):
                last = number == len(row) - 1
                room = (width - number * pitch if last else pitch) - _GAP
                lines = wrapped("ui_strong", words, max(room, 30))
                found.append((label, lines, number * pitch, top))
                height = max(height, _LABEL + len(lines) * _LINE + 6)
            top += height
        return found
