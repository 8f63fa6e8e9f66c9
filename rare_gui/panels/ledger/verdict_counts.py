"""How many promises stand how: each verdict's count, shape and word; a click filters by it.

Not for counting: the scene does.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from rare_gui.domain.commitment_records import Standing
from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import Theme
from rare_gui.figures.verdict_sign import paint_verdict
from rare_gui.scenes.ledger.scene import StandingCount

_HEIGHT = 26
_PAD = 6.0
_RADIUS = 6.0


class VerdictCounts(QWidget):
    """A button a verdict; `standing_asked` carries the one pressed."""

    standing_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[Standing, _Count] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)

    def show_counts(self, counts: tuple[StandingCount, ...], chosen: Standing | None) -> None:
        """Replace the counts; the chosen verdict stays pressed."""
        for count in counts:
            if count.standing not in self._buttons:
                button = _Count(self._theme, self)
                button.clicked.connect(
                    lambda _=False, standing=count.standing: self.standing_asked.emit(standing)
                )
                self._buttons[count.standing] = button
                self._row.addWidget(button)
        shown = {count.standing: count for count in counts}
        for standing, button in self._buttons.items():
            button.setVisible(standing in shown)
            if standing in shown:
                button.show_count(shown[standing], chosen=standing is chosen)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        for button in self._buttons.values():
            button.apply_theme(theme)


class _Count(QAbstractButton):
    """A number, the verdict's shape and its word."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count: StandingCount | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: StandingCount, *, chosen: bool) -> None:
        """Replace what is shown."""
        self._count = count
        self.setText(f"{count.count} {count.words}")
        self.setAccessibleName(f"{count.words}: {count.count}")
        self.setToolTip(f"Only promises that stand so: {count.words.lower()}")
        self.setChecked(chosen)
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Just wide enough for its words."""
        if self._count is None:
            return QSize(0, _HEIGHT)
        width = text_width("body_strong", str(self._count.count))
        width += text_width("ui", self._count.words) + 2 * _RADIUS + 10 + 2 * _PAD
        return QSize(ceil(width), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, number, shape, word."""
        if self._count is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, middle = self._theme, self.height() / 2
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("time-soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        color = theme.color("ink")
        place = ink.write(painter, "body_strong", color, _PAD, middle, str(self._count.count))
        x = place.right() + 5 + _RADIUS
        paint_verdict(painter, QPointF(x, middle), _RADIUS, self._count.standing, theme)
        ink.write(painter, "ui", color, x + _RADIUS + 5, middle, self._count.words)
        painter.end()
