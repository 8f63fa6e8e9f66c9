"""The cliff board as a scene: dated clauses ahead and just passed, in groups by days left.

Not for the strip above them (`scenes.cliff_strip`) nor for a calendar file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from rare_gui.domain.cliffs import Cliff, cliffs, hit
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.measure_state import horizon
from rare_gui.domain.vocabulary import Basis
from rare_gui.scenes.calendar_file import calendar_event, calendar_text
from rare_gui.scenes.cliff_states import CliffStates, cliff_states
from rare_gui.scenes.cliff_strip import StripScene, strip_markers, strip_scene
from rare_gui.scenes.cliff_words import (
    clause_id,
    either_way,
    goods_words,
    left_spoken,
    left_words,
    other_words,
    sectors_hit,
    turn_words,
    what_happens,
)
from rare_gui.scenes.materials import NEAR_DAYS, URGENT_DAYS
from rare_gui.scenes.palette import Source
from rare_gui.scenes.provenance import cite
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.wording import BASIS_WORDS, citation, day_words


@dataclass(frozen=True, slots=True)
class CliffRow:
    """One dated clause. `day` counts from 1970; `days_left` is negative once passed.

    `legal_text` is the date in the legal text where it differs, with `legal_passed` when that day
    is over; else both are empty. `tiles` are the materials hit, slug and symbol. `context`: it
    names no material, only a wider class. `own`: it hits the selected material.
    """

    clause: str
    day: int
    date: str
    weekday: str
    days_left: int
    left: str
    left_spoken: str
    urgent: bool
    lead: str
    title: str
    sentence: str
    unknown: str
    summary: str
    measure: str
    citation: str
    lane: str
    basis: Basis
    basis_words: str
    legal_text: str
    legal_passed: bool
    other: str
    goods: str
    tiles: tuple[tuple[str, str], ...]
    sectors: tuple[str, ...]
    context: bool
    own: bool
    states: CliffStates
    sources: tuple[Source, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class CliffFold:
    """Several passed clauses of one date, folded into a line of their own."""

    key: str
    date: str
    left: str
    words: str
    detail: str
    rows: tuple[CliffRow, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class CliffGroup:
    """Clauses listed together, with a remark beside the name."""

    key: str
    name: str
    remark: str
    items: tuple[CliffRow | CliffFold, ...]

    @property
    def rows(self) -> tuple[CliffRow, ...]:
        """All rows of the group, those of folded dates too."""
        return tuple(
            row
            for item in self.items
            for row in (item.rows if isinstance(item, CliffFold) else (item,))
        )


@dataclass(frozen=True, slots=True)
class CliffsScene:
    """The board on a day: strip, groups that have rows, and what stands around them."""

    title: str
    material: str  # name of the selected one, for the filter
    as_of: str
    known_to: str
    strip: StripScene
    groups: tuple[CliffGroup, ...]

    @property
    def rows(self) -> tuple[CliffRow, ...]:
        """All rows in order."""
        return tuple(row for group in self.groups for row in group.rows)


_GROUPS = (
    ("past", "Older than the data can tell"),
    ("next", f"Next {URGENT_DAYS} days"),
    ("near", f"Within {NEAR_DAYS} days"),
    ("later", "Later"),
)


def cliffs_scene(dataset: Dataset, selection: Selection) -> CliffsScene:
    """Every dated clause ahead of the selection's day, and those that passed beyond the data."""
    rows = tuple(
        _row(dataset, selection, cliff)
        for cliff in cliffs(dataset.law, selection.as_of, selection.known_on)
    )
    known_to = day_words(horizon(dataset.law, selection.known_on))
    return CliffsScene(
        title="What ends, starts or resumes",
        material=dataset.material_names[selection.material],
        as_of=day_words(selection.as_of),
        known_to=known_to,
        strip=strip_scene(dataset, selection, _marked(rows)),
        groups=_groups(rows, known_to),
    )


def filtered(scene: CliffsScene, *, own: bool, context: bool) -> CliffsScene:
    """The scene with the selected material's clauses only (`own`), or without `context` ones."""
    if not own and context:
        return scene
    rows = tuple(row for row in scene.rows if (row.own or not own) and (context or not row.context))
    near, later = strip_markers(_marked(rows), scene.strip.as_of)
    return replace(
        scene,
        strip=replace(scene.strip, markers=near, later=later),
        groups=_groups(rows, scene.known_to),
    )


def _groups(rows: tuple[CliffRow, ...], known_to: str) -> tuple[CliffGroup, ...]:
    groups = []
    for key, name in _GROUPS:
        own = [row for row in rows if _group_of(row) == key]
        if key == "past" and own:
            remark = f"the dates have passed; what is known reaches {known_to}"
            groups.append(CliffGroup(key, name, remark, tuple(_folded(own))))
        elif own:
            groups.append(CliffGroup(key, name, str(len(own)), tuple(own)))
    return tuple(groups)


