"""Where a material stands between two turns of its law: its chips, its states, what is past.

Not for the list (`scenes.materials.scene`). What is made here is kept: a step of the as-of cursor
asks for it again and again.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import turning_days
from rare_gui.domain.vocabulary import LegalState, MeasureStatus, SupplyForm
from rare_gui.scenes.chips import COLUMNS, Runs, chip, column_runs
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.selection import Selection

TANGIBLE = frozenset(form for _, _, forms in COLUMNS[:-1] for form in forms)
"""Forms that are goods: what needs a licence there stops a delivery."""


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A material's chips over a stretch of time in which none of its states changes.

    `quiet` are the same as they look where the group's row tells them. `states` are the state of
    each form, `licensed` whether a form of goods needs a licence for certain.
    """

    chips: tuple[Chip, ...]
    quiet: tuple[Chip, ...]
    past: bool
    states: frozenset[tuple[SupplyForm, LegalState]]
    licensed: bool


def standing(dataset: Dataset, selection: Selection, material: str, name: str) -> Standing:
    """How the material stands on the selection's day."""
    law = dataset.law
    kept = law.kept(selection.known_on)
    goods = (material, selection.origin, selection.destination)
    turns = turning_days(law, *goods, selection.known_on)
    place = ("standing", goods, bisect_right(turns, selection.as_of))
    if place not in kept:
        columns = [column_runs(law, material, number, selection) for number in range(len(COLUMNS))]
        chips = tuple(
            _chip(dataset, selection, material, name, number, runs)
            for number, runs in enumerate(columns)
        )
        kept[place] = Standing(
            chips=chips,
            quiet=tuple(replace(one, quiet=True, letter="") for one in chips),
            past=any(
                item.status is MeasureStatus.PAST_ITS_DATE
                for runs in columns
                for _, run in runs
                for item in run.considered
            ),
            states=frozenset((form, run.state) for runs in columns for form, run in runs),
            licensed=any(
                run.certain is LegalState.LICENCE_REQUIRED and form in TANGIBLE
                for runs in columns
                for form, run in runs
            ),
        )
    return kept[place]  # type: ignore[no-any-return]


def _chip(
    dataset: Dataset, selection: Selection, material: str, name: str, number: int, runs: Runs
) -> Chip:
    """A column's chip; it is made once for each stretch in which the column's forms stay alike."""
    kept = dataset.law.kept(selection.known_on)
    starts = tuple(run.start for _, run in runs)
    place = ("chip", material, number, selection.origin, selection.destination, starts)
    if place not in kept:
        kept[place] = chip(name, number, runs, known_through(dataset, selection.known_on))
    return kept[place]  # type: ignore[no-any-return]


def told_once(
    standings: tuple[Standing, ...],
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
