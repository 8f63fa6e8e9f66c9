"""Cut, length, leakage, stock and substitution as sliders with a field each.

A middle outside its range widens it. Not for the other assumptions (`assumption_table`), nor for
running the model.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QSlider,
    QWidget,
)

from rare_gui.figures.fonts import font, text_width
from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme
from rare_gui.scenes.impact.parts import Assumption

_SHORT = {
    "case.cut": "Cut",
    "case.weeks": "Length",
    "model.leakage": "Leakage",
    "stock": "Stock",
    "substitution": "Substitution",
}
"""Names of the sliders; the last two are of the sector that is told about."""


class ImpactSliders(QWidget):
    """Shows up to five Assumptions; `changed` carries key, low, middle, high as a slider moves."""

    changed = Signal(str, float, float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = {key: _Row(name) for key, name in _SHORT.items()}
        self._shown: dict[str, Assumption] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, (key, row) in enumerate(self._rows.items()):
            grid.addWidget(row.label, number, 0)
            grid.addWidget(row.slider, number, 1)
            grid.addWidget(row.field, number, 2)
            row.slider.valueChanged.connect(lambda value, key=key: self._moved(key, value))
            row.field.valueChanged.connect(lambda value, key=key: self._typed(key, value))
        self.apply_theme(theme)

    def show_controls(self, controls: tuple[Assumption, ...]) -> None:
        """Show the values; a slider that is held keeps its place."""
        self._shown = {_slider_of(item.key): item for item in controls}
        for key, row in self._rows.items():
            item = self._shown.get(key)
            row.set_visible(item is not None)
            if item is not None:
                row.show(item)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        quiet, line, time, raised, ink = (
            theme.color(token).name() for token in ("text2", "line2", "time", "raised", "ink")
        )
        self.setStyleSheet(
            f"QLabel {{ color: {quiet}; }}"
            f"QSlider::groove:horizontal {{ height: 2px; background: {line}; }}"
            f"QSlider::sub-page:horizontal {{ background: {quiet}; }}"
            f"QSlider::handle:horizontal {{ width: 9px; height: 9px; margin: -5px 0;"
            f" border-radius: 6px; background: {raised}; border: 1.5px solid {quiet}; }}"
            f"QSlider::handle:horizontal:focus {{ border-color: {time}; background: {time}; }}"
            f"QDoubleSpinBox {{ background: transparent; border: 1px solid transparent;"
            f" border-radius: 4px; color: {ink}; }}"
            f"QDoubleSpinBox:hover {{ border-color: {line}; background: {raised}; }}"
            f"QDoubleSpinBox:focus {{ border-color: {time}; background: {raised}; }}"
        )

    def _moved(self, key: str, position: int) -> None:
        item = self._shown.get(key)
        if item is not None:
            self._tell(item, item.least + position * item.step)

    def _typed(self, key: str, value: float) -> None:
        item = self._shown.get(key)
        if item is not None:
            self._tell(item, value / _factor(item))

    def _tell(self, item: Assumption, mid: float) -> None:
        mid = min(max(round(mid, item.decimals), item.least), item.most)
        row = self._rows[_slider_of(item.key)]
        row.show_middle(item, mid)
        if item.unit == "weeks":
            self.changed.emit(item.key, mid, mid, mid)
        else:
            self.changed.emit(item.key, min(item.low, mid), mid, max(item.high, mid))


class _Row:
    """Label, slider and field of one assumption."""

    def __init__(self, name: str) -> None:
        self.label = QLabel(name)
        self.label.setFont(font("ui"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setMinimumWidth(60)
        self.field = QDoubleSpinBox()
        self.field.setFont(font("ui_figure"))
        self.field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setKeyboardTracking(False)
        self.field.setFixedWidth(round(text_width("ui_figure", "104 weeks")) + 22)
        self.field.setFixedHeight(22)

    def set_visible(self, there: bool) -> None:
        for part in (self.label, self.slider, self.field):
            part.setVisible(there)

    def show(self, item: Assumption) -> None:
        for part in (self.slider, self.field):
            part.setAccessibleName(f"{item.name}, {item.unit}")
            part.setAccessibleDescription(item.spoken)
            part.setToolTip(tooltip_text(item.spoken))
        self.slider.blockSignals(True)
        self.slider.setRange(0, round((item.most - item.least) / item.step))
        self.slider.setPageStep(10)
        self.slider.blockSignals(False)
        self.field.blockSignals(True)
        percent = item.unit == "share"
        self.field.setDecimals(0)
        self.field.setRange(item.least * _factor(item), item.most * _factor(item))
        self.field.setSuffix(" %" if percent else f" {item.unit}")
        self.field.blockSignals(False)
        if not self.slider.isSliderDown():
            self.show_middle(item, item.mid)

    def show_middle(self, item: Assumption, mid: float) -> None:
        for part in (self.slider, self.field):
            part.blockSignals(True)
        self.slider.setValue(round((mid - item.least) / item.step))
        self.field.setValue(mid * _factor(item))
        for part in (self.slider, self.field):
            part.blockSignals(False)


def _slider_of(key: str) -> str:
    """The slider of an assumption by its key."""
    if key in _SHORT:
        return key
    return "substitution" if key.startswith("substitution.") else "stock"


def _factor(item: Assumption) -> float:
    """Shares are typed in percent."""
    return 100.0 if item.unit == "share" else 1.0
