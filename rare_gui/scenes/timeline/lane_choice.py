"""Which measures have a lane in the timeline of a selection, in which group and in what order.

Not for what their bars say: `scenes.timeline.bars`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.law import CONDITION_EFFECT, DUAL_USE, EVERYONE, Law, Limit, Setter
from rare_gui.domain.measure_state import Stretch, stretches
from rare_gui.domain.records import Measure
from rare_gui.domain.vocabulary import STRENGTH, LegalState, MeasureKind, StatusKind, SupplyForm
from rare_gui.scenes.sector_words import forms_in_use
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.bars import NEVER_A_STATE

ALL_GOODS = "all-goods"
"""The wider class of general tariffs."""

_BACKGROUND = {
    MeasureKind.SUBSIDY,
    MeasureKind.STOCKPILE,
    MeasureKind.PRODUCTION_QUOTA,
    MeasureKind.IMPORT_INVESTIGATION,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A measure with a lane: its history, the strongest state it gives the material, its group.

    `side` is origin, destination or others; `authorities` are the short names of who made it.
    """

    measure: Measure
    parts: tuple[Stretch, ...]
    effect: LegalState | None
    side: str
    authorities: tuple[str, ...]


def chosen(dataset: Dataset, selection: Selection) -> tuple[tuple[Choice, ...], int]:
    """The measures whose lanes may be shown, and the number of all that speak of the material.

    What sets a state comes first, then what only limits; each by its date.
    """
    kept = dataset.law.kept(selection.known_on)
    goods = (
        selection.material, selection.origin, selection.destination, selection.all_lanes,
        selection.sectors,
    )  # fmt: skip
    if ("choices", goods) not in kept:
        effects = _effects(dataset, selection)
        every = list(_concerning(dataset, selection.material))
        few = [m for m in every if _bears_on(dataset, m, selection, effects)]
        shown = sorted(every if selection.all_lanes else few, key=lambda m: _order(m, effects))
        choices = tuple(_choice(dataset.law, m, selection, effects.get(m.id)) for m in shown)
        kept["choices", goods] = (choices, len(every))
    return kept["choices", goods]  # type: ignore[no-any-return]


def _choice(law: Law, measure: Measure, selection: Selection, effect: LegalState | None) -> Choice:
    return Choice(
        measure,
        stretches(law, measure, selection.known_on),
        effect,
        _side(law, measure, selection),
        _authorities(measure),
    )


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


def _effects(dataset: Dataset, selection: Selection) -> dict[str, LegalState]:
    """The strongest state that each measure gives any form of the material while in force.

    Where sectors are filtered for, of the forms that they buy.
    """
    law, used = dataset.law, forms_in_use(dataset, selection)
    effects: dict[str, LegalState] = {}
    for form in law.forms(selection.material, selection.origin):
        if used is not None and form not in used:
            continue
        goods = (selection.material, form, selection.origin, selection.destination)
        items: tuple[Setter | Limit, ...] = (*law.setters(*goods), *law.limits(*goods))
        for item in items:
            before = effects.get(item.measure.id, LegalState.FREE)
            effects[item.measure.id] = max(before, item.effect, key=STRENGTH.__getitem__)
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


def _order(measure: Measure, effects: dict[str, LegalState]) -> tuple[bool, date]:
    first = measure.changes[0].day if measure.changes else date.max
    return measure.id not in effects or measure.kind in NEVER_A_STATE, first


def _side(law: Law, measure: Measure, selection: Selection) -> str:
    if measure.jurisdiction == selection.origin:
        return "origin"
    here = {selection.destination} | ({"EU"} if selection.destination in law.eu_members else set())
    return "destination" if measure.jurisdiction in here else "others"


def _authorities(measure: Measure) -> tuple[str, ...]:
    names = measure.authority.split(",", 1)[0].replace("/", "+").split("+")
    return tuple(name.strip() for name in names)
