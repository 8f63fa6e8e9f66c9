"""Paints a line of a card: a label with words, with a bar, or with columns; marks are raised.

Not for choosing lines: `card_list` shows what the scene brings.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rare_gui.figures import ink
from rare_gui.figures.chips import paint_chip
from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import paint_icon
from rare_gui.panels.pieces.word_wrap import wrapped
from rare_gui.scenes.card.parts import CardLine

LINE_ROLE, LEVEL_ROLE, OPEN_ROLE = (int(Qt.ItemDataRole.UserRole) + n for n in range(3))
_LINE = 15.0
_PAD = 3.0
_CHIP = 24.0
_INDENT = 16.0
_MARK_GAP = 4.0
_SHARES = (0.21, 0.16, 0.15, 0.23, 0.25)
"""The shares of the width that the columns take: label, then cells."""
_BAR_LABEL, _BAR_TEXT = 104.0, 164.0
_TEXT, _LABEL = "ui", "ui"


def columns(width: float) -> tuple[tuple[float, float], ...]:
    """Left end and width of each column."""
    places, left = [], 0.0
    for share in _SHARES:
        places.append((left, width * share))
        left += width * share
    return tuple(places)


def label_width(width: float) -> float:
    """The px that the labels of facts take."""
    return min(132.0, width * 0.3)


def line_height(line: CardLine, level: int, width: float) -> int:
    """Height in px of a line in a list of `width` px."""
    if line.bar is not None:
        return round(_LINE + 4)
    if line.cells:
        texts = zip((line.label, *line.cells), columns(width), strict=True)
        most = max(
            len(wrapped(_TEXT, text, _cell_room(line, place, room)))
            for place, (text, (_, room)) in enumerate(texts)
        )
    else:
        label, words = _parts(line, level, width)
        most = max(len(label), len(words), 1)
    return round(most * _LINE + 2 * _PAD + 1)


def _cell_room(line: CardLine, place: int, room: float) -> float:
    taken = _CHIP if place == 0 and line.chip is not None else 0.0
    taken += _marks_width(line) if place == len(line.cells) else 0.0
    return max(room - taken - 8, 24)


def _label_left(line: CardLine, level: int) -> float:
    return (
        level * _INDENT
        + (_CHIP if line.chip is not None else 0.0)
        + (_INDENT if line.parts else 0.0)
    )


def _parts(line: CardLine, level: int, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The wrapped label and words of a fact."""
    room = label_width(width)
    if not line.text:
        return wrapped(_LABEL, line.label, width - _label_left(line, level)), ()
    label = wrapped(_LABEL, line.label, max(room - _label_left(line, level) - 8, 40))
    words = wrapped(_TEXT, line.text, max(width - room - _marks_width(line) - 2, 60))
    return label, words


def _marks_width(line: CardLine) -> float:
    return sum(text_width("mark", str(mark)) + _MARK_GAP for mark in line.marks)


