"""The choice of a picture's size: a tile for each preset, and width and height by hand.

Not for refusing sizes that a picture cannot have.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.segments import Segments
from rare_gui.scenes.pictures.export_form import CUSTOM, custom_size, sides_in
from rare_gui.scenes.pictures.size import LARGEST_SIDE, PRESETS

_TILE_HEIGHT = 58
_SHAPE = QSize(30, 26)
"""Px that a shape may take."""
_WORDS = {
    "16:9": ("16:9", "16:9, 1600 by 900 px"),
    "square": ("Square", "Square, 1080 by 1080 px"),
    "a4": ("A4", "A4, upright"),
    "a4-landscape": ("A4 wide", "A4, landscape"),
    CUSTOM: ("Custom", "Custom size in px or mm"),
}
"""The word on a tile and what is said of it."""


class ExportSize(QWidget):
    """Tiles and, under Custom, two fields with a unit; `picked` carries the size as a text."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = next(iter(PRESETS))
        self._tiles = {name: _Tile(name, theme) for name in (*PRESETS, CUSTOM)}
        group = QButtonGroup(self)
        group.setExclusive(True)
        tiles = QHBoxLayout()
        tiles.setContentsMargins(0, 0, 0, 0)
        tiles.setSpacing(5)
        for name, tile in self._tiles.items():
            group.addButton(tile)
            tiles.addWidget(tile, 1)
            tile.clicked.connect(lambda _=False, name=name: self._press(name))
        self._width, self._height = _side("Width"), _side("Height")
        self._unit = Segments((("px", "px", "Pixels"), ("mm", "mm", "Millimetres")), theme)
        self._unit.mark("px")
        self._unit.picked.connect(self._convert)
        self._typed = QWidget()
        row = QHBoxLayout(self._typed)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        times = QLabel("×")
        times.setFont(font("ui"))
        for part in (self._width, times, self._height, self._unit):
            row.addWidget(part)
        row.addStretch(1)
        for field in (self._width, self._height):
            field.valueChanged.connect(self._pick_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(tiles)
        column.addWidget(self._typed)
        self.show_size(self._size)

    def show_size(self, size: str) -> None:
        """Mark a preset, or show width and height of a size in px or mm."""
        self._size = size
        name = size if size in PRESETS else CUSTOM
        self._tiles[name].setChecked(True)
        self._typed.setVisible(name == CUSTOM)
        if name == CUSTOM:
            self._unit.mark("mm" if size.endswith("mm") else "px")
        self._fill()

    def size_text(self) -> str:
        """The size that is chosen; what is being typed counts."""
        for field in (self._width, self._height):
            field.interpretText()
        return self._size

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for tile in self._tiles.values():
            tile.apply_theme(theme)
        self._unit.apply_theme(theme)

    def _press(self, name: str) -> None:
        if name == CUSTOM:
            if self._size in PRESETS:  # begin with what was seen
                self._typed.show()
                self._fill()
                self._pick_typed()
            self._width.setFocus()
            self._width.selectAll()
            return
        self._size = name
        self._typed.hide()
        self.picked.emit(name)

    def _convert(self, _unit: str) -> None:
        self._fill()
        self._pick_typed()

    def _fill(self) -> None:
        unit = self._unit.marked() or "px"
        for field, side in zip(
            (self._width, self._height), sides_in(self._size, unit), strict=True
        ):
            blocked = field.blockSignals(True)
            field.setSuffix(f" {unit}")
            field.setValue(side)
            field.blockSignals(blocked)

    def _pick_typed(self) -> None:
        unit = self._unit.marked() or "px"
        self._size = custom_size(self._width.value(), self._height.value(), unit)
        self.picked.emit(self._size)


class _Tile(QAbstractButton):
    """A sheet of the size's proportions over its word."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._name, self._theme = name, theme
        word, told = _WORDS[name]
        self.setText(word)
        self.setToolTip(told)
        self.setAccessibleName(told)
        self.setCheckable(True)
        self.setFixedHeight(_TILE_HEIGHT)
        self.setMinimumWidth(50)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(54, _TILE_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        chosen = self.isChecked()
        is_marked = chosen or self.hasFocus()
        edge = QPen(color("time" if is_marked else "line2"), 1.5 if is_marked else 1.0)
        painter.setPen(edge)
        ground = "time-soft" if chosen else "hover" if self.underMouse() else "raised"
        painter.setBrush(color(ground))
        inset = 2.5 if self.hasFocus() and chosen else 0.75
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 5, 5)
        if inset > 1:  # chosen and under the keyboard: a second edge tells the two apart
            painter.setPen(QPen(color("focus"), 1.0))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 3.5, 3.5
            )
        pen = QPen(color("time" if chosen else "text2"), 1.25)
        if self._name == CUSTOM:
            pen.setStyle(Qt.PenStyle.DashLine)
            pen.setDashPattern([2.5, 2.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._shape(), 1.5, 1.5)
        painter.setFont(font("lane_strong" if chosen else "lane"))
        painter.setPen(color("time" if chosen else "text2"))
        below = QRectF(0, self.height() - 21, self.width(), 16)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()

    def _shape(self) -> QRectF:
        if self._name == CUSTOM:
            side = QSize(28, 20)
        else:
            preset = PRESETS[self._name]
            side = QSize(preset.width, preset.height).scaled(
                _SHAPE, Qt.AspectRatioMode.KeepAspectRatio
            )
        middle = self.width() / 2
        return QRectF(
            middle - side.width() / 2, 20.5 - side.height() / 2, side.width(), side.height()
        )


def _side(name: str) -> QSpinBox:
    field = QSpinBox()
    field.setRange(1, LARGEST_SIDE)
    field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    field.setKeyboardTracking(False)
    field.setAccessibleName(name)
    field.setToolTip(name)
    field.setFont(font("ui_figure"))
    field.setFixedHeight(26)
    field.setMinimumWidth(82)
    return field
