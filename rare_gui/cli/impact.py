"""`rare-gui impact`: sector losses as data and as text.

Not for sizing (`domain.impact`) nor for the words of amounts (`scenes.impact_units`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rare_gui.cli.failures import Failed, WrongArguments
from rare_gui.cli.impact_text import lines
from rare_gui.domain.assumptions import ScenarioError
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import OWN, PRESETS, WHAT_IF, CaseError, ImpactCase
from rare_gui.domain.impact.model import size
from rare_gui.domain.impact.ranges import ImpactError
from rare_gui.domain.impact.result import Impact, SectorLoss, Spread
from rare_gui.domain.impact.run import Mapped, Piece
from rare_gui.domain.names import Names, read_form
from rare_gui.intake.scenarios import UnknownScenario, find_what_if
from rare_gui.scenes.impact import LIMITS

OF_THE_LAW = tuple(name for name in PRESETS if name not in (WHAT_IF, OWN))
"""Presets that need nothing but a day."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked; `overrides` are words of a case that stand in for the scenario's."""

    scenario: str | None
    overrides: Mapping[str, str]
    as_of: date
    known_on: date | None
    destination: str
    draws: int
    seed: int
    scheduler: str | None = None


def overrides(
    names: Names,
    material: str | None,
    form: str | None,
    cut: str | None,
    weeks: int | None,
    scope: str | None,
) -> dict[str, str]:
    """The words of a case that the options mean; UnknownName for a material or form of no name."""
    found: dict[str, str] = {}
    if material is not None:
        found["material"] = ",".join(names.material(one) for one in _parts("material", material))
    if form is not None:
        found["form"] = ",".join(read_form(one).value for one in _parts("form", form))
    given = {"cut": cut, "weeks": weeks, "scope": scope}
    return found | {word: str(value) for word, value in given.items() if value is not None}


def sized(dataset: Dataset, query: Query, folder: Path | None = None) -> Impact:
    """The answer; WrongArguments for what cannot be asked, Failed for what cannot be answered.

    A scenario is a preset, or a what-if of the law that is saved in `folder` or stands in a file:
    then the losses are those of its own case, or of what it newly limits.
    """
    law, case = _meant(dataset, query, folder)
    try:
        words = dict(word.split("=", 1) for word in case.to_text().split())
        asked = ImpactCase.from_values({**words, **query.overrides})
        return size(
            law,
            asked,
            as_of=query.as_of,
            known_on=query.known_on,
            destination=query.destination,
            draws=query.draws,
            seed=query.seed,
            today=dataset,
            mapped=_on_cluster(dataset, law, asked, query) if query.scheduler else None,
        )
    except CaseError as error:
        raise WrongArguments(str(error)) from None
    except ImpactError as error:
        raise Failed(f"nothing can be sized: {error}") from None


def answer(dataset: Dataset, query: Query, found: Impact) -> dict[str, Any]:
    """The answer in the documented JSON shape; what is not known is None, never 0."""
    return {
        "scenario": query.scenario or found.case.preset,
        "case": found.case.to_text(),
        "as_of": found.as_of.isoformat(),
        "known_on": query.known_on.isoformat() if query.known_on else None,
        "data_through": dataset.data_through.isoformat(),
        "origin": found.origin,
        "destination": found.destination,
        "draws": found.draws,
        "seed": found.seed,
        "total": {
            "value_added_usd": _spread(found.value_added),
            "output_usd": _spread(found.output),
            "jobs": _spread(found.jobs),
        },
        "sectors": [_sector(one) for one in found.sectors],
        "not_sized": [{"material": n.material, "reason": n.reason} for n in found.not_sized],
        "undecided": [list(pair) for pair in found.undecided],
        "cuts": [
            {
                "material": cut.material,
                "form": cut.form.value,
                "share": {"low": cut.share.low, "mid": cut.share.mid, "high": cut.share.high},
                "weeks": cut.weeks,
                "scope": cut.scope,
                "because": cut.because,
                "measures": list(cut.measures),
            }
            for cut in found.cuts
        ],
        "assumptions": [
            {
                "key": one.key,
                "what": one.what,
                "group": one.group,
                "low": one.values.low,
                "mid": one.values.mid,
                "high": one.values.high,
                "unit": one.unit,
                "data_class": one.data_class.value,
                "changed": one.changed,
                "sources": list(one.sources),
            }
            for one in found.parameters
        ],
        "waterfall": [{"what": s.what, "value_added_usd": s.value} for s in found.waterfall],
        "weekly": [{"p5": low, "p50": mid, "p95": high} for low, mid, high in found.weekly],
        "tornado": [
            {"key": i.key, "what": i.what, "rank_correlation": i.correlation} for i in found.tornado
        ],
        "heat": [
            {"sector": sector, "material": material, "value_added_usd": value}
            for sector, material, value in found.heat
        ],
        "price_ratio": dict(found.price_ratio),
        "data_class": found.data_class.value,
        "flags": list(found.flags),
        "limits": LIMITS,
    }


