"""The row in which a new line of a what-if is put together: kind, what, whither, when.

Not for what a line leads to: it only says which one was asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from rare_gui.domain.assumptions import ScenarioError, read
from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.scenes.scenario import FORM_CHOICES, Choice, ScenarioScene

ParseDay = Callable[[str], date | str]
"""Turns a typed text into a day, or into a hint that says what to write instead."""

KINDS: tuple[Choice, ...] = (
    Choice("lapses", "A suspension lapses"),
    Choice("prolonged", "A suspension is prolonged"),
    Choice("listed licence", "Goods newly need a licence"),
    Choice("listed ban", "Goods are newly prohibited"),
    Choice("freed", "Goods are freed"),
    Choice("granted", "A share of licences is granted"),
    Choice("extended", "A measure hits another country"),
)
_PAUSES = ("lapses", "prolonged")
_FEWEST_LETTERS = 6


class ScenarioForm(QWidget):
    """Asks for what the chosen kind of line needs; `line_given` carries the line."""

    line_given = Signal(object)

    def __init__(self, theme: Theme, parse: ParseDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parse = parse
        self._scene: ScenarioScene | None = None
        self._kind = _combo("Kind of change")
        self._what = _combo("Measure or material")
        self._form = _combo("Form")
        self._place = _combo("Destination")
        self._share = _line("Share of licences granted, in percent", "share, %")
        self._day = _line("Day", "12 jul 27")
        self._add = QPushButton("Add line")
        self._add.setFont(font("ui"))
        self._hint = QLabel()
        self._hint.setFont(font("note"))
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._hint.hide()
        self._places = (QLabel("to"), QLabel("on"))
        for label in self._places:
            label.setFont(font("note"))
        _fill(self._kind, KINDS)
        _fill(self._form, FORM_CHOICES)
        self._kind.currentIndexChanged.connect(self._show_kind)
        self._what.currentIndexChanged.connect(self._offer_day)
        self._day.returnPressed.connect(self._give)
        self._share.returnPressed.connect(self._give)
        self._add.clicked.connect(self._give)
        for field in (self._day, self._share):
            field.textEdited.connect(self._hint.hide)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(self._kind, 0, 0, 1, 4)
        grid.addWidget(self._what, 1, 0, 1, 4)
        grid.addWidget(self._form, 2, 0)
        grid.addWidget(self._places[0], 2, 1)
        grid.addWidget(self._place, 2, 2, 1, 2)
        grid.addWidget(self._share, 3, 0)
        grid.addWidget(self._places[1], 3, 1)
        grid.addWidget(self._day, 3, 2)
        grid.addWidget(self._add, 3, 3)
        grid.addWidget(self._hint, 4, 0, 1, 4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        self.apply_theme(theme)

    def show_scene(self, scene: ScenarioScene) -> None:
        """Offer what the scene says can be chosen; what is chosen stays if it still can be."""
        self._scene = scene
        self._show_kind()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        warn, quiet = theme.color("warn").name(), theme.color("text3").name()
        self._hint.setStyleSheet(f"color: {warn};")
        for label in self._places:
            label.setStyleSheet(f"color: {quiet};")

    def _show_kind(self) -> None:
        if self._scene is None:
            return
        kind = self._kind.currentData()
        measures = kind in (*_PAUSES, "extended")
        goods = not measures
        scene = self._scene
        limits = scene.limits if measures else scene.materials
        _fill(self._what, scene.pauses if kind in _PAUSES else limits)
        _fill(self._place, scene.places[1:] if kind == "extended" else scene.places)
        self._form.setVisible(goods)
        self._place.setVisible(kind not in _PAUSES)
        self._places[0].setVisible(kind not in _PAUSES)
        self._share.setVisible(kind == "granted")
        self._places[1].setText("to" if kind == "prolonged" else "on" if measures else "from")
        self._hint.hide()
        self._offer_day()

    def _offer_day(self) -> None:
        """A lapse is offered the day that the suspension has."""
        offered = self._what.currentData(Qt.ItemDataRole.UserRole + 1)
        if self._kind.currentData() == "lapses" and offered:
            self._day.setText(offered)
        elif not self._day.isModified():
            self._day.clear()  # it was offered for another kind

    def _give(self) -> None:
        day = self._parse(self._day.text())
        if isinstance(day, str):
            self._tell(day)
            return
        try:
            line = read(self._values(day))
        except ScenarioError as error:
            self._tell(f"{error}.")
            return
        self._hint.hide()
        self.line_given.emit(line)

    def _values(self, day: date) -> dict[str, object]:
        kind, *effect = str(self._kind.currentData()).split(" ")
        values: dict[str, object] = {"kind": kind, "date": day}
        what = self._what.currentData()
        if kind in _PAUSES:
            return {**values, "measure": what}
        values["to"] = self._place.currentData()
        if kind == "extended":
            return {**values, "measure": what}
        values |= {"material": what, "from": self._scene.origin if self._scene else "CN"}
        if self._form.currentData():
            values["forms"] = (self._form.currentData(),)
        if effect:
            values["effect"] = effect[0]
        if kind == "granted":
            values["share_percent"] = self._share.text().strip().removesuffix("%").strip()
        return values

    def _tell(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.show()


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setFont(font("ui"))
    made.setAccessibleName(name)
    made.setToolTip(name)
    # as narrow as the pane; the list is as wide as its longest words
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_FEWEST_LETTERS)
    return made


def _line(name: str, example: str) -> QLineEdit:
    made = QLineEdit()
    made.setFont(font("ui"))
    made.setAccessibleName(name)
    made.setPlaceholderText(example)
    return made


def _fill(combo: QComboBox, choices: tuple[Choice, ...]) -> None:
    """Offer `choices`; the chosen key stays chosen, without a word, if it is among them."""
    kept = combo.currentData()
    if [combo.itemData(n) for n in range(combo.count())] == [one.key for one in choices]:
        return
    combo.blockSignals(True)
    combo.clear()
    for one in choices:
        combo.addItem(one.words, one.key)
        combo.setItemData(combo.count() - 1, one.day, Qt.ItemDataRole.UserRole + 1)
    combo.setCurrentIndex(max(0, combo.findData(kept)))
    combo.blockSignals(False)
