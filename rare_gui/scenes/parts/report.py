"""A checked parts list as a table for a file: the user's lines in their order, answers beside them.

Every line of the file has its row: headings and empty lines too. Not for the screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.parts.check import CheckedLine, Question
from rare_gui.domain.parts.line import PartsList
from rare_gui.scenes.csv_cells import csv_text
from rare_gui.scenes.parts.words import (
    VERDICT_WORDS,
    doubt_words,
    goods_name,
    read_as,
    set_by,
    state_word,
)

_BEFORE = ("line", "verdict", "read as", "supplier country")
_AFTER = ("set by", "next clause", "days", "to settle", "candidates")


def report_text(
    dataset: Dataset,
    parts: PartsList,
    checked: Sequence[CheckedLine],
    question: Question,
    scenario: str = "",
) -> str:
    """The report as CSV text. Its last lines tell the day, the scenario's name and the package."""
    return csv_text(_rows(dataset, parts, checked, question, scenario))


def _rows(
    dataset: Dataset,
    parts: PartsList,
    checked: Sequence[CheckedLine],
    question: Question,
    scenario: str,
) -> Iterator[Sequence[str]]:
    places = [f"state to {code}" for code in question.destinations]
    yield (*_BEFORE, *places, *_AFTER, *parts.headings)
    blank = ("",) * (len(places) + len(_BEFORE) - 2 + len(_AFTER))
    others: dict[int, tuple[str, ...]] = {
        number: (str(number), "heading", *blank, *cells) for number, cells in parts.above
    }
    others |= {number: (str(number), "empty", *blank) for number in parts.empty_lines}
    kept: dict[object, tuple[str, ...]] = {}
    waiting = iter(sorted(others.items()))
    held = next(waiting, None)
    for line, cells in zip(checked, parts.rows, strict=True):
        while held is not None and held[0] < line.line.number:
            yield held[1]
            held = next(waiting, None)
        yield (*_answer(dataset, line, question, kept), *cells)
    while held is not None:
        yield held[1]
        held = next(waiting, None)
    yield ()
    known = f", as known on {question.known_on}" if question.known_on else ""
    yield (f"As of {question.as_of}{known}; policy data to {dataset.data_through}.",)
    if scenario:
        yield (f"Scenario: {scenario}. Not the law of the day.",)
    yield (f"Package {dataset.name} {dataset.version}, {dataset.digest}",)


def _answer(
    dataset: Dataset, line: CheckedLine, question: Question, kept: dict[object, tuple[str, ...]]
) -> tuple[str, ...]:
    """The cells before the user's own; `kept` has those of goods that stood in a line before."""
    reading = line.reading
    key = reading.goods, reading.origin, reading.candidates
    if key not in kept:
        ahead = line.next_clause
        kept[key] = (
            read_as(dataset, reading.goods),
            reading.origin,
            *([state_word(state) for state in line.states] or [""] * len(question.destinations)),
            set_by(line.states),
            ahead.isoformat() if ahead else "",
            str((ahead - question.as_of).days) if ahead else "",
            " | ".join(goods_name(dataset, one) for one in reading.candidates),
        )
    *cells, candidates = kept[key]
    verdict, doubt = VERDICT_WORDS[line.verdict], doubt_words(dataset, line)
    return (str(line.line.number), verdict, *cells, doubt, candidates)
