"""The material browser as a scene: groups, rows, one chip per form column, export sparklines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from rare_gui.domain.cliffs import next_clause
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.diff import changed_materials
from rare_gui.domain.legal_state import turning_days
from rare_gui.domain.rows import rows
from rare_gui.domain.vocabulary import MeasureStatus
from rare_gui.scenes.chips import COLUMNS, LEGEND, Runs, chip, column_runs
from rare_gui.scenes.compared_days import comparison
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.sparks import Spark, spark


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One material: tile, name, six chips (ore to other), sparkline, days to the next clause."""

    material: str
    symbol: str
    name: str
    search: str  # lower-case text that the filter looks into
    chips: tuple[Chip, ...]
    spark: Spark | None
    days: str  # days to the next dated clause, "past", or "–"
    days_urgent: bool
    days_near: bool  # a dated clause within NEAR_DAYS, or one that ran out after the data's end
    days_spoken: str
    changed: bool = False  # a state of it differs from the day compared with


@dataclass(frozen=True, slots=True)
class MaterialGroup:
    """Materials listed together, with the chips that all of them share (None where they differ)."""

    key: str
    name: str
    chips: tuple[Chip | None, ...]
    rows: tuple[MaterialRow, ...]


@dataclass(frozen=True, slots=True)
class MaterialsScene:
    """The whole list; `columns` are the chip columns' short and long names."""

    columns: tuple[tuple[str, str], ...]
    groups: tuple[MaterialGroup, ...]
    selected: str
    total: int
    legend: tuple[tuple[Chip, str], ...]


GROUPS: tuple[tuple[str, str], ...] = (
    ("light", "Light rare earths"),
    ("heavy", "Heavy, yttrium"),
    ("scandium_and_magnets", "Scandium and magnets"),
    ("other_controlled", "Other controlled"),
)
URGENT_DAYS = 14
NEAR_DAYS = 90


@dataclass(frozen=True, slots=True)
class _Entry:
    material: str
    name: str
    symbol: str
    search: str


def materials_scene(dataset: Dataset, selection: Selection) -> MaterialsScene:
    """The browser's list on the selection's day: one row a listed material, in four groups."""
    entries = _entries(dataset)
    changed = _changed(dataset, selection)
    groups = tuple(
        _group(dataset, selection, key, name, entries[key], changed)
        for key, name in GROUPS
        if entries[key]
    )
    return MaterialsScene(
        columns=tuple((short, long) for short, long, _ in COLUMNS),
        groups=groups,
        selected=selection.material,
        total=sum(len(group.rows) for group in groups),
        legend=LEGEND,
    )


def _entries(dataset: Dataset) -> dict[str, tuple[_Entry, ...]]:
    """The listed materials by group: they do not change, so they are read from the table once."""
    if "browser entries" not in dataset.kept:
        frame = dataset.tables["materials"]
        found: dict[str, list[_Entry]] = {key: [] for key, _ in GROUPS}
        for row in rows(frame):
            if row["browser_group"] in found:
                words = ("material", "name", "short_name", "name_zh", "symbol", "cas")
                codes = ("hs6_raw", "hs6_finished")
                search = " ".join(str(row[word]) for word in words + codes).casefold()
                found[row["browser_group"]].append(
                    _Entry(row["material"], row["short_name"], row["symbol"], search)
                )
        dataset.kept["browser entries"] = {key: tuple(rows) for key, rows in found.items()}
    return dataset.kept["browser entries"]  # type: ignore[no-any-return]


def _changed(dataset: Dataset, selection: Selection) -> frozenset[str]:
    """The materials to be marked; none while no earlier day is compared with."""
    earlier = selection.compared_to
    if earlier is None or earlier >= selection.as_of:
        return frozenset()
    return changed_materials(dataset.law, comparison(dataset.law, selection))


def _group(
    dataset: Dataset,
    selection: Selection,
    key: str,
    name: str,
    entries: tuple[_Entry, ...],
    changed: frozenset[str],
) -> MaterialGroup:
    standings = tuple(_standing(dataset, selection, entry) for entry in entries)
    kept = dataset.law.kept(selection.known_on)
    # the chips of a group change only when one of its materials comes to another stretch
    place = ("group", key, selection.origin, selection.destination, standings)
    if place not in kept:
        kept[place] = _told_once(standings)
    shared, chips = kept[place]
    rows = tuple(
        _row(dataset, selection, entry, standing, own, entry.material in changed)
        for entry, standing, own in zip(entries, standings, chips, strict=True)
    )
    return MaterialGroup(key, name, shared, rows)


