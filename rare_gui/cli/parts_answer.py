"""The answer of `rare-gui parts` as data, in its documented shape.

Not for printing (`cli.parts`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from rare_gui.cli.failures import problem_counts
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.parts.check import (
    CheckedLine,
    GoodsState,
    Question,
    Verdict,
    counted,
    spend_of,
)
from rare_gui.domain.parts.goods import Goods
from rare_gui.domain.parts.line import PartsList
from rare_gui.scenes.parts.words import doubt_words, set_by


def parts_answer(
    dataset: Dataset,
    parts: PartsList,
    lines: Sequence[CheckedLine],
    question: Question,
    scenario: str = "",
) -> dict[str, Any]:
    """The answer as data; every line of the file is counted somewhere, unknown is None."""
    by_verdict: dict[Verdict, list[CheckedLine]] = {verdict: [] for verdict in Verdict}
    for line in lines:
        by_verdict[line.verdict].append(line)
    return {
        "file": parts.file,
        "read_as": list(parts.facts),
        "columns": {field.value: parts.headings[place] for field, place in parts.mapped.items()},
        "as_of": question.as_of.isoformat(),
        "known_on": question.known_on.isoformat() if question.known_on else None,
        "data_through": dataset.data_through.isoformat(),
        "scenario": scenario or None,
        "origin": question.origin,
        "destinations": list(question.destinations),
        "lines_in_file": len(lines) + len(parts.above) + len(parts.empty_lines),
        "lines_above": [number for number, _ in parts.above],
        "empty_lines": list(parts.empty_lines),
        "lines_read": len(lines),
        "counts": {verdict.value: count for verdict, count in counted(lines).items()},
        "spend": {verdict.value: _spend(found) for verdict, found in by_verdict.items()},
        "touched": _touched(lines),
        "lines": list(_lines(dataset, lines, question)),
        "to_settle": [line.line.number for line in by_verdict[Verdict.TO_SETTLE]],
        "unknown": [line.line.number for line in by_verdict[Verdict.UNKNOWN]],
        "file_problems": [
            {"where": p.where, "what": p.what, "what_to_do": p.what_to_do} for p in parts.problems
        ],
        "problems": problem_counts(dataset),
    }


def _spend(lines: Sequence[CheckedLine]) -> dict[str, Any]:
    found = spend_of(line.line for line in lines)
    return {"sums": dict(found.sums), "lines_without": found.lines_without}


def _touched(lines: Sequence[CheckedLine]) -> list[dict[str, Any]]:
    """The goods that are or could be restricted, by destination and state, with their lines."""
    found: dict[tuple[str, str, str, str, str], list[CheckedLine]] = {}
    for line in lines:
        for state in line.states:
            if state.verdict is not Verdict.FREE and state.run is not None:
                goods, origin = state.goods, line.reading.origin
                key = goods.material, goods.form, origin, state.destination, state.run.state
                found.setdefault(key, []).append(line)
    names = ("material", "form", "origin", "destination", "state")
    return [
        {**dict(zip(names, map(str, key), strict=True)), "lines": len(own), "spend": _spend(own)}
        for key, own in found.items()
    ]


def parts_json(found: dict[str, Any]) -> Iterator[str]:
    """The answer as JSON, piece by piece: each line of the list on a line of its own.

    Indented like the rest they would take the slow encoder of the library, and ten times the time.
    """
    whole = json.dumps({**found, "lines": []}, indent=2, ensure_ascii=False)
    before, after = whole.split('"lines": []')  # in a text the quotation marks are escaped
    yield before
    yield '"lines": ['
    for number, line in enumerate(found["lines"]):
        yield f"{',' if number else ''}\n    {json.dumps(line, ensure_ascii=False)}"
    yield "\n  ]" if found["lines"] else "]"
    yield f"{after}\n"


def _lines(
    dataset: Dataset, lines: Sequence[CheckedLine], question: Question
) -> Iterator[dict[str, Any]]:
    """Each line; what follows from its reading alone is told once for all lines that read alike."""
    kept: dict[int, dict[str, Any]] = {}
    for line in lines:
        place = id(line.states)  # lines with the same goods from the same country share it
        if place not in kept:
            kept[place] = _law(line, question)
        yield _line(dataset, line, kept[place])


def _law(line: CheckedLine, question: Question) -> dict[str, Any]:
    ahead = line.next_clause
    return {
        "states": [_state(state) for state in line.states],
        "set_by": set_by(line.states) if line.states else None,
        "next_clause": ahead.isoformat() if ahead else None,
        "days": (ahead - question.as_of).days if ahead else None,
    }


def _line(dataset: Dataset, line: CheckedLine, law: dict[str, Any]) -> dict[str, Any]:
    given, reading = line.line, line.reading
    return {
        "line": given.number,
        "part": given.part,
        "text": given.material,
        "grams": given.grams,
        "share": given.share,
        "spend": given.spend,
        "currency": given.currency or None,
        "origin": reading.origin or None,
        "verdict": line.verdict.value,
        "goods": [_goods(one) for one in reading.goods],
        **law,
        "doubt": reading.doubt.value if reading.doubt else None,
        "to_settle": doubt_words(dataset, line) or None,
        "candidates": [_goods(one) for one in reading.candidates],
    }


def _goods(goods: Goods) -> dict[str, str]:
    return {"material": goods.material, "form": goods.form.value}


def _state(state: GoodsState) -> dict[str, Any]:
    run = state.run
    return {
        "destination": state.destination,
        **_goods(state.goods),
        "state": run.state.value if run else None,
        "at_least": run.at_least.value if run and run.at_least else None,
        "could_be": run.could_be.value if run and run.could_be else None,
        "certain": state.certain,
        "measures": [item.measure.id for item in run.deciding] if run else [],
        "sources": list(run.sources) if run else [],
    }
