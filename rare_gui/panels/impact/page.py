"""Sector impact, enlarged: assumptions, the ranked losses, and why they are what they are.

Not for running the model nor for keeping scenarios: it says what was asked.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.impact.assumption_block import AssumptionBlock
from rare_gui.panels.impact.head import ImpactHeadLine
from rare_gui.panels.impact.result import ImpactResult
from rare_gui.panels.impact.why import ImpactWhy
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.scenes.impact.assumptions import CUT, WEEKS
from rare_gui.scenes.impact.parts import ImpactScene

_THREE_COLUMNS, _TWO_COLUMNS = 1200, 860
_ASSUMPTIONS_WIDTH, _NARROW_ASSUMPTIONS, _WHY_WIDTH = 440, 420, 408
_LEAST_TABLE = 420


class ImpactPage(QWidget):
    """Shows an ImpactScene in three columns, two or one, as the width has it.

    `assumption_changed` carries key, low, middle, high; `cut_changed` the same without a key;
    `cell_picked` carries sector and material. F6 goes on to the next block.
    """

    preset_picked = Signal(str)
    cut_changed = Signal(float, float, float)
    weeks_changed = Signal(int)
    assumption_changed = Signal(str, float, float, float)
    assumption_reset = Signal(str)
    all_reset = Signal()
    sector_picked = Signal(str)
    cell_picked = Signal(str, str)
    unit_picked = Signal(str)
    relative_picked = Signal(bool)
    all_materials_picked = Signal(bool)
    order_free_picked = Signal(bool)
    more_draws_asked = Signal()
    cancel_asked = Signal()
    scope_picked = Signal(str)
    save_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = ImpactHeadLine(theme)
        self._line = Hairline(theme)
        self._assumptions = AssumptionBlock(theme)
        self._result = ImpactResult(theme)
        self._why = ImpactWhy(theme)
        self._columns = [_Column() for _ in range(3)]
        self._count = 0
        self._connect()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, column in enumerate(self._columns):
            row.addWidget(column, 1 if number == 1 else 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(self._line)
        whole.addLayout(row, 1)
        self.setFocusProxy(self._assumptions)
        self._arrange(3)

    def show_scene(self, scene: ImpactScene) -> None:
        """Show `scene`."""
        self._head.show_head(scene.head)
        self._assumptions.show_groups(scene.groups)
        self._result.show_scene(scene)
        self._why.show_scene(scene)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for part in (self._head, self._line, self._assumptions, self._result, self._why):
            part.apply_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, two, or one."""
        super().resizeEvent(event)
        width = event.size().width()
        self._arrange(3 if width >= _THREE_COLUMNS else 2 if width >= _TWO_COLUMNS else 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F6 and Shift F6 go to the next or the previous block, Ctrl S asks to save."""
        following = self._following_block(event)
        if following is not None:
            following.setFocus(Qt.FocusReason.TabFocusReason)
        elif _is_save(event):
            self.save_asked.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl S, and F6 as long as it does not lead out of the page."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (_is_save(event) or self._following_block(event) is not None)
        ):
            event.accept()
            return True
        return super().event(event)

    def _following_block(self, event: QKeyEvent) -> QWidget | None:
        """Where F6 or Shift F6 leads within the page; None for another key or beyond its ends."""
        if event.key() != Qt.Key.Key_F6:
            return None
        blocks: list[QWidget] = [self._assumptions, self._result, self._why]
        focused = self.focusWidget()
        current = next((n for n, b in enumerate(blocks) if focused and b.isAncestorOf(focused)), -1)
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        place = current - 1 if back else current + 1
        return blocks[place] if 0 <= place < len(blocks) else None

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        left, middle, right = self._columns
        (left if count > 1 else middle).take(self._assumptions)
        middle.take(self._result)
        (right if count == 3 else middle).take(self._why)
        if count == 1:
            middle.take(self._assumptions)  # the result comes first, what it rests on last
        self._assumptions.setMinimumHeight(_LEAST_TABLE if count == 1 else 0)
        left.setVisible(count > 1)
        left.setFixedWidth(_ASSUMPTIONS_WIDTH if count == 3 else _NARROW_ASSUMPTIONS)
        right.setVisible(count == 3)
        right.setFixedWidth(_WHY_WIDTH)

    def _change(self, key: str, low: float, mid: float, high: float) -> None:
        if key == CUT:
            self.cut_changed.emit(low, mid, high)
        elif key == WEEKS:
            self.weeks_changed.emit(round(mid))
        else:
            self.assumption_changed.emit(key, low, mid, high)

    def _connect(self) -> None:
        head, assumptions = self._head, self._assumptions
        head.preset_picked.connect(self.preset_picked)
        head.unit_picked.connect(self.unit_picked)
        head.relative_picked.connect(self.relative_picked)
        head.all_materials_picked.connect(self.all_materials_picked)
        head.more_draws_asked.connect(self.more_draws_asked)
        head.cancel_asked.connect(self.cancel_asked)
        head.save_asked.connect(self.save_asked)
        head.scope_picked.connect(self.scope_picked)
        assumptions.changed.connect(self._change)
        assumptions.reset_asked.connect(self.assumption_reset)
        assumptions.all_reset.connect(self.all_reset)
        self._result.sector_picked.connect(self.sector_picked)
        self._result.cell_picked.connect(self.cell_picked)
        self._why.influence_picked.connect(assumptions.show_key)
        self._why.order_free_picked.connect(self.order_free_picked)


class _Column(QScrollArea):
    """A column of blocks that scrolls up and down alone; its blocks stand at the top."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWidget(inside)

    def take(self, block: QWidget) -> None:
        """Put a block at the foot of the column, wherever it stood."""
        self._column.addWidget(block)


def _is_save(event: QKeyEvent) -> bool:
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier  # with Shift: the view
    return control and event.key() == Qt.Key.Key_S
