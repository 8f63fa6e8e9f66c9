"""A chart of a card with the way to its numbers as a table, for who cannot or would not see it.

Not for choosing series: the scene brings a CardChart.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.card.chart import CardChartView
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.scenes.card.parts import CardChart

_HEADS = ("When", "Value", "What")
_ROW, _MOST_ROWS = 24, 10
"""Px of a row, and rows seen at once; the others are scrolled to."""


class CardPlot(QWidget):
    """Shows a CardChart, on demand as a table; `evidence_asked` carries the key of a figure."""

    evidence_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: CardChart | None = None
        self._as_table = False
        self._view, self._table = CardChartView(theme), ChartTable(theme)
        self._turn = PhraseButton(theme, framed=False)
        self._turn.clicked.connect(self._turn_over)
        for part in (self._view, self._table):
            part.evidence_asked.connect(self.evidence_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._view)
        column.addWidget(self._table)
        column.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeft)

    def show_chart(self, chart: CardChart) -> None:
        """Replace the chart; it stays a table if it was one."""
        self._chart = chart
        self._view.show_chart(chart)
        self._table.show_chart(chart)
        self._show()

    def mark_open(self, key: str) -> None:
        """Ring the figure whose evidence is on screen; "" for none."""
        self._view.mark_open(key)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for part in (self._view, self._table, self._turn):
            part.apply_theme(theme)

    def _turn_over(self) -> None:
        self._as_table = not self._as_table
        self._show()

    def _show(self) -> None:
        has_keys = self._chart is not None and bool(self._chart.keys)
        self._table.setVisible(has_keys and self._as_table)
        self._view.setVisible(not self._table.isVisibleTo(self))
        self._turn.setVisible(has_keys)
        words = "Show as chart" if self._as_table else "Show as table"
        self._turn.show_words(Word(words, "lane_light", "time"))


class ChartTable(QTableWidget):
    """The numbers of a chart; a double click, Enter or E asks for the evidence on a row."""

    evidence_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADS), parent)
        self._keys: tuple[str, ...] = ()
        self.setHorizontalHeaderLabels(list(_HEADS))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setFont(font("lane_light"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setFont(font("ui"))
        self.cellClicked.connect(lambda row, _column: self._ask(row))
        self.apply_theme(theme)

    def show_chart(self, chart: CardChart) -> None:
        """Replace the numbers, the latest first."""
        rows = sorted(chart.keys, key=lambda one: -one.day)
        self._keys = tuple(one.key for one in rows)
        self.setAccessibleName(f"{chart.pane.title}, {chart.pane.unit}")
        self.setHorizontalHeaderItem(1, QTableWidgetItem(chart.pane.unit or _HEADS[1]))
        self.setRowCount(len(rows))
        for row, one in enumerate(rows):
            for column, words in enumerate((one.when, f"{one.value:,.6g}", one.what)):
                self.setItem(row, column, QTableWidgetItem(words))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + 4
                            + _ROW * min(len(rows), _MOST_ROWS))  # fmt: skip

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        ink, ground, line = (theme.color(name).name() for name in ("ink", "panel", "line"))
        self.setStyleSheet(
            f"QTableWidget {{ color: {ink}; background: {ground}; gridline-color: {line};"
            f" border: 1px solid {line}; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and E ask for the evidence; letters search nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_E):
            self._ask(self.currentRow())
        elif event.key() == Qt.Key.Key_Escape or (event.text() and event.text().isalnum()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _ask(self, row: int) -> None:
        if 0 <= row < len(self._keys):
            self.evidence_asked.emit(self._keys[row])
