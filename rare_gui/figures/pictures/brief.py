"""The brief as pages of A4, one for each material.

A page gives up space in steps (`brief_forms`) and says what it lacks; nothing is made smaller. Only
texts that no page can hold go on to a further one, which is named. Not for what the brief says
(`scenes.brief.scene`).
"""

from __future__ import annotations

from collections.abc import Sequence
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
from rare_gui.figures.pictures.brief_forms import Form, cited_by, ever_denser, more
from rare_gui.figures.pictures.brief_law import applies, next_and_unknown
from rare_gui.figures.pictures.brief_page import ROOM, BriefPage, brief_page, room
from rare_gui.figures.pictures.brief_piece import Piece, cited, closer, paragraph
from rare_gui.figures.pictures.writing import NOTE, Style
from rare_gui.figures.theme import Theme
from rare_gui.scenes.brief.parts import Brief, MaterialBrief, Sectors

TITLES = tuple(Style("title", px / 19) for px in (22, 20, 18))
"""The first in which a title has one line, else the last."""
HEADLINE = Style("title", 17 / 19)
SUMMARY = Style("body", 1.0)
_FEWEST_SECTORS = 2


def brief_drawings(brief: Brief, theme: Theme) -> tuple[BriefPage, ...]:
    """The pages of a brief, each a drawing of 794 x 1123 logical px, at least one.

    Only where a single row is higher than a page that page is higher than A4.
    """
    found = _laid_out(brief, theme, several=len(brief.materials) > 1)
    if len(found) > 1 and len(brief.materials) == 1:
        found = _laid_out(brief, theme, several=True)
    return tuple(
        brief_page(brief, theme, page, number, len(found), _follows(found[number:]))
        for number, page in enumerate(found, 1)
    )


def _laid_out(brief: Brief, theme: Theme, *, several: bool) -> tuple[Page, ...]:
    high = room(brief, several=several)
    return pages(_Layout(brief, theme, high).pieces(), high)


def _follows(later: Sequence[Page]) -> tuple[str, ...]:
    """The sections of the next page, or the name of the material that begins on it."""
    if not later:
        return ()
    first = later[0][0].piece
    if first.breaks:
        return (first.section,)
    return tuple(dict.fromkeys(placed.piece.section for placed in later[0]))


class _Layout:
    """The pieces of a brief for pages of `room` px."""

    def __init__(self, brief: Brief, theme: Theme, room: float) -> None:
        self._brief, self._theme, self._room = brief, theme, room
        self._several = len(brief.materials) > 1

    def pieces(self) -> list[Piece]:
        """All of the brief in its order."""
        brief = self._brief
        style = next((one for one in TITLES if one.width(brief.title) <= ROOM), TITLES[-1])
        before = paragraph(brief.title, brief.title, style, ROOM, 1.08 * style.line)
        found: list[Piece] = []
        *others, last = brief.materials
        for one in others:
            found += self._fitted(one, before, losses=False)
            before = []
        if not self._several:
            return self._fitted(last, before, losses=True)
        return [*found, *self._last(last)]

    def _last(self, one: MaterialBrief) -> list[Piece]:
        """The last of several materials, with the losses of all where that costs no words.

        Else they have a page of their own.
        """
        losses = sectors(self._brief.sectors, ROOM, close=False)
        if not losses:
            return self._fitted(one, [], losses=False)
        for form in self._forms(one):
            made = self._page(one, [], form, losses=True)
            if form.is_whole and self._count(made) == 1:
                return made
        own = [replace(losses[0], breaks=True), *losses[1:]]
        return [*self._fitted(one, [], losses=False), *own]

    def _fitted(self, one: MaterialBrief, before: list[Piece], *, losses: bool) -> list[Piece]:
        """The material in the first of ever denser forms that stays on one page.

        Where none does, nothing is left out: it goes on to a further page.
        """
        forms = self._forms(one)
        for form in forms:
            made = self._page(one, before, form, losses=losses)
            if self._count(made) == 1:
                return made
        whole = [self._page(one, before, form, losses=losses) for form in forms if form.is_whole]
        return min(reversed(whole), key=self._count)

    def _forms(self, one: MaterialBrief) -> list[Form]:
        return list(ever_denser(replace(one, unknown=(*one.unknown, *self._unknown_of_all()))))

    def _count(self, pieces: list[Piece]) -> int:
        return len(pages(pieces, self._room))

    def _opening(self, one: MaterialBrief, form: Form, *, first: bool) -> list[Piece]:
        """What applies in a sentence; of several materials each has a headline of its own.

        Under the `first` stands what all of the brief supposes.
        """
        found: list[Piece] = []
        if self._several:
            found = paragraph(one.name, one.headline, HEADLINE, ROOM, 22, 6.0 if first else 0.0)
            found[0] = replace(found[0], breaks=not first)
        text = cited(one.summary, one.marks)
        found += paragraph(one.name, text, SUMMARY, ROOM, 17, above=2.0)
        name, *changes = self._brief.supposed or ("",)
        if not first or not name:
            return found
        if not form.assumed:
            changes = [more(len(changes), "assumption").rstrip(".")]
        return [*found, *assumptions(name, changes, ROOM)]

    def _page(
        self, one: MaterialBrief, before: list[Piece], form: Form, *, losses: bool
    ) -> list[Piece]:
        told, together = form.told, form.together
        less = [more(form.less_unknown, "point")] if form.less_unknown else []
        found = [
            *before,
            *self._opening(one, form, first=bool(before)),
            *applies(told, ROOM, together=together),
            *timeline(told, form.scene, form.left_out, self._theme, ROOM),
            *next_and_unknown(told, (*told.unknown, *less), ROOM, together=together),
            *key_figures(told.figures, ROOM),
            *(sectors(self._losses(form), ROOM, close=together) if losses else ()),
            *evidence(told, ROOM, close=together),
        ]
        if form.less_evidence:
            words = more(form.less_evidence, "statement")
            found += paragraph(EVIDENCE, words, NOTE, ROOM, above=2.0)
        found += sources(cited_by(self._brief, form), form.cited, ROOM)
        return [closer(one) for one in found] if together else found

    def _losses(self, form: Form) -> Sectors:
        """The losses by sector, in the least form of the first few alone."""
        every = self._brief.sectors
        less = len(every.lines) - _FEWEST_SECTORS
        if form.assumed or less <= 0:
            return every
        total = f"{every.total} {more(less, 'sector')}"
        return replace(every, lines=every.lines[:_FEWEST_SECTORS], total=total)

    def _unknown_of_all(self) -> tuple[str, ...]:
        message = self._brief.sectors.message
        return (*self._brief.unknown, message) if message else self._brief.unknown
