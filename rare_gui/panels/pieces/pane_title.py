"""The heading of a block: bold words at the left, a quiet remark at the right or under them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.word_wrap import wrapped

_LINE = 18.0
_SMALL_LINE = 13.0
_GAP = 10.0


class PaneTitle(QWidget):
    """A heading whose remark moves under the title where both do not fit on one line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = self._remark = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, title: str, remark: str = "") -> None:
        """Replace title and remark."""
        if (title, remark) != (self._title, self._remark):
            self._title, self._remark = title, remark
            self.setAccessibleName(f"{title}, {remark}" if remark else title)
            self.updateGeometry()
            self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px at a width of `width` px."""
        titles, remarks = self._lines(width)
        beside = self._beside(width)
        return ceil(len(titles) * _LINE + (0 if beside else len(remarks) * _SMALL_LINE))

    def sizeHint(self) -> QSize:
        """As high as the present width asks for."""
        width = max(self.width(), 160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow on purpose: the words wrap."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title and remark."""
        painter = QPainter(self)
        titles, remarks = self._lines(self.width())
        for number, line in enumerate(titles):
            middle = (number + 0.5) * _LINE
            ink.write(painter, "ui_strong", self._theme.color("ink"), 0, middle, line)
        quiet = self._theme.color("text3")
        if self._beside(self.width()):
            right = Qt.AlignmentFlag.AlignRight
            ink.write(painter, "note", quiet, self.width(), _LINE / 2, self._remark, right)
        else:
            top = len(titles) * _LINE
            for number, line in enumerate(remarks):
                ink.write(painter, "note", quiet, 0, top + (number + 0.5) * _SMALL_LINE, line)
        painter.end()

    def _beside(self, width: float) -> bool:
        need = text_width("ui_strong", self._title) + _GAP + text_width("note", self._remark)
        return not self._remark or need <= width

    def _lines(self, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return wrapped("ui_strong", self._title, width), wrapped("note", self._remark, width)
