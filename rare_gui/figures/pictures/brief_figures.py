"""What a brief shows in figures: the timeline with exports, key figures, sectors and evidence.

Not for their order on a page (`brief`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF

from rare_gui.figures.pictures.brief_law import STRONG
from rare_gui.figures.pictures.brief_piece import (
    PITCH,
    Cell,
    Piece,
    cited,
    heading,
    one_of,
    paragraph,
    row,
)
from rare_gui.figures.pictures.timeline import TimelineBody, occurring
from rare_gui.figures.pictures.writing import (
    FINE,
    NOTE,
    NOTE_STRONG,
    Style,
    Writing,
    stacked,
)
from rare_gui.figures.theme import Theme
from rare_gui.scenes.brief_parts import Brief, MaterialBrief, Sectors
from rare_gui.scenes.header import KeyFigure
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.picture_timeline import plot_notes
from rare_gui.scenes.timeline_parts import TimelineScene

FIGURES, KEY, EVIDENCE = "What the figures show", "Key figures", "Evidence"
SOURCES, ASSUMPTIONS = "Sources", "Assumptions"
_NUMBER = Style("figure", 18 / 17)
_WORDS = Style("ui_strong", 1.0)
"""Instead of a number: "not published"."""
_EVIDENCE = (0.24, 0.30, 0.14, 0.17, 0.15)
"""Shares of the width: statement, document, date, what it rests on, kind of source."""
_SECTORS = (0.36, 0.16, 0.30, 0.18)
"""Shares of the width: sector, P50, range, weakest input."""
_LOSSES = ("Sector", "P50", "Range", "Weakest input")
_SWATCH = (24.0, 12.0)
_APART = 16.0  # px between two entries of the legend


def timeline(
    one: MaterialBrief, scene: TimelineScene, left_out: str, theme: Theme, width: float
) -> list[Piece]:
    """What the figures show: in words, then drawn.

    `scene` is what is drawn of the material's timeline, `left_out` says what that lacks.
    """
    words = paragraph(FIGURES, one.shows, NOTE, width)
    return [heading(FIGURES), *words, *plot(scene, left_out, theme, width)]


def plot(scene: TimelineScene, left_out: str, theme: Theme, width: float) -> list[Piece]:
    """The timeline under its legend."""
    body = TimelineBody(scene, theme)
    notes = [*plot_notes(scene), *([left_out] if left_out else [])]
    return [
        _legend(occurring(scene), notes, width),
        Piece(FIGURES, body.least_height(width), plot=body, above=2.0),
    ]


def key_figures(figures: Sequence[KeyFigure], width: float) -> list[Piece]:
    """The figures side by side between two hairlines, each over what it is."""
    if not figures:
        return []
    cell = width / len(figures)
    written: list[Writing] = []
    lines = 0
    for number, one in enumerate(figures):
        left = number * cell
        value = f"{one.value} e" if one.estimated else one.value
        style = _NUMBER if value[:1].isdigit() or value[:1] in "<>" else _WORDS
        values = style.wrapped(value, cell - 40)
        written += stacked(values, style, left, 8, 20)
        if one.marks:
            marks = ", ".join(map(str, one.marks))
            written.append(Writing(marks, FINE, left + style.width(values[0]) + 4, 14))
        top = 10 + 20 * len(values)
        captions = NOTE.wrapped(one.caption, cell - 12)
        written += stacked(captions, NOTE, left, top, PITCH)
        lines = max(lines, len(captions) + round(20 * (len(values) - 1) / PITCH + 0.5))
    height = 30 + lines * PITCH + 5
    return [
        Piece(
            KEY,
            height,
            tuple(written),
            rules=((0.0, width, 0.0), (0.0, width, height - 1)),
            above=9.0,
        )
    ]


def evidence(one: MaterialBrief, title: str, width: float) -> list[Piece]:
    """On what each statement of the brief rests."""
    if not one.evidence:
        return []
    found = [heading(title)]
    for line in one.evidence:
        texts = (line.what, line.document, line.date, line.basis, cited(line.kind, line.marks))
        found.append(row(title, _cells(texts, _EVIDENCE, width), width))
    return found


def sectors(one: Sectors, width: float) -> list[Piece]:
    """Losses by sector with the case that they belong to; none where none were computed."""
    if one.message:
        return []
    found = [heading(one.title), *paragraph(one.title, one.case, NOTE, width)]
    found.append(row(one.title, _cells(_LOSSES, _SECTORS, width), width))
    for line in one.lines:
        texts = (line.name, line.value, line.range, line.data_class)
        found.append(row(one.title, _cells(texts, _SECTORS, width), width))
    found += paragraph(one.title, one.total, STRONG, width, 17.0, above=4.0)
    return found + paragraph(one.title, one.limits, NOTE, width)


def assumptions(supposed: Sequence[str], width: float) -> list[Piece]:
    """The what-if that all of the brief is under, by its name, and all that it changes."""
    if not supposed:
        return []
    name, *changes = supposed
    text = "; ".join(changes)
    lines = paragraph(ASSUMPTIONS, f"{name}: {text}." if text else name, NOTE, width)
    return [heading(ASSUMPTIONS, above=3.0), *lines]


def sources(brief: Brief, width: float, *, addresses: bool) -> list[Piece]:
    """The numbered sources: whole, one under the other, or without addresses in running lines."""
    if not brief.sources:
        return []
    if addresses:
        found = [heading(SOURCES)]
        for one in brief.sources:
            lines = paragraph(SOURCES, f"{one.mark}\u00a0 {one.text}", NOTE, width)
            found.append(replace(one_of(lines), above=2.0))
        return found
    texts = (f"{one.mark}\u00a0{_without(one.text, one.url)}" for one in brief.sources)
    return [heading(SOURCES), *paragraph(SOURCES, " · ".join(texts), NOTE, width)]


def _without(text: str, address: str) -> str:
    """The citation up to its address, which ends it."""
    before, found, _ = text.partition(f" {address}") if address else (text, "", "")
    return before.rstrip(". ") if found else text


def _cells(texts: Sequence[str], shares: Sequence[float], width: float) -> list[Cell]:
    found, left = [], 0.0
    for number, (text, share) in enumerate(zip(texts, shares, strict=True)):
        style = NOTE if number else NOTE_STRONG
        found.append(Cell(left, share * width - 8, text, style))
        left += share * width
    return found


def _legend(fills: Sequence[tuple[Fill, str]], notes: Sequence[str], width: float) -> Piece:
    """The fills that occur, then what other marks mean, in as many lines as they need."""
    written: list[Writing] = []
    swatches: list[tuple[QRectF, Fill]] = []
    x, middle = 0.0, 9.0
    for fill, words in fills:
        lead = _SWATCH[0] + 6
        lines = NOTE.wrapped(words, width - lead)
        wide = lead + NOTE.width(lines[0])
        if x and x + wide > width:
            x, middle = 0.0, middle + 17
        swatches.append((QRectF(x, middle - _SWATCH[1] / 2, *_SWATCH), fill))
        placed = stacked(lines, NOTE, x + lead, middle - PITCH / 2, PITCH)
        written += placed
        middle = placed[-1].middle
        x += wide + _APART
    for note in notes:
        for line in NOTE.wrapped(note, width):
            if x and x + NOTE.width(line) > width:
                x, middle = 0.0, middle + 15
            written.append(Writing(line, NOTE, x, middle))
            x += NOTE.width(line) + _APART
    return Piece(FIGURES, middle + 8, tuple(written), swatches=tuple(swatches))
