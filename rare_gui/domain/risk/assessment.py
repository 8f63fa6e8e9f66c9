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
from rare_gui.domain.risk.figures import Index, NotComputed, Part, missing
from rare_gui.domain.risk.geopolrisk import geopolrisk
from rare_gui.domain.risk.governance import has_governance
from rare_gui.domain.risk.knowledge import known_by
from rare_gui.domain.risk.nassar import nassar
from rare_gui.domain.risk.ranking import Rank, Score, ranks, ranks_across
from rare_gui.domain.risk.reliance import Reliance, reliance
from rare_gui.domain.risk.restriction import RestrictionShare, restriction_shares
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
            "hhi": _hhi(self.main.plain),
            "weighted_hhi": _weighted_hhi(self.main.weighted),
            "top_share": _top_share(self.main.plain),
            "import_reliance": _reliance(self.reliance),
            "restriction_share": _restriction(self.restriction),
            **{index.key: _score(index) for index in self.indices},
        }
        return {name: self._dated(part) for name, part in made.items()}

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
    """The ranks of the materials by each method, within the ranges of its inputs."""
    scores: dict[str, dict[str, Score]] = {method: {} for method in METHODS}
    for one in assessed:
        figures = one.figures
        for method, of_method in scores.items():
            part = figures[method]
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


def _hhi(made: Concentration | NotComputed) -> Part:
    if isinstance(made, NotComputed):
        return missing("hhi", made, "0 to 10,000")
    supply = made.supply
    return Part(
        "hhi",
        made.hhi,
        "0 to 10,000",
        made.data_class,
        supply.sources,
        str(supply.year),
        f"{supply.family.stage} output by {supply.family}",
        made.hhi,
        made.hhi_high,
    )


def _weighted_hhi(made: WeightedConcentration | NotComputed) -> Part:
    if isinstance(made, NotComputed):
        return missing("weighted_hhi", made, "0 to 10,000")
    assumed = f"; risk 0.5 assumed for {', '.join(made.assumed)}" if made.assumed else ""
    return Part(
        "weighted_hhi",
        made.hhi,
        "0 to 10,000",
        made.data_class,
        made.sources,
        str(made.supply.year),
        f"political stability, {made.governance.edition} edition{assumed}",
        made.low,
        made.high,
    )


def _top_share(made: Concentration | NotComputed) -> Part:
    if isinstance(made, NotComputed):
        return missing("top_share", made, "%")
    supply = made.supply
    words = f"{made.top_country}, {supply.family.stage} output by {supply.family}"
    year = str(supply.year)
    return Part("top_share", made.top_share, "%", made.data_class, supply.sources, year, words)


def _reliance(made: Reliance | NotComputed) -> Part:
    if isinstance(made, NotComputed):
        return missing("import_reliance", made, "%")
    return Part(
        "import_reliance",
        made.value,
        "%",
        made.data_class,
        made.sources,
        made.years,
        f"{made.of}{f', {made.flag}' if made.flag else ''}",
        made.low,
        made.high,
    )


def _restriction(made: Mapping[SupplyForm, RestrictionShare | NotComputed]) -> Part:
    """The largest share among the forms."""
    known = [one for one in made.values() if isinstance(one, RestrictionShare)]
    if not known:
        reasons = [one.because for one in made.values() if isinstance(one, NotComputed)]
        return missing("restriction_share", reasons[0] if reasons else "no form is known", "%")
    best = max(known, key=lambda one: one.restricted)
    return Part(
        "restriction_share",
        best.restricted,
        "%",
        best.data_class,
        best.supply.sources,
        str(best.supply.year),
        f"{best.form.value}, the form with the largest share",
        best.restricted,
        best.could_be,
    )


def _score(index: Index) -> Part:
    if index.refusal is not None:
        return missing(index.key, index.refusal)
    low, high = index.bounds or (index.value, index.value)
    return Part(
        index.key,
        index.value,
        "1",
        index.data_class,
        index.sources,
        note=index.of,
        low=low,
        high=high,
        from_memory=any(part.from_memory for part in index.parts),
    )
