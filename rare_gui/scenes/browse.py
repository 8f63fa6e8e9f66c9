"""How the list of materials is narrowed and ordered: filters, their removable chips, the orders.

Not for finding by a typed text (`scenes.materials.search`) nor for making rows.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import sector_names, sectors_in_need
from rare_gui.domain.vocabulary import LegalState, SupplyForm
from rare_gui.scenes.risk_words import METHOD_NAMES
from rare_gui.scenes.selection import RISKS, Selection
from rare_gui.scenes.wording import FORM_WORDS, STATE_WORDS, opened

URGENT_DAYS = 14
NEAR_DAYS = 90
"""Days within which a dated clause counts as near."""

GROUPS: tuple[tuple[str, str], ...] = (
    ("light", "Light rare earths"),
    ("heavy", "Heavy, yttrium"),
    ("scandium_and_magnets", "Scandium and magnets"),
    ("other_controlled", "Other controlled"),
)
SORT_WORDS: Mapping[str, str] = {
    "group": "Group",
    "name": "Name",
    "risk": "Risk",
    "clause": "Next clause",
    "exports": "Export change",
}
"""What the list can be sorted by, in words."""

Choices = tuple[tuple[str, str], ...]
"""Keys with their words."""


@dataclass(frozen=True, slots=True)
class BrowserFilters:
    """What the list keeps; the fields are those of the selection with the same names."""

    states: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    soon: bool = False
    watched: bool = False

    @classmethod
    def of(cls, selection: Selection) -> BrowserFilters:
        """The filters of a selection."""
        return cls(
            selection.states,
            selection.forms,
            selection.groups,
            selection.sectors,
            selection.soon,
            selection.watched,
        )

    def toggled(self, field: str, key: str) -> BrowserFilters:
        """With `key` of one of the four lists added, or taken away where it is there."""
        keys: tuple[str, ...] = getattr(self, field)
        others = tuple(one for one in keys if one != key)
        wanted = others if key in keys else (*keys, key)
        return replace(self, **{field: wanted})  # type: ignore[arg-type]

    def keeps_state(self, stands: Collection[tuple[SupplyForm, LegalState]]) -> bool:
        """Whether one of the wanted forms is in one of the wanted states."""
        if not self.states and not self.forms:
            return True
        return any(
            (not self.forms or form.value in self.forms)
            and (not self.states or state.value in self.states)
            for form, state in stands
        )


NO_FILTERS = BrowserFilters()


@dataclass(frozen=True, slots=True)
class FilterChip:
    """One filter that holds, and the filters without it."""

    text: str
    without: BrowserFilters


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """All that can be chosen, by the filters' fields, and the screening methods."""

    states: Choices
    forms: Choices
    groups: Choices
    sectors: Choices
    methods: Choices = tuple((key, METHOD_NAMES[key]) for key in RISKS)


def filter_chips(dataset: Dataset, filters: BrowserFilters) -> tuple[FilterChip, ...]:
    """The chips of the filters that hold, in the order of the menu."""
    offered = filter_choices(dataset)
    chips = [
        FilterChip(dict(choices).get(key, key), filters.toggled(field, key))
        for field, choices in (
            ("states", offered.states),
            ("forms", offered.forms),
            ("groups", offered.groups),
            ("sectors", offered.sectors),
        )
        for key in getattr(filters, field)
    ]
    if filters.soon:
        chips.append(FilterChip(f"Changes within {NEAR_DAYS} days", replace(filters, soon=False)))
    if filters.watched:
        chips.append(FilterChip("Watch list", replace(filters, watched=False)))
    return tuple(chips)


def filter_choices(dataset: Dataset) -> FilterChoices:
    """What the filters can be; of the sectors those that need some material in these data."""
    if "filter choices" not in dataset.kept:
        names = sector_names(dataset)
        needing = {sector for need in sectors_in_need(dataset).values() for sector in need}
        dataset.kept["filter choices"] = FilterChoices(
            tuple((state.value, opened(words)) for state, words in STATE_WORDS.items()),
            tuple((form.value, opened(words)) for form, words in FORM_WORDS.items()),
            GROUPS,
            tuple(sorted(((one, names[one]) for one in needing), key=lambda pair: pair[1])),
        )
    return dataset.kept["filter choices"]  # type: ignore[no-any-return]


def is_needed_by(dataset: Dataset, material: str, sectors: Collection[str]) -> bool:
    """Whether one of the sectors needs the material; True where none is asked for."""
    return not sectors or not sectors_in_need(dataset)[material].isdisjoint(sectors)
