"""`rare-gui impact`: sector losses as data and as text.

Not for sizing (`domain.impact`) nor for the words of amounts (`scenes.impact.units`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rare_gui.cli.failures import Failed, WrongArguments
from rare_gui.cli.impact_answer import impact_answer
from rare_gui.cli.impact_text import lines
from rare_gui.domain.assumptions import ScenarioError
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import OWN, PRESETS, WHAT_IF, CaseError, ImpactCase
from rare_gui.domain.impact.model import size
from rare_gui.domain.impact.ranges import ImpactError
from rare_gui.domain.impact.result import Impact
from rare_gui.domain.impact.run import Mapped, Piece
from rare_gui.domain.names import Names, read_form
from rare_gui.intake.scenarios import UnknownScenario, find_what_if

OF_THE_LAW = tuple(name for name in PRESETS if name not in (WHAT_IF, OWN))
"""Presets that need nothing but a day."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked; `overrides` are words of a case that stand in for the scenario's.

    With `order_free` the waterfall tells the mean of each step over all orders.
    """

    scenario: str | None
    overrides: Mapping[str, str]
    as_of: date
    known_on: date | None
    destination: str
    draws: int
    seed: int
    scheduler: str | None = None
    order_free: bool = False


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


def show(dataset: Dataset, query: Query, found: Impact, *, as_json: bool) -> None:
    """Print the answer."""
    if as_json:
        told = impact_answer(
            dataset,
            found,
            scenario=query.scenario,
            known_on=query.known_on,
            order_free=query.order_free,
        )
        print(json.dumps(told, indent=2, ensure_ascii=False, allow_nan=False))
        return
    scenario = query.scenario or found.case.preset
    for line in lines(dataset, scenario, found, order_free=query.order_free):
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


def _parts(word: str, text: str) -> list[str]:
    found = [part.strip() for part in text.split(",") if part.strip()]
    if not found:
        raise WrongArguments(f"--{word} names nothing")
    return found
