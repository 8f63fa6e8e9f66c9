"""How densely a brief tells a material, from whole to the least: one page shall hold it.

What gives way is counted, and the page says where it stands. Not for laying it out (`brief`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from rare_gui.figures.pictures.timeline import trimmed
from rare_gui.scenes.brief.parts import Brief, BriefSource, MaterialBrief
from rare_gui.scenes.timeline.parts import TimelineScene

ELSEWHERE = "in the brief as HTML"
"""Where all stands that a page has no room for."""
_FEWEST_UNKNOWN = 1


class Cited(Enum):
    """How sources are named: by their whole title, by a short one, by publisher and year."""

    WHOLE, SHORT, BRIEFLY = range(3)

    def words(self, source: BriefSource) -> str:
        """The citation of a source without its address."""
        if self is Cited.WHOLE:
            return _without(source.text, source.url)
        return (source.short if self is Cited.SHORT else source.brief) or source.text


def _without(text: str, address: str) -> str:
    """The citation up to its address, which ends it."""
    before, found, _ = text.partition(f" {address}") if address else (text, "", "")
    return before.rstrip(". ") if found else text


@dataclass(frozen=True, slots=True)
class Form:
    """What is told of a material, and how.

    `told` lacks `less_evidence` rows and `less_unknown` points. `scene` is what is drawn of its
    timeline, `left_out` what is not, in words. `together`: forms alike share a row. Without
    `assumed` a what-if's changes are only counted.
    """

    told: MaterialBrief
    scene: TimelineScene
    left_out: str = ""
    together: bool = False
    cited: Cited = Cited.WHOLE
    less_evidence: int = 0
    less_unknown: int = 0
    assumed: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether nothing but the drawing gave way."""
        return not self.less_evidence and not self.less_unknown


def ever_denser(one: MaterialBrief) -> Iterator[Form]:
    """Whole; forms alike together and no events; less of the timeline; then fewer words.

    The exports are the last to go.
    """
    yield Form(one, one.timeline)
    dense = Form(one, one.timeline, together=True, cited=Cited.SHORT)
    yield dense
    events = bool(one.timeline.events)
    bare = replace(one.timeline, events=())
    drawings = list(trimmed(bare, "events" if events else "", fewest_panes=0))
    least = drawings.pop() if bare.panes else None
    for scene, left_out in drawings:
        for cited in (Cited.SHORT, Cited.BRIEFLY):
            dense = replace(dense, scene=scene, left_out=left_out, cited=cited)
            yield dense
    yield from _fewer_words(dense, one)
    if least is not None:
        dense = replace(dense, scene=least[0], left_out=least[1])
        yield dense
        yield from _fewer_words(dense, one)
    dense = replace(dense, told=replace(one, evidence=()), less_evidence=len(one.evidence))
    for kept in range(len(one.unknown) - 1, _FEWEST_UNKNOWN - 1, -1):
        told = replace(dense.told, unknown=one.unknown[:kept])
        dense = replace(dense, told=told, less_unknown=len(one.unknown) - kept)
        yield dense
    yield replace(dense, assumed=False)


def _fewer_words(dense: Form, one: MaterialBrief) -> Iterator[Form]:
    """The form with ever less evidence, from the last row on."""
    for kept in range(len(one.evidence) - 1, -1, -1):
        told = replace(one, evidence=one.evidence[:kept])
        yield replace(dense, told=told, less_evidence=len(one.evidence) - kept)


def cited_by(brief: Brief, form: Form) -> tuple[BriefSource, ...]:
    """The sources whose numbers stand in what is told of a material."""
    one = form.told
    rows = (one.applies, one.conditions, one.next, one.figures, one.evidence)
    marks = {*one.marks, *(mark for part in rows for row in part for mark in row.marks)}
    return tuple(source for source in brief.sources if source.mark in marks)


def more(number: int, what: str) -> str:
    """ "3 more statements: in the brief as HTML."; `what` is in the singular."""
    return f"{number} more {what}{'' if number == 1 else 's'}: {ELSEWHERE}."
