"""Materials that are cut and cannot be sized: dashed chips under the reason they share.

Not for finding them: the scene brings NotSizedChips.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.word_wrap import wrapped
from rare_gui.scenes.impact.parts import NotSizedChip
from rare_gui.scenes.wording import opened

_HEIGHT = 20.0
_GAP = 5.0
_PAD = 7.0
_LINE = 14.0
_BETWEEN = 6.0


class NotSizedChips(QWidget):
    """Wrapping chips, reason by reason; as high as its lines, reachable by Tab."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reasons: tuple[tuple[str, tuple[NotSizedChip, ...]], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_chips(self, chips: tuple[NotSizedChip, ...]) -> None:
        """Replace the chips."""
        found: dict[str, list[NotSizedChip]] = {}
        for chip in chips:
            found.setdefault(chip.reason, []).append(chip)
        new = tuple((reason, tuple(group)) for reason, group in found.items())
        if new == self._reasons:
            return
        self._reasons = new
        self.setAccessibleName("Not sized, unknown and not zero")
        self.setAccessibleDescription(
            "; ".join(f"{', '.join(c.name for c in group)}: {reason}" for reason, group in new)
        )
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The chips wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px when the chips wrap at `width` px."""
        return ceil(self._laid_out(width)[2])

    def sizeHint(self) -> QSize:
        """As high as the lines at the present width."""
        width = max(self.width(), 160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow on purpose: the chips wrap."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Reasons and chips."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        lines, chips, _ = self._laid_out(self.width())
        for y, line in lines:
            ink.write(painter, "note", theme.color("text2"), 0, y, line)
        for box, chip in chips:
            painter.setPen(ink.dashed(theme.color("text3"), 1, 3, 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            x = box.left() + _PAD
            if _signed(chip):
                sign = ink.write(painter, "note_strong", theme.color("text2"), x, box.center().y(),
                                 chip.symbol)  # fmt: skip
                x = sign.right() + 5
            ink.write(painter, "lane", theme.color("ink"), x, box.center().y(), chip.name)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def _laid_out(
        self, width: float
    ) -> tuple[list[tuple[float, str]], list[tuple[QRectF, NotSizedChip]], float]:
        """Middles and words of the reasons' lines, places of the chips, and the height of all."""
        lines: list[tuple[float, str]] = []
        boxes: list[tuple[QRectF, NotSizedChip]] = []
        y = 0.0
        for reason, chips in self._reasons:
            for line in wrapped("note", opened(reason), width):
                lines.append((y + _LINE / 2, line))
                y += _LINE
            y += 3
            x = 0.0
            for chip in chips:
                need = min(_chip_width(chip), width)
                if x and x + need > width:
                    x, y = 0.0, y + _HEIGHT + _GAP
                boxes.append((QRectF(x, y, need, _HEIGHT), chip))
                x += need + _GAP
            y += _HEIGHT + _BETWEEN
        return lines, boxes, y


def _signed(chip: NotSizedChip) -> bool:
    """Whether the sign says more than the name beside it."""
    return bool(chip.symbol) and chip.symbol.lower() not in chip.name.lower().split()


def _chip_width(chip: NotSizedChip) -> float:
    sign = text_width("note_strong", chip.symbol) + 5 if _signed(chip) else 0.0
    return 2 * _PAD + sign + text_width("lane", chip.name)
