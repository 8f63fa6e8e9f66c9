"""`rare-gui risk`: concentration, reliance, restriction and published indices, with their parts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from rare_gui.cli.failures import WrongArguments, damage_line, problem_counts
from rare_gui.cli.risk_history import history_answer, history_lines
from rare_gui.cli.supposing import say_supposed, supposed_key
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.names import Names
from rare_gui.domain.risk.assessment import (
    Assessment,
    StageFigures,
    assess,
    method_ranks,
    ranks_by_all,
    scores_by_method,
)
from rare_gui.domain.risk.concentration import Concentration, WeightedConcentration
from rare_gui.domain.risk.figures import Index, NotComputed, Part
from rare_gui.domain.risk.own_weights import OwnWeights, WeightsError
from rare_gui.domain.risk.ranking import Rank
from rare_gui.domain.risk.reliance import Reliance
from rare_gui.domain.risk.restriction import RestrictionShare
from rare_gui.scenes.risk_words import METHOD_NAMES, figure_words, index_words


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: None for all materials, for the latest year, for no score of one's own."""

    material: str | None
    seen_as: str
    year: int | None
    as_of: date
    weights: OwnWeights | None = None
    history: bool = False


def read_weights(text: str) -> OwnWeights:
    """The user's weights; raises WrongArguments."""
    try:
        return OwnWeights.from_text(text)
    except WeightsError as error:
        raise WrongArguments(str(error)) from None


def answer(dataset: Dataset, query: Query) -> dict[str, Any]:
    """The answer in the documented JSON shape; what is not computed is null, never 0.

    Ranks are among all materials, whichever are asked for.
    """
    assessed = [
        assess(dataset, one, query.seen_as, as_of=query.as_of, year=query.year).with_weights(
            query.weights
        )
        for one in dataset.material_names
    ]
    by_method, by_all = method_ranks(assessed), ranks_by_all(assessed)
    wanted = [one for one in assessed if query.material in (None, one.material)]
    return {
        "seen_as": query.seen_as,
        "year": query.year,
        "as_of": query.as_of.isoformat(),
        "data_through": dataset.data_through.isoformat(),
        "weights": query.weights.to_text() if query.weights else None,
        "ranked_across": list(scores_by_method(assessed)),
        "problems": problem_counts(dataset),
        **supposed_key(dataset),
        "materials": [
            {
                **_material(one),
                "ranks": {
                    method: _rank(ranks.get(one.material)) for method, ranks in by_method.items()
                },
                "rank_across_methods": _rank(by_all.get(one.material)),
                **({"history": history_answer(dataset, one.material)} if query.history else {}),
            }
            for one in wanted
        ],
    }


def show(found: dict[str, Any], names: Names, *, as_json: bool) -> None:
    """Print the answer."""
    if as_json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return
    say_supposed(found.get("scenario"))
    for one in found["materials"]:
        print(f"{names.material_names[one['material']]}:")
        for name, figure in one["figures"].items():
            print(f"    {figure_words(name, figure)}")
        for name, index in one["indices"].items():
            print(f"    {index_words(name, index)}")
        for line in history_lines(one.get("history", [])):
            print(line)
    year = found["year"] or "the latest year of each figure"
    print(f"Seen as {names.countries[found['seen_as']]}; {year}. As of {found['as_of']}.")
    if line := damage_line(found["problems"]):
        print(line)


def _material(one: Assessment) -> dict[str, Any]:
    figures = one.figures
    plain = one.main.plain
    scores = {index.key for index in one.indices}
    return {
        "material": one.material,
        "hhi": figures["hhi"].value,
        "top_country": plain.top_country if isinstance(plain, Concentration) else None,
        "top_share": figures["top_share"].value,
        "import_reliance": figures["import_reliance"].value,
        "import_reliance_flag": one.reliance.flag if isinstance(one.reliance, Reliance) else None,
        "restriction_share": {
            form.value: share.restricted if isinstance(share, RestrictionShare) else None
            for form, share in one.restriction.items()
        },
        "indices": {index.key: _index(index) for index in one.indices},
        "figures": {name: _part(part) for name, part in figures.items() if name not in scores},
        "stages": [_stage(stage) for stage in one.stages],
        "restriction": {form.value: _restricted(s) for form, s in one.restriction.items()},
    }


def _index(index: Index) -> dict[str, Any]:
    low, high = index.bounds or (None, None)
    return {
        "name": METHOD_NAMES[index.key],
        "value": index.value,
        "low": low,
        "high": high,
        "of": index.of or None,
        "formula": index.formula,
        "combination": index.combination.value,
        "parts": {part.name: _part(part) for part in index.parts},
        "data_class": index.data_class.value if index.value is not None else None,
        "sources": list(index.sources),
        "not_computed": str(index.refusal) if index.refusal else None,
    }


def _part(part: Part) -> dict[str, Any]:
    low, high = part.bounds or (None, None)
    known = part.value is not None
    told: dict[str, Any] = {
        "value": part.value,
        "low": low,
        "high": high,
        "unit": part.unit,
        "years": part.years or None,
        "data_class": part.data_class.value if known else None,
        "from_memory": part.from_memory,
        "note": part.note if known else None,
        "sources": list(part.sources),
        "not_computed": None if known else str(part.refusal),
    }
    if part.parts:
        told["parts"] = {one.name: _part(one) for one in part.parts}
    return told


def _stage(stage: StageFigures) -> dict[str, Any]:
    plain, weighted = stage.plain, stage.weighted
    told: dict[str, Any] = {"stage": stage.stage}
    if isinstance(plain, NotComputed):
        return {**told, "hhi": None, "not_computed": str(plain)}
    supply = plain.supply
    told |= {
        "year": supply.year,
        "series": supply.family.series,
        "basis": supply.family.basis,
        "unit": supply.unit,
        "hhi": plain.hhi,
        "hhi_high": plain.hhi_high,
        "top_country": plain.top_country,
        "top_share": plain.top_share,
        "data_class": plain.data_class.value,
        "sources": list(supply.sources),
    }
    if not isinstance(weighted, WeightedConcentration):
        return {**told, "weighted_hhi": None, "weighted_not_computed": str(weighted)}
    return {
        **told,
        "weighted_hhi": weighted.hhi,
        "weighted_year": weighted.supply.year,
        "governance_edition": weighted.governance.edition,
    }


def _restricted(share: RestrictionShare | NotComputed) -> dict[str, Any]:
    if isinstance(share, NotComputed):
        return {"restricted": None, "not_computed": str(share)}
    return {
        "restricted": share.restricted,
        "could_be": share.could_be,
        "states": {state.value: percent for state, percent in share.states.items()},
        "own": share.own,
        "unknown": share.unknown,
        "by_country": {
            country: {"share": percent, "state": state.value}
            for country, (percent, state) in share.by_country.items()
        },
        "stage": share.supply.family.stage,
        "year": share.supply.year,
        "series": share.supply.family.series,
        "stands_for": share.stands_for or None,
        "data_class": share.data_class.value,
        "sources": list(share.supply.sources),
    }


def _rank(rank: Rank | None) -> dict[str, Any] | None:
    if rank is None:
        return None
    return {
        "rank": rank.rank,
        "best": rank.best,
        "worst": rank.worst,
        "tied_with": list(rank.tied),
        "words": str(rank),
    }
