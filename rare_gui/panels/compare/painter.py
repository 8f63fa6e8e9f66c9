"""Paints the cells of a comparison and says how high they are at a width.

Not for the table's layout (`compare_table`). Words wrap; what does not fit into MOST_LINES ends in
dots and stands whole in the tooltip.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.rank_span import paint_rank_span
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.stamps import CHIP, Stamps, sharpness
from rare_gui.scenes.compare.parts import CompareCell

PAD = 12.0
LINE = 17.0
MOST_LINES = 3
_ABOVE = 7.0
_SPARK = QSize(92, 24)
_CHIP_PITCH = 44.0
_STATES = 42.0
_RANK = 14.0

Words = tuple[tuple[str, str], ...]
"""Words with the role of their font, set on one line."""


class ComparePainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._stamps = Stamps(theme)

    def paint(self, painter: QPainter, box: QRectF, cell: CompareCell) -> None:
        """Draw the cell into its box, from the top."""
        left, width = box.left() + PAD, box.width() - 2 * PAD
        top = box.top() + _ABOVE
        if _is_states(cell):
            self._paint_states(painter, left, top, cell, width)
            return
        for chip, words in cell.chips:
            stamp = self._stamps.chip(chip, sharpness(painter))
            painter.drawPixmap(QPoint(round(left) - 2, round(top + LINE / 2 - 10)), stamp)
            told = elided("ui", words, width - CHIP.width() - 4)
            start = left + CHIP.width() + 4
            ink.write(painter, "ui", self._theme.color("ink"), start, top + LINE / 2, told)
            top += LINE + 3
        if cell.spark is not None:
            ink_color = self._theme.color("text2")
            picture = self._stamps.spark(cell.spark, False, _SPARK, sharpness(painter))
            painter.drawPixmap(QPoint(round(left), round(top - 3)), picture)
            left, width = left + _SPARK.width() + 10, width - _SPARK.width() - 10
            painter.setPen(ink_color)
        for line in _lines(cell.lead, cell.rest, width, cell.missing):
            x = left
            for role, words in line:
                token = "text2" if role == "ui" else "warn" if cell.urgent else "ink"
                place = ink.write(painter, role, self._theme.color(token), x, top + LINE / 2, words)
                x = place.right() + text_width(role, " ")
            top += LINE
        if cell.rank is not None:
            box = QRectF(left, top + 2, min(width, 180.0), _RANK)
            paint_rank_span(painter, box, cell.rank, self._theme)

    def _paint_states(
        self, painter: QPainter, left: float, top: float, cell: CompareCell, width: float
    ) -> None:
        pitch = min(_CHIP_PITCH, width / len(cell.chips))
        quiet = self._theme.color("text2")
        for number, (chip, words) in enumerate(cell.chips):
            middle = left + (number + 0.5) * pitch
            stamp = self._stamps.chip(chip, sharpness(painter))
            painter.drawPixmap(QPoint(round(middle - CHIP.width() / 2), round(top - 1)), stamp)
            told = words if text_width("note", words) <= pitch else words[:3]
            centre = Qt.AlignmentFlag.AlignHCenter
            ink.write(painter, "note", quiet, middle, top + 26, told, centre)


def cell_height(cell: CompareCell, width: float) -> float:
    """Height in px that the cell needs in a column of `width` px."""
    inner = width - 2 * PAD
    if _is_states(cell):
        return _STATES + 2 * _ABOVE - 8
    high = len(cell.chips) * (LINE + 3)
    room = inner - (_SPARK.width() + 10 if cell.spark is not None else 0)
    high += len(_lines(cell.lead, cell.rest, room, cell.missing)) * LINE
    if cell.rank is not None:
        high += _RANK + 3
    return high + 2 * _ABOVE - 2


def key_at(cell: CompareCell, x: float, width: float) -> str:
    """The key of the evidence on what stands `x` px from the left of a cell of `width` px."""
    if not _is_states(cell):
        return cell.key
    number = int((x - PAD) // min(_CHIP_PITCH, (width - 2 * PAD) / len(cell.chips)))
    return cell.chip_keys[number] if 0 <= number < len(cell.chip_keys) else ""


def _is_states(cell: CompareCell) -> bool:
    """Whether the chips are the six columns of forms, which stand side by side."""
    return len(cell.chips) == 6 and not cell.lead and not cell.rest


@lru_cache(maxsize=2000)
def _lines(lead: str, rest: str, width: float, missing: bool) -> tuple[Words, ...]:
    """The words set in lines of `width` px: a strong lead, then the quiet rest."""
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0.0
    for role, word in _words(lead, rest, missing):
        need = text_width(role, word)
        gap = text_width(role, " ") if lines[-1] else 0.0
        if lines[-1] and used + gap + need > width:
            if len(lines) == MOST_LINES:
                last_role, last = lines[-1][-1]
                lines[-1][-1] = (last_role, last.rstrip(" ,.;") + " …")
                break
            lines.append([])
            used, gap = 0.0, 0.0
        if lines[-1] and lines[-1][-1][0] == role:
            lines[-1][-1] = (role, f"{lines[-1][-1][1]} {word}")
        else:
            lines[-1].append((role, word))
        used += gap + need
    return tuple(tuple(line) for line in lines if line)


def _words(lead: str, rest: str, missing: bool) -> Iterator[tuple[str, str]]:
    strong = "ui" if missing else "body_strong" if not rest or len(lead) < 24 else "ui_strong"
    yield from ((strong, word) for word in lead.split(" ") if word)
    yield from (("ui", word) for word in rest.split(" ") if word)
