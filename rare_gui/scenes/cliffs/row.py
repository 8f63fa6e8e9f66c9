"""One dated clause in full: dates, days left, what it hits, the states around it, its sources.

Not for which clauses are listed and how they are grouped (`scenes.cliffs.scene`).
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.domain.cliffs import Cliff, hit
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.measure_state import horizon
from rare_gui.domain.vocabulary import Basis
from rare_gui.scenes.browse import URGENT_DAYS
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
from rare_gui.scenes.cliffs.states import CliffStates, cliff_states
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


def cliff_row(dataset: Dataset, selection: Selection, cliff: Cliff) -> CliffRow:
    """All that is told of a clause on the selection's day."""
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


def short_goods(row: CliffRow) -> str:
    """What it hits by a few symbols, else the measure's short name."""
    symbols = list(dict.fromkeys(symbol for _, symbol in row.tiles if symbol))
    return ", ".join(symbols) if 0 < len(symbols) <= _MOST_SYMBOLS else row.lane


_MOST_SYMBOLS = 4
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _symbols(dataset: Dataset) -> dict[str, str]:
    if "symbols" not in dataset.kept:
        frame = dataset.tables["materials"]
        dataset.kept["symbols"] = dict(zip(frame["material"], frame["symbol"], strict=True))
    return dataset.kept["symbols"]  # type: ignore[no-any-return]
