"""How much of the world's supply of each form stands under which legal state on a day.

Each producer stands under its own measures towards the importer. Unnamed producers' states are
unknown, not free. Not for the states themselves: `domain.legal_state`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import weakest
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.risk.bilateral import EU
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.risk.world_supply import WorldSupply, is_statistic, world_supply
from rare_gui.domain.supply import OLD_YEARS
from rare_gui.domain.vocabulary import STRENGTH, DataClass, LegalState, SupplyForm

RESTRICTING = frozenset(s for s in STRENGTH if STRENGTH[s] > STRENGTH[LegalState.ANNOUNCED])
"""States in which goods are held back; what is announced or suspended does not hold them."""

LARGEST = "CN"
"""The exporter whose measures may name further forms that exist."""

_MINES = ("mine",)
_REFINERS = ("separation-refining", "refined")
METAL = "metal"
_METAL_MAKERS = (METAL, "refined")
STAGES: dict[SupplyForm, tuple[str, ...]] = {
    SupplyForm.ORE: _MINES,
    SupplyForm.OXIDE: _REFINERS,
    SupplyForm.COMPOUND: _REFINERS,
    SupplyForm.METAL: _METAL_MAKERS,
    SupplyForm.ALLOY: _METAL_MAKERS,
    SupplyForm.TARGET: _METAL_MAKERS,
    SupplyForm.MAGNET: ("magnet-making",),
}
"""The stage whose output is the form; other forms have no world output that could be told.

