"""The timeline's lanes: which measures concern the selection, and what their bars say.

Not for painting; the fills are roles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.law import CONDITION_EFFECT, DUAL_USE, EVERYONE, Law, Limit, Setter
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.measure_state import stretches
from rare_gui.domain.records import Measure
from rare_gui.domain.vocabulary import (
    STRENGTH,
    LegalState,
    MeasureKind,
    MeasureStatus,
    StatusKind,
    SupplyForm,
)
from rare_gui.scenes.bars import NEVER_A_STATE, bars_of, status_on
from rare_gui.scenes.chips import COLUMNS, column_runs, strongest
from rare_gui.scenes.later_bars import later_bars
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline_parts import Bar, Lane, LaneGroup

ALL_GOODS = "all-goods"
"""The wider class of general tariffs."""

_BACKGROUND = {
    MeasureKind.SUBSIDY,
    MeasureKind.STOCKPILE,
    MeasureKind.PRODUCTION_QUOTA,
    MeasureKind.IMPORT_INVESTIGATION,
}


def lane_groups(
    dataset: Dataset, selection: Selection, window: tuple[date, date]
) -> tuple[tuple[LaneGroup, ...], int]:
    """The groups of lanes to show, and how many lanes there are in all for the material.

    By default the lanes are those that bear on the selection and have a bar in the window.
    """
    law = dataset.law
    effects = _effects(law, selection)
    chosen, total = _chosen(dataset, selection, effects)
    binding = _binding(law, selection)
    sides: dict[str, list[Lane]] = {"origin": [], "destination": [], "others": []}
    counted: dict[str, list[MeasureStatus]] = {side: [] for side in sides}
    authorities: dict[str, dict[str, None]] = {side: {} for side in sides}
    for measure in sorted(chosen, key=lambda m: _order(m, effects, binding)):
        parts = stretches(law, measure, selection.known_on)
        over = status_on(parts, selection.as_of) is MeasureStatus.ENDED
        bars = _bars(law, measure, selection, effects.get(measure.id), over)
        if not bars or not (selection.all_lanes or _visible(bars, window)):
            continue
        side = _side(law, measure, selection)
        sides[side].append(Lane(measure.id, measure.lane, bars, measure.id in binding))
        counted[side].append(status_on(parts, selection.as_of))
        authorities[side].update(dict.fromkeys(_authorities(measure)))
    names = {
        "origin": dataset.country_names.get(selection.origin, selection.origin),
        "destination": dataset.country_names.get(selection.destination, selection.destination),
        "others": "Others",
    }
    groups = tuple(
        LaneGroup(
            side,
            names[side].removeprefix("the "),
            _summary(authorities[side] if side != "others" else {}, counted[side]),
            tuple(lanes),
        )
        for side, lanes in sides.items()
        if lanes
    )
    return groups, total


def _bars(
    law: Law, measure: Measure, selection: Selection, effect: LegalState | None, over: bool
) -> tuple[Bar, ...]:
    """What was known of a measure; with ghosts, after that what became of it later."""
    known_on = selection.known_on
    bars = bars_of(law, measure, known_on, effect, over)
    if known_on is None or not selection.ghosts:
        return bars
    return bars + later_bars(law, measure, known_on, effect, over)


def _chosen(
    dataset: Dataset, selection: Selection, effects: dict[str, LegalState]
) -> tuple[list[Measure], int]:
    """The measures whose lanes may be shown, and the number of all that speak of the material."""
    kept = dataset.law.kept(selection.known_on)
    goods = (selection.material, selection.origin, selection.destination, selection.all_lanes)
    if ("lanes", goods) not in kept:
        every = list(_concerning(dataset, selection.material))
        few = [m for m in every if _bears_on(dataset, m, selection, effects)]
        kept["lanes", goods] = (every if selection.all_lanes else few, len(every))
    return kept["lanes", goods]  # type: ignore[no-any-return]


def _concerning(dataset: Dataset, material: str) -> Iterator[Measure]:
    """Measures that speak of the material or of a wider class; notices of pauses are no lanes."""
    for measure in dataset.law.measures.values():
        if measure.kind is not MeasureKind.SUSPENSION_NOTICE and (
            _names(dataset, measure, material)
            or any(row.material in dataset.wider_classes for row in measure.scope)
        ):
            yield measure


def _names(dataset: Dataset, measure: Measure, material: str) -> bool:
    """Whether a measure names the material, a group of it, or a product that holds it.

    Magnets are often named by another of their elements: a row on neodymium magnets speaks of
    the magnets that hold dysprosium too.
    """
    names = dataset.law.names(material)
    products = dataset.products_of(material)
    beside = {other for product in products for other in dataset.contents_of(product)}
    return any(
        row.material in names
        or row.material in products
        or (row.form is SupplyForm.MAGNET and row.material in beside)
        for row in measure.scope
    )


def _effects(law: Law, selection: Selection) -> dict[str, LegalState]:
    """The strongest state that each measure gives any form of the material while in force."""
    kept = law.kept(selection.known_on)
    key = ("effects", selection.material, selection.origin, selection.destination)
    if key in kept:
        return kept[key]  # type: ignore[no-any-return]
    effects: dict[str, LegalState] = {}
    for form in law.forms(selection.material, selection.origin):
        goods = (selection.material, form, selection.origin, selection.destination)
        items: tuple[Setter | Limit, ...] = (*law.setters(*goods), *law.limits(*goods))
        for item in items:
            before = effects.get(item.measure.id, LegalState.FREE)
            effects[item.measure.id] = max(before, item.effect, key=STRENGTH.__getitem__)
    kept[key] = effects
    return effects


def _bears_on(
    dataset: Dataset, measure: Measure, selection: Selection, effects: dict[str, LegalState]
) -> bool:
    """Whether a measure belongs to the few lanes that are shown first."""
    if measure.id in effects:
        return measure.kind is not MeasureKind.ENTITY_LISTING
    if measure.kind in _BACKGROUND or measure.jurisdiction == selection.origin:
        return False
    named = _names(dataset, measure, selection.material)
    if measure.jurisdiction != selection.destination:
        return named and measure.kind in CONDITION_EFFECT
    if measure.target_country not in (EVERYONE, selection.origin) or not _ever_applied(measure):
        return False
    classes = {row.material for row in measure.scope}
    paused = any(change.status is StatusKind.SUSPENDED for change in measure.changes)
    return named or ALL_GOODS in classes or (DUAL_USE in classes and paused)


def _ever_applied(measure: Measure) -> bool:
    """Whether it took effect or still may: a threat that was dropped is no lane of the few."""
    ended = (StatusKind.REVOKED, StatusKind.LAPSED)
    dropped = bool(measure.changes) and measure.changes[-1].status in ended
    return not dropped or any(change.status is StatusKind.IN_FORCE for change in measure.changes)


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


def _order(
    measure: Measure, effects: dict[str, LegalState], binding: set[str]
) -> tuple[int, int, date]:
    """Binding lanes first, then what sets a state, then what only limits; each by its date."""
    first = measure.changes[0].day if measure.changes else date.max
    limited = measure.id not in effects or measure.kind in NEVER_A_STATE
    return (0 if measure.id in binding else 1, int(limited), first)


def _side(law: Law, measure: Measure, selection: Selection) -> str:
    if measure.jurisdiction == selection.origin:
        return "origin"
    here = {selection.destination} | ({"EU"} if selection.destination in law.eu_members else set())
    return "destination" if measure.jurisdiction in here else "others"


def _visible(bars: tuple[Bar, ...], window: tuple[date, date]) -> bool:
    first, last = (axis_day(day) for day in window)
    return any(bar.start < last and (bar.end is None or bar.end > first) for bar in bars)


def _authorities(measure: Measure) -> list[str]:
    return [
        part.strip() for part in measure.authority.split(",", 1)[0].replace("/", "+").split("+")
    ]


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
