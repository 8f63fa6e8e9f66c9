"""The cliff board as a scene: dated clauses ahead and just passed, in groups by days left.

Not for the strip above them (`scenes.cliffs.strip`), for what one clause says
(`scenes.cliffs.row`) nor for a calendar file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rare_gui.domain.cliffs import Cliff, cliffs
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.measure_state import horizon
from rare_gui.scenes.browse import NEAR_DAYS, URGENT_DAYS
from rare_gui.scenes.cliff_words import clause_id
from rare_gui.scenes.cliffs.calendar_file import calendar_event, calendar_note, calendar_text
from rare_gui.scenes.cliffs.filters import CliffFilters
from rare_gui.scenes.cliffs.row import CliffRow, cliff_row, short_goods
from rare_gui.scenes.cliffs.strip import StripScene, strip_scene
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import day_words, opened


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
    """The board on a day: strip, groups that have rows, and what stands around them.

    `filtered` tells in words what is left out and `kept` how many clauses are left; both are empty
    without filters. `removable` is each filter in words, with the filters that are left without it.
    `authorities` are the jurisdictions that have a clause, by code and name.
    """

    title: str
    material: str  # name of the selected one, for the filter
    compared: tuple[str, ...]  # names of the compared ones, for the filter
    filters: CliffFilters
    filtered: str
    kept: str
    removable: tuple[tuple[str, CliffFilters], ...]
    authorities: tuple[tuple[str, str], ...]
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
    """The dated clauses ahead of the selection's day, and those that passed beyond the data.

    Those that the selection's filters leave out are in neither the strip nor the groups.
    """
    every = cliffs(dataset.law, selection.as_of, selection.known_on)
    filters, names = CliffFilters.of(selection), dataset.country_names
    rows = _rows(dataset, selection, filters, every)
    known_to = day_words(horizon(dataset.law, selection.known_on))
    parts = filters.parts(_material_names(dataset, filters.materials(selection)), names)
    kept = f"{len(rows)} of {len(every)} clauses" if parts else ""
    codes = {cliff.measure.jurisdiction for cliff in every}
    if filters.authority is not None:
        codes.add(filters.authority)
    return CliffsScene(
        title="What ends, starts or resumes",
        material=dataset.material_names[selection.material],
        compared=_material_names(dataset, selection.compared),
        filters=filters,
        filtered=f"{opened(', '.join(words for words, _ in parts))}: {kept}" if parts else "",
        kept=kept,
        removable=tuple((opened(words), without) for words, without in parts),
        authorities=tuple(
            sorted(((code, _place(names.get(code, code))) for code in codes), key=lambda o: o[1])
        ),
        as_of=day_words(selection.as_of),
        known_to=known_to,
        strip=strip_scene(
            dataset, selection, [(row.day, row.clause, short_goods(row)) for row in rows]
        ),
        groups=_groups(rows, known_to),
    )


def _rows(
    dataset: Dataset, selection: Selection, filters: CliffFilters, every: tuple[Cliff, ...]
) -> tuple[CliffRow, ...]:
    wanted = filters.materials(selection)
    rows = (
        cliff_row(dataset, selection, cliff)
        for cliff in every
        if filters.keep(dataset.law, cliff, wanted)
    )
    return tuple(row for row in rows if filters.find(_searched(row)))


def _searched(row: CliffRow) -> str:
    """All words by which a clause can be found."""
    materials = (word for tile in row.tiles for word in tile)
    return " ".join((row.spoken, row.lane, row.measure, *materials, *row.sectors))


def _material_names(dataset: Dataset, materials: Collection[str]) -> tuple[str, ...]:
    """The names of materials; one that the package does not know keeps its slug."""
    return tuple(dataset.material_names.get(one, one) for one in materials)


def _place(name: str) -> str:
    """A country's name as it stands alone."""
    return name.removeprefix("the ")


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


def calendar_of(dataset: Dataset, selection: Selection, clauses: Collection[str]) -> str:
    """The calendar file of the named clauses of this view; ids that are not in it are left out.

    All that the view lists are told with the filters that left out the others.
    """
    every = cliffs(dataset.law, selection.as_of, selection.known_on)
    chosen = [cliff for cliff in every if clause_id(cliff) in clauses]
    filters, note = CliffFilters.of(selection), ""
    rows = _rows(dataset, selection, filters, every)
    if {row.clause for row in rows} == set(clauses):
        names = _material_names(dataset, filters.materials(selection))
        told = filters.told(names, dataset.country_names)
        note = calendar_note(told, selection.as_of, len(rows), len(every))
    events = [calendar_event(dataset, cliff) for cliff in chosen]
    return calendar_text(events, dataset.data_through, note)


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