Where none of it is told for a metal, the output of the refiners stands for it.
"""
RARE_EARTHS = "rare-earths"
"""What the names of rare-earth groups end in: refined, they are oxides and not yet metal."""


@dataclass(frozen=True, slots=True)
class RestrictionShare:
    """World supply of a form by legal state, in percent.

    `states` add up to 100 with `own` (the importer's output, which needs no export) and `unknown`
    (unnamed producers). `restricted` counts what is certain; `could_be` adds states past their date
    and unnamed producers at their worst. `by_country` gives each producer's share and state.
    """

    form: SupplyForm
    supply: WorldSupply
    states: Mapping[LegalState, float]
    own: float
    unknown: float
    restricted: float
    could_be: float
    by_country: Mapping[str, tuple[float, LegalState]]
    data_class: DataClass
    stands_for: str = ""


class _Held(NamedTuple):
    """A state, whether it holds goods back for certain, and whether it could."""

    state: LegalState
    certain: bool
    could_be: bool


def restriction_shares(
    dataset: Dataset,
    material: str,
    *,
    importer: str,
    as_of: date,
    year: int | None = None,
    known_on: date | None = None,
) -> Mapping[SupplyForm, RestrictionShare | NotComputed]:
    """The share of each form that exists, by the supply of a year (None: the latest).

    Raises nothing: a form of which no output is known holds the reason.
    """
    return {
        form: _share(dataset, material, form, importer, as_of, year, known_on)
        for form in dataset.law.forms(material, LARGEST)
    }


def _share(
    dataset: Dataset,
    material: str,
    form: SupplyForm,
    importer: str,
    as_of: date,
    year: int | None,
    known_on: date | None,
) -> RestrictionShare | NotComputed:
    supply, stands_for = _supply(dataset, material, form, year)
    if isinstance(supply, NotComputed):
        return supply
    members = dataset.law.eu_members if importer == EU else {importer}
    acting = _acting(dataset)
    states: dict[LegalState, float] = {}
    by_country: dict[str, tuple[float, LegalState]] = {}
    own = restricted = could_be = 0.0
    known = _runs_of_day(dataset, as_of, known_on).setdefault((material, form, importer), {})
    for country, share in supply.shares.items():
        percent = 100 * share
        if country in members:
            own += percent
            continue
        # countries without any measure are all answered alike, so one answer serves them
        asked = country if country in acting else ""
        held = known.get(asked)
        if held is None:
            run = legal_state(
                dataset.law,
                material,
                form,
                as_of=as_of,
                origin=country,
                destination=importer,
                known_on=known_on,
            )
            certain = run.certain in RESTRICTING
            held = _Held(run.state, certain, certain or run.could_be in RESTRICTING)
            known[asked] = held
        state, is_certain, is_possible = held
        by_country[country] = (percent, state)
        states[state] = states.get(state, 0.0) + percent
        if is_possible:
            could_be += percent
            if is_certain:
                restricted += percent
    unknown = 100 * supply.rest
    judged = DataClass.JUDGEMENT if stands_for else DataClass.DERIVED
    return RestrictionShare(
        form,
        supply,
        states,
        own,
        unknown,
        restricted,
        could_be + unknown,
        by_country,
        weakest(judged, supply.data_class),
        stands_for,
    )


def _acting(dataset: Dataset) -> frozenset[str]:
    """The countries that have any measure."""
    if "acting countries" not in dataset.kept:
        measures = dataset.law.measures.values()
        dataset.kept["acting countries"] = frozenset(one.jurisdiction for one in measures)
    return dataset.kept["acting countries"]  # type: ignore[no-any-return]


def _runs_of_day(
    dataset: Dataset, as_of: date, known_on: date | None
) -> dict[tuple[str, SupplyForm, str], dict[str, _Held]]:
    """The states on one day by goods, importer and producer; only the last day asked is held."""
    day, runs = dataset.kept.get("states of a day", (None, {}))
    if day != (as_of, known_on):
        runs = {}
        dataset.kept["states of a day"] = ((as_of, known_on), runs)
    return runs  # type: ignore[no-any-return]


def _supply(
    dataset: Dataset, material: str, form: SupplyForm, year: int | None
) -> tuple[WorldSupply | NotComputed, str]:
    """The output that is the form, and in words what it stands for when it is not exactly that."""
    if form not in STAGES:
        return NotComputed(f"no world output of the form {form.value} is in the data"), ""
    key = ("supply of a form", material, form, year)
    if key not in dataset.kept:
        dataset.kept[key] = _found(dataset, material, form, year)
    return dataset.kept[key]  # type: ignore[no-any-return]


def _found(
    dataset: Dataset, material: str, form: SupplyForm, year: int | None
) -> tuple[WorldSupply | NotComputed, str]:
    names = (material, *sorted(dataset.law.groups_of.get(material, ())))
    rare_earth = any(name.endswith(RARE_EARTHS) for name in names)
    makers = (METAL,) if rare_earth and METAL in STAGES[form] else STAGES[form]
    found = _best(dataset, names, makers, year)
    own_stage = isinstance(found, WorldSupply)
    if not own_stage and METAL in makers:
        found = _best(dataset, names, _REFINERS, year)
    if isinstance(found, NotComputed):
        return found, ""
    words = [] if own_stage else [f"{found.family.stage} stands for {form.value}"]
    if found.material != material:
        words.append(f"{found.material.replace('-', ' ')} stand for {material.replace('-', ' ')}")
    return found, "; ".join(words)


def _best(
    dataset: Dataset, names: tuple[str, ...], of_stages: tuple[str, ...], year: int | None
) -> WorldSupply | NotComputed:
    """Statistics before reports unless they are old, the material before groups, then the newest.

    The rule of `domain.supply.processing_share`, so that both tell of the same producers.
    """
    told = [
        (world_supply(dataset, name, stage, year), name) for name in names for stage in of_stages
    ]
    known = [(one, name) for one, name in told if isinstance(one, WorldSupply)]
    if not known:
        return told[0][0]
    newest = max(one.year for one, _ in known)

    def rank(pair: tuple[WorldSupply, str]) -> tuple[bool, bool, int, int]:
        supply, name = pair
        statistic = is_statistic(dataset, supply) and newest - supply.year <= OLD_YEARS
        stage = of_stages.index(supply.family.stage)
        return not statistic, name != names[0], -supply.year, stage

    return min(known, key=rank)[0]
