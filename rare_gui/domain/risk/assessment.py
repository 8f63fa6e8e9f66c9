"""Everything that is measured of one material as one importing country sees it, side by side.

Not for the methods: each has a module of its own, and no score of the program's own joins them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.concentration import (
    Concentration,
    WeightedConcentration,
    concentration,
    weighted_concentration,
)
from rare_gui.domain.risk.eu_indices import eu_economic_importance, eu_supply_risk
from rare_gui.domain.risk.figures import Index, NotComputed, Part
from rare_gui.domain.risk.geopolrisk import geopolrisk
from rare_gui.domain.risk.governance import has_governance
from rare_gui.domain.risk.knowledge import known_by
from rare_gui.domain.risk.nassar import nassar
from rare_gui.domain.risk.own_weights import KEY as OWN
from rare_gui.domain.risk.own_weights import OwnWeights
from rare_gui.domain.risk.ranking import Rank, Score, ranks, ranks_across
from rare_gui.domain.risk.reliance import Reliance, reliance
from rare_gui.domain.risk.restriction import RestrictionShare, restriction_shares
from rare_gui.domain.risk.single_figures import (
    hhi_part,
    reliance_part,
    restriction_part,
    score_part,
    top_share_part,
    weighted_hhi_part,
)
from rare_gui.domain.risk.world_supply import (
    WorldSupply,
    latest_supply,
    main_stage,
    stages,
    world_supply,
)
from rare_gui.domain.vocabulary import SupplyForm

UNDATED = "no publication day is recorded, so it counts from the year after its own"
"""Said of a figure whose source does not tell when it came out, where that matters."""
METHODS = ("hhi", "weighted_hhi", "eu_supply_risk", "nassar", "geopolrisk")
"""What ranks materials; the others are parts of them or speak of the law."""


@dataclass(frozen=True, slots=True)
class StageFigures:
    """Concentration at one stage, or why it is not computed.

    Where no year is asked, `weighted` may be of an earlier year than `plain`: governance may end
    before the output does.
    """

    stage: str
    plain: Concentration | NotComputed
    weighted: WeightedConcentration | NotComputed


@dataclass(frozen=True)
class Assessment:
    """A material's figures for an importer and a year (None: the latest of each figure).

    `main` is the first stage of the chain with shares, of which the single figures speak. `undated`
    are sources without a publication day, where only what was public by a day counts.
    """

    material: str
    importer: str
    year: int | None
    main: StageFigures
    stages: tuple[StageFigures, ...]
    reliance: Reliance | NotComputed
    restriction: Mapping[SupplyForm, RestrictionShare | NotComputed]
    indices: tuple[Index, ...]
    undated: frozenset[str] = frozenset()

    @cached_property
    def figures(self) -> dict[str, Part]:
        """The single figures by name, each with its range: what can be ranked and weighted."""
        made = {
            "hhi": hhi_part(self.main.plain),
            "weighted_hhi": weighted_hhi_part(self.main.weighted),
            "top_share": top_share_part(self.main.plain),
            "import_reliance": reliance_part(self.reliance),
            "restriction_share": restriction_part(self.restriction),
            **{index.key: score_part(index) for index in self.indices},
        }
        return {name: self._dated(part) for name, part in made.items()}

    def with_weights(self, weights: OwnWeights | None) -> Assessment:
        """With the score of the user's own making beside the published ones; None: without."""
        if weights is None:
            return self
        score = weights.score(self.figures)
        others = tuple(one for one in self.indices if one.key != score.key)
        return replace(self, indices=(*others, score))

    def _dated(self, part: Part) -> Part:
        if part.value is None or self.undated.isdisjoint(part.sources):
            return part
        return replace(part, note="; ".join(filter(None, (part.note, UNDATED))))


def assess(
    dataset: Dataset,
    material: str,
    importer: str,
    *,
    as_of: date,
    year: int | None = None,
    known_on: date | None = None,
) -> Assessment:
    """Measure a material; what lacks an input says why, and is never 0.

    `known_on` leaves out what was not public by that day, of the law and of the figures
    (`risk.knowledge`).
    """
    knowledge = known_by(dataset, known_on)
    dataset = knowledge.dataset
    known = stages(dataset, material)
    told = {stage: _stage(dataset, material, stage, year) for stage in known}
    first = main_stage(dataset, material)
    nothing = NotComputed(f"no world output of {material} by country is in the data")
    return Assessment(
        material,
        importer,
        year,
        told[first] if first else StageFigures("", nothing, nothing),
        tuple(told.values()),
        reliance(dataset, material, importer, year),
        restriction_shares(
            dataset, material, importer=importer, as_of=as_of, year=year, known_on=known_on
        ),
        (
            eu_supply_risk(dataset, material, importer, year),
            eu_economic_importance(),
            nassar(dataset, material, importer, year),
            geopolrisk(dataset, material, importer, year),
        ),
        knowledge.undated,
    )


def method_ranks(assessed: Iterable[Assessment]) -> dict[str, dict[str, Rank]]:
    """The ranks of the materials by each method, and by the user's own weights if they are set.

    Each is within the ranges of its inputs.
    """
    scores: dict[str, dict[str, Score]] = {method: {} for method in METHODS}
    for one in assessed:
        figures = one.figures
        for method in (*METHODS, OWN) if OWN in figures else METHODS:
            part, of_method = figures[method], scores.setdefault(method, {})
            if part.value is not None and part.bounds is not None:
                of_method[one.material] = Score(part.value, *part.bounds)
    return {method: ranks(of_method) for method, of_method in scores.items()}


def ranks_by_all(assessed: Iterable[Assessment]) -> dict[str, Rank]:
    """Ranks across the methods that score anything, among the materials that all of them score."""
    return ranks_across(scores_by_method(assessed))


def scores_by_method(assessed: Iterable[Assessment]) -> dict[str, dict[str, float]]:
    """The scores of the materials by each method that scores anything."""
    found: dict[str, dict[str, float]] = {}
    for one in assessed:
        for method in METHODS:
            value = one.figures[method].value
            if value is not None:
                found.setdefault(method, {})[one.material] = value
    return found


def _stage(dataset: Dataset, material: str, stage: str, year: int | None) -> StageFigures:
    supply = world_supply(dataset, material, stage, year)
    if isinstance(supply, NotComputed):
        return StageFigures(stage, supply, supply)
    weighted = weighted_concentration(dataset, supply)
    if year is None and isinstance(weighted, NotComputed):
        earlier = latest_supply(dataset, material, stage, partial(has_governance, dataset))
        if isinstance(earlier, WorldSupply):
            weighted = weighted_concentration(dataset, earlier)
    return StageFigures(stage, concentration(supply), weighted)
