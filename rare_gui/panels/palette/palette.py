"""One field for materials, measures, days and commands, with what it finds below it.

Not for searching: it says what was typed and is handed a scene.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.palette.field import WORDS
from rare_gui.panels.palette.list import ROW, PaletteList
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.panels.pieces.icons import tinted_icon
from rare_gui.scenes.finding.entries import PaletteScene

WIDTH = 540
TOP = 44
"""Px below the window's upper edge."""
_MOST_ROWS = 13
_PAGE = 8
_FOOT = "↑ ↓ move   Enter open   Ctrl Enter beside   Esc close      @ day   # measure   > command"
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}


class CommandPalette(QFrame):
    """Shows a PaletteScene; `typed` carries the text, `entry_picked` the chosen Entry.

    `beside_picked` carries one that is wanted beside what is looked at.
    """

    typed = Signal(str)
    entry_picked = Signal(object)
    beside_picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setAccessibleName("Palette")
        self._field = QLineEdit()
        self._field.setFont(font("body"))
        self._field.setPlaceholderText(WORDS)
        self._field.setAccessibleName(WORDS)
        self._search = QAction(self._field)
        self._field.addAction(self._search, QLineEdit.ActionPosition.LeadingPosition)
        self._field.textEdited.connect(self.typed)
        self._field.installEventFilter(self)
        self._line, self._foot_line = Hairline(theme), Hairline(theme)
        self._list = PaletteList(theme)
        self._list.entry_picked.connect(lambda entry: self._pick(entry, self.entry_picked))
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._foot = QLabel(_FOOT)
        for label in (self._told, self._foot):
            label.setFont(font("note"))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(14, 6, 14, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for part in (
            self._field, self._line, self._told, self._list, self._foot_line, self._foot,
        ):  # fmt: skip
            column.addWidget(part)
        self.apply_theme(theme)

    def open_over(self, window: QWidget) -> None:
        """Open in the middle of the window's width with an empty field."""
        with QSignalBlocker(self._field):
            self._field.clear()
        width = min(WIDTH, window.width() - 24)
        self.setFixedWidth(width)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, TOP)))
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_scene(self, scene: PaletteScene) -> None:
        """Show `scene`, as high as its rows need and no higher than some of them."""
        self._told.setText(scene.told)
        self._told.setVisible(bool(scene.told))
        self._list.show_scene(scene)
        self._list.setFixedHeight(min(self._list.whole_height(), _MOST_ROWS * ROW))
        self._list.setVisible(bool(scene.groups))
        self.adjustSize()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        raised, line = theme.color("raised").name(), theme.color("line2").name()
        words = theme.color("text2").name()
        self.setStyleSheet(
            f"#palette {{ background: {raised}; border: 1px solid {line}; border-radius: 5px; }}"
            f"#palette QLineEdit {{ background: {raised}; border: none; min-height: 34px; }}"
            f"#palette QListView {{ background: {raised}; }}"
            f"#palette QLabel {{ color: {words}; background: transparent; }}"
        )
        self._search.setIcon(tinted_icon("search", theme, "ink"))
        for part in (self._line, self._list, self._foot_line):
            part.apply_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's keys that move in the list, choose and close."""
        if (
            watched is self._field
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._take_key(event)
        ):
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keys back to where they were."""
        super().hideEvent(event)
        if (opener := self.parentWidget()) is not None:
            opener.activateWindow()  # not every system does it by itself after a popup

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._list.step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if (entry := self._list.current()) is not None:
                beside = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self._pick(entry, self.beside_picked if beside else self.entry_picked)
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _pick(self, entry: object, picked: SignalInstance) -> None:
        self.hide()  # first, so that the keys are back where they were before anything acts
        picked.emit(entry)
