"""How to read the window, laid over it: a legend, and numbered notes on its parts.

Not for finding the parts: it asks for their places whenever the window changes its size.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from rare_gui.figures.theme import Theme
from rare_gui.panels.help.call_out_boxes import CallOutNote, LegendBox, paint_number
from rare_gui.panels.help.call_out_places import disc_places, note_places
from rare_gui.panels.pieces.announcing import announce
from rare_gui.scenes.help.how_to_read import ANY_KEY, CALL_OUTS

Places = Mapping[str, QRectF]
"""The places of a window's parts by their names in CallOut, in px of the window."""
_NOTE = 206
"""Px of width of a note."""
_VEIL = 0.62
_MODIFIERS = {
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock,
}  # fmt: skip


class HowToRead(QWidget):
    """Covers a window while it is shown; any key and any click close it."""

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget, places: Callable[[], Places]) -> None:
        super().__init__(window)
        self._theme, self._window, self._places_of = theme, window, places
        self._asker: QWidget | None = None
        self._parts: list[QRectF] = []
        self._discs: list[QRectF] = []
        self._notes = {
            one.part: CallOutNote(theme, number, one) for number, one in enumerate(CALL_OUTS, 1)
        }
        self._legend = LegendBox(theme)
        for box in (*self._notes.values(), self._legend):
            box.setParent(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("How to read this window")
        self.setAccessibleDescription(
            " ".join(f"{one.title}: {one.text}" for one in CALL_OUTS) + f" {ANY_KEY}"
        )
        self.hide()

    def open(self) -> None:
        """Lay the notes over the window as it is now."""
        self._asker = QApplication.focusWidget()
        self._window.installEventFilter(self)
        self._arrange()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, f"How to read this window. {ANY_KEY}")

    def close_over(self) -> None:
        """Take it away, and give the keys back to where they were."""
        if not self.isVisible():
            return
        self._window.removeEventFilter(self)
        self.hide()
        if self._asker is not None and self._asker.isVisible():
            self._asker.setFocus(Qt.FocusReason.PopupFocusReason)
        self._asker = None
        self.closed.emit()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        for box in (*self._notes.values(), self._legend):
            box.apply_theme(theme)
        self.update()

    def shown_places(self) -> list[QRectF]:
        """Where the legend and the notes are that found a place, in px of the window."""
        boxes = (self._legend, *self._notes.values())
        return [QRectF(box.geometry()) for box in boxes if not box.isHidden()]

    def disc_places(self) -> list[QRectF]:
        """Where the numbers stand on the parts of the window."""
        return list(self._discs)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._arrange()
        return False

    def event(self, event: QEvent) -> bool:
        """Every key is ours, also those of commands and Tab."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() not in _MODIFIERS:
                self.close_over()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click closes as well."""
        self.close_over()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil with the parts outlined and numbered."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.faded("window", _VEIL))
        numbers = [note.number for note in self._notes.values() if not note.isHidden()]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("time"), 1.5))
        for part in self._parts:
            painter.drawRoundedRect(part.adjusted(2, 2, -2, -2), 4, 4)
        for disc, number in zip(self._discs, numbers, strict=True):
            paint_number(painter, disc, number, theme)
        painter.end()

    def _arrange(self) -> None:
        """Find the parts anew, and a place for each note; what finds none is not shown."""
        self.setGeometry(self._window.rect())
        area = QRectF(self.rect())
        found = self._places_of()
        notes = [note for part, note in self._notes.items() if part in found]
        for note in self._notes.values():
            note.hide()
        parts = [found[note.part].intersected(area) for note in notes]
        discs = disc_places(parts, area)
        legend, sizes = self._legend.fitted(), [note.fitted(_NOTE) for note in notes]
        middle = QRectF(area.center(), QSizeF(0, 0))
        *placed, legend_place = note_places(
            [*discs, middle], [*sizes, legend], area, [*parts, area]
        )
        if legend_place is None:  # too large for what the notes leave: it goes first
            first = note_places([middle, *discs], [legend, *sizes], area, [area, *parts])
            if None not in first:
                legend_place, *placed = first
        placed.insert(0, legend_place)
        for box, place in zip((self._legend, *notes), placed, strict=True):
            box.setVisible(place is not None)
            if place is not None:
                box.setGeometry(place.toRect())
        kept = [number for number, place in enumerate(placed[1:]) if place is not None]
        self._parts, self._discs = [parts[n] for n in kept], [discs[n] for n in kept]
        self.update()
