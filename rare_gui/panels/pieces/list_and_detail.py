"""A list with the detail of what is chosen: side by side where there is room, else one above.

Not for the list or the detail themselves. Where nothing is listed it says so, with a way out.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme


class ListAndDetail(QStackedWidget):
    """Shows `rows` and `detail`, or `nothing` with a button that asks for everything.

    From `beside` px of width on the detail stands at the right, `detail_width` px wide, which may
    shrink to three tenths but not below `least_detail`; else it takes two fifths of the height.
    """

    everything_asked = Signal()

    def __init__(
        self,
        rows: QWidget,
        detail: QWidget,
        *,
        nothing: str,
        everything: str,
        beside: int,
        detail_width: int,
        least_detail: int = 0,
    ) -> None:
        super().__init__()
        self._beside, self._width, self._least = beside, detail_width, least_detail
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(rows)
        self._split.addWidget(detail)
        self._split.setHandleWidth(1)
        self._split.setCollapsible(0, False)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._words = QLabel(nothing)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setFont(font("ui"))
        self._every = QPushButton(everything)
        self._every.setFont(font("ui"))
        self._every.clicked.connect(self.everything_asked)
        self._nothing = QWidget()
        empty = QVBoxLayout(self._nothing)
        empty.setContentsMargins(10, 24, 10, 0)
        empty.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addWidget(self._every, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addStretch(1)
        self.addWidget(self._split)
        self.addWidget(self._nothing)

    def show_any(self, some: bool, *, filtered: bool) -> None:
        """Show the list, or that it is empty; `filtered`: there is more without the filters."""
        self.setCurrentWidget(self._split if some else self._nothing)
        self._every.setVisible(filtered)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._words.setStyleSheet(f"color: {theme.color('text2').name()};")
        self._split.setStyleSheet(
            f"QSplitter::handle {{ background: {theme.color('line').name()}; }}"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The detail stands beside the list where there is room, else under it."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._beside
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
        whole = event.size().width() if beside else event.size().height()
        share = max(self._least, min(self._width, whole * 3 // 10)) if beside else whole * 2 // 5
        self._split.setSizes([max(whole - share, 0), share])
