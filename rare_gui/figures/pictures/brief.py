"""The brief as pages of A4, one for each material where that can be, then what concerns them all.

Nothing is cut: forms alike share a row, the timeline gives up panes and lanes and says so, and what
still has no room goes on to a further page, which is named. Not for what the brief says
(`scenes.brief`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rare_gui.figures.pictures.brief_figures import (
    EVIDENCE,
    assumptions,
    evidence,
    key_figures,
    sectors,
    sources,
    timeline,
)
from rare_gui.figures.pictures.brief_flow import Page, pages
from rare_gui.figures.pictures.brief_law import UNKNOWN, applies, next_and_unknown
from rare_gui.figures.pictures.brief_page import (
    ROOM,
    BriefPage,
    brief_page,
    room,
)
from rare_gui.figures.pictures.brief_piece import PITCH, Piece, cited, heading, paragraph
from rare_gui.figures.pictures.timeline import trimmed
from rare_gui.figures.pictures.writing import NOTE, Style
from rare_gui.figures.theme import Theme
from rare_gui.scenes.brief_parts import Brief, MaterialBrief
from rare_gui.scenes.timeline_parts import TimelineScene
from rare_gui.scenes.wording import inside

TITLES = tuple(Style("title", px / 19) for px in (22, 20, 18))
"""The first in which a title has one line, else the last."""
HEADLINE = Style("title", 17 / 19)
SUMMARY = Style("body", 1.0)

Form = tuple[bool, TimelineScene, str]
"""Whether forms alike share a row, what is drawn of the timeline, and what is not, in words."""


def brief_drawings(brief: Brief, theme: Theme) -> tuple[BriefPage, ...]:
    """The pages of a brief, each a drawing of 794 x 1123 logical px, at least one.

    Only where a single row is higher than a page that page is higher than A4.
    """
    high = room(brief, several=False)
    found = pages(_Layout(brief, theme, high, addresses=False).pieces(), high)
    if len(found) > 1:
        high = room(brief, several=True)
        found = pages(_Layout(brief, theme, high, addresses=True).pieces(), high)
    return tuple(
        brief_page(brief, theme, page, number, len(found), _follows(found[number:]))
        for number, page in enumerate(found, 1)
    )


def _follows(later: Sequence[Page]) -> tuple[str, ...]:
    """The sections of the next page, or the name of the material that begins on it."""
    if not later:
        return ()
    first = later[0][0].piece
    if first.breaks:
        return (first.section,)
    return tuple(dict.fromkeys(placed.piece.section for placed in later[0]))


class _Layout:
    """The pieces of a brief for pages of `room` px; sources with their addresses or without."""

    def __init__(self, brief: Brief, theme: Theme, room: float, *, addresses: bool) -> None:
        self._brief, self._theme, self._room = brief, theme, room
        self._several = len(brief.materials) > 1
        self._addresses = addresses

    def pieces(self) -> list[Piece]:
        """All of the brief in its order."""
        brief = self._brief
        style = next((one for one in TITLES if one.width(brief.title) <= ROOM), TITLES[-1])
        before = paragraph(brief.title, brief.title, style, ROOM, 1.08 * style.line)
        found: list[Piece] = []
        later: list[Piece] = []
        shared = self._shared()
        for number, one in enumerate(brief.materials, 1):
            after = [*later, *shared] if number == len(brief.materials) else None
            told, rests = self._fitted(one, before, after)
            found += told
            later += rests
            before = []
        return [*found, *later, *shared]

    def _fitted(
        self, one: MaterialBrief, before: list[Piece], after: list[Piece] | None
    ) -> tuple[list[Piece], list[Piece]]:
        """The material in the first of ever denser forms that stays on one page; what is for later.

        Where none stays on one with all that comes `after` it, that goes on to the next page, and
        where not even this is enough, the evidence does.
        """
        begin = [*before, *self._opening(one, first=bool(before))]
        title = f"{EVIDENCE}, {inside(one.name)}" if self._several else EVIDENCE
        rests = evidence(one, title, ROOM)
        forms = [[*begin, *self._body(one, form)] for form in _ever_denser(one)]
        for kept in ([*rests, *(after or [])], rests):
            for form in forms:
                if self._count([*form, *kept]) == 1:
                    return [*form, *rests], []
        return min(reversed(forms), key=self._count), rests

    def _count(self, pieces: list[Piece]) -> int:
        return len(pages(pieces, self._room))

    def _opening(self, one: MaterialBrief, *, first: bool) -> list[Piece]:
        """What applies in a sentence; of several materials each has a headline of its own.

        Under the `first` stands what all of the brief supposes.
        """
        found: list[Piece] = []
        if self._several:
            found = paragraph(one.name, one.headline, HEADLINE, ROOM, 22, 6.0 if first else 0.0)
            found[0] = replace(found[0], breaks=not first)
        text = cited(one.summary, one.marks)
        found += paragraph(one.name, text, SUMMARY, ROOM, 17, above=2.0)
        return [*found, *assumptions(self._brief.supposed, ROOM)] if first else found

    def _body(self, one: MaterialBrief, form: Form) -> list[Piece]:
        together, scene, left_out = form
        unknown = one.unknown
        if not self._several:
            unknown = (*unknown, *self._unknown_of_all())
        return [
            *applies(one, ROOM, together=together),
            *timeline(one, scene, left_out, self._theme, ROOM),
            *next_and_unknown(one, unknown, ROOM, together=together),
            *key_figures(one.figures, ROOM),
        ]

    def _shared(self) -> list[Piece]:
        """What concerns all materials."""
        brief = self._brief
        found = sectors(brief.sectors, ROOM)
        unknown = self._unknown_of_all() if self._several else ()
        if unknown:
            found.append(heading(UNKNOWN))
            for text in unknown:
                found += paragraph(UNKNOWN, text, NOTE, ROOM, PITCH, above=2.0)
        return [*found, *sources(brief, ROOM, addresses=self._addresses)]

    def _unknown_of_all(self) -> tuple[str, ...]:
        message = self._brief.sectors.message
        return (*self._brief.unknown, message) if message else self._brief.unknown


def _ever_denser(one: MaterialBrief) -> Iterator[Form]:
    """The material whole, then with forms alike together, then with ever less of the timeline."""
    yield False, one.timeline, ""
    for scene, left_out in trimmed(one.timeline):
        yield True, scene, left_out
