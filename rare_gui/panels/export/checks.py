"""What goes along with a picture, as boxes to tick: each with its word and what it means.

Provenance is always in the picture: its box is shown ticked, and cannot be changed.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font, line_height, text_width
from rare_gui.figures.theme import Theme
from rare_gui.scenes.pictures.export_form import ExportChoices

_BOX = 15.0
_INDENT = 23.0
_FADED = 0.55
_WORDS = (
    ("data", "Data as CSV beside the picture", ""),
    ("sources", "Sources as CSV", ""),
    ("citation", "Citation", "as text, BibTeX and CFF"),
    ("zipped", "All in one zip", ""),
    ("with_view", "Link back to this view", "stored inside the file; opens here again"),
)
"""The field of ExportChoices, its word, and what it means."""
_ALWAYS = ("Provenance", "days, sources, data version: always in the picture")


class ExportChecks(QWidget):
    """The boxes one under the other; `changed` is sent when one is ticked or cleared."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        always = _Check(*_ALWAYS, theme)
        always.setChecked(True)
        always.setEnabled(False)
        self._boxes = {name: _Check(word, hint, theme) for name, word, hint in _WORDS}
        self._all = (always, *self._boxes.values())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for box in self._all:
            column.addWidget(box)
            box.toggled.connect(self.changed)

    def show_choices(self, choices: ExportChoices) -> None:
        """Tick what is chosen, without a word."""
        for name, box in self._boxes.items():
            blocked = box.blockSignals(True)
            box.setChecked(getattr(choices, name))
            box.blockSignals(blocked)

    def chosen(self, choices: ExportChoices) -> ExportChoices:
        """The choices with what is ticked."""
        ticked = {name: box.isChecked() for name, box in self._boxes.items()}
        return replace(choices, **ticked)  # type: ignore[arg-type]

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for box in self._all:
            box.apply_theme(theme)


class _Check(QAbstractButton):
    """A box, its word, and a quiet line under it."""

    def __init__(self, word: str, hint: str, theme: Theme) -> None:
        super().__init__()
        self._hint, self._theme = hint, theme
        self.setText(word)
        self.setCheckable(True)
        self.setAccessibleName(f"{word}: {hint}" if hint else word)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        width = max(text_width("ui", self.text()), text_width("lane_light", self._hint))
        below = line_height("lane_light") if self._hint else 0
        return QSize(round(_INDENT + width + 4), round(19 + below))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        box = QRectF(1.0, 2.0, _BOX, _BOX)
        if self.hasFocus():
            painter.setPen(QPen(color("focus"), 1.5))
            painter.drawRoundedRect(box.adjusted(-0.25, -1.25, 1.75, 1.25), 4.5, 4.5)
            box = box.adjusted(1.5, 0.5, 0, -1)
        painter.setOpacity(1.0 if self.isEnabled() else _FADED)
        ticked = self.isChecked()
        painter.setPen(QPen(color("time" if ticked else "text3"), 1.25))
        painter.setBrush(color("time" if ticked else "raised"))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 3, 3)
        if ticked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(
                QPen(color("on-time"), 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            middle = box.center()
            offsets = ((-3.2, 0.2), (-1.0, 2.5), (3.2, -2.3))
            painter.drawPolyline(QPolygonF([middle + QPointF(*one) for one in offsets]))
        painter.setOpacity(1.0)
        painter.setFont(font("ui"))
        painter.setPen(color("ink"))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(_INDENT, 0, self.width() - _INDENT, 19), flags, self.text())
        if self._hint:
            painter.setFont(font("lane_light"))
            painter.setPen(color("text2"))
            below = QRectF(_INDENT, 17.5, self.width() - _INDENT, line_height("lane_light"))
            painter.drawText(below, flags, self._hint)
        painter.end()
