"""One thing to try: a chip, a name, a sentence, over the whole width, as a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures import ink
from rare_gui.figures.chips import CHIP_HEIGHT, CHIP_WIDTH, paint_chip
from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import paint_icon
from rare_gui.scenes.help.first_run import Trial

_SIGN = 34
"""Px of width left of the words, with the chip in them."""
_CHEVRON = 14.0


class TrialButton(QAbstractButton):
    """Shows a Trial; a hairline above it, a chevron at its end."""

    def __init__(self, theme: Theme, trial: Trial, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._chip = theme, trial.chip
        self._title, self._words = _label(trial.title, "body_strong"), _label(trial.words, "ui")
        self._words.setObjectName("quiet")
        self.setText(trial.title)
        self.setAccessibleName(f"{trial.title}: {trial.words}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._words)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SIGN, 11, 26, 11)
        self._row.addLayout(column, 1)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Px of height at a width."""
        return self._row.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As high as the words at the present width."""
        width = max(self.width(), 320)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, hairline, chip, chevron; a ring while it has the focus."""
        theme, box = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(box, theme.color("select" if self.isDown() else "hover"))
        ink.horizontal(painter, 0, box.width(), 0, theme.color("line2"))
        chip = QRectF(4, box.center().y() - CHIP_HEIGHT / 2, CHIP_WIDTH, CHIP_HEIGHT)
        paint_chip(painter, chip, self._chip, theme)
        end = QRectF(box.right() - 20, box.center().y() - _CHEVRON / 2, _CHEVRON, _CHEVRON)
        paint_icon(painter, end, "forward", theme, "text2")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(ink.dashed(theme.color("focus"), 1.5, 1000, 1))
            painter.drawRoundedRect(box.adjusted(1, 2, -1, -2), 4, 4)
        painter.end()


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(role))
    label.setWordWrap(True)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