def _row(
    dataset: Dataset,
    selection: Selection,
    entry: _Entry,
    standing: _Standing,
    chips: tuple[Chip, ...],
    changed: bool,
) -> MaterialRow:
    days, left, spoken_days = _days(dataset, selection, entry.material, standing)
    return MaterialRow(
        material=entry.material,
        symbol=entry.symbol,
        name=entry.name,
        search=entry.search,
        chips=chips,
        spark=spark(dataset, selection, entry.material),
        days=days,
        days_urgent=left is not None and left <= URGENT_DAYS,
        days_near=left is not None and left <= NEAR_DAYS,
        days_spoken=spoken_days,
        changed=changed,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Standing:
    """A material's chips over a stretch of time in which none of its states changes.

    `quiet` are the same as they look where the group's row tells them.
    """

    chips: tuple[Chip, ...]
    quiet: tuple[Chip, ...]
    past: bool


def _standing(dataset: Dataset, selection: Selection, entry: _Entry) -> _Standing:
    law = dataset.law
    kept = law.kept(selection.known_on)
    goods = (entry.material, selection.origin, selection.destination)
    turns = turning_days(law, *goods, selection.known_on)
    place = ("standing", goods, bisect_right(turns, selection.as_of))
    if place not in kept:
        columns = [
            column_runs(law, entry.material, number, selection) for number in range(len(COLUMNS))
        ]
        chips = tuple(
            _chip(dataset, selection, entry, number, runs) for number, runs in enumerate(columns)
        )
        kept[place] = _Standing(
            chips=chips,
            quiet=tuple(replace(one, quiet=True, letter="") for one in chips),
            past=any(
                item.status is MeasureStatus.PAST_ITS_DATE
                for runs in columns
                for _, run in runs
                for item in run.considered
            ),
        )
    return kept[place]  # type: ignore[no-any-return]


def _chip(dataset: Dataset, selection: Selection, entry: _Entry, number: int, runs: Runs) -> Chip:
    """A column's chip; it is made once for each stretch in which the column's forms stay alike."""
    kept = dataset.law.kept(selection.known_on)
    starts = tuple(run.start for _, run in runs)
    place = ("chip", entry.material, number, selection.origin, selection.destination, starts)
    if place not in kept:
        kept[place] = chip(entry.name, number, runs, known_through(dataset, selection.known_on))
    return kept[place]  # type: ignore[no-any-return]


def _told_once(
    standings: tuple[_Standing, ...],
) -> tuple[tuple[Chip | None, ...], tuple[tuple[Chip, ...], ...]]:
    """What all rows of a group share, for the group's row, and the rows' chips made quiet there."""
    columns = zip(*(standing.chips for standing in standings), strict=True)
    shared = tuple(_shared(column) for column in columns)
    rows = tuple(
        tuple(
            own if common is None else quiet
            for own, quiet, common in zip(standing.chips, standing.quiet, shared, strict=True)
        )
        for standing in standings
    )
    return shared, rows


def _shared(column: tuple[Chip, ...]) -> Chip | None:
    """The chip that every row of a group shows in a column, told once in the group's row."""
    first = column[0]
    alike = len(column) > 1 and first.letter and all(_look(c) == _look(first) for c in column)
    return replace(first, spoken=f"All of this group: {first.spoken}") if alike else None


def _look(one: Chip) -> tuple[object, ...]:
    """All of a chip that can be seen."""
    return one.shape, one.role, one.letter, one.corner, one.condition, one.past


def _days(
    dataset: Dataset, selection: Selection, material: str, standing: _Standing
) -> tuple[str, int | None, str]:
    """Days to the next clause as shown, as a number (0: passed) and as spoken."""
    if standing.past:
        return "past", 0, "a dated clause ran out after the end of the data"
    clause = next_clause(
        dataset.law,
        material,
        selection.as_of,
        selection.origin,
        selection.destination,
        selection.known_on,
    )
    if clause is None:
        return "–", None, "no dated clause ahead"
    left = (clause - selection.as_of).days
    days = f"{left} day{'' if left == 1 else 's'} to the next dated clause"
    if left <= URGENT_DAYS:
        days += f", within {URGENT_DAYS} days"
    elif left <= NEAR_DAYS:
        days += f", within {NEAR_DAYS} days"
    return str(left), left, days
