"""The timeline's lanes in their groups: bars, what binds now, and what each group is doing.

Not for which measures have a lane (`scenes.timeline.lane_choice`) nor for painting; the fills are
roles.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.law import Law
from rare_gui.domain.legal_state import legal_state, turning_days
from rare_gui.domain.vocabulary import MeasureStatus
from rare_gui.scenes.chips import COLUMNS, column_runs, strongest
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.bars import bars_of, status_on
from rare_gui.scenes.timeline.lane_choice import Choice, chosen
from rare_gui.scenes.timeline.later_bars import later_bars
from rare_gui.scenes.timeline.parts import Bar, Lane, LaneGroup


def lane_groups(
    dataset: Dataset, selection: Selection, window: tuple[date, date]
) -> tuple[tuple[LaneGroup, ...], int]:
    """The groups of lanes to show, and how many lanes there are in all for the material.

    By default the lanes are those that bear on the selection and have a bar in the window. From one
    turn of any of the measures to the next the groups stay the same objects.
    """
    choices, total = chosen(dataset, selection)
    kept = dataset.law.kept(selection.known_on)
    goods = (selection.material, selection.origin, selection.destination)
    view = (
        "lanes",
        goods,
        selection.sectors,
        selection.form,
        selection.all_lanes,
        selection.ghosts,
    )
    place = (window, bisect_right(_turns(dataset, selection, choices), selection.as_of))
    if view not in kept or kept[view][0] != place:
        kept[view] = place, _groups(dataset, selection, choices, window)
    return kept[view][1], total


def _turns(dataset: Dataset, selection: Selection, choices: tuple[Choice, ...]) -> list[date]:
    """The days on which a lane may come to look otherwise: one of the measures turns."""
    kept = dataset.law.kept(selection.known_on)
    goods = (selection.material, selection.origin, selection.destination)
    key = ("turns of lanes", goods, selection.all_lanes, selection.sectors)
    if key not in kept:
        days = set(turning_days(dataset.law, *goods, selection.known_on))
        days.update(part.start for choice in choices for part in choice.parts)
        kept[key] = sorted(days)
    return kept[key]  # type: ignore[no-any-return]


def _groups(
    dataset: Dataset,
    selection: Selection,
    choices: tuple[Choice, ...],
    window: tuple[date, date],
) -> tuple[LaneGroup, ...]:
    binding = _binding(dataset.law, selection)
    first, last = (axis_day(day) for day in window)
    names = {
        "origin": dataset.country_names.get(selection.origin, selection.origin),
        "destination": dataset.country_names.get(selection.destination, selection.destination),
        "others": "Others",
    }
    lanes: dict[str, list[Lane]] = {side: [] for side in names}
    statuses: dict[str, list[MeasureStatus]] = {side: [] for side in names}
    authorities: dict[str, dict[str, None]] = {side: {} for side in names}
    for choice in sorted(choices, key=lambda choice: choice.measure.id not in binding):
        status = status_on(choice.parts, selection.as_of)
        bars = _bars(dataset.law, choice, selection, over=status is MeasureStatus.ENDED)
        if not (_visible(bars, first, last) or (bars and selection.all_lanes)):
            continue
        measure, side = choice.measure, choice.side
        lanes[side].append(Lane(measure.id, measure.lane, bars, measure.id in binding))
        statuses[side].append(status)
        if side != "others":
            authorities[side].update(dict.fromkeys(choice.authorities))
    return tuple(
        LaneGroup(
            side,
            name.removeprefix("the "),
            _summary(authorities[side], statuses[side]),
            tuple(lanes[side]),
        )
        for side, name in names.items()
        if lanes[side]
    )


def _bars(law: Law, choice: Choice, selection: Selection, *, over: bool) -> tuple[Bar, ...]:
    """What was known of a measure; with ghosts, after that what became of it later."""
    known_on = selection.known_on
    bars = bars_of(law, choice.measure, known_on, choice.effect, over)
    if known_on is None or not selection.ghosts:
        return bars
    return bars + later_bars(law, choice.measure, known_on, choice.effect, over)


def _visible(bars: tuple[Bar, ...], first: int, last: int) -> bool:
    return any(bar.start < last and (bar.end is None or bar.end > first) for bar in bars)


def _binding(law: Law, selection: Selection) -> set[str]:
    """The measures that set the state of the chosen form, or of the strongest tangible one."""
    if selection.form is not None:
        run = legal_state(
            law,
            selection.material,
            selection.form,
            as_of=selection.as_of,
            origin=selection.origin,
            destination=selection.destination,
            known_on=selection.known_on,
        )
        return {item.measure.id for item in run.deciding}
    runs = [
        pair
        for column in range(len(COLUMNS) - 1)
        for pair in column_runs(law, selection.material, column, selection)
    ]
    return {item.measure.id for item in strongest(runs)[1].deciding} if runs else set()


_COUNT_WORDS = (
    (MeasureStatus.IN_FORCE, "in force"),
    (MeasureStatus.SUSPENDED, "suspended"),
    (MeasureStatus.ANNOUNCED, "announced"),
    (MeasureStatus.PAST_ITS_DATE, "past its date"),
)


def _summary(authorities: Iterable[str], statuses: list[MeasureStatus]) -> str:
    """The words beside a group's name: its main authorities, and what its lanes are doing."""
    named = " · ".join(a for a in list(authorities)[:3] if len(a) <= 10)
    counts = ", ".join(
        f"{statuses.count(status)} {words}" for status, words in _COUNT_WORDS if status in statuses
    )
    return " · ".join(part for part in (named, counts) if part)
