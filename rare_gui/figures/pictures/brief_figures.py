"""What a brief shows in figures: the timeline with exports, key figures, sectors and evidence.

Not for their order on a page (`brief`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF

from rare_gui.figures.pictures.brief_forms import Cited
from rare_gui.figures.pictures.brief_law import OFFICE, STRONG
from rare_gui.figures.pictures.brief_piece import (
    CLOSE,
    PAD,
    PITCH,
    Cell,
    Piece,
    cited,
    heading,
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
    height_of,
    run_in,
    stacked,
    words_of,
)
from rare_gui.figures.theme import Theme
from rare_gui.scenes.brief.parts import BriefSource, EvidenceRow, MaterialBrief, Sectors
from rare_gui.scenes.header import KeyFigure
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.pictures.timeline import plot_notes
from rare_gui.scenes.timeline.parts import TimelineScene
from rare_gui.scenes.wording import listed

FIGURES, KEY, EVIDENCE = "What the figures show", "Key figures", "Evidence"
SOURCES, ASSUMPTIONS = "Sources", "Assumptions"
_NUMBER = Style("figure", 18 / 17)
_WORDS = Style("ui_strong", 1.0)
"""Instead of a number: "not published"."""
_EVIDENCE = (0.24, 0.29, 0.14, 0.16, 0.17)
"""Shares of the width: statement, document, date, what it rests on, kind of source."""
_SECTORS = (0.36, 0.16, 0.30, 0.18)
"""Shares of the width: sector, P50, range, weakest input."""
_LOSSES = ("Sector", "P50", "Range", "Weakest input")
_SWATCH = (24.0, 12.0)
_APART = 16.0  # px between two entries of the legend
_RUN_ON = 160.0  # px of a line in which a long note begins


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


def evidence(one: MaterialBrief, width: float, *, close: bool) -> list[Piece]:
    """On what each statement of the brief rests."""
    if not one.evidence:
        return []
    found = [heading(EVIDENCE)]
    pad = CLOSE if close else PAD
    for line in alike(one.evidence) if close else one.evidence:
        texts = (line.what, line.document, line.date, line.basis, cited(line.kind, line.marks))
        found.append(row(EVIDENCE, _cells(texts, _EVIDENCE, width), width, pad=pad))
    return found


def alike(rows: Sequence[EvidenceRow]) -> tuple[EvidenceRow, ...]:
    """One row for all acts of which the same is told, where the first of them stood."""
    found: dict[EvidenceRow, list[EvidenceRow]] = {}
    for line in rows:
        found.setdefault(replace(line, document="", marks=()), []).append(line)
    return tuple(_one_row(same) for same in found.values())


def _one_row(same: Sequence[EvidenceRow]) -> EvidenceRow:
    first, *others = same
    if not others:
        return first
    documents = listed([OFFICE.sub("", one.document) for one in same])
    marks = dict.fromkeys(mark for one in same for mark in one.marks)
    return replace(first, document=documents, marks=tuple(marks))


def sectors(one: Sectors, width: float, *, close: bool) -> list[Piece]:
    """Losses by sector with the case that they belong to; none where none were computed."""
    if one.message:
        return []
    found = [heading(one.title), *paragraph(one.title, one.case, NOTE, width)]
    pad = CLOSE if close else PAD
    found.append(row(one.title, _cells(_LOSSES, _SECTORS, width), width, pad=pad))
    for line in one.lines:
        texts = (line.name, line.value, line.range, line.data_class)
        found.append(row(one.title, _cells(texts, _SECTORS, width), width, pad=pad))
    found += paragraph(one.title, one.total, STRONG, width, 17.0, above=4.0)
    return found + paragraph(one.title, one.limits, NOTE, width)


def assumptions(name: str, changes: Sequence[str], width: float) -> list[Piece]:
    """The what-if that all of the brief is under, by its name, and all that it changes."""
    text = "; ".join(changes)
    lines = paragraph(ASSUMPTIONS, f"{name}: {text}." if text else name, NOTE, width)
    return [heading(ASSUMPTIONS, above=3.0), *lines]


def sources(cited: Sequence[BriefSource], how: Cited, width: float) -> list[Piece]:
    """The numbered sources in running lines."""
    if not cited:
        return []
    text = " · ".join(f"{one.mark}\u00a0{how.words(one)}" for one in cited)
    if how is Cited.WHOLE:
        return [heading(SOURCES), *paragraph(SOURCES, text, NOTE, width)]
    lines = run_in(SOURCES, text, (NOTE_STRONG, NOTE), (0, width), 0, PITCH)
    return [Piece(SOURCES, height_of(lines, PITCH), lines, above=7.0)]


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
        for line in _behind(note, x, width):
            if x and x + NOTE.width(line) > width:
                x, middle = 0.0, middle + 15
            written.append(Writing(line, NOTE, x, middle))
            x += NOTE.width(line) + _APART
    return Piece(FIGURES, middle + 8, tuple(written), swatches=tuple(swatches))


def _behind(note: str, x: float, width: float) -> tuple[str, ...]:
    """The lines of a note; a long one begins in what is left of a line from `x` px on."""
    if width - x < _RUN_ON or NOTE.width(note) <= max(width - x, width / 2):
        return NOTE.wrapped(note, width)
    first = NOTE.wrapped(note, width - x)[0]
    rest = words_of(note)[len(words_of(first)) :]
    return (first, *NOTE.wrapped(" ".join(rest), width))