class CardPainter(QStyledItemDelegate):
    """Paints lines; the chosen one has a ground, the focused one a frame."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self.open_key = ""
        """The key of the figure whose evidence is on screen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """As high as the wrapped words."""
        view = self.parent()
        width = option.rect.width()
        if isinstance(view, QAbstractItemView):
            width = view.viewport().width()
        return QSize(width, line_height(index.data(LINE_ROLE), index.data(LEVEL_ROLE), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """The line."""
        line: CardLine = index.data(LINE_ROLE)
        rect, theme = QRect(option.rect), self.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = option.state & QStyle.StateFlag.State_MouseOver
        if hovered and (line.key or line.parts):
            painter.fillRect(rect, theme.color("hover"))
        if line.cells:
            bottom = rect.bottom()
            ink.horizontal(painter, rect.left(), rect.right() + 1, bottom, theme.color("line"))
            self._paint_cells(painter, rect, line)
        elif line.bar is not None:
            self._paint_bar(painter, rect, line)
        else:
            self._paint_fact(painter, rect, line, index.data(LEVEL_ROLE), index.data(OPEN_ROLE))
        is_open = bool(line.key) and line.key == self.open_key
        if is_open or option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2 if is_open else 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3)
        painter.restore()

    def _paint_cells(self, painter: QPainter, rect: QRect, line: CardLine) -> None:
        texts = (line.label, *line.cells)
        for place, (text, (left, room)) in enumerate(
            zip(texts, columns(rect.width()), strict=True)
        ):
            x = rect.left() + left + (_CHIP if place == 0 and line.chip is not None else 0.0)
            role, token = ("ui_strong", "ink") if place == 0 else (_TEXT, "ink")
            if place == 3:
                token = "text3" if text == "open" else line.tone
            last = place == len(texts) - 1
            self._paint_words(
                painter, role, token, x, rect.top(),
                wrapped(_TEXT, text, _cell_room(line, place, room)), line if last else None,
            )  # fmt: skip
        self._paint_chip(painter, rect.left(), rect, line)

    def _paint_bar(self, painter: QPainter, rect: QRect, line: CardLine) -> None:
        middle = rect.top() + rect.height() / 2
        theme, left = self.theme, rect.left() + _BAR_LABEL
        label = wrapped(_LABEL, line.label, _BAR_LABEL - 8)
        ink.write(painter, _LABEL, theme.color("ink"), rect.left(), middle, "".join(label[:1]))
        room = max(rect.width() - _BAR_LABEL - _BAR_TEXT - _marks_width(line), 20)
        width = max(room * min(line.bar or 0.0, 1.0), 1.0)
        token = "raw" if line.key else "ph-edge"
        painter.fillRect(QRectF(left, middle - 5, width, 10), theme.color(token))
        place = ink.write(
            painter, "ui_figure", theme.color("text2"), left + width + 6, middle, line.text
        )
        self._paint_marks(painter, place.right(), middle, line)

    def _paint_fact(
        self, painter: QPainter, rect: QRect, line: CardLine, level: int, opened: bool
    ) -> None:
        label, words = _parts(line, level, rect.width())
        left = rect.left() + _label_left(line, level)
        if line.parts:
            self._paint_chevron(painter, rect.left() + level * _INDENT, rect.top(), opened)
        self._paint_chip(painter, rect.left() + level * _INDENT, rect, line)
        quiet = "ink" if line.chip is not None or line.parts else "text2"
        urgent = line.tone if line.tone == "warn" else quiet
        self._paint_words(painter, _LABEL, urgent, left, rect.top(), label, None)
        x = rect.left() + label_width(rect.width())
        tone = "ink" if line.tone == "warn" else line.tone
        self._paint_words(painter, _TEXT, tone, x, rect.top(), words, line)

    def _paint_words(
        self,
        painter: QPainter,
        role: str,
        token: str,
        left: float,
        top: float,
        words: tuple[str, ...],
        marked: CardLine | None,
    ) -> None:
        """Wrapped words from `top` on; the marks of `marked` follow the last of them."""
        color, right = self.theme.color(token), left
        for number, text in enumerate(words):
            middle = top + _PAD + (number + 0.5) * _LINE
            right = ink.write(painter, role, color, left, middle, text).right()
        if marked is not None and words:
            self._paint_marks(painter, right, top + _PAD + (len(words) - 0.5) * _LINE, marked)

    def _paint_marks(self, painter: QPainter, right: float, middle: float, line: CardLine) -> None:
        for mark in line.marks:
            color = self.theme.color("text2")
            right = ink.write(
                painter, "mark", color, right + _MARK_GAP, middle - 3, str(mark)
            ).right()

    def _paint_chip(self, painter: QPainter, left: float, rect: QRect, line: CardLine) -> None:
        if line.chip is not None:
            box = QRectF(left, rect.top() + _PAD, 18, _LINE)
            paint_chip(painter, box, line.chip, self.theme)

    def _paint_chevron(self, painter: QPainter, left: float, top: float, opened: bool) -> None:
        middle = top + _PAD + _LINE / 2
        painter.save()
        painter.translate(left + 6, middle)
        painter.rotate(0 if opened else -90)
        paint_icon(painter, QRectF(-6, -6, 12, 12), "chevron", self.theme, "text2")
        painter.restore()
