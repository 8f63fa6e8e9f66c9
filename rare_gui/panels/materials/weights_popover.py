"""A popover for a score of the user's own: a weight for each figure, and what each part adds.

Not for working out the score: it says which weights are wanted, and the next scene brings it.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.scenes.own_weights import WeightRow, WeightsScene

WIDTH = 430
MOST = 100.0
STEP = 0.5
_SPIN_WIDTH = 84
_PART_WIDTH = 88


class WeightsPopover(QFrame):
    """Shows a WeightsScene; each change of a weight acts at once, Esc or a click elsewhere closes.

    `weights_asked` carries the weights by figure; all 0 switches the score off.
    """

    weights_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAccessibleName("Your own weights")
        self._title = PaneTitle(theme)
        self._about = self._label("note", wraps=True)
        self._grid = QGridLayout()
        self._rows: dict[str, tuple[QLabel, QDoubleSpinBox, QLabel]] = {}
        self._material, self._total = self._label("ui_strong"), self._label("ui_strong", wraps=True)
        self._clear = QPushButton("Switch off")
        self._clear.setFont(font("ui"))
        self._clear.setAutoDefault(False)
        self._clear.setToolTip("Set every weight to 0")
        self._clear.clicked.connect(self._switch_off)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.hide)
        self._lay_out()
        self.apply_theme(theme)

    def show_scene(self, scene: WeightsScene) -> None:
        """Show the weights and what each adds to the score of the material."""
        self._title.show_words("Your own weights", "off" if not scene.is_on else "")
        self._about.setText(scene.about)
        for place, row in enumerate(scene.rows):
            if row.key not in self._rows:
                self._add_row(place, row)
            name, spin, part = self._rows[row.key]
            name.setToolTip(f"On a scale of {row.scale}")
            with QSignalBlocker(spin):
                spin.setValue(row.weight)
            # a weight that is set can be taken away, even if no material has the figure
            spin.setEnabled(row.usable or row.weight > 0)
            spin.setAccessibleName(row.spoken)
            part.setText(row.part)
        self._material.setText(scene.material)
        self._total.setText(scene.total)
        self._clear.setEnabled(scene.is_on)
        self.adjustSize()

    def open_at(self, place: QPoint) -> None:
        """Open with the upper left corner at a place on the screen, the keyboard in the weights."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(place.x(), screen.right() - self.width()))
        top = max(screen.top(), min(place.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        first = next((spin for _, spin, _ in self._rows.values() if spin.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)
            first.selectAll()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        raised, line = theme.color("raised").name(), theme.color("line2").name()
        weak = theme.color("text2").name()
        self.setStyleSheet(
            f"#popover {{ background: {raised}; border: 1px solid {line}; border-radius: 5px; }}"
            f"QLabel {{ background: transparent; }} #weak {{ color: {weak}; }}"
        )
        self._title.apply_theme(theme)

    def _add_row(self, place: int, row: WeightRow) -> None:
        name, part = self._label("ui"), self._label("ui_figure")
        name.setText(row.name)
        part.setObjectName("weak")
        part.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        part.setFixedWidth(_PART_WIDTH)
        spin = QDoubleSpinBox()
        spin.setFont(font("ui"))
        spin.setRange(0.0, MOST)
        spin.setSingleStep(STEP)
        spin.setDecimals(2)
        spin.setKeyboardTracking(False)  # a number that is being typed is not a weight yet
        spin.setFixedWidth(_SPIN_WIDTH)
        spin.valueChanged.connect(self._ask)
        self._rows[row.key] = name, spin, part
        for column, widget in enumerate((name, spin, part)):
            self._grid.addWidget(widget, place, column)

    def _ask(self) -> None:
        self.weights_asked.emit({key: spin.value() for key, (_, spin, _) in self._rows.items()})

    def _switch_off(self) -> None:
        self.weights_asked.emit(dict.fromkeys(self._rows, 0.0))

    @staticmethod
    def _label(role: str, *, wraps: bool = False) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(font(role))
        label.setWordWrap(wraps)
        return label

    def _lay_out(self) -> None:
        self._about.setObjectName("weak")
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        total = QHBoxLayout()
        total.setSpacing(12)
        total.addWidget(self._material)
        total.addWidget(self._total, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(self._grid)
        column.addLayout(total)
        column.addLayout(buttons)
        self.setFixedWidth(WIDTH)
