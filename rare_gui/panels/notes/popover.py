"""The open points about the data as a popover over the status bar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.data_notes import DataNotes
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.scenes.notes import DataNote

WIDTH = 380
_MOST_HEIGHT = 360


class NotesPopover(QFrame):
    """Shows DataNotes; closes with Esc or a click elsewhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self._title = PaneTitle(theme)
        self._notes = DataNotes(theme)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._notes)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._scroll, 1)
        self.apply_theme(theme)

    def show_scene(self, notes: tuple[DataNote, ...], title: str = "Data notes") -> None:
        """Show `notes` under a title."""
        self._title.show_words(title, "")
        self._notes.show_notes(notes)

    def open_above(self, anchor: QWidget) -> None:
        """Open with the lower left corner at the upper left of `anchor`, as high as needed."""
        inside = WIDTH - 24 - 12  # margins, and room for a scroll bar
        layout = self._notes.layout()
        need = layout.totalHeightForWidth(inside) if layout is not None else 0
        self.resize(WIDTH, min(need, _MOST_HEIGHT) + 48)
        self.move(anchor.mapToGlobal(QPoint(0, -self.height() - 4)))
        self.show()
        self._scroll.setFocus(Qt.FocusReason.PopupFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        raised, line = theme.color("raised").name(), theme.color("line2").name()
        self.setStyleSheet(
            f"#popover {{ background: {raised}; border: 1px solid {line}; border-radius: 5px; }}"
            f"#popover QScrollArea, #popover QWidget {{ background: {raised}; }}"
        )
        self._title.apply_theme(theme)
        self._notes.apply_theme(theme)
