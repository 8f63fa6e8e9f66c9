"""A page of a brief as a drawing: head line, what stands on it, foot.

Not for what stands on it (`brief`).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures.pictures.brief_flow import Page, height
from rare_gui.figures.pictures.foot import Foot
from rare_gui.figures.pictures.writing import (
    FINE,
    MIDDLE,
    NOTE,
    RIGHT,
    TEXT,
    Style,
    Writing,
    height_of,
    stacked,
)
from rare_gui.figures.theme import Theme
from rare_gui.scenes.brief.parts import Brief
from rare_gui.scenes.wording import inside

WIDTH, HEIGHT = 794.0, 1123.0
"""A4 portrait in logical px."""
MARGIN = 44.0
ROOM = WIDTH - 2 * MARGIN
_TOP, _BADGE, _RULE = 28.0, 22.0, 1.6
_DAY = Style("ui_strong", 1.0, "on-time")
_KNOWN_ON = Style("ui_strong", 1.0, "time")
_SUPPOSED = Style("ui_strong", 1.0)
_PITCH = 14.5
_SIGN = 26.0  # px from the program's sign to the foot's words
_NUMBER = 84.0  # px kept for the number of the page
_BELOW = 14.0
_FOLLOWS = 2 * _PITCH  # of the foot in which a page names what follows on the next one
_GAP = 4.0  # px between what stands on a page and its foot
_TRAVEL = 3.0  # the line around a brief of what was known on an earlier day


@dataclass(frozen=True, slots=True)
class Head:
    """What every page begins with; `height` reaches down to the first piece."""

    height: float
    writings: tuple[Writing, ...]
    badges: tuple[QRectF, ...]
    rule: float


@dataclass(frozen=True, slots=True)
class BriefPage:
    """A drawing: one page, with its number of all. `travelling` frames it in ink."""

    width: float
    height: float
    theme: Theme
    head: Head
    foot: Foot
    page: Page
    travelling: bool

    def paint(self, painter: QPainter) -> None:
        """Draw the whole page, its ground included."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.fillRect(QRectF(0, 0, self.width, self.height), self.theme.color("panel"))
        self._paint_head(painter)
        for placed in self.page:
            top = self.head.height + placed.top
            placed.piece.paint(painter, self.theme, QRectF(MARGIN, top, ROOM, placed.height))
        self.foot.paint(painter, self.theme)
        if self.travelling:
            pen = QPen(self.theme.color("ink"), _TRAVEL)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = _TRAVEL / 2
            painter.drawRect(QRectF(half, half, self.width - _TRAVEL, self.height - _TRAVEL))
        painter.restore()

    def _paint_head(self, painter: QPainter) -> None:
        painter.save()
        for number, rect in enumerate(self.head.badges):
            painter.setPen(QPen(self.theme.color("time"), 1.2) if number else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if number else self.theme.color("time"))
            painter.drawRoundedRect(rect, 4, 4)
        painter.restore()
        rule = QRectF(MARGIN, self.head.rule, ROOM, _RULE)
        painter.fillRect(rule, self.theme.color("ink"))
        for writing in self.head.writings:
            writing.paint(painter, self.theme)


def lay_out_head(brief: Brief) -> Head:
    """What the brief is on at the left, under it the what-if; the days at the right."""
    rects: list[QRectF] = []
    written: list[Writing] = []
    right = WIDTH - MARGIN
    for number, text in reversed(list(enumerate(brief.badges))):
        wide = _DAY.width(text) + 20
        rect = QRectF(right - wide, _TOP, wide, _BADGE)
        rects.insert(0, rect)
        middle = rect.center()
        style = _KNOWN_ON if number else _DAY
        written.append(Writing(text, style, middle.x(), middle.y(), MIDDLE))
        right = rect.left() - 8
    room = right - MARGIN - 12
    kicker = stacked(TEXT.wrapped(brief.kicker, room), TEXT, MARGIN, _TOP + 3, 16)
    bottom = _TOP + 3 + height_of(kicker, 16)
    supposed = _SUPPOSED.wrapped(brief.supposed[0], room) if brief.supposed else ()
    lines = stacked(supposed, _SUPPOSED, MARGIN, bottom, 16)
    bottom = max(bottom + height_of(lines, 16), _TOP + _BADGE)
    return Head(bottom + 17, (*written, *kicker, *lines), tuple(rects), bottom + 6)


def lay_out_foot(brief: Brief, number: int, count: int, follows: tuple[str, ...]) -> Foot:
    """Program, data and how to cite; which page it is, and the sections that follow on the next.

    Those take at most two lines.
    """
    left, right = MARGIN + _SIGN, WIDTH - MARGIN
    room = right - left - _NUMBER
    footer = FINE.wrapped(brief.footer, room)
    reuse = NOTE.wrapped(brief.reuse, right - left)
    lines = stacked(footer, FINE, left, 8, _PITCH)
    lines += stacked(reuse, NOTE, left, 8 + len(footer) * _PITCH, _PITCH)
    top = 8 + (len(footer) + len(reuse)) * _PITCH
    told = ", ".join([*follows[:1], *map(inside, follows[1:])])
    words = f"On page {number + 1}: {told}." if follows else ""
    more = NOTE.wrapped(words, right - left)
    lines += stacked(more, NOTE, left, top, _PITCH)
    numbered = Writing(f"Page {number} of {count}", FINE, right, 8 + _PITCH / 2, RIGHT)
    return Foot(0.0, top + len(more) * _PITCH + _BELOW, MARGIN, right, (*lines, numbered))


def room(brief: Brief, *, several: bool) -> float:
    """The px between head and foot of every page, with `several` pages less what names the next."""
    foot = lay_out_foot(brief, 1, 1, ()).height
    return HEIGHT - lay_out_head(brief).height - foot - _GAP - (_FOLLOWS if several else 0.0)


def brief_page(
    brief: Brief, theme: Theme, page: Page, number: int, count: int, follows: tuple[str, ...]
) -> BriefPage:
    """The drawing of one page; only where a piece is higher than a page it is higher than A4."""
    head = lay_out_head(brief)
    foot = lay_out_foot(brief, number, count, follows)
    whole = max(HEIGHT, head.height + height(page) + foot.height + _GAP)
    return BriefPage(
        width=WIDTH,
        height=whole,
        theme=theme,
        head=head,
        foot=foot.moved(whole - foot.height),
        page=page,
        travelling=len(brief.badges) > 1,
    )