def show(dataset: Dataset, query: Query, found: Impact, *, as_json: bool) -> None:
    """Print the answer."""
    if as_json:
        told = answer(dataset, query, found)
        print(json.dumps(told, indent=2, ensure_ascii=False, allow_nan=False))
        return
    for line in lines(dataset, query.scenario or found.case.preset, found):
        print(line)


def _meant(dataset: Dataset, query: Query, folder: Path | None) -> tuple[Dataset, ImpactCase]:
    """The dataset under the scenario's law, and its case."""
    text = query.scenario
    if text is None:
        if "cut" in query.overrides and "material" in query.overrides:
            return dataset, _own(query)
        raise WrongArguments(
            f"name a --scenario ({', '.join(OF_THE_LAW)}, or a saved one), or a cut of your own "
            "with --material and --cut"
        )
    if text in OF_THE_LAW:
        return dataset, ImpactCase(text)
    if text == OWN:
        return dataset, _own(query)
    try:
        scenario, case = find_what_if(text, dataset, folder)
        return scenario.apply(dataset), case or ImpactCase(WHAT_IF)
    except UnknownScenario as error:
        raise WrongArguments(f"{error}; presets are {', '.join(OF_THE_LAW)}") from None
    except ScenarioError as error:
        raise Failed(f"the scenario cannot be used: {error}") from None


def _on_cluster(dataset: Dataset, law: Dataset, case: ImpactCase, query: Query) -> Mapped:
    """Pieces of the draws worked out by the workers of the query's scheduler."""
    from rare_gui.cli.cluster import on_cluster
    from rare_gui.domain.impact.elsewhere import Asked, sized_piece
    from rare_gui.domain.impact.portable import packed

    asked = Asked(
        case=case,
        as_of=query.as_of,
        known_on=query.known_on,
        destination=query.destination,
        draws=query.draws,
        seed=query.seed,
        today=packed(dataset) if case.preset == WHAT_IF else None,
    )

    def mapped(pieces: Sequence[slice]) -> Iterator[tuple[slice, Piece]]:
        jobs = [(asked, rows) for rows in pieces]
        for (_, rows), piece in on_cluster(query.scheduler or "", packed(law), sized_piece, jobs):
            yield rows, piece

    return mapped


def _own(query: Query) -> ImpactCase:
    if not {"cut", "material"} <= set(query.overrides):
        raise WrongArguments("a cut of your own needs --material and --cut")
    return ImpactCase(OWN)


def _spread(spread: Spread | None) -> dict[str, float] | None:
    if spread is None:
        return None
    return {"p5": spread.p5, "p50": spread.p50, "p95": spread.p95, "no_loss": spread.none}


def _sector(one: SectorLoss) -> dict[str, Any]:
    return {
        "sector": one.sector,
        "name": one.name,
        "direct_usd": _spread(one.direct),
        "upstream_usd": _spread(one.upstream),
        "downstream_usd": _spread(one.downstream),
        "output_usd": _spread(one.output),
        "value_added_usd": _spread(one.value_added),
        "jobs": _spread(one.jobs),
        "share_of_output": _spread(one.share_of_output),
        "first_loss_week": one.first_loss_week,
        "binding": one.binding or None,
        "hit": one.hit,
        "paths": [{"sectors": list(path), "share": share} for path, share in one.paths],
        "why": list(one.why),
        "data_class": one.data_class.value,
    }


def _parts(word: str, text: str) -> list[str]:
    found = [part.strip() for part in text.split(",") if part.strip()]
    if not found:
        raise WrongArguments(f"--{word} names nothing")
    return found
