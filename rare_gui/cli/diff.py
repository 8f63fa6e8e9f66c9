"""`rare-gui diff`: what changed between two days, as data and as text."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from rare_gui.cli.failures import WrongArguments, damage_line, problem_counts
from rare_gui.cli.supposing import say_supposed, supposed_key
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.diff import Comparison, StateChange, state_changes
from rare_gui.domain.known_facts import facts_between
from rare_gui.domain.names import Names
from rare_gui.domain.vocabulary import LegalState
from rare_gui.scenes.changes.fact_words import fact_words
from rare_gui.scenes.changes.reasons import SHORT_WORDS
from rare_gui.scenes.wording import FORM_WORDS, day_words


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: None for all materials; `as_known` sees each day by what was public then."""

    earlier: date
    later: date
    material: str | None
    origin: str
    destination: str
    as_known: bool


def answer(dataset: Dataset, query: Query) -> dict[str, Any]:
    """The answer in the documented JSON shape.

    Raises WrongArguments when the first day lies after the second.
    """
    if query.earlier > query.later:
        raise WrongArguments(
            f"--from-date {query.earlier} lies after --to-date {query.later}; "
            "give the earlier day first"
        )
    goods = (query.earlier, query.later, query.origin, query.destination)
    days = Comparison.as_known_on_each_day(*goods) if query.as_known else Comparison(*goods)
    facts = facts_between(dataset, query.earlier, query.later, query.material)
    return {
        "from": query.earlier.isoformat(),
        "to": query.later.isoformat(),
        "changes": [
            _change(days, change) for change in state_changes(dataset.law, days, query.material)
        ],
        "facts": [
            {
                "table": fact.table,
                "what": fact_words(fact),
                "known_from": fact.known_from.isoformat(),
            }
            for fact in facts
        ],
        "problems": problem_counts(dataset),
        **supposed_key(dataset),
    }


def show(found: dict[str, Any], names: Names, *, as_json: bool) -> None:
    """Print the answer; as text one line for each material and kind of change."""
    if as_json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return
    say_supposed(found.get("scenario"))
    first, last = (day_words(date.fromisoformat(found[end])) for end in ("from", "to"))
    changes, facts = found["changes"], found["facts"]
    if not changes:
        print(f"No state changed between {first} and {last}.")
    else:
        print(f"States changed from {first} to {last}: {len(changes)}.")
    for (before, after), count in _kinds(changes).most_common():
        print(f"{_word(before)} to {_word(after)}: {count}")
        for material, alike in _by_material(changes, before, after).items():
            forms = ", ".join(FORM_WORDS[change["form"]] for change in alike)
            measures = dict.fromkeys(one for change in alike for one in change["measures"])
            print(f"    {names.material_names[material]}: {forms} ({', '.join(measures)})")
    print(f"Facts that became known: {len(facts)}.")
    for fact in facts:
        print(f"    {fact['known_from']} {fact['what']}")
    if line := damage_line(found["problems"]):
        print(line)


def _change(days: Comparison, change: StateChange) -> dict[str, Any]:
    return {
        "material": change.material,
        "form": change.form.value,
        "origin": days.origin,
        "destination": days.destination,
        "from_state": change.before.state.value,
        "to_state": change.after.state.value,
        "measures": [cause.measure.id for cause in change.causes],
    }


def _kinds(changes: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    return Counter((change["from_state"], change["to_state"]) for change in changes)


def _by_material(
    changes: list[dict[str, Any]], before: str, after: str
) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for change in changes:
        if (change["from_state"], change["to_state"]) == (before, after):
            found.setdefault(change["material"], []).append(change)
    return found


def _word(state: str) -> str:
    return SHORT_WORDS[LegalState(state)]
