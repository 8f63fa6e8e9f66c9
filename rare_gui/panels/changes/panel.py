"""What changed between two days: two dates, counts, a matrix of changes, why, measures and facts.

Not for finding changes: `ChangesScene` brings them in words and chips.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.changes.counts import ChangeCounts
from rare_gui.panels.changes.date_field import DateField, ParseDay
from rare_gui.panels.changes.list import ChangesList
from rare_gui.panels.changes.matrix import ChangesMatrix
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.panels.pieces.segments import Segments
from rare_gui.scenes.changes.scene import ChangesScene

BESIDE = 1060
"""Px of width from which the list stands beside the matrix, not under it."""

LIST_WIDTH = 400
"""Px of the list beside the matrix, at least."""

_MARGIN = 14
_READINGS = (
    ("all", "All facts known today", "What applied on each day, by all facts known today"),
    ("each", "As known on each day", "What was known on each of the two days"),
)


class _Themed(Protocol):
    def apply_theme(self, theme: Theme) -> None: ...


class ChangesPanel(QWidget):
    """Shows a ChangesScene.

    `parse` reads typed days. `as_known_picked`: whether each day is to be seen by its own
    knowledge. `only_material_picked`: whether the chosen material alone is to be shown.
    """

    earlier_day_typed = Signal(date)
    later_day_typed = Signal(date)
    as_known_picked = Signal(bool)
    only_material_picked = Signal(bool)
    material_picked = Signal(str)
    measure_picked = Signal(str)

    def __init__(self, parse: ParseDay, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = QLabel("What changed")
        self._title.setFont(font("title"))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._earlier = DateField(parse, theme, lead="from", tip="Choose the earlier day")
        self._later = DateField(parse, theme, lead="to", tip="Choose the later day")
        self._reading = Segments(_READINGS, theme)
        self._only = QPushButton()
        self._only.setFont(font("ui"))
        self._only.setCheckable(True)
        self._only.setToolTip("Leave out every other material")
        self._counts = ChangeCounts(theme)
        self._matrix = ChangesMatrix(theme)
        self._message = QLabel()
        self._message.setFont(font("body"))
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setMargin(32)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._matrix)
        self._pages.addWidget(self._message)
        self._why = FlowText(theme, keyboard=True)
        self._list = ChangesList(theme)
        self._note = FlowText(theme)
        self._line = Hairline(theme)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._wire()
        self._lay_out()
        self.setFocusProxy(self._matrix)

    def show_scene(self, scene: ChangesScene) -> None:
        """Show `scene`; without a change its message stands in place of the matrix."""
        self._earlier.show_day(scene.earlier, date.min)
        self._later.show_day(scene.later, date.min)
        self._reading.mark("each" if scene.as_known else "all")
        self._only.setText(f"Only {scene.material_name}")
        self._only.setChecked(scene.only_material)
        self._counts.show_counts(scene.count, scene.count_words, scene.kinds)
        self._matrix.show_rows(scene.columns, scene.rows, scene.listed, scene.material)
        self._message.setText(scene.message)
        self._pages.setCurrentWidget(self._message if scene.message else self._matrix)
        runs: list[Run] = []
        for reason in scene.reasons:
            runs += [Run(reason.lead, "lane_strong"), Run(f" {reason.rest}\n", "lane_light")]
        if runs:
            runs[-1] = Run(runs[-1].text.rstrip("\n"), runs[-1].role)
        self._why.show_runs(runs)
        self._why.setVisible(bool(runs))
        self._list.show_sections(scene.sections)
        note = f"{scene.note} Shown is {scene.reading}.".strip()
        self._note.show_runs([Run(note, "note", "text3")])

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        themed: tuple[_Themed, ...] = (
            self._earlier, self._later, self._reading, self._counts, self._matrix, self._why,
            self._list, self._note, self._line,
        )  # fmt: skip
        for part in themed:
            part.apply_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list goes under the matrix where both have no room side by side."""
        super().resizeEvent(event)
        beside = event.size().width() >= BESIDE
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if wanted != self._parts.orientation():
            self._parts.setOrientation(wanted)
            self._share_room()

    def _wire(self) -> None:
        self._earlier.day_typed.connect(self.earlier_day_typed)
        self._later.day_typed.connect(self.later_day_typed)
        self._reading.picked.connect(lambda key: self.as_known_picked.emit(key == "each"))
        self._only.clicked.connect(self.only_material_picked)
        self._matrix.material_picked.connect(self.material_picked)
        self._list.measure_picked.connect(self.measure_picked)

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addWidget(self._title)
        days.addWidget(self._earlier)
        days.addWidget(self._later)
        days.addStretch(1)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self._reading)
        choices.addWidget(self._only)
        choices.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, 10, _MARGIN, 8)
        head.setSpacing(8)
        for row in (days, choices):
            head.addLayout(row)
        head.addWidget(self._counts)
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 10, 0, 8)
        inside.setSpacing(6)
        inside.addWidget(_framed(self._why))
        inside.addWidget(self._list, 1)
        inside.addWidget(_framed(self._note))
        self._parts.addWidget(self._pages)
        self._parts.addWidget(right)
        self._parts.setHandleWidth(1)
        self._parts.setChildrenCollapsible(False)
        self._share_room()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._line)
        whole.addWidget(self._parts, 1)

    def _share_room(self) -> None:
        """Beside the matrix the list keeps its width; under it both grow."""
        beside = self._parts.orientation() == Qt.Orientation.Horizontal
        self._parts.setStretchFactor(0, 1 if beside else 3)
        self._parts.setStretchFactor(1, 0 if beside else 2)
        list_size = (
            max(LIST_WIDTH, self.width() * 9 // 25) if beside else self._parts.height() * 2 // 5
        )
        whole = self.width() if beside else self._parts.height()
        self._parts.setSizes([max(whole - list_size, 1), max(list_size, 1)])


def _framed(widget: QWidget) -> QWidget:
    """The widget within the panel's margins."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
    column.addWidget(widget)
    return made
