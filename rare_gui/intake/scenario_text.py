"""A scenario's file as text: TOML with a [[change]] per line of the law, and [impact] for losses.

Not for files and folders: `intake.scenarios`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from rare_gui.domain.assumptions import ScenarioError, read, written
from rare_gui.domain.impact.case import WHAT_IF, CaseError, ImpactCase
from rare_gui.domain.scenario import Scenario

LARGEST = 1_000_000
_HEAD = "# A what-if of rare_gui. Each [[change]] is one assumption; dates are YYYY-MM-DD.\n"
_IMPACT = "\n# The case that losses are sized for; a range is [low, middle, high].\n[impact]\n"


def scenario_text(scenario: Scenario, case: ImpactCase | None = None) -> str:
    """The file of a scenario, and of the case that losses are sized for under it, as text."""
    parts = [f"{_HEAD}name = {_value(scenario.name)}\n"]
    for line in scenario.changes:
        rows = [f"{key} = {_value(value)}\n" for key, value in written(line).items()]
        parts.append("\n[[change]]\n" + "".join(rows))
    if case is not None:
        words = (word.split("=", 1) for word in case.to_text().split())
        parts.append(_IMPACT + "".join(_impact_row(key, text) for key, text in words))
    return "".join(parts)


def read_text(raw: bytes) -> tuple[Scenario, ImpactCase | None]:
    """The scenario in the bytes of a file, and its case if it has one.

    Raises ScenarioError with the place of the fault, ValueError or RecursionError for no TOML.
    """
    if len(raw) > LARGEST:
        raise ScenarioError("is too large for a scenario")
    import tomllib  # a window without saved what-ifs starts without it

    values = tomllib.loads(raw.decode("utf-8-sig"))
    unknown = [key for key in values if key not in ("name", "change", "impact")]
    if unknown:
        raise ScenarioError(f"knows no {unknown[0][:40]!r}; write name, [[change]] and [impact]")
    return _scenario(values), _case(values.get("impact"))


def _scenario(values: Mapping[str, Any]) -> Scenario:
    name, rows = values.get("name"), values.get("change", [])
    if not isinstance(name, str):
        raise ScenarioError("lacks its name")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ScenarioError("change is no list; write each as [[change]]")
    lines = []
    for number, row in enumerate(rows, 1):
        try:
            lines.append(read(row))
        except ScenarioError as error:
            raise ScenarioError(f"line {number}: {error}", number) from None
    return Scenario(name.strip(), tuple(lines))


def _case(table: object) -> ImpactCase | None:
    """The case of an [impact] table; without a preset the losses are those of the what-if."""
    if table is None:
        return None
    if not isinstance(table, dict):
        raise ScenarioError("impact is no table; write [impact] and its words below")
    try:
        return ImpactCase.from_values({"preset": WHAT_IF} | dict(_words(table)))
    except CaseError as error:
        raise ScenarioError(f"impact: {error}") from None


def _words(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """The words of the table and of the tables in it, with dots, and what they are as text.

    So `kappa.gallium.lighting = 0.5` is read with quotation marks around the key and without.
    """
    for key, value in table.items():
        word = f"{before}{key}"
        if isinstance(value, dict):
            yield from _words(value, f"{word}.")
        elif isinstance(value, list) and all(_is_number(one) for one in value):
            yield word, "..".join(repr(one) for one in value)
        elif isinstance(value, list):
            yield word, ",".join(str(one) for one in value)
        else:
            yield word, repr(value) if _is_number(value) else str(value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _impact_row(key: str, text: str) -> str:
    """A word of a case's line as a line of TOML: `low..mid..high` and lists in brackets."""
    name = json.dumps(key) if "." in key else key
    if key in ("material", "form"):
        return f"{name} = [{', '.join(_value(one) for one in text.split(','))}]\n"
    if "." in key or key == "cut":
        numbers = text.replace("..", ", ")
        return f"{name} = [{numbers}]\n" if ".." in text else f"{name} = {text}\n"
    return f"{name} = {text if key == 'weeks' else _value(text)}\n"


def _value(value: str | float | date | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_value(one) for one in value)}]"
    if isinstance(value, date):
        return value.isoformat()
    # a printable JSON string is a TOML string
    return json.dumps(value, ensure_ascii=False)
