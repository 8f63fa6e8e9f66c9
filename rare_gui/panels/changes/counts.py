"""The counts of changes: all of them, then each kind with its chips before and after."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme
from rare_gui.panels.changes.painter import CHANGE_WIDTH, paint_change
from rare_gui.scenes.changes.matrix import KindCount

_LINE = 30.0
_GAP = 8.0
_BETWEEN = 26.0


class ChangeCounts(QWidget):
    """A line that wraps: "99 of 219 states changed", then "86" with its chips."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count, self._words = "", ""
        self._kinds: tuple[KindCount, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_counts(self, count: int, words: str, kinds: tuple[KindCount, ...]) -> None:
        """Replace the counts."""
        self._count, self._words, self._kinds = f"{count:,}", words, kinds
        told = [f"{count} {words}", *(f"{kind.count} {kind.words}" for kind in kinds)]
        self.setAccessibleName("; ".join(told))
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The counts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px when the counts wrap at `width` px."""
        places = self._places(width)
        return round((places[-1].bottom() if places else 0) or _LINE)

    def sizeHint(self) -> QSize:
        """As high as the lines at the present width."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow on purpose: the counts wrap."""
        return QSize(160, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Figures, words, chips."""
        painter = QPainter(self)
        ink_color, quiet = self._theme.color("ink"), self._theme.color("text2")
        whole = ink.write(painter, "figure_large", ink_color, 0, _LINE / 2, self._count)
        ink.write(painter, "ui", quiet, whole.right() + _GAP, _LINE / 2 + 2, self._words)
        for place, kind in zip(self._places(self.width()), self._kinds, strict=True):
            middle = place.center().y()
            figure = ink.write(
                painter, "figure", ink_color, place.left(), middle, f"{kind.count:,}"
            )
            left = figure.right() + _GAP
            paint_change(painter, left, middle, kind.before, kind.after, self._theme)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Says a kind of change in words beside the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for place, kind in zip(self._places(self.width()), self._kinds, strict=True):
                if place.contains(event.pos()):
                    words = f"{kind.count} {kind.words}"
                    QToolTip.showText(event.globalPos(), tooltip_text(words), self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)

    def _places(self, width: float) -> list[QRectF]:
        """Where each kind stands, after the whole count and below it when the line is full."""
        x = text_width("figure_large", self._count) + _GAP + text_width("ui", self._words)
        y = 0.0
        places = []
        for kind in self._kinds:
            need = text_width("figure", f"{kind.count:,}") + _GAP + CHANGE_WIDTH
            if x + _BETWEEN + need > width:
                x, y = -_BETWEEN, y + _LINE
            places.append(QRectF(x + _BETWEEN, y, need, _LINE))
            x += _BETWEEN + need
        return places
