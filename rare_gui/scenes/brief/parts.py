"""The frozen parts of a one-page brief on one or several materials.

Not for writing them (`scenes.brief.scene`) nor for laying them out.
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.scenes.header import KeyFigure
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.timeline.parts import TimelineScene


@dataclass(frozen=True, slots=True)
class AppliesRow:
    """What applies to some forms: the chip, their names, state and since, until, and the acts.

    `marks` are numbers of sources. A condition of users or content has no `until`.
    """

    chip: Chip
    goods: str
    state: str
    until: str
    acts: str
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NextRow:
    """A dated clause ahead: days left ("39 days"), its date, what happens, on what that rests.

    `basis` runs on behind `what`: ", by legal text".
    """

    left: str
    date: str
    what: str
    basis: str
    urgent: bool
    marks: tuple[int, ...]

    @property
    def words(self) -> str:
        """What happens, and on what that rests."""
        return f"{self.what}{self.basis}"


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """On what a statement of the brief rests: the document, its date and kind."""

    what: str
    document: str
    date: str
    basis: str
    kind: str
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MaterialBrief:
    """One material. `figures` are four; `shows` are sentences on exports, empty for none."""

    material: str
    name: str
    headline: str
    summary: str
    marks: tuple[int, ...]
    applies: tuple[AppliesRow, ...]
    conditions: tuple[AppliesRow, ...]
    timeline: TimelineScene
    shows: str
    next: tuple[NextRow, ...]
    no_next: str
    figures: tuple[KeyFigure, ...]
    evidence: tuple[EvidenceRow, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectorLine:
    """What a sector stands to lose: P50 in words, P5 to P95, and the class of the weakest input."""

    name: str
    value: str
    range: str
    data_class: str


@dataclass(frozen=True, slots=True)
class Sectors:
    """Losses by sector. `message` is said instead of lines where nothing was computed."""

    title: str
    lines: tuple[SectorLine, ...] = ()
    total: str = ""
    case: str = ""
    limits: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class BriefSource:
    """A footnote: its number, the whole citation, and the address if it is one of the web.

    `short` names it without its address, `brief` in as few words as still do.
    """

    mark: int
    text: str
    url: str
    short: str = ""
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a brief says. `badges` begin with the as-of day; `supposed` is empty without a
    what-if. `unknown` concerns all materials, after what each of them lacks.
    """

    kicker: str
    badges: tuple[str, ...]
    title: str
    materials: tuple[MaterialBrief, ...]
    sectors: Sectors
    supposed: tuple[str, ...]
    unknown: tuple[str, ...]
    sources: tuple[BriefSource, ...]
    footer: str
    reuse: str
