"""The result: title, total with its range, ranked bars, legend and what they do not say.

Used by the page and, compact, by the pane. Not for assumptions and charts.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.impact.loss_bar import legend_width, paint_legend
from rare_gui.figures.theme import Theme
from rare_gui.panels.impact.loss_table import LossTable
from rare_gui.panels.pieces.announcing import announce
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.scenes.impact.parts import ImpactScene, TotalWords

_COMPACT_ROWS, _PAGE_ROWS = 7, 16


class LossBlock(QWidget):
    """Shows total and bars of an ImpactScene; says which sector was picked.

    The compact block shows the largest losses alone and tells how many more there are.
    """

    sector_picked = Signal(str)

    def __init__(self, theme: Theme, *, compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = compact
        self._said = ""
        self._title = PaneTitle(theme)
        self._total = _Total(theme)
        self._detail = FlowText(theme)
        self._message = FlowText(theme)
        self._table = LossTable(theme, _COMPACT_ROWS if compact else _PAGE_ROWS)
        self._legend = _Legend(theme)
        self._more = FlowText(theme)
        if compact:
            self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.sector_picked.connect(self.sector_picked)
        self.setFocusProxy(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._title, self._total, self._detail, self._message, self._table,
                     self._legend, self._more):  # fmt: skip
            column.addWidget(part)

    def show_scene(self, scene: ImpactScene) -> None:
        """Show total and bars; without a result only its message."""
        head, total = scene.head, scene.total
        said = ", ".join(word for word in (total.title, total.figure, total.range) if word)
        if scene.settled and total.figure and said != self._said:
            self._said = said
            if self.isVisible():
                announce(self, said)
        self._title.show_words(total.title, "model")
        self._total.show_total(total)
        self._detail.show_runs([Run(total.detail, "note", "text3")])
        self._detail.setVisible(bool(total.detail))
        self._message.show_runs([Run(scene.message, "body", "text2")])
        self._message.setVisible(bool(scene.message))
        unit = f"{head.losses_as} {head.relative}"
        bars = scene.bars[:_COMPACT_ROWS] if self._compact else scene.bars
        self._table.show_bars(bars, unit, settled=scene.settled)
        self._legend.setVisible(bool(bars))
        more = len(scene.bars) - len(bars)
        words = [f"{more} more sectors on the page."] if more else []
        words += [scene.verdict_words] if scene.verdict_words else []
        self._more.show_runs([Run(" ".join(words), "note", "text3")])
        self._more.setVisible(bool(words))

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for part in (self._title, self._total, self._detail, self._message, self._table,
                     self._legend, self._more):  # fmt: skip
            part.apply_theme(theme)


class _Total(QWidget):
    """The figure with its range beside it, and under it where there is no room."""

    _FIGURE, _LINE, _GAP = 26.0, 15.0, 10.0

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._total = TotalWords("", "", "", "", "")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_total(self, total: TotalWords) -> None:
        if total != self._total:
            self._total = total
            words = (total.title, total.figure, total.range, total.remark)
            self.setAccessibleName(", ".join(word for word in words if word))
            self.setVisible(bool(total.figure))
            self.updateGeometry()
            self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = len(self._below(width))
        return round(self._FIGURE + lines * self._LINE)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, middle = self._theme, self._FIGURE / 2
        said = ink.write(painter, "figure_large", theme.color("ink"), 0, middle, self._total.figure)
        below = self._below(self.width())
        x = said.right() + self._GAP
        for role, token, words in self._words():
            if (role, token, words) in below:
                continue
            place = ink.write(painter, role, theme.color(token), x, middle + 3, words)
            x = place.right() + self._GAP
        for number, (role, token, words) in enumerate(below):
            y = self._FIGURE + (number + 0.5) * self._LINE
            ink.write(painter, role, theme.color(token), 0, y, words)
        painter.end()

    def _words(self) -> list[tuple[str, str, str]]:
        total = self._total
        words = [("ui", "text2", total.range), ("note", "text3", total.remark)]
        return [one for one in words if one[2]]

    def _below(self, width: float) -> list[tuple[str, str, str]]:
        """What has no room beside the figure."""
        left = text_width("figure_large", self._total.figure)
        below: list[tuple[str, str, str]] = []
        for role, token, words in self._words():
            left += self._GAP + text_width(role, words)
            if left > width or below:
                below.append((role, token, words))
        return below


class _Legend(QWidget):
    """What the parts of a bar mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(18)
        self.setMinimumWidth(round(legend_width()))
        self.setAccessibleName("Solid: direct loss. Pale: passed on. Whisker: P5 to P95.")

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_legend(painter, QRectF(self.rect()), self._theme)
        painter.end()
