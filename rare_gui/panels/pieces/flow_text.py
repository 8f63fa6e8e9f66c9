"""Running text with bold leads and raised source marks that can be selected and clicked.

Texts go in as plain runs, never as HTML, so nothing in the data can become markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme

_LINK = "run-"
"""Before the place of a clickable run in the address of its link; a mark is its number alone."""
_STRONG = frozenset({"body_strong", "ui_strong", "lane_strong"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font role and colour.

    With `mark` it is a raised, clickable number; with `link` its words are clickable and ask for
    that key.
    """

    text: str
    role: str = "body"
    token: str = "ink"
    mark: int | None = None
    link: str = ""


class FlowText(QTextBrowser):
    """A read-only text as high as its lines; selectable by mouse, with `keyboard` by keys too.

    By keys Tab goes from one clickable stretch to the next, Enter picks it.
    """

    mark_clicked = Signal(int)
    link_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, keyboard: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runs: tuple[Run, ...] = ()
        self._heights: dict[int, int] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        if keyboard:
            flags = Qt.TextInteractionFlag.TextBrowserInteraction
            flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(flags)
            self.setCursorWidth(0)  # a caret would say that the words can be edited
        else:
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        # Else the formats take over the weight axis of the application's font.
        self.document().setDefaultFont(_document_font("body"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.anchorClicked.connect(lambda url: self._follow(url.toString()))

    def show_runs(self, runs: Iterable[Run]) -> None:
        """Replace the text."""
        new = tuple(runs)
        if new != self._runs:
            self._runs = new
            self._write()

    def apply_theme(self, theme: Theme) -> None:
        """Write the same text in the colours of `theme`."""
        self._theme = theme
        self._write()

    def hasHeightForWidth(self) -> bool:
        """The text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px of the text wrapped at `width` px."""
        # Layouts ask several times for each width, and laying the text out again is slow.
        if width in self._heights:
            return self._heights[width]
        # A copy, because the widget lays its own document out again when it likes to.
        measured = self.document().clone()
        measured.setTextWidth(width)
        self._heights[width] = ceil(measured.size().height())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As high as the lines at the present width."""
        width = max(self.width(), 80)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow on purpose: words wrap."""
        return QSize(80, self.heightForWidth(max(self.width(), 80)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width asks for another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for place, run in enumerate(self._runs):
            cursor.insertText(run.text, self._format(run, place))
        self._heights.clear()  # also what was asked while the text was half written
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setAccessibleName("".join(run.text for run in self._runs if run.mark is None))
        self.updateGeometry()

    def _follow(self, address: str) -> None:
        if address.isdigit():
            self.mark_clicked.emit(int(address))
        else:
            self.link_clicked.emit(self._runs[int(address.removeprefix(_LINK))].link)

    def _format(self, run: Run, place: int) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(_document_font(run.role))
        made.setForeground(self._theme.color(run.token))
        if run.mark is not None or run.link:
            made.setAnchor(True)
            made.setAnchorHref(f"{_LINK}{place}" if run.mark is None else str(run.mark))
        if run.mark is not None:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            made.setToolTip(f"Source {run.mark}")
        elif run.link:
            made.setToolTip("Open the evidence (Enter)")
        return made


def _document_font(role: str) -> QFont:
    """A text document loses a font's variable axes, so a strong role is asked for by weight."""
    made = QFont(font(role).family())
    made.setPixelSize(font(role).pixelSize())
    made.setWeight(QFont.Weight.Bold if role in _STRONG else QFont.Weight.Normal)
    return made
