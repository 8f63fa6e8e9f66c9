"""What-if for the law: the lines that are supposed, what they change, and a row for a new one.

Not for applying or keeping scenarios: it says what was asked.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rare_gui.domain.counting import counted
from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.panels.scenario.form import ParseDay, ScenarioForm
from rare_gui.panels.scenario.line import ScenarioLine
from rare_gui.scenes.finding.typed_day import read_typed_day
from rare_gui.scenes.scenario import ScenarioScene

_EXAMPLES = 8
_LONGEST_NAME = 60
_WIDEST = 720
"""Px: fields of a line are not drawn out over a wide window."""


def _typed(text: str) -> date | str:
    return read_typed_day(text, date.today())


class ScenarioPanel(QScrollArea):
    """Shows a ScenarioScene.

    `change_added` carries a line of `domain.assumptions`, `change_removed` the place of one (from
    0), `saved` the name to keep the scenario under, `opened` the name of another; `compare_asked`
    asks for a comparison with today's law, `reset_asked` to go back to it.
    """

    change_added = Signal(object)
    change_removed = Signal(int)
    saved = Signal(str)
    opened = Signal(str)
    compare_asked = Signal()
    reset_asked = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, parse: ParseDay = _typed
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = PaneTitle(theme)
        self._name = QLineEdit()
        self._name.setFont(font("ui"))
        self._name.setMaxLength(_LONGEST_NAME)
        self._name.setAccessibleName("Name of the what-if")
        self._save = _button("Save", "Keep this what-if under its name")
        self._open = _button("Open", "Open a built-in or saved what-if")
        self._compare = _button("Compare", "What differs from today’s law on the as-of day")
        self._reset = _button("Today’s law", "Leave the what-if")
        self._lines: list[ScenarioLine] = []
        self._column = QVBoxLayout()
        self._problems = FlowText(theme)
        self._effect = FlowText(theme, keyboard=True)
        self._form_title = PaneTitle(theme)
        self._form_title.show_words("New line")
        self._form = ScenarioForm(theme, parse)
        self._menu = QMenu(self)
        self._menu.setFont(font("ui"))
        self._open.setMenu(self._menu)
        self._name.returnPressed.connect(self._ask_save)
        self._name.textChanged.connect(self._show_save)
        self._save.clicked.connect(self._ask_save)
        self._compare.clicked.connect(self.compare_asked)
        self._reset.clicked.connect(self.reset_asked)
        self._form.line_given.connect(self.change_added)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._name)
        self.setWidget(self._laid_out())

    def show_scene(self, scene: ScenarioScene) -> None:
        """Show `scene`; a name that is being typed gives way only to another scenario's."""
        self._title.show_words("What if", counted(len(scene.lines), "line", "lines"))
        if not self._name.isModified() or scene.name != self._name.property("shown"):
            self._name.setText(scene.name)
            self._name.setProperty("shown", scene.name)
        self._show_lines(scene)
        self._problems.show_runs(
            [Run("\n".join(f"{text}." for text in scene.problems), "body", "warn")]
        )
        self._problems.setVisible(bool(scene.problems))
        told = scene.examples[:_EXAMPLES]
        more = len(scene.examples) - len(told)
        names = ", ".join(told) + (f" and {more} more" if more > 0 else "")
        runs = [Run(scene.effect, "body", "ink")]
        if names:
            runs.append(Run(f"\n{names}", "note", "text2"))
        self._effect.show_runs(runs)
        self._compare.setEnabled(bool(scene.differing))
        self._reset.setEnabled(bool(scene.lines))
        self._show_save()
        self._fill_menu(scene)
        self._form.show_scene(scene)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        for part in (self._title, self._problems, self._effect, self._form_title, self._form):
            part.apply_theme(theme)
        for line in self._lines:
            line.apply_theme(theme)

    def _show_lines(self, scene: ScenarioScene) -> None:
        while len(self._lines) < len(scene.lines):
            line, place = ScenarioLine(self._theme), len(self._lines)
            line.removed.connect(lambda place=place: self.change_removed.emit(place))
            self._lines.append(line)
            self._column.addWidget(line)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(scene.lines))
            if place < len(scene.lines):
                line.show_line(place + 1, scene.lines[place], faulty=place in scene.faulty)

    def _show_save(self) -> None:
        there = any(not line.isHidden() for line in self._lines)
        self._save.setEnabled(there and bool(self._name.text().strip()))

    def _ask_save(self) -> None:
        name = " ".join(self._name.text().split())
        if self._save.isEnabled() and name:
            self._name.setModified(False)
            self.saved.emit(name)

    def _fill_menu(self, scene: ScenarioScene) -> None:
        self._menu.clear()
        for choice in scene.saved:
            # A doubled & is shown as one; a single one would become a keyboard mark.
            action = QAction(choice.words.replace("&", "&&"), self._menu)
            action.triggered.connect(lambda _=False, key=choice.key: self.opened.emit(key))
            self._menu.addAction(action)

    def _laid_out(self) -> QWidget:
        whole = QWidget()
        whole.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(whole)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        named, acts = QHBoxLayout(), QHBoxLayout()
        for row in (named, acts):
            row.setSpacing(6)
        named.addWidget(self._name, 1)
        named.addWidget(self._save)
        for button in (self._open, self._compare, self._reset):
            acts.addWidget(button)
        acts.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(named)
        column.addLayout(acts)
        column.addLayout(self._column)
        column.addWidget(self._problems)
        column.addWidget(self._effect)
        column.addWidget(self._form_title)
        column.addWidget(self._form)
        column.addStretch(1)
        return whole


def _button(text: str, tip: str) -> QPushButton:
    made = QPushButton(text)
    made.setFont(font("ui"))
    made.setToolTip(tip)
    return made
