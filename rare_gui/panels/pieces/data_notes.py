"""A list of open points about the data: warning sign, bold lead, sentence.

Not for finding them: the scene brings DataNotes.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.icons import paint_icon
from rare_gui.scenes.notes import DataNote


class DataNotes(QWidget):
    """The notes one under the other; texts wrap and can be selected."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notes: tuple[DataNote, ...] = ()
        self._rows: list[_NoteRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)

    def show_notes(self, notes: tuple[DataNote, ...]) -> None:
        """Replace the notes."""
        if notes == self._notes:
            return
        self._notes = notes
        while len(self._rows) < len(notes):
            self._rows.append(row := _NoteRow(self._theme))
            self._column.addWidget(row)
        # Spare rows are kept: a text widget is slow to make.
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(notes))
            if number < len(notes):
                row.show_note(notes[number])
        self.updateGeometry()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        for row in self._rows:
            row.apply_theme(theme)


class _NoteRow(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._sign = WarningSign(theme)
        self._text = FlowText(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        column = QVBoxLayout()
        column.addWidget(self._sign)
        column.addStretch(1)
        row.addLayout(column)
        row.addWidget(self._text, 1)

    def show_note(self, note: DataNote) -> None:
        words = f" {note.text}" if note.lead else note.text
        self._text.show_runs([Run(note.lead, "lane_strong"), Run(words, "lane_light", "text2")])

    def apply_theme(self, theme: Theme) -> None:
        self._sign.apply_theme(theme)
        self._text.apply_theme(theme)


class WarningSign(QWidget):
    """The triangle of a data note, 14 px."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(14, 14)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon in the warning colour."""
        painter = QPainter(self)
        paint_icon(painter, QRectF(self.rect()), "warning", self._theme, "warn")
        painter.end()
