"""What the user looks at: one frozen value with a one-line text form that can be shared."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from rare_gui.domain.commitment_records import Standing
from rare_gui.domain.names import Names, UnknownName, nearest
from rare_gui.domain.projects import Stage
from rare_gui.domain.vocabulary import LegalState, SupplyForm
from rare_gui.scenes.selection_values import (
    EVERY,
    MOST_DAYS,
    SelectionError,
    day,
    days,
    each_of,
    enumerated,
    keys,
    one_of,
    switch,
    weights,
    window,
    written,
)

__all__ = [
    "EXPORT_CONTROLS",
    "FEWEST_COMPARED",
    "LOSSES",
    "MOST_COMPARED",
    "MOST_DAYS",
    "RISKS",
    "SORTS",
    "VIEWS",
    "Selection",
    "SelectionError",
]

EXPORT_CONTROLS = "export controls"
"""A subject that stands for several of the promises': all that speak of controls on exports."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Material, form, trade direction, days and time window under consideration.

    `as_of` is the day whose law is asked for; `known_on` limits what counts to what was public by
    that day (None: everything in the data). `window` is the visible stretch `[first, last)` of the
    timeline, None for the default around the truce. Countries are ISO 3166 alpha-2 (`EU` for EU27).
    `view` is one of VIEWS. `compared_to` is the earlier day of a comparison of two days. `ghosts`
    shows what became known after `known_on` faintly instead of hiding it. `tonnes` draws exports in
    tonnes where an index could be drawn. `as_known` compares two days each by what was public on
    it, `only_material` compares the chosen material alone and lists its dated clauses alone;
    `only_compared` lists those of the `compared` materials alone.
    `folded` are the keys of folded lane groups. `event` is the one whose ninety days before and
    after are shaded. `scenario` is a what-if: a known name, or its own one-line text.

    Of the dated clauses, `authority` keeps those of one jurisdiction (ISO 3166 alpha-2 or `EU`),
    `context` those that name no material as well, `within` those at most so many days ahead or
    behind, `words` those that hold each of these words. `impact` is a case of losses by its text,
    `losses_as` one of LOSSES, `relative` shows losses as a share of the sector's own figure,
    `order_free` tells what softens a loss free of order,
    `all_materials` sizes what befalls all of them where the case names none.

    The browser sorts by `sort`, one of SORTS, and shows the screening method `risk` where one is
    named, one of RISKS or OWN_WEIGHTS: a score by `weights` on figures of the user's choice. Of the
    materials it keeps those with a form among `forms` in a state among `states`, of one of
    `groups`, needed by one of `sectors`, with a dated clause `soon`, or `watched`; what is empty or
    off keeps all. `compared` are two to MOST_COMPARED materials side by side in their order;
    `differing` leaves out rows that are alike, `turned` swaps rows and columns.

    Of the truce's promises `side` keeps those of one side, `subject` those of one subject (None:
    all), `standing` those of one verdict, `disputed` those that both sides tell differently (False:
    alike). Of the listed projects `project_material` keeps those of a material, `project_stage`
    those of a step of the chain. `series` puts another series of output figures in front of the
    one that the package prefers.
    """

    material: str
    as_of: date
    form: SupplyForm | None = None
    origin: str = "CN"
    destination: str = "US"
    known_on: date | None = None
    sector: str | None = None
    scenario: str | None = None
    window: tuple[date, date] | None = None
    all_lanes: bool = False
    view: str = "timeline"
    compared_to: date | None = None
    ghosts: bool = False
    tonnes: bool = False
    as_known: bool = False
    only_material: bool = False
    only_compared: bool = False
    folded: tuple[str, ...] = ()
    event: str | None = None
    authority: str | None = None
    context: bool = True
    within: int | None = None
    words: str | None = None
    impact: str | None = None
    losses_as: str = "value_added"
    relative: bool = False
    order_free: bool = False
    all_materials: bool = False
    sort: str = "group"
    risk: str | None = None
    weights: str | None = None
    states: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    soon: bool = False
    watched: bool = False
    compared: tuple[str, ...] = ()
    differing: bool = False
    turned: bool = False
    side: str | None = None
    subject: str | None = EXPORT_CONTROLS
    standing: Standing | None = None
    disputed: bool | None = None
    project_material: str | None = None
    project_stage: Stage | None = None
    series: str | None = None

    def to_text(self) -> str:
        """One line of `key=value` words; `from_text` reads it back to an equal selection."""
        words = [f"material={self.material}", f"as_of={self.as_of.isoformat()}"]
        for item in fields(self):
            value = getattr(self, item.name)
            if item.name in ("material", "as_of") or value == item.default:
                continue
            words.append(f"{_WORDS.get(item.name, item.name)}={written(value)}")
        return shlex.join(words)

    def with_known(self, names: Names, sectors: Collection[str]) -> Selection:
        """The same with material and countries as slugs and codes.

        `sectors` are the ids of those that there are. Raises UnknownName for what is unknown,
        SelectionError when goods would go to the country that they come from. Of the compared
        materials unknown ones stay as they are: the comparison says that they are missing.
        """
        if self.sector is not None and self.sector not in sectors:
            close = nearest(self.sector, sectors) or [*sorted(sectors)[:3], "or another"]
            raise UnknownName(f"unknown sector {self.sector!r}; write {', '.join(close)}")
        origin, destination = names.country(self.origin), names.country(self.destination)
        if origin == destination:
            raise SelectionError(
                f"goods from {origin} to {destination} are no exports; choose two countries"
            )
        return replace(
            self,
            material=names.material(self.material),
            origin=origin,
            destination=destination,
            authority=names.country(self.authority) if self.authority else None,
            side=names.country(self.side) if self.side else None,
            project_material=(
                names.material(self.project_material) if self.project_material else None
            ),
            compared=tuple(
                dict.fromkeys(names.materials.get(one.casefold(), one) for one in self.compared)
            ),
        )

    @classmethod
    def from_text(cls, text: str, default: Selection) -> Selection:
        """The selection that `text` changes `default` into.

        Raises SelectionError when a word is unknown, repeated or has a value that cannot be read.
        """
        changes: dict[str, object] = {}
        try:
            words = shlex.split(text)
        except ValueError as error:
            raise SelectionError(f"the view cannot be read: {error}") from None
        for word in words:
            key, equals, value = word.partition("=")
            name = _NAMES.get(key)
            if not equals or name is None:
                raise SelectionError(
                    f"{word!r} is no part of a view; write key=value with one of "
                    f"{', '.join(_NAMES)}"
                )
            if name in changes:
                raise SelectionError(f"{key!r} is given twice")
            changes[name] = _read(name, value)
        return replace(default, **changes)  # type: ignore[arg-type]


VIEWS = (
    "timeline",
    "list",
    "cliffs",
    "changes",
    "whatif",
    "impact",
    "parts",
    "ledger",
    "projects",
    "compare",
    "card",
)
"""What the middle of the window can show of a selection."""
LOSSES = ("value_added", "output", "jobs")
"""What losses are counted in."""
SORTS = ("group", "name", "risk", "clause", "exports")
"""What the browser can be sorted by."""
RISKS = ("hhi", "weighted_hhi", "eu_supply_risk", "nassar", "geopolrisk")
"""The screening methods that rank materials, as `domain.risk` names them."""
OWN_WEIGHTS = "own_weights"
"""The score of the user's own making; it ranks materials once there are `weights`."""
FEWEST_COMPARED = 2
"""One material alone is no comparison."""
MOST_COMPARED = 6
"""More columns would not be read side by side."""

