"""What a dated clause does to the states of goods: the day before it, and from its day on.

Not for the clause's own words (`scenes.cliff_words`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from rare_gui.domain.cliffs import Cliff, hit
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.law import EVERYONE
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.vocabulary import LegalState, SupplyForm
from rare_gui.scenes.chips import chip, column_of
from rare_gui.scenes.cliff_words import clause_id
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import FORM_WORDS, STATE_WORDS, day_words, listed, opened


@dataclass(frozen=True, slots=True)
class StateChange:
    """Goods whose state is the same before the clause, and the same from its day on."""

    goods: str
    before: Chip
    after: Chip
    before_words: str
    after_words: str
    spoken: str


@dataclass(frozen=True, slots=True)
class CliffStates:
    """The states around a clause; `sentence` says them, or why there is none to compare."""

    title: str
    before_day: str
    after_day: str
    changes: tuple[StateChange, ...]
    sentence: str


_Look = tuple[str, str]
_MOST_NAMES = 5


def cliff_states(dataset: Dataset, cliff: Cliff, selection: Selection) -> CliffStates:
    """The states of the goods that the clause's measure covers, for whom it is aimed at.

    A measure aimed at everyone is told for the selection's destination.
    """
    origin, target = cliff.measure.jurisdiction, cliff.measure.target_country
    destination = selection.destination if target == EVERYONE else target
    kept = dataset.law.kept(selection.known_on)
    key = ("cliff states", clause_id(cliff), destination)
    if key not in kept:
        kept[key] = _told(dataset, cliff, selection, origin, destination)
    return kept[key]  # type: ignore[no-any-return]


def _told(
    dataset: Dataset, cliff: Cliff, selection: Selection, origin: str, destination: str
) -> CliffStates:
    before_day = cliff.day - timedelta(days=1)
    to = dataset.country_names.get(destination, destination)
    changes = tuple(_changes(dataset, cliff, selection, origin, destination))
    if changes:
        sentence = " ".join(f"{change.spoken}." for change in changes)
    elif cliff.measure.target_class:
        sentence = (
            f"It concerns {cliff.measure.target_class}; the state of goods as such stays as it is."
        )
    else:
        sentence = "It sets no state of goods for export in these data."
    return CliffStates(
        title=f"State to {to}, before and after",
        before_day=day_words(before_day),
        after_day=f"from {day_words(cliff.day)}",
        changes=changes,
        sentence=sentence,
    )


def _changes(
    dataset: Dataset, cliff: Cliff, selection: Selection, origin: str, destination: str
) -> Iterator[StateChange]:
    """Materials with the same forms and the same states before and after are told together."""
    alike: dict[tuple[tuple[SupplyForm, ...], _Look, _Look], list[str]] = {}
    chips: dict[tuple[_Look, _Look], tuple[Chip, Chip]] = {}
    for material in hit(dataset.law, cliff.measure):
        own: dict[tuple[_Look, _Look], list[SupplyForm]] = {}
        for form in dataset.law.forms(material, origin):
            goods = (material, form, origin, destination)
            if all(one.measure is not cliff.measure for one in dataset.law.setters(*goods)):
                continue
            before, after = (
                legal_state(
                    dataset.law,
                    material,
                    form,
                    as_of=day,
                    origin=origin,
                    destination=destination,
                    known_on=selection.known_on,
                )
                for day in (cliff.day - timedelta(days=1), cliff.day)
            )
            look = (_look(before), _look(after))
            own.setdefault(look, []).append(form)
            if look not in chips:
                name, column = dataset.material_names[material], column_of(form)
                chips[look] = (
                    chip(name, column, [(form, before)], dataset.data_through),
                    chip(name, column, [(form, after)], dataset.data_through),
                )
        for look, forms in own.items():
            alike.setdefault((tuple(forms), *look), []).append(material)
    for (alike_forms, was, becomes), materials in alike.items():
        names = [dataset.material_names[material] for material in materials]
        goods_words = f"{_few(names)}: {listed([FORM_WORDS[form] for form in alike_forms])}"
        change = f"{was[0]} before; {becomes[0]} from then on"
        if was == becomes:
            change = f"{was[0]} as before"
        yield StateChange(
            goods=opened(goods_words),
            before=chips[was, becomes][0],
            after=chips[was, becomes][1],
            before_words=was[0],
            after_words=becomes[0],
            spoken=f"{opened(goods_words)}, {change}",
        )


def _few(names: list[str]) -> str:
    if len(names) <= _MOST_NAMES:
        return listed(names)
    return f"{', '.join(names[:_MOST_NAMES])} and {len(names) - _MOST_NAMES} more"


def _look(run: StateRun) -> _Look:
    """The state in words, and what else its chip shows."""
    if run.state is not LegalState.PAST_ITS_DATE:
        return STATE_WORDS[run.state], "paused rule beneath" if run.paused_beneath else ""
    could = STATE_WORDS[run.could_be or LegalState.FREE]
    if run.certain is LegalState.FREE:
        return f"cannot tell, could be {could}", ""
    return f"at least {STATE_WORDS[run.certain]}, could be {could}", ""
