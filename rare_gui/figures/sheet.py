"""What a saved picture says around its figure: title, as-of badge, legend, sources, footer.

Not for the figure itself, and not for files: `export` renders and writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import inf
from re import fullmatch

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline.bars import paint_swatch
from rare_gui.figures.timeline.layout import MARGIN, RIGHT
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.timeline_parts import TimelineScene
from rare_gui.scenes.wording import day_words

_TITLE_TOP, _TITLE_LINE = 16.0, 24.0
_BODY_LINE, _NOTE_LINE, _LEGEND_LINE = 18.0, 14.0, 18.0
_SWATCH = 22.0
_BADGE_HEIGHT = 22.0
_LEAST_SOURCES = 2  # lines, however low the picture is


@dataclass(frozen=True, slots=True)
class Sheet:
    """Texts broken into lines for one width; heights in whole logical px."""

    scene: TimelineScene
    width: float
    badges: tuple[str, ...]
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    legend: tuple[tuple[Fill, str, float, int], ...]  # fill, words, left, line
    sources: tuple[str, ...]
    footer: tuple[str, ...]

    @property
    def subtitle_top(self) -> float:
        return _TITLE_TOP + len(self.title) * _TITLE_LINE + 4

    @property
    def header_height(self) -> int:
        left = self.subtitle_top + len(self.subtitle) * _BODY_LINE
        right = 16 + len(self.badges) * (_BADGE_HEIGHT + 4)
        lines = self.legend[-1][3] + 1 if self.legend else 0
        return int(max(left, right) + 6 + lines * _LEGEND_LINE + 6)

    @property
    def footer_height(self) -> int:
        return int(12 + (len(self.sources) + len(self.footer)) * _NOTE_LINE + 10)


def lay_out_sheet(
    scene: TimelineScene, width: float, footer: str, height: float = inf, figure: float = 0.0
) -> Sheet:
    """Break the sheet's texts for a picture `width` x `height` px whose figure needs `figure` px.

    Where there is no room for all sources, the first of them are told and the rest are counted;
    nothing else is shortened.
    """
    room = width - MARGIN - RIGHT
    badges = [f"as of {scene.as_of_label}"]
    if scene.known_on is not None:
        known = date(1970, 1, 1) + timedelta(days=scene.known_on)
        badges.append(f"as known on {day_words(known)}")
    beside = room - max(text_width("ui_strong", text) for text in badges) - 20 - 16
    sheet = Sheet(
        scene,
        width,
        tuple(badges),
        wrapped("title", scene.title, beside),
        wrapped("body", scene.subtitle, beside),
        _legend(scene, room),
        (),
        wrapped("note", footer, room),
    )
    spare = height - figure - sheet.header_height - sheet.footer_height
    most = max(_LEAST_SOURCES, int(min(spare, 1e6) // _NOTE_LINE))
    return replace(sheet, sources=told_sources(scene.sources, room, most))


def told_sources(sources: Sequence[str], room: float, most: int) -> tuple[str, ...]:
    """The strip of sources in at most `most` lines of `room` px; those left out are counted."""
    listed, more = list(sources), 0
    counted = fullmatch(r"(\d+) more in the data package", listed[-1]) if listed else None
    if counted:
        # The scene has left out some already: its words for them would be counted as one source.
        listed, more = listed[:-1], int(counted[1])
    while listed:
        ending = f" · and {more} more in the data package" if more else ""
        lines = wrapped("note", "Sources: " + " · ".join(listed) + ending, room)
        if len(lines) <= most or len(listed) == 1:
            return lines
        listed.pop()
        more += 1
    return ()


def wrapped(role: str, text: str, room: float) -> tuple[str, ...]:
    """The lines of `text`, each at most `room` px wide; a word that is longer is broken."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(role, longer) <= room:
            lines[-1] = longer
            continue
        lines.append("")
        for piece in _pieces(role, word, room):
            if lines[-1]:
                lines.append("")
            lines[-1] = piece
    return tuple(lines)


def _pieces(role: str, word: str, room: float) -> Iterator[str]:
    while len(word) > 1 and text_width(role, word) > room:
        cut = next(
            (n for n in range(len(word) - 1, 1, -1) if text_width(role, word[:n]) <= room), 1
        )
        yield word[:cut]
        word = word[cut:]
    yield word


def _legend(scene: TimelineScene, room: float) -> tuple[tuple[Fill, str, float, int], ...]:
    placed: list[tuple[Fill, str, float, int]] = []
    x, line = 0.0, 0
    for fill, words in scene.legend:
        width = _SWATCH + 6 + text_width("lane_light", words)
        if x and x + width > room:
            x, line = 0.0, line + 1
        placed.append((fill, words, x, line))
        x += width + 18
    return tuple(placed)


def paint_header(painter: QPainter, sheet: Sheet, theme: Theme) -> None:
    """Title, subtitle, badges at the right, and the legend of the fills that occur."""
    for line, text in enumerate(sheet.title):
        middle = _TITLE_TOP + (line + 0.5) * _TITLE_LINE
        ink.write(painter, "title", theme.color("ink"), MARGIN, middle, text)
    for line, text in enumerate(sheet.subtitle):
        middle = sheet.subtitle_top + (line + 0.5) * _BODY_LINE
        ink.write(painter, "body", theme.color("text2"), MARGIN, middle, text)
    for line, text in enumerate(sheet.badges):
        _paint_badge(painter, sheet, theme, text, 16 + line * (_BADGE_HEIGHT + 4), line > 0)
    lines = sheet.legend[-1][3] + 1 if sheet.legend else 0
    top = sheet.header_height - 6 - lines * _LEGEND_LINE
    for fill, words, left, line in sheet.legend:
        middle = top + (line + 0.5) * _LEGEND_LINE
        swatch = QRectF(MARGIN + left, round(middle - 5.5), _SWATCH, 11)
        paint_swatch(painter, swatch, fill, theme)
        x = swatch.right() + 6
        ink.write(painter, "lane_light", theme.color("text2"), x, middle, words)


def _paint_badge(
    painter: QPainter, sheet: Sheet, theme: Theme, text: str, top: float, outlined: bool
) -> None:
    width = round(text_width("ui_strong", text) + 20)
    rect = QRectF(sheet.width - RIGHT - width, top, width, _BADGE_HEIGHT)
    color = theme.color("on-time")
    if outlined:
        color = theme.color("time")
        painter.setPen(QPen(color, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("time"))
        painter.drawRoundedRect(rect, 3, 3)
    middle = rect.center()
    ink.write(
        painter, "ui_strong", color, middle.x(), middle.y(), text, Qt.AlignmentFlag.AlignHCenter
    )


def paint_footer(painter: QPainter, sheet: Sheet, theme: Theme, top: float) -> None:
    """A hairline, the sources, and the line that says which program and data made the picture."""
    ink.horizontal(painter, MARGIN, sheet.width - RIGHT, round(top), theme.color("line"))
    middle = top + 10 + _NOTE_LINE / 2
    for lines, token in ((sheet.sources, "text2"), (sheet.footer, "text3")):
        for text in lines:
            ink.write(painter, "note", theme.color(token), MARGIN, middle, text)
            middle += _NOTE_LINE
