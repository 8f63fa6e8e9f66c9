"""The line at the foot of the window: counts, age of the data, open notes, package, offline.

Not for judging what is old: the scene says whether to warn.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import paint_icon
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.scenes.status_bar import StatusBarScene

HEIGHT = 24
_ICON = 14.0


class StatusBar(QWidget):
    """Shows a StatusBarScene; says when the open notes are asked for."""

    notes_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts = _StatusText(theme)
        self._age = _StatusText(theme)
        self._notes = PhraseButton(theme, icon="warning", framed=False, icon_token="warn")
        self._notes.setToolTip("Show the open points about the data")
        self._notes.setFixedHeight(20)
        self._notes.clicked.connect(self.notes_asked)
        self._package = _StatusText(theme)
        self._offline = _StatusText(theme)
        self._offline.show_words("Offline", detail="This program opens no network connection.")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(14)
        row.addWidget(self._counts)
        row.addWidget(self._age)
        row.addWidget(self._notes)
        row.addStretch(1)
        row.addWidget(self._package)
        row.addWidget(self._offline)
        self.setFixedHeight(HEIGHT)

    @property
    def notes_button(self) -> QWidget:
        """Where a popover with the notes belongs."""
        return self._notes

    def show_scene(self, scene: StatusBarScene) -> None:
        """Show `scene`."""
        self._counts.show_words(scene.counts)
        self._age.show_words(scene.data_age, scene.data_age_warns, scene.data_age_detail)
        self._notes.show_words(Word(scene.notes, "lane", "warn"))
        self._notes.setVisible(bool(scene.notes))
        self._package.show_words(scene.package)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        for part in (self._counts, self._age, self._notes, self._package, self._offline):
            part.apply_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and upper line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("window"))
        ink.horizontal(painter, 0, self.width(), 0, self._theme.color("line"))
        painter.end()


class _StatusText(QWidget):
    """A short text with an optional warning sign; gives way with dots before it is cut."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = self._detail = ""
        self._warns = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_words(self, text: str, warns: bool = False, detail: str = "") -> None:
        self._text, self._warns, self._detail = text, warns, detail
        self.setAccessibleName(f"{text}. {detail}" if detail else text)
        self.setVisible(bool(text))
        self._tell()
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._icon_room() + text_width("lane", self._text)) + 2, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(70, self.sizeHint().width()), 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle, left = self.height() / 2, self._icon_room()
        if self._warns:
            box = QRectF(0, middle - _ICON / 2, _ICON, _ICON)
            paint_icon(painter, box, "warning", self._theme, "warn")
        color = self._theme.color("warn" if self._warns else "text2")
        ink.write(painter, "lane", color, left, middle, self._shown())
        painter.end()

    def _icon_room(self) -> float:
        return _ICON + 5 if self._warns else 0.0

    def _shown(self) -> str:
        return elided("lane", self._text, self.width() - self._icon_room() + 0.5)

    def _tell(self) -> None:
        """The tooltip says the detail, and the text where it is shortened."""
        short = self._shown() != self._text
        words = [text for text in (self._text if short else "", self._detail) if text]
        self.setToolTip(tooltip_text("\n".join(words)))
