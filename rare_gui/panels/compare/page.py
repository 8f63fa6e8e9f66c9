"""Two to six materials side by side: removable chips, the table, and a lane of law for each.

Not for figures and ranks: it shows a scene and says what was asked.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rare_gui.domain.counting import counted
from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline import TimelineFigure
from rare_gui.panels.compare.table import CompareTable
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.panels.pieces.removable_chips import RemovableChips
from rare_gui.scenes.compare.parts import CompareScene, table_text
from rare_gui.scenes.selection import FEWEST_COMPARED

_AROUND_LANES, _LANE = 131, 20
"""Px of the truce, axis and overview around the lanes, and of a lane."""
_LANES_SHARE = 0.45
"""The lanes never take more of the page."""


class ComparePage(QWidget):
    """Shows a CompareScene.

    `compared_asked` carries the slugs that are to be compared, in their order; `differing_asked`
    and `turned_asked` whether; `material_opened` a material that is to be looked at alone;
    `evidence_asked` the key of a figure; days are days since 1970-01-01.
    """

    compared_asked = Signal(tuple)
    differing_asked = Signal(bool)
    turned_asked = Signal(bool)
    material_opened = Signal(str)
    evidence_asked = Signal(str)
    day_picked = Signal(int)
    window_picked = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: CompareScene | None = None
        self._title, self._alike, self._few = QLabel("Compare"), QLabel(), QLabel()
        for label, role in ((self._title, "title"), (self._alike, "ui"), (self._few, "ui")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font(role))
        self._chips = RemovableChips(theme, "Compared materials")
        self._add = PhraseButton(theme, chevron=True)
        self._add.show_words(Word("Add"))
        self._add.setToolTip("Add a material, up to six")
        self._differing = QToolButton()
        self._differing.setText("Only rows that differ")
        self._differing.setCheckable(True)
        self._differing.setProperty("framed", "true")
        self._differing.setFont(font("ui"))
        self._turn = PhraseButton(theme)
        self._turn.show_words(Word("Turn"))
        self._turn.setToolTip("Swap rows and columns (T)")
        self._copy = PhraseButton(theme)
        self._copy.show_words(Word("Copy table"))
        self._copy.setToolTip("Copy the table as text for a sheet (Ctrl+C)")
        self._menu = QMenu(self)
        self._menu.setFont(font("ui"))
        self._table = CompareTable(theme)
        self.figure = TimelineFigure(theme)
        self.figure.setMinimumHeight(_AROUND_LANES)
        self._start = QPushButton("Choose a material")
        self._nothing = QWidget()
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._pages = QStackedWidget()
        self._lay_out()
        self._wire()
        self.setFocusProxy(self._table)
        self.apply_theme(theme)

    def show_scene(self, scene: CompareScene) -> None:
        """Show `scene`."""
        other = len(scene.heads) != len(self._materials())
        self._scene = scene
        self._chips.show_chips(tuple(head.name for head in scene.heads))
        self._add.setEnabled(bool(scene.offered))
        with QSignalBlocker(self._differing):
            self._differing.setChecked(scene.differing)
        rows = counted(scene.alike, "row", "rows")
        self._alike.setText(f"{rows} alike left out" if scene.alike else "")
        short = FEWEST_COMPARED - len(scene.heads)
        self._few.setText(
            "Choose two materials to compare." if short > 1 else "Choose one more material."
        )
        enough = short <= 0
        self._pages.setCurrentWidget(self._split if enough else self._nothing)
        if enough:
            self._table.show_scene(scene)
        self.figure.setVisible(scene.timeline is not None)
        if scene.timeline is not None:
            self.figure.show_scene(scene.timeline)
        if other:
            self._share_room()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for part in (self._chips, self._add, self._turn, self._copy, self._table, self.figure):
            part.apply_theme(theme)
        self._title.setStyleSheet(f"color: {theme.color('ink').name()};")
        for label in (self._alike, self._few):
            label.setStyleSheet(f"color: {theme.color('text2').name()};")
        self._split.setStyleSheet(
            f"QSplitter::handle {{ background: {theme.color('line2').name()}; }}"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lanes have what they need, the table the rest."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        lanes = _AROUND_LANES + _LANE * len(self._materials())
        lanes = min(lanes, round(self.height() * _LANES_SHARE))
        self._split.setSizes([max(self.height() - lanes, 1), lanes])

    def mark_open(self, key: str) -> None:
        """Outline the figure whose evidence is on screen; "" for none."""
        self._table.mark_open(key)

    def copy_table(self) -> None:
        """Put the table as it stands on the clipboard, tab-separated."""
        if self._scene is not None and self._scene.rows:
            QGuiApplication.clipboard().setText(table_text(self._scene))

    def _materials(self) -> tuple[str, ...]:
        return tuple(head.material for head in self._scene.heads) if self._scene else ()

    def _remove(self, material: str) -> None:
        self.compared_asked.emit(tuple(one for one in self._materials() if one != material))

    def _open_menu(self) -> None:
        self._menu.clear()
        for material, name in self._scene.offered if self._scene else ():
            wanted = (*self._materials(), material)
            self._menu.addAction(name.replace("&", "&&"), partial(self.compared_asked.emit, wanted))
        under = self._add if self.sender() is self._add else self._start
        self._menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def _ask_turn(self) -> None:
        if self._scene is not None:
            self.turned_asked.emit(not self._scene.turned)

    def _wire(self) -> None:
        self._chips.removed.connect(lambda place: self._remove(self._materials()[place]))
        self._add.clicked.connect(self._open_menu)
        self._start.clicked.connect(self._open_menu)
        self._differing.toggled.connect(self.differing_asked)
        self._turn.clicked.connect(self._ask_turn)
        self._copy.clicked.connect(self.copy_table)
        self._table.turn_asked.connect(self._ask_turn)
        self._table.copy_asked.connect(self.copy_table)
        self._table.order_asked.connect(self.compared_asked)
        self._table.removal_asked.connect(self._remove)
        self._table.material_opened.connect(self.material_opened)
        self._table.evidence_asked.connect(self.evidence_asked)
        self.figure.day_picked.connect(self.day_picked)
        self.figure.window_picked.connect(self.window_picked)
        self.figure.measure_picked.connect(self.material_opened)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 14, 8)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._chips, 1)
        head.addWidget(self._add)
        head.addWidget(self._alike)
        for button in (self._differing, self._turn, self._copy):
            head.addWidget(button)
        self._start.setFont(font("ui"))
        empty = QVBoxLayout(self._nothing)
        empty.setContentsMargins(10, 24, 10, 0)
        empty.setSpacing(8)
        empty.addWidget(self._few, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addWidget(self._start, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addStretch(1)
        self._split.addWidget(self._table)
        self._split.addWidget(self.figure)
        self._split.setHandleWidth(1)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._pages.addWidget(self._split)
        self._pages.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