_WORDS: Mapping[str, str] = {"origin": "from", "destination": "to"}
_NAMES: Mapping[str, str] = {
    _WORDS.get(item.name, item.name): item.name for item in fields(Selection)
}


def _read(name: str, value: str) -> object:
    reader = _READERS.get(name)
    if reader is not None:
        return reader(value)
    if not value:
        raise SelectionError(f"{name} is empty")
    return value


def _read_compared(value: str) -> tuple[str, ...]:
    wanted = keys(value)
    if len(wanted) > MOST_COMPARED:
        raise SelectionError(f"{len(wanted)} materials; compare {MOST_COMPARED} at most")
    return wanted


def _read_subject(value: str) -> str | None:
    if not value:
        raise SelectionError("subject is empty")
    return None if value == EVERY else value


_READERS: Mapping[str, Callable[[str], object]] = {
    **{item.name: switch for item in fields(Selection) if item.type in ("bool", "bool | None")},
    **dict.fromkeys(("as_of", "known_on", "compared_to"), day),
    **dict.fromkeys(("folded", "groups", "sectors"), keys),
    "form": enumerated(SupplyForm, "form"),
    "window": window,
    "sort": one_of(SORTS, "order of materials"),
    "risk": one_of((*RISKS, OWN_WEIGHTS), "screening method"),
    "weights": weights,
    "states": each_of([state.value for state in LegalState], "state"),
    "forms": each_of([form.value for form in SupplyForm], "form"),
    "compared": _read_compared,
    "within": days,
    "view": one_of(VIEWS, "view"),
    "losses_as": one_of(LOSSES, "way to count losses"),
    "subject": _read_subject,
    "standing": enumerated(Standing, "verdict"),
    "project_stage": enumerated(Stage, "stage of projects"),
}
"""How the values are read that are not taken as they stand."""
