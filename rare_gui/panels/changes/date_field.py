"""The toolbar button "As of 23 Nov 2026 today" and its popover for another day.

Not for reading dates: a callable that is passed in does that, so that every field of the program
reads them alike.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import tinted_icon
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word

ParseDay = Callable[[str], date | str]
"""Turns a typed text into a day, or into a hint that says what to write instead."""

_MONTHS = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split()


class DateField(QWidget):
    """Shows a day; says which one was typed or clicked.

    `lead` are the words before it ("As of"). With `free` the day can be left open: its words are
    shown then, and a button in the popover sends `cleared`.
    """

    day_typed = Signal(date)
    cleared = Signal()

    def __init__(
        self,
        parse: ParseDay,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        lead: str = "As of",
        tip: str = "Choose the day whose law is shown",
        free: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lead, self._free = lead, free
        self._day = date(1970, 1, 1)
        self._button = PhraseButton(theme, icon="calendar")
        self._button.setToolTip(tip)
        self._button.clicked.connect(self.open_popover)
        self._parse = parse
        self._popover: DayPopover | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        self.setFocusProxy(self._button)

    def show_day(self, day: date | None, today: date) -> None:
        """Show `day` with the word "today" when it is `today`, or that it is left open."""
        self._day = day or today
        if day is None:
            self._button.show_words(Word(self._lead), Word(self._free, "ui", "text3"))
            return
        written = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        self._button.show_words(
            Word(self._lead),
            Word(written, "ui_strong", "time"),
            Word("today" if day == today else "", "ui", "text3"),
        )

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._button.apply_theme(theme)
        if self._popover is not None:
            self._popover.apply_theme(theme)

    def open_popover(self) -> None:
        """Open the calendar under the button, with the keyboard in the typed field."""
        if self._popover is None:
            # made when first asked for: a calendar is slow to make, and start-up waits for the bar
            name = f"{self._lead} day"
            self._popover = DayPopover(self._parse, self._theme, self, name=name, free=self._free)
            self._popover.day_typed.connect(self.day_typed)
            self._popover.cleared.connect(self.cleared)
        self._popover.open_at(self._button, self._day)


class DayPopover(QFrame):
    """A typed field with a hint, and a calendar; closes when a day was given."""

    day_typed = Signal(date)
    cleared = Signal()

    def __init__(
        self, parse: ParseDay, theme: Theme, parent: QWidget, *, name: str, free: str
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._parse = parse
        self.setObjectName("popover")
        self._field = QLineEdit()
        self._field.setFont(font("ui"))
        self._field.setPlaceholderText("12 jul 25, or today")
        self._field.setAccessibleName(name)
        self._clear = QPushButton(free)
        self._clear.setFont(font("ui"))
        self._clear.setVisible(bool(free))
        self._clear.clicked.connect(self._leave_open)
        self._hint = QLabel()
        self._hint.setFont(font("note"))
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._hint.hide()
        self._calendar = QCalendarWidget()
        self._calendar.setFont(font("ui"))
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        self._calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        )
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._field.returnPressed.connect(self._accept)
        self._field.textEdited.connect(self._hint.hide)
        self._calendar.clicked.connect(self._take_clicked)
        self._calendar.activated.connect(self._take_clicked)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        for part in (self._field, self._hint, self._calendar, self._clear):
            column.addWidget(part)
        self.apply_theme(theme)

    def open_at(self, anchor: QWidget, day: date) -> None:
        """Show the popover under `anchor` with `day` chosen."""
        self._field.clear()
        self._hint.hide()
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        self.move(anchor.mapToGlobal(anchor.rect().bottomLeft()))
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        raised, line = theme.color("raised").name(), theme.color("line2").name()
        hint = theme.color("warn").name()
        self.setStyleSheet(
            f"#popover {{ background: {raised}; border: 1px solid {line}; border-radius: 5px; }}"
            f"QLabel {{ color: {hint}; background: transparent; }}"
            f"QCalendarWidget QWidget {{ background: {raised};"
            f" alternate-background-color: {raised}; }}"
            "QToolButton::menu-indicator { image: none; }"
        )
        weekday = QTextCharFormat()
        weekday.setForeground(QColor(theme.color("ink")))
        head = QTextCharFormat()
        head.setForeground(QColor(theme.color("text3")))
        self._calendar.setHeaderTextFormat(head)
        for number in Qt.DayOfWeek:
            self._calendar.setWeekdayTextFormat(number, weekday)
        for name, icon in (("qt_calendar_prevmonth", "back"), ("qt_calendar_nextmonth", "forward")):
            if (button := self._calendar.findChild(QToolButton, name)) is not None:
                button.setIcon(tinted_icon(icon, theme))

    def _accept(self) -> None:
        answer = self._parse(self._field.text())
        if isinstance(answer, str):
            self._hint.setText(answer)
            self._hint.show()
            self.adjustSize()
            return
        self._take(answer)

    def _leave_open(self) -> None:
        self.hide()
        self.cleared.emit()

    def _take_clicked(self, day: QDate) -> None:
        self._take(date(day.year(), day.month(), day.day()))

    def _take(self, day: date) -> None:
        self.hide()
        self.day_typed.emit(day)