def _marked(rows: tuple[CliffRow, ...]) -> list[tuple[int, str, str]]:
    return [(row.day, row.clause, _short_goods(row)) for row in rows]


def calendar_of(dataset: Dataset, selection: Selection, clauses: Collection[str]) -> str:
    """The calendar file of the named clauses of this view; ids that are not in it are left out."""
    chosen = [
        cliff
        for cliff in cliffs(dataset.law, selection.as_of, selection.known_on)
        if clause_id(cliff) in clauses
    ]
    events = [calendar_event(dataset, cliff) for cliff in chosen]
    return calendar_text(events, dataset.data_through)


def _group_of(row: CliffRow) -> str:
    if row.days_left <= 0:
        return "past"
    if row.days_left <= URGENT_DAYS:
        return "next"
    return "near" if row.days_left <= NEAR_DAYS else "later"


def _folded(rows: list[CliffRow]) -> Iterator[CliffRow | CliffFold]:
    """Rows of one date as one line that opens; a lone one stays as it is."""
    by_day: dict[int, list[CliffRow]] = {}
    for row in rows:
        by_day.setdefault(row.day, []).append(row)
    for day, own in by_day.items():
        first = own[0]
        if len(own) == 1:
            yield first
            continue
        others = {row.other for row in own}
        # all of one kind are told in full, else how many have a later date
        prolonged = sum(bool(row.other) for row in own)
        detail = first.other if len(others) == 1 else f"{prolonged} prolonged to a later date"
        words = f"{len(own)} dated clauses by their text"
        yield CliffFold(
            key=f"past.{day}",
            date=first.date,
            left=first.left,
            words=words,
            detail=detail,
            rows=tuple(own),
            spoken=f"{first.date}, {first.left_spoken}: {words}; {detail}",
        )


def _row(dataset: Dataset, selection: Selection, cliff: Cliff) -> CliffRow:
    materials = hit(dataset.law, cliff.measure)
    symbols = _symbols(dataset)
    legal = cliff.in_legal_text
    passed = legal is not None and legal <= selection.as_of
    goods = goods_words(dataset, cliff.measure)
    urgent = cliff.days_left <= URGENT_DAYS
    words = turn_words(cliff)
    basis = BASIS_WORDS[cliff.basis]
    legal_words = day_words(legal) if legal else ""
    date_words = day_words(cliff.day)
    spoken = [
        left_spoken(cliff.days_left),
        date_words,
        f"{words}: {cliff.measure.title}",
        citation(cliff.measure),
        f"basis: {basis}",
        f"legal text: {legal_words}{', passed' if passed else ''}" if legal else "",
        f"hits {goods}",
    ]
    return CliffRow(
        clause=clause_id(cliff),
        day=axis_day(cliff.day),
        date=date_words,
        weekday=f"{_WEEKDAYS[cliff.day.weekday()]} {date_words}",
        days_left=cliff.days_left,
        left=left_words(cliff.days_left),
        left_spoken=left_spoken(cliff.days_left),
        urgent=urgent,
        lead=words,
        title=cliff.measure.title,
        sentence=what_happens(cliff),
        unknown=either_way(cliff, horizon(dataset.law, selection.known_on)),
        summary=cliff.measure.summary,
        measure=cliff.measure.id,
        citation=citation(cliff.measure),
        lane=cliff.measure.lane,
        basis=cliff.basis,
        basis_words=basis,
        legal_text=legal_words,
        legal_passed=passed,
        other=other_words(cliff),
        goods=goods,
        tiles=tuple((material, symbols.get(material, "")) for material in materials),
        sectors=sectors_hit(dataset, cliff.measure),
        context=not materials,
        own=selection.material in materials,
        states=cliff_states(dataset, cliff, selection),
        sources=cite(dataset, (*cliff.sources, *cliff.measure.sources)),
        spoken="; ".join(part for part in spoken if part),
    )


def _short_goods(row: CliffRow) -> str:
    symbols = list(dict.fromkeys(symbol for _, symbol in row.tiles if symbol))
    return ", ".join(symbols) if 0 < len(symbols) <= _MOST_SYMBOLS else row.lane


_MOST_SYMBOLS = 4
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _symbols(dataset: Dataset) -> dict[str, str]:
    if "symbols" not in dataset.kept:
        frame = dataset.tables["materials"]
        dataset.kept["symbols"] = dict(zip(frame["material"], frame["symbol"], strict=True))
    return dataset.kept["symbols"]  # type: ignore[no-any-return]
