"""Every key of the program over the window, grouped under headings in columns.

Not for deciding which keys there are: it is handed them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import ICON_SIZE, tinted_icon

Groups = Sequence[tuple[str, Sequence[tuple[str, str]]]]
_WIDEST, _HIGHEST = 980, 880
_COLUMN = 300
"""Px that a column needs for its longest words."""


class ShortcutList(QFrame):
    """Shows groups of (words, keys); closes with Esc or a click elsewhere."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popover")
        self.setAccessibleName("Keys")
        self._title = _label("Keys", "title")
        self._close = QToolButton()
        self._close.setIconSize(ICON_SIZE)
        self._close.setToolTip("Close (Esc)")
        self._close.setAccessibleName("Close")
        self._close.clicked.connect(self.hide)
        self._groups: Groups = ()
        self._columns = 0
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.hide)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 12, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self.apply_theme(theme)

    def show_groups(self, groups: Groups) -> None:
        """Show these groups from now on."""
        self._groups, self._columns = groups, 0

    def open_over(self, window: QWidget) -> None:
        """Open in the middle of the window, in as many columns as fit."""
        width = min(_WIDEST, window.width() - 48)
        height = min(_HIGHEST, window.height() - 48)
        self.resize(width, height)
        columns = max(1, (width - 40) // _COLUMN)
        if columns != self._columns:
            self._columns = columns
            self._scroll.setWidget(_page(self._groups, columns))
        left, top = (window.width() - width) // 2, (window.height() - height) // 2
        self.move(window.mapToGlobal(QPoint(left, top)))
        self.show()
        self._scroll.setFocus(Qt.FocusReason.PopupFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        raised, line = theme.color("raised").name(), theme.color("line2").name()
        keys, cap = theme.color("text2").name(), theme.color("sunken").name()
        self.setStyleSheet(
            f"#popover {{ background: {raised}; border: 1px solid {line}; border-radius: 8px; }}"
            f"#popover QScrollArea, #popover QWidget {{ background: {raised}; }}"
            f"#popover QLabel#keys {{ color: {keys}; background: {cap}; border-radius: 3px;"
            " padding: 1px 5px; }"
        )
        self._close.setIcon(tinted_icon("close", theme, "text2"))


def _page(groups: Groups, columns: int) -> QWidget:
    """The groups in columns of about the same length, none torn apart."""
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 8, 0)
    row.setSpacing(28)
    whole = sum(len(lines) + 2 for _, lines in groups)
    grids: list[QGridLayout] = []
    filled = 0
    for name, lines in groups:
        if not grids or (filled >= len(grids) * whole / columns and len(grids) < columns):
            grids.append(_new_column(row))
        _add_group(grids[-1], name, lines)
        filled += len(lines) + 2
    for grid in grids:
        grid.setRowStretch(grid.rowCount(), 1)
    return page


def _new_column(row: QHBoxLayout) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    row.addLayout(grid, 1)
    return grid


def _add_group(grid: QGridLayout, name: str, lines: Sequence[tuple[str, str]]) -> None:
    top = grid.rowCount()
    heading = _label(name, "ui_strong")
    heading.setContentsMargins(0, 10, 0, 2)
    grid.addWidget(heading, top, 0, 1, 2)
    for number, (words, keys) in enumerate(lines, top + 1):
        told = _label(words, "ui")
        told.setWordWrap(True)
        shown = _label(keys, "note_medium")
        shown.setObjectName("keys")
        grid.addWidget(told, number, 0)
        grid.addWidget(shown, number, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(role))
    return label
