"""`rare-gui status`: legal states as data and as text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from rare_gui.cli.failures import damage_line, problem_counts
from rare_gui.cli.supposing import say_supposed, supposed_key
from rare_gui.domain.damage import damage_of
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.names import Names
from rare_gui.domain.state_run import Condition, Considered, StateRun
from rare_gui.domain.vocabulary import SupplyForm
from rare_gui.scenes.damage import doubt_words
from rare_gui.scenes.wording import PLURAL_FORMS, goods_words, status_sentence


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: None for all materials, for all existing forms, for no known-on limit."""

    material: str | None
    form: SupplyForm | None
    origin: str
    destination: str
    as_of: date
    known_on: date | None


def answer(dataset: Dataset, names: Names, query: Query) -> dict[str, Any]:
    """The answer in the documented JSON shape; unknown is None, never 0.

    `unread_rows` of a state are rows of a damaged package that may concern the goods: with one the
    state is the best that can be told, not certain.
    """
    law = dataset.law
    materials = [query.material] if query.material else list(law.named_forms)
    states = []
    for material in materials:
        forms = (query.form,) if query.form else law.forms(material, query.origin)
        for form in forms:
            run = legal_state(
                law,
                material,
                form,
                as_of=query.as_of,
                origin=query.origin,
                destination=query.destination,
                known_on=query.known_on,
            )
            states.append(_state(dataset, names, query, material, form, run))
    return {
        "as_of": query.as_of.isoformat(),
        "known_on": _iso(query.known_on),
        "data_through": dataset.data_through.isoformat(),
        "problems": problem_counts(dataset),
        **supposed_key(dataset),
        "states": states,
    }


def show(found: dict[str, Any], *, as_json: bool) -> None:
    """Print the answer."""
    if as_json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return
    say_supposed(found.get("scenario"))
    for state in found["states"]:
        print(state["sentence"])
        for condition in state["conditions"]:
            print(f"    condition: {condition['title']} ({condition['applies_to']})")
    print(_foot(found))
    if line := damage_line(found["problems"]):
        print(line)


def _foot(found: dict[str, Any]) -> str:
    """The days of an answer; what is known on a day reaches no further than that day."""
    through, known = found["data_through"], found["known_on"]
    if known is None:
        return f"As of {found['as_of']}; policy data to {through}."
    return f"As of {found['as_of']}, as known on {known}; policy data to {min(known, through)}."


def _state(
    dataset: Dataset, names: Names, query: Query, material: str, form: SupplyForm, run: StateRun
) -> dict[str, Any]:
    name = names.material_names[material]
    goods = goods_words(name, form)
    lost = damage_of(dataset).doubts(
        dataset.law, material, form, query.origin, query.destination, run.certain
    )
    through = min(query.known_on or dataset.data_through, dataset.data_through)
    sentence = status_sentence(
        goods, run, names.countries[query.destination], through, plural=form in PLURAL_FORMS
    )
    return {
        "material": material,
        "form": form.value,
        "origin": query.origin,
        "destination": query.destination,
        "exists": run.exists,
        "state": run.state.value,
        "at_least": run.at_least.value if run.at_least else None,
        "could_be": run.could_be.value if run.could_be else None,
        "since": _iso(run.since),
        "since_precision": run.since_precision.value if run.since_precision else None,
        "until": _iso(run.until),
        "until_in_legal_text": _iso(run.until_in_legal_text),
        "basis": run.basis.value if run.basis else None,
        "scheduled": run.scheduled,
        "sentence": f"{sentence.removesuffix('.')}{doubt_words(lost)}.",
        "measures": [_measure(item) for item in run.considered],
        "conditions": [_condition(item) for item in run.conditions],
        "paused_conditions": [_condition(item) for item in run.paused],
        "sources": list(run.sources),
        "unread_rows": [str(row) for row in lost],
    }


def _measure(item: Considered) -> dict[str, Any]:
    return {
        "id": item.measure.id,
        "instrument": item.measure.instrument,
        "state": item.status.value,
        "effect": item.effect.value,
        "until": _iso(item.stretch.until),
    }


def _condition(item: Condition) -> dict[str, Any]:
    return {
        "id": item.measure.id,
        "title": item.measure.title,
        "state": item.status.value,
        "effect": item.effect.value,
        "applies_to": item.applies_to,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
