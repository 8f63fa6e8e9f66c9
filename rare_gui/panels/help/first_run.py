"""The first page: what the program answers, things to try, its promise, how to read it.

Not for deciding when it is shown nor for what a button opens: it says what was chosen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.help.reading_legend import ReadingLegend
from rare_gui.panels.help.trial_button import TrialButton
from rare_gui.scenes.help.first_run import FirstRunScene

_MARGIN = 44
_WIDEST = 560
"""Px of the column of words: longer lines are hard to read."""


class FirstRunPage(QWidget):
    """Shows a FirstRunScene.

    `view_asked` carries a Selection; `parts_asked`: load a list of parts; `how_to_read_asked`: lay
    the notes over the window; `closed`: Esc or the button that leaves the page.
    """

    view_asked = Signal(object)
    parts_asked = Signal()
    how_to_read_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._halves: list[QScrollArea] = []
        self._trials: list[TrialButton] = []
        self._legend: ReadingLegend | None = None
        self._first: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setObjectName("first-run")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_scene(self, scene: FirstRunScene) -> None:
        """Replace the page."""
        for half in self._halves:
            self._row.removeWidget(half)
            half.deleteLater()
        self.setAccessibleName(scene.title)
        self._legend = ReadingLegend(self._theme, scene.bars, scene.chips)
        self._halves = [
            _scrolled(self._words(scene), "words"),
            _scrolled(_padded(self._legend), "legend"),
        ]
        for half, share in zip(self._halves, (3, 2), strict=True):
            self._row.addWidget(half, share)
        self.apply_theme(self._theme)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        ink, quiet = theme.color("ink").name(), theme.color("text2").name()
        panel, sunken = theme.color("panel").name(), theme.color("window").name()
        self.setStyleSheet(
            f"#first-run, #words, #words QWidget#page {{ background: {panel}; }}"
            f"#legend, #legend QWidget#page {{ background: {sunken}; }}"
            f"#first-run QLabel {{ color: {ink}; background: transparent; }}"
            f"#first-run QLabel#quiet {{ color: {quiet}; }}"
        )
        for trial in self._trials:
            trial.apply_theme(theme)
        if self._legend is not None:
            self._legend.apply_theme(theme)

    def take_focus(self) -> None:
        """Put the keys on the first button."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Esc closes the page, before the window's own Esc."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.closed.emit()
                return True
        return super().event(event)

    def _words(self, scene: FirstRunScene) -> QWidget:
        self._trials = [TrialButton(self._theme, trial) for trial in scene.trials]
        for button, trial in zip(self._trials, scene.trials, strict=True):
            button.clicked.connect(lambda _, view=trial.view: self.view_asked.emit(view))
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(_label(scene.title, "figure_large"))
        column.addWidget(_label(scene.answers, "body"))
        column.addWidget(_label(f"{scene.loaded} {scene.promise}", "body", quiet=True))
        column.addSpacing(6)
        trials = QVBoxLayout()
        trials.setSpacing(0)
        for button in self._trials:
            trials.addWidget(button)
        column.addLayout(trials)
        column.addSpacing(4)
        column.addLayout(self._buttons(scene))
        column.addSpacing(6)
        column.addWidget(_label(scene.data_stop, "ui", quiet=True))
        column.addStretch(1)
        page = QWidget()
        page.setObjectName("page")
        page.setMaximumWidth(_WIDEST + 2 * _MARGIN)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 24)
        page.setLayout(column)
        return page

    def _buttons(self, scene: FirstRunScene) -> QVBoxLayout:
        opening = _button(scene.open_label)
        opening.setProperty("primary", True)
        opening.clicked.connect(lambda: self.view_asked.emit(scene.open_view))
        parts, reading = _button("Load my parts list"), _button("How to read the window")
        leave = _button("Close (Esc)")
        parts.clicked.connect(self.parts_asked)
        reading.clicked.connect(self.how_to_read_asked)
        leave.clicked.connect(self.closed)
        self._first = opening
        lines = QVBoxLayout()
        lines.setSpacing(8)
        for buttons in ((opening, parts), (reading, leave)):  # four in a line are too many at 900
            line = QHBoxLayout()
            line.setSpacing(8)
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            lines.addLayout(line)
        return lines


def _button(text: str) -> QPushButton:
    made = QPushButton(text.replace("&", "&&"))
    made.setFont(font("ui"))
    return made


def _padded(legend: ReadingLegend) -> QWidget:
    page = QWidget()
    page.setObjectName("page")
    column = QVBoxLayout(page)
    column.setContentsMargins(28, _MARGIN, 24, 24)
    column.addWidget(legend)
    column.addStretch(1)
    return page


def _scrolled(page: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(page)
    return area


def _label(text: str, role: str, *, quiet: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(role))
    label.setWordWrap(True)
    if quiet:
        label.setObjectName("quiet")
    return label
